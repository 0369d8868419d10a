#include "language/language.h"

#include <stdbool.h>
#include <string.h>

#include "ground/utf8.h"
#include "language/embedded.h"
#include "pith.h"

static const struct {
    const char *name;
    uint32_t bit;
} class_names[] = {
    {"stop", PITH__STOP},
    {"abbreviation title", PITH__ABBR_TITLE},
    {"abbreviation number", PITH__ABBR_NUMBER},
    {"abbreviation unit", PITH__ABBR_UNIT},
    {"abbreviation month", PITH__ABBR_MONTH},
    {"abbreviation end", PITH__ABBR_END},
    {"abbreviation inner", PITH__ABBR_INNER},
    {"abbreviation etc", PITH__ABBR_ETC},
    {"month", PITH__MONTH},
    {"starter", PITH__STARTER},
    {"marked name", PITH__MARKED_NAME},
    {"speech verb", PITH__SPEECH_VERB},
    {"speech noun", PITH__SPEECH_NOUN},
    {"attributive", PITH__ATTRIBUTIVE},
    {"complementizer", PITH__COMPLEMENTIZER},
    {"honorific", PITH__HONORIFIC},
    {"role", PITH__ROLE},
    {"collective", PITH__COLLECTIVE},
    {"pronoun male", PITH__PRONOUN_MALE},
    {"pronoun female", PITH__PRONOUN_FEMALE},
    {"pronoun plural", PITH__PRONOUN_PLURAL},
    {"pronoun other", PITH__PRONOUN_OTHER},
    {"particle", PITH__PARTICLE},
    {"name male", PITH__NAME_MALE},
    {"name female", PITH__NAME_FEMALE},
    {"connective", PITH__CONNECTIVE},
    {"determiner", PITH__DETERMINER},
    {"preposition", PITH__PREPOSITION},
    {"indefinite", PITH__INDEFINITE},
    {"naming", PITH__NAMING},
    {"surname", PITH__SURNAME},
};

/* ---- the table of languages ---- */

const pith__language *pith__language_all(size_t *count)
{
    *count = pith__embedded_count;
    return pith__embedded;
}

const char *const *pith_languages(size_t *count)
{
    *count = pith__embedded_count;
    return pith__embedded_codes;
}

