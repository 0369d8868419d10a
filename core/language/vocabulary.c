#include "language/vocabulary.h"

#include <assert.h>
#include <libstemmer.h>
#include <string.h>
#include <utf8proc.h>

#include "ground/utf8.h"
#include "language/kind.h"
#include "language/learnt.h"

/* A longer word is no word of a language (a URL, a line of dashes): it is its own stem. */
enum { STEMMED_MAX = 256 };

/* Code points that are composed at once; no word of a language is longer. */
enum { COMPOSED_MAX = 256 };

enum { SLOTS_FIRST = 2048 }; /* a power of two */

typedef struct piece {
    const char *bytes;
    uint32_t length;
} piece;

static bool is_code(const pith__vocabulary *vocabulary, const char *code)
{
    return strcmp(vocabulary->lexicon.language->code, code) == 0;
}

/* ---- lower case ---- */

/* Turkish and Azeri have two letters i: I is the capital of ı, İ that of i. */
static bool has_dotless_i(const pith__vocabulary *vocabulary)
{
    return is_code(vocabulary, "tr") || is_code(vocabulary, "az");
}

static uint32_t lower_of(uint32_t code, bool dotless)
{
    if (code == 0x2019 || code == 0x02BC)
        return '\''; /* an apostrophe, however it is written */
    if (code == 'I' && dotless)
        return 0x131;
    if (code == 0x130)
        return 'i';
    return pith__utf8_lower(code);
}

static bool is_combining(uint32_t code)
{
    return code >= 0x300 &&
           (code < 0x370 || utf8proc_get_property((utf8proc_int32_t)code)->combining_class != 0);
}

static char *lowered_room(pith__vocabulary *vocabulary, size_t wanted)
{
    if (vocabulary->lowered_room < wanted) {
        vocabulary->lowered = pith__arena_resize(vocabulary->arena, vocabulary->lowered,
                                                 vocabulary->lowered_room, 2 * wanted);
        vocabulary->lowered_room = 2 * wanted;
    }
    return vocabulary->lowered;
}

/* Lower case in NFC (Unicode Standard Annex 15): letters are composed with the marks behind them.
 * It stands until the next word is lowered. */
static piece lowered(pith__vocabulary *vocabulary, const char *word, uint32_t length)
{
    char *lower = lowered_room(vocabulary, (size_t)length * 2 + 4);
    bool dotless = has_dotless_i(vocabulary);
    utf8proc_int32_t codes[COMPOSED_MAX];
    uint32_t used = 0;
    for (uint32_t at = 0; at < length;) {
        utf8proc_ssize_t count = 0;
        bool marked = false;
        while (at < length && count < COMPOSED_MAX) {
            uint32_t code = lower_of(pith__utf8_next(word, &at), dotless);
            marked |= is_combining(code);
            codes[count++] = (utf8proc_int32_t)code;
        }
        if (marked)
            count = utf8proc_normalize_utf32(codes, count, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
        for (utf8proc_ssize_t i = 0; i < count; i++)
            used += (uint32_t)pith__utf8_put((uint32_t)codes[i], lower + used);
    }
    return (piece){lower, used};
}

/* Whether a word is its own lower case for certain. */
static bool is_plain(const char *word, uint32_t length)
{
    for (uint32_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)word[i];
        if (byte >= 0x80 || (byte >= 'A' && byte <= 'Z'))
            return false;
    }
    return true;
}

/* ---- parts of a word around an apostrophe ---- */

/* Languages that write a short word before its noun with an apostrophe: l'homme, dell'arte. */
static bool elides(const pith__vocabulary *vocabulary)
{
    static const char *const codes[] = {"ca", "fr", "ga", "it"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        if (is_code(vocabulary, codes[i]))
            return true;
    }
    return false;
}

