/* Which quotation that was found is which of the set, one to one. */
#ifndef PITH_QUALITY_QUOTE_MATCH_H
#define PITH_QUALITY_QUOTE_MATCH_H

#include "quote_piece.h"

/* For each piece of the set the number of the piece found that is the same, or PITH_NONE; to be
 * freed. */
uint32_t *quote_match_exact(const quote_pieces *gold, const quote_pieces *found);

/* The same with pieces that share enough: letters and digits in both, over those in either, are at
 * least `least`. The best pairs are taken first. */
uint32_t *quote_match_overlap(const quote_text *text, const quote_pieces *gold,
                              const quote_pieces *found, double least);

#endif
