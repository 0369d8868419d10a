/* Persons -> the speakers of the result: name, description, other names. */
#ifndef PITH_QUOTES_SPEAKER_H
#define PITH_QUOTES_SPEAKER_H

#include "quotes/person.h"

/* Speakers for the persons that are wanted (true by number of the person), in the order of the
 * persons; number[person] is that of the speaker, PITH_NONE if not wanted. quotes and words of each
 * are 0. All text lies in the arena. */
typedef PITH__ARRAY(pith_speaker) pith__speakers;
pith__speakers pith__speakers_make(pith__arena *arena, pith__arena *scratch,
                                   const pith__words *words, const pith__mentions *mentions,
                                   const pith__persons *persons, const bool *wanted,
                                   uint32_t *number);

#endif
