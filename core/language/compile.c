#include "language/compile.h"

#include <string.h>

#include "ground/utf8.h"

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

static const char *const names[PITH__SCRIPT_COUNT] = {
    "Latin",    "Greek",    "Cyrillic", "Armenian", "Hebrew", "Arabic",   "Devanagari", "Bengali",
    "Gurmukhi", "Gujarati", "Oriya",    "Tamil",    "Telugu", "Kannada",  "Malayalam",  "Sinhala",
    "Thai",     "Myanmar",  "Georgian", "Ethiopic", "Khmer",  "Japanese", "Hangul",     "Han"};

/* A language while its data is read. */
typedef struct reading {
    pith__arena *arena;
    pith__table words;
    PITH__ARRAY(uint32_t) classes; /* by number of the word */
    pith__language language;
} reading;

/* ---- lines ---- */

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

/* ---- words ---- */

static void add(reading *r, const char *word, size_t length, uint32_t bits)
{
    uint32_t number = pith__table_intern(&r->words, word, length);
    if (number == r->classes.count)
        *pith__array_add(r->arena, &r->classes) = 0;
    r->classes.items[number] |= bits;
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

/* Who looks for a connective word by word can stop where none goes on. */
static void add_beginnings(reading *r, line l)
{
    for (size_t i = 0; i < l.length; i++) {
        if (l.bytes[i] == ' ')
            add(r, l.bytes, i, PITH__PHRASE);
    }
}

static void add_entry(reading *r, line l, uint32_t bits)
{
    size_t first = first_token(l);
    add(r, l.bytes, l.length, bits);
    r->language.compounds |= l.bytes[0] == '-' && bits & PITH__COMPOUNDED;
    if (first)
        add(r, l.bytes, first, PITH__PHRASE);
    if (bits & PITH__CONNECTIVE)
        add_beginnings(r, l);
    const char *space = memchr(l.bytes, ' ', l.length);
    if (!space || !(bits & PITH__ANY_ABBREVIATION))
        return;
    for (const char *next = space; next;
         next = memchr(space, ' ', l.length - (size_t)(space - l.bytes)))
        space = next + 1;
    unsigned char last = (unsigned char)*space;
    r->language.phrase_ends[last / 64] |= (uint64_t)1 << last % 64;
}

/* ---- the two files ---- */

static pith__script script_of(const char *name)
{
    for (pith__script s = 0; s < PITH__SCRIPT_COUNT; s++) {
        if (strcmp(names[s], name) == 0)
            return s;
    }
    return PITH__NO_SCRIPT;
}

/* What follows the key, or NULL. */
static const char *value_of(pith__arena *arena, line l, const char *key)
{
    size_t length = strlen(key);
    return l.length > length && memcmp(l.bytes, key, length) == 0
               ? pith__arena_copy(arena, l.bytes + length, l.length - length)
               : NULL;
}

/* Takes a line "key: value" of the head. */
static void read_head(reading *r, line l)
{
    const char *name = value_of(r->arena, l, "name: ");
    const char *stemmer = value_of(r->arena, l, "stemmer: ");
    const char *script = value_of(r->arena, l, "script: ");
    if (name)
        r->language.name = name;
    if (stemmer)
        r->language.stemmer = stemmer;
    if (script)
        r->language.script = script_of(script);
}

static void read_lang(reading *r, const char *text)
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
            read_head(r, l);
        } else if (bits) {
            add_entry(r, l, bits);
        }
    }
}

static void read_stopwords(reading *r, const char *text)
{
    while (*text) {
        line l = next_line(&text);
        if (l.length && l.bytes[0] != '#')
            add(r, l.bytes, l.length, PITH__STOP);
    }
}

/* ---- tables ---- */

pith__wordlist pith__wordlist_of(pith__arena *arena, const pith__table *table)
{
    uint32_t count = table->keys.count, slots = 1, end = 0;
    while (slots < 2 * count)
        slots *= 2;
    if (count >= UINT16_MAX)
        pith__trap_spring(arena->trap, PITH__TOO_LARGE);
    uint32_t *start = pith__arena_alloc(arena, (count + 1) * sizeof *start);
    uint16_t *slot = pith__arena_zero(arena, slots, sizeof *slot);
    for (uint32_t i = 0; i < count; i++) {
        const pith__key *key = &table->keys.items[i];
        start[i] = end;
        end += key->length;
        uint32_t at = pith__fixed_hash(key->bytes, key->length) & (slots - 1);
        while (slot[at])
            at = (at + 1) & (slots - 1);
        slot[at] = (uint16_t)(i + 1);
    }
    start[count] = end;
    char *bytes = pith__arena_alloc(arena, end + 1u);
    for (uint32_t i = 0; i < count; i++)
        memcpy(bytes + start[i], table->keys.items[i].bytes, table->keys.items[i].length);
    return (pith__wordlist){bytes, start, slot, slots, count};
}

/* Of the words of these classes. */
static const uint64_t *filter_of(const reading *r, uint32_t classes, uint32_t bits)
{
    uint64_t *filter = pith__arena_zero(r->arena, bits / 64, sizeof *filter);
    for (uint32_t i = 0; i < r->words.keys.count; i++) {
        const pith__key *key = &r->words.keys.items[i];
        uint32_t bit = pith__filter_bit(key->bytes, key->length) & (bits - 1);
        filter[bit / 64] |= (uint64_t)((r->classes.items[i] & classes) != 0) << bit % 64;
    }
    return filter;
}

/* Eight bits a word let one of eight others through. */
static void set_filters(reading *r)
{
    enum { EACH = 8, LEAST = 64, MOST = 1 << 16 };
    uint32_t bits = LEAST;
    while (bits < EACH * r->words.keys.count && bits < MOST)
        bits *= 2;
    r->language.filter = filter_of(r, UINT32_MAX, bits);
    r->language.filter_bits = bits;
    r->language.abbreviations = filter_of(r, PITH__ANY_ABBREVIATION, PITH__ABBREVIATION_BITS);
}

pith__language pith__language_compile(pith__arena *arena, const char *code, const char *stopwords,
                                      const char *lang)
{
    reading r = {.arena = arena,
                 .language = {.code = code, .name = code, .script = PITH__NO_SCRIPT}};
    pith__table_init(&r.words, arena, 1, 0);
    read_stopwords(&r, stopwords);
    read_lang(&r, lang);
    set_filters(&r);
    r.language.words = pith__wordlist_of(arena, &r.words);
    r.language.classes = r.classes.items;
    return r.language;
}
