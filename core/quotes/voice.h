/* A content -> who may have said it: the mentions around it and those that the contents before it
 * were attributed to, each with what speaks for and against it. */
#ifndef PITH_QUOTES_VOICE_H
#define PITH_QUOTES_VOICE_H

#include "quotes/relation.h"

/* What speaks for or against a candidate whatever its relation; a bit each. */
typedef enum pith__evidence {
    PITH__BEFORE_VERB,    /* a verb of saying follows: "Xi, who was there, added" */
    PITH__AFTER_VERB,     /* a verb of saying goes before: "added Xi" */
    PITH__NEAREST,        /* no other candidate is nearer on its side */
    PITH__SECOND,         /* one is */
    PITH__OPENS,          /* it begins its sentence */
    PITH__IS_NAME,        /* it is a name */
    PITH__IS_PRONOUN,     /* a pronoun whose person is known */
    PITH__IS_NOBODY,      /* a pronoun whose person is not known */
    PITH__IS_DESCRIPTION, /* a description */
    PITH__IS_POSSESSIVE,  /* Xi's */
    PITH__IS_OBJECT,      /* a preposition goes before: "to Xi" */
    PITH__IS_QUOTED,      /* it is itself inside marks */
    PITH__SAME_SPEAKER,   /* its person said the content before */
    PITH__OTHER_TURN,     /* its person said the content before that, and not the one before */
    PITH__ADDRESSED,      /* its person is called by name in the content: "Listen, Tom, ..." */
    PITH__IS_SPOKEN_OF,   /* its person is named in the content, but not called */
    PITH__ANSWERS,        /* its person was called by name in the content before */
    PITH__FREQUENT,       /* the text names its person often */
    PITH__IS_RELATIVE,    /* it is "who" or "which" */
    PITH__IS_FAR,         /* it is the source that the content stage saw, not near the cue */
    PITH__CUE_SAYS,       /* the cue has a word of saying that the language lists */
    PITH__IS_REPORTED,    /* the content has no marks */
    PITH__EVIDENCES
} pith__evidence;

enum {
    PITH__BACK_MAX = 6,  /* unquoted mentions before a content that can be its speaker */
    PITH__AFTER_MAX = 3, /* unquoted mentions behind it, in its paragraph */
    PITH__GAP_MAX = 8,   /* mentions between its pieces */
    PITH__VOICES_MAX = PITH__BACK_MAX + PITH__AFTER_MAX + PITH__GAP_MAX + 4,
    PITH__NAMED_MAX = 4 /* persons called by name in a content, or named else */
};

typedef struct pith__voice {
    uint32_t mention;
    uint32_t person; /* PITH_NONE if the mention's is not known */
    pith__relation relation;
    uint32_t evidence; /* a bit for each */
} pith__voice;

typedef struct pith__named {
    uint32_t person[PITH__NAMED_MAX];
    uint32_t count;
} pith__named;

typedef struct pith__voices {
    pith__voice items[PITH__VOICES_MAX];
    uint32_t count;
    pith__named addressed; /* in this content */
    pith__named spoken_of; /* named in it, but not called */
} pith__voices;

/* Who is called by name in the content that the view is turned to. */
pith__named pith__addressed_find(const pith__view *view);

/* Of the content that the view is turned to. `candidates` holds those of the content before it (its
 * addressed persons answer), or is cleared. */
void pith__voices_find(const pith__view *view, pith__voices *candidates);

#endif
