/* Document and marked regions -> what is quoted, with the cue and the words that seem to name the
 * source next to it, but without a speaker yet: direct speech, interrupted and multi-paragraph
 * speech as one, and reported clauses. */
#ifndef PITH_QUOTES_CONTENT_H
#define PITH_QUOTES_CONTENT_H

#include "text/document.h"

typedef struct pith__content {
    pith_kind kind;
    uint32_t sentence; /* in which it begins */
    PITH__ARRAY(pith_span)
    span; /* one or more, in order, without marks and the white space at the edges */
    pith_span
        cue; /* the word of saying that belongs to it ("said", "according to"), empty if none */
    pith_span source; /* whole words that seem to name the source, next to the cue, empty if none */
    double source_score; /* how sure the source is, 0 to 1 */
    bool alone;          /* its paragraphs have nothing else */
} pith__content;

typedef PITH__ARRAY(pith__content) pith__contents;

/* In the order of the document; none overlaps another: a quotation inside one is part of it.
 * unmarked: whether sentences without marks are read too, in English.
 * English reported speech is found by the trained tagger, that of other languages by rules. */
pith__contents pith__contents_find(pith__arena *arena, pith__arena *scratch,
                                   const pith__lexicon *lexicon, const pith_document *document,
                                   bool unmarked);

static inline bool pith__has_cue(const pith__content *content)
{
    return content->cue.end > content->cue.start;
}

/* Whether the content is a paragraph without a cue right below one with a cue, which journalists
 * leave to the same speaker: “…,” said Ann Lee. And below: “…” */
bool pith__content_continues(const pith_document *document, const pith__contents *contents,
                             uint32_t content);

#endif
