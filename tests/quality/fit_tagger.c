/* Fits the weights of core/quotes/tagger:
 *     fit_tagger DATA first > core/quotes/tagger_first.c
 *     fit_tagger DATA second > core/quotes/tagger_second.c
 *     fit_tagger DATA check
 *
 * `check` prints how well both looks do on documents that they were not fitted to: FOLDS of the set
 * are left out in turn.
 *
 * DATA/quotes/polnear-train.jsonl holds documents with their quotations. The result depends on
 * nothing but this file and the tagger's own code: a fixed order, and weights that are rounded.
 *
 * A conditional random field (Lafferty, McCallum and Pereira 2001) whose wrong labels cost more, so
 * that what is rare is found (softmax-margin: Gimpel and Smith 2010), by steps that get smaller
 * where they were large (AdaGrad: Duchi, Hazan and Singer 2011), and weights that are drawn to
 * zero. The second look learns from what first looks find in documents that they were not fitted
 * to: PARTS of the set are left out in turn. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/engine.h"
#include "quotes/tagger.h"
#include "sets.h"

enum {
    PASSES = 8, /* over the set */
    LAST = 4,   /* of these, of whose ends the weights are averaged */
    PARTS = 4,  /* of the documents, left out in turn for the second look */
    FOLDS = 3,
    TURN_MOST = 4 * PITH__WEIGHT_MOST, /* of a turn's weight, either way */
    MOST = -PITH__NEVER / 3            /* of a score */
};

static const double RATE = 0.1, LESS = 0.2; /* of steps; by how much less in each pass */
static const double DRAWN = 0.07;           /* part of each weight that a first pass takes */
static const double UNIT = 1.0 / 28;        /* of weights as they are written */
static const double COST[2] = {0.6, 1.2};   /* of a wrong label, in the looks */

/* ---- examples ---- */

/* A unit with the labels that it should get. */
typedef struct example {
    uint32_t document, count; /* the document's number, and tokens */
    pith__reading reading;
    pith__unit unit;
    uint8_t *labels;
    uint8_t *found; /* by a first look that was not fitted to it */
} example;

typedef struct examples {
    pith_engine *engine;
    pith__arena arena;
    example *items;
    size_t count, room;
    uint32_t documents;
    bool *left_out; /* by document: not to be fitted to */
} examples;

/* Labels the tokens that begin in the span and have no label yet. */
static void label_span(const pith_document *document, pith_span span, pith__label begin,
                       pith__label more, uint8_t *labels)
{
    bool first = true;
    for (uint32_t t = pith__token_at(document, span.start);
         t < document->tokens.token.count && document->tokens.token.items[t].start < span.end;
         t++) {
        if (labels[t] != PITH__LABEL_OUT)
            continue;
        labels[t] = (uint8_t)(first ? begin : more);
        first = false;
    }
}

static void label_named(const pith_document *document, const cJSON *quote,
                        const char *const names[2], const uint32_t *bytes, pith__label begin,
                        pith__label more, uint8_t *labels)
{
    int start = sets_number(quote, names[0]), end = sets_number(quote, names[1]);
    if (start >= 0)
        label_span(document, (pith_span){bytes[start], bytes[end]}, begin, more, labels);
}

static void label_content(const pith_document *document, const cJSON *quote, const uint32_t *bytes,
                          uint8_t *labels)
{
    int cue = sets_number(quote, "cue_start");
    cJSON *spans = sets_spans(quote);
    const cJSON *span;
    cJSON_ArrayForEach(span, spans)
    {
        int start = cJSON_GetArrayItem(span, 0)->valueint,
            end = cJSON_GetArrayItem(span, 1)->valueint;
        bool leading = cue >= end;
        label_span(document, (pith_span){bytes[start], bytes[end]},
                   leading ? PITH__LABEL_LEADING : PITH__LABEL_TRAILING,
                   leading ? PITH__LABEL_LEADING_MORE : PITH__LABEL_TRAILING_MORE, labels);
    }
    cJSON_Delete(spans);
}

