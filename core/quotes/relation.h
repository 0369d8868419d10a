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
    PITH__CONTINUED,         /* said the content of the paragraph before, where this one is but the
                                content */
    PITH__RESUMED,         /* likewise, but spoke there without a content, or is announced there */
    PITH__SENTENCE_BEFORE, /* in its sentence, before it */
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

/* Who said the last two contents, the latest first: mentions, or PITH_NONE. */
typedef struct pith__history {
    uint32_t said[2];
    uint32_t sentence; /* where the latest of these contents begins */
    uint32_t byte;     /* and where its last piece does */
} pith__history;

/* Of all contents, and of those with marks: what is reported between two quotations of one speaker
 * is often another's. */
typedef struct pith__histories {
    pith__history all, marked;
} pith__histories;

static const pith__histories pith__no_histories = {{{PITH_NONE, PITH_NONE}, 0, 0},
                                                   {{PITH_NONE, PITH_NONE}, 0, 0}};

void pith__histories_add(pith__histories *histories, const pith__content *content,
                         uint32_t mention);

/* A content and what stands around it. */
typedef struct pith__view {
    const pith__words *words;
    const pith_document *document;
    const pith__contents *contents;
    const pith__mentions *mentions;
    const pith__persons *persons;
    uint32_t *evidence; /* by mention, as far as quotes/voice has found it; 0 before that */
    bool english;
    uint32_t content;             /* its number */
    pith__history before;         /* it */
    uint32_t paragraph;           /* in which it begins */
    pith_span whole;              /* from its first piece to its last */
    uint32_t first, end;          /* the tokens of that */
    uint32_t inside, behind;      /* the first mention that begins in it or later, and behind it */
    uint32_t last_sentence;       /* in which it ends */
    uint32_t continued;           /* the mention of who goes on to speak in it, or PITH_NONE */
    uint32_t source;              /* the mention in its source, or PITH_NONE */
    uint32_t cue_first, cue_end;  /* the tokens of its cue */
    bool attributive;             /* which names a source by itself: "according to" */
    uint32_t cue_left, cue_right; /* the mentions next to its cue, or PITH_NONE */
} pith__view;

/* A view that is turned to no content yet. */
pith__view pith__view_open(pith__arena *arena, const pith__words *words,
                           const pith__contents *contents, const pith__mentions *mentions,
                           const pith__persons *persons);

/* Turns the view to a content. */
void pith__view_turn(pith__view *view, uint32_t content, const pith__histories *before);

pith__relation pith__relation_of(const pith__view *view, uint32_t mention);

/* Whether the content stage's source, the cue or a mark next to the content gives it away. */
static inline bool pith__relation_is_close(pith__relation relation)
{
    return relation <= PITH__RIGHT_OF_CUE;
}

static inline bool pith__is_in_content(const pith__view *v, const pith__mention *m)
{
    const pith__content *c = &v->contents->items[v->content];
    if (m->span.end <= v->whole.start || m->span.start >= v->whole.end)
        return false;
    for (uint32_t i = 0; i < c->span.count && c->span.items[i].start < m->span.end; i++)
        if (pith__span_overlaps(c->span.items[i], m->span))
            return true;
    return false;
}

/* ---- words around a mention ---- */

/* Whether a verb of saying follows in its sentence, over adverbs, auxiliaries and one aside between
 * commas. */
bool pith__verb_follows(const pith__words *words, const pith__mention *mention);

/* Classes of the word before it in its sentence; 0 if there is none. */
static inline uint32_t pith__classes_before(const pith__words *words, const pith__mention *mention)
{
    return mention->first > words->document->tokens.first[mention->sentence]
               ? pith__word_at(words, mention->first - 1)->classes
               : 0;
}

/* Whether a preposition goes before. */
static inline bool pith__is_object(const pith__words *words, const pith__mention *mention)
{
    uint32_t classes = pith__classes_before(words, mention);
    return (classes & (PITH__PREPOSITION | PITH__ATTRIBUTIVE)) == PITH__PREPOSITION;
}

#endif
