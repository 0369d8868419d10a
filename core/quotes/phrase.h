/* A token -> the noun phrase that begins there: for the languages that the tagger was not trained
 * for. */
#ifndef PITH_QUOTES_PHRASE_H
#define PITH_QUOTES_PHRASE_H

#include "quotes/report.h"

enum {
    PITH__PERSONAL = PITH__PRONOUN_MALE | PITH__PRONOUN_FEMALE | PITH__PRONOUN_PLURAL,
    PITH__NOMINAL =
        PITH__PERSONAL | PITH__PRONOUN_OTHER | PITH__ROLE | PITH__COLLECTIVE | PITH__HONORIFIC,
    PITH__SMALL = PITH__DETERMINER | PITH__INDEFINITE | PITH__PREPOSITION | PITH__PARTICLE
};

/* A sentence, or what of it is looked at. */
typedef struct pith__line {
    const pith_document *document;
    uint32_t first, end; /* tokens */
    bool nouns;          /* nouns have capitals, as in German: words without are none */
} pith__line;

/* "sagte gestern | die Ministerin für Bau | in Bonn": the words from the token on that name
 * somebody, over adverbs and objects; empty if there are none. */
pith__range pith__phrase_from(const pith__line *line, uint32_t token);

/* Whether the words of a phrase, up to its first preposition, tell that somebody is meant: an
 * office, a body, a given name, a person's pronoun, letters. */
bool pith__is_somebody(const pith__line *line, pith__range phrase);

static inline const pith__document_form *pith__line_form(const pith__line *line, uint32_t token)
{
    return pith__token_form(line->document, token);
}

static inline bool pith__line_is(const pith__line *line, uint32_t token, uint32_t classes)
{
    return (pith__line_form(line, token)->classes & classes) != 0;
}

static inline bool pith__line_is_sign(const pith__line *line, uint32_t token)
{
    return pith__line_form(line, token)->shape == PITH__PUNCTUATION;
}

static inline bool pith__line_is_name(const pith__line *line, uint32_t token)
{
    pith__shape shape = pith__line_form(line, token)->shape;
    return shape == PITH__CAPITAL || shape == PITH__UPPER;
}

/* Whether the token is in the line and written so, in lower case. */
bool pith__line_has(const pith__line *line, uint32_t token, const char *written);

/* One of these words is. */
bool pith__line_has_one(const pith__line *line, uint32_t token, const char *const words[],
                        size_t count);

#define PITH__LINE_HAS_ONE(line, token, words)                                                     \
    pith__line_has_one(line, token, words, sizeof(words) / sizeof *(words))

static inline bool pith__line_has_comma(const pith__line *line, uint32_t token)
{
    return pith__line_has(line, token, ",") || pith__line_has(line, token, "，");
}

#endif
