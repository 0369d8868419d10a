/* Whether limits hold, whatever their combination, and are used:
 *
 *     check_limits DATA [COMBINATIONS [SEED]]
 *
 * 10,000 combinations, unless told otherwise, on articles of the sets of summaries. Each draws an
 * article, a method and up to five limits. Fails if one is exceeded, if a summary is empty, or if a
 * text that fits as a whole does not come back whole; and if summaries of 100 words at most, of
 * texts that have twice as many, have fewer than 85 on the average. Words and characters are
 * counted in the summary itself, read again as a text. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "articles.h"
#include "sets.h"

enum { COMBINATIONS = 10000, ARTICLES_MAX = 4096, BUDGET = 100, USED_MIN = 85 };
static const char *const sets[] = {"cnndm-val1000", "writers-a", "bbc-a",
                                   "xsum-500",      "tes-tr-a",  "basse-es-a"};
enum { SETS = sizeof sets / sizeof *sets };

typedef struct checking {
    pith_engine *engine;
    uint64_t state; /* of the random numbers */
    pith_document *document[ARTICLES_MAX];
    uint32_t documents;
    uint32_t exceeded, empty, shortened;
} checking;

static uint32_t random_below(checking *c, uint32_t bound)
{
    c->state = c->state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(((c->state >> 32) * bound) >> 32);
}

static pith_document *read_text(pith_engine *engine, const char *text, size_t length,
                                const char *language)
{
    pith_document_options o = {.size = sizeof o, .language = language};
    pith_document *document;
    if (pith_document_new(engine, text, length, &o, &document) != PITH_OK)
        sets_fail(pith_engine_message(engine), "a text");
    return document;
}

static void add_record(void *context, const cJSON *record)
{
    checking *c = context;
    const char *text = article_string(record, "text");
    if (c->documents < ARTICLES_MAX)
        c->document[c->documents++] =
            read_text(c->engine, text, strlen(text), article_language(record));
}

static pith_summary *summarize(checking *c, const pith_document *document,
                               const pith_summary_options *options)
{
    pith_summary *summary;
    if (pith_summary_new(c->engine, document, options, &summary) != PITH_OK)
        sets_fail(pith_engine_message(c->engine), "a summary");
    return summary;
}

static size_t words_of(checking *c, const pith_document *document, const pith_summary *summary)
{
    size_t length;
    const char *text = pith_summary_text(summary, &length);
    pith_document *read = read_text(c->engine, text, length, pith_document_language(document));
    size_t words = pith_document_counts(read).words;
    pith_document_free(read);
    return words;
}

