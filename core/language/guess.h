/* The language of a text, by its script, its stop words and its letters. */
#ifndef PITH_LANGUAGE_GUESS_H
#define PITH_LANGUAGE_GUESS_H

#include "language/language.h"

/* What a guess needs of all languages; built once an engine, when it is first needed. */
typedef struct pith__guesser pith__guesser;
pith__guesser *pith__guesser_new(pith__arena *arena, uint64_t seed);

/* Valid UTF-8; the first 16 KiB or so decide. pith__language_none() when nothing speaks for any
 * language. */
const pith__language *pith__guess(const pith__guesser *guesser, const char *text, size_t length);

#endif
