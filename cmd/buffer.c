#include "buffer.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { KEPT_MAX = 4 << 20 };

bool buffer_reserve(buffer *b, size_t more)
{
    if (b->room - b->length >= more)
        return true;
    if (more > SIZE_MAX / 2 - b->length)
        return false;
    size_t wanted = b->room + b->room / 2 + 256;
    if (wanted < b->length + more)
        wanted = b->length + more;
    char *bytes = realloc(b->bytes, wanted);
    if (!bytes)
        return false;
    b->bytes = bytes;
    b->room = wanted;
    return true;
}

bool buffer_add(buffer *b, const char *bytes, size_t length)
{
    if (!buffer_reserve(b, length))
        return false;
    if (length)
        memcpy(b->bytes + b->length, bytes, length);
    b->length += length;
    return true;
}

bool buffer_print(buffer *b, const char *text)
{
    return buffer_add(b, text, strlen(text));
}

void buffer_clear(buffer *b)
{
    b->length = 0;
    if (b->room > KEPT_MAX)
        buffer_free(b);
}

void buffer_free(buffer *b)
{
    free(b->bytes);
    *b = (buffer){0};
}
