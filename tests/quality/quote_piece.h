/* Quotations as they are compared: cut at line breaks (only at blank lines where the text is
 * hard-wrapped), each piece trimmed of white space and marks at its edges, so that sets with the
 * quotation marks inside the spans and sets with the marks outside compare, and so do systems that
 * join what is interrupted and systems that do not. A piece without letter and digit is none. */
#ifndef PITH_QUALITY_QUOTE_PIECE_H
#define PITH_QUALITY_QUOTE_PIECE_H

#include <stdbool.h>
#include <stdint.h>

#include <pith.h>

/* A text, and how many letters and digits it has before each byte. */
typedef struct quote_text {
    const char *bytes; /* borrowed */
    uint32_t length;
    bool wrapped;
    uint32_t *letters;
} quote_text;

typedef struct quote_piece {
    pith_span span;
    pith_kind kind;
    uint32_t quote; /* number of the quotation */
} quote_piece;

typedef struct quote_pieces {
    quote_piece *items;
    uint32_t count, room;
} quote_pieces;

quote_text quote_text_open(const char *bytes, size_t length, bool wrapped);
void quote_text_close(quote_text *text);

/* How many letters and digits a span has; 0 where it ends before it starts. */
uint32_t quote_letters(const quote_text *text, pith_span span);

/* Adds the pieces of one span of a quotation. The items are to be freed. */
void quote_pieces_add(quote_pieces *pieces, const quote_text *text, pith_span span, pith_kind kind,
                      uint32_t quote);

#endif