static uint8_t *labels_of(const pith_document *document, const cJSON *record)
{
    static const char *const source[2] = {"speaker_start", "speaker_end"};
    static const char *const cue[2] = {"cue_start", "cue_end"};
    uint8_t *labels = sets_need(calloc(document->tokens.token.count + 1, 1));
    uint32_t *bytes = sets_bytes(cJSON_GetObjectItem(record, "text")->valuestring);
    const cJSON *quotes = cJSON_GetObjectItem(record, "quotes"), *quote;
    cJSON_ArrayForEach(quote, quotes) label_content(document, quote, bytes, labels);
    cJSON_ArrayForEach(quote, quotes) label_named(
        document, quote, source, bytes, PITH__LABEL_SOURCE, PITH__LABEL_SOURCE_MORE, labels);
    cJSON_ArrayForEach(quote, quotes)
        label_named(document, quote, cue, bytes, PITH__LABEL_CUE, PITH__LABEL_CUE, labels);
    free(bytes);
    return labels;
}

/* What goes on at the start of a unit begins there. */
static void mend_start(uint8_t *labels)
{
    if (*labels == PITH__LABEL_TRAILING_MORE || *labels == PITH__LABEL_LEADING_MORE ||
        *labels == PITH__LABEL_SOURCE_MORE)
        --*labels;
}

static void add_example(examples *list, const pith__reading *reading, const pith__unit *unit,
                        const uint8_t *labels)
{
    const uint32_t *firsts = reading->document->tokens.first;
    uint32_t first = firsts[unit->first_sentence], count = firsts[unit->end_sentence] - first;
    example e = {list->documents, count, *reading, *unit, NULL, NULL};
    e.labels = sets_need(malloc(count));
    e.found = sets_need(calloc(count, 1));
    memcpy(e.labels, labels + first, count);
    mend_start(e.labels);
    if (list->count == list->room) {
        list->room = list->room ? list->room * 2 : 1024;
        list->items = sets_need(realloc(list->items, list->room * sizeof e));
    }
    list->items[list->count++] = e;
}

/* Documents and what is found in them stay. */
static void add_document(void *context, const cJSON *record)
{
    examples *list = context;
    pith_document *document = sets_document(list->engine, record);
    pith__markeds *regions = pith__arena_alloc(&list->arena, sizeof *regions);
    *regions = pith__markeds_find(&list->arena, document);
    pith__reading reading = {document, regions, true};
    uint8_t *labels = labels_of(document, record);
    pith__unit unit = {0};
    while (pith__unit_next(&reading, &unit))
        add_example(list, &reading, &unit, labels);
    list->documents++;
    free(labels);
}

/* ---- features: numbers of rows of weights, of forms first, then of places, then of glances ----
 */

enum {
    PLACES_BEGIN = PITH__FORM_ROWS * PITH__WINDOW,
    HINTS_BEGIN = PLACES_BEGIN + PITH__PLACE_ROWS,
    FEATURES = HINTS_BEGIN + PITH__GLANCE_ROWS,
    FEATURES_MAX = PITH__FORM_TRAITS * PITH__WINDOW + PITH__PLACE_TRAITS + PITH__GLANCE_TRAITS
};

typedef struct features {
    uint32_t rows[FEATURES_MAX];
    uint32_t count;
} features;

static features found[PITH__UNIT_MAX];

/* Adds rows of the tokens from i on. */
static void add_rows(const example *e, uint32_t i, uint32_t base, const pith__numbers *rows,
                     uint32_t count)
{
    for (uint32_t k = 0; k < PITH__EIGHT && i + k < e->count; k++) {
        features *f = &found[i + k];
        for (uint32_t r = 0; r < count; r++)
            f->rows[f->count++] = base + rows[r][k];
    }
}

static void add_forms(const example *e, const pith__spots *spots, uint32_t i)
{
    features *f = &found[i];
    for (uint32_t k = 0; k < PITH__WINDOW; k++) {
        uint32_t at = i + k - PITH__REACH; /* before 0 come numbers beyond the last */
        uint16_t rows[PITH__FORM_TRAITS];
        if (at >= e->count) {
            f->rows[f->count++] = PITH__EDGE_ROW * PITH__WINDOW + k;
            continue;
        }
        pith__form_rows(&e->reading.document->terms.form.items[spots->tokens[at].form], rows);
        bool beside = k + 1 >= PITH__REACH && k <= PITH__REACH + 1;
        for (uint32_t r = 0; r < PITH__FORM_TRAITS; r++)
            if (beside || r != PITH__FORM_ENDING)
                f->rows[f->count++] = rows[r] * PITH__WINDOW + k;
    }
}

