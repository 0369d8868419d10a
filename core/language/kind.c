#include "language/kind.h"

static pith__kind kind_of_sign(const char *lower)
{
    switch (lower[1] ? '\0' : lower[0]) {
    case ',':
        return PITH__KIND_COMMA;
    case '.':
    case '!':
    case '?':
        return PITH__KIND_STOP;
    case ';':
    case ':':
        return PITH__KIND_COLON;
    case '(':
    case ')':
    case '[':
    case ']':
        return PITH__KIND_BRACKET;
    default:
        return strcmp(lower, "…") == 0 ? PITH__KIND_STOP : PITH__KIND_SIGN;
    }
}

/* Of a word that is listed in a class; PITH__KIND_OTHER if it is listed in none of these. */
static pith__kind kind_of_listed(uint32_t classes)
{
    static const struct {
        uint32_t classes;
        pith__kind kind;
    } kinds[] = {
        {PITH__COMPLEMENTIZER, PITH__KIND_THAT},
        {PITH__ATTRIBUTIVE, PITH__KIND_ATTRIBUTIVE},
        {PITH__SPEECH_VERB, PITH__KIND_SAYING},
        {PITH__SPEECH_NOUN, PITH__KIND_STATEMENT},
        {PITH__PRONOUN_MALE | PITH__PRONOUN_FEMALE | PITH__PRONOUN_PLURAL | PITH__PRONOUN_OTHER,
         PITH__KIND_PRONOUN},
        {PITH__DETERMINER | PITH__INDEFINITE, PITH__KIND_DETERMINER},
        {PITH__PREPOSITION, PITH__KIND_PREPOSITION},
        {PITH__ROLE | PITH__COLLECTIVE | PITH__HONORIFIC, PITH__KIND_ROLE}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (classes & kinds[i].classes)
            return kinds[i].kind;
    }
    return PITH__KIND_OTHER;
}

/* Whether a word ends in this and has two letters more, one if the ending is a single one. */
static bool ends_in(const char *lower, uint32_t length, const char *ending)
{
    size_t size = strlen(ending);
    return length >= 3 && length >= size + (size > 1 ? 2 : 1) &&
           memcmp(lower + length - size, ending, size) == 0;
}

static pith__kind kind_of_ending(const char *lower, uint32_t length)
{
    return ends_in(lower, length, "ed")    ? PITH__KIND_ED
           : ends_in(lower, length, "ing") ? PITH__KIND_ING
           : ends_in(lower, length, "ly")  ? PITH__KIND_LY
           : ends_in(lower, length, "s")   ? PITH__KIND_PLURAL
                                           : PITH__KIND_OTHER;
}

pith__kind pith__kind_of(const pith__form *form)
{
    const char *lower = pith__form_lower(form);
    if (form->shape == PITH__PUNCTUATION)
        return kind_of_sign(lower);
    pith__kind listed = kind_of_listed(form->classes);
    if (listed != PITH__KIND_OTHER)
        return listed;
    if (form->shape == PITH__NUMBER)
        return PITH__KIND_NUMBER;
    if (form->classes & PITH__STOP)
        return PITH__KIND_SMALL;
    if (form->shape != PITH__LOWER)
        return PITH__KIND_NAME;
    return kind_of_ending(lower, form->lower_length);
}
