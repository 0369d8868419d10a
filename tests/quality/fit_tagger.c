/* Fits the weights of core/quotes/tagger: fit_tagger DATA_DIR > core/quotes/tagger_weights.c
 *
 * DATA_DIR/quotes/polnear-train.jsonl holds documents with their quotations, a JSON object a line:
 * text, and for each of its quotes spans, source and cue in code points. The result depends on
 * nothing but these files and the tagger's own code: whole numbers only, a fixed order.
 *
 * An averaged structured perceptron (Collins 2002): the weights are those of all steps together;
 * instead of adding them up after every step, a change is weighted by the steps it was there for.
 */
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/engine.h"
#include "quotes/tagger.h"

enum {
    RUNS = 8, /* models whose weights are added up, each from an order of its own */
    PASSES = 5,
    MARGIN = 16 << 6, /* what a wrong label must be worse by; a step is STEP */
    STEP = 1 << 6,
    LEVELS = 44 /* of a weight either way: what a character holds */
};

_Noreturn static void fail(const char *what, const char *name)
{
    fprintf(stderr, "fit_tagger: %s %s\n", name, what);
    exit(1);
}

static void *need(void *memory)
{
    if (!memory)
        fail("has no memory left", "the program");
    return memory;
}

/* ---- examples ---- */

/* A unit with the labels that it should get. */
typedef struct example {
    uint32_t count;
    pith__spot *spots;
    uint32_t (*rows)[PITH__TRAITS];
    uint8_t *labels;
} example;

typedef struct examples {
    example *items;
    size_t count, room;
} examples;

static void add_example(examples *list, example e)
{
    if (list->count == list->room) {
        list->room = list->room ? list->room * 2 : 1024;
        list->items = need(realloc(list->items, list->room * sizeof e));
    }
    list->items[list->count++] = e;
}

static int number_of(const cJSON *object, const char *name)
{
    const cJSON *item = cJSON_GetObjectItem(object, name);
    return cJSON_IsNumber(item) ? item->valueint : -1;
}

/* Byte offsets of the characters of a text. */
static uint32_t *bytes_of_points(const char *text)
{
    size_t length = strlen(text);
    uint32_t *bytes = need(malloc((length + 2) * sizeof *bytes)), points = 0;
    for (size_t i = 0; i <= length; i++) {
        if (((unsigned char)text[i] & 0xC0) != 0x80)
            bytes[points++] = (uint32_t)i;
    }
    return bytes;
}

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
    int start = number_of(quote, names[0]), end = number_of(quote, names[1]);
    if (start >= 0)
        label_span(document, (pith_span){bytes[start], bytes[end]}, begin, more, labels);
}

static void label_content(const pith_document *document, const cJSON *quote, const uint32_t *bytes,
                          uint8_t *labels)
{
    int cue = number_of(quote, "cue_start");
    cJSON *whole = NULL;
    const cJSON *spans = cJSON_GetObjectItem(quote, "spans"), *span;
    if (!spans) {
        whole = need(cJSON_CreateArray());
        int ends[2] = {number_of(quote, "start"), number_of(quote, "end")};
        cJSON_AddItemToArray(whole, need(cJSON_CreateIntArray(ends, 2)));
        spans = whole;
    }
    cJSON_ArrayForEach(span, spans)
    {
        int start = cJSON_GetArrayItem(span, 0)->valueint,
            end = cJSON_GetArrayItem(span, 1)->valueint;
        bool leading = cue >= end;
        label_span(document, (pith_span){bytes[start], bytes[end]},
                   leading ? PITH__LABEL_LEADING : PITH__LABEL_TRAILING,
                   leading ? PITH__LABEL_LEADING_MORE : PITH__LABEL_TRAILING_MORE, labels);
    }
    cJSON_Delete(whole);
}