static void find_features(const example *e, const pith__spots *spots, bool second)
{
    static pith__glances glances;
    for (uint32_t i = 0; i < e->count; i++) {
        found[i].count = 0;
        add_forms(e, spots, i);
    }
    if (second) {
        memcpy(pith__strip_at(glances.label, 0), e->found, e->count);
        pith__glances_fill(spots, e->reading.document->terms.form.items, &glances);
    }
    for (uint32_t i = 0; i < e->count; i += PITH__EIGHT) {
        pith__numbers rows[PITH__GLANCE_TRAITS]; /* no fewer than of places */
        if (second) {
            pith__glance_rows(spots, &glances, i, rows);
            add_rows(e, i, HINTS_BEGIN, rows, PITH__GLANCE_TRAITS);
        } else {
            pith__place_rows(spots, i, rows);
            add_rows(e, i, PLACES_BEGIN, rows, PITH__PLACE_TRAITS);
        }
    }
}

/* ---- learning ---- */

typedef struct model {
    double rows[FEATURES][PITH__LABELS];
    double turns[PITH__KINDS][PITH__LABELS][PITH__LABELS];
} model;

typedef struct learner {
    model weights, squares; /* the sums of the squares of all gradients */
    model sums;             /* of the weights after the last passes */
    bool second;
    double rate;
} learner;

/* An example's labels by the weights: how likely each is at each token, but for a factor, given
 * what goes before; and what follows. */
typedef struct lattice {
    uint32_t count;
    double spots[PITH__UNIT_MAX][PITH__LABELS];
    double turns[PITH__UNIT_MAX][PITH__LABELS][PITH__LABELS]; /* from the token before */
    double forward[PITH__UNIT_MAX][PITH__LABELS], backward[PITH__UNIT_MAX][PITH__LABELS];
} lattice;

static void weigh_spot(const learner *l, const features *f, uint8_t right,
                       double spot[PITH__LABELS])
{
    double sums[PITH__LABELS] = {0}, most = -HUGE_VAL;
    for (uint32_t k = 0; k < f->count; k++) {
        for (int b = 0; b < PITH__LABELS; b++)
            sums[b] += l->weights.rows[f->rows[k]][b];
    }
    for (int b = 0; b < PITH__LABELS; b++) {
        sums[b] += b == right ? 0 : COST[l->second];
        most = fmax(most, sums[b]);
    }
    for (int b = 0; b < PITH__LABELS; b++)
        spot[b] = exp(sums[b] - most);
}

static void weigh(const learner *l, const example *e, const uint8_t *kinds, lattice *way)
{
    way->count = e->count;
    for (uint32_t i = 0; i < e->count; i++) {
        weigh_spot(l, &found[i], e->labels[i], way->spots[i]);
        for (int a = 0; i > 0 && a < PITH__LABELS; a++) {
            for (int b = 0; b < PITH__LABELS; b++)
                way->turns[i][a][b] =
                    pith__label_follows(a, b) ? exp(l->weights.turns[kinds[i]][a][b]) : 0;
        }
    }
}

static void scale(double numbers[PITH__LABELS])
{
    double sum = 0;
    for (int b = 0; b < PITH__LABELS; b++)
        sum += numbers[b];
    for (int b = 0; b < PITH__LABELS; b++)
        numbers[b] /= sum;
}

static void go_forward(lattice *way)
{
    for (int b = 0; b < PITH__LABELS; b++)
        way->forward[0][b] = pith__label_follows(PITH__LABEL_OUT, b) ? way->spots[0][b] : 0;
    scale(way->forward[0]);
    for (uint32_t i = 1; i < way->count; i++) {
        for (int b = 0; b < PITH__LABELS; b++) {
            double sum = 0;
            for (int a = 0; a < PITH__LABELS; a++)
                sum += way->forward[i - 1][a] * way->turns[i][a][b];
            way->forward[i][b] = sum * way->spots[i][b];
        }
        scale(way->forward[i]);
    }
}

static void go_backward(lattice *way)
{
    for (int b = 0; b < PITH__LABELS; b++)
        way->backward[way->count - 1][b] = 1;
    for (uint32_t i = way->count - 1; i > 0; i--) {
        for (int a = 0; a < PITH__LABELS; a++) {
            double sum = 0;
            for (int b = 0; b < PITH__LABELS; b++)
                sum += way->turns[i][a][b] * way->spots[i][b] * way->backward[i][b];
            way->backward[i - 1][a] = sum;
        }
        scale(way->backward[i - 1]);
    }
}

/* most: of the weight, in units, either way. */
static void step(double *weight, double *squares, double gradient, double rate, int most)
{
    *squares += gradient * gradient;
    *weight += rate * gradient / sqrt(*squares + 1);
    *weight = fmin(fmax(*weight, -most * UNIT), most * UNIT);
}

