/* Marked region -> clues: what in it and around it speaks for somebody's words, or against. Each is
 * a bit; what they weigh is fitted (marked_weights.c). */
#ifndef PITH_QUOTES_CLUE_H
#define PITH_QUOTES_CLUE_H

#include "quotes/marked.h"

/* What stands next to a region, outside its marks. */
typedef enum pith__side {
    PITH__SIDE_EDGE,   /* nothing: the paragraph begins or ends there */
    PITH__SIDE_STOP,   /* . ! ? … */
    PITH__SIDE_MARKED, /* another region */
    PITH__SIDE_COLON,
    PITH__SIDE_COMMA,
    PITH__SIDE_DASH,
    PITH__SIDE_SIGN,  /* other punctuation */
    PITH__SIDE_CUE,   /* a word of saying */
    PITH__SIDE_THAT,  /* a complementizer */
    PITH__SIDE_SMALL, /* a determiner or preposition */
    PITH__SIDE_NAME,  /* a capital */
    PITH__SIDE_PRONOUN,
    PITH__SIDE_WORD,
    PITH__SIDES
} pith__side;

/* The first of each group of clues, of which one holds, and then those that stand alone. */
typedef enum pith__clue {
    PITH__CLUE_LEFT,                                       /* pith__side, before a capital */
    PITH__CLUE_LEFT_SMALL = PITH__CLUE_LEFT + PITH__SIDES, /* the same before a small letter */
    PITH__CLUE_RIGHT = PITH__CLUE_LEFT_SMALL + PITH__SIDES,
    PITH__CLUE_END = PITH__CLUE_RIGHT + PITH__SIDES, /* of the words: . ! … , or none of these */
    PITH__CLUE_WORDS = PITH__CLUE_END + 5,           /* 1, 2, 3, 4, 6, 10, 20 and more */
    PITH__CLUE_CUE_BEFORE = PITH__CLUE_WORDS + 7,
    PITH__CLUE_CUE_BEHIND,
    PITH__CLUE_NAMING,    /* so-called, known as, titled go before */
    PITH__CLUE_RESUMES,   /* only a cue's clause parts it from the speech before it */
    PITH__CLUE_REPLIES,   /* right behind a speech that has ended */
    PITH__CLUE_SPEECH,    /* the region before in its paragraph is speech */
    PITH__CLUE_CAPITALS,  /* most of its words have one */
    PITH__CLUE_PERSON,    /* I, you, we */
    PITH__CLUE_SENTENCES, /* a sentence ends within it */
    PITH__CLUE_SMALL,     /* it has stop words */
    PITH__CLUE_CUE_FAR,   /* a word of saying stands in its sentence, not near */
    PITH__CLUES
} pith__clue;

_Static_assert(PITH__CLUES <= 64, "a set of clues is 64 bits");

typedef uint64_t pith__clues;

/* Of region i of all. speech: whether the one before is. */
pith__clues pith__clues_of(const pith_document *document, const pith__markeds *regions, uint32_t i,
                           pith_span paragraph, bool speech);

/* In hundredths: the weights of the clues that a region has add up to the logarithm of the odds. */
typedef struct pith__clue_weights {
    int16_t speech[2][PITH__CLUES]; /* that it is speech, in a report and in a dialogue */
    int16_t fragment[PITH__CLUES]; /* that, not being speech, it is somebody's words all the same */
} pith__clue_weights;

/* Fitted by tests/quality/fit_clues.c. */
extern const pith__clue_weights pith__clues_fitted;

int pith__weigh_clues(const int16_t weights[PITH__CLUES], pith__clues clues);

static inline bool pith__has_clue(pith__clues clues, int clue)
{
    return clues >> clue & 1;
}

#endif
