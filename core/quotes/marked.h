/* Document -> marked regions: what stands between quotation marks, and what it is there for. */
#ifndef PITH_QUOTES_MARKED_H
#define PITH_QUOTES_MARKED_H

#include "text/document.h"

typedef enum pith__marked_class {
    PITH__MARKED_SPEECH,   /* somebody's words, whole clauses of them */
    PITH__MARKED_FRAGMENT, /* somebody's words inside a sentence of the author's */
    PITH__MARKED_SCARE,    /* a word or two that the author keeps at a distance */
    PITH__MARKED_TITLE,    /* of a book, a film, a song */
    PITH__MARKED_NICKNAME, /* inside a name: Dwayne “The Rock” Johnson */
    PITH__MARKED_TERM      /* what something is called: the so-called “nuclear option” */
} pith__marked_class;

/* An outermost pair of marks, or one paragraph's part of it. */
typedef struct pith__marked {
    pith__marked_class class;
    pith_span outer; /* with its marks; to the end of the paragraph where the next one reopens it */
    pith_span span;  /* without marks and the white space at the edges; never empty */
    bool stands;  /* it is a sentence by itself: nothing of the author's is around it but the cue */
    bool goes_on; /* it continues the region before: a mark was reopened */
    uint32_t first, end; /* tokens inside */
} pith__marked;

typedef PITH__ARRAY(pith__marked) pith__markeds;

/* In the order of the text; none overlaps another; regions without a letter or digit are left out.
 * An opening mark that nothing closes makes a region only at the start of its paragraph, to the end
 * of it. */
pith__markeds pith__markeds_find(pith__arena *arena, const pith_document *document);

/* Whether the text is one where people answer each other, as in a novel: there marks are speech
 * nearly always, and the rest is the author's. */
bool pith__is_dialogue(const pith_document *document, const pith__markeds *regions);

#endif
