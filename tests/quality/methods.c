/* What every method is worth on every set of summaries:
 *
 *     methods DATA [METHOD...]
 *
 * DATA is the folder of the annotated sets. Three sentences of each text are held against the
 * summaries that people wrote of it (the mean over them where there are several): ROUGE-1, ROUGE-2
 * and ROUGE-Lsum, F1, as a table in Markdown. `auto` has been fitted to these sets; what it is
 * worth on texts that it has not seen is what `fit_summary DATA --check` prints. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "articles.h"
#include "rouge.h"
#include "sets.h"

static const struct source {
    const char *name;
    bool parts; /* its articles are parts of one document */
} sources[] = {{"cnndm-val1000", false}, {"cnndm-train200", false},  {"writers-a", false},
               {"bbc-a", false},         {"xsum-500", false},        {"scitldr-a", false},
               {"opinosis-a", false},    {"duc2004-multi-a", false}, {"duc2004-multi-a", true},
               {"tes-tr-a", false},      {"vietnews-vi-300", false}, {"klexikon-de", false},
               {"basse-es-a", false}};
enum { SOURCES = sizeof sources / sizeof *sources, METHODS_MAX = 32, SENTENCES = 3 };

typedef struct table {
    pith_engine *engine;
    pith__trap trap;
    const char *const *method;
    size_t methods;
    rouge_score sum[METHODS_MAX][SOURCES];
    uint32_t texts[SOURCES];
    /* while a set is read */
    uint32_t source;
    pith__arena arena;
    rouge rouge;
} table;

static pith_document *read_document(table *t, const cJSON *record)
{
    pith_document_options o = {.size = sizeof o,
                               .language = article_language(record),
                               .title = article_string(record, "title")};
    const char *text = article_string(record, "text");
    size_t length = strlen(text);
    pith__arena scratch;
    pith__arena_init(&scratch, &t->trap);
    if (sources[t->source].parts) {
        text = article_joined(record, &scratch, &length);
        o.parts = article_parts(record, &scratch, &o.part_count);
    }
    pith_document *document;
    if (pith_document_new(t->engine, text, length, &o, &document) != PITH_OK)
        sets_fail(pith_engine_message(t->engine), "a text");
    pith__arena_free(&scratch);
    return document;
}

/* The picks of a summary, one a line. */
static rouge_text read_summary(table *t, const pith_document *document, const char *method,
                               bool english)
{
    pith_summary_options o = {.size = sizeof o, .method = method, .sentences = SENTENCES};
    pith_summary *summary;
    if (pith_summary_new(t->engine, document, &o, &summary) != PITH_OK)
        sets_fail(pith_engine_message(t->engine), "a summary");
    size_t count, length, used = 0;
    const pith_pick *pick = pith_summary_picks(summary, &count);
    const char *text = pith_document_text(document, &length);
    char *lines = pith__arena_alloc(&t->arena, length + count + 1);
    for (size_t i = 0; i < count; i++) {
        for (uint32_t at = pick[i].span.start; at < pick[i].span.end; at++)
            lines[used++] = text[at] == '\n' ? ' ' : text[at];
        lines[used++] = '\n';
    }
    rouge_text read = rouge_read(&t->rouge, lines, used, english);
    pith_summary_free(summary);
    return read;
}

static void add_text(void *context, const cJSON *record)
{
    table *t = context;
    bool english = strcmp(article_language(record), "en") == 0;
    pith_document *document = read_document(t, record);
    size_t references = article_references(record);
    for (size_t m = 0; m < t->methods; m++) {
        rouge_text candidate = read_summary(t, document, t->method[m], english);
        rouge_score *sum = &t->sum[m][t->source];
        for (size_t i = 0; i < references; i++) {
            const char *text = article_reference(record, i);
            rouge_text reference = rouge_read(&t->rouge, text, strlen(text), english);
            rouge_score s = rouge_compare(&t->rouge, &reference, &candidate);
            sum->one += s.one / (double)references;
            sum->two += s.two / (double)references;
            sum->lsum += s.lsum / (double)references;
        }
    }
    t->texts[t->source]++;
    pith_document_free(document);
}

static void read_sets(table *t, const char *data)
{
    char folder[4096];
    snprintf(folder, sizeof folder, "%s/summaries", data);
    for (t->source = 0; t->source < SOURCES; t->source++) {
        pith__arena_init(&t->arena, &t->trap);
        rouge_init(&t->rouge, &t->arena);
        sets_read(folder, sources[t->source].name, add_text, t);
        rouge_free(&t->rouge);
        pith__arena_free(&t->arena);
    }
}

static void print(const table *t)
{
    printf("| ROUGE-1 / -2 / -Lsum |");
    for (uint32_t k = 0; k < SOURCES; k++)
        printf(" %s%s |", sources[k].name, sources[k].parts ? " (--merge)" : "");
    printf("\n|---|");
    for (uint32_t k = 0; k < SOURCES; k++)
        printf("---|");
    for (size_t m = 0; m < t->methods; m++) {
        printf("\n| %s |", t->method[m]);
        for (uint32_t k = 0; k < SOURCES; k++) {
            double share = 100.0 / t->texts[k];
            const rouge_score *s = &t->sum[m][k];
            printf(" %.1f / %.1f / %.1f |", share * s->one, share * s->two, share * s->lsum);
        }
    }
    printf("\n");
}

int main(int argc, char **argv)
{
    static table t;
    if (argc < 2 || argc - 2 > METHODS_MAX)
        sets_fail("methods DATA [METHOD...]", "usage");
    if (setjmp(t.trap.place))
        sets_fail("memory ran out", "methods");
    t.method = pith_methods(&t.methods);
    if (argc > 2) {
        t.method = (const char *const *)argv + 2;
        t.methods = (size_t)argc - 2;
    }
    if (pith_engine_new(NULL, &t.engine) != PITH_OK)
        sets_fail("memory ran out", "methods");
    read_sets(&t, argv[1]);
    print(&t);
    pith_engine_free(t.engine);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
