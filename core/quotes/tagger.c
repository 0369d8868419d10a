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

/* A bit for each of eight numbers that is not 0 but -1. */
static inline uint8_t bits_of(pith__eight numbers)
{
#ifdef __SSE2__
    return (uint8_t)_mm_movemask_epi8(_mm_packs_epi16((__m128i)numbers, _mm_setzero_si128()));
#else
    uint8_t bits = 0;
    for (int i = 0; i < PITH__EIGHT; i++)
        bits |= (uint8_t)((numbers[i] & 1) << i);
    return bits;
#endif
}

typedef int32_t pairs __attribute__((vector_size(sizeof(pith__eight))));

/* A number for each label, with those of labels whose numbers differ in the bits of 2d, or in the
 * lowest bit, changed round: the former are pairs. */
#define PAIRS_CHANGED_ROUND(numbers, d)                                                            \
    ((pith__eight)__builtin_shufflevector((pairs)(numbers), (pairs)(numbers), 0 ^ (d), 1 ^ (d),    \
                                          2 ^ (d), 3 ^ (d)))
#define CHANGED_ROUND(numbers) __builtin_shufflevector(numbers, numbers, 1, 0, 3, 2, 5, 4, 7, 6)

static inline pith__eight largest_of(pith__eight a, pith__eight b, pith__eight c, pith__eight d)
{
    return pith__larger(pith__larger(a, b), pith__larger(c, d));
}

/* The best sums of the paths that end in each label of the next token. *stays: a bit for each label
 * that such a path had before as well. */
static inline pith__eight step(pith__eight sums, const pith__turns *turns, uint8_t *stays)
{
    pith__eight one = PAIRS_CHANGED_ROUND(sums, 1), two = PAIRS_CHANGED_ROUND(sums, 2),
                three = PAIRS_CHANGED_ROUND(sums, 3);
    pith__eight same = sums + pith__eight_at(turns->even[0]);
    pith__eight even =
        largest_of(same, one + pith__eight_at(turns->even[1]), two + pith__eight_at(turns->even[2]),
                   three + pith__eight_at(turns->even[3]));
    pith__eight odd =
        largest_of(sums + pith__eight_at(turns->odd[0]), one + pith__eight_at(turns->odd[1]),
                   two + pith__eight_at(turns->odd[2]), three + pith__eight_at(turns->odd[3]));
    pith__eight best = pith__larger(even, CHANGED_ROUND(odd));
    *stays = bits_of((pith__eight)(same == best));
    return best;
}

/* The number of the largest, the first of those that are as large. */
static inline uint8_t largest(pith__eight numbers)
{
    pith__eight most = pith__larger(numbers, CHANGED_ROUND(numbers));
    most = pith__larger(most, PAIRS_CHANGED_ROUND(most, 1));
    most = pith__larger(most, PAIRS_CHANGED_ROUND(most, 2));
    return (uint8_t)__builtin_ctz(bits_of((pith__eight)(numbers == most)));
}

/* The sums of the best paths are kept where the scores were. They stay small however long the path,
 * since that of label 0 for the token before is taken off again: it is known early. */
