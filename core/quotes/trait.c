#include "quotes/trait.h"

#include <assert.h>
#include <string.h>

#include "ground/utf8.h"

/* ---- forms ---- */

typedef enum kind {
    EDGE = PITH__KIND_EDGE,
    COMMA,
    STOP,
    COLON,
    BRACKET,
    SIGN,
    OPENING,
    CLOSING,
    THAT,
    SAYING,
    ATTRIBUTIVE,
    STATEMENT,
    PRONOUN,
    DETERMINER,
    PREPOSITION,
    ROLE,
    SMALL,
    NUMBER,
    NAME,
    ED,
    ING,
    LY,
    PLURAL,
    OTHER
} kind;

static kind kind_of_sign(const pith__document_form *form)
{
    static const unsigned char kinds[128] = {
        [','] = COMMA, ['.'] = STOP,    ['!'] = STOP,    ['?'] = STOP,    [';'] = COLON,
        [':'] = COLON, ['('] = BRACKET, [')'] = BRACKET, ['['] = BRACKET, [']'] = BRACKET};
    unsigned char first = (unsigned char)form->lower[0];
    if (form->lower_length == 1 && first < 128 && kinds[first])
        return (kind)kinds[first];
    return strcmp(form->lower, "…") == 0 ? STOP : SIGN;
}

/* A bit for each of the endings "ed", "ing", "ly" and "s" of a word of some letters more. */
static uint32_t endings_of(const pith__document_form *form)
{
    if (form->lower_length < 3)
        return 0;
    const char *end = form->lower + form->lower_length;
    uint32_t rest = form->lower_length - 3;
    uint32_t ed = (rest > 0) & (end[-2] == 'e') & (end[-1] == 'd');
    uint32_t ing = (rest > 1) & (end[-3] == 'i') & (end[-2] == 'n') & (end[-1] == 'g');
    uint32_t ly = (rest > 0) & (end[-2] == 'l') & (end[-1] == 'y');
    return ed | ing << 1 | ly << 2 | (uint32_t)(end[-1] == 's') << 3;
}

/* A bit for each of some classes: whether the word is of one. */
static uint32_t listings_of(uint32_t classes)
{
    typedef uint32_t four __attribute__((vector_size(16)));
    static const four first = {PITH__COMPLEMENTIZER, PITH__ATTRIBUTIVE, PITH__SPEECH_VERB,
                               PITH__SPEECH_NOUN},
                      second = {PITH__PRONOUN_MALE | PITH__PRONOUN_FEMALE | PITH__PRONOUN_PLURAL |
                                    PITH__PRONOUN_OTHER,
                                PITH__DETERMINER | PITH__INDEFINITE, PITH__PREPOSITION,
                                PITH__ROLE | PITH__COLLECTIVE | PITH__HONORIFIC};
    four all = {classes, classes, classes, classes};
    four none = (four)((all & first) == 0), other = (four)((all & second) == 0);
    four bits = (~none & (four){1, 2, 4, 8}) | (~other & (four){16, 32, 64, 128});
    return bits[0] | bits[1] | bits[2] | bits[3];
}

/* The first that holds. What a word is, no processor can guess: all is asked. */
static kind kind_of(const pith__document_form *form)
{
    static const unsigned char kinds[] = {
        THAT,   ATTRIBUTIVE, SAYING, STATEMENT, PRONOUN, DETERMINER, PREPOSITION, ROLE,
        NUMBER, SMALL,       NAME,   ED,        ING,     LY,         PLURAL,      OTHER};
    if (form->shape == PITH__PUNCTUATION)
        return kind_of_sign(form);
    uint32_t holds = listings_of(form->classes);
    holds |= (uint32_t)(form->shape == PITH__NUMBER) << 8;
    holds |= (uint32_t)((form->classes & PITH__STOP) != 0) << 9;
    holds |= (uint32_t)(form->shape != PITH__LOWER) << 10;
    holds |= endings_of(form) << 11 | 1u << 15;
    return (kind)kinds[__builtin_ctz(holds)];
}

