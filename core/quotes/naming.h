/* Mentions by name -> persons: which names of a text are one person's, and which of them is the
 * one to call them by. */
#ifndef PITH_QUOTES_NAMING_H
#define PITH_QUOTES_NAMING_H

#include "quotes/register.h"

/* Gives each mention that is a name its person, over the whole text at once: first the names of
 * several words, then those with a title ("Mrs. Rossi" is no unmarried woman's and no man's), then
 * single words. Each person is known in the register by surname and given name, and has the mention
 * that names them best as the fullest. Linear. */
void pith__naming_find(pith__register *r);

#endif
