/* Contents and mentions of a Chinese text -> who says each by where it stands. There a speech
 * mostly is a line of its own: the one before ends in a colon and names the speaker, or the one
 * behind begins with them; where neither does, two people speak in turn. */
#ifndef PITH_QUOTES_TURN_H
#define PITH_QUOTES_TURN_H

#include "quotes/content.h"
#include "quotes/mention.h"

/* Gives contents without a source one: the words of a mention, next to the content or further off.
 * Does nothing in other languages. Linear. */
void pith__turns_find(pith__arena *arena, const pith__words *words, const pith__mentions *mentions,
                      pith__contents *contents);

#endif
