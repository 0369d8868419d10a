#include "quotes/tagger.h"

#include <assert.h>
#include <string.h>

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
    const uint8_t *word, *ending, *kind;
} form_rows;

static inline form_rows rows_of(const pith__document_form *form)
{
    return (form_rows){form_row(form->spelling.word),
                       form_row(PITH__PRESSED_ENDINGS + form->spelling.ending),
                       form_row(PITH__PRESSED_KINDS + (uint32_t)form->kind)};
}

/* What takes time is to wait for rows, two lines of the cache each: they are asked for in
 * time. Those of endings and kinds are few, and near. */
static inline void expect(form_rows rows)
{
    enum { LINE = 64 };
    __builtin_prefetch(rows.word);
    __builtin_prefetch(rows.word + LINE);
}

static inline void fill_window(form_rows rows, window *w)
{
    PITH__WRITTEN_OUT
    for (uint32_t k = 0; k < PITH__PRESSED_FORM; k += PITH__PAIR)
        w->at[k / PITH__PAIR] = pith__aligned_at(rows.word + k) +
                                pith__aligned_at(rows.ending + k) + pith__aligned_at(rows.kind + k);
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
    _Alignas(pith__eight) int16_t second[PITH__UNIT_MAX][PITH__LABELS]; /* parts of its scores */
    _Alignas(pith__eight) int16_t sums[PITH__UNIT_MAX][PITH__LABELS];
    uint8_t stays[PITH__UNIT_MAX];
} tagging;

static size_t windows_size(const tagging *t)
{
    return (t->reading.document->terms.form.count + 1u) * sizeof(window);
}

/* The numbers of the forms in units, each once. `forms` has room for those of all and one more. */
static uint32_t find_forms(const tagging *t, uint32_t *forms)
{
    const pith_document *d = t->reading.document;
    bool *found = pith__arena_zero(t->scratch, d->terms.form.count, sizeof *found);
    uint32_t count = 0;
    for (pith__unit unit = {0}; pith__unit_next(&t->reading, &unit);) {
        uint32_t end = d->tokens.first[unit.end_sentence];
        for (uint32_t i = d->tokens.first[unit.first_sentence]; i < end; i++) {
            uint32_t form = d->tokens.token.items[i].form;
            forms[count] = form; /* half of them are new, which no processor can guess */
            count += !found[form];
            found[form] = true;
        }
    }
    return count;
}

