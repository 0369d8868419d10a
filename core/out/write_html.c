/* For pages: an <article> element of HTML. Whatever the text has of markup is escaped, so that
 * nothing in it becomes an element, an attribute or a script. */
#include "out/write.h"

#include <stdbool.h>
#include <string.h>

#include "out/buffer.h"
#include "quotes/quotes.h"
#include "text/decode.h"

typedef struct page {
    pith__buffer buffer;
    pith__arena *scratch;
    const pith_output_options *options;
} page;

static void print(page *p, const char *text)
{
    pith__buffer_print(&p->buffer, text);
}

static const char *escape_of(char c)
{
    return c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : NULL;
}

static void add_text(page *p, const char *text, size_t length)
{
    pith__buffer line = {.arena = p->scratch};
    pith__buffer_line(&line, text, length);
    length = line.length;
    text = pith__buffer_end(&line);
    for (size_t i = 0; i < length; i++) {
        const char *escape = escape_of(text[i]);
        pith__buffer_add(&p->buffer, escape ? escape : text + i, escape ? strlen(escape) : 1);
    }
}

static void add_span(page *p, pith_span span)
{
    add_text(p, p->options->document->text.bytes + span.start, span.end - span.start);
}

static void add_element(page *p, const char *open, const char *text, size_t length,
                        const char *close)
{
    print(p, open);
    add_text(p, text, length);
    print(p, close);
}

/* ---- the parts, in the order in which they are written ---- */

static void write_title(page *p)
{
    const char *given = pith_document_title(p->options->document);
    if (!given || !*given)
        return;
    pith__text title = pith__decode(p->scratch, given, strlen(given));
    add_element(p, "<h2>", title.bytes, title.length, "</h2>\n");
}

static void write_sentences(page *p)
{
    size_t count;
    const pith_sentence *sentences = pith_document_sentences(p->options->document, &count);
    const char *text = p->options->document->text.bytes;
    if (!p->options->list_sentences || !count)
        return;
    print(p, "<ol class=\"sentences\">\n");
    for (size_t i = 0; i < count; i++)
        add_element(p, "<li>", text + sentences[i].span.start,
                    sentences[i].span.end - sentences[i].span.start, "</li>\n");
    print(p, "</ol>\n");
}

/* The sentences of several texts, with the text that each is from. */
static void write_sourced(page *p, const pith_pick *pick, size_t count)
{
    print(p, "<ul class=\"summary\">\n");
    for (size_t i = 0; i < count; i++) {
        print(p, "<li>");
        add_span(p, pick[i].span);
        if (*pick[i].source)
            add_element(p, " <cite>", pick[i].source, strlen(pick[i].source), "</cite>");
        print(p, "</li>\n");
    }
    print(p, "</ul>\n");
}

static void write_summary(page *p)
{
    size_t length = 0, count = 0;
    const pith_summary *summary = p->options->summary;
    const char *text = summary ? pith_summary_text(summary, &length) : "";
    const pith_pick *pick = summary ? pith_summary_picks(summary, &count) : NULL;
    if (count && pick->source)
        write_sourced(p, pick, count);
    else if (length)
        add_element(p, "<p class=\"summary\">", text, length, "</p>\n");
}

static void write_keywords(page *p)
{
    size_t count = 0;
    const pith_keyword *items =
        p->options->keywords ? pith_keywords_items(p->options->keywords, &count) : NULL;
    print(p, count ? "<ul class=\"keywords\">\n" : "");
    for (size_t i = 0; i < count; i++)
        add_element(p, "<li>", items[i].text, strlen(items[i].text), "</li>\n");
    print(p, count ? "</ul>\n" : "");
}

static const char *kind_of(const pith_quote *quote)
{
    return quote->kind == PITH_DIRECT ? "direct" : quote->kind == PITH_MIXED ? "mixed" : "indirect";
}

/* Unknown speaker (the company) */
static void add_unknown(page *p, pith_span mention)
{
    print(p, "Unknown speaker");
    if (mention.end == mention.start)
        return;
    print(p, " (");
    add_span(p, mention);
    print(p, ")");
}

static void add_quote(page *p, const pith_quote *quote, const pith_speaker *speakers)
{
    const pith_speaker *speaker = quote->speaker == PITH_NONE ? NULL : &speakers[quote->speaker];
    bool direct = quote->kind == PITH_DIRECT;
    print(p, "<figure class=\"quote ");
    print(p, kind_of(quote));
    print(p, "\">\n<blockquote><p>");
    for (uint32_t i = 0; i < quote->span_count; i++) {
        print(p, i ? " … " : "");
        print(p, direct ? "“" : "");
        add_span(p, quote->spans[i]);
        print(p, direct ? "”" : "");
    }
    print(p, "</p></blockquote>\n<figcaption>");
    if (speaker)
        add_element(p, "<cite>", speaker->name, strlen(speaker->name), "</cite>");
    else
        add_unknown(p, quote->mention);
    const char *description = speaker ? pith__shown_description(speaker) : NULL;
    if (description)
        add_element(p, ", ", description, strlen(description), "");
    print(p, "</figcaption>\n</figure>\n");
}

static void write_quotes(page *p)
{
    if (!p->options->quotes)
        return;
    size_t count, speaker_count;
    const pith_quote *quotes = pith_quotes_items(p->options->quotes, &count);
    const pith_speaker *speakers = pith_quotes_speakers(p->options->quotes, &speaker_count);
    for (size_t i = 0; i < count; i++)
        add_quote(p, &quotes[i], speakers);
}

static void write_marked(page *p)
{
    const pith__unsaids *unsaid = p->options->quotes ? &p->options->quotes->unsaid : NULL;
    if (!unsaid || !unsaid->count)
        return;
    print(p, "<ul class=\"marked\">\n");
    for (uint32_t i = 0; i < unsaid->count; i++) {
        print(p, "<li class=\"");
        print(p, unsaid->items[i].class);
        print(p, "\">“");
        add_span(p, unsaid->items[i].span);
        print(p, "”</li>\n");
    }
    print(p, "</ul>\n");
}

/* The codes of languages that go into an attribute are letters only. */
static void write_opening(page *p)
{
    const char *language = pith_document_language(p->options->document);
    print(p, "<article");
    if (strcmp(language, "und") != 0) {
        print(p, " lang=\"");
        print(p, language);
        print(p, "\"");
    }
    print(p, ">\n");
}

pith_output *pith__write_html(pith__arena *arena, pith__arena *scratch,
                              const pith_output_options *options)
{
    static void (*const parts[])(page *) = {write_opening, write_title,    write_sentences,
                                            write_summary, write_keywords, write_quotes,
                                            write_marked};
    pith_output *output = pith__arena_zero(arena, 1, sizeof *output);
    page p = {{.arena = arena}, scratch, options};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        parts[i](&p);
    print(&p, "</article>\n");
    output->length = p.buffer.length;
    output->bytes = pith__buffer_end(&p.buffer);
    return output;
}
