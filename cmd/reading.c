#include "reading.h"

#include <string.h>

#include "encoding.h"
#include "markdown.h"

static const fault fault_no_html = {
    "html", "reading HTML needs libxml2; install it (Debian: libxml2), or give the text"};

static const fault *convert(reading *r, const args *a, origin kind, const char **bytes,
                            size_t *length)
{
    char declared[64], guessed[64];
    const char *name = a->encoding;
    converter c;
    if (!name)
        name = encoding_guess(
            *bytes, *length,
            kind == FROM_HTML ? html_declared_encoding(*bytes, *length, declared) : NULL, guessed);
    bool wide =
        *length >= 2 && (memcmp(*bytes, "\xFF\xFE", 2) == 0 || memcmp(*bytes, "\xFE\xFF", 2) == 0);
    if (!name && wide && kind != FROM_TEXT)
        name = "UTF-16"; /* of text the library does it */
    if (!name)
        return NULL;
    r->text.length = 0;
    bool good = converter_open(&c, name) && converter_add(&c, *bytes, *length, true, &r->text);
    converter_close(&c);
    *bytes = r->text.bytes;
    *length = r->text.length;
    return good ? NULL : &fault_memory;
}

static void skip_mark(const char **bytes, size_t *length)
{
    size_t mark = *length >= 3 && memcmp(*bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    *bytes += mark;
    *length -= mark;
}

static const fault *read_markdown(reading *r, const char **bytes, size_t *length)
{
    buffer text = {0};
    skip_mark(bytes, length);
    bool good = buffer_add(&text, *bytes, *length) && markdown_blank(&text);
    buffer_free(&r->text);
    r->text = text;
    *bytes = text.bytes;
    return good ? NULL : &fault_memory;
}

static const fault *read_html(reading *r, const char **bytes, size_t *length, about *it)
{
    skip_mark(bytes, length);
    html_status status = html_extract(&r->page, *bytes, *length);
    if (status != HTML_FINE)
        return status == HTML_NO_LIBRARY ? &fault_no_html : &fault_memory;
    *bytes = r->page.text.bytes;
    *length = r->page.text.length;
    it->extracted = true;
    if (!it->title && r->page.title.length)
        it->title = r->page.title.bytes;
    if (!it->language && r->page.language.length)
        it->language = known_language(r->page.language.bytes);
    return NULL;
}

const fault *reading_make(reading *r, const args *a, origin kind, const char **bytes,
                          size_t *length, about *it)
{
    const fault *wrong = convert(r, a, kind, bytes, length);
    if (!wrong && kind == FROM_MARKDOWN)
        wrong = read_markdown(r, bytes, length);
    else if (!wrong && kind == FROM_HTML)
        wrong = read_html(r, bytes, length, it);
    return wrong;
}

void reading_free(reading *r)
{
    buffer_free(&r->text);
    html_page_free(&r->page);
}
