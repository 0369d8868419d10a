/* German contents -> the same, with a source for those without a word of saying: reported speech
 * goes on in the subjunctive over sentences ("Hale trat zurück. Sie habe ..."), and marked speech is
 * its sentence's subject's ("Dabei griff sie den Minister an: “...”"). */
#ifndef PITH_QUOTES_CUELESS_H
#define PITH_QUOTES_CUELESS_H

#include "quotes/content.h"

/* Linear. */
void pith__cueless_source(const pith__lexicon *lexicon, const pith_document *document,
                          pith__contents *contents);

#endif
