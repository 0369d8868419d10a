/* What a run did, and how fast. */
#ifndef PITH_CMD_STATS_H
#define PITH_CMD_STATS_H

#include "args.h"
#include "task.h"

typedef struct stats {
    double started;   /* of the clock */
    size_t documents; /* done */
    size_t records_failed, files_failed;
    size_t left_out; /* inputs that were done before */
    size_t degraded;
    uint64_t bytes_in, bytes_out;
    uint64_t sentences, words, quotes;
} stats;

void stats_begin(stats *s);

/* An item that is done or has failed. */
void stats_count(stats *s, const item *i, size_t written);

/* On standard error, for people or as one line of JSON. */
void stats_print(const stats *s, const args *a);

#endif
