/* The parts of a document as JSON, in the order in which they are written. */
#include <string.h>

#include "out/json.h"
#include "out/write.h"
#include "quotes/quotes.h"
#include "summary/summary.h"
#include "text/decode.h"

typedef struct writing {
    pith__arena *scratch;
    const pith_output_options *options;
    pith__json json;
} writing;

/* From outside: made valid UTF-8 first. */
static void put_foreign(writing *w, const char *key, const char *text)
{
    const char *valid = text ? pith__decode(w->scratch, text, strlen(text)).bytes : NULL;
    pith__json_text(&w->json, key, valid);
}

static size_t offset(const writing *w, uint32_t byte)
{
    return pith_document_offset(w->options->document, byte, w->options->unit);
}

static void put_bounds(writing *w, pith_span span)
{
    pith__json_whole(&w->json, "start", offset(w, span.start));
    pith__json_whole(&w->json, "end", offset(w, span.end));
}

static void put_words(writing *w, pith_span span)
{
    pith__json_string(&w->json, "text", w->options->document->text.bytes + span.start,
                      pith__span_length(span));
}

static void put_head(writing *w)
{
    static const char *const units[] = {"codepoint", "byte", "utf16"}; /* by pith_unit */
    const pith_output_options *o = w->options;
    pith_counts counts = pith_document_counts(o->document);
    pith__json_raw(&w->json, "id", o->id ? o->id : "null");
    put_foreign(w, "source", o->source);
    put_foreign(w, "title", pith_document_title(o->document));
    pith__json_text(&w->json, "language", pith_document_language(o->document));
    pith__json_text(&w->json, "offsets", units[o->unit]);
    pith__json_open_object(&w->json, "counts");
    pith__json_whole(&w->json, "bytes", counts.bytes);
    pith__json_whole(&w->json, "paragraphs", counts.paragraphs);
    pith__json_whole(&w->json, "sentences", counts.sentences);
    pith__json_whole(&w->json, "words", counts.words);
    pith__json_close(&w->json);
    if (o->with_text)
        pith__json_string(&w->json, "text", o->document->text.bytes, o->document->text.length);
}

static void put_sentences(writing *w)
{
    if (!w->options->list_sentences)
        return;
    size_t count;
    const pith_sentence *sentences = pith_document_sentences(w->options->document, &count);
    pith__json_open_array(&w->json, "sentences");
    for (size_t i = 0; i < count; i++) {
        pith__json_open_object(&w->json, NULL);
        pith__json_whole(&w->json, "index", i);
        put_bounds(w, sentences[i].span);
        pith__json_whole(&w->json, "paragraph", sentences[i].paragraph);
        if (sentences[i].heading)
            pith__json_boolean(&w->json, "heading", true);
        put_words(w, sentences[i].span);
        pith__json_close(&w->json);
    }
    pith__json_close(&w->json);
}

/* Why each place is the end of a sentence or none: what was seen there, with its weight. */
static void put_explain(writing *w)
{
    const pith_document *document = w->options->document;
    if (!w->options->list_sentences || !document->explained)
        return;
    pith__json_open_array(&w->json, "explain");
    for (uint32_t i = 0; i < document->verdicts.count; i++) {
        const pith__verdict *verdict = &document->verdicts.items[i];
        pith__json_open_object(&w->json, NULL);
        put_bounds(w, verdict->run);
        put_words(w, verdict->run);
        pith__json_boolean(&w->json, "boundary", verdict->score > 0);
        pith__json_fraction(&w->json, "score", verdict->score);
        pith__json_open_object(&w->json, "evidence");
        for (pith__hint hint = 0; hint < PITH__HINT_COUNT; hint++) {
            if (pith__hint_seen(verdict, hint))
                pith__json_fraction(&w->json, pith__hint_name(hint), pith__hint_weights[hint]);
        }
        pith__json_close(&w->json);
        pith__json_close(&w->json);
    }
    pith__json_close(&w->json);
}

/* Of a document of several texts: which of them, and where in it. */
static void put_source(writing *w, const pith_pick *pick)
{
    const pith__parts *parts = &w->options->document->parts;
    size_t start = offset(w, parts->items[pith__part_at(parts, pick->span.start)].start);
    pith__json_text(&w->json, "source", pick->source);
    pith__json_whole(&w->json, "source_start", offset(w, pick->span.start) - start);
    pith__json_whole(&w->json, "source_end", offset(w, pick->span.end) - start);
}

static void put_features(writing *w, const float *feature)
{
    pith__json_open_object(&w->json, "features");
    for (pith__feature f = 0; f < PITH__FEATURES; f++)
        pith__json_fraction(&w->json, pith__feature_name(f), (double)feature[f]);
    pith__json_close(&w->json);
}

