#include "language/language.h"

#include <string.h>

#include "ground/utf8.h"
#include "language/embedded.h"
#include "pith.h"

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
    static const uint32_t start[1] = {0};
    static const uint16_t slot[1] = {0};
    static const uint64_t filter[1] = {0}, abbreviations[PITH__ABBREVIATION_BITS / 64] = {0};
    static const pith__language none = {.code = "und",
                                        .name = "und",
                                        .script = PITH__NO_SCRIPT,
                                        .words = {"", start, slot, 1, 0},
                                        .filter = filter,
                                        .filter_bits = 64,
                                        .abbreviations = abbreviations};
    return &none;
}

/* ---- words ---- */

uint32_t pith__wordlist_find(const pith__wordlist *list, const char *word, size_t length)
{
    uint32_t mask = list->slot_count - 1, at = pith__fixed_hash(word, length) & mask;
    for (; list->slots[at]; at = (at + 1) & mask) {
        uint32_t number = list->slots[at] - 1u, start = list->start[number];
        if (list->start[number + 1] - start == length &&
            memcmp(list->bytes + start, word, length) == 0)
            return number;
    }
    return PITH__ABSENT;
}

/* ---- stop words of the caller's own ---- */

typedef struct own_word {
    const char *bytes;
    size_t length;
} own_word;

/* The word in lower case, in the arena. A code point may grow by a byte or two when it is lowered.
 */
static own_word lowered(pith__arena *arena, const char *word, uint32_t length)
{
    char *lower = pith__arena_alloc(arena, (size_t)length * 2 + 4);
    size_t used = 0;
    for (uint32_t at = 0; at < length;)
        used += pith__utf8_put(pith__utf8_lower(pith__utf8_next(word, &at)), lower + used);
    return (own_word){lower, used};
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
            own_word word = lowered(lexicon->stopwords.arena, text + start, (uint32_t)(at - start));
            pith__table_intern(&lexicon->stopwords, word.bytes, word.length);
        }
    }
}

/* ---- lexicon ---- */

void pith__lexicon_init(pith__lexicon *lexicon, pith__arena *arena, uint64_t seed,
                        const pith__language *language, const char *stopwords,
                        size_t stopwords_length)
{
    *lexicon = (pith__lexicon){.language = language, .seed = seed, .own = stopwords != NULL};
    if (!stopwords)
        return;
    pith__table_init(&lexicon->stopwords, arena, seed, (uint32_t)(stopwords_length / 8));
    read_own_stopwords(lexicon, stopwords, stopwords_length);
}

static bool is_listed(const pith__language *language, const char *lower, size_t length)
{
    uint32_t bit = pith__filter_bit(lower, length) & (language->filter_bits - 1);
    return (language->filter[bit / 64] >> bit % 64 & 1) != 0;
}

bool pith__lexicon_may_have(const pith__lexicon *lexicon, const char *lower, size_t length)
{
    return length && (lexicon->own || is_listed(lexicon->language, lower, length));
}

uint32_t pith__lexicon_classes(const pith__lexicon *lexicon, const char *lower, size_t length)
{
    const pith__language *language = lexicon->language;
    uint32_t number = length && is_listed(language, lower, length)
                          ? pith__wordlist_find(&language->words, lower, length)
                          : PITH__ABSENT;
    uint32_t classes = number == PITH__ABSENT ? 0 : language->classes[number];
    if (!lexicon->own)
        return classes;
    bool stop = pith__table_find(&lexicon->stopwords, lower, length) != PITH__ABSENT;
    return (classes & ~(uint32_t)PITH__STOP) | (stop ? PITH__STOP : 0);
}
