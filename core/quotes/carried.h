/* German contents -> the same, with a source for those that nothing in their own sentence names
 * one for: reported speech that goes on in the subjunctive over sentences ("Hale trat zurück. Sie
 * habe ..."). */
#ifndef PITH_QUOTES_CARRIED_H
#define PITH_QUOTES_CARRIED_H

#include "quotes/content.h"

/* Linear. */
void pith__sources_carry(const pith__lexicon *lexicon, const pith_document *document,
                         pith__contents *contents);

#endif
