/* Contents -> the same, with a source for those that nothing beside a word of saying names one for.
 * In German reported speech goes on in the subjunctive over sentences ("Hale trat zurück. Sie habe
 * ..."), and marked speech without such a word is its sentence's subject's ("Dabei griff sie den
 * Minister an: “...”"). Where verbs go without pronouns, the one who spoke before goes on: “…”,
 * explica. */
#ifndef PITH_QUOTES_SOURCELESS_H
#define PITH_QUOTES_SOURCELESS_H

#include "quotes/content.h"

/* Linear. */
void pith__sourceless_supply(const pith__lexicon *lexicon, const pith_document *document,
                             pith__contents *contents);

#endif