static void learn_spot(learner *l, const features *f, const lattice *way, uint32_t i, uint8_t right)
{
    const double least = 1e-6;
    double likely[PITH__LABELS];
    for (int b = 0; b < PITH__LABELS; b++)
        likely[b] = way->forward[i][b] * way->backward[i][b];
    scale(likely);
    for (int b = 0; b < PITH__LABELS; b++) {
        double gradient = (b == right) - likely[b];
        for (uint32_t k = 0; fabs(gradient) > least && k < f->count; k++)
            step(&l->weights.rows[f->rows[k]][b], &l->squares.rows[f->rows[k]][b], gradient,
                 l->rate, f->rows[k] < PLACES_BEGIN ? PITH__FORM_MOST : PITH__WEIGHT_MOST);
    }
}

static void learn_turn(learner *l, uint8_t kind, const lattice *way, uint32_t i,
                       const uint8_t *labels)
{
    double likely[PITH__LABELS][PITH__LABELS], sum = 0;
    for (int a = 0; a < PITH__LABELS; a++) {
        for (int b = 0; b < PITH__LABELS; b++)
            sum += likely[a][b] = way->forward[i - 1][a] * way->turns[i][a][b] * way->spots[i][b] *
                                  way->backward[i][b];
    }
    for (int a = 0; a < PITH__LABELS; a++) {
        for (int b = 0; b < PITH__LABELS; b++)
            step(&l->weights.turns[kind][a][b], &l->squares.turns[kind][a][b],
                 (a == labels[i - 1] && b == labels[i]) - likely[a][b] / sum, l->rate, TURN_MOST);
    }
}

static void learn(learner *l, const example *e)
{
    static pith__spots spots;
    static lattice way;
    const uint8_t *kinds = pith__strip_at(spots.kind, 0);
    pith__spots_fill(&e->reading, &e->unit, &spots);
    find_features(e, &spots, l->second);
    weigh(l, e, kinds, &way);
    go_forward(&way);
    go_backward(&way);
    for (uint32_t i = 0; i < e->count; i++) {
        learn_spot(l, &found[i], &way, i, e->labels[i]);
        if (i > 0)
            learn_turn(l, kinds[i], &way, i, e->labels);
    }
}

/* Every weight of a model, in one row. */
enum { WEIGHTS = sizeof(model) / sizeof(double) };

static void end_pass(learner *l, int pass)
{
    double *weight = (double *)&l->weights, *sum = (double *)&l->sums;
    double kept = 1 - DRAWN / RATE * l->rate;
    for (size_t i = 0; i < WEIGHTS; i++) {
        weight[i] *= kept;
        sum[i] += pass < PASSES - LAST ? 0 : weight[i];
    }
}

/* A fixed shuffle: Fisher and Yates with a linear congruential generator. */
static void shuffle(size_t *order, size_t count, uint64_t *state)
{
    for (size_t i = count; i > 1; i--) {
        *state = *state * 6364136223846793005u + 1442695040888963407u;
        size_t k = (size_t)(*state >> 33) % i, held = order[i - 1];
        order[i - 1] = order[k];
        order[k] = held;
    }
}

static bool is_found(const example *e)
{
    for (uint32_t i = 0; i < e->count; i++) {
        if (e->found[i] != PITH__LABEL_OUT)
            return true;
    }
    return false;
}

/* Weights as they are written. */
typedef struct fitted {
    int rows[FEATURES][PITH__LABELS];
    int16_t turns[PITH__KINDS][PITH__LABELS][PITH__LABELS];
} fitted;

static int level(double weight)
{
    return (int)nearbyint(weight / LAST / UNIT);
}

static fitted *rounded(const model *m)
{
    fitted *f = sets_need(malloc(sizeof *f));
    for (int r = 0; r < FEATURES; r++) {
        for (int b = 0; b < PITH__LABELS; b++)
            f->rows[r][b] = level(m->rows[r][b]);
    }
    for (int k = 0; k < PITH__KINDS; k++) {
        for (int a = 0; a < PITH__LABELS; a++) {
            for (int b = 0; b < PITH__LABELS; b++)
                f->turns[k][a][b] =
                    (int16_t)(pith__label_follows(a, b) ? level(m->turns[k][a][b]) : PITH__NEVER);
        }
    }
    return f;
}

