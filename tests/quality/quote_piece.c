#include "quote_piece.h"

#include <stdlib.h>
#include <string.h>

#include "ground/utf8.h"
#include "sets.h"

quote_text quote_text_open(const char *bytes, size_t length, bool wrapped)
{
    quote_text text = {.bytes = bytes, .length = (uint32_t)length, .wrapped = wrapped};
    text.letters = sets_need(malloc((length + 1) * sizeof *text.letters));
    uint32_t seen = 0;
    for (uint32_t at = 0, from = 0; at < text.length;) {
        uint32_t code = pith__utf8_next(bytes, &at);
        while (from < at)
            text.letters[from++] = seen;
        seen += sets_is_alphanumeric(code);
    }
    text.letters[length] = seen;
    return text;
}

void quote_text_close(quote_text *text)
{
    free(text->letters);
}

uint32_t quote_letters(const quote_text *text, pith_span span)
{
    return span.start < span.end ? text->letters[span.end] - text->letters[span.start] : 0;
}

static bool is_edge(uint32_t code)
{
    return sets_is_among(code, " \t\r\n\u00A0\u2028\u2029\"“”„‟«»‹›‘’'`´,.;:!?…—–-()[]");
}

static pith_span trimmed(const char *text, pith_span span)
{
    for (uint32_t next = span.start; span.start < span.end; span.start = next)
        if (!is_edge(pith__utf8_next(text, &next)))
            break;
    for (uint32_t before = span.end; span.end > span.start; span.end = before)
        if (!is_edge(pith__utf8_previous(text, &before)))
            break;
    return span;
}

static void add(quote_pieces *pieces, const quote_text *text, quote_piece piece)
{
    piece.span = trimmed(text->bytes, piece.span);
    if (!quote_letters(text, piece.span))
        return;
    if (pieces->count == pieces->room) {
        pieces->room = pieces->room ? pieces->room * 2 : 64;
        pieces->items = sets_need(realloc(pieces->items, pieces->room * sizeof *pieces->items));
    }
    pieces->items[pieces->count++] = piece;
}

/* Whether a piece ends at `at`: of wrapped texts where another line break is all that follows. */
static bool is_cut(const quote_text *text, uint32_t at, uint32_t end)
{
    const char *bytes = text->bytes;
    if (!text->wrapped)
        return bytes[at] == '\n' || bytes[at] == '\r';
    if (bytes[at] != '\n')
        return false;
    do {
        at++;
    } while (at < end && strchr(" \t\r\f\v", bytes[at]));
    return at < end && bytes[at] == '\n';
}

void quote_pieces_add(quote_pieces *pieces, const quote_text *text, pith_span span, pith_kind kind,
                      uint32_t quote)
{
    quote_piece piece = {.span.start = span.start, .kind = kind, .quote = quote};
    for (uint32_t at = span.start; at < span.end; at++) {
        if (!is_cut(text, at, span.end))
            continue;
        piece.span.end = at;
        add(pieces, text, piece);
        piece.span.start = at + 1;
    }
    piece.span.end = span.end;
    add(pieces, text, piece);
}
