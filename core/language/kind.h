/* What kind of word a form is: what it does in a sentence, as far as classes, case and endings of
 * English tell. */
#ifndef PITH_LANGUAGE_KIND_H
#define PITH_LANGUAGE_KIND_H

#include "language/vocabulary.h"

typedef enum pith__kind {
    PITH__KIND_EDGE, /* of no form: what is before and behind a text */
    PITH__KIND_COMMA,
    PITH__KIND_STOP,
    PITH__KIND_COLON,
    PITH__KIND_BRACKET,
    PITH__KIND_SIGN,
    PITH__KIND_OPENING, /* of no form by itself: quotation marks */
    PITH__KIND_CLOSING,
    PITH__KIND_THAT,
    PITH__KIND_SAYING,
    PITH__KIND_ATTRIBUTIVE,
    PITH__KIND_STATEMENT,
    PITH__KIND_PRONOUN,
    PITH__KIND_DETERMINER,
    PITH__KIND_PREPOSITION,
    PITH__KIND_ROLE,
    PITH__KIND_SMALL,
    PITH__KIND_NUMBER,
    PITH__KIND_NAME,
    PITH__KIND_ED,
    PITH__KIND_ING,
    PITH__KIND_LY,
    PITH__KIND_PLURAL,
    PITH__KIND_OTHER,
    PITH__KINDS
} pith__kind;

/* Of a form whose other fields are set. */
pith__kind pith__kind_of(const pith__form *form);

#endif
