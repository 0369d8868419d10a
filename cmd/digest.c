#include "digest.h"

#include "clock.h"
#include "utf8.h"

/* A text that is being digested. */
typedef struct work {
    pith_engine *engine;
    const args *args;
    const about *about;
    const char *text;
    size_t length;
    digest *digest;
    outcome *outcome;
    double start; /* of the clock */
} work;

/* ---- time ---- */

static double elapsed(const work *w)
{
    return clock_now() - w->start;
}

/* The time is over; marks the document so. */
static bool is_late(work *w)
{
    if (w->args->max_time == 0 || elapsed(w) <= w->args->max_time)
        return false;
    w->outcome->limit = "time";
    return true;
}

/* ---- reading ---- */

static pith_status read_text(work *w, const char *text, size_t length)
{
    pith_document_options options = {.size = sizeof options,
                                     .language = w->about->language,
                                     .title = w->about->title,
                                     .explain = w->args->explain,
                                     .parts = w->about->parts,
                                     .part_count = w->about->part_count};
    return pith_document_new(w->engine, text, length, &options, &w->digest->document);
}

/* The first `most` bytes, less part of a character; an even number, for UTF-16. */
static size_t prefix(const work *w, size_t most)
{
    return most >= w->length ? w->length : utf8_begin(w->text, most & ~(size_t)1);
}

/* Reads the document that ends with the last wanted sentence of the one that is there. */
static pith_status cut_at(work *w, size_t sentences)
{
    size_t count, length;
    pith_document *longer = w->digest->document;
    const pith_sentence *all = pith_document_sentences(longer, &count);
    const char *text = pith_document_text(longer, &length);
    w->digest->document = NULL;
    pith_status status = read_text(w, text, all[sentences - 1].span.end);
    pith_document_free(longer);
    return status;
}

/* As much of the text as the wanted sentences need, so that a text of a million costs no more than
 * its beginning. */
static pith_status read_sentences(work *w, size_t most)
{
    enum { GUESS = 512 }; /* bytes a sentence */
    size_t wanted = w->args->max_sentences;
    for (size_t step = wanted * GUESS;; step *= 2) {
        size_t length = prefix(w, step < most ? step : most);
        pith_status status = read_text(w, w->text, length);
        if (status != PITH_OK)
            return status;
        if (pith_document_counts(w->digest->document).sentences > wanted) {
            w->outcome->limit = "sentences";
            return cut_at(w, wanted);
        }
        if (length >= most || length == w->length)
            return status;
        pith_document_free(w->digest->document);
        w->digest->document = NULL;
    }
}

static pith_status analyse(work *w);

/* How many bytes the time allows: all stages are linear, so a digest of the beginning tells. */
static pith_status measure(work *w, size_t *most)
{
    enum { PROBE = 64 << 10, WORTH = 4 * PROBE };
    const double margin = 0.7;
    if (w->args->max_time == 0 || w->length < WORTH)
        return PITH_OK;
    double before = elapsed(w);
    size_t length = prefix(w, PROBE);
    pith_status status = read_text(w, w->text, length);
    if (status == PITH_OK)
        status = analyse(w);
    digest_free(w->digest);
    double after = elapsed(w), left = w->args->max_time - after;
    double allowed = left * margin * (double)length / (after - before);
    w->outcome->limit = NULL; /* what was late with the probe is told anew */
    if (allowed < (double)w->length) {
        *most = allowed > PROBE ? prefix(w, (size_t)allowed) : length;
        w->outcome->limit = "time";
    }
    return status;
}

static pith_status read_document(work *w)
{
    size_t most = w->length;
    pith_status status = measure(w, &most);
    if (status != PITH_OK)
        return status;
    return w->args->max_sentences ? read_sentences(w, most) : read_text(w, w->text, most);
}

/* ---- the parts ---- */

/* Of the subcommand; in JSON a digest has keywords too. What the time does not allow is left out,
 * but the summary, which then is the beginning. */
static pith_status analyse(work *w)
{
    const args *a = w->args;
    digest *d = w->digest;
    bool keywords = a->command == KEYWORDS || (a->command == DIGEST && format_is_json(a->format));
    pith_status status = PITH_OK;
    if (a->command & (DIGEST | SUMMARY)) {
        pith_summary_options options = a->summary;
        options.explain = a->explain;
        if (is_late(w)) {
            options.method = "lead";
            options.query = NULL;
        }
        status = pith_summary_new(w->engine, d->document, &options, &d->summary);
    }
    if (status == PITH_OK && keywords && !is_late(w))
        status = pith_keywords_new(w->engine, d->document, a->count, &d->keywords);
    if (status == PITH_OK && a->command & (DIGEST | QUOTES | SPEAKERS) && !is_late(w)) {
        pith_quotes_options options = a->quotes;
        options.explain = a->explain;
        status = pith_quotes_new(w->engine, d->document, &options, &d->quotes);
    }
    return status;
}

static void free_parts(digest *d)
{
    pith_quotes_free(d->quotes);
    pith_keywords_free(d->keywords);
    pith_summary_free(d->summary);
    pith_document_free(d->document);
    *d = (digest){.output = d->output};
}

/* The output has all it needs of the parts: a long text's are gone before that is copied. */
static pith_status write_parts(work *w)
{
    const args *a = w->args;
    pith_output_options options = {.size = sizeof options,
                                   .format = (pith_format)a->format,
                                   .unit = a->unit,
                                   .id = w->about->id,
                                   .source = w->about->source,
                                   .document = w->digest->document,
                                   .list_sentences = a->command == SENTENCES,
                                   .summary = w->digest->summary,
                                   .keywords = w->digest->keywords,
                                   .quotes = w->digest->quotes,
                                   .with_text = a->with_text || w->about->extracted,
                                   .color = a->colored};
    pith_status status = pith_output_new(w->engine, &options, &w->digest->output);
    free_parts(w->digest);
    return status;
}

static void tell(work *w)
{
    const pith_document *document = w->digest->document;
    w->outcome->counts = pith_document_counts(document);
    w->outcome->read = pith_document_offset(document, w->outcome->counts.bytes, w->args->unit);
    if (w->digest->quotes)
        pith_quotes_items(w->digest->quotes, &w->outcome->quotes);
}

pith_status digest_make(pith_engine *engine, const args *a, const char *text, size_t length,
                        const about *it, digest *d, outcome *o)
{
    work w = {.engine = engine,
              .args = a,
              .about = it,
              .text = text,
              .length = length,
              .digest = d,
              .outcome = o,
              .start = a->max_time > 0 ? clock_now() : 0};
    pith_status status = read_document(&w);
    if (it->input)
        buffer_free(it->input);
    if (status == PITH_OK)
        status = analyse(&w);
    if (status == PITH_OK)
        tell(&w);
    return status == PITH_OK && a->command != SPEAKERS ? write_parts(&w) : status;
}

void digest_free(digest *d)
{
    pith_output_free(d->output);
    free_parts(d);
    d->output = NULL;
}
