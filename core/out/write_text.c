/* For a reader: the summary as a paragraph, then a line for each quotation. */
#include "out/write.h"

#include <stdio.h>
#include <string.h>

#include "ground/utf8.h"
#include "out/buffer.h"
#include "quotes/quotes.h"
#include "summary/summary.h"

enum { EDGE_MAX = 24 }; /* characters shown beside a place */

static const double SHARE_LEAST = 0.005; /* of a candidate that is worth a line */

static void add_span(pith__buffer *buffer, const pith_document *document, pith_span span)
{
    pith__buffer_line(buffer, document->text.bytes + span.start, span.end - span.start);
}

/* The word at the edge of a sentence: as far as white space, or a few characters. */
static pith_span edge_before(const pith_document *document, uint32_t end)
{
    uint32_t start = end;
    for (uint32_t i = 0, at = end; i < EDGE_MAX && at > 0; i++, start = at)
        if (pith__utf8_is_space(pith__utf8_previous(document->text.bytes, &at)))
            break;
    return (pith_span){start, end};
}

static pith_span edge_behind(const pith_document *document, uint32_t start)
{
    uint32_t end = start;
    bool word = false;
    for (uint32_t i = 0, at = start; i < EDGE_MAX && at < document->text.length; i++, end = at) {
        bool space = pith__utf8_is_space(pith__utf8_next(document->text.bytes, &at));
        if (space && word)
            break;
        word |= !space;
    }
    return word ? (pith_span){start, end} : (pith_span){start, start};
}

/* "    Mr.| Roe: goes on, -8 = stop 4, next-capital 4, abbreviation-title -16" */
static void add_verdict(pith__buffer *buffer, const pith_document *document,
                        const pith__verdict *verdict)
{
    char number[16];
    const char *separator = " = ";
    pith__buffer_print(buffer, "    ");
    add_span(buffer, document, edge_before(document, verdict->end));
    pith__buffer_print(buffer, "|");
    add_span(buffer, document, edge_behind(document, verdict->end));
    pith__buffer_print(buffer, verdict->score > 0 ? ": ends, " : ": goes on, ");
    snprintf(number, sizeof number, "%d", verdict->score);
    pith__buffer_print(buffer, number);
    for (pith__hint hint = 0; hint < PITH__HINT_COUNT; hint++) {
        if (!pith__hint_seen(verdict, hint))
            continue;
        pith__buffer_print(buffer, separator);
        pith__buffer_print(buffer, pith__hint_name(hint));
        snprintf(number, sizeof number, " %d", pith__hint_weights[hint]);
        pith__buffer_print(buffer, number);
        separator = ", ";
    }
    pith__buffer_print(buffer, "\n");
}

/* Each sentence and, if that was asked for, the places in it where one might have ended. */
static void write_sentences(pith__buffer *buffer, const pith_output_options *options)
{
    const pith_document *document = options->document;
    uint32_t told = 0;
    for (uint32_t i = 0; options->list_sentences && i < document->sentences.count; i++) {
        pith_span sentence = document->sentences.items[i].span;
        add_span(buffer, document, sentence);
        pith__buffer_print(buffer, "\n");
        for (; told < document->verdicts.count; told++) {
            if (document->verdicts.items[told].end > sentence.end)
                break;
            add_verdict(buffer, document, &document->verdicts.items[told]);
        }
    }
}

/* Sentences of several texts: a line each, with the text that it is from. */
static void add_sourced(pith__buffer *buffer, const pith_output_options *options,
                        const pith_pick *pick)
{
    add_span(buffer, options->document, pick->span);
    pith__buffer_print(buffer, *pick->source ? " [" : "");
    pith__buffer_line(buffer, pick->source, strlen(pick->source));
    pith__buffer_print(buffer, *pick->source ? "]\n" : "\n");
}

/* "* #3  0.4812  prose  The wall broke.", and below what the method saw of it; a star if it is in
 * the summary. */