/* Fits to all documents but those that are left out. */
static fitted *fit(const examples *list, bool second)
{
    learner *l = sets_need(calloc(1, sizeof *l));
    size_t *order = sets_need(malloc(list->count * sizeof *order)), count = 0;
    uint64_t state = 1;
    l->second = second;
    for (size_t i = 0; i < list->count; i++) {
        if (!list->left_out[list->items[i].document] && (!second || is_found(&list->items[i])))
            order[count++] = i;
    }
    for (int pass = 0; pass < PASSES; pass++) {
        l->rate = RATE / (1 + LESS * pass);
        shuffle(order, count, &state);
        for (size_t i = 0; i < count; i++)
            learn(l, &list->items[order[i]]);
        end_pass(l, pass);
    }
    fitted *f = rounded(&l->sums);
    free(order);
    free(l);
    return f;
}

/* The labels that the weights give to an example. */
static void label(const fitted *f, const example *e, bool second, uint8_t *labels)
{
    static _Alignas(pith__eight) int16_t scores[PITH__UNIT_MAX][PITH__LABELS];
    static pith__turns turns[PITH__KINDS];
    static uint8_t room[PITH__UNIT_MAX];
    static pith__spots spots;
    pith__spots_fill(&e->reading, &e->unit, &spots);
    find_features(e, &spots, second);
    for (uint32_t i = 0; i < e->count; i++) {
        int sums[PITH__LABELS] = {0};
        for (uint32_t k = 0; k < found[i].count; k++) {
            for (int b = 0; b < PITH__LABELS; b++)
                sums[b] += f->rows[found[i].rows[k]][b];
        }
        for (int b = 0; b < PITH__LABELS; b++) {
            int sum = sums[b] - sums[0];
            scores[i][b] = (int16_t)(sum > MOST ? MOST : sum < -MOST ? -MOST : sum);
        }
    }
    for (int k = 0; k < PITH__KINDS; k++)
        pith__turns_press(f->turns[k], &turns[k]);
    pith__labels_find(pith__strip_at(spots.kind, 0), e->count, scores, turns, room, labels);
}

/* Fits a first look to what is not left out, and labels the documents of a share with it. */
static void find_labels_in(examples *list, uint32_t shares, uint32_t share)
{
    fitted *f = fit(list, false);
    for (size_t i = 0; i < list->count; i++) {
        example *e = &list->items[i];
        if (e->document % shares == share)
            label(f, e, false, e->found);
    }
    free(f);
}

/* What first looks find in the documents that they were not fitted to. Documents of one fold are in
 * all parts. */
static void find_labels(examples *list)
{
    bool *left_out = sets_need(malloc(list->documents * sizeof *left_out));
    memcpy(left_out, list->left_out, list->documents * sizeof *left_out);
    for (uint32_t part = 0; part < PARTS; part++) {
        for (uint32_t d = 0; d < list->documents; d++)
            list->left_out[d] = left_out[d] || d % PARTS == part;
        find_labels_in(list, PARTS, part);
    }
    memcpy(list->left_out, left_out, list->documents * sizeof *left_out);
    free(left_out);
}

/* ---- checking ---- */

typedef struct score {
    long gold, given, right;
} score;

static uint32_t piece_end(const uint8_t *labels, uint32_t count, uint32_t first)
{
    uint8_t more = labels[first] == PITH__LABEL_CUE ? PITH__LABEL_CUE : labels[first] + 1;
    uint32_t end = first + 1;
    while (end < count && labels[end] == more)
        end++;
    return end;
}

/* The piece that begins at a token: 0 content, 1 source, 2 cue; -1 if none does. */
static int piece_at(const uint8_t *labels, uint32_t i)
{
    switch (labels[i]) {
    case PITH__LABEL_TRAILING:
    case PITH__LABEL_LEADING:
        return 0;
    case PITH__LABEL_SOURCE:
        return 1;
    case PITH__LABEL_CUE:
        return i && labels[i - 1] == PITH__LABEL_CUE ? -1 : 2;
    default:
        return -1;
    }
}

static void compare(const example *e, const uint8_t *given, score scores[3])
{
    for (uint32_t i = 0; i < e->count; i++) {
        int gold = piece_at(e->labels, i), mine = piece_at(given, i);
        if (gold >= 0)
            scores[gold].gold++;
        if (mine >= 0)
            scores[mine].given++;
        if (gold >= 0 && mine == gold &&
            piece_end(e->labels, e->count, i) == piece_end(given, e->count, i))
            scores[gold].right++;
    }
}