static void set_rows(pith__form_trait *trait, const pith__spelling *spelling, pith__learnt learnt)
{
    uint32_t base = PITH__WORD_ROWS;
    trait->rows[0] = learnt.row;
    trait->rows[1] = (uint16_t)(base + spelling->ending % PITH__ENDING_ROWS);
    base += PITH__ENDING_ROWS;
    trait->rows[2] = (uint16_t)(base + spelling->beginning % PITH__BEGINNING_ROWS);
    base += PITH__BEGINNING_ROWS;
    trait->rows[3] = (uint16_t)(base + learnt.cluster);
    base += PITH__CLUSTERS;
    trait->rows[4] = (uint16_t)(base + trait->kind);
}

pith__traits pith__traits_of(pith__arena *arena, const pith_document *document,
                             const pith__markeds *regions)
{
    enum { AHEAD = 8 }; /* forms whose entries among the words are asked for in time */
    uint32_t count = document->terms.form.count;
    pith__form_trait *traits = pith__arena_alloc(arena, (count + 1u) * sizeof *traits);
    for (uint32_t i = 0; i < count; i++) {
        const pith__document_form *form = &document->terms.form.items[i];
        if (i + AHEAD < count)
            pith__learnt_prefetch(form[AHEAD].spelling.whole);
        pith__learnt learnt = pith__learnt_of(form->spelling.whole);
        traits[i] = (pith__form_trait){.kind = (uint8_t)kind_of(form),
                                       .shape = (uint8_t)form->shape,
                                       .cluster = learnt.cluster,
                                       .cue = learnt.cue,
                                       .word = form->spelling.whole | 1};
        set_rows(&traits[i], &form->spelling, learnt);
    }
    return (pith__traits){document, regions, traits};
}

/* ---- units ---- */

static uint32_t tokens_in(const pith_document *document, uint32_t sentence)
{
    return document->tokens.first[sentence + 1] - document->tokens.first[sentence];
}

/* Whether a sentence begins inside a marked region; *region is moved along. */
static bool is_bound(const pith__traits *traits, uint32_t sentence, uint32_t *region)
{
    const pith__markeds *regions = traits->regions;
    uint32_t start = traits->document->sentences.items[sentence].span.start;
    while (*region < regions->count && regions->items[*region].outer.end <= start)
        ++*region;
    return *region < regions->count && regions->items[*region].outer.start < start &&
           regions->items[*region].first < traits->document->tokens.first[sentence];
}

/* The unit that begins with a sentence. */
static pith__unit unit_from(const pith__traits *traits, uint32_t sentence, uint32_t region)
{
    const pith_document *d = traits->document;
    const pith_sentence *sentences = d->sentences.items;
    uint32_t s = sentence, count = 0;
    is_bound(traits, s, &region);
    pith__unit unit = {.first_sentence = s, .region = region};
    do
        count += tokens_in(d, s++);
    while (s < d->sentences.count && sentences[s].paragraph == sentences[sentence].paragraph &&
           count + tokens_in(d, s) <= PITH__UNIT_MAX && is_bound(traits, s, &region));
    unit.end_sentence = s;
    return unit;
}

/* Whether it has a cue or a marked region. */
static bool is_worth_while(const pith__traits *traits, const pith__unit *unit)
{
    const pith_document *d = traits->document;
    if (unit->region < traits->regions->count &&
        traits->regions->items[unit->region].outer.start <
            d->sentences.items[unit->end_sentence - 1].span.end)
        return true;
    uint32_t end = d->tokens.first[unit->end_sentence];
    for (uint32_t t = d->tokens.first[unit->first_sentence]; t < end; t++) {
        if (traits->of_form[d->tokens.token.items[t].form].cue)
            return true;
    }
    return false;
}

bool pith__unit_next(const pith__traits *traits, pith__unit *unit)
{
    const pith_document *d = traits->document;
    for (uint32_t s = unit->end_sentence; s < d->sentences.count; s = unit->end_sentence) {
        *unit = unit_from(traits, s, unit->region);
        if (d->tokens.first[unit->end_sentence] - d->tokens.first[s] <= PITH__UNIT_MAX &&
            is_worth_while(traits, unit))
            return true;
    }
    return false;
}

/* ---- spots ---- */

