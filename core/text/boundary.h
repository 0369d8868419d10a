/* Is an ending the end of a sentence? Evidence is added up: the word before, the word behind, the
 * marks around. No piece of evidence decides alone; text/hint.h has all of them and their weights.
 *
 * The features are those of Palmer & Hearst 1997 and Kiss & Strunk 2006 (case behind, abbreviation,
 * initial, ordinal, starter); the words come from the lexicon of the language. */
#ifndef PITH_TEXT_BOUNDARY_H
#define PITH_TEXT_BOUNDARY_H

#include "text/place.h"

/* What was found of an ending, and why. */
typedef struct pith__verdict {
    pith_span run;                   /* the terminators or, of an item of a list, its label */
    uint32_t end;                    /* where the sentence would end */
    int score;                       /* a boundary if it is above 0 */
    uint64_t seen[PITH__HINT_WORDS]; /* the pith__hints that were added up, a bit each */
} pith__verdict;

typedef PITH__ARRAY(pith__verdict) pith__verdicts;

/* What most stops are: told by a look at the words beside them. */
typedef enum pith__outlook {
    PITH__UNCLEAR,      /* to be weighed */
    PITH__PLAIN_END,    /* between a word that neither the language nor the text knows as anything
                           else,    and a capital: all that could be seen there speaks for a boundary
                         */
    PITH__PLAIN_INSIDE, /* of a title before a name: all speaks against one */
} pith__outlook;

pith__outlook pith__boundary_outlook(const pith__boundary_rules *rules, pith__text text,
                                     pith_span paragraph, uint32_t start,
                                     const pith__ending *ending, const pith__habits *habits);

pith__boundary_rules pith__boundary_rules_of(const pith__lexicon *lexicon);

/* start: where the sentence begins that would end here. habits: what the text shows of its words.
 */
pith__verdict pith__boundary_weigh(const pith__boundary_rules *rules, pith__text text,
                                   pith_span paragraph, uint32_t start, const pith__ending *ending,
                                   pith__habits *habits);

static inline bool pith__hint_seen(const pith__verdict *verdict, pith__hint hint)
{
    return (verdict->seen[hint / 64] >> hint % 64 & 1) != 0;
}

#endif