/* What follows the elided stop word of l'homme; empty if the word is not of this kind. */
static piece elided(const pith__vocabulary *vocabulary, piece word)
{
    const char *mark = memchr(word.bytes, '\'', word.length);
    if (!mark || mark == word.bytes || mark + 1 == word.bytes + word.length || !elides(vocabulary))
        return (piece){word.bytes, 0};
    uint32_t head = (uint32_t)(mark - word.bytes);
    bool stop = (pith__lexicon_classes(&vocabulary->lexicon, word.bytes, head) |
                 pith__lexicon_classes(&vocabulary->lexicon, word.bytes, head + 1)) &
                PITH__STOP;
    return (piece){mark + 1, stop ? word.length - head - 1 : 0};
}

/* The word without a possessive ('s, or the ' after a final s), and in Turkish without the endings
 * that a name takes after an apostrophe. */
static piece bare(const pith__vocabulary *vocabulary, piece word)
{
    const char *mark = memchr(word.bytes, '\'', word.length);
    if (mark && mark > word.bytes && is_code(vocabulary, "tr"))
        return (piece){word.bytes, (uint32_t)(mark - word.bytes)};
    uint32_t length = word.length;
    if (length > 2 && memcmp(word.bytes + length - 2, "'s", 2) == 0)
        length -= 2;
    else if (length > 1 && word.bytes[length - 1] == '\'')
        length -= 1;
    return (piece){word.bytes, length};
}

/* ---- forms ---- */

static pith__shape shape_of(const char *word, uint32_t length)
{
    uint32_t at = 0, uppers = 0, lowers = 0;
    uint32_t first = pith__utf8_at(word, length, 0);
    if (pith__utf8_is_digit(first))
        return PITH__NUMBER;
    if (!pith__utf8_is_letter(first))
        return PITH__PUNCTUATION;
    if (!pith__utf8_is_upper(first))
        return PITH__LOWER;
    while (at < length) {
        uint32_t code = pith__utf8_next(word, &at);
        uppers += pith__utf8_is_upper(code);
        lowers += pith__utf8_is_lower(code);
    }
    return uppers > 1 && lowers == 0 ? PITH__UPPER : PITH__CAPITAL;
}

static bool has_apostrophe(const char *word, uint32_t length)
{
    enum { ENDING = 6 };
    for (uint32_t i = length > ENDING ? length - ENDING : 0; i < length; i++) {
        if (word[i] == '\'' || word[i] == '\xE2')
            return true;
    }
    return false;
}

static void spell(pith__form *form, piece lower)
{
    enum { PART = 3 };
    uint32_t part = lower.length < PART ? lower.length : PART;
    uint32_t ending = pith__fixed_hash(lower.bytes + lower.length - part, part);
    uint32_t beginning = pith__fixed_hash(lower.bytes, part);
    form->hash = pith__fixed_hash(lower.bytes, lower.length);
    pith__learnt learnt = pith__learnt_of(form->hash);
    form->learnt = (unsigned char)(learnt.cluster | (learnt.cue ? PITH__LEARNT_CUE : 0));
    uint32_t word = learnt.row ? learnt.row : PITH__WORD_ROWS + (uint32_t)learnt.cluster;
    form->spelling = (pith__spelling){.word = word & 0xFFF,
                                      .ending = ending % PITH__ENDINGS,
                                      .beginning = beginning % PITH__BEGINNINGS};
}

static piece stemmed(const pith__vocabulary *vocabulary, piece word)
{
    if (!vocabulary->stemmer || word.length > STEMMED_MAX)
        return word;
    const sb_symbol *stem =
        sb_stemmer_stem(vocabulary->stemmer, (const sb_symbol *)word.bytes, (int)word.length);
    if (!stem)
        pith__trap_spring(vocabulary->arena->trap, PITH__OUT_OF_MEMORY);
    int length = sb_stemmer_length(vocabulary->stemmer);
    return length ? (piece){(const char *)stem, (uint32_t)length} : word;
}

