#include "quotes/tagger.h"

#include <assert.h>
#include <string.h>

/* ---- the best path ---- */

bool pith__label_follows(int before, int label)
{
    switch (label) {
    case PITH__LABEL_TRAILING_MORE:
    case PITH__LABEL_LEADING_MORE:
    case PITH__LABEL_SOURCE_MORE:
        return before == label || before == label - 1;
    default:
        return true;
    }
}

_Static_assert((int)PITH__LABELS == (int)PITH__EIGHT, "labels are eight numbers");

/* A number for each label, those of labels that differ in the bits of d changed round. */
#define CHANGED_ROUND(numbers, d)                                                                  \
    __builtin_shufflevector(numbers, numbers, 0 ^ (d), 1 ^ (d), 2 ^ (d), 3 ^ (d), 4 ^ (d),         \
                            5 ^ (d), 6 ^ (d), 7 ^ (d))

/* A bit for each of eight numbers that is not 0 but -1. */
static inline uint8_t bits_of(pith__eight numbers)
{
#ifdef __SSE2__
    return (uint8_t)_mm_movemask_epi8(_mm_packs_epi16((__m128i)numbers, (__m128i)numbers));
#else
    uint8_t bits = 0;
    for (int i = 0; i < PITH__EIGHT; i++)
        bits |= (uint8_t)((numbers[i] & 1) << i);
    return bits;
#endif
}

/* The best sums of the paths that end in each label of the next token. *stays: a bit for each label
 * that such a path had before as well. */
static inline pith__eight step(pith__eight sums, const int16_t (*turns)[PITH__LABELS],
                               uint8_t *stays)
{
    pith__eight other = CHANGED_ROUND(sums, 1);
    pith__eight same = sums + pith__eight_at(turns[0]);
    pith__eight a = pith__larger(same, other + pith__eight_at(turns[1]));
    pith__eight b = pith__larger(CHANGED_ROUND(sums, 2) + pith__eight_at(turns[2]),
                                 CHANGED_ROUND(other, 2) + pith__eight_at(turns[3]));
    pith__eight c = pith__larger(CHANGED_ROUND(sums, 4) + pith__eight_at(turns[4]),
                                 CHANGED_ROUND(other, 4) + pith__eight_at(turns[5]));
    pith__eight d = pith__larger(CHANGED_ROUND(sums, 6) + pith__eight_at(turns[6]),
                                 CHANGED_ROUND(other, 6) + pith__eight_at(turns[7]));
    pith__eight best = pith__larger(pith__larger(a, b), pith__larger(c, d));
    *stays = bits_of((pith__eight)(same == best));
    return best;
}

/* The label before one that another label goes before. */
static uint8_t label_before(const int16_t sums[PITH__LABELS], const int16_t (*turns)[PITH__LABELS],
                            uint8_t label)
{
    uint8_t best = 0;
    for (uint8_t a = 1; a < PITH__LABELS; a++)
        best =
            sums[a] + turns[a ^ label][label] > sums[best] + turns[best ^ label][label] ? a : best;
    return best;
}

static uint8_t largest(const int16_t sums[PITH__LABELS])
{
    uint8_t label = 0;
    for (uint8_t b = 1; b < PITH__LABELS; b++)
        label = sums[b] > sums[label] ? b : label;
    return label;
}

/* The sums of the best paths are kept where the scores were, relative to label 0, so that they stay
 * small however long the path. */
bool pith__labels_find(const uint8_t *kinds, uint32_t count, int16_t (*scores)[PITH__LABELS],
                       const int16_t (*turns)[PITH__LABELS][PITH__LABELS], uint8_t *room,
                       uint8_t *labels)
{
    const int16_t never = PITH__NEVER;
    pith__eight sums = {0, never, never, never, never, never, never, never};
    for (uint32_t i = 0; i < count; i++) {
        sums = step(sums, turns[kinds[i]], &room[i]) + pith__eight_at(scores[i]);
        sums -= __builtin_shufflevector(sums, sums, 0, 0, 0, 0, 0, 0, 0, 0);
        memcpy(scores[i], &sums, sizeof sums);
    }
    uint8_t label = largest(scores[count - 1]), any = label;
    for (uint32_t i = count; --i > 0;) {
        labels[i] = label;
        if (!(room[i] >> label & 1)) {
            label = label_before(scores[i - 1], turns[kinds[i]], label);
            any |= label;
        }
    }
    labels[0] = label;
    return any != PITH__LABEL_OUT;
}

