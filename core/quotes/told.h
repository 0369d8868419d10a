/* Who is told what, in English, without "that": Lee told the council | the road would close. */
#ifndef PITH_QUOTES_TOLD_H
#define PITH_QUOTES_TOLD_H

#include "text/document.h"

/* Whether who is told stands right behind the verb: told, assured, reminded. */
bool pith__is_telling(const pith_document *document, uint32_t verb);

/* The token where what is told begins, behind the verb at a token and those who are told, before
 * token `end`, that of the sentence. PITH_NONE: it is no verb of telling, or no clause without
 * "that" follows it. */
uint32_t pith__told_clause(const pith_document *document, uint32_t verb, uint32_t end);

#endif
