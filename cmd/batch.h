/* Tasks through threads: filled by the caller, worked on by workers, written in order. */
#ifndef PITH_CMD_BATCH_H
#define PITH_CMD_BATCH_H

#include "failures.h"
#include "merge.h"
#include "sink.h"
#include "speakers.h"
#include "stats.h"
#include "worker.h"

typedef struct batch batch;

/* Where everything goes. */
typedef struct results {
    sink sink;
    failures failures;
    speakers *speakers; /* or NULL */
    merge *merge;       /* or NULL; without either each document has its own result */
    stats stats;
} results;

/* The second task starts the threads, if there are to be several at all. There is a fixed number of
 * tasks, so memory does not grow with the input. NULL: memory ran out. */
batch *batch_new(const orders *o, results *out, uint64_t total);

const args *batch_args(const batch *b);

/* The task that is being filled, with room for one more item. When it is full it is handed over for
 * a new one; waits until there is one. */
task *batch_task(batch *b);

/* Hands over what there is, if there is anything. */
void batch_submit(batch *b);

/* No more is wanted: output failed, or an item did and --strict is given, or a signal came. */
bool batch_stopped(batch *b);

/* Waits until all is written, and frees the batch. */
void batch_finish(batch *b);

#endif
