/* Runs of capitalized words: names with their titles. */
#ifndef PITH_QUOTES_RUN_H
#define PITH_QUOTES_RUN_H

#include "quotes/scan.h"

/* How a run divides: honorific and role first, then the name. */
typedef struct pith__name_parts {
    uint32_t name;   /* its first token, the end of the run if there is none */
    bool titled;     /* an honorific or role goes before it */
    bool collective; /* a word of it names bodies */
    bool given;      /* its name begins with a given name */
} pith__name_parts;

/* Of a word of which PITH__NAMES_PERHAPS holds: whether it can be part of a name. */
bool pith__is_doubtful_name(const pith__scan *s, uint32_t token, bool inside);

/* A capitalized word that can be part of a name. inside: it goes on with one. */
static inline bool pith__is_name_word(const pith__scan *s, uint32_t token, bool inside)
{
    uint32_t naming = pith__scan_word(s, token)->naming;
    if (naming & PITH__NAMES_PERHAPS)
        return pith__is_doubtful_name(s, token, inside);
    if (inside || naming & PITH__IS_QUIET)
        return naming & PITH__NAMES_INSIDE;
    return naming & (pith__scan_opens(s, token) ? PITH__NAMES_OPENER : PITH__NAMES_FIRST);
}

/* Where the run ends that begins at the token. */
uint32_t pith__run_end(const pith__scan *s, uint32_t first);

pith__name_parts pith__run_divide(const pith__scan *s, uint32_t first, uint32_t end);

/* Whether the preposition at the token can go on with the noun before it: in German only those that
 * tell whose or where from. */
bool pith__is_tail(const pith__scan *s, uint32_t token);

#endif
