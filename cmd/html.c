#include "html.h"

#include <libxml/HTMLparser.h>
#include <string.h>
#include <strings.h>

#include "late.h"

/* What an element does to the text; bits. */
enum {
    BLOCK = 1,   /* begins and ends a paragraph */
    SKIPPED = 2, /* with all that is in it */
    ARTICLE = 4,
    MAIN = 8,
    LINK = 16,
    QUOTE = 32,
    BREAK = 64,
    TITLE = 128,
    META = 256,
    ROOT = 512,
    CELL = 1024,
    HEADER = 2048, /* skipped, but not in an article */
    PREFORMATTED = 4096,
    CODE = 8192 /* skipped in what is preformatted: a block of code is no prose */
};

static const struct {
    const char *name; /* sorted */
    int does;
} elements[] = {{"a", LINK},
                {"address", BLOCK},
                {"article", BLOCK | ARTICLE},
                {"aside", SKIPPED},
                {"audio", SKIPPED},
                {"blockquote", BLOCK},
                {"br", BREAK},
                {"button", SKIPPED},
                {"canvas", SKIPPED},
                {"caption", SKIPPED},
                {"code", CODE},
                {"dd", BLOCK},
                {"dialog", SKIPPED},
                {"div", BLOCK},
                {"dl", BLOCK},
                {"dt", BLOCK},
                {"figcaption", SKIPPED},
                {"figure", BLOCK},
                {"footer", SKIPPED},
                {"form", SKIPPED},
                {"h1", BLOCK},
                {"h2", BLOCK},
                {"h3", BLOCK},
                {"h4", BLOCK},
                {"h5", BLOCK},
                {"h6", BLOCK},
                {"header", BLOCK | HEADER},
                {"hr", BLOCK},
                {"html", ROOT},
                {"iframe", SKIPPED},
                {"input", SKIPPED},
                {"li", BLOCK},
                {"main", BLOCK | MAIN},
                {"math", SKIPPED},
                {"menu", SKIPPED},
                {"meta", META},
                {"nav", SKIPPED},
                {"noscript", SKIPPED},
                {"object", SKIPPED},
                {"ol", BLOCK},
                {"option", SKIPPED},
                {"p", BLOCK},
                {"pre", BLOCK | PREFORMATTED},
                {"q", QUOTE},
                {"script", SKIPPED},
                {"section", BLOCK},
                {"select", SKIPPED},
                {"style", SKIPPED},
                {"svg", SKIPPED},
                {"table", BLOCK},
                {"td", CELL},
                {"template", SKIPPED},
                {"textarea", SKIPPED},
                {"th", CELL},
                {"title", TITLE},
                {"tr", BLOCK},
                {"ul", BLOCK},
                {"video", SKIPPED}};

typedef struct range {
    size_t start, end; /* in the text */
} range;

typedef struct extraction {
    html_page *page;
    buffer articles, mains; /* ranges of the text that are inside such */
    size_t skipped;         /* open elements since the one that is skipped, itself too */
    size_t in_article, in_main, in_link, in_title, preformatted;
    size_t block;  /* where in the text the open block begins */
    size_t linked; /* how many of its bytes are links */
    bool space;    /* white space came since the last word */
    bool no_memory;
} extraction;

/* ---- text ---- */

static void add(extraction *e, const char *bytes, size_t length)
{
    e->no_memory = !buffer_add(&e->page->text, bytes, length) || e->no_memory;
    e->linked += e->in_link ? length : 0;
}

static void add_range(extraction *e, buffer *ranges, size_t start, size_t end)
{
    range r = {start, end};
    range *last = ranges->length ? (range *)(void *)(ranges->bytes + ranges->length) - 1 : NULL;
    if (start == end)
        return;
    if (last && last->end == start)
        last->end = end;
    else
        e->no_memory = !buffer_add(ranges, (const char *)&r, sizeof r) || e->no_memory;
}

/* Blocks that are mostly links lead elsewhere. */
static void end_block(extraction *e)
{
    buffer *text = &e->page->text;
    size_t length = text->length - e->block;
    if (length && e->linked * 2 > length)
        text->length = e->block;
    else if (length) {
        add(e, "\n\n", 2);
        if (e->in_article)
            add_range(e, &e->articles, e->block, text->length);
        if (e->in_main)
            add_range(e, &e->mains, e->block, text->length);
    }
    e->block = text->length;
    e->linked = 0;
    e->space = false;
}

