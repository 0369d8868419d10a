/* Chinese: names without spaces and capitals. */
#ifndef PITH_QUOTES_HAN_H
#define PITH_QUOTES_HAN_H

#include "quotes/mention.h"

/* The mentions of a Chinese document, as pith__mentions_find gives those of others.
 *
 * Names are told by the text itself, as words are by the variety of their neighbours (Feng, Chen,
 * Deng and Zheng 2004): runs of two to four characters that can be a name and that stand where a
 * clause begins, behind a word that takes a person (对, 跟, 向), or before a word of saying, more
 * often than chance would have it; a surname first makes it likelier. The longest known name counts
 * at each place. Titles and kin (先生, 大哥) join the name before them. Linear. */
pith__mentions pith__han_mentions(pith__arena *arena, const pith__words *words);

/* The longest phrase of the lexicon that begins at a token and is in one of the classes: its end,
 * or the token itself. */
uint32_t pith__han_phrase(const pith__words *words, uint32_t token, uint32_t limit,
                          uint32_t classes);

#endif
