#include "quotes/subject.h"

#include <string.h>

#include "quotes/nominative.h"

enum {
    NEAR_MAX = 6,  /* tokens between a subject and its verb */
    ASIDE_MAX = 24 /* tokens between a subject and the comma before its verb */
};

/* Whether the token parts clauses: punctuation, but no mark around a name and no stop, which inside
 * a sentence ends a number or an abbreviation. */
static bool is_boundary(const pith__line *line, uint32_t token)
{
    static const char *const marks[] = {"„", "“", "”", "\"", "«", "»", "''", "."};
    return pith__line_is_sign(line, token) && !PITH__LINE_HAS_ONE(line, token, marks);
}

/* Where the clause begins that holds the token. */
static uint32_t clause_start(const pith__line *line, uint32_t token)
{
    uint32_t t = token;
    while (t > line->first && token - t < ASIDE_MAX && !is_boundary(line, t - 1))
        t--;
    return t;
}

/* Whether the phrase tells when: "esta semana", "lundi soir". */
static bool is_time(const pith__line *line, pith__range phrase)
{
    static const char *const times[] = {
        "semana",  "týden",      "týdnu", "ráno",   "večer", "неделе", "неделю",  "утром",
        "вечером", "mes",        "año",   "tarde",  "noche", "mañana", "semaine", "mois",
        "année",   "soir",       "matin", "jour",   "jours", "mese",   "anno",    "sera",
        "mattina", "giorno",     "week",  "maand",  "jaar",  "avond",  "ochtend", "middag",
        "dag",     "settimana",  "mês",   "ano",    "noite", "manhã",  "weekend", "gisteren",
        "vandaag", "vanochtend", "ayer",  "hoy",    "hier",  "ieri",   "oggi",    "ontem",
        "hoje",    "včera",      "dnes",  "eerder", "later", "daarna", "toen"};
    return !pith__range_empty(phrase) && (pith__line_is(line, phrase.end - 1, PITH__MONTH) ||
                                          PITH__LINE_HAS_ONE(line, phrase.end - 1, times));
}

/* The phrase from a token on, without the times it begins with: "el martes | el alcalde". */
static pith__range behind_times(const pith__line *line, uint32_t token)
{
    enum { TIMES_MAX = 3 };
    pith__range found = pith__phrase_from(line, token);
    for (uint32_t n = 0, t = found.first; n < TIMES_MAX && t < found.end; t++) {
        if (!is_time(line, (pith__range){found.first, t + 1}))
            continue;
        found = pith__phrase_from(line, t + 1);
        n++;
    }
    return found;
}

/* Where the clause of the verb begins behind a small word that opens it: "que defiende cuando |
 * asegura". */
static uint32_t inner_start(const pith__line *line, uint32_t start, uint32_t verb)
{
    static const char *const words[] = {"cuando", "quand",    "lorsque", "quando", "porque",
                                        "parce",  "mientras", "когда",   "když",   "omdat"};
    for (uint32_t t = verb; t > start; t--) {
        if (PITH__LINE_HAS_ONE(line, t - 1, words))
            return t;
    }
    return start;
}

/* The phrase from a token on, if nothing but a few small words parts it from the verb. */
static pith__range phrase_up_to(const pith__line *line, uint32_t token, uint32_t verb)
{
    pith__line part = *line;
    part.end = verb;
    static const char *const ands[] = {"y",  "e",    "et",   "и",    "а",
                                       "но", "maar", "mais", "pero", "ma"};
    if (token < verb &&
        (PITH__LINE_HAS_ONE(line, token, ands) ||
         (pith__line_is(line, token, PITH__CONNECTIVE) &&
          !pith__line_is(line, token, PITH__NOMINAL | PITH__SMALL | PITH__COMPLEMENTIZER))))
        token++; /* "But Nora Hale said" */
    if (token >= verb || pith__line_has(line, token, "als") ||
        (pith__line_is(line, token, PITH__PREPOSITION) &&
         !pith__line_is(line, token, PITH__DETERMINER)))
        return (pith__range){token, token};
    pith__range found = behind_times(&part, token);
    bool near = found.first >= token && verb - found.end <= NEAR_MAX &&
                (found.first == token || pith__line_is_name(line, token) ||
                 is_time(line, (pith__range){token, found.first}));
    return near ? found : (pith__range){token, token};
}

static pith__range phrase_before(const pith__line *line, uint32_t verb)
{
    if (verb == line->first)
        return (pith__range){verb, verb};
    if (!pith__line_has_comma(line, verb - 1))
        return phrase_up_to(line, inner_start(line, clause_start(line, verb), verb), verb);
    uint32_t aside = clause_start(line, verb - 1); /* "Hale, die Ministerin, sagte" */
    if (aside == line->first || verb - aside > ASIDE_MAX)
        return (pith__range){verb, verb};
    pith__range name = phrase_up_to(line, aside, verb - 1);
    pith__range before = phrase_up_to(line, clause_start(line, aside - 1), aside - 1);
    bool whole = !pith__range_empty(name) && name.end == verb - 1 && !pith__range_empty(before) &&
                 pith__line_is_name(line, name.first);
    bool office = whole && pith__line_is(line, before.first, PITH__DETERMINER | PITH__ROLE) &&
                  before.end < name.first + 1;
    if (office && pith__line_has_comma(line, aside - 1))
        return (pith__range){before.first, name.end};
    return whole && !pith__line_is_name(line, before.end - 1) ? name : before;
}

/* Whether a phrase can begin with the word. Where nouns have articles, it does not with a verb or
 * an adverb ("erigirse en"), nor with a small word that has its capital from the sentence. */
static bool can_begin(const pith__line *line, uint32_t token)
{
    static const char articles[] = "ca es fr it pt";
    if (!strstr(articles, line->document->language->code) ||
        pith__line_is(line, token, PITH__NOMINAL | PITH__DETERMINER | PITH__INDEFINITE))
        return true;
    pith__shape shape = pith__line_form(line, token)->shape;
    return shape != PITH__LOWER && !pith__line_is(line, token, PITH__STOP | PITH__CONNECTIVE);
}

pith__range pith__subject_of(const pith__line *line, uint32_t first, uint32_t end)
{
    if (line->nouns)
        return pith__nominative_of(line, first, end);
    pith__range before = phrase_before(line, first);
    pith__range found = pith__range_empty(before) ? behind_times(line, end) : before;
    if (!pith__range_empty(found) && !can_begin(line, found.first))
        return (pith__range){found.first, found.first};
    return found;
}

pith__range pith__inverted_subject(const pith__line *line, uint32_t token)
{
    enum {
        NONE = PITH__STOP | PITH__DETERMINER | PITH__INDEFINITE | PITH__PREPOSITION |
               PITH__CONNECTIVE | PITH__COMPLEMENTIZER | PITH__ROLE | PITH__COLLECTIVE
    };
    pith__range none = {token, token};
    if (token + 1 >= line->end || pith__line_form(line, token)->shape != PITH__LOWER ||
        pith__line_is(line, token, NONE))
        return none;
    pith__range found = behind_times(line, token + 1);
    bool begins =
        !pith__range_empty(found) && can_begin(line, found.first) &&
        (found.first == token + 1 || is_time(line, (pith__range){token + 1, found.first}));
    return begins && (pith__line_is_name(line, found.first) ||
                      pith__line_is(line, found.first,
                                    PITH__PERSONAL | PITH__DETERMINER | PITH__INDEFINITE |
                                        PITH__ROLE))
               ? found
               : none;
}
