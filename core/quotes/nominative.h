/* German: a verb -> who does what it says, by case and by the place of the verb. */
#ifndef PITH_QUOTES_NOMINATIVE_H
#define PITH_QUOTES_NOMINATIVE_H

#include "quotes/phrase.h"

/* The subject of the cue first to end, which is a verb, a part of one, or stands in for one ("so").
 * Whoever is quoted is that of "zitiert". Empty if no phrase can be it. */
pith__range pith__nominative_of(const pith__line *line, uint32_t first, uint32_t end);

/* The subject of the clause that the line ends with, whatever its verb: "Dabei griff sie den
 * Minister an: |". */
pith__range pith__nominative_before(const pith__line *line);

/* The first phrase of the line that can be a subject. */
pith__range pith__nominative_first(const pith__line *line);

#endif