/* The number of a stem; it is copied when it is new, for it may lie in the stemmer's own buffer. */
static uint32_t stem_number(pith__vocabulary *vocabulary, piece stem)
{
    uint32_t number = pith__table_find(&vocabulary->stems, stem.bytes, stem.length);
    if (number != PITH__ABSENT)
        return number;
    const char *copy = pith__arena_copy(vocabulary->arena, stem.bytes, stem.length);
    vocabulary->terms.count = vocabulary->stems.keys.count; /* as with the forms below */
    *pith__array_add(vocabulary->arena, &vocabulary->terms) = 0;
    return pith__table_intern(&vocabulary->stems, copy, stem.length);
}

/* Puts the lower case where the form keeps it, and a long form as written behind that. */
static void keep(pith__arena *arena, pith__form *form, const char *word, piece lower)
{
    char *at = form->lower_head;
    if (pith__form_is_long(form)) {
        at = pith__arena_alloc(arena, (size_t)lower.length + 1 + form->length);
        memcpy(at + lower.length + 1, word, form->length);
        form->strings = at;
    }
    memcpy(at, lower.bytes, lower.length);
    at[lower.length] = '\0';
}

/* What the longest listed end of a compound tells: that of Bundesverkehrsminister, a role. */
static uint32_t compound_classes(const pith__lexicon *lexicon, piece word)
{
    enum { END_MIN = 3, END_MAX = 20, HEAD_MIN = 2 };
    char end[END_MAX + 1] = "-";
    uint32_t length = word.length < END_MAX + HEAD_MIN ? word.length - HEAD_MIN : END_MAX;
    for (uint32_t classes = 0; length >= END_MIN; length--) {
        memcpy(end + 1, word.bytes + word.length - length, length);
        classes = pith__lexicon_classes(lexicon, end, length + 1) & PITH__COMPOUNDED;
        if (classes)
            return classes;
    }
    return 0;
}

static pith__form form_of(pith__vocabulary *vocabulary, const char *word, uint32_t length)
{
    piece lower = {word, length};
    if (!is_plain(word, length))
        lower = lowered(vocabulary, word, length);
    pith__form form = {.length = length,
                       .lower_length = lower.length,
                       .classes =
                           pith__lexicon_classes(&vocabulary->lexicon, lower.bytes, lower.length),
                       .shape = (unsigned char)shape_of(word, length),
                       .apostrophe = has_apostrophe(word, length)};
    spell(&form, lower);
    keep(vocabulary->arena, &form, word, lower);
    enum { COMPOUND_MIN = 6 };
    if (vocabulary->lexicon.language->compounds && !form.classes && lower.length >= COMPOUND_MIN &&
        form.shape != PITH__LOWER)
        form.classes = compound_classes(&vocabulary->lexicon, lower);
    piece rest = elided(vocabulary, lower);
    if (rest.length) /* qu'il is a stop word because both its parts are */
        form.classes |=
            pith__lexicon_classes(&vocabulary->lexicon, rest.bytes, rest.length) & PITH__STOP;
    piece stem = stemmed(vocabulary, bare(vocabulary, rest.length ? rest : lower));
    form.stem = stem_number(vocabulary, stem);
    form.kind = (unsigned char)pith__kind_of(&form);
    return form;
}

/* ---- looking up ---- */

pith__written pith__written_of(const pith__vocabulary *vocabulary, const char *word, size_t length)
{
    pith__written written = {.bytes = word, .length = (uint32_t)length};
    memcpy(written.head, word, length < PITH__HEAD ? length : PITH__HEAD);
    pith__written_hash(vocabulary, &written);
    return written;
}

/* A long form as written. */
static inline const char *written_of(const pith__form *form)
{
    return form->strings + form->lower_length + 1;
}

static inline bool is_same(const pith__vocabulary *vocabulary, uint32_t number,
                           const pith__written *word)
{
    const pith__form *form = &vocabulary->forms.items[number];
    return form->head[0] == word->head[0] && form->head[1] == word->head[1] &&
           form->length == word->length &&
           (word->length <= PITH__HEAD ||
            memcmp(written_of(form) + PITH__HEAD, word->bytes + PITH__HEAD,
                   word->length - PITH__HEAD) == 0);
}