static uint8_t *labels_of(const pith_document *document, const cJSON *record, const char *text)
{
    static const char *const source[2] = {"speaker_start", "speaker_end"};
    static const char *const cue[2] = {"cue_start", "cue_end"};
    uint8_t *labels = need(calloc(document->tokens.token.count + 1, 1));
    uint32_t *bytes = bytes_of_points(text);
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

static example example_of(const pith__traits *traits, const pith__unit *unit, const uint8_t *labels)
{
    const uint32_t *firsts = traits->document->tokens.first;
    uint32_t base = firsts[unit->first_sentence];
    example e = {.count = firsts[unit->end_sentence] - base};
    e.spots = need(malloc(e.count * sizeof *e.spots));
    e.rows = need(malloc(e.count * sizeof *e.rows));
    e.labels = need(malloc(e.count));
    memcpy(e.labels, labels + base, e.count);
    mend_start(e.labels);
    pith__spots_fill(traits, unit->first_sentence, unit->end_sentence, unit->region, e.spots);
    for (uint32_t i = 0; i < e.count; i++)
        pith__spot_rows(e.spots, e.count, i, e.rows[i]);
    return e;
}

static void add_document(examples *list, pith_engine *engine, pith__arena *arena,
                         const cJSON *record)
{
    const char *text = cJSON_GetObjectItem(record, "text")->valuestring;
    pith_document_options options = {.size = sizeof options, .language = "en"};
    pith_document *document;
    if (pith_document_new(engine, text, strlen(text), &options, &document) != PITH_OK)
        fail(pith_engine_message(engine), "a text:");
    pith__markeds regions = pith__markeds_find(arena, document);
    pith__traits traits = pith__traits_of(arena, document, &regions);
    uint8_t *labels = labels_of(document, record, text);
    pith__unit unit = {0};
    while (pith__unit_next(&traits, &unit))
        add_example(list, example_of(&traits, &unit, labels));
    free(labels);
    pith_document_free(document);
    pith__arena_reset(arena);
}

static char *file_of(const char *name)
{
    FILE *file = fopen(name, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0)
        fail("cannot be read", name);
    long size = ftell(file);
    rewind(file);
    char *bytes = need(malloc((size_t)size + 1));
    if (fread(bytes, 1, (size_t)size, file) != (size_t)size)
        fail("cannot be read", name);
    bytes[size] = '\0';
    fclose(file);
    return bytes;
}

static void add_file(examples *list, pith_engine *engine, pith__arena *arena, const char *name)
{
    char *bytes = file_of(name);
    for (const char *at = bytes; *at;) {
        const char *end;
        cJSON *record = cJSON_ParseWithOpts(at, &end, false);
        if (!record)
            fail("is no JSON", name);
        add_document(list, engine, arena, record);
        cJSON_Delete(record);
        at = end + strspn(end, "\r\n ");
    }
    free(bytes);
}

/* ---- learning ---- */

typedef struct model {
    int32_t rows[PITH__TRAIT_ROWS][PITH__LABELS];
    int64_t row_sums[PITH__TRAIT_ROWS][PITH__LABELS]; /* changes times the step they came at */
    int32_t turns[PITH__TRAIT_KINDS][PITH__LABELS][PITH__LABELS];
    int64_t turn_sums[PITH__TRAIT_KINDS][PITH__LABELS][PITH__LABELS];
    int64_t step;
} model;

static void begin_model(model *m)
{
    memset(m, 0, sizeof *m);
    for (int k = 0; k < PITH__TRAIT_KINDS; k++) {
        for (int a = 0; a < PITH__LABELS; a++) {
            for (int b = 0; b < PITH__LABELS; b++)
                m->turns[k][a][b] = pith__label_follows(a, b) ? 0 : PITH__NEVER;
        }
    }
}

static void score(const model *m, const example *e, int32_t (*scores)[PITH__LABELS])
{
    for (uint32_t i = 0; i < e->count; i++) {
        int32_t sums[PITH__LABELS] = {0};
        for (int k = 0; k < PITH__TRAITS; k++) {
            for (int b = 0; b < PITH__LABELS; b++)
                sums[b] += m->rows[e->rows[i][k]][b];
        }
        for (int b = 0; b < PITH__LABELS; b++)
            scores[i][b] = sums[b] + (b == e->labels[i] ? 0 : MARGIN);
    }
}

static void change_rows(model *m, const uint32_t rows[PITH__TRAITS], uint8_t label, int32_t by)
{
    for (int k = 0; k < PITH__TRAITS; k++) {
        m->rows[rows[k]][label] += by;
        m->row_sums[rows[k]][label] += by * m->step;
    }
}

static void change_turn(model *m, uint8_t kind, uint8_t a, uint8_t b, int32_t by)
{
    m->turns[kind][a][b] += by;
    m->turn_sums[kind][a][b] += by * m->step;
}

static void learn(model *m, const example *e)
{
    static int32_t scores[PITH__UNIT_MAX][PITH__LABELS];
    static uint8_t back[PITH__UNIT_MAX][PITH__LABELS], guess[PITH__UNIT_MAX];
    score(m, e, scores);
    pith__labels_find(e->spots, e->count, (const int32_t(*)[PITH__LABELS])scores,
                      (const int32_t(*)[PITH__LABELS][PITH__LABELS])m->turns, back, guess);
    m->step++;
    for (uint32_t i = 0; i < e->count; i++) {
        uint8_t kind = e->spots[i].kind, right = e->labels[i];
        if (guess[i] != right) {
            change_rows(m, e->rows[i], right, STEP);
            change_rows(m, e->rows[i], guess[i], -STEP);
        }
        if (i && (guess[i] != right || guess[i - 1] != e->labels[i - 1])) {
            change_turn(m, kind, e->labels[i - 1], right, STEP);
            change_turn(m, kind, guess[i - 1], guess[i], -STEP);
        }
    }
}

/* A fixed shuffle: Fisher and Yates with a linear congruential generator. */
static void shuffle(examples *list, uint64_t *state)
{
    for (size_t i = list->count; i > 1; i--) {
        *state = *state * 6364136223846793005u + 1442695040888963407u;
        size_t k = (size_t)(*state >> 33) % i;
        example e = list->items[i - 1];
        list->items[i - 1] = list->items[k];
        list->items[k] = e;
    }
}

static void average(model *m)
{
    for (int r = 0; r < PITH__TRAIT_ROWS; r++) {
        for (int b = 0; b < PITH__LABELS; b++)
            m->rows[r][b] -= (int32_t)(m->row_sums[r][b] / m->step);
    }
    for (int k = 0; k < PITH__TRAIT_KINDS; k++) {
        for (int a = 0; a < PITH__LABELS; a++) {
            for (int b = 0; b < PITH__LABELS; b++)
                m->turns[k][a][b] -= (int32_t)(m->turn_sums[k][a][b] / m->step);
        }
    }
}

static void add_model(model *sum, const model *m)
{
    for (int r = 0; r < PITH__TRAIT_ROWS; r++) {
        for (int b = 0; b < PITH__LABELS; b++)
            sum->rows[r][b] += m->rows[r][b];
    }
    for (int k = 0; k < PITH__TRAIT_KINDS; k++) {
        for (int a = 0; a < PITH__LABELS; a++) {
            for (int b = 0; b < PITH__LABELS; b++)
                sum->turns[k][a][b] += pith__label_follows(a, b) ? m->turns[k][a][b] : 0;
        }
    }
}

/* ---- writing ---- */

static int compare(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

/* The weight that becomes LEVELS: only one in a thousand weights that are not 0 is larger. */
static int32_t scale_of(const model *m)
{
    int32_t *sizes = need(malloc(sizeof m->rows));
    size_t count = 0;
    for (int r = 0; r < PITH__TRAIT_ROWS; r++) {
        for (int b = 0; b < PITH__LABELS; b++) {
            if (m->rows[r][b])
                sizes[count++] = abs(m->rows[r][b]);
        }
    }
    qsort(sizes, count, sizeof *sizes, compare);
    int32_t scale = count ? sizes[count - 1 - count / 1000] : 1;
    free(sizes);
    return scale;
}

static int level(int32_t weight, int32_t scale, int most)
{
    int64_t twice = 2 * (int64_t)weight * LEVELS;
    int64_t rounded = (twice + (twice < 0 ? -scale : scale)) / (2 * (int64_t)scale);
    return (int)(rounded > most ? most : rounded < -most ? -most : rounded);
}

static void write_rows(const model *m, int32_t scale)
{
    printf("const char pith__tagger_rows[PITH__TRAIT_ROWS / 512][PITH__ROW_BYTES] = {\n");
    for (int r = 0; r < PITH__TRAIT_ROWS; r++) {
        if (r % 512 == 0)
            printf("    \"");
        for (int b = 0; b < PITH__LABELS && r % 512 != 511; b++) {
            int c = 'P' + level(m->rows[r][b], scale, LEVELS);
            printf(c == '\\' || c == '?' ? "\\%c" : "%c", c);
        }
        if (r % 512 == 511)
            printf("\",\n");
    }
    printf("};\n");
}

static void write_turns(const model *m, int32_t scale)
{
    printf("\nconst signed char pith__tagger_turns[PITH__TRAIT_KINDS][PITH__LABELS][PITH__LABELS] "
           "= {\n");
    for (int k = 0; k < PITH__TRAIT_KINDS; k++) {
        printf("    {");
        for (int a = 0; a < PITH__LABELS; a++) {
            printf(a ? ",\n     {" : "{");
            for (int b = 0; b < PITH__LABELS; b++)
                printf("%s%d", b ? ", " : "", level(m->turns[k][a][b], scale, 127));
            printf("}");
        }
        printf("},\n");
    }
    printf("};\n");
}

static void write_model(const model *m, size_t count)
{
    int32_t scale = scale_of(m);
    printf(
        "/* Generated by tests/quality/fit_tagger.c: do not edit.\n"
        " * Trained on %zu passages of the PolNeAR corpus, train part (news in English, annotated\n"
        " * by E. Newell, D. Margolin and D. Ruths, LREC 2018; no licence is stated for its text,\n"
        " * of which this table holds nothing: whole numbers that hashed traits share). */\n"
        "/* clang-format off */\n"
        "#include \"quotes/tagger.h\"\n\n",
        count);
    write_rows(m, scale);
    write_turns(m, scale);
}

int main(int argc, char **argv)
{
    if (argc != 2)
        fail("DATA_DIR > core/quotes/tagger_weights.c", "usage: fit_tagger");
    pith_engine *engine;
    pith__trap trap;
    pith__arena arena;
    if (pith_engine_new(NULL, &engine) != PITH_OK || setjmp(trap.place))
        fail("has no memory left", "the program");
    pith__arena_init(&arena, &trap);
    char name[4096];
    snprintf(name, sizeof name, "%s/quotes/polnear-train.jsonl", argv[1]);
    examples list = {0};
    add_file(&list, engine, &arena, name);
    model *m = need(malloc(sizeof *m)), *sum = need(calloc(1, sizeof *sum));
    uint64_t state = 1;
    for (int run = 0; run < RUNS; run++) {
        begin_model(m);
        for (int pass = 0; pass < PASSES; pass++) {
            shuffle(&list, &state);
            for (size_t i = 0; i < list.count; i++)
                learn(m, &list.items[i]);
        }
        average(m);
        add_model(sum, m);
    }
    write_model(sum, list.count);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
