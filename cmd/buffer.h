/* A growing block of bytes on the heap. {0} is an empty one. */
#ifndef PITH_CMD_BUFFER_H
#define PITH_CMD_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

typedef struct buffer {
    char *bytes;
    size_t length, room;
} buffer;

/* All that can grow say false when memory runs out, and leave the buffer as it was. */
bool buffer_reserve(buffer *b, size_t more);
bool buffer_add(buffer *b, const char *bytes, size_t length);
bool buffer_print(buffer *b, const char *text);

/* Empties it, and gives the memory back if it is much more than a usual document needs. */
void buffer_clear(buffer *b);
void buffer_free(buffer *b);

#endif
