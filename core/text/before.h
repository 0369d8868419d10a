/* What the words before a stop say: an abbreviation, an initial, a number, the label of a list. */
#ifndef PITH_TEXT_BEFORE_H
#define PITH_TEXT_BEFORE_H

#include "text/place.h"

/* Notes it. place->before is read as the word that counts: "Mr" of "Tuesday.Mr". */
void pith__weigh_before(pith__place *place);

/* "Yahoo!": the mark belongs to the name. */
bool pith__is_marked_name(const pith__place *place);

#endif