/* What each sentence of the document scored, and what of it the method looked at. */
static void put_standings(writing *w, const pith_summary *summary)
{
    if (!summary->standing)
        return;
    pith__json_open_array(&w->json, "explain");
    for (uint32_t i = 0; i < summary->sentences; i++) {
        const pith__standing *e = &summary->standing[i];
        pith__json_open_object(&w->json, NULL);
        pith__json_whole(&w->json, "index", i);
        pith__json_fraction(&w->json, "score", e->score);
        pith__json_whole(&w->json, "rank", e->rank);
        if (e->picked)
            pith__json_whole(&w->json, "picked", e->picked);
        else
            pith__json_null(&w->json, "picked");
        pith__json_text(&w->json, "kind", e->kind);
        pith__json_boolean(&w->json, "leans", e->leans);
        if (e->relevance > 0)
            pith__json_fraction(&w->json, "relevance", e->relevance);
        if (e->feature)
            put_features(w, e->feature);
        pith__json_close(&w->json);
    }
    pith__json_close(&w->json);
}

static void put_summary(writing *w)
{
    const pith_summary *summary = w->options->summary;
    if (!summary)
        return;
    size_t count, length;
    const pith_pick *picks = pith_summary_picks(summary, &count);
    const char *text = pith_summary_text(summary, &length);
    pith__json_open_object(&w->json, "summary");
    pith__json_text(&w->json, "method", pith_summary_method(summary));
    pith__json_string(&w->json, "text", text, length);
    pith__json_open_array(&w->json, "sentences");
    for (size_t i = 0; i < count; i++) {
        pith__json_open_object(&w->json, NULL);
        pith__json_whole(&w->json, "index", picks[i].sentence);
        put_bounds(w, picks[i].span);
        pith__json_fraction(&w->json, "score", picks[i].score);
        pith__json_whole(&w->json, "rank", picks[i].rank);
        if (picks[i].source)
            put_source(w, &picks[i]);
        if (picks[i].cut)
            pith__json_boolean(&w->json, "cut", true);
        put_words(w, picks[i].span);
        pith__json_close(&w->json);
    }
    pith__json_close(&w->json);
    put_standings(w, summary);
    pith__json_close(&w->json);
}

static void put_keywords(writing *w)
{
    if (!w->options->keywords)
        return;
    size_t count;
    const pith_keyword *items = pith_keywords_items(w->options->keywords, &count);
    pith__json_open_array(&w->json, "keywords");
    for (size_t i = 0; i < count; i++) {
        pith__json_open_object(&w->json, NULL);
        pith__json_text(&w->json, "text", items[i].text);
        pith__json_fraction(&w->json, "weight", items[i].weight);
        pith__json_whole(&w->json, "count", items[i].count);
        pith__json_close(&w->json);
    }
    pith__json_close(&w->json);
}

/* The pieces of a quotation, joined by a space each. */
static void put_quoted(writing *w, const pith_quote *quote)
{
    if (quote->span_count == 1) {
        put_words(w, quote->spans[0]);
        return;
    }
    pith__buffer joined = {.arena = w->scratch};
    for (uint32_t i = 0; i < quote->span_count; i++) {
        pith_span span = quote->spans[i];
        if (i)
            pith__buffer_add(&joined, " ", 1);
        pith__buffer_add(&joined, w->options->document->text.bytes + span.start,
                         pith__span_length(span));
    }
    pith__buffer_end(&joined);
    pith__json_string(&w->json, "text", joined.bytes, joined.length);
}

static void put_spans(writing *w, const pith_quote *quote)
{
    pith__json_open_array(&w->json, "spans");
    for (uint32_t i = 0; i < quote->span_count; i++) {
        pith__json_open_array(&w->json, NULL);
        pith__json_whole(&w->json, NULL, offset(w, quote->spans[i].start));
        pith__json_whole(&w->json, NULL, offset(w, quote->spans[i].end));
        pith__json_close(&w->json);
    }
    pith__json_close(&w->json);
}

static void put_place(writing *w, const char *key, pith_span span)
{
    if (span.start == span.end) {
        pith__json_null(&w->json, key);
        return;
    }
    pith__json_open_object(&w->json, key);
    put_words(w, span);
    put_bounds(w, span);
    pith__json_close(&w->json);
}

static const char *kind_name(pith_kind kind)
{
    return kind == PITH_DIRECT ? "direct" : kind == PITH_MIXED ? "mixed" : "indirect";
}

