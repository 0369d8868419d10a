/* Who is quoted over a whole corpus: pith speakers.
 *
 * Memory is bounded: at most SPEAKERS_MOST names are kept. When there are more, the less quoted
 * half of them is dropped, and whoever is dropped or comes new may have had as many quotes as the
 * most quoted of these: that number is kept beside each speaker as `missed`. So a count is exact
 * where missed is 0, which it always is up to SPEAKERS_MOST names, and else at most that much too
 * small (frequent items after Misra and Gries 1982, with the batch pruning of Anderson et al. 2017,
 * "A high-performance algorithm for identifying frequent items in data streams"). The verbs and
 * roles of each speaker are kept in the same way. What is kept depends on the order of the
 * documents only. */
#ifndef PITH_CMD_SPEAKERS_H
#define PITH_CMD_SPEAKERS_H

#include "args.h"
#include "digest.h"

enum { SPEAKERS_MOST = 100000 };

typedef struct speakers speakers;

/* most: names to keep at a time. NULL: memory ran out. */
speakers *speakers_new(size_t most);

/* Counts the quotes of a document. */
void speakers_add(speakers *all, const digest *d);

/* The table, the most quoted first, as args->format says. False: memory ran out. */
bool speakers_write(speakers *all, const args *a, buffer *out);

/* The most that a count can be too small; 0: all are exact. */
uint64_t speakers_missed(const speakers *all);
void speakers_free(speakers *all);

#endif
