/* A cue -> the words that name who says it, by word order: for the languages that the tagger was
 * not trained for. */
#ifndef PITH_QUOTES_SUBJECT_H
#define PITH_QUOTES_SUBJECT_H

#include "quotes/report.h"

/* A sentence, or what of it is looked at. */
typedef struct pith__line {
    const pith_document *document;
    uint32_t first, end; /* tokens */
    bool nouns;          /* nouns have capitals, as in German: words without are none */
} pith__line;

/* "sagte gestern | die Ministerin für Bau | in Bonn": the words from the token on that name
 * somebody, over adverbs and objects; empty if there are none. */
pith__range pith__phrase_from(const pith__line *line, uint32_t token);

/* "Nora Hale, die Ministerin, | sagte": the subject of a verb that comes behind it, in its clause.
 */
pith__range pith__phrase_before(const pith__line *line, uint32_t verb);

/* The subject of the cue first to end: before it, or else behind it. */
pith__range pith__subject_of(const pith__line *line, uint32_t first, uint32_t end);

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

static inline bool pith__line_has_comma(const pith__line *line, uint32_t token)
{
    return pith__line_has(line, token, ",") || pith__line_has(line, token, "，");
}

#endif