static void add_standing(pith__buffer *buffer, const pith_document *document,
                         const pith__standing *e, pith_span span)
{
    char line[96];
    snprintf(line, sizeof line, "%s #%u  %.4f  %s%s  ", e->picked ? "*" : " ", (unsigned)e->rank,
             e->score, e->kind, e->leans ? ", leans" : "");
    pith__buffer_print(buffer, line);
    add_span(buffer, document, span);
    const char *separator = "\n      ";
    if (e->relevance > 0) {
        snprintf(line, sizeof line, "%srelevance %.3f", separator, e->relevance);
        pith__buffer_print(buffer, line);
        separator = ", ";
    }
    for (pith__feature f = 0; e->feature && f < PITH__FEATURES; f++) {
        if (e->feature[f] == 0)
            continue;
        snprintf(line, sizeof line, "%s%s %.3f", separator, pith__feature_name(f),
                 (double)e->feature[f]);
        pith__buffer_print(buffer, line);
        separator = ", ";
    }
    pith__buffer_print(buffer, "\n");
}

static void write_summary(pith__buffer *buffer, const pith_output_options *options)
{
    size_t length = 0, count = 0;
    const pith_summary *summary = options->summary;
    const char *text = summary ? pith_summary_text(summary, &length) : "";
    const pith_pick *pick = summary ? pith_summary_picks(summary, &count) : NULL;
    if (count && pick->source) {
        for (size_t i = 0; i < count; i++)
            add_sourced(buffer, options, &pick[i]);
    } else {
        pith__buffer_line(buffer, text, length);
        pith__buffer_print(buffer, length ? "\n" : "");
    }
    if (summary && summary->standing)
        pith__buffer_print(buffer, "\n");
    for (uint32_t i = 0; summary && summary->standing && i < summary->sentences; i++)
        add_standing(buffer, options->document, &summary->standing[i],
                     options->document->sentences.items[i].span);
}

static void write_keywords(pith__buffer *buffer, const pith_output_options *options)
{
    size_t count = 0;
    const pith_keyword *items =
        options->keywords ? pith_keywords_items(options->keywords, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        char number[16];
        int length = snprintf(number, sizeof number, "\t%u\n", (unsigned)items[i].count);
        pith__buffer_line(buffer, items[i].text, strlen(items[i].text));
        pith__buffer_add(buffer, number, (size_t)length);
    }
}

/* "Elena Marsh (the mayor of Harwick)"; the description only where the speaker speaks first. */
static void add_speaker(pith__buffer *buffer, const pith_speaker *speaker, bool first, bool color)
{
    pith__buffer_print(buffer, color ? "\x1B[1m" : "");
    pith__buffer_line(buffer, speaker->name, strlen(speaker->name));
    pith__buffer_print(buffer, color ? "\x1B[0m" : "");
    const char *description = pith__shown_description(speaker);
    if (!first || !description)
        return;
    pith__buffer_print(buffer, " (");
    pith__buffer_line(buffer, description, strlen(description));
    pith__buffer_print(buffer, ")");
}

/* Pieces stay apart, so that nobody takes what stood between them for said. Only words that stood
 * in marks get them here: what is reported must not look like a quotation. */
static void add_words(pith__buffer *buffer, const pith_document *document, const pith_quote *quote)
{
    bool direct = quote->kind == PITH_DIRECT;
    for (uint32_t i = 0; i < quote->span_count; i++) {
        pith__buffer_print(buffer, i ? " … " : "");
        pith__buffer_print(buffer, direct ? "“" : "");
        add_span(buffer, document, quote->spans[i]);
        pith__buffer_print(buffer, direct ? "”" : "");
    }
}

static void add_quote(pith__buffer *buffer, const pith_document *document, const pith_quote *quote)
{
    pith__buffer_print(buffer, quote->kind == PITH_MIXED      ? " [in part]: "
                               : quote->kind == PITH_INDIRECT ? " [reported]: "
                                                              : ": ");
    add_words(buffer, document, quote);
    pith__buffer_print(buffer, "\n");
}

