/* A page of HTML -> the text of its article. */
#ifndef PITH_CMD_HTML_H
#define PITH_CMD_HTML_H

#include "buffer.h"

typedef struct html_page {
    buffer text;     /* UTF-8: paragraphs, headings and list items, with an empty line between */
    buffer title;    /* NUL-terminated; no bytes: there is none */
    buffer language; /* the same, as the page says, such as en-GB */
} html_page;

typedef enum html_status { HTML_FINE, HTML_NO_MEMORY, HTML_NO_LIBRARY } html_status;

/* Reads UTF-8 as libxml2 reads HTML, however broken it is. The text is that of the <article>
 * elements, else of <main>, if that holds anything to speak of, else of the whole body; without
 * scripts, styles, navigation, asides, forms, captions, blocks of code and what is hidden, and
 * without blocks that are mostly links. <q> gets quotation marks, as browsers give it. */
html_status html_extract(html_page *page, const char *bytes, size_t length);
void html_page_free(html_page *page);

/* What the page says it is written in, looked for where HTML 5 has it (the first 1024 bytes);
 * NULL: nothing. */
const char *html_declared_encoding(const char *bytes, size_t length, char name[64]);

#endif
