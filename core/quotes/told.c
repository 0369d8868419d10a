#include "quotes/told.h"

#include <string.h>

#include "quotes/word.h"

enum {
    TOLD_MAX = 4,   /* words of those who are told */
    SUBJECT_MAX = 6 /* words of the clause before its verb */
};

static const char *const telling[] = {"told",     "tell",    "tells",    "telling",
                                      "assured",  "assures", "informed", "informs",
                                      "reminded", "reminds", "warned",   "warns"};
static const char *const objects[] = {"me", "him", "us", "them", "you"};
static const char *const finite[] = {"is",   "are",   "was",    "were", "am",    "have", "has",
                                     "had",  "will",  "would",  "can",  "could", "may",  "might",
                                     "must", "shall", "should", "did",  "does",  "do"};

static const pith__document_form *form_at(const pith_document *document, uint32_t token)
{
    return pith__token_form(document, token);
}

/* Whether a noun phrase or a pronoun that can be a subject begins with the word. */
static bool begins_subject(const pith__document_form *form)
{
    return pith__is_capital(form) ||
           form->classes & (PITH__DETERMINER | PITH__INDEFINITE | PITH__PRONOUN_MALE |
                            PITH__PRONOUN_FEMALE | PITH__PRONOUN_PLURAL | PITH__PRONOUN_OTHER);
}

static bool is_noun(const pith__document_form *form)
{
    return form->shape == PITH__LOWER && !(form->classes & (PITH__STOP | PITH__PREPOSITION));
}

/* Behind those who are told: "him", "the council", "Ann Lee", "reporters"; the verb's own end if
 * nobody is. */
static uint32_t behind_told(const pith_document *document, uint32_t token, uint32_t end)
{
    uint32_t t = token, limit = token + TOLD_MAX < end ? token + TOLD_MAX : end;
    if (t >= end)
        return token;
    if (PITH__FORM_IS_ONE_OF(form_at(document, t), objects))
        return t + 1;
    bool capital = pith__is_capital(form_at(document, t));
    t += form_at(document, t)->classes & (PITH__DETERMINER | PITH__INDEFINITE) ? 1 : 0;
    uint32_t first = t;
    while (t < limit && (capital && t > token ? pith__is_capital(form_at(document, t))
                                              : is_noun(form_at(document, t)) ||
                                                    pith__is_capital(form_at(document, t))))
        t++;
    return t > first ? t : token;
}

/* Whether a subject and its verb stand there: "the road would", "he is". */
static bool is_clause(const pith_document *document, uint32_t token, uint32_t end)
{
    uint32_t limit = token + SUBJECT_MAX < end ? token + SUBJECT_MAX : end;
    if (token >= end || !begins_subject(form_at(document, token)))
        return false;
    for (uint32_t t = token + 1; t < limit; t++) {
        if (form_at(document, t)->shape == PITH__PUNCTUATION)
            return false;
        if (PITH__FORM_IS_ONE_OF(form_at(document, t), finite))
            return true;
    }
    return false;
}

bool pith__is_telling(const pith_document *document, uint32_t verb)
{
    return PITH__FORM_IS_ONE_OF(form_at(document, verb), telling);
}

uint32_t pith__told_clause(const pith_document *document, uint32_t verb, uint32_t end)
{
    if (!pith__is_telling(document, verb))
        return PITH_NONE;
    uint32_t clause = behind_told(document, verb + 1, end);
    return clause > verb + 1 && is_clause(document, clause, end) ? clause : PITH_NONE;
}
