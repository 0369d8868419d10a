/* --merge: the texts of all inputs, read as the parts of one document at the end. */
#ifndef PITH_CMD_MERGE_H
#define PITH_CMD_MERGE_H

#include "digest.h"

typedef struct merge {
    buffer text, names; /* names: NUL-terminated, one behind the other */
    buffer starts;      /* size_t: where each text begins */
    bool failed;        /* memory ran out */
} merge;

/* In order. What they are called is shown beside each sentence that comes from them. */
void merge_add(merge *m, const char *name, size_t name_length, const char *text, size_t length);

/* Their digest, written. Else what went wrong; the message says it. */
bool merge_write(const merge *m, const args *a, const char *stopwords, size_t stopwords_length,
                 buffer *out, char message[200]);
void merge_free(merge *m);

#endif
