/* Regular expressions: PCRE2, 8 bit, with the just-in-time compiler where the system allows one and
 * a pattern is matched often enough to be worth it.
 *
 * A pattern owns memory outside every arena. So patterns are kept by the engine, compiled once, and
 * given back by pith__pattern_free. */
#ifndef PITH_GROUND_PATTERN_H
#define PITH_GROUND_PATTERN_H

#include <stdbool.h>

#include "ground/arena.h"
#include "ground/span.h"

typedef struct pith__pattern {
    struct pith__compiled *compiled; /* or NULL */
} pith__pattern;

/* Compiles a source that is known to be correct; UTF-8, Unicode properties, and anchored: a match
 * begins where it is asked for. False when memory runs out. The pattern has to be cleared before;
 * free it in both cases. */
bool pith__pattern_compile(pith__pattern *pattern, const char *source);

/* Frees what was made of a cleared, partly made or whole pattern and clears it. */
void pith__pattern_free(pith__pattern *pattern);

/* Whether the pattern matches at byte `span.start`, looking no farther than `span.end`; *end is
 * then where the match ends. The text is valid UTF-8. Springs the trap when memory runs out. */
bool pith__pattern_match(const pith__pattern *pattern, pith__trap *trap, const char *text,
                         pith_span span, uint32_t *end);

#endif
