/* What a sentence costs each method of ranking, in texts of 2,000 up to 1,000,000 sentences:
 *
 *     bench_summary DATA [METHOD...]
 *
 * The texts are the articles of the sets of summaries in DATA, one behind the other as often as it
 * takes. Prints microseconds of processor time a sentence from the bytes to the summary, the best
 * of several rounds, and how much dearer a sentence of 128,000 is than one of 2,000; a method for
 * which that is over 1.2 fails, and so does one that needs over 20 seconds for the million. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../quality/articles.h"
#include "../quality/sets.h"
#include "pith.h"

enum { SIZES = 4, MILLION = SIZES - 1 };
static const size_t sizes[SIZES] = {2000, 16000, 128000, 1000000};
static const int rounds[SIZES] = {100, 12, 3, 1};
static const double GROWTH_MAX = 1.2, SECONDS_MAX = 20;

typedef struct prose {
    char *bytes;
    size_t length, room;
} prose;

static double now(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

static void add_text(void *context, const cJSON *record)
{
    prose *p = context;
    const char *text = article_string(record, "text");
    size_t length = strlen(text);
    if (p->length + length + 2 > p->room) {
        p->room = 2 * (p->length + length + 2);
        p->bytes = sets_need(realloc(p->bytes, p->room));
    }
    memcpy(p->bytes + p->length, text, length);
    memcpy(p->bytes + p->length + length, "\n\n", 2);
    p->length += length + 2;
}

static prose read_sets(const char *data)
{
    static const char *const names[] = {"cnndm-val1000", "writers-a", "bbc-a", "xsum-500"};
    char folder[4096];
    prose p = {0};
    snprintf(folder, sizeof folder, "%s/summaries", data);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        sets_read(folder, names[i], add_text, &p);
    return p;
}

/* The length of about so many sentences. */
static size_t length_of(pith_engine *engine, const prose *p, size_t sentences)
{
    pith_document *probe;
    if (pith_document_new(engine, p->bytes, p->length, NULL, &probe) != PITH_OK)
        sets_fail(pith_engine_message(engine), "the sets");
    pith_counts counts = pith_document_counts(probe);
    pith_document_free(probe);
    return (size_t)((double)counts.bytes / (double)counts.sentences * (double)sentences);
}

static prose repeated(const prose *p, size_t length)
{
    prose text = {sets_need(malloc(length)), length, length};
    for (size_t at = 0; at < length; at += p->length)
        memcpy(text.bytes + at, p->bytes, length - at < p->length ? length - at : p->length);
    return text;
}

/* Processor time of one summary; in *sentences how many the text has. */
static double seconds_of(pith_engine *engine, const prose *text, const char *method,
                         size_t *sentences)
{
    pith_document_options read = {.size = sizeof read, .language = "en"};
    pith_summary_options rank = {.size = sizeof rank, .method = method};
    pith_document *document;
    pith_summary *summary;
    double start = now();
    if (pith_document_new(engine, text->bytes, text->length, &read, &document) != PITH_OK ||
        pith_summary_new(engine, document, &rank, &summary) != PITH_OK)
        sets_fail(pith_engine_message(engine), method);
    double end = now();
    *sentences = pith_document_counts(document).sentences;
    pith_summary_free(summary);
    pith_document_free(document);
    return end - start;
}

static bool measure(pith_engine *engine, const prose *text, const char *method)
{
    double cost[SIZES], whole = 0;
    printf("%-20s", method);
    for (int k = 0; k < SIZES; k++) {
        size_t sentences;
        double best = seconds_of(engine, &text[k], method, &sentences);
        for (int i = 1; i < rounds[k]; i++) {
            double again = seconds_of(engine, &text[k], method, &sentences);
            best = again < best ? again : best;
        }
        cost[k] = best / (double)sentences;
        whole = best;
        printf(" %9.2f", 1e6 * cost[k]);
        fflush(stdout);
    }
    double growth = cost[MILLION - 1] / cost[0];
    bool good = growth <= GROWTH_MAX && whole <= SECONDS_MAX;
    printf(" %9.2f %9.1f%s\n", growth, whole, good ? "" : "  too much");
    return good;
}

int main(int argc, char **argv)
{
    pith_engine *engine;
    prose text[SIZES];
    size_t count, bad = 0;
    const char *const *method = pith_methods(&count);
    if (argc < 2)
        sets_fail("bench_summary DATA [METHOD...]", "usage");
    if (argc > 2) {
        method = (const char *const *)argv + 2;
        count = (size_t)argc - 2;
    }
    if (pith_engine_new(NULL, &engine) != PITH_OK)
        sets_fail("memory ran out", "bench_summary");
    prose p = read_sets(argv[1]);
    for (int k = 0; k < SIZES; k++)
        text[k] = repeated(&p, length_of(engine, &p, sizes[k]));
    printf("%-20s %9s %9s %9s %9s %9s %9s\n", "us a sentence", "2,000", "16,000", "128,000",
           "1,000,000", "growth", "seconds");
    for (size_t i = 0; i < count; i++)
        bad += !measure(engine, text, method[i]);
    for (int k = 0; k < SIZES; k++)
        free(text[k].bytes);
    pith_engine_free(engine);
    free(p.bytes);
    return bad ? 1 : 0;
}
