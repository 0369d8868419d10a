#include "language/vocabulary.h"

#include <libstemmer.h>
#include <stddef.h>
#include <string.h>
#include <utf8proc.h>

#include "ground/utf8.h"
#include "language/capital.h"
#include "language/kind.h"
#include "language/learnt.h"
#include "language/toponym.h"

/* A longer word is no word of a language (a URL, a line of dashes): it is its own stem. */
enum { STEMMED_MAX = 256 };

/* Code points that are composed at once; no word of a language is longer. */
enum { COMPOSED_MAX = 256 };

enum { DIGITS_MIN = 4 }; /* of a bare number that says something: a year, not a 5 */

enum { SLOTS_FIRST = 4096 }; /* a power of two */

typedef struct piece {
    const char *bytes;
    uint32_t length;
} piece;

/* ---- lower case ---- */

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
    utf8proc_int32_t codes[COMPOSED_MAX];
    uint32_t used = 0;
    for (uint32_t at = 0; at < length;) {
        utf8proc_ssize_t count = 0;
        bool marked = false;
        while (at < length && count < COMPOSED_MAX) {
            uint32_t code = lower_of(pith__utf8_next(word, &at), vocabulary->dotless);
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

/* ---- parts of a word around an apostrophe ---- */

/* What follows the elided stop word of l'homme; empty if the word is not of this kind. */
static piece elided(const pith__vocabulary *vocabulary, piece word)
{
    const char *mark = memchr(word.bytes, '\'', word.length);
    if (!mark || mark == word.bytes || mark + 1 == word.bytes + word.length)
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
    if (mark && mark > word.bytes && vocabulary->suffixes)
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

static void spell(pith__form *form, piece lower, bool english)
{
    enum { PART = 3 };
    uint32_t part = lower.length < PART ? lower.length : PART;
    uint32_t ending = pith__fixed_hash(lower.bytes + lower.length - part, part);
    form->hash = pith__fixed_hash(lower.bytes, lower.length);
    pith__learnt learnt = pith__learnt_of(form->hash);
    form->learnt = (unsigned char)(learnt.cluster | (learnt.cue ? PITH__LEARNT_CUE : 0));
    form->small = english && learnt.small;
    uint32_t word = learnt.row ? learnt.row : PITH__WORD_ROWS + (uint32_t)learnt.cluster;
    form->spelling = (pith__spelling){.word = word & 0xFFF,
                                      .ending = ending % PITH__ENDINGS,
                                      .toponym = english && form->shape == PITH__CAPITAL &&
                                                 pith__is_toponym(lower.bytes)};
}

/* Whether the English stemmer (Porter 2) takes anything off or changes it: it does so at these ends
 * and at apostrophes only, and half of all words have none of them. */
static bool has_english_ending(piece word)
{
    if (word.length < 3)
        return false;
    if (memchr(word.bytes, '\'', word.length))
        return true;
    char before = word.bytes[word.length - 2];
    switch (word.bytes[word.length - 1]) {
    case 'e':
    case 'i':
    case 's':
    case 'y':
        return true;
    case 'c':
        return before == 'i';
    case 'd':
        return before == 'e';
    case 'g':
    case 't':
        return before == 'n';
    case 'l':
        return before == 'a' || before == 'l' || before == 'u';
    case 'm':
        return before == 's';
    case 'n':
        return before == 'o';
    case 'r':
        return before == 'e' || before == 'o';
    default:
        return false;
    }
}

/* It stands until the next word is stemmed. */
static piece stemmed(pith__vocabulary *vocabulary, piece word)
{
    if (!vocabulary->stemmer || word.length > STEMMED_MAX ||
        (vocabulary->english && !has_english_ending(word)))
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
    uint32_t number = pith__table_intern_copy(&vocabulary->stems, stem.bytes, stem.length);
    if (number < vocabulary->terms.count)
        return number;
    vocabulary->terms.count = number; /* as with the forms below */
    *pith__array_add(vocabulary->arena, &vocabulary->terms) = 0;
    return number;
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

/* Words of one letter say nothing; a Han character does. */
static bool is_single_letter(piece lower)
{
    uint32_t at = 0;
    return pith__utf8_next(lower.bytes, &at) < 0x2E80 && at == lower.length;
}

static bool is_short_number(piece lower)
{
    uint32_t digits = 0;
    for (uint32_t at = 0; at < lower.length;) {
        uint32_t code = pith__utf8_next(lower.bytes, &at);
        if (pith__utf8_is_letter(code))
            return false;
        digits += pith__utf8_is_digit(code);
    }
    return digits < DIGITS_MIN;
}

static bool is_telling(const pith__form *form, piece lower)
{
    if (form->classes & PITH__STOP || form->shape == PITH__PUNCTUATION || !lower.length)
        return false;
    return !is_single_letter(lower) && !(form->shape == PITH__NUMBER && is_short_number(lower));
}

/* How a form of ASCII is written that it can hold itself; its lower case. False: it is none. */
static bool read_plain(const pith__vocabulary *vocabulary, const pith__written *word,
                       pith__form *form)
{
    enum { ENDING = 6 };
    pith__block b = pith__block_load((const char *)word->head);
    pith__block capital = pith__block_within(b, 'A', 26);
    uint32_t capitals = pith__block_bits(capital);
    if (word->length >= PITH__HEAD || pith__block_bits(b) || (vocabulary->dotless && capitals))
        return false;
    uint32_t letters = pith__block_bits(pith__block_letters(b));
    uint32_t marks = pith__block_bits(pith__block_equal(b, '\''));
    b |= capital & pith__block_of('a' - 'A');
    memcpy(form->lower_head, &b, PITH__HEAD);
    form->lower_length = word->length;
    form->apostrophe = marks >> (word->length > ENDING ? word->length - ENDING : 0) != 0;
    if (!(letters & 1))
        form->shape = form->lower_head[0] >= '0' && form->lower_head[0] <= '9' ? PITH__NUMBER
                                                                               : PITH__PUNCTUATION;
    else if (!(capitals & 1))
        form->shape = PITH__LOWER;
    else
        form->shape = letters == capitals && capitals != 1 ? PITH__UPPER : PITH__CAPITAL;
    return true;
}

/* The same of any word. */
static void read_any(pith__vocabulary *vocabulary, const pith__written *word, pith__form *form)
{
    piece lower = lowered(vocabulary, word->bytes, word->length);
    form->lower_length = lower.length;
    form->shape = (unsigned char)shape_of(word->bytes, word->length);
    form->apostrophe = has_apostrophe(word->bytes, word->length);
    keep(vocabulary->arena, form, word->bytes, lower);
}

static uint32_t naming_of(const pith__vocabulary *vocabulary, const pith__form *form)
{
    return pith__naming_of(vocabulary->lexicon.language,
                           &(pith__bare){.lower = pith__form_lower(form),
                                         .lower_length = form->lower_length,
                                         .form_classes = form->classes,
                                         .length = form->length,
                                         .classes = form->classes,
                                         .shape = form->shape});
}

/* What a form means, by its lower case. Its stem is asked for first, since that is far away. */
static void tell(pith__vocabulary *vocabulary, pith__form *form)
{
    enum { COMPOUND_MIN = 6 };
    const pith__lexicon *lexicon = &vocabulary->lexicon;
    piece lower = {pith__form_lower(form), form->lower_length};
    piece rest = {lower.bytes, 0}, stem = lower;
    if (memchr(lower.bytes, '\'', lower.length)) {
        rest = vocabulary->elides ? elided(vocabulary, lower) : rest;
        stem = bare(vocabulary, rest.length ? rest : lower);
    }
    stem = stemmed(vocabulary, stem);
    pith__table_ask(&vocabulary->stems, stem.bytes, stem.length);
    spell(form, lower, vocabulary->english);
    form->classes = pith__lexicon_classes(lexicon, lower.bytes, lower.length);
    if (lexicon->language->compounds && !form->classes && lower.length >= COMPOUND_MIN &&
        form->shape != PITH__LOWER)
        form->classes = compound_classes(lexicon, lower);
    if (rest.length) /* qu'il is a stop word because both its parts are */
        form->classes |= pith__lexicon_classes(lexicon, rest.bytes, rest.length) & PITH__STOP;
    form->kind = (unsigned char)pith__kind_of(form);
    form->telling = is_telling(form, lower);
    form->naming = naming_of(vocabulary, form) & 31;
    form->stem = stem_number(vocabulary, stem);
}

/* ---- looking up ---- */

void pith__written_in(const pith__index *index, const char *text, uint32_t length,
                      pith__written *word)
{
    pith__block head = pith__block_load(text);
    if (length <= PITH__HEAD) {
        pith__written_short(index, text, head, length, word);
        return;
    }
    memcpy(word->head, text, PITH__HEAD);
    word->bytes = text;
    word->length = length;
    word->hash = pith__index_hash(index, head, length,
                                  pith__hash(index->seed, text + PITH__HEAD, length - PITH__HEAD));
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
    while (vocabulary->slots[at] && !is_same(vocabulary, vocabulary->slots[at] - 1, word))
        at = (at + 1) & mask;
    return at;
}

/* Puts all forms into slots twice as many. */
static void widen(pith__vocabulary *vocabulary)
{
    uint32_t old_count = vocabulary->slot_count, count = old_count * 2;
    uint32_t *old = vocabulary->slots;
    vocabulary->slots = pith__arena_zero(vocabulary->arena, count, sizeof *old);
    vocabulary->slot_count = count;
    pith__arena_drop(vocabulary->arena, old, old_count * sizeof *old);
    pith__index index = pith__index_of(vocabulary);
    for (uint32_t i = 0; i < vocabulary->forms.count; i++) {
        const pith__form *form = &vocabulary->forms.items[i];
        bool is_long = form->length > PITH__HEAD;
        pith__written word;
        pith__written_in(&index, is_long ? written_of(form) : (const char *)form->head,
                         form->length, &word);
        uint32_t at = word.hash & index.mask;
        while (vocabulary->slots[at])
            at = (at + 1) & index.mask;
        vocabulary->slots[at] = i + 1;
    }
}

/* The block may come to lie otherwise in the lines of the cache. */
static void grow_forms(pith__vocabulary *vocabulary)
{
    enum { ROOM_FIRST = 256 };
    size_t size = sizeof(pith__form), old = vocabulary->forms.room;
    size_t room = old ? old * 2 : ROOM_FIRST;
    ptrdiff_t before = (char *)vocabulary->forms.items - (char *)vocabulary->forms_block;
    char *block = pith__arena_resize(vocabulary->arena, vocabulary->forms_block,
                                     old * size + PITH__LINE, room * size + PITH__LINE);
    vocabulary->forms_block = block;
    vocabulary->forms.items = pith__line_in(block);
    if (block + before != (char *)vocabulary->forms.items)
        memmove(vocabulary->forms.items, block + before, old * size);
    vocabulary->forms.room = (uint32_t)room;
}

/* The form is counted last: if memory runs out before, all still agree in the next call. */
static uint32_t add_form(pith__vocabulary *vocabulary, const pith__written *word, uint32_t slot)
{
    uint32_t number = vocabulary->forms.count;
    if (number == vocabulary->forms.room)
        grow_forms(vocabulary);
    pith__form *form = &vocabulary->forms.items[number];
    if (number >= vocabulary->slot_count / 4) {
        widen(vocabulary);
        slot = slot_of(vocabulary, word);
    }
    memcpy(form->head, word->head, sizeof form->head);
    form->length = word->length;
    form->document = 0;
    if (!read_plain(vocabulary, word, form))
        read_any(vocabulary, word, form);
    tell(vocabulary, form);
    vocabulary->slots[slot] = number + 1;
    vocabulary->forms.count++;
    return number;
}

uint32_t pith__vocabulary_form(pith__vocabulary *vocabulary, const pith__written *word)
{
    uint32_t at = slot_of(vocabulary, word);
    uint32_t slot = vocabulary->slots[at];
    return slot ? slot - 1 : add_form(vocabulary, word, at);
}

uint32_t pith__vocabulary_number(pith__vocabulary *vocabulary, const char *word, size_t length)
{
    char head[PITH__HEAD] = {0};
    pith__written written;
    pith__index index = pith__index_of(vocabulary);
    memcpy(head, word, length < PITH__HEAD ? length : PITH__HEAD);
    pith__written_in(&index, length < PITH__HEAD ? head : word, (uint32_t)length, &written);
    return pith__vocabulary_form(vocabulary, &written);
}

/* ---- vocabulary ---- */

/* Whether the language is one of these. */
static bool is_among(const pith__language *language, const char *codes)
{
    return strstr(codes, language->code) != NULL;
}

void pith__vocabulary_init(pith__vocabulary *vocabulary, pith__arena *arena, uint64_t seed,
                           const pith__language *language, const char *stopwords,
                           size_t stopwords_length)
{
    *vocabulary = (pith__vocabulary){.arena = arena, .seed = seed, .slot_count = SLOTS_FIRST};
    pith__lexicon_init(&vocabulary->lexicon, arena, seed, language, stopwords, stopwords_length);
    vocabulary->dotless = is_among(language, " az tr ");
    vocabulary->elides = is_among(language, " ca fr ga it ");
    vocabulary->suffixes = is_among(language, " tr ");
    vocabulary->english = language->stemmer && strcmp(language->stemmer, "english") == 0;
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
