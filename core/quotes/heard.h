/* A content of a dialogue -> the persons who may have said it, each with what points to them: whose
 * turn it is, who is spoken to, who acts in the author's words around it. */
#ifndef PITH_QUOTES_HEARD_H
#define PITH_QUOTES_HEARD_H

#include "quotes/attribution.h"

/* What points to a person; a bit each. Numbers grow with the distance, or with how many are nearer.
 */
typedef enum pith__pointer {
    PITH__FOUND, /* what stands around the content alone says so; by quarters
                    of confidence */
    PITH__FOUND_DESCRIBED = PITH__FOUND + 4,  /* by a description: "the girl said" */
    PITH__SAME_PARAGRAPH,                     /* said the content before it in this paragraph */
    PITH__LAST_TURN,                          /* said the turn before */
    PITH__TURN_BEFORE = PITH__LAST_TURN + 4,  /* said the one before that */
    PITH__BOTH_TURNS = PITH__TURN_BEFORE + 4, /* said both of them */
    PITH__THIRD_TURN,                         /* said the third one before */
    PITH__NEXT_HERE,                          /* is named for the next content of this paragraph */
    PITH__NEXT_TURN,                          /* for the next turn */
    PITH__TURN_AFTER = PITH__NEXT_TURN + 3,   /* for the one after that */
    PITH__CALLED = PITH__TURN_AFTER + 4,      /* is called by name in the content */
    PITH__REPLIES,                            /* was called by name in the last turn */
    PITH__ACTS_BEFORE = PITH__REPLIES + 3,    /* in the author's words before it in its paragraph */
    PITH__DEED_BEFORE =
        PITH__ACTS_BEFORE + 3, /* the last sentence of them begins with the person */
    PITH__OBJECT_BEFORE,
    PITH__OWNER_BEFORE,
    PITH__ACTS_AFTER,                        /* in the author's words behind it */
    PITH__DEED_AFTER = PITH__ACTS_AFTER + 3, /* the first of them does */
    PITH__OBJECT_AFTER,
    PITH__ACTS_BETWEEN, /* between its pieces */
    PITH__NARRATED,     /* in the paragraph before, in which nobody speaks */
    PITH__NARRATED_OPENS = PITH__NARRATED + 3,
    PITH__TOLD,                      /* in the author's words of the paragraph before */
    PITH__LEADS_IN = PITH__TOLD + 3, /* "Rossi looked up and said:" ends the words before it */
    PITH__SPEAKS,                    /* said so many of the last contents */
    PITH__RECENT = PITH__SPEAKS + 5, /* named last in the author's words */
    PITH__NAMED = PITH__RECENT + 6,  /* has a name */
    PITH__BODILY,                    /* is a body or a group */
    PITH__DESCRIBED,                 /* has but a description */
    PITH__NARRATOR,                  /* I */
    PITH__OFTEN,                     /* by how often the text speaks of the person */
    PITH__GENDER = PITH__OFTEN + 4,  /* "he" said it: he; she; unknown. Then those of "the girl" */
    PITH__FORESEEN_HERE = PITH__GENDER + 6, /* seemed to say the next content of this paragraph */
    PITH__FORESEEN_NEXT,                    /* the next turn, untold or told by a pronoun */
    PITH__FORESEEN_AFTER = PITH__FORESEEN_NEXT + 6, /* the one after that */
    PITH__SAID_BEFORE =
        PITH__FORESEEN_AFTER + 8, /* subject of the verb of saying that goes before */
    PITH__VERB_AND_NAME,          /* right behind the content: “…!” whistled Rossi */
    PITH__NAME_AND_VERB,          /* “…,” Rossi ventured */
    PITH__POINTERS
} pith__pointer;

/* How the text around a content tells who said it: not at all, by what the author says of somebody
 * in its paragraph, by a pronoun or a description, by a name. */
typedef enum pith__telling {
    PITH__UNTOLD,
    PITH__TOLD_BY_DEED,
    PITH__TOLD_BY_PRONOUN,
    PITH__TOLD_BY_NAME
} pith__telling;

enum { PITH__HEARD_MAX = 32 /* persons who may have said a content */ };

typedef struct pith__hearing {
    uint32_t person, mention; /* the mention that brought the person up, or PITH_NONE */
    uint64_t points[2];       /* a bit for each pointer */
} pith__hearing;

typedef struct pith__heard {
    pith__hearing items[PITH__HEARD_MAX];
    uint32_t count;
    pith__telling telling;
} pith__heard;

/* A content among the others. */
typedef struct pith__turn {
    uint32_t first, last; /* paragraphs in which it begins and ends */
    uint32_t before;      /* the last content of the turn before, or PITH_NONE */
    uint32_t after;       /* the first of the next turn, or PITH_NONE */
    uint32_t foreseen;    /* who seemed to say it at a first look, or PITH_NONE */
    uint32_t said;        /* the person who said it, so far */
    uint32_t mention;     /* of that person */
    pith__telling telling;
    pith__gender gender; /* of the pronoun or description that tells it */
    bool described;      /* by a description */
    pith__named called;  /* in it */
} pith__turn;

typedef struct pith__dialogue {
    pith__view view;
    const pith__attribution *found; /* by content */
    pith__turn *turn;               /* by content */
} pith__dialogue;

/* found: what each content alone says. It stays what turn.said begins with. */
pith__dialogue pith__dialogue_open(pith__arena *arena, const pith__words *words,
                                   const pith__contents *contents, const pith__mentions *mentions,
                                   const pith__persons *persons, const pith__attribution *found);

/* Those of a content, by what was said before it and named behind it. */
void pith__heard_find(const pith__dialogue *dialogue, uint32_t content, pith__heard *heard);

static inline bool pith__points(const pith__hearing *h, uint32_t pointer)
{
    return h->points[pointer / 64] >> pointer % 64 & 1;
}

#endif
