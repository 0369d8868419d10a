/* Sentences of a French paragraph of dialogue: whether it is the author who tells on. */
#ifndef PITH_QUOTES_NARRATOR_H
#define PITH_QUOTES_NARRATOR_H

#include "text/document.h"

/* How much a sentence, tokens first to end, reads as told and not as spoken: a verb in the passé
 * simple or the imparfait, "il" or "elle" first; and against it the first and second person, ! and
 * ?. From about 2 on it is told. */
int pith__told(const pith_document *document, uint32_t first, uint32_t end);

#endif
