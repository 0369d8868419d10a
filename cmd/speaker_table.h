/* How speakers.c keeps what speakers_write.c writes. */
#ifndef PITH_CMD_SPEAKER_TABLE_H
#define PITH_CMD_SPEAKER_TABLE_H

#include "frequent.h"
#include "speakers.h"

typedef struct speaker_entry {
    char *name; /* on one line; NULL: the unknown ones together */
    uint64_t quotes, words, documents;
    uint64_t missed;  /* the most quotes that may be missing */
    double positions; /* of the quotes in their documents, 0 to 1, added up */
    uint64_t last_document;
    frequent verbs, roles;
} speaker_entry;

struct speakers {
    uint64_t seed;
    size_t most, count;
    speaker_entry *entries;
    uint64_t *numbers; /* room for a sort */
    uint32_t *slot;    /* by hash: the number of an entry, from 1; 0: none */
    size_t slots;      /* a power of two */
    uint64_t documents, quotes, missed;
    speaker_entry unknown;
};

#endif
