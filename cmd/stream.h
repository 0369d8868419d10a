/* The bytes of an input, block by block, as UTF-8. */
#ifndef PITH_CMD_STREAM_H
#define PITH_CMD_STREAM_H

#include <stdint.h>

#include "encoding.h"

typedef struct stream {
    int file;
    bool converted;
    converter converter;
    buffer raw;     /* what is to be converted */
    buffer block;   /* what was read and is not taken yet */
    uint64_t taken; /* how many bytes were before the block; of the UTF-8 */
} stream;

typedef enum stream_status {
    STREAM_MORE,
    STREAM_END,
    STREAM_FAILED,   /* errno says why; EINTR: a signal asks to stop */
    STREAM_NO_MEMORY /* the block cannot grow: take from it, or give up */
} stream_status;

/* encoding: a name that iconv knows, or NULL: UTF-8. The file is the caller's to close. */
void stream_open(stream *s, int file, const char *encoding);

/* Adds what comes next to the block. */
stream_status stream_read(stream *s);

/* Drops the first bytes of the block. */
void stream_take(stream *s, size_t length);
void stream_close(stream *s);

#endif