bool pith__labels_find(const uint8_t *kinds, uint32_t count, int16_t (*scores)[PITH__LABELS],
                       const pith__turns *turns, uint8_t *stays, uint8_t *labels)
{
    const int16_t never = PITH__NEVER;
    pith__eight sums = {0, never, never, never, never, never, never, never};
    for (uint32_t i = 0; i < count; i++) {
        pith__eight rise =
            pith__eight_at(scores[i]) - __builtin_shufflevector(sums, sums, 0, 0, 0, 0, 0, 0, 0, 0);
        sums = step(sums, &turns[kinds[i]], &stays[i]) + rise;
        memcpy(scores[i], &sums, sizeof sums);
    }
    uint8_t label = largest(sums), any = label;
    for (uint32_t i = count; --i > 0;) {
        labels[i] = label;
        if (!(stays[i] >> label & 1)) {
            label = largest(pith__eight_at(scores[i - 1]) +
                            pith__eight_at(turns[kinds[i]].before[label]));
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

/* The rows of a form. */
typedef struct form_rows {
    const uint8_t *word, *ending, *beginning, *kind;
} form_rows;

static inline form_rows rows_of(const pith__document_form *form)
{
    return (form_rows){form_row(form->spelling.word),
                       form_row(PITH__PRESSED_ENDINGS + form->spelling.ending),
                       form_row(PITH__PRESSED_BEGINNINGS + form->spelling.beginning),
                       form_row(PITH__PRESSED_KINDS + (uint32_t)form->kind)};
}

/* What takes time is to wait for rows, two lines of the cache each: they are asked for in
 * time. Those of kinds are few, and near. */
static inline void expect(form_rows rows)
{
    enum { LINE = 64 };
    __builtin_prefetch(rows.word);
    __builtin_prefetch(rows.word + LINE);
    __builtin_prefetch(rows.ending);
    __builtin_prefetch(rows.ending + LINE);
    __builtin_prefetch(rows.beginning);
    __builtin_prefetch(rows.beginning + LINE);
}

static inline void fill_window(form_rows rows, window *w)
{
    PITH__WRITTEN_OUT
    for (uint32_t k = 0; k < PITH__PRESSED_FORM - PITH__PAIR; k += PITH__PAIR)
        w->at[k / PITH__PAIR] =
            pith__aligned_at(rows.word + k) + pith__aligned_at(rows.ending + k) +
            pith__aligned_at(rows.beginning + k) + pith__aligned_at(rows.kind + k);
}

/* A unit while it is labelled. */
typedef struct tagging {
    pith__arena *arena, *scratch;
    pith__reading reading;
    pith__pieces pieces;
    window *windows; /* by form, NULL before the first unit; and that of what is around a unit */
    const window *around[PITH__UNIT_MAX + 2 * PITH__REACH];
    pith__spots spots;
    pith__glances glances;
    _Alignas(pith__eight) int16_t scores[PITH__PRESSED_LOOKS][PITH__UNIT_MAX][PITH__LABELS];
    uint8_t stays[PITH__UNIT_MAX];
} tagging;

static size_t windows_size(const tagging *t)
{
    return (t->reading.document->terms.form.count + 1u) * sizeof(window);
}

static void make_windows(tagging *t)
{
    enum { AHEAD = 16 };
    const pith__terms *terms = &t->reading.document->terms;
    uint32_t count = terms->form.count;
    t->windows = pith__arena_alloc(t->scratch, windows_size(t));
    for (uint32_t i = 0; i < AHEAD && i < count; i++)
        expect(rows_of(&terms->form.items[i]));
    for (uint32_t i = 0; i < count; i++) {
        if (i + AHEAD < count)
            expect(rows_of(&terms->form.items[i + AHEAD]));
        fill_window(rows_of(&terms->form.items[i]), &t->windows[i]);
    }
    memcpy(&t->windows[count], pith__pressed_edge, sizeof *t->windows);
}

/* The window of each token's form, and of what is around the unit. */
static void gather_windows(tagging *t)
{
    uint32_t count = t->spots.count;
    const window *edge = &t->windows[t->reading.document->terms.form.count];
    for (uint32_t k = 0; k < PITH__REACH; k++)
        t->around[k] = t->around[count + PITH__REACH + k] = edge;
    for (uint32_t i = 0; i < count; i++)
        t->around[i + PITH__REACH] = &t->windows[t->spots.tokens[i].form];
}

/* rows: twice those of pairs of weights. */
static inline pith__block place_at(uint16_t row)
{
    return pith__aligned_at(pith__pressed_places + (size_t)row * (PITH__PAIR / 2));
}

static inline pith__block glance_at(uint16_t row)
{
    return pith__half_at(pith__pressed_glances + (size_t)row * PITH__LABELS);
}

/* Sums of pairs of bytes: those of both bytes, of which the upper one counts 256, and those of the
 * upper one alone. */
typedef struct sums {
    pith__numbers both, upper;
} sums;

static inline void add(sums *all, pith__block weights)
{
    all->both += (pith__numbers)weights;
    all->upper += (pith__numbers)weights >> 8;
}

/* What forms around it and its place tell of a token, in both looks: mostly there is a second. */
static inline void look_around(tagging *t, uint32_t i, const uint16_t *rows)
{
    const window *const *around = t->around + i;
    sums all = {{0}, {0}};
    PITH__WRITTEN_OUT
    for (uint32_t k = 0; k < PITH__WINDOW; k++)
        add(&all, around[k]->at[k]);
    PITH__WRITTEN_OUT
    for (uint32_t k = 0; k < PITH__PLACE_TRAITS; k += 2)
        add(&all, place_at(rows[k * PITH__EIGHT]) + place_at(rows[(k + 1) * PITH__EIGHT]));
    all.both -= all.upper << 8;
    memcpy(t->scores[0][i], &all.both, sizeof all.both);
    memcpy(t->scores[1][i], &all.upper, sizeof all.upper);
}

static bool look_first(tagging *t)
{
    uint32_t count = t->spots.count;
    for (uint32_t i = 0; i < count; i += PITH__EIGHT) {
        union {
            pith__numbers eight[PITH__PLACE_TRAITS];
            uint16_t each[PITH__PLACE_TRAITS][PITH__EIGHT];
        } rows;
        pith__place_rows(&t->spots, i, rows.eight);
        PITH__WRITTEN_OUT
        for (uint32_t k = 0; k < PITH__PLACE_TRAITS; k++)
            rows.eight[k] += rows.eight[k];
        for (uint32_t k = 0; k < PITH__EIGHT && i + k < count; k++)
            look_around(t, i + k, &rows.each[0][k]);
    }
    return pith__labels_find(pith__strip_at(t->spots.kind, 0), count, t->scores[0],
                             pith__pressed_turns[0], t->stays, pith__strip_at(t->glances.label, 0));
}

/* Adds what the first look found. */
static inline void glance_at_labels(tagging *t, uint32_t i, const uint16_t *rows)
{
    pith__numbers sum = (pith__numbers)pith__eight_at(t->scores[1][i]);
    PITH__WRITTEN_OUT
    for (uint32_t k = 0; k < PITH__GLANCE_TRAITS; k += 2)
        sum += pith__widened(glance_at(rows[k * PITH__EIGHT]) +
                             glance_at(rows[(k + 1) * PITH__EIGHT]));
    memcpy(t->scores[1][i], &sum, sizeof sum);
}

static void look_again(tagging *t)
{
    uint32_t count = t->spots.count;
    pith__glances_fill(&t->spots, t->reading.document->terms.form.items, &t->glances);
    for (uint32_t i = 0; i < count; i += PITH__EIGHT) {
        union {
            pith__numbers eight[PITH__GLANCE_TRAITS];
            uint16_t each[PITH__GLANCE_TRAITS][PITH__EIGHT];
        } rows;
        pith__glance_rows(&t->spots, &t->glances, i, rows.eight);
        for (uint32_t k = 0; k < PITH__EIGHT && i + k < count; k++)
            glance_at_labels(t, i + k, &rows.each[0][k]);
    }
    pith__labels_find(pith__strip_at(t->spots.kind, 0), count, t->scores[1], pith__pressed_turns[1],
                      t->stays, pith__strip_at(t->glances.label, 0));
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
    if (!t->windows)
        make_windows(t);
    pith__spots_fill(&t->reading, unit, &t->spots);
    gather_windows(t);
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
    t->windows = NULL;
    pith__unit unit = {0};
    while (pith__unit_next(&t->reading, &unit))
        tag_unit(t, &unit);
    if (t->windows)
        pith__arena_drop(scratch, t->windows, windows_size(t));
    return t->pieces;
}
