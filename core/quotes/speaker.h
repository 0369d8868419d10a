/* Persons -> the speakers of the result: name, description, other names. */
#ifndef PITH_QUOTES_SPEAKER_H
#define PITH_QUOTES_SPEAKER_H

#include "quotes/person.h"

/* `count` speakers, number[person] for each person who is one, PITH_NONE for the others. quotes and
 * words of each are 0. All text lies in the arena. */
typedef PITH__ARRAY(pith_speaker) pith__speakers;
pith__speakers pith__speakers_make(pith__arena *arena, pith__arena *scratch,
                                   const pith__words *words, const pith__mentions *mentions,
                                   const pith__persons *persons, const uint32_t *number,
                                   uint32_t count);

#endif
