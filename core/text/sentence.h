/* Paragraphs and marks -> sentences. */
#ifndef PITH_TEXT_SENTENCE_H
#define PITH_TEXT_SENTENCE_H

#include "language/language.h"
#include "text/boundary.h"

typedef PITH__ARRAY(pith_sentence) pith__sentences;

/* Every character of a paragraph that is no white space between sentences belongs to exactly one
 * sentence; a sentence is inside one paragraph; a heading is one sentence. verdicts: NULL, or gets
 * why each place that was looked at is a boundary or none, in the order of the text. */
pith__sentences pith__sentences_find(pith__arena *arena, pith__arena *scratch,
                                     const pith__lexicon *lexicon, pith__text text,
                                     pith__paragraphs paragraphs, pith__marks marks,
                                     pith__verdicts *verdicts);

#endif
