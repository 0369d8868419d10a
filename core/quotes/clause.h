/* Sentences -> reported clauses by rules, for languages that the tagger was not trained for: "X
 * sagte, dass …", "Laut X …", "…, sagte X". Only where the words leave little doubt. */
#ifndef PITH_QUOTES_CLAUSE_H
#define PITH_QUOTES_CLAUSE_H

#include "quotes/report.h"

/* In the order of the document; no content overlaps another or a region of speech. Linear. */
pith__reports pith__clauses_find(pith__arena *arena, const pith__lexicon *lexicon,
                                 const pith_document *document, const pith__markeds *regions);

#endif
