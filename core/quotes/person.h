/* Mentions -> persons: which of them name the same one. A person here is whoever can speak: a man,
 * a woman, a body, a group. */
#ifndef PITH_QUOTES_PERSON_H
#define PITH_QUOTES_PERSON_H

#include "quotes/mention.h"

typedef struct pith__person {
    pith__mention_kind kind; /* never a pronoun */
    pith__gender gender;
    uint32_t fullest;   /* mention that names them best */
    bool titled;        /* the title in it is a part of what they are called */
    bool wife;          /* known by her husband's name: Mrs. Paul Rossi */
    bool wordy;         /* the name begins with no given name and has an ordinary word in it */
    bool nobody;        /* a place, a people or a thing: no he and no she */
    uint8_t addresses;  /* how names address them: bits of quotes/naming */
    uint8_t recent;     /* where quotes/gathering has them among the recent ones, if it has */
    uint8_t pronouns;   /* a bit for each gender that a pronoun for them can have */
    int8_t likeness[3]; /* how much likelier a pronoun means them that has their gender; that
                          agrees with it when they were named last; or otherwise */
    uint32_t owner;  /* person whose they are, in place of the first word: "his wife"; PITH_NONE */
    uint32_t role;   /* first mention that tells their role, or PITH_NONE */
    uint32_t office; /* the first token of that, or PITH_NONE before it is asked for */
    uint32_t mentions; /* how many, pronouns included */
    uint32_t full;     /* how many by full name */
    uint32_t named;    /* how many by name */
    uint32_t at;       /* how many of these behind a preposition of place */
    uint32_t latest;   /* the last of them so far */
    uint32_t he, she;  /* how many pronouns of each gender seem to mean them */
} pith__person;

typedef struct pith__persons {
    PITH__ARRAY(pith__person) person;
    uint32_t *of_mention; /* number of the person, PITH_NONE where nobody is known */
    uint8_t *certainty;   /* by mention: how sure it is that it is this person, in hundredths */
} pith__persons;

/* Full names first, then all mentions in the order of the text: bare surnames and given names,
 * acronyms, roles, and pronouns, which go to the most likely of the last few persons that agree in
 * gender and number. Linear. */
pith__persons pith__persons_find(pith__arena *arena, pith__arena *scratch, const pith__words *words,
                                 const pith__mentions *mentions);

#endif