static void break_line(extraction *e)
{
    if (e->page->text.length > e->block)
        add(e, "\n", 1);
    e->space = false;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void add_words(extraction *e, const char *text, size_t length)
{
    for (size_t at = 0, from; at < length; at++) {
        if (is_space(text[at])) {
            if (e->preformatted && text[at] == '\n')
                break_line(e);
            else
                e->space = true;
            continue;
        }
        for (from = at; at < length && !is_space(text[at]);)
            at++;
        size_t before = e->page->text.length;
        if (e->space && before > e->block && e->page->text.bytes[before - 1] != '\n')
            add(e, " ", 1);
        e->space = false;
        add(e, text + from, at - from);
        at--;
    }
}

static void on_characters(void *data, const xmlChar *text, int length)
{
    extraction *e = data;
    if (e->in_title && !e->skipped && !e->in_article)
        e->no_memory =
            !buffer_add(&e->page->title, (const char *)text, (size_t)length) || e->no_memory;
    else if (!e->skipped)
        add_words(e, (const char *)text, (size_t)length);
}

/* ---- elements ---- */

static int does(const char *name)
{
    size_t low = 0, high = sizeof elements / sizeof *elements;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(name, elements[middle].name);
        if (order == 0)
            return elements[middle].does;
        *(order < 0 ? &high : &low) = order < 0 ? middle : middle + 1;
    }
    return 0;
}

static const char *attribute(const xmlChar **attributes, const char *name)
{
    for (; attributes && attributes[0]; attributes += 2) {
        if (strcasecmp((const char *)attributes[0], name) == 0)
            return attributes[1] ? (const char *)attributes[1] : "";
    }
    return NULL;
}

static bool is_hidden(const xmlChar **attributes)
{
    const char *style = attribute(attributes, "style"),
               *aria = attribute(attributes, "aria-hidden");
    return attribute(attributes, "hidden") || (aria && strcmp(aria, "true") == 0) ||
           (style && (strstr(style, "display:none") || strstr(style, "display: none")));
}

static void replace(extraction *e, buffer *value, const char *with)
{
    value->length = 0;
    e->no_memory = !buffer_print(value, with) || e->no_memory;
}

/* The title that a page gives to others is without the name of the site. */
static void take_meta(extraction *e, const xmlChar **attributes)
{
    const char *property = attribute(attributes, "property");
    const char *content = attribute(attributes, "content");
    if (property && content && strcmp(property, "og:title") == 0) {
        replace(e, &e->page->title, content);
        e->in_title = 0;
    }
}

static void on_start(void *data, const xmlChar *name, const xmlChar **attributes)
{
    extraction *e = data;
    int what = does((const char *)name);
    bool skip = what & SKIPPED || (what & HEADER && !e->in_article) ||
                (what & CODE && e->preformatted) || is_hidden(attributes);
    if (e->skipped || skip) {
        e->skipped++;
        return;
    }
    if (what & BLOCK)
        end_block(e);
    e->in_article += (what & ARTICLE) != 0;
    e->in_main += (what & MAIN) != 0;
    e->in_link += (what & LINK) != 0;
    e->preformatted += (what & PREFORMATTED) != 0;
    e->in_title += what & TITLE && !e->page->title.length;
    e->space = e->space || what & CELL;
    if (what & BREAK)
        break_line(e);
    else if (what & QUOTE)
        add_words(e, "\xE2\x80\x9C", 3);
    else if (what & META)
        take_meta(e, attributes);
    else if (what & ROOT && attribute(attributes, "lang"))
        replace(e, &e->page->language, attribute(attributes, "lang"));
}

static void leave(size_t *level, bool this)
{
    *level -= this && *level;
}

static void on_end(void *data, const xmlChar *name)
{
    extraction *e = data;
    if (e->skipped) {
        e->skipped--;
        return;
    }
    int what = does((const char *)name);
    if (what & QUOTE) {
        e->space = false;
        add_words(e, "\xE2\x80\x9D", 3);
    }
    e->space = e->space || what & CELL;
    leave(&e->in_link, what & LINK);
    leave(&e->in_title, what & TITLE);
    if (what & BLOCK)
        end_block(e);
    leave(&e->in_article, what & ARTICLE);
    leave(&e->in_main, what & MAIN);
    leave(&e->preformatted, what & PREFORMATTED);
}

/* ---- what of it all is the article ---- */

static size_t total(const buffer *ranges)
{
    const range *r = (const range *)(const void *)ranges->bytes;
    size_t sum = 0;
    for (size_t i = 0; i < ranges->length / sizeof *r; i++)
        sum += r[i].end - r[i].start;
    return sum;
}

