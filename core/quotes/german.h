/* What the rules know of German verbs: the mood that reports, infinitives, particles that part from
 * their verb. */
#ifndef PITH_QUOTES_GERMAN_H
#define PITH_QUOTES_GERMAN_H

#include "quotes/phrase.h"

typedef enum pith__mood {
    PITH__INDICATIVE,
    PITH__CONDITIONAL, /* würde, hätte, könnten: reports where a report goes before, wishes
                          elsewhere */
    PITH__SUBJUNCTIVE  /* sei, habe, bestehe: reports */
} pith__mood;

/* Whether a word that may be a verb is a noun, by its capital: das Schreiben, die Frage. */
bool pith__is_noun(const pith__line *line, uint32_t token);

/* The strongest mood among tokens first to end. */
pith__mood pith__mood_of(const pith__line *line, uint32_t first, uint32_t end);

/* Whether an infinitive with "zu" is among them: zu schließen, anzugehen. */
bool pith__has_infinitive(const pith__line *line, uint32_t first, uint32_t end);

/* Whether a noun is what somebody says: Angaben, Medienberichten, Polizeiaussagen. */
bool pith__is_statement(const pith__line *line, uint32_t token);

/* Whether a verb of saying whose particle stands at the end of its clause begins at the token: gab
 * … an, führte … aus. */
bool pith__is_parted(const pith__line *line, uint32_t token);

#endif
