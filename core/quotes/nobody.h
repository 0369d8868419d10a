/* Names -> whether it is somebody who has them, as far as their words tell. */
#ifndef PITH_QUOTES_NOBODY_H
#define PITH_QUOTES_NOBODY_H

#include "quotes/person.h"

/* Whether the person is a region, a people or a thing, and so no he and no she. fullest: the
 * mention that names the person best. */
bool pith__is_nobody(const pith__words *words, const pith__mention *fullest,
                     const pith__person *person);

/* Black Hills, Visual Radio: whether the name begins with no given name and has an ordinary word in
 * it. Few persons have such names. */
bool pith__is_wordy(const pith__words *words, const pith__mention *name);

#endif
