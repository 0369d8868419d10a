#include "quotes/tagger.h"

#include <assert.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h> /* GCC does not find the instruction by itself */
#endif

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

/* A number for each label. */
typedef int16_t lanes __attribute__((vector_size(PITH__LABELS * sizeof(int16_t))));

static inline lanes lanes_at(const int16_t numbers[PITH__LABELS])
{
    lanes all;
    memcpy(&all, numbers, sizeof all);
    return all;
}

static inline lanes larger(lanes a, lanes b)
{
#ifdef __SSE2__
    return (lanes)_mm_max_epi16((__m128i)a, (__m128i)b);
#else
    lanes first = a > b;
    return (a & first) | (b & ~first);
#endif
}

#define EACH(numbers, label)                                                                       \
    __builtin_shufflevector(numbers, numbers, label, label, label, label, label, label, label,     \
                            label)

/* The best sums of the paths that end in each label of the next token. */
static inline lanes step(lanes before, const int16_t (*turns)[PITH__LABELS])
{
    lanes a = larger(EACH(before, 0) + lanes_at(turns[0]), EACH(before, 1) + lanes_at(turns[1]));
    lanes b = larger(EACH(before, 2) + lanes_at(turns[2]), EACH(before, 3) + lanes_at(turns[3]));
    lanes c = larger(EACH(before, 4) + lanes_at(turns[4]), EACH(before, 5) + lanes_at(turns[5]));
    lanes d = larger(EACH(before, 6) + lanes_at(turns[6]), EACH(before, 7) + lanes_at(turns[7]));
    return larger(larger(a, b), larger(c, d));
}

/* The label before one of a path with this sum; mostly it is the same. */
static uint8_t label_before(const int16_t before[PITH__LABELS], int sum,
                            const int16_t (*turns)[PITH__LABELS], uint8_t label)
{
    if (before[label] + turns[label][label] == sum)
        return label;
    uint8_t a = 0;
    while (before[a] + turns[a][label] != sum)
        a++;
    assert(a < PITH__LABELS);
    return a;
}

/* Sums are kept relative to label 0, so that they stay small however long the path. */
void pith__labels_find(const pith__spot *spots, uint32_t count,
                       const int16_t (*scores)[PITH__LABELS],
                       const int16_t (*turns)[PITH__LABELS][PITH__LABELS], pith__path *paths,
                       uint8_t *labels)
{
    const int16_t never = PITH__NEVER;
    lanes sums = {0, never, never, never, never, never, never, never};
    for (uint32_t i = 0; i < count; i++) {
        lanes best = step(sums, turns[spots[i].kind]);
        sums = best + lanes_at(scores[i]);
        sums -= EACH(sums, 0);
        memcpy(paths[i].best, &best, sizeof best);
        memcpy(paths[i].sums, &sums, sizeof sums);
    }
    uint8_t label = 0;
    for (uint8_t b = 1; count && b < PITH__LABELS; b++)
        label = paths[count - 1].sums[b] > paths[count - 1].sums[label] ? b : label;
    for (uint32_t i = count; i-- > 0;) {
        labels[i] = label;
        if (i > 0)
            label =
                label_before(paths[i - 1].sums, paths[i].best[label], turns[spots[i].kind], label);
    }
}

/* ---- scores ---- */

/* Sixteen weights, or eight and zeros. */
typedef unsigned char octets __attribute__((vector_size(16)));

static inline octets sixteen_at(const char *weights)
{
    octets found;
    memcpy(&found, weights, sizeof found);
    return found;
}

static inline octets eight_at(const char *weights)
{
    typedef uint64_t pair __attribute__((vector_size(16)));
    uint64_t found;
    memcpy(&found, weights, sizeof found);
    return (octets)(pair){found, 0};
}

/* The numbers in one half of the weights: zeros between them, on the side that is the high one. */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define WIDENED(weights, none, k)                                                                  \
    (lanes) __builtin_shufflevector(weights, none, k, 16 + (k), 1 + (k), 17 + (k), 2 + (k),        \
                                    18 + (k), 3 + (k), 19 + (k), 4 + (k), 20 + (k), 5 + (k),       \
                                    21 + (k), 6 + (k), 22 + (k), 7 + (k), 23 + (k))
#else
#define WIDENED(weights, none, k)                                                                  \
    (lanes) __builtin_shufflevector(weights, none, 16 + (k), k, 17 + (k), 1 + (k), 18 + (k),       \
                                    2 + (k), 19 + (k), 3 + (k), 20 + (k), 4 + (k), 21 + (k),       \
                                    5 + (k), 22 + (k), 6 + (k), 23 + (k), 7 + (k))
#endif

