/* What comes behind a terminator says: case, starters, labels, dashes, brackets. */
#ifndef PITH_TEXT_BEHIND_H
#define PITH_TEXT_BEHIND_H

#include "text/place.h"

void pith__weigh_behind(pith__place *place);

#endif