static void check_fold(examples *list, uint32_t fold, score first[3], score second[3])
{
    static uint8_t labels[PITH__UNIT_MAX];
    for (uint32_t d = 0; d < list->documents; d++)
        list->left_out[d] = d % FOLDS == fold;
    find_labels(list);
    find_labels_in(list, FOLDS, fold);
    fitted *f = fit(list, true);
    for (size_t i = 0; i < list->count; i++) {
        const example *e = &list->items[i];
        if (e->document % FOLDS != fold)
            continue;
        compare(e, e->found, first);
        memcpy(labels, e->found, e->count);
        if (is_found(e))
            label(f, e, true, labels);
        compare(e, labels, second);
    }
    free(f);
}

static void print_scores(const char *name, const score scores[3])
{
    static const char *const pieces[] = {"content", "source", "cue"};
    printf("%s", name);
    for (int i = 0; i < 3; i++) {
        double right = 100.0 * (double)scores[i].right;
        printf("  %s P %.1f R %.1f F1 %.2f", pieces[i], right / (double)scores[i].given,
               right / (double)scores[i].gold,
               2 * right / (double)(scores[i].gold + scores[i].given));
    }
    printf("\n");
}

/* Exact pieces in the units that the tagger looks at. */
static void check(examples *list)
{
    score first[3] = {{0}}, second[3] = {{0}};
    for (uint32_t fold = 0; fold < FOLDS; fold++)
        check_fold(list, fold, first, second);
    print_scores("first look ", first);
    print_scores("second look", second);
}

/* ---- writing ---- */

static void write_rows(const fitted *f, const char *name, int first, int end)
{
    enum { LINE = 16 }; /* rows */
    printf("static const char %s[] =", name);
    for (int r = first; r < end; r++) {
        if ((r - first) % LINE == 0)
            printf(r == first ? "\n    \"" : "\"\n    \"");
        for (int b = 0; b < PITH__LABELS; b++) {
            int c = PITH__WEIGHT_ZERO + f->rows[r][b];
            printf(c == '\\' || c == '?' ? "\\%c" : "%c", c);
        }
    }
    printf("\";\n\n");
}

static void write_turns(const fitted *f)
{
    printf("static const int16_t turns[PITH__KINDS][PITH__LABELS][PITH__LABELS] = {\n");
    for (int k = 0; k < PITH__KINDS; k++) {
        printf("    {");
        for (int a = 0; a < PITH__LABELS; a++) {
            printf(a ? ",\n     {" : "{");
            for (int b = 0; b < PITH__LABELS; b++)
                printf("%s%d", b ? ", " : "", f->turns[k][a][b]);
            printf("}");
        }
        printf("},\n");
    }
    printf("};\n\n");
}

static void write_look(const fitted *f, bool second, const examples *list)
{
    printf("/* Generated by tests/quality/fit_tagger.c: do not edit.\n"
           " * Fitted to %u documents of the PolNeAR corpus, train part (news in English,\n"
           " * annotated by E. Newell, D. Margolin and D. Ruths, LREC 2018; no licence is stated\n"
           " * for its text, of which this table holds nothing but numbers that traits share). */\n"
           "/* clang-format off */\n"
           "#include \"quotes/look.h\"\n\n"
           "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n",
           list->documents);
    write_rows(f, "forms", 0, PLACES_BEGIN);
    if (second)
        write_rows(f, "glances", HINTS_BEGIN, FEATURES);
    else
        write_rows(f, "places", PLACES_BEGIN, HINTS_BEGIN);
    write_turns(f);
    printf("const pith__look pith__%s_look = {forms, %s, turns};\n", second ? "second" : "first",
           second ? "NULL, glances" : "places, NULL");
}

int main(int argc, char **argv)
{
    const char *what = argc == 3 ? argv[2] : "";
    bool second = strcmp(what, "second") == 0, checking = strcmp(what, "check") == 0;
    static examples list;
    pith__trap trap;
    if (!second && !checking && strcmp(what, "first") != 0)
        sets_fail("fit_tagger DATA first|second > core/quotes/tagger_first.c|..._second.c, or "
                  "fit_tagger DATA check",
                  "usage");
    if (pith_engine_new(NULL, &list.engine) != PITH_OK || setjmp(trap.place))
        sets_need(NULL);
    pith__arena_init(&list.arena, &trap);
    sets_read(argv[1], "quotes/polnear-train", add_document, &list);
    list.left_out = sets_need(calloc(list.documents, sizeof *list.left_out));
    if (checking) {
        check(&list);
        return 0;
    }
    if (second)
        find_labels(&list);
    fitted *f = fit(&list, second);
    write_look(f, second, &list);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
