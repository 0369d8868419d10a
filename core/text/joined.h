/* Endings with no white space behind: sentences that run together ("it.We"), and scripts that write
 * no spaces. */
#ifndef PITH_TEXT_JOINED_H
#define PITH_TEXT_JOINED_H

#include "text/ending.h"
#include "text/neighbour.h"

/* Is an ending that has no white space behind the end of a sentence? Not in a file name, an
 * address, an abbreviation or a number. before: the word before it. */
bool pith__is_joined_boundary(const pith__vicinity *vicinity, const pith__neighbour *before,
                              const pith__ending *ending);

#endif