static void keep(buffer *text, const buffer *ranges)
{
    const range *r = (const range *)(const void *)ranges->bytes;
    size_t length = 0;
    for (size_t i = 0; i < ranges->length / sizeof *r; i++) {
        memmove(text->bytes + length, text->bytes + r[i].start, r[i].end - r[i].start);
        length += r[i].end - r[i].start;
    }
    text->length = length;
}

/* One line, with a NUL behind it; nothing stays nothing. */
static bool finish_line(buffer *line)
{
    size_t length = 0;
    for (size_t i = 0; i < line->length; i++) {
        bool space = is_space(line->bytes[i]);
        if (space && (!length || line->bytes[length - 1] == ' '))
            continue;
        line->bytes[length++] = space ? ' ' : line->bytes[i];
    }
    line->length = length && line->bytes[length - 1] == ' ' ? length - 1 : length;
    return !line->length || buffer_add(line, "", 1);
}

static void choose(extraction *e)
{
    enum { WORTH = 200 }; /* bytes: less is a teaser or a mistake of the page's template */
    if (total(&e->articles) >= WORTH)
        keep(&e->page->text, &e->articles);
    else if (total(&e->mains) >= WORTH)
        keep(&e->page->text, &e->mains);
}

/* ---- the parser ---- */

typedef struct parser_functions {
    void (*init)(void);
    htmlParserCtxtPtr (*make)(void);
    htmlDocPtr (*read)(htmlParserCtxtPtr, const char *, int, const char *, const char *, int);
    void (*delete)(htmlParserCtxtPtr);
    void (*delete_document)(xmlDocPtr);
} parser_functions;

static bool load(parser_functions *f)
{
    static const char *const names[] = {"xmlInitParser",      "htmlNewParserCtxt",
                                        "htmlCtxtReadMemory", "htmlFreeParserCtxt",
                                        "xmlFreeDoc",         NULL};
    void *loaded[sizeof names / sizeof *names - 1];
    if (!late_load("libxml2.so.2", names, loaded))
        return false;
    memcpy(f, loaded, sizeof *f);
    return true;
}

/* The parser calls us and builds no tree. */
static bool parse(const parser_functions *f, extraction *e, const char *bytes, size_t length)
{
    f->init();
    htmlParserCtxtPtr parser = f->make();
    if (!parser)
        return false;
    memset(parser->sax, 0, sizeof *parser->sax);
    parser->sax->startElement = on_start;
    parser->sax->endElement = on_end;
    parser->sax->characters = on_characters;
    parser->sax->ignorableWhitespace = on_characters;
    parser->userData = e;
    htmlDocPtr document =
        f->read(parser, bytes, (int)length, NULL, "UTF-8",
                HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    bool good = parser->errNo != XML_ERR_NO_MEMORY;
    f->delete_document(document);
    f->delete (parser);
    return good && !e->no_memory;
}

html_status html_extract(html_page *page, const char *bytes, size_t length)
{
    extraction e = {.page = page};
    parser_functions f;
    page->text.length = page->title.length = page->language.length = 0;
    if (!load(&f))
        return HTML_NO_LIBRARY;
    bool good = !length || (length <= INT32_MAX && parse(&f, &e, bytes, length));
    if (good) {
        end_block(&e);
        choose(&e);
        good = !e.no_memory && finish_line(&page->title) && finish_line(&page->language);
    }
    buffer_free(&e.articles);
    buffer_free(&e.mains);
    return good ? HTML_FINE : HTML_NO_MEMORY;
}

void html_page_free(html_page *page)
{
    buffer_free(&page->text);
    buffer_free(&page->title);
    buffer_free(&page->language);
}

const char *html_declared_encoding(const char *bytes, size_t length, char name[64])
{
    enum { WHERE = 1024, NAME_MAX_LENGTH = 63 };
    const char *end = bytes + (length < WHERE ? length : WHERE);
    for (const char *at = bytes; (at = memchr(at, '=', (size_t)(end - at))); at++) {
        const char *p = at + 1;
        if (at - bytes < 7 || strncasecmp(at - 7, "charset", 7) != 0)
            continue;
        while (p < end && (*p == '"' || *p == '\'' || *p == ' '))
            p++;
        size_t size = 0;
        while (p + size < end && size < NAME_MAX_LENGTH && !strchr("\"' ;/>", p[size]))
            size++;
        memcpy(name, p, size);
        name[size] = 0;
        return size ? name : NULL;
    }
    return NULL;
}