enum { OUTSIDE, FIRST_INSIDE, INSIDE, LAST_INSIDE, AT_OPENING, AT_CLOSING };

static void set_mark(const pith__marked *region, uint32_t token, pith_span span, pith__spot *spot)
{
    uint32_t length = region->end - region->first;
    spot->region = (uint8_t)(1 + (int)region->class +
                             6 * (length < 3    ? 0
                                  : length < 8  ? 1
                                  : length < 20 ? 2
                                                : 3));
    if (span.start < region->span.start) {
        spot->mark = AT_OPENING;
        spot->kind = OPENING;
    } else if (span.start >= region->span.end) {
        spot->mark = AT_CLOSING;
        spot->kind = CLOSING;
    } else {
        spot->mark = token == region->first     ? FIRST_INSIDE
                     : token + 1 == region->end ? LAST_INSIDE
                                                : INSIDE;
    }
}

static bool in_speech(const pith__spot *spot)
{
    return spot->region && (spot->region - 1) % 6 == PITH__MARKED_SPEECH;
}

static void fill_forms(const pith__traits *traits, uint32_t first, uint32_t end, uint32_t region,
                       pith__spot *spots)
{
    const pith__marked *regions = traits->regions->items;
    for (uint32_t token = first; token < end; token++) {
        pith_span span = pith__token_span(traits->document, token);
        uint32_t number = traits->document->tokens.token.items[token].form;
        const pith__form_trait *form = &traits->of_form[number];
        pith__spot *spot = &spots[token - first];
        *spot = (pith__spot){.form = number,
                             .word = form->word,
                             .kind = form->kind,
                             .shape = form->shape,
                             .cluster = form->cluster};
        while (region < traits->regions->count && regions[region].outer.end <= span.start)
            region++;
        if (region < traits->regions->count && regions[region].outer.start <= span.start)
            set_mark(&regions[region], token, span, spot);
        spot->cue = form->cue && !in_speech(spot);
    }
}

/* Columns in the order of the kinds: a comma, a stop, a colon, an opening mark and a "that" change
 * something. */
const uint8_t pith__seen_next[PITH__NO_CUE + 1][PITH__KINDS] = {
    {0, 1, 6, 6, 0, 0, 6, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
    {1, 2, 7, 7, 1, 1, 7, 1, 4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
    {2, 2, 8, 8, 2, 2, 8, 2, 5, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2},
    {3, 4, 9, 9, 3, 3, 9, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3},
    {4, 5, 10, 10, 4, 4, 10, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4},
    {5, 5, 11, 11, 5, 5, 11, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5},
    {6, 7, 6, 6, 6, 6, 6, 6, 9, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6},
    {7, 8, 7, 7, 7, 7, 7, 7, 10, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7},
    {8, 8, 8, 8, 8, 8, 8, 8, 11, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8},
    {9, 10, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9},
    {10, 11, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10,
     10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10},
    {11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11,
     11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11},
    {12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12,
     12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12},
};

static void fill_sides(pith__spot *spots, uint32_t count)
{
    pith__passing left = pith__no_cue, right = pith__no_cue;
    for (uint32_t i = 0; i < count; i++)
        spots[i].left = pith__pass(&left, &spots[i], spots[i].cue);
    for (uint32_t i = count; i-- > 0;)
        spots[i].right = pith__pass(&right, &spots[i], spots[i].cue);
}

uint32_t pith__spots_fill(const pith__traits *traits, const pith__unit *unit, pith__spot *spots)
{
    const uint32_t *firsts = traits->document->tokens.first;
    uint32_t base = firsts[unit->first_sentence], count = firsts[unit->end_sentence] - base;
    assert(count <= PITH__UNIT_MAX);
    fill_forms(traits, base, base + count, unit->region, spots);
    for (uint32_t s = unit->first_sentence; s < unit->end_sentence; s++) {
        for (uint32_t t = firsts[s]; t < firsts[s + 1]; t++) {
            spots[t - base].from_start = pith__grouped(t - firsts[s]);
            spots[t - base].to_end = pith__grouped(firsts[s + 1] - 1 - t);
        }
    }
    fill_sides(spots, count);
    return count;
}
