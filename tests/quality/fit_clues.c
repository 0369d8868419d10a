/* Fits the weights of core/quotes/clue:
 *
 *     fit_clues DATA_DIR > core/quotes/clue_weights.c
 *     fit_clues DATA_DIR --check     how often the classes are right, on texts not fitted
 *
 * The marked regions of DATA_DIR/quotes/{polnear-train,riqua-train,pdnc-14}.jsonl are the examples,
 * each in the style of its document. One is speech if direct quotations of the set cover most of
 * it, a fragment if mixed and indirect ones do (in polnear-train only: the others give direct ones
 * alone). Nothing of a text is in the result: a weight for each clue.
 *
 * Logistic regression with a Gaussian prior by gradient descent with moments (Adam, Kingma and Ba
 * 2015) over all examples at once. The result depends on nothing but these files and the code of
 * libpith, not on the weights in it. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/engine.h"
#include "quotes/clue.h"
#include "sets.h"

enum { STEPS = 600, HUNDREDTHS = 100, STYLES = 2 };

typedef enum label { NEITHER, FRAGMENT, SPEECH } label;

typedef struct example {
    pith__clues clues;
    label label;
    bool dialogue;
    bool fragments; /* its set tells fragments from the rest */
} example;

typedef struct course {
    pith_engine *engine;
    pith__arena arena;
    bool fragments;
    PITH__ARRAY(example) example; /* in `lasting` */
    pith__arena lasting;
} course;

/* ---- examples ---- */

/* How many bytes of the region the quotations of a kind cover, direct ones or others. */
static uint32_t covered(const pith__marked *region, const cJSON *record, const uint32_t *bytes,
                        bool direct)
{
    uint32_t sum = 0;
    const cJSON *quote, *span;
    cJSON_ArrayForEach(quote, cJSON_GetObjectItem(record, "quotes"))
    {
        const char *type = cJSON_GetStringValue(cJSON_GetObjectItem(quote, "type"));
        if ((strcmp(type, "direct") == 0) != direct)
            continue;
        cJSON *spans = sets_spans(quote);
        cJSON_ArrayForEach(span, spans)
        {
            uint32_t start = bytes[cJSON_GetArrayItem(span, 0)->valueint];
            uint32_t end = bytes[cJSON_GetArrayItem(span, 1)->valueint];
            start = start > region->span.start ? start : region->span.start;
            end = end < region->span.end ? end : region->span.end;
            sum += end > start ? end - start : 0;
        }
        cJSON_Delete(spans);
    }
    return sum;
}

static label label_of(const pith__marked *region, const cJSON *record, const uint32_t *bytes)
{
    uint32_t half = pith__span_length(region->span) / 2;
    if (covered(region, record, bytes, true) > half)
        return SPEECH;
    return covered(region, record, bytes, false) > half ? FRAGMENT : NEITHER;
}

static void take_record(void *context, const cJSON *record)
{
    course *c = context;
    pith_document *document = sets_document(c->engine, record);
    uint32_t *bytes = sets_bytes(cJSON_GetObjectItem(record, "text")->valuestring);
    pith__markeds regions = pith__markeds_find(&c->arena, document);
    bool dialogue = pith__is_dialogue(document, &regions), speech = false;
    for (uint32_t i = 0, p = 0; i < regions.count; i++) {
        const pith__marked *region = &regions.items[i];
        while (document->paragraphs.items[p].span.end <= region->outer.start)
            p++;
        pith_span paragraph = document->paragraphs.items[p].span;
        label is = label_of(region, record, bytes);
        if (!region->goes_on)
            *pith__array_add(&c->lasting, &c->example) =
                (example){pith__clues_of(document, &regions, i, paragraph, speech), is, dialogue,
                          c->fragments};
        speech = is == SPEECH;
    }
    pith__arena_reset(&c->arena);
    free(bytes);
    pith_document_free(document);
}

/* ---- learning ---- */

/* Which examples count, and which of them are the ones looked for. */
typedef struct question {
    label looked_for;
    bool dialogue; /* for speech: the style */
} question;

static bool counts(const example *e, question q)
{
    return q.looked_for == SPEECH ? e->dialogue == q.dialogue : e->fragments && e->label != SPEECH;
}

static double score(const double weights[PITH__CLUES], pith__clues clues)
{
    double sum = 0;
    for (int i = 0; i < PITH__CLUES; i++)
        sum += pith__has_clue(clues, i) ? weights[i] : 0;
    return sum;
}