static void make_windows(tagging *t)
{
    enum { AHEAD = 16 };
    const pith__terms *terms = &t->reading.document->terms;
    uint32_t *forms = pith__arena_alloc(t->scratch, (terms->form.count + 1u) * sizeof *forms);
    uint32_t count = find_forms(t, forms);
    t->windows = pith__arena_alloc(t->scratch, windows_size(t));
    for (uint32_t i = 0; i < AHEAD && i < count; i++)
        expect(rows_of(&terms->form.items[forms[i]]));
    for (uint32_t i = 0; i < count; i++) {
        if (i + AHEAD < count)
            expect(rows_of(&terms->form.items[forms[i + AHEAD]]));
        fill_window(rows_of(&terms->form.items[forms[i]]), &t->windows[forms[i]]);
    }
    memcpy(&t->windows[terms->form.count], pith__pressed_edge, sizeof *t->windows);
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

static inline pith__block place_at(uint16_t row)
{
    return pith__half_at(pith__pressed_places + (size_t)row * PITH__LABELS);
}

static inline pith__block glance_at(uint16_t row)
{
    return pith__half_at(pith__pressed_glances + (size_t)row * PITH__LABELS);
}

/* Sums of pairs of bytes: those of both bytes, of which the upper one counts 256, and those of the
 * upper one alone. */
typedef struct pair_sums {
    pith__numbers both, upper;
} pair_sums;

static inline void add(pair_sums *all, pith__block weights)
{
    all->both += (pith__numbers)weights;
    all->upper += (pith__numbers)weights >> 8;
}

/* What forms around it and its place tell of a token in the first look. What the forms tell in the
 * second, and mostly there is one, is found at the same time, and kept. */
static inline pith__eight look_around(tagging *t, uint32_t i, const uint16_t *rows)
{
    const window *const *around = t->around + i;
    pair_sums all = {{0}, {0}};
    PITH__WRITTEN_OUT
    for (uint32_t k = 0; k < PITH__WINDOW; k++)
        add(&all, around[k]->at[k]);
    memcpy(t->second[i], &all.upper, sizeof all.upper);
    pith__numbers sum = all.both - (all.upper << 8);
    PITH__WRITTEN_OUT
    for (uint32_t k = 0; k < PITH__PLACE_TRAITS; k += 2)
        sum +=
            pith__widened(place_at(rows[k * PITH__EIGHT]) + place_at(rows[(k + 1) * PITH__EIGHT]));
    return (pith__eight)sum;
}

static bool look_first(tagging *t)
{
    const pith__turns *turns = pith__pressed_turns[0];
    const uint8_t *kinds = pith__strip_at(t->spots.kind, 0);
    uint32_t count = t->spots.count;
    pith__eight sums = pith__path_begin();
    for (uint32_t i = 0; i < count;) {
        union {
            pith__numbers eight[PITH__PLACE_TRAITS];
            uint16_t each[PITH__PLACE_TRAITS][PITH__EIGHT];
        } rows;
        pith__place_rows(&t->spots, i, rows.eight);
        const uint32_t end = count - i < PITH__EIGHT ? count : i + PITH__EIGHT;
        for (const uint16_t *each = rows.each[0]; i < end; i++, each++) {
            sums = pith__path_step(sums, look_around(t, i, each), &turns[kinds[i]], &t->stays[i]);
            memcpy(t->sums[i], &sums, sizeof sums);
        }
    }
    return pith__path_end(kinds, count, (const int16_t(*)[PITH__LABELS])t->sums, turns, t->stays,
                          pith__strip_at(t->glances.label, 0));
}

/* What it tells in the second look, with what the first found. */
static inline pith__eight glance_at_labels(const tagging *t, uint32_t i, const uint16_t *rows)
{
    pith__numbers sum = (pith__numbers)pith__eight_at(t->second[i]);
    PITH__WRITTEN_OUT
    for (uint32_t k = 0; k < PITH__GLANCE_TRAITS; k += 2)
        sum += pith__widened(glance_at(rows[k * PITH__EIGHT]) +
                             glance_at(rows[(k + 1) * PITH__EIGHT]));
    return (pith__eight)sum;
}

static void look_again(tagging *t)
{
    const pith__turns *turns = pith__pressed_turns[1];
    const uint8_t *kinds = pith__strip_at(t->spots.kind, 0);
    uint32_t count = t->spots.count;
    pith__eight sums = pith__path_begin();
    pith__glances_fill(&t->spots, t->reading.document->terms.form.items, &t->glances);
    for (uint32_t i = 0; i < count;) {
        union {
            pith__numbers eight[PITH__GLANCE_TRAITS];
            uint16_t each[PITH__GLANCE_TRAITS][PITH__EIGHT];
        } rows;
        pith__glance_rows(&t->spots, &t->glances, i, rows.eight);
        const uint32_t end = count - i < PITH__EIGHT ? count : i + PITH__EIGHT;
        for (const uint16_t *each = rows.each[0]; i < end; i++, each++) {
            sums =
                pith__path_step(sums, glance_at_labels(t, i, each), &turns[kinds[i]], &t->stays[i]);
            memcpy(t->sums[i], &sums, sizeof sums);
        }
    }
    pith__path_end(kinds, count, (const int16_t(*)[PITH__LABELS])t->sums, turns, t->stays,
                   pith__strip_at(t->glances.label, 0));
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

static const pith__document_form *form_in(const tagging *t, uint32_t i)
{
    return &t->reading.document->terms.form.items[t->spots.tokens[i].form];
}

/* "According to", which the looks miss in four of ten, has a cue. */
static bool label_opening(tagging *t, uint8_t *labels)
{
    if (t->spots.count < 2 || strcmp(form_in(t, 0)->lower, "according") != 0 ||
        strcmp(form_in(t, 1)->lower, "to") != 0)
        return false;
    labels[0] = labels[1] = PITH__LABEL_CUE;
    return true;
}

/* "…, said Ann Lee." */
static bool label_closing(tagging *t, uint8_t *labels)
{
    enum { NAME_MAX = 4 };
    uint32_t end = t->spots.count;
    while (end > 0 && form_in(t, end - 1)->shape == PITH__PUNCTUATION)
        end--;
    uint32_t first = end;
    while (first > 0 && end - first < NAME_MAX && pith__is_capital(form_in(t, first - 1)))
        first--;
    if (first == end || first < 3 || !(form_in(t, first - 1)->classes & PITH__SPEECH_VERB) ||
        form_in(t, first - 2)->lower[0] != ',')
        return false;
    labels[first - 2] = PITH__LABEL_OUT;
    labels[first - 1] = PITH__LABEL_CUE;
    memset(labels + first, PITH__LABEL_SOURCE_MORE, end - first);
    labels[first] = PITH__LABEL_SOURCE;
    return true;
}

/* What is certain of a sentence without marks, whatever the looks find. Returns whether anything
 * is. */
static bool label_frame(tagging *t, const pith__unit *unit)
{
    uint8_t *labels = pith__strip_at(t->glances.label, 0);
    if (pith__unit_is_marked(&t->reading, unit))
        return false;
    bool opens = label_opening(t, labels), closes = label_closing(t, labels);
    return opens || closes;
}

/* Where the first look finds nothing there is no second. */
static void tag_unit(tagging *t, const pith__unit *unit)
{
    if (!t->windows)
        make_windows(t);
    pith__spots_fill(&t->reading, unit, &t->spots);
    gather_windows(t);
    bool found = look_first(t);
    if (found)
        look_again(t);
    bool framed = label_frame(t, unit);
    if (found || framed)
        collect(t, t->reading.document->tokens.first[unit->first_sentence]);
}

pith__pieces pith__tag(pith__arena *arena, pith__arena *scratch, const pith_document *document,
                       const pith__markeds *regions, bool unmarked)
{
    tagging *t = pith__arena_alloc(scratch, sizeof *t);
    t->arena = arena;
    t->scratch = scratch;
    t->reading = (pith__reading){document, regions, unmarked};
    t->pieces = (pith__pieces){0};
    t->windows = NULL;
    pith__unit unit = {0};
    while (pith__unit_next(&t->reading, &unit))
        tag_unit(t, &unit);
    if (t->windows)
        pith__arena_drop(scratch, t->windows, windows_size(t));
    return t->pieces;
}
