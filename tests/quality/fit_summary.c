/* Fits what `auto` has learnt:
 *
 *     fit_summary DATA > core/summary/auto_weights.c
 *     fit_summary DATA --check     ROUGE of each fifth of every set, fitted to the other four
 *
 * DATA is the folder of the annotated sets. For each text the sentences that look promising are
 * combined to all the summaries of three sentences that the selection could make of them:
 * quotations whole, nothing that leans on a sentence left out. Each has a reward, the mean of its
 * ROUGE-1 and ROUGE-2 against what people wrote, and a value: the worth of its sentences by the
 * network, less what it says again. The network is fitted so that the values, as a softmax, come
 * close to the rewards as a softmax (cross entropy; listwise learning to rank, Cao et al. 2007), by
 * Adam (Kingma and Ba 2015) over all texts at once, from a fixed start. A second round looks at the
 * summaries that the first one likes.
 *
 * News with highlights counts most; the other sets are there so that nothing is paid for with
 * theirs. Nothing of a text is in the result. It depends on nothing but these files and the code of
 * libpith, not on the weights in it.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "articles.h"
#include "network.h"
#include "sets.h"
#include "summary/select.h"

enum { ROUNDS = 2 };

static const struct source {
    const char *name;
    double weight; /* what a text counts */
    bool parts;    /* each of its articles is a part, as for --merge */
} sources[] = {
    {"cnndm-val1000", 1, false}, {"cnndm-train200", 1, false},    {"writers-a", 3, false},
    {"bbc-a", 0.08, false},      {"xsum-500", 0.15, false},       {"scitldr-a", 0.4, false},
    {"opinosis-a", 2, false},    {"duc2004-multi-a", 6, false},   {"duc2004-multi-a", 6, true},
    {"tes-tr-a", 1, false},      {"vietnews-vi-300", 0.4, false}, {"klexikon-de", 0.6, false},
    {"basse-es-a", 8, false}};
enum { SOURCES = sizeof sources / sizeof *sources };

/* ---- reading ---- */

typedef struct program {
    pith__trap trap;
    pith__arena lasting, arena; /* arena: of one text */
    pith__vocabulary vocabulary[SOURCES];
    uint32_t vocabularies;
    pith__furniture furniture;
    const char *data;
    examples examples;
} program;

static pith__vocabulary *vocabulary_of(program *p, const char *code)
{
    const pith__language *language = pith__language_find(code);
    for (uint32_t i = 0; i < p->vocabularies; i++) {
        if (p->vocabulary[i].lexicon.language == language)
            return &p->vocabulary[i];
    }
    pith__vocabulary *added = &p->vocabulary[p->vocabularies++];
    pith__vocabulary_init(added, &p->lasting, 1, language, NULL, 0);
    return added;
}

static void read_sentences(reading *r, bool english)
{
    const pith__material *m = &r->material;
    r->sentence = pith__arena_alloc(r->arena, (m->bags.sentences + 1) * sizeof *r->sentence);
    for (uint32_t i = 0; i < m->bags.sentences; i++) {
        pith_span span = m->candidate[i].span;
        char *text = pith__arena_alloc(r->arena, pith__span_length(span) + 1);
        char *end = pith__piece_write(m->document, span, text);
        r->sentence[i] = rouge_read(r->rouge, text, (size_t)(end - text), english);
    }
}

static void read_references(reading *r, const cJSON *record, bool english)
{
    r->references = article_references(record);
    r->reference = pith__arena_alloc(r->arena, r->references * sizeof *r->reference);
    for (size_t i = 0; i < r->references; i++) {
        const char *text = article_reference(record, i);
        r->reference[i] = rouge_read(r->rouge, text, strlen(text), english);
    }
}

static pith_document *read_document(program *p, const cJSON *record, bool in_parts)
{
    pith__vocabulary *vocabulary = vocabulary_of(p, article_language(record));
    const char *bytes = article_string(record, "text");
    pith_document_options options = {.size = sizeof options,
                                     .title = article_string(record, "title")};
    if (!in_parts)
        return pith__document_read(&p->arena, &p->arena, vocabulary,
                                   pith__decode(&p->arena, bytes, strlen(bytes)), &options);
    pith__parts parts;
    size_t count, length;
    char *joined = article_joined(record, &p->arena, &length);
    const pith_part *part = article_parts(record, &p->arena, &count);
    pith__text text = pith__parts_join(&p->arena, &p->arena, joined, length, part, count, &parts);
    pith_document *document = pith__document_read(&p->arena, &p->arena, vocabulary, text, &options);
    document->parts = parts;
    return document;
}

