/* The language data as the build embedded it: see embed.cmake, which writes the tables. */
#ifndef PITH_LANGUAGE_EMBEDDED_H
#define PITH_LANGUAGE_EMBEDDED_H

#include "language/language.h"

extern const pith__language pith__embedded[]; /* sorted by code */
extern const char *const pith__embedded_codes[];
extern const size_t pith__embedded_count;

#endif