/* "    0.94 Ann Lee: source-before-cue 2.63, before-verb 0.61, name 0.24" */
static void add_reason(pith__buffer *buffer, const pith_document *document,
                       const pith__reason *reason)
{
    char number[32];
    snprintf(number, sizeof number, "    %.2f ", reason->share);
    pith__buffer_print(buffer, number);
    add_span(buffer, document, reason->mention);
    pith__buffer_print(buffer, ": ");
    pith__buffer_print(buffer, reason->rule);
    snprintf(number, sizeof number, " %.2f", reason->relation / 100.0);
    pith__buffer_print(buffer, number);
    for (pith__evidence e = 0; e < PITH__EVIDENCES; e++) {
        if (!pith__evidence_seen(reason, e))
            continue;
        pith__buffer_print(buffer, ", ");
        pith__buffer_print(buffer, pith__evidence_name(e));
        snprintf(number, sizeof number, " %.2f", reason->weights[e] / 100.0);
        pith__buffer_print(buffer, number);
    }
    pith__buffer_print(buffer, "\n");
}

static void add_reasons(pith__buffer *buffer, const pith_output_options *options, size_t quote)
{
    if (quote >= options->quotes->reasons.count)
        return;
    const pith__reasons *reasons = &options->quotes->reasons.items[quote];
    for (uint32_t i = 0; i < reasons->count && reasons->items[i].share >= SHARE_LEAST; i++)
        add_reason(buffer, options->document, &reasons->items[i]);
}

/* Unknown speaker (the company) */
static void add_unknown(pith__buffer *buffer, const pith_document *document, pith_span mention)
{
    pith__buffer_print(buffer, "Unknown speaker");
    if (mention.end == mention.start)
        return;
    pith__buffer_print(buffer, " (");
    add_span(buffer, document, mention);
    pith__buffer_print(buffer, ")");
}

static void write_quotes(pith__buffer *buffer, const pith_output_options *options)
{
    if (!options->quotes)
        return;
    size_t count, speaker_count;
    const pith_quote *quotes = pith_quotes_items(options->quotes, &count);
    const pith_speaker *speakers = pith_quotes_speakers(options->quotes, &speaker_count);
    uint32_t met = 0; /* speakers are numbered in the order in which they first speak */
    for (size_t i = 0; i < count; i++) {
        uint32_t speaker = quotes[i].speaker;
        if (speaker == PITH_NONE)
            add_unknown(buffer, options->document, quotes[i].mention);
        else
            add_speaker(buffer, &speakers[speaker], speaker >= met, options->color != 0);
        if (speaker != PITH_NONE && speaker >= met)
            met = speaker + 1;
        add_quote(buffer, options->document, &quotes[i]);
        add_reasons(buffer, options, i);
    }
}

/* title: “The Long Way Home” */
static void write_marked(pith__buffer *buffer, const pith_output_options *options)
{
    for (uint32_t i = 0; options->quotes && i < options->quotes->unsaid.count; i++) {
        const pith__unsaid *unsaid = &options->quotes->unsaid.items[i];
        pith__buffer_print(buffer, unsaid->class);
        pith__buffer_print(buffer, ": “");
        add_span(buffer, options->document, unsaid->span);
        pith__buffer_print(buffer, "”\n");
    }
}

pith_output *pith__write_text(pith__arena *arena, pith__arena *scratch,
                              const pith_output_options *options)
{
    static void (*const parts[])(pith__buffer *, const pith_output_options *) = {
        write_sentences, write_summary, write_keywords, write_quotes, write_marked};
    (void)scratch;
    pith_output *output = pith__arena_zero(arena, 1, sizeof *output);
    pith__buffer buffer = {.arena = arena};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t before = buffer.length;
        if (before)
            pith__buffer_print(&buffer, "\n"); /* an empty line between parts that say something */
        size_t start = buffer.length;
        parts[i](&buffer, options);
        if (buffer.length == start)
            buffer.length = before;
    }
    output->length = buffer.length;
    output->bytes = pith__buffer_end(&buffer);
    return output;
}