/* The slot of the word, or the empty one where it would be. */
static inline uint32_t slot_of(const pith__vocabulary *vocabulary, const pith__written *word)
{
    uint32_t mask = vocabulary->slot_count - 1;
    uint32_t at = word->hash & mask;
    for (; vocabulary->slots[at]; at = (at + 1) & mask) {
        if (vocabulary->slots[at] >> 32 == word->hash &&
            is_same(vocabulary, (uint32_t)vocabulary->slots[at] - 1, word))
            break;
    }
    return at;
}

static void widen(pith__vocabulary *vocabulary)
{
    uint32_t old_count = vocabulary->slot_count, count = old_count * 2;
    uint64_t *old = vocabulary->slots;
    vocabulary->slots = pith__arena_zero(vocabulary->arena, count, sizeof *old);
    vocabulary->slot_count = count;
    for (uint32_t i = 0; i < old_count; i++) {
        uint32_t at = (uint32_t)(old[i] >> 32) & (count - 1);
        while (old[i] && vocabulary->slots[at])
            at = (at + 1) & (count - 1);
        if (old[i])
            vocabulary->slots[at] = old[i];
    }
    pith__arena_drop(vocabulary->arena, old, old_count * sizeof *old);
}

/* The array of forms last: if memory runs out before, all still agree in the next call. */
static uint32_t add_form(pith__vocabulary *vocabulary, const pith__written *word)
{
    pith__form form = form_of(vocabulary, word->bytes, word->length);
    memcpy(form.head, word->head, sizeof form.head);
    if (vocabulary->forms.count >= vocabulary->slot_count / 2)
        widen(vocabulary);
    *pith__array_add(vocabulary->arena, &vocabulary->forms) = form;
    vocabulary->slots[slot_of(vocabulary, word)] =
        (uint64_t)word->hash << 32 | vocabulary->forms.count;
    return vocabulary->forms.count - 1;
}

void pith__vocabulary_forms(pith__vocabulary *vocabulary, const pith__written *words,
                            uint32_t count, uint32_t *numbers)
{
    uint32_t mask = vocabulary->slot_count - 1;
    assert(count <= PITH__BATCH);
    for (uint32_t i = 0; i < count; i++) {
        uint64_t slot = vocabulary->slots[words[i].hash & mask];
        if (slot)
            __builtin_prefetch(&vocabulary->forms.items[(uint32_t)slot - 1]);
    }
    for (uint32_t i = 0; i < count; i++) {
        uint64_t slot = vocabulary->slots[slot_of(vocabulary, &words[i])];
        numbers[i] = slot ? (uint32_t)slot - 1 : add_form(vocabulary, &words[i]);
    }
}

/* ---- vocabulary ---- */

void pith__vocabulary_init(pith__vocabulary *vocabulary, pith__arena *arena, uint64_t seed,
                           const pith__language *language, const char *stopwords,
                           size_t stopwords_length)
{
    *vocabulary = (pith__vocabulary){.arena = arena, .seed = seed, .slot_count = SLOTS_FIRST};
    pith__lexicon_init(&vocabulary->lexicon, arena, seed, language, stopwords, stopwords_length);
    vocabulary->slots = pith__arena_zero(arena, SLOTS_FIRST, sizeof *vocabulary->slots);
    pith__table_init(&vocabulary->stems, arena, seed, 1024);
    if (!vocabulary->lexicon.language->stemmer)
        return;
    vocabulary->stemmer = sb_stemmer_new(vocabulary->lexicon.language->stemmer, NULL);
    if (!vocabulary->stemmer) /* the data's tests hold that the name is known: so it is memory */
        pith__trap_spring(arena->trap, PITH__OUT_OF_MEMORY);
}

void pith__vocabulary_free(pith__vocabulary *vocabulary)
{
    sb_stemmer_delete(vocabulary->stemmer);
    vocabulary->stemmer = NULL;
}
