/* A bar on standard error, for work that lasts. */
#ifndef PITH_CMD_PROGRESS_H
#define PITH_CMD_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct progress {
    bool on;             /* standard error is a terminal, and nobody asked for quiet */
    bool shown;          /* the bar stands on the line now */
    uint64_t total;      /* bytes; 0: unknown */
    uint64_t bytes;      /* done */
    size_t documents;    /* done */
    double started, due; /* of the clock; due: when it may be drawn next */
} progress;

void progress_begin(progress *p, bool quiet, uint64_t total);

/* Counts, and draws the bar anew a few times a second. */
void progress_step(progress *p, uint64_t bytes, size_t documents);

/* Takes the bar off the line, before a message and at the end. */
void progress_erase(progress *p);

#endif
