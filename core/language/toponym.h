/* Names of places that are no persons' names. */
#ifndef PITH_LANGUAGE_TOPONYM_H
#define PITH_LANGUAGE_TOPONYM_H

#include <stdbool.h>

/* Whether a word in lower case, NUL-terminated, is one of the countries and cities that English
 * news tells of most, but for those that are also given to persons (Chelsea, Washington). */
bool pith__is_toponym(const char *word);

#endif
