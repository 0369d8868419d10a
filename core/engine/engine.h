/* The engine: options, language data, caches and scratch memory, for one thread at a time. */
#ifndef PITH_ENGINE_ENGINE_H
#define PITH_ENGINE_ENGINE_H

#include <stdbool.h>

#include "language/guess.h"
#include "language/vocabulary.h"
#include "summary/furniture.h"

/* What the engine has learnt of one language; the arena is the vocabulary's own, so that it can be
 * forgotten. */
typedef struct pith__tongue {
    pith__arena arena;
    bool ready; /* vocabulary is made */
    pith__vocabulary vocabulary;
} pith__tongue;

struct pith_engine {
    pith__trap trap;
    pith__arena lasting; /* options and language data: as long as the engine; this struct as well */
    pith__arena scratch; /* forgotten at the end of every call */
    pith__arena passing; /* forgotten before that, between stages */
    uint64_t seed;
    const char *stopwords; /* or NULL */
    size_t stopwords_length;
    pith__guesser *guesser; /* NULL until a text comes without a language */
    pith__tongue **tongues; /* by language in the order of pith__language_all, the one without data
                               last; NULL before a text is in that language */
    pith__furniture furniture;
    char message[256];
};

#endif
