/* A content and a mention -> how the mention stands to it. */
#ifndef PITH_QUOTES_RELATION_H
#define PITH_QUOTES_RELATION_H

#include "quotes/content.h"
#include "quotes/person.h"

/* The first of them that holds. */
typedef enum pith__relation {
    PITH__SOURCE_BEFORE_CUE, /* "Xi said", and the content stage saw it */
    PITH__CUE_BEFORE_SOURCE, /* "said Xi" */
    PITH__SOURCE_ALONE,      /* a source without a cue word */
    PITH__INTRODUCES,        /* "And from Ann Lee:", a colon and then the content */
    PITH__SIGNS,             /* the content, a dash, "Ann Lee" */
    PITH__LEFT_OF_CUE,       /* before the cue in its sentence, though not what seemed the source */
    PITH__INVERTED,          /* the content, the cue, and right behind it: “…,” said Xi */
    PITH__RIGHT_OF_CUE,      /* right behind the cue elsewhere */
    PITH__BETWEEN,           /* between two pieces of the quotation */
    PITH__SENTENCE_BEFORE,   /* in its sentence, before it */
    PITH__SENTENCE_AFTER,
    PITH__PREVIOUS_QUOTE, /* said the content before it in this paragraph */
    PITH__PARAGRAPH_BEFORE,
    PITH__PARAGRAPH_AFTER,
    PITH__EARLIER_QUOTE,      /* said the content before it, in another paragraph */
    PITH__ALTERNATION,        /* said the content before the one before it, in another paragraph */
    PITH__PARAGRAPH_PREVIOUS, /* in the paragraph before */
    PITH__FURTHER,
    PITH__RELATIONS
} pith__relation;

/* What stands next to a mention, a bit each. */
typedef enum pith__beside {
    PITH__VERB_BEHIND =
        1, /* a verb of saying, over adverbs, auxiliaries and one aside between commas
            */
    PITH__VERB_BEFORE = 2,       /* right before */
    PITH__PREPOSITION_BEFORE = 4 /* right before: "to Xi" */
} pith__beside;

/* A content and what stands around it. */
typedef struct pith__view {
    const pith__words *words;
    const pith_document *document;
    const pith__contents *contents;
    const pith__mentions *mentions;
    const pith__persons *persons;
    const uint8_t *beside;  /* by mention: pith__beside bits */
    uint32_t content;       /* its number */
    uint32_t before[2];     /* mentions that said the content before it and the one before that */
    uint32_t paragraph;     /* in which it begins */
    pith_span whole;        /* from its first piece to its last */
    uint32_t first, end;    /* the tokens of that */
    uint32_t last_sentence; /* in which it ends */
    uint32_t source;        /* the mention in its source, or PITH_NONE */
    uint32_t cue_left;      /* the mentions next to its cue, or PITH_NONE */
    uint32_t cue_right;
} pith__view;

/* A view that is turned to no content yet. */
pith__view pith__view_open(pith__arena *arena, const pith__words *words,
                           const pith__contents *contents, const pith__mentions *mentions,
                           const pith__persons *persons);

/* Turns the view to a content. before[]: PITH_NONE if nobody. */
void pith__view_turn(pith__view *view, uint32_t content, const uint32_t before[2]);

pith__relation pith__relation_of(const pith__view *view, uint32_t mention);

/* Whether the content stage's source, the cue or a mark next to the content gives it away. */
bool pith__relation_is_close(const pith__view *view, uint32_t mention);

bool pith__is_in_content(const pith__view *view, const pith__mention *mention);

#endif
