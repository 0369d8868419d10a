/* Endings with no white space behind: sentences that run together ("it.We"), and scripts that write
 * no spaces. */
#ifndef PITH_TEXT_JOINED_H
#define PITH_TEXT_JOINED_H

#include "text/place.h"

/* A stop with a small letter or a digit right behind it: 3.5, example.com. */
bool pith__is_inside_word(const pith__ending *ending, pith__text text);

/* Notes what speaks for a boundary, or that the ending is inside a file name, an address, an
 * abbreviation or a number. */
void pith__weigh_joined(pith__place *place);

#endif
