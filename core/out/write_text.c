/* For a reader: the summary as a paragraph, then a line for each quotation. */
#include "out/write.h"

#include <stdio.h>
#include <string.h>

#include "out/buffer.h"
#include "quotes/quotes.h"

static void add_span(pith__buffer *buffer, const pith_document *document, pith_span span)
{
    pith__buffer_line(buffer, document->text.bytes + span.start, span.end - span.start);
}

static void write_sentences(pith__buffer *buffer, const pith_output_options *options)
{
    const pith_document *document = options->document;
    for (uint32_t i = 0; options->list_sentences && i < document->sentences.count; i++) {
        add_span(buffer, document, document->sentences.items[i].span);
        pith__buffer_print(buffer, "\n");
    }
}

static void write_summary(pith__buffer *buffer, const pith_output_options *options)
{
    size_t length = 0;
    const char *text = options->summary ? pith_summary_text(options->summary, &length) : "";
    pith__buffer_line(buffer, text, length);
    if (length)
        pith__buffer_print(buffer, "\n");
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
    if (!first || !speaker->description)
        return;
    pith__buffer_print(buffer, " (");
    pith__buffer_line(buffer, speaker->description, strlen(speaker->description));
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
            pith__buffer_print(buffer, "Unknown speaker");
        else
            add_speaker(buffer, &speakers[speaker], speaker >= met, options->color != 0);
        if (speaker != PITH_NONE && speaker >= met)
            met = speaker + 1;
        add_quote(buffer, options->document, &quotes[i]);
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
