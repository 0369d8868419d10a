/* Mentions and contents -> the mentions with one for each source of a content that no mention
 * names, and the contents with the span of that mention as their source. */
#ifndef PITH_QUOTES_SOURCE_H
#define PITH_QUOTES_SOURCE_H

#include "quotes/content.h"
#include "quotes/mention.h"

/* Such a source only its place gives away: "the lawsuit", "a Bloomberg poll", several names as one.
 * The mentions that it covers go. The result takes the place of `mentions`, which lie in the arena.
 */
pith__mentions pith__sources_add(pith__arena *arena, const pith__words *words,
                                 pith__mentions mentions, pith__contents *contents);

#endif
