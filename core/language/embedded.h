/* The language data as the build made constants of it: language/tables.c prints them. */
#ifndef PITH_LANGUAGE_EMBEDDED_H
#define PITH_LANGUAGE_EMBEDDED_H

#include "language/language.h"

extern const pith__language pith__embedded[]; /* sorted by code */
extern const char *const pith__embedded_codes[];
extern const size_t pith__embedded_count;

/* The stop words of all languages that share a script with another one, and who uses each: a bit
 * for each language by its place above, the first 64 first. */
extern const pith__wordlist pith__embedded_stopwords;
extern const uint64_t pith__embedded_users[][2];

#endif
