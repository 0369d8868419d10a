/* A growing text in an arena. */
#ifndef PITH_OUT_BUFFER_H
#define PITH_OUT_BUFFER_H

#include "ground/arena.h"

typedef struct pith__buffer {
    pith__arena *arena;
    char *bytes;
    size_t length, room;
} pith__buffer;

void pith__buffer_widen(pith__buffer *buffer, size_t more);

/* Room for `more` bytes behind what is there, and where they begin; length is the caller's to
 * raise. */
static inline char *pith__buffer_reserve(pith__buffer *buffer, size_t more)
{
    if (buffer->room - buffer->length < more)
        pith__buffer_widen(buffer, more);
    return buffer->bytes + buffer->length;
}

void pith__buffer_add(pith__buffer *buffer, const char *bytes, size_t length);
void pith__buffer_print(pith__buffer *buffer, const char *text);

/* Valid UTF-8 from a document, made fit for a terminal and for one line: white space of any kind
 * becomes one space, or none where a line breaks between Han or kana letters; control characters
 * and those that change the direction of writing become U+FFFD. */
void pith__buffer_line(pith__buffer *buffer, const char *text, size_t length);

/* Puts a NUL behind the text, which it does not count, and gives the spare room back. */
const char *pith__buffer_end(pith__buffer *buffer);

#endif
