/* The text of a language's data -> its tables. For the build, whose program language/tables.c
 * prints them as constants, and for tests; the library has only what is printed. */
#ifndef PITH_LANGUAGE_COMPILE_H
#define PITH_LANGUAGE_COMPILE_H

#include "language/language.h"

/* The texts of stopwords/<code>.txt and core/lang/<code>.txt (format: language/language.h). The
 * code is borrowed. */
pith__language pith__language_compile(pith__arena *arena, const char *code, const char *stopwords,
                                      const char *lang);

/* The keys of a table as constants would have them. */
pith__wordlist pith__wordlist_of(pith__arena *arena, const pith__table *table);

#endif