static inline lanes first_half(octets weights)
{
    octets none = {0};
    return WIDENED(weights, none, 0);
}

static inline lanes second_half(octets weights)
{
    octets none = {0};
    return WIDENED(weights, none, 8);
}

/* Two weights add up in a byte; that each is PITH__WEIGHT_ZERO too large is the same for all
 * labels.
 */
_Static_assert(PITH__PLACE_TRAITS == 8 && PITH__GLANCE_TRAITS == 20 && PITH__WINDOW == 7,
               "added up one by one");
_Static_assert(2 * (PITH__WEIGHT_ZERO + PITH__WEIGHT_MOST) <= UINT8_MAX, "two weights in a byte");

/* What the forms of a document say of the tokens around them in one look. */
typedef struct window {
    lanes at[PITH__WINDOW];
} window;

typedef struct windows {
    window *of_form; /* NULL before they are made */
    window edge;
} windows;

static inline const char *form_row(const pith__look *look, uint32_t row)
{
    return look->forms + (size_t)row * PITH__WINDOW * PITH__LABELS;
}

static window edge_window(const pith__look *look)
{
    window w;
    for (uint32_t k = 0; k < PITH__WINDOW; k++)
        w.at[k] = first_half(eight_at(form_row(look, PITH__EDGE_ROW) + k * PITH__LABELS));
    return w;
}

static inline void fill_window(const pith__look *look, const uint16_t rows[PITH__FORM_TRAITS],
                               window *w)
{
    const char *a = form_row(look, rows[0]), *b = form_row(look, rows[1]),
               *c = form_row(look, rows[2]), *d = form_row(look, rows[3]),
               *e = form_row(look, rows[4]);
    for (uint32_t k = 0; k + 1 < PITH__WINDOW; k += 2) {
        uint32_t at = k * PITH__LABELS;
        octets one = sixteen_at(a + at) + sixteen_at(b + at);
        octets two = sixteen_at(c + at) + sixteen_at(d + at);
        octets three = sixteen_at(e + at);
        w->at[k] = first_half(one) + first_half(two) + first_half(three);
        w->at[k + 1] = second_half(one) + second_half(two) + second_half(three);
    }
    const uint32_t last = (PITH__WINDOW - 1) * PITH__LABELS;
    w->at[PITH__WINDOW - 1] = first_half(eight_at(a + last) + eight_at(b + last)) +
                              first_half(eight_at(c + last) + eight_at(d + last)) +
                              first_half(eight_at(e + last));
}

static size_t windows_size(const pith__traits *traits)
{
    return (traits->document->terms.form.count + 1u) * sizeof(window);
}

/* What takes time here is to wait for the rows: those of a form some places ahead are asked for in
 * time. */
static void windows_make(windows *all, pith__arena *scratch, const pith__look *look,
                         const pith__traits *traits)
{
    enum { AHEAD = 10 };
    uint32_t forms = traits->document->terms.form.count;
    all->edge = edge_window(look);
    all->of_form = pith__arena_alloc(scratch, windows_size(traits));
    for (uint32_t i = 0; i < forms; i++) {
        for (uint32_t k = 0; i + AHEAD < forms && k < PITH__FORM_TRAITS; k++) {
            const char *row = form_row(look, traits->of_form[i + AHEAD].rows[k]);
            __builtin_prefetch(row);
            __builtin_prefetch(row + PITH__WINDOW * PITH__LABELS - 1);
        }
        fill_window(look, traits->of_form[i].rows, &all->of_form[i]);
    }
}

static inline lanes four_at(const char *weights, const uint32_t rows[4])
{
    octets a = eight_at(weights + rows[0] * PITH__LABELS);
    octets b = eight_at(weights + rows[2] * PITH__LABELS);
    a += eight_at(weights + rows[1] * PITH__LABELS);
    b += eight_at(weights + rows[3] * PITH__LABELS);
    return first_half(a) + first_half(b);
}

static inline lanes place_sum(const char *weights, const uint32_t rows[PITH__PLACE_TRAITS])
{
    return four_at(weights, rows) + four_at(weights, rows + 4);
}

static inline lanes glance_sum(const char *weights, const uint32_t rows[PITH__GLANCE_TRAITS])
{
    return four_at(weights, rows) + four_at(weights, rows + 4) + four_at(weights, rows + 8) +
           four_at(weights, rows + 12) + four_at(weights, rows + 16);
}