const pith__language *pith__language_find(const char *code)
{
    for (size_t low = 0, high = pith__embedded_count; low < high;) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(code, pith__embedded[middle].code);
        if (order == 0)
            return &pith__embedded[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const pith__language *pith__language_none(void)
{
    static const pith__language none = {"und", "", ""};
    return &none;
}

/* ---- reading the data ---- */

typedef struct line {
    const char *bytes;
    size_t length;
} line;

/* Takes the next line off *rest, without the white space around it. */
static line next_line(const char **rest)
{
    const char *start = *rest;
    const char *end = start + strcspn(start, "\n");
    *rest = *end ? end + 1 : end;
    while (start < end && (*start == ' ' || *start == '\t'))
        start++;
    while (end > start && (end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\r'))
        end--;
    return (line){start, (size_t)(end - start)};
}

/* The bit of a line "[class]"; 0 if there is no such class: its words are passed over. */
static uint32_t class_of(line l)
{
    for (size_t i = 0; i < sizeof class_names / sizeof *class_names; i++) {
        size_t length = strlen(class_names[i].name);
        if (l.length == length + 2 && memcmp(l.bytes + 1, class_names[i].name, length) == 0)
            return class_names[i].bit;
    }
    return 0;
}

/* Words whose length, first two and last two bytes are alike share a bit of the filter. */
static uint32_t filter_bit(const char *word, size_t length)
{
    const unsigned char *p = (const unsigned char *)word;
    uint32_t first = length > 1 ? (uint32_t)p[0] << 8 | p[1] : p[0];
    uint32_t last = length > 3 ? (uint32_t)p[length - 2] << 8 | p[length - 1] : p[length - 1];
    uint32_t mixed =
        (first * 0x9E3779B1u) ^ (last * 0x85EBCA6Bu) ^ ((uint32_t)length * 0xC2B2AE35u);
    return mixed >> 16;
}

static void add(pith__lexicon *lexicon, const char *word, size_t length, uint32_t bits)
{
    uint32_t bit = filter_bit(word, length);
    lexicon->filter[bit / 64] |= (uint64_t)1 << bit % 64;
    pith__arena *arena = lexicon->words.arena;
    uint32_t number = pith__table_intern(&lexicon->words, word, length);
    if (number == lexicon->classes.count)
        *pith__array_add(arena, &lexicon->classes) = 0;
    lexicon->classes.items[number] |= bits;
}

/* Bytes of the first token of a phrase of several; 0 if the entry is one token. Each Han character
 * is one. */
static size_t first_token(line l)
{
    const char *space = memchr(l.bytes, ' ', l.length);
    uint32_t at = 0, code = l.length ? pith__utf8_next(l.bytes, &at) : 0;
    if (code >= 0x3400 && code <= 0x9FFF)
        return at < l.length ? at : 0;
    return space ? (size_t)(space - l.bytes) : 0;
}

static void add_entry(pith__lexicon *lexicon, line l, uint32_t bits)
{
    size_t first = first_token(l);
    add(lexicon, l.bytes, l.length, bits);
    lexicon->compounds |= l.bytes[0] == '-' && bits & PITH__COMPOUNDED;
    if (first)
        add(lexicon, l.bytes, first, PITH__PHRASE);
    const char *space = memchr(l.bytes, ' ', l.length);
    if (!space || !(bits & PITH__ANY_ABBREVIATION))
        return;
    for (const char *next = space; next;
         next = memchr(space, ' ', l.length - (size_t)(space - l.bytes)))
        space = next + 1;
    unsigned char last = (unsigned char)*space;
    lexicon->phrase_ends[last / 64] |= (uint64_t)1 << last % 64;
}

/* Takes a line "key: value" of the head. */
static void read_head(pith__lexicon *lexicon, line l)
{
    static const char name[] = "name: ", stemmer[] = "stemmer: ";
    if (l.length > sizeof name && memcmp(l.bytes, name, sizeof name - 1) == 0)
        lexicon->name = pith__arena_copy(lexicon->words.arena, l.bytes + sizeof name - 1,
                                         l.length - (sizeof name - 1));
    if (l.length > sizeof stemmer && memcmp(l.bytes, stemmer, sizeof stemmer - 1) == 0)
        lexicon->stemmer = pith__arena_copy(lexicon->words.arena, l.bytes + sizeof stemmer - 1,
                                            l.length - (sizeof stemmer - 1));
}

static void read_lang(pith__lexicon *lexicon, const char *text)
{
    bool head = true;
    uint32_t bits = 0;
    while (*text) {
        line l = next_line(&text);
        if (l.length == 0 || l.bytes[0] == '#')
            continue;
        if (l.bytes[0] == '[') {
            head = false;
            bits = class_of(l);
        } else if (head) {
            read_head(lexicon, l);
        } else if (bits) {
            add_entry(lexicon, l, bits);
        }
    }
}

static void read_stopwords(pith__lexicon *lexicon, const char *text)
{
    while (*text) {
        line l = next_line(&text);
        if (l.length && l.bytes[0] != '#')
            add(lexicon, l.bytes, l.length, PITH__STOP);
    }
}

/* ---- stop words of the caller's own ---- */

/* The word in lower case, in the arena. A code point may grow by a byte or two when it is lowered.
 */
static line lowered(pith__arena *arena, const char *word, uint32_t length)
{
    char *lower = pith__arena_alloc(arena, (size_t)length * 2 + 4);
    size_t used = 0;
    for (uint32_t at = 0; at < length;)
        used += pith__utf8_put(pith__utf8_lower(pith__utf8_next(word, &at)), lower + used);
    return (line){lower, used};
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static void read_own_stopwords(pith__lexicon *lexicon, const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        size_t start = at;
        if (text[at] == '#') {
            while (at < length && text[at] != '\n')
                at++;
        } else if (is_blank(text[at])) {
            at++;
        } else {
            while (at < length && !is_blank(text[at]) && text[at] != '#')
                at++;
            line word = lowered(lexicon->words.arena, text + start, (uint32_t)(at - start));
            add(lexicon, word.bytes, word.length, PITH__STOP);
        }
    }
}

/* ---- lexicon ---- */

void pith__lexicon_init(pith__lexicon *lexicon, pith__arena *arena, uint64_t seed,
                        const pith__language *language, const char *stopwords,
                        size_t stopwords_length)
{
    size_t bytes = strlen(language->lang) + strlen(language->stopwords);
    *lexicon = (pith__lexicon){.language = language, .name = language->code};
    pith__table_init(&lexicon->words, arena, seed, (uint32_t)(bytes / 8));
    if (stopwords)
        read_own_stopwords(lexicon, stopwords, stopwords_length);
    else
        read_stopwords(lexicon, language->stopwords);
    read_lang(lexicon, language->lang);
}

bool pith__lexicon_may_have(const pith__lexicon *lexicon, const char *lower, size_t length)
{
    if (!length)
        return false;
    uint32_t bit = filter_bit(lower, length);
    return (lexicon->filter[bit / 64] >> bit % 64 & 1) != 0;
}

uint32_t pith__lexicon_classes(const pith__lexicon *lexicon, const char *lower, size_t length)
{
    if (!pith__lexicon_may_have(lexicon, lower, length))
        return 0;
    uint32_t number = pith__table_find(&lexicon->words, lower, length);
    return number == PITH__ABSENT ? 0 : lexicon->classes.items[number];
}
