/* German verbs: the mood that reports, and infinitives. */
#ifndef PITH_QUOTES_MOOD_H
#define PITH_QUOTES_MOOD_H

#include "quotes/subject.h"

typedef enum pith__mood {
    PITH__INDICATIVE,
    PITH__CONDITIONAL, /* würde, hätte, könnten: reports where a report goes before, wishes
                          elsewhere */
    PITH__SUBJUNCTIVE  /* sei, habe, bestehe: reports */
} pith__mood;

/* The strongest mood among tokens first to end. */
pith__mood pith__mood_of(const pith__line *line, uint32_t first, uint32_t end);

/* Whether an infinitive with "zu" is among them: zu schließen, anzugehen. */
bool pith__has_infinitive(const pith__line *line, uint32_t first, uint32_t end);

#endif