/* ---- scores ---- */

/* What a form says of the tokens around it in both looks. */
typedef struct window {
    pith__block at[PITH__WINDOW];
} window;

static inline const uint8_t *form_row(uint32_t row)
{
    return pith__pressed_forms + (size_t)row * PITH__PRESSED_FORM;
}

static inline void fill_window(const pith__document_form *form, window *w)
{
    const uint8_t *word = form_row(form->spelling.word);
    const uint8_t *ending = form_row(PITH__PRESSED_ENDINGS + form->spelling.ending);
    const uint8_t *beginning = form_row(PITH__PRESSED_BEGINNINGS + form->spelling.beginning);
    const uint8_t *kind = form_row(PITH__PRESSED_KINDS + (uint32_t)form->kind);
    for (uint32_t k = 0; k < PITH__WINDOW; k++)
        w->at[k] =
            pith__sixteen_at(word + k * PITH__PAIR) + pith__sixteen_at(ending + k * PITH__PAIR) +
            pith__sixteen_at(beginning + k * PITH__PAIR) + pith__sixteen_at(kind + k * PITH__PAIR);
}

/* A unit while it is labelled. */
typedef struct tagging {
    pith__arena *arena, *scratch;
    pith__reading reading;
    pith__pieces pieces;
    window *of_form; /* NULL before they are made */
    window edge;     /* what is before and behind a unit */
    const window *around[PITH__UNIT_MAX + 2 * PITH__REACH];
    pith__spots spots;
    pith__glances glances;
    int16_t scores[PITH__PRESSED_LOOKS][PITH__UNIT_MAX][PITH__LABELS];
    uint8_t room[PITH__UNIT_MAX];
} tagging;

static size_t windows_size(const tagging *t)
{
    return (t->reading.document->terms.form.count + 1u) * sizeof(window);
}

static void make_windows(tagging *t)
{
    const pith__terms *terms = &t->reading.document->terms;
    memcpy(&t->edge, pith__pressed_edge, sizeof t->edge);
    t->of_form = pith__arena_alloc(t->scratch, windows_size(t));
    for (uint32_t i = 0; i < terms->form.count; i++)
        fill_window(&terms->form.items[i], &t->of_form[i]);
}

static void gather_windows(tagging *t)
{
    uint32_t count = t->spots.count;
    if (!t->of_form)
        make_windows(t);
    for (uint32_t k = 0; k < PITH__REACH; k++)
        t->around[k] = t->around[count + PITH__REACH + k] = &t->edge;
    for (uint32_t i = 0; i < count; i++)
        t->around[i + PITH__REACH] = &t->of_form[t->spots.form[i]];
}

/* The sums of both looks. */
typedef struct sums {
    pith__numbers first, second;
} sums;

static inline void add(sums *all, pith__block weights)
{
    all->first += pith__first_half(weights);
    all->second += pith__second_half(weights);
}

/* rows: of pairs of weights, twice. */
static inline pith__block place_at(uint16_t row)
{
    return pith__sixteen_at(pith__pressed_places + (size_t)row * (PITH__PAIR / 2));
}

static inline pith__block glance_at(uint16_t row)
{
    return pith__half_at(pith__pressed_glances + (size_t)row * PITH__LABELS);
}

/* What forms around it and its place tell of a token, in both looks: mostly there is a second. */
static void look_around(tagging *t, uint32_t i, const uint16_t (*rows)[PITH__EIGHT])
{
    const window *const *around = t->around + i;
    sums all = {{0}, {0}};
    for (uint32_t k = 0; k < PITH__WINDOW; k++)
        add(&all, around[k]->at[k]);
    for (uint32_t k = 0; k < PITH__PLACE_TRAITS; k += 2)
        add(&all, place_at(rows[k][0]) + place_at(rows[k + 1][0]));
    memcpy(t->scores[0][i], &all.first, sizeof all.first);
    memcpy(t->scores[1][i], &all.second, sizeof all.second);
}

