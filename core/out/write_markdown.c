/* For documents that are written on: CommonMark. Whatever the text has of its marks is escaped
 * (CommonMark 0.30, section 2.4), so that nothing in it becomes markup, links or HTML. */
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

/* The mark that would begin a list at `at`, the first of a line: "-", or the "." of "12." */
static size_t list_mark(const char *text, size_t length)
{
    size_t at = strspn(text, "0123456789");
    bool number = at && at < length && (text[at] == '.' || text[at] == ')');
    return number || (length && strchr("#+-=", text[0])) ? at : length;
}

static void add_text(page *p, const char *text, size_t length)
{
    pith__buffer line = {.arena = p->scratch};
    pith__buffer_line(&line, text, length);
    length = line.length;
    text = pith__buffer_end(&line);
    size_t mark = list_mark(text, length);
    for (size_t i = 0; i < length; i++) {
        if (i == mark || strchr("\\`*_[]<>&~|", text[i]))
            print(p, "\\");
        pith__buffer_add(&p->buffer, text + i, 1);
    }
}

static void add_span(page *p, pith_span span)
{
    add_text(p, p->options->document->text.bytes + span.start, span.end - span.start);
}

/* ---- the parts, in the order in which they are written ---- */

static void write_title(page *p)
{
    const char *given = pith_document_title(p->options->document);
    if (!given || !*given)
        return;
    pith__text title = pith__decode(p->scratch, given, strlen(given));
    print(p, "# ");
    add_text(p, title.bytes, title.length);
    print(p, "\n");
}

static void write_sentences(page *p)
{
    size_t count;
    const pith_sentence *sentences = pith_document_sentences(p->options->document, &count);
    for (size_t i = 0; p->options->list_sentences && i < count; i++) {
        print(p, "- ");
        add_span(p, sentences[i].span);
        print(p, "\n");
    }
}

/* The sentences of several texts, with the text that each is from. */
static bool write_sourced(page *p)
{
    size_t count = 0;
    const pith_pick *pick =
        p->options->summary ? pith_summary_picks(p->options->summary, &count) : NULL;
    if (!count || !pick->source)
        return false;
    for (size_t i = 0; i < count; i++) {
        print(p, "- ");
        add_span(p, pick[i].span);
        print(p, *pick[i].source ? " (*" : "");
        add_text(p, pick[i].source, strlen(pick[i].source));
        print(p, *pick[i].source ? "*)\n" : "\n");
    }
    return true;
}

static void write_summary(page *p)
{
    size_t length = 0;
    const char *text = p->options->summary ? pith_summary_text(p->options->summary, &length) : "";
    if (write_sourced(p))
        return;
    add_text(p, text, length);
    print(p, length ? "\n" : "");
}

static void write_keywords(page *p)
{
    size_t count = 0;
    const pith_keyword *items =
        p->options->keywords ? pith_keywords_items(p->options->keywords, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        print(p, i ? ", *" : "Keywords: *");
        add_text(p, items[i].text, strlen(items[i].text));
        print(p, "*");
    }
    print(p, count ? "\n" : "");
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
    bool direct = quote->kind == PITH_DIRECT;
    print(p, "> ");
    for (uint32_t i = 0; i < quote->span_count; i++) {
        print(p, i ? " … " : "");
        print(p, direct ? "“" : "");
        add_span(p, quote->spans[i]);
        print(p, direct ? "”" : "");
    }
    print(p, "\n>\n> — ");
    const pith_speaker *speaker = quote->speaker == PITH_NONE ? NULL : &speakers[quote->speaker];
    if (!speaker) {
        add_unknown(p, quote->mention);
    } else {
        print(p, "**");
        add_text(p, speaker->name, strlen(speaker->name));
        print(p, "**");
    }
    const char *description = speaker ? pith__shown_description(speaker) : NULL;
    if (description) {
        print(p, ", ");
        add_text(p, description, strlen(description));
    }
    print(p, quote->kind == PITH_MIXED      ? " (in part)\n"
             : quote->kind == PITH_INDIRECT ? " (reported)\n"
                                            : "\n");
}

static void write_quotes(page *p)
{
    if (!p->options->quotes)
        return;
    size_t count, speaker_count;
    const pith_quote *quotes = pith_quotes_items(p->options->quotes, &count);
    const pith_speaker *speakers = pith_quotes_speakers(p->options->quotes, &speaker_count);
    for (size_t i = 0; i < count; i++) {
        print(p, i ? "\n" : "");
        add_quote(p, &quotes[i], speakers);
    }
}

static void write_marked(page *p)
{
    for (uint32_t i = 0; p->options->quotes && i < p->options->quotes->unsaid.count; i++) {
        const pith__unsaid *unsaid = &p->options->quotes->unsaid.items[i];
        print(p, "- ");
        print(p, unsaid->class);
        print(p, ": “");
        add_span(p, unsaid->span);
        print(p, "”\n");
    }
}

pith_output *pith__write_markdown(pith__arena *arena, pith__arena *scratch,
                                  const pith_output_options *options)
{
    static void (*const parts[])(page *) = {write_title,    write_sentences, write_summary,
                                            write_keywords, write_quotes,    write_marked};
    pith_output *output = pith__arena_zero(arena, 1, sizeof *output);
    page p = {{.arena = arena}, scratch, options};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t before = p.buffer.length;
        print(&p, before ? "\n" : ""); /* an empty line between parts that say something */
        size_t start = p.buffer.length;
        parts[i](&p);
        if (p.buffer.length == start)
            p.buffer.length = before;
    }
    output->length = p.buffer.length;
    output->bytes = pith__buffer_end(&p.buffer);
    return output;
}