static void fit(const course *c, question q, int16_t rounded[PITH__CLUES])
{
    const double rate = 0.1, prior = 1e-4, keep = 0.9, keep_square = 0.99;
    double weights[PITH__CLUES] = {0}, mean[PITH__CLUES] = {0}, square[PITH__CLUES] = {0};
    double keeps = 1, keeps_square = 1, count = 0;
    for (uint32_t i = 0; i < c->example.count; i++)
        count += counts(&c->example.items[i], q);
    for (int step = 0; step < STEPS; step++) {
        double gradient[PITH__CLUES] = {0};
        for (uint32_t i = 0; i < c->example.count; i++) {
            const example *e = &c->example.items[i];
            if (!counts(e, q))
                continue;
            double by = 1 / (1 + exp(-score(weights, e->clues))) - (e->label == q.looked_for);
            for (int k = 0; k < PITH__CLUES; k++)
                gradient[k] += pith__has_clue(e->clues, k) ? by : 0;
        }
        keeps *= keep;
        keeps_square *= keep_square;
        for (int k = 0; k < PITH__CLUES; k++) {
            double g = gradient[k] / count + prior * weights[k];
            mean[k] = keep * mean[k] + (1 - keep) * g;
            square[k] = keep_square * square[k] + (1 - keep_square) * g * g;
            weights[k] -=
                rate * (mean[k] / (1 - keeps)) / (sqrt(square[k] / (1 - keeps_square)) + 1e-6);
        }
    }
    for (int k = 0; k < PITH__CLUES; k++)
        rounded[k] = (int16_t)lround(weights[k] * HUNDREDTHS);
}

/* ---- checking ---- */

static void check(const course *c, const char *name)
{
    uint32_t table[3][3] = {{0}};
    static const char *const labels[] = {"neither", "fragment", "speech"};
    for (uint32_t i = 0; i < c->example.count; i++) {
        const example *e = &c->example.items[i];
        const pith__clue_weights *w = &pith__clues_fitted;
        label found = pith__weigh_clues(w->speech[e->dialogue], e->clues) >= 0 ? SPEECH
                      : pith__weigh_clues(w->fragment, e->clues) >= 0          ? FRAGMENT
                                                                               : NEITHER;
        table[e->label][found]++;
    }
    printf("%s\n  %-10s %9s %9s %9s   as found\n", name, "", labels[0], labels[1], labels[2]);
    for (int i = 0; i < 3; i++)
        printf("  %-10s %9u %9u %9u\n", labels[i], table[i][0], table[i][1], table[i][2]);
}

/* ---- writing ---- */

static void write_row(const int16_t row[PITH__CLUES], const char *indent)
{
    printf("%s{", indent);
    for (int i = 0; i < PITH__CLUES; i++) {
        printf("%d", row[i]);
        if (i + 1 < PITH__CLUES)
            printf(i % 12 == 11 ? ",\n%s " : ", ", indent);
    }
    printf("},\n");
}

static void write_weights(const pith__clue_weights *w)
{
    printf("/* Generated by tests/quality/fit_clues.c: do not edit.\n"
           " * Fitted to the PolNeAR corpus, train part (news in English, annotated by E. Newell,\n"
           " * D. Margolin and D. Ruths, LREC 2018; no licence is stated for its text), the RiQuA\n"
           " * corpus, train part (S. Papay and S. Pado, LREC 2020), and 14 novels of the Project\n"
           " * Dialogism Novel Corpus (K. Vishnubhotla, A. Hammond and G. Hirst, LREC 2022). This\n"
           " * table holds nothing of any text: a number for each clue, in hundredths. */\n"
           "/* clang-format off */\n"
           "#include \"quotes/clue.h\"\n\n"
           "const pith__clue_weights pith__clues_fitted = {\n"
           "    .speech = {\n");
    for (int s = 0; s < STYLES; s++)
        write_row(w->speech[s], "        ");
    printf("    },\n    .fragment =\n");
    write_row(w->fragment, "        ");
    printf("};\n");
}

static void read_set(course *c, const char *directory, const char *name, bool fragments)
{
    c->fragments = fragments;
    sets_read(directory, name, take_record, c);
}

static void learn(course *c, const char *directory)
{
    pith__clue_weights w;
    read_set(c, directory, "quotes/polnear-train", true);
    read_set(c, directory, "quotes/riqua-train", false);
    read_set(c, directory, "quotes/pdnc-14", false);
    for (int s = 0; s < STYLES; s++)
        fit(c, (question){SPEECH, s}, w.speech[s]);
    fit(c, (question){FRAGMENT, false}, w.fragment);
    write_weights(&w);
}

static void check_all(course *c, const char *directory)
{
    static const char *const names[] = {"quotes/polnear-dev", "quotes/riqua-dev"};
    for (int i = 0; i < 2; i++) {
        c->example.count = 0;
        read_set(c, directory, names[i], false);
        check(c, names[i]);
    }
}

int main(int argc, char **argv)
{
    bool checks = argc == 3 && strcmp(argv[2], "--check") == 0;
    pith__trap trap;
    course c = {.fragments = false};
    if (argc != 2 && !checks)
        sets_fail("usage: fit_clues DATA_DIR [--check]", "fit_clues");
    if (setjmp(trap.place) || pith_engine_new(NULL, &c.engine) != PITH_OK)
        sets_fail("memory ran out", "fit_clues");
    pith__arena_init(&c.arena, &trap);
    pith__arena_init(&c.lasting, &trap);
    if (checks)
        check_all(&c, argv[1]);
    else
        learn(&c, argv[1]);
    pith__arena_free(&c.arena);
    pith__arena_free(&c.lasting);
    pith_engine_free(c.engine);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