static void read_record(program *p, const cJSON *record, bool in_parts, rouge *words, reading *r)
{
    const pith_document *d = read_document(p, record, in_parts);
    const pith__lexicon *lexicon = &vocabulary_of(p, article_language(record))->lexicon;
    bool english = strcmp(article_language(record), "en") == 0;
    *r = (reading){.arena = &p->arena,
                   .rouge = words,
                   .material = {.document = d, .bags = pith__bags_begin(&p->arena, d)}};
    r->material.candidate =
        pith__candidates_find(&p->arena, lexicon, &p->furniture, d, &r->material.bags);
    r->units = pith__units_find(&p->arena, d, r->material.candidate, true);
    read_sentences(r, english);
    read_references(r, record, english);
}
/* ---- rounds ---- */

static example *add_example(program *p, const reading *r, uint32_t source, uint32_t number)
{
    pith__features f = pith__features_find(r->arena, &r->material);
    example *e = pith__array_add(&p->lasting, &p->examples);
    *e = (example){.weight = sources[source].weight,
                   .source = source,
                   .fold = number % FOLDS,
                   .sentences = r->material.bags.sentences};
    e->row = sets_need(malloc((e->sentences + 1) * sizeof *e->row));
    memcpy(e->row, f.sentence, e->sentences * sizeof *e->row);
    memcpy(e->text, f.text, sizeof e->text);
    return e;
}

/* What is done with each text of each set. */
typedef struct visit {
    program *program;
    void (*each)(const struct visit *v, reading *r);
    const void *with;
    rouge *rouge;
    uint32_t source;
    uint32_t number; /* of the text in its set, */
    uint32_t count;  /* and among all texts */
} visit;

static void visit_record(void *context, const cJSON *record)
{
    visit *v = context;
    reading r;
    read_record(v->program, record, sources[v->source].parts, v->rouge, &r);
    v->each(v, &r);
    v->number++;
    v->count++;
    pith__arena_reset(&v->program->arena);
}

static void visit_all(program *p, void (*each)(const visit *, reading *), const void *with)
{
    char folder[4096];
    snprintf(folder, sizeof folder, "%s/summaries", p->data);
    visit v = {.program = p, .each = each, .with = with};
    for (v.source = 0; v.source < SOURCES; v.source++) {
        rouge words;
        pith__arena names;
        pith__arena_init(&names, &p->trap);
        rouge_init(&words, &names);
        v.rouge = &words;
        v.number = 0;
        sets_read(folder, sources[v.source].name, visit_record, &v);
        rouge_free(&words);
        pith__arena_free(&names);
    }
}

/* The first look: the sentences that an untaught reader would take. */
static void read_example(const visit *v, reading *r)
{
    example *e = add_example(v->program, r, v->source, v->number);
    double *worth = pith__arena_alloc(r->arena, (e->sentences + 1) * sizeof *worth);
    for (uint32_t i = 0; i < e->sentences; i++)
        worth[i] =
            (double)(e->row[i][PITH__COMMON] + e->row[i][PITH__EARLY] + e->row[i][PITH__TITLE]);
    e->choice = choices_find(r, worth, &e->choices);
}

static void look_again(const visit *v, reading *r)
{
    example *e = &v->program->examples.items[v->count];
    free(e->choice);
    double *worth = pith__arena_alloc(r->arena, (e->sentences + 1) * sizeof *worth);
    network_worth(v->with, e, worth);
    e->choice = choices_find(r, worth, &e->choices);
}

/* Reads all texts and fits; the choices are those of the last round. */
static mixture learn(program *p, scale *s)
{
    visit_all(p, read_example, NULL);
    *s = examples_standardize(&p->examples);
    mixture m = network_fit(&p->examples, FOLDS);
    for (int round = 1; round < ROUNDS; round++) {
        visit_all(p, look_again, &m);
        m = network_fit(&p->examples, FOLDS);
    }
    return m;
}

/* ---- checking ---- */

typedef struct checking {
    pith__auto_weights fold[FOLDS];
    rouge_score *sum; /* by source */
    uint32_t *count;
} checking;

