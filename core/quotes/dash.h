/* Dialogue by dashes: a paragraph that begins with one is speech, but for the clauses that say who
 * speaks.
 *
 *     — Il pleut, dit Paul. Rentrons.      —Llueve —dijo Pablo—. Entremos. */
#ifndef PITH_QUOTES_DASH_H
#define PITH_QUOTES_DASH_H

#include "quotes/marked.h"

/* The regions with those of such paragraphs among them, in the order of the text; pieces of one
 * paragraph go on with each other; regions of marks inside them are left out. Linear. */
pith__markeds pith__dashes_find(pith__arena *arena, const pith__lexicon *lexicon,
                                const pith_document *document, pith__markeds regions);

#endif
