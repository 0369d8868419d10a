#include "stream.h"

#include <string.h>

#include "interrupt.h"

enum { STEP = 1 << 17 };

void stream_open(stream *s, int file, const char *encoding)
{
    *s = (stream){.file = file, .converted = encoding != NULL};
    if (encoding)
        converter_open(&s->converter, encoding); /* the arguments were checked */
}

static stream_status read_into(stream *s, buffer *into)
{
    if (!buffer_reserve(into, STEP))
        return STREAM_NO_MEMORY;
    ssize_t got = interruptible_read(s->file, into->bytes + into->length, STEP);
    into->length += got > 0 ? (size_t)got : 0;
    return got < 0 ? STREAM_FAILED : got ? STREAM_MORE : STREAM_END;
}

static stream_status read_block(stream *s)
{
    if (!s->converted)
        return read_into(s, &s->block);
    s->raw.length = 0;
    stream_status status = read_into(s, &s->raw);
    if (status == STREAM_MORE || status == STREAM_END) {
        bool end = status == STREAM_END;
        if (!converter_add(&s->converter, s->raw.bytes, s->raw.length, end, &s->block))
            return STREAM_NO_MEMORY;
    }
    return status;
}

/* A byte order mark is no part of the first record. It comes whole or not at all. */
stream_status stream_read(stream *s)
{
    stream_status status;
    bool first = s->taken == 0 && s->block.length == 0;
    do
        status = read_block(s);
    while (first && status == STREAM_MORE && s->block.length < 3);
    if (first && s->block.length >= 3 && memcmp(s->block.bytes, "\xEF\xBB\xBF", 3) == 0)
        stream_take(s, 3);
    return status;
}

void stream_take(stream *s, size_t length)
{
    s->block.length -= length;
    s->taken += length;
    if (length && s->block.length)
        memmove(s->block.bytes, s->block.bytes + length, s->block.length);
}

void stream_close(stream *s)
{
    converter_close(&s->converter);
    buffer_free(&s->raw);
    buffer_free(&s->block);
}