/* Who was considered, the likeliest first. */
static void put_reasons(writing *w, const pith__reasons *reasons)
{
    pith__json_open_array(&w->json, "explain");
    for (uint32_t i = 0; i < reasons->count; i++) {
        const pith__reason *reason = &reasons->items[i];
        pith__json_open_object(&w->json, NULL);
        put_place(w, "mention", reason->mention);
        pith__json_text(&w->json, "rule", reason->rule);
        pith__json_fraction(&w->json, "share", reason->share);
        pith__json_open_object(&w->json, "evidence");
        pith__json_fraction(&w->json, reason->rule, reason->relation / 100.0);
        for (pith__evidence e = 0; e < PITH__EVIDENCES; e++)
            if (pith__evidence_seen(reason, e))
                pith__json_fraction(&w->json, pith__evidence_name(e), reason->weights[e] / 100.0);
        pith__json_close(&w->json);
        pith__json_close(&w->json);
    }
    pith__json_close(&w->json);
}

static void put_quotes(writing *w)
{
    if (!w->options->quotes)
        return;
    size_t count;
    const pith_quote *quotes = pith_quotes_items(w->options->quotes, &count);
    pith__json_open_array(&w->json, "quotes");
    for (size_t i = 0; i < count; i++) {
        const pith_quote *quote = &quotes[i];
        pith__json_open_object(&w->json, NULL);
        put_quoted(w, quote);
        pith__json_text(&w->json, "kind", kind_name(quote->kind));
        put_spans(w, quote);
        pith__json_whole(&w->json, "sentence", quote->sentence);
        if (quote->speaker == PITH_NONE)
            pith__json_null(&w->json, "speaker");
        else
            pith__json_whole(&w->json, "speaker", quote->speaker);
        put_place(w, "mention", quote->mention);
        put_place(w, "cue", quote->cue);
        pith__json_fraction(&w->json, "confidence", quote->confidence);
        pith__json_text(&w->json, "rule", quote->rule);
        if (i < w->options->quotes->reasons.count)
            put_reasons(w, &w->options->quotes->reasons.items[i]);
        pith__json_close(&w->json);
    }
    pith__json_close(&w->json);
}

/* The list is there where it was asked for, even if it is empty. */
static void put_marked(writing *w)
{
    if (!w->options->quotes || !w->options->quotes->marked)
        return;
    const pith__unsaids *unsaid = &w->options->quotes->unsaid;
    pith__json_open_array(&w->json, "marked");
    for (uint32_t i = 0; i < unsaid->count; i++) {
        pith__json_open_object(&w->json, NULL);
        put_words(w, unsaid->items[i].span);
        pith__json_text(&w->json, "class", unsaid->items[i].class);
        put_bounds(w, unsaid->items[i].span);
        pith__json_whole(&w->json, "sentence", unsaid->items[i].sentence);
        pith__json_close(&w->json);
    }
    pith__json_close(&w->json);
}

static void put_speakers(writing *w)
{
    if (!w->options->quotes)
        return;
    size_t count;
    const pith_speaker *speakers = pith_quotes_speakers(w->options->quotes, &count);
    pith__json_open_array(&w->json, "speakers");
    for (size_t i = 0; i < count; i++) {
        pith__json_open_object(&w->json, NULL);
        pith__json_whole(&w->json, "id", i);
        pith__json_text(&w->json, "name", speakers[i].name);
        pith__json_text(&w->json, "description", speakers[i].description);
        pith__json_open_array(&w->json, "aliases");
        for (uint32_t k = 0; k < speakers[i].alias_count; k++)
            pith__json_text(&w->json, NULL, speakers[i].aliases[k]);
        pith__json_close(&w->json);
        pith__json_whole(&w->json, "quotes", speakers[i].quotes);
        pith__json_whole(&w->json, "words", speakers[i].words);
        pith__json_close(&w->json);
    }
    pith__json_close(&w->json);
}

static pith_output *write(pith__arena *arena, pith__arena *scratch,
                          const pith_output_options *options, bool indented)
{
    enum { ROOM = 8 << 10 }; /* most articles need no more */
    pith_output *output = pith__arena_zero(arena, 1, sizeof *output);
    writing w = {.scratch = scratch, .options = options};
    w.json = (pith__json){.buffer = {.arena = arena}, .indented = indented};
    pith__buffer_reserve(&w.json.buffer, ROOM);
    pith__json_open_object(&w.json, NULL);
    put_head(&w);
    put_sentences(&w);
    put_explain(&w);
    put_summary(&w);
    put_keywords(&w);
    put_quotes(&w);
    put_speakers(&w);
    put_marked(&w);
    pith__json_close(&w.json);
    pith__buffer_add(&w.json.buffer, "\n", 1);
    output->length = w.json.buffer.length;
    output->bytes = pith__buffer_end(&w.json.buffer);
    return output;
}

pith_output *pith__write_json(pith__arena *arena, pith__arena *scratch,
                              const pith_output_options *options)
{
    return write(arena, scratch, options, true);
}

pith_output *pith__write_jsonl(pith__arena *arena, pith__arena *scratch,
                               const pith_output_options *options)
{
    return write(arena, scratch, options, false);
}
