/* Endings with no white space behind: sentences that run together ("it.We"), and scripts that write
 * no spaces. */
#ifndef PITH_TEXT_JOINED_H
#define PITH_TEXT_JOINED_H

#include "text/place.h"

/* Notes what speaks for a boundary, or that the ending is inside a file name, an address, an
 * abbreviation or a number. */
void pith__weigh_joined(pith__place *place);

#endif