static bool look_first(tagging *t)
{
    gather_windows(t);
    for (uint32_t i = 0; i < t->spots.count; i += PITH__EIGHT) {
        pith__numbers eight[PITH__PLACE_TRAITS];
        uint16_t rows[PITH__PLACE_TRAITS][PITH__EIGHT];
        pith__place_rows(&t->spots, i, eight);
        for (uint32_t k = 0; k < PITH__PLACE_TRAITS; k++)
            eight[k] += eight[k];
        memcpy(rows, eight, sizeof rows);
        for (uint32_t k = 0; k < PITH__EIGHT && i + k < t->spots.count; k++)
            look_around(t, i + k, (const uint16_t(*)[PITH__EIGHT])(&rows[0][k]));
    }
    return pith__labels_find(pith__strip_at(t->spots.kind, 0), t->spots.count, t->scores[0],
                             pith__pressed_turns[0], t->room, pith__strip_at(t->glances.label, 0));
}

/* Adds what the first look found. */
static void glance_at_labels(tagging *t, uint32_t i, const uint16_t (*rows)[PITH__EIGHT])
{
    pith__numbers sum = (pith__numbers)pith__eight_at(t->scores[1][i]);
    for (uint32_t k = 0; k < PITH__GLANCE_TRAITS; k += 2)
        sum += pith__first_half(glance_at(rows[k][0]) + glance_at(rows[k + 1][0]));
    memcpy(t->scores[1][i], &sum, sizeof sum);
}

static void look_again(tagging *t)
{
    pith__glances_fill(&t->spots, t->reading.document->terms.form.items, &t->glances);
    for (uint32_t i = 0; i < t->spots.count; i += PITH__EIGHT) {
        pith__numbers eight[PITH__GLANCE_TRAITS];
        uint16_t rows[PITH__GLANCE_TRAITS][PITH__EIGHT];
        pith__glance_rows(&t->spots, &t->glances, i, eight);
        memcpy(rows, eight, sizeof rows);
        for (uint32_t k = 0; k < PITH__EIGHT && i + k < t->spots.count; k++)
            glance_at_labels(t, i + k, (const uint16_t(*)[PITH__EIGHT])(&rows[0][k]));
    }
    pith__labels_find(pith__strip_at(t->spots.kind, 0), t->spots.count, t->scores[1],
                      pith__pressed_turns[1], t->room, pith__strip_at(t->glances.label, 0));
}

/* ---- pieces ---- */

static bool goes_on(uint8_t label)
{
    return label == PITH__LABEL_TRAILING_MORE || label == PITH__LABEL_LEADING_MORE ||
           label == PITH__LABEL_SOURCE_MORE;
}

static pith__piece_kind kind_of(uint8_t label)
{
    return label == PITH__LABEL_CUE                                          ? PITH__CUE
           : label == PITH__LABEL_SOURCE || label == PITH__LABEL_SOURCE_MORE ? PITH__SOURCE
                                                                             : PITH__CONTENT;
}

static void collect(tagging *t, uint32_t base)
{
    const uint8_t *labels = pith__strip_at(t->glances.label, 0);
    for (uint32_t i = 0, end; i < t->spots.count; i = end) {
        uint8_t label = labels[i];
        end = i + 1;
        if (label == PITH__LABEL_OUT)
            continue;
        while (end < t->spots.count &&
               (goes_on(labels[end]) || (label == PITH__LABEL_CUE && labels[end] == label)))
            end++;
        *pith__array_add(t->arena, &t->pieces) =
            (pith__piece){kind_of(label), label == PITH__LABEL_LEADING, base + i, base + end};
    }
}

/* Where the first look finds nothing there is no second. */
static void tag_unit(tagging *t, const pith__unit *unit)
{
    pith__spots_fill(&t->reading, unit, &t->spots);
    if (!look_first(t))
        return;
    look_again(t);
    collect(t, t->reading.document->tokens.first[unit->first_sentence]);
}

pith__pieces pith__tag(pith__arena *arena, pith__arena *scratch, const pith_document *document,
                       const pith__markeds *regions)
{
    tagging *t = pith__arena_alloc(scratch, sizeof *t);
    t->arena = arena;
    t->scratch = scratch;
    t->reading = (pith__reading){document, regions};
    t->pieces = (pith__pieces){0};
    t->of_form = NULL;
    pith__unit unit = {0};
    while (pith__unit_next(&t->reading, &unit))
        tag_unit(t, &unit);
    if (t->of_form)
        pith__arena_drop(scratch, t->of_form, windows_size(t));
    return t->pieces;
}
