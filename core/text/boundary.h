/* Is an ending the end of a sentence? Evidence is added up: the word before, the word behind, the
 * marks around. No piece of evidence decides alone; the weights stand in one table.
 *
 * The features are those of Palmer & Hearst 1997 and Kiss & Strunk 2006 (case behind, abbreviation,
 * initial, ordinal, starter); the words come from the lexicon of the language. */
#ifndef PITH_TEXT_BOUNDARY_H
#define PITH_TEXT_BOUNDARY_H

#include "language/language.h"
#include "text/ending.h"
#include "text/habit.h"

/* What the language adds to the weights. */
typedef struct pith__boundary_rules {
    const pith__lexicon *lexicon;
    bool ordinal_stops; /* "12." is an ordinal number */
    bool stop_is_colon; /* . is the sign that : is elsewhere (Armenian) */
    bool english;       /* "I" is a word, not an initial */
} pith__boundary_rules;

pith__boundary_rules pith__boundary_rules_of(const pith__lexicon *lexicon);

/* start: where the sentence begins that would end here. habits: what the text has shown up to here;
 * this ending is added to it. */
bool pith__is_boundary(const pith__boundary_rules *rules, pith__text text, pith_span paragraph,
                       uint32_t start, const pith__ending *ending, pith__habits *habits);

#endif
