/* Results -> standard output, a file, or a tree of files. */
#ifndef PITH_CMD_SINK_H
#define PITH_CMD_SINK_H

#include "args.h"
#include "buffer.h"

typedef struct sink {
    const args *args;
    bool tree;      /* a file for each source, below the directory args->output */
    bool several;   /* of one source, or of all on one stream, more than one result may come */
    int file;       /* -1: none is open */
    size_t results; /* written to the file that is open */
    buffer out;
    char *path, *temporary; /* of the file that is open; temporary NULL: written in place */
    bool failed;            /* something could not be written; a message told it */
} sink;

/* False: it could not be opened, or an output would replace an input; a message told it, and
 * *exit_code is set. one: a single result comes for all inputs together. */
bool sink_open(sink *s, const args *a, const inputs *all, bool one, int *exit_code);

/* Takes the inputs off whose output is there and not older than they are; how many. An output has
 * its name only when it is complete. */
size_t sink_leave_out_done(const sink *s, inputs *all);

/* One result, with the newline at its end (or nothing at all). All of these do nothing once the
 * sink has failed. */
void sink_add(sink *s, const source *from, const char *bytes, size_t length);

/* Nothing more comes from the source. keep: its file shall be there, even if nothing was added;
 * else it is taken away again. */
void sink_end_source(sink *s, const source *from, bool keep);

/* Lets what was added reach standard output. */
void sink_flush(sink *s);

/* keep: as above. False if anything failed, now or before. */
bool sink_close(sink *s, bool keep);

#endif