/* ROUGE of a summary as the program makes it, by the weights that have not seen the text. */
static void check_text(const visit *v, reading *r)
{
    const checking *c = v->with;
    const pith__material *m = &r->material;
    double *score = pith__arena_alloc(r->arena, (m->bags.sentences + 1) * sizeof *score);
    pith__auto_weigh(r->arena, m, &c->fold[v->number % FOLDS], score);
    pith__wishes wishes = {{PICKS, UINT32_MAX, UINT32_MAX, UINT32_MAX}, 1, false};
    pith__picks picks = pith__select(r->arena, r->arena, m, score, wishes);
    char *text = pith__arena_alloc(r->arena, m->document->text.length + picks.count + 1);
    char *end = text;
    for (uint32_t i = 0; i < picks.count; i++) {
        end = pith__piece_write(m->document, picks.items[i].span, end);
        *end++ = '\n';
    }
    rouge_text candidate = rouge_read(r->rouge, text, (size_t)(end - text),
                                      strcmp(m->document->language->code, "en") == 0);
    for (size_t i = 0; i < r->references; i++) {
        rouge_score s = rouge_compare(r->rouge, &r->reference[i], &candidate);
        c->sum[v->source].one += s.one / (double)r->references;
        c->sum[v->source].two += s.two / (double)r->references;
        c->sum[v->source].lsum += s.lsum / (double)r->references;
    }
    c->count[v->source]++;
}

static void check(program *p, const scale *s)
{
    rouge_score sum[SOURCES] = {{0}};
    uint32_t count[SOURCES] = {0};
    checking c = {.sum = sum, .count = count};
    for (uint32_t f = 0; f < FOLDS; f++) {
        mixture m = network_fit(&p->examples, f);
        c.fold[f] = network_weights(&m, s);
    }
    visit_all(p, check_text, &c);
    printf("%-20s %8s %8s %10s\n", "set", "ROUGE-1", "ROUGE-2", "ROUGE-Lsum");
    for (uint32_t k = 0; k < SOURCES; k++)
        printf("%-20s %8.2f %8.2f %10.2f%s\n", sources[k].name, 100 * sum[k].one / count[k],
               100 * sum[k].two / count[k], 100 * sum[k].lsum / count[k],
               sources[k].parts ? "  in parts" : "");
}

/* ---- writing ---- */

static void write_row(const float *row, int count, const char *open, const char *close)
{
    printf("%s", open);
    for (int i = 0; i < count; i++)
        printf("%s%.3ff", i ? ", " : "", (double)row[i]);
    printf("%s\n", close);
}

static void write_table(const pith__auto_weights *w)
{
    printf(
        "/* Generated by tests/quality/fit_summary.c: do not edit.\n"
        " * Fitted to summaries of news (CNN/DailyMail, Hermann et al. 2015; hired writers; BBC;\n"
        " * XSum; DUC 2004; Vietnamese, Turkish and Spanish news), papers (SciTLDR), reviews\n"
        " * (Opinosis) and an encyclopedia (Klexikon). The table holds nothing of any text: a\n"
        " * number for each pair of features and hidden units. */\n"
        "/* clang-format off */\n"
        "#include \"summary/score_auto.h\"\n\n"
        "const pith__auto_weights pith__auto_fitted = {\n");
    write_row(w->direct, PITH__FEATURES, "    .direct = {", "},");
    printf("    .sentence = {\n");
    for (int f = 0; f < PITH__FEATURES; f++)
        write_row(w->sentence[f], PITH__HIDDEN, "        {", "},");
    printf("    },\n    .text = {\n");
    for (int t = 0; t < PITH__TRENDS; t++)
        write_row(w->text[t], PITH__HIDDEN, "        {", "},");
    printf("    },\n");
    write_row(w->bias, PITH__HIDDEN, "    .bias = {", "},");
    write_row(w->output, PITH__HIDDEN, "    .output = {", "},");
    printf("};\n");
}

int main(int argc, char **argv)
{
    bool checks = argc == 3 && strcmp(argv[2], "--check") == 0;
    static program p;
    if (argc != 2 && !checks)
        sets_fail("fit_summary DATA [--check]", "usage");
    if (setjmp(p.trap.place))
        sets_fail("memory ran out", "fit_summary");
    p.data = argv[1];
    pith__arena_init(&p.lasting, &p.trap);
    pith__arena_init(&p.arena, &p.trap);
    scale s;
    mixture m = learn(&p, &s);
    if (checks) {
        check(&p, &s);
    } else {
        pith__auto_weights w = network_weights(&m, &s);
        write_table(&w);
    }
    for (uint32_t i = 0; i < p.examples.count; i++) {
        free(p.examples.items[i].row);
        free(p.examples.items[i].choice);
    }
    for (uint32_t i = 0; i < p.vocabularies; i++)
        pith__vocabulary_free(&p.vocabulary[i]);
    pith__furniture_free(&p.furniture);
    pith__arena_free(&p.lasting);
    pith__arena_free(&p.arena);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
