/* What a word tells of where names begin and go on, wherever it stands. */
#ifndef PITH_LANGUAGE_CAPITAL_H
#define PITH_LANGUAGE_CAPITAL_H

#include "language/vocabulary.h"

enum {
    PITH__PRONOUNS =
        PITH__PRONOUN_MALE | PITH__PRONOUN_FEMALE | PITH__PRONOUN_PLURAL | PITH__PRONOUN_OTHER,
    PITH__GIVEN_NAMES = PITH__NAME_MALE | PITH__NAME_FEMALE,
    PITH__TITLES = PITH__HONORIFIC | PITH__ROLE,
    PITH__DETERMINERS = PITH__DETERMINER | PITH__INDEFINITE
};

/* Where a word can be part of a name; a bit each. quotes/run asks for them. */
typedef enum pith__naming {
    PITH__NAMES_INSIDE = 1,  /* behind another word of the name */
    PITH__NAMES_FIRST = 2,   /* as the first one */
    PITH__NAMES_OPENER = 4,  /* as the first one where a capital tells nothing */
    PITH__NAMES_PERHAPS = 8, /* what stands beside it or how it is written tells, and not these */
    PITH__IS_QUIET = 16      /* no mention begins or ends at it because of it */
} pith__naming;

/* A form, or what is left of it without a possessive. */
typedef struct pith__bare {
    const char *lower; /* of the form, NUL-terminated */
    uint32_t lower_length, form_classes;
    uint32_t length;  /* of the part, as written */
    uint32_t classes; /* of it */
    unsigned char shape;
    bool ordinary; /* the document writes it mostly with a small letter */
} pith__bare;

/* What the part tells, in pith__naming bits. */
uint32_t pith__naming_of(const pith__language *language, const pith__bare *part);

#endif
