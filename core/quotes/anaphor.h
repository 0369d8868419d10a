/* The senator, the company, her campaign: English descriptions that stand for somebody or something
 * told before. */
#ifndef PITH_QUOTES_ANAPHOR_H
#define PITH_QUOTES_ANAPHOR_H

#include "quotes/gathering.h"

/* Whether the mention, a description or a body without a name that the text has not yet in these
 * words, can only be understood from what was told before; then *person is whom it stands for, or
 * PITH_NONE where that cannot be told, and the mention has its certainty. */
bool pith__anaphor_resolve(pith__gathering *g, uint32_t mention, uint32_t *person);

/* Lets later mentions stand for the person whom the description or body of a mention named first.
 */
void pith__anaphor_register(pith__gathering *g, uint32_t mention, uint32_t person);

/* Whom a mention with an owner means: "his campaign" is the Trump campaign, "her answer" is she.
 * PITH_NONE where it cannot be told who owns it; else the mention has the certainty of that. */
uint32_t pith__of_owned(pith__gathering *g, uint32_t mention);

#endif