static size_t characters_of(const pith_summary *summary)
{
    size_t length, count = 0;
    const char *text = pith_summary_text(summary, &length);
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

/* Runs of white space, each of which ends a piece of at least one token. */
static size_t least_tokens(const pith_summary *summary)
{
    size_t length, count = 1;
    const char *text = pith_summary_text(summary, &length);
    for (size_t i = 1; i < length; i++)
        count += text[i] == ' ' && text[i - 1] != ' ';
    return count;
}

static size_t sentences_of(const pith_document *document, const pith_summary *summary)
{
    size_t picks, sentences, count = 0;
    const pith_pick *pick = pith_summary_picks(summary, &picks);
    const pith_sentence *sentence = pith_document_sentences(document, &sentences);
    for (size_t p = 0; p < picks; p++) {
        for (size_t s = pick[p].sentence;
             s < sentences && sentence[s].span.start < pick[p].span.end; s++)
            count++;
    }
    return count;
}

/* About as often a small limit as a large one. */
static uint32_t draw_limit(checking *c, uint32_t most)
{
    return random_below(c, 2) ? 0 : 1 + random_below(c, 1 + random_below(c, most));
}

static pith_summary_options draw_options(checking *c)
{
    size_t methods;
    const char *const *method = pith_methods(&methods);
    return (pith_summary_options){.size = sizeof(pith_summary_options),
                                  .method = method[random_below(c, (uint32_t)methods)],
                                  .sentences = draw_limit(c, 12),
                                  .words = draw_limit(c, 300),
                                  .characters = draw_limit(c, 2000),
                                  .tokens = draw_limit(c, 400),
                                  .ratio = random_below(c, 3) ? 0 : random_below(c, 100) / 99.0,
                                  .context = random_below(c, 2)};
}

static bool is_exceeded(checking *c, const pith_document *document, const pith_summary_options *o,
                        const pith_summary *summary)
{
    size_t words = words_of(c, document, summary);
    double share = o->ratio * (double)pith_document_counts(document).words;
    return (o->words && words > o->words) ||
           (o->characters && characters_of(summary) > o->characters) ||
           (o->tokens && least_tokens(summary) > o->tokens) ||
           (o->ratio > 0 && (double)words > (share < 1 ? 1 : share)) ||
           (o->sentences && sentences_of(document, summary) > o->sentences);
}

static void check_combination(checking *c)
{
    const pith_document *document = c->document[random_below(c, c->documents)];
    pith_summary_options o = draw_options(c);
    pith_summary *summary = summarize(c, document, &o);
    size_t length;
    pith_summary_text(summary, &length);
    c->empty += !length;
    if (length && is_exceeded(c, document, &o, summary)) {
        c->exceeded++;
        printf("exceeded: %s, %u sentences, %u words, %u characters, %u tokens, ratio %g\n",
               o.method, o.sentences, o.words, o.characters, o.tokens, o.ratio);
    }
    pith_summary_free(summary);
}

/* A limit that holds all of a text, of which headings and furniture are left out. */
static void check_whole(checking *c, const pith_document *document)
{
    pith_counts counts = pith_document_counts(document);
    pith_summary_options whole = {.size = sizeof whole, .ratio = 1},
                         words = {.size = sizeof words, .words = (uint32_t)counts.words};
    pith_summary *a = summarize(c, document, &whole), *b = summarize(c, document, &words);
    size_t picks, length;
    pith_summary_picks(a, &picks);
    c->shortened += strcmp(pith_summary_text(a, &length), pith_summary_text(b, &length)) != 0 ||
                    2 * sentences_of(document, a) < counts.sentences;
    pith_summary_free(a);
    pith_summary_free(b);
}

/* The words of summaries of at most BUDGET, on the average. */
static double mean_use(checking *c)
{
    pith_summary_options o = {.size = sizeof o, .words = BUDGET};
    double sum = 0, texts = 0;
    for (uint32_t i = 0; i < c->documents; i++) {
        if (pith_document_counts(c->document[i]).words < 2 * BUDGET)
            continue;
        pith_summary *summary = summarize(c, c->document[i], &o);
        sum += (double)words_of(c, c->document[i], summary);
        texts++;
        pith_summary_free(summary);
    }
    return sum / texts;
}

int main(int argc, char **argv)
{
    static checking c;
    if (argc < 2 || argc > 4)
        sets_fail("check_limits DATA [COMBINATIONS [SEED]]", "usage");
    uint32_t combinations = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : COMBINATIONS;
    c.state = argc > 3 ? strtoul(argv[3], NULL, 10) : 1;
    if (pith_engine_new(NULL, &c.engine) != PITH_OK)
        sets_fail("memory ran out", "check_limits");
    char folder[4096];
    snprintf(folder, sizeof folder, "%s/summaries", argv[1]);
    for (size_t i = 0; i < SETS; i++)
        sets_read(folder, sets[i], add_record, &c);
    for (uint32_t i = 0; i < combinations; i++)
        check_combination(&c);
    for (uint32_t i = 0; i < c.documents; i++)
        check_whole(&c, c.document[i]);
    double used = mean_use(&c);
    printf("%u combinations: %u exceeded, %u empty; %u of %u texts shortened that fit; %.1f of %d "
           "words used\n",
           combinations, c.exceeded, c.empty, c.shortened, c.documents, used, BUDGET);
    for (uint32_t i = 0; i < c.documents; i++)
        pith_document_free(c.document[i]);
    pith_engine_free(c.engine);
    return c.exceeded || c.empty || c.shortened || used < USED_MIN;
}
