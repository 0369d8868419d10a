#include "summary/piece.h"

#include <string.h>

#include "ground/utf8.h"

static bool is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Where the run of white space at `at` ends; *line_end tells if one is in it. */
static uint32_t skip_blanks(const char *text, uint32_t at, uint32_t end, bool *line_end)
{
    *line_end = false;
    for (; at < end && is_blank(text[at]); at++)
        *line_end = *line_end || text[at] == '\n' || text[at] == '\r';
    return at;
}

static bool has_line_end(const char *text, pith_span span)
{
    return memchr(text + span.start, '\n', pith__span_length(span)) ||
           memchr(text + span.start, '\r', pith__span_length(span));
}

char *pith__piece_write(const pith_document *document, pith_span span, char *out)
{
    const char *text = document->text.bytes;
    if (!has_line_end(text, span)) {
        memcpy(out, text + span.start, pith__span_length(span));
        return out + pith__span_length(span);
    }
    for (uint32_t at = span.start; at < span.end;) {
        if (!is_blank(text[at])) {
            *out++ = text[at++];
            continue;
        }
        bool line_end;
        uint32_t end = skip_blanks(text, at, span.end, &line_end);
        if (line_end) {
            *out++ = ' ';
        } else {
            memcpy(out, text + at, end - at);
            out += end - at;
        }
        at = end;
    }
    return out;
}

uint32_t pith__piece_characters(const pith_document *document, pith_span span)
{
    const char *text = document->text.bytes;
    uint32_t count = 0, length = pith__span_length(span);
    if (!has_line_end(text, span))
        return document->offsets ? (uint32_t)pith__utf8_count(text + span.start, length) : length;
    for (uint32_t at = span.start; at < span.end;) {
        if (!is_blank(text[at])) {
            count += ((unsigned char)text[at++] & 0xC0) != 0x80;
            continue;
        }
        bool line_end;
        uint32_t end = skip_blanks(text, at, span.end, &line_end);
        count += line_end ? 1 : end - at;
        at = end;
    }
    return count;
}

pith__size pith__piece_measure(const pith_document *document, pith_span span, uint32_t first,
                               uint32_t sentences)
{
    pith__size size = {.sentences = sentences,
                       .characters = pith__piece_characters(document, span)};
    const pith__tokens *tokens = &document->tokens;
    for (uint32_t i = first; i < tokens->token.count && tokens->token.items[i].start < span.end;
         i++) {
        const pith__document_form *form = pith__token_form(document, i);
        if (tokens->token.items[i].start < span.start)
            continue;
        size.words += form->shape != PITH__PUNCTUATION;
        size.tokens += pith__model_tokens(form);
    }
    return size;
}
