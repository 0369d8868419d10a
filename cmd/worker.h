/* One thread's engine, and what it does with a task. */
#ifndef PITH_CMD_WORKER_H
#define PITH_CMD_WORKER_H

#include "reading.h"
#include "task.h"

/* What all workers share; nothing of it changes. */
typedef struct orders {
    const args *args;
    const char *stopwords; /* contents of the file, or NULL */
    size_t stopwords_length;
    bool several; /* documents on one stream: in text, each gets a line with its name */
    bool tree;    /* a file for each source: then only records do */
} orders;

struct batch;

typedef struct worker {
    const orders *orders;
    struct batch *batch; /* whose tasks it does */
    pith_engine *engine; /* NULL until it is needed */
    buffer file;
    reading reading;
    record record;
} worker;

/* Fills out and what came of each item. */
void worker_do(worker *w, task *t);
void worker_free(worker *w);

#endif
