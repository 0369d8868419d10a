/* Tasks through threads: filled by the caller, worked on by workers, written in order. */
#ifndef PITH_CMD_BATCH_H
#define PITH_CMD_BATCH_H

#include "sink.h"
#include "worker.h"

typedef struct batch batch;

/* The second task starts the threads, if there are to be several at all. There is a fixed number of
 * tasks, so memory does not grow with the input. NULL: memory ran out. */
batch *batch_new(const orders *o, sink *out, uint64_t total);

/* The task that is being filled, with room for one more item. When it is full it is handed over for
 * a new one; waits until there is one. */
task *batch_task(batch *b);

/* Hands over what there is, if there is anything. */
void batch_submit(batch *b);

/* No more is wanted: output failed, or an item did and --strict is given. */
bool batch_stopped(batch *b);

typedef struct tally {
    size_t done, records_failed, files_failed;
    bool read_failed; /* of the source that is being read */
} tally;

/* Waits until all is written, and frees the batch. */
tally batch_finish(batch *b);

#endif
