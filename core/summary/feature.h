/* Material -> the evidence that `auto` weighs: what speaks for a sentence, and what kind of text it
 * stands in. Nothing here depends on the language but the classes of its words. */
#ifndef PITH_SUMMARY_FEATURE_H
#define PITH_SUMMARY_FEATURE_H

#include "summary/score.h"

/* Of a sentence, each between 0 and 1. "Prose" are the sentences of grade PITH__PROSE; places are
 * counted among them, in each part of a document anew. */
typedef enum pith__feature {
    PITH__FIRST,    /* 1 for the first of all */
    PITH__LEAD,     /* 1 for the first, falling by e every two sentences */
    PITH__EARLY,    /* the same, every eight */
    PITH__LATE,     /* rises from 0 for the first to 1 for the last */
    PITH__WORDS,    /* 1 for 2.5 times the words that a sentence of prose has on the average */
    PITH__BRIEF,    /* falls from 1 for no words to 0 for ten */
    PITH__LONG,     /* rises from 0 for the average to 1 for twice as many */
    PITH__COMMON,   /* how many sentences its terms stand in, on the average */
    PITH__CENTRAL,  /* mean cosine with all sentences, over the largest of them */
    PITH__PROBABLE, /* how often its terms stand in the text, on the average */
    PITH__RARE,     /* mean idf of its terms, over the largest possible */
    PITH__ECHO,     /* share of the first sentence's terms that it repeats; 0 for that one */
    PITH__TITLE,    /* share of the title's terms that it has */
    PITH__TITLED,   /* share of its terms that the title has */
    PITH__AHEAD,    /* share of its terms that come again after it */
    PITH__BEHIND,   /* share of its terms that stood before it */
    PITH__BRINGS,   /* share of its terms that it is the first to use of several sentences */
    PITH__NAMES,    /* share of its words that begin with a capital, the first one aside */
    PITH__NUMBERS,  /* 1 for three numbers or more */
    PITH__QUOTED,   /* share of its words that stand in quotation marks */
    PITH__ASKS,     /* 1 for a question */
    PITH__LEANS,    /* 1 if it leans on the sentence before */
    PITH__SELVES,   /* 1 for three times "I", "we", "you" or more */
    PITH__PERSONS,  /* 1 for three times "he" or "she" or more */
    PITH__CLOSED,   /* 1 if it ends like most sentences of the text, not like a caption */
    PITH__FEATURES
} pith__feature;

/* Of a text, each between 0 and 1. */
typedef enum pith__trend {
    PITH__PYRAMID, /* share of its repeated terms that the first three sentences have: the inverted
                      pyramid of news */
    PITH__UNITY,   /* share of its repeated terms that a sentence has, on the average */
    PITH__SPEECH,  /* share of its words that stand in quotation marks */
    PITH__TRENDS
} pith__trend;

/* Of a term, so that a sum over some takes one addition each: how often it stands in the text, in
 * how many sentences; 1 if the first sentence of the part has it, 1 if the title has it. */
typedef uint32_t pith__facts __attribute__((vector_size(16)));

/* A walk over the sentences of a text. Rows are made one at a time, since those of a long text
 * together would be larger than it. */
typedef struct pith__feature_walk {
    float text[PITH__TRENDS];
    const pith__material *material;
    pith__facts *facts; /* by term */
    float *central;     /* by sentence: its degree in the graph of LexRank, */
    float *rare;        /* and the mean idf of its terms over the largest possible */
    float most_central;
    uint32_t title_terms; /* different ones */
    uint32_t *prose;      /* sentences of prose, by part */
    uint32_t known;       /* terms of the sentences up to the last; they are numbered by arrival */
    uint32_t part;        /* of the last sentence */
    uint32_t first;       /* sentence of prose of this part, PITH_NONE before it */
    uint32_t first_terms; /* of it */
    double lead, early;   /* how near the last sentence of prose was to the beginning */
    double mean;          /* words of a sentence of prose */
    double rarest;        /* the idf of a term of one sentence */
    bool closes;          /* most sentences of prose end with a mark at their last word */
    uint32_t next;        /* sentence */
} pith__feature_walk;

pith__feature_walk pith__features_begin(pith__arena *scratch, const pith__material *material);

/* Fills the row of the next sentence. */
void pith__features_next(pith__feature_walk *walk, float row[PITH__FEATURES]);

typedef struct pith__features {
    float (*sentence)[PITH__FEATURES]; /* a row each */
    float text[PITH__TRENDS];
} pith__features;

/* All of them. */
pith__features pith__features_find(pith__arena *scratch, const pith__material *material);

/* What a feature is called where it is printed. */
const char *pith__feature_name(pith__feature feature);

#endif