/* A unit while it is labelled. */
typedef struct tagging {
    pith__arena *arena, *scratch;
    pith__traits traits;
    pith__pieces pieces;
    windows first, second;
    pith__glances glances;
    uint32_t count;
    pith__spot spots[PITH__UNIT_MAX];
    lanes of_place[PITH__UNIT_MAX][2]; /* what the place says in each look */
    const window *around[PITH__UNIT_MAX + 2 * PITH__REACH];
    int16_t scores[PITH__UNIT_MAX][PITH__LABELS];
    pith__path paths[PITH__UNIT_MAX];
    uint8_t labels[PITH__UNIT_MAX];
} tagging;

static void gather_windows(tagging *t, windows *all, const pith__look *look)
{
    if (!all->of_form)
        windows_make(all, t->scratch, look, &t->traits);
    for (uint32_t k = 0; k < PITH__REACH; k++)
        t->around[k] = t->around[t->count + PITH__REACH + k] = &all->edge;
    for (uint32_t i = 0; i < t->count; i++)
        t->around[i + PITH__REACH] = &all->of_form[t->spots[i].form];
}

static void find_labels(tagging *t, const pith__look *look)
{
    pith__labels_find(t->spots, t->count, (const int16_t(*)[PITH__LABELS])t->scores, look->turns,
                      t->paths, t->labels);
}

/* The places say something in both looks: mostly there is a second. */
static void look_at_places(tagging *t)
{
    for (uint32_t i = 0; i < t->count; i++) {
        uint32_t rows[PITH__PLACE_TRAITS];
        pith__place_rows(t->spots, t->count, i, rows);
        t->of_place[i][0] = place_sum(pith__first_look.places, rows);
        t->of_place[i][1] = place_sum(pith__second_look.places, rows);
    }
}

static inline lanes window_sum(const tagging *t, uint32_t i)
{
    const window *const *around = t->around + i;
    return around[0]->at[0] + around[1]->at[1] + around[2]->at[2] + around[3]->at[3] +
           around[4]->at[4] + around[5]->at[5] + around[6]->at[6];
}

static void look_first(tagging *t)
{
    gather_windows(t, &t->first, &pith__first_look);
    for (uint32_t i = 0; i < t->count; i++) {
        lanes sum = t->of_place[i][0] + window_sum(t, i);
        memcpy(t->scores[i], &sum, sizeof sum);
    }
    find_labels(t, &pith__first_look);
}

static void look_again(tagging *t)
{
    pith__glances_fill(t->spots, t->labels, t->count, &t->glances);
    gather_windows(t, &t->second, &pith__second_look);
    for (uint32_t i = 0; i < t->count; i++) {
        uint32_t rows[PITH__GLANCE_TRAITS];
        pith__glance_rows(t->spots, &t->glances, i, rows);
        lanes sum =
            t->of_place[i][1] + window_sum(t, i) + glance_sum(pith__second_look.glances, rows);
        memcpy(t->scores[i], &sum, sizeof sum);
    }
    find_labels(t, &pith__second_look);
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
    for (uint32_t i = 0, end; i < t->count; i = end) {
        uint8_t label = t->labels[i];
        end = i + 1;
        if (label == PITH__LABEL_OUT)
            continue;
        while (end < t->count &&
               (goes_on(t->labels[end]) || (label == PITH__LABEL_CUE && t->labels[end] == label)))
            end++;
        *pith__array_add(t->arena, &t->pieces) =
            (pith__piece){kind_of(label), label == PITH__LABEL_LEADING, base + i, base + end};
    }
}

static bool is_labelled(const tagging *t)
{
    for (uint32_t i = 0; i < t->count; i++) {
        if (t->labels[i] != PITH__LABEL_OUT)
            return true;
    }
    return false;
}

/* Where the first look finds nothing there is no second. */
static void tag_unit(tagging *t, const pith__unit *unit)
{
    t->count = pith__spots_fill(&t->traits, unit, t->spots);
    look_at_places(t);
    look_first(t);
    if (!is_labelled(t))
        return;
    look_again(t);
    collect(t, t->traits.document->tokens.first[unit->first_sentence]);
}

pith__pieces pith__tag(pith__arena *arena, pith__arena *scratch, const pith_document *document,
                       const pith__markeds *regions)
{
    tagging *t = pith__arena_alloc(scratch, sizeof *t);
    t->arena = arena;
    t->scratch = scratch;
    t->traits = pith__traits_of(scratch, document, regions);
    t->pieces = (pith__pieces){0};
    t->first.of_form = t->second.of_form = NULL;
    pith__unit unit = {0};
    while (pith__unit_next(&t->traits, &unit))
        tag_unit(t, &unit);
    windows *const made[] = {&t->second, &t->first};
    for (size_t i = 0; i < sizeof made / sizeof *made; i++)
        if (made[i]->of_form)
            pith__arena_drop(scratch, made[i]->of_form, windows_size(&t->traits));
    return t->pieces;
}
