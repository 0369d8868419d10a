#include "quotes/nominative.h"

#include <string.h>

#include "quotes/german.h"

enum {
    ASIDE_MAX = 24,  /* tokens between a subject and the comma before its verb */
    OBJECTS_MAX = 3, /* phrases between a verb and its subject */
    LATE_MAX = 2,    /* small words between a subject and its verb: "Hale jedoch sagte" */
    CLAUSE_MAX = 40, /* tokens of a clause whose subject is looked for */
    ADJECTIVES_MAX = 4
};

static pith__range none_at(uint32_t token)
{
    return (pith__range){token, token};
}

static bool is_preposition(const pith__line *line, uint32_t token)
{
    return pith__line_is(line, token, PITH__PREPOSITION) &&
           !pith__line_is(line, token, PITH__DETERMINER);
}

/* ---- case ---- */

static bool ends_in_one(const pith__document_form *form, const char *const endings[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t size = strlen(endings[i]);
        if (form->lower_length >= size &&
            memcmp(form->lower + form->lower_length - size, endings[i], size) == 0)
            return true;
    }
    return false;
}

#define ENDS_IN_ONE(form, endings) ends_in_one(form, endings, sizeof(endings) / sizeof *(endings))

/* Whether a noun is feminine, so that "der" before it is no nominative. */
static bool is_feminine(const pith__line *line, uint32_t token)
{
    static const char *const endings[] = {
        "ung",    "heit",   "keit",    "schaft",  "ion",    "tät",      "agentur", "presse",
        "gruppe", "kirche", "behörde", "polizei", "partei", "zentrale", "firma",   "bank",
        "stadt",  "armee",  "wehr",    "jury",    "linken", "familie",  "post",    "bahn"};
    return ENDS_IN_ONE(pith__line_form(line, token), endings);
}

/* Whether the adjective has the ending that follows "der" where that is no masculine nominative:
 * "der englischen Zeitung", not "der englische Minister". */
static bool is_weak(const pith__line *line, uint32_t token)
{
    static const char *const adjectives[] = {"schen", "chen", "igen", "ten", "den", "uen", "ßen"};
    const pith__document_form *form = pith__line_form(line, token);
    return (form->shape == PITH__LOWER ||
            (form->shape == PITH__CAPITAL && pith__line_is_name(line, token + 1))) &&
           ENDS_IN_ONE(form, adjectives);
}

static bool is_time(const pith__line *line, pith__range phrase)
{
    static const char *const times[] = {"woche", "wochen", "jahr",  "jahre", "monat",   "tag",
                                        "tage",  "abend",  "nacht", "mal",   "stunden", "minuten"};
    return pith__line_is(line, phrase.end - 1, PITH__MONTH) ||
           PITH__LINE_HAS_ONE(line, phrase.end - 1, times);
}

/* Whether the phrase is in another case than the nominative, a time, or an article without a noun.
 */
static bool is_oblique(const pith__line *line, pith__range phrase)
{
    static const char *const never[] = {"den",    "dem",    "des",    "einem",  "einen",  "eines",
                                        "diesem", "diesen", "jedem",  "jeden",  "seinem", "seinen",
                                        "ihrem",  "ihren",  "ihm",    "ihn",    "ihnen",  "denen",
                                        "dessen", "deren",  "keinem", "keinen", "allen",  "beiden"};
    static const char *const mostly[] = {"der", "einer", "dieser", "seiner", "ihrer", "jeder"};
    uint32_t t = phrase.first;
    bool bare = phrase.end == t + 1 && pith__line_is(line, t, PITH__INDEFINITE);
    if (bare || PITH__LINE_HAS_ONE(line, t, never) || is_time(line, phrase))
        return true;
    if (!PITH__LINE_HAS_ONE(line, t, mostly))
        return false;
    bool partitive = pith__line_has(line, t, "einer") && pith__line_has(line, t + 1, "der");
    uint32_t noun = t + 1;
    while (noun < phrase.end && noun <= t + ADJECTIVES_MAX &&
           (!pith__line_is_name(line, noun) || is_weak(line, noun)))
        if (is_weak(line, noun++))
            return true;
    return !partitive && noun < phrase.end && is_feminine(line, noun);
}

/* Pronouns that are nothing but subjects. */
static bool is_subject_pronoun(const pith__line *line, uint32_t token)
{
    static const char *const words[] = {"er", "man", "ich", "wir"};
    return token < line->end && PITH__LINE_HAS_ONE(line, token, words);
}

/* Whether a word at the start of a sentence has its capital from there alone: "Weiter sagte X". */
static bool is_adverb(const pith__line *line, uint32_t token)
{
    static const char *const words[] = {"erst",    "nur",     "offiziell", "kurz",   "wörtlich",
                                        "ähnlich", "gestern", "heute",     "morgen", "vorher",
                                        "weiters", "derzeit", "zurzeit",   "seither"};
    static const char *const endings[] = {"end",  "lich",  "weise",   "falls", "mals",
                                          "nach", "mäß",   "sondere", "dem",   "ens",
                                          "iell", "seits", "hin",     "maßen", "wegs"};
    const pith__document_form *form = pith__line_form(line, token);
    bool whose = token + 1 < line->end && pith__line_is_name(line, token + 1) &&
                 form->lower[form->lower_length - 1] == 's'; /* Thüringens Minister sagte */
    bool opens = token == line->first || pith__line_has(line, token - 1, ":");
    if (!opens || form->classes & (PITH__NOMINAL | PITH__SMALL) || whose)
        return false;
    return form->classes & (PITH__STOP | PITH__STARTER | PITH__CONNECTIVE) ||
           PITH__LINE_HAS_ONE(line, token, words) ||
           (form->shape == PITH__CAPITAL && form->lower_length > 5 && ENDS_IN_ONE(form, endings));
}

/* ---- places ---- */

/* Whether the token parts clauses: punctuation, but no mark around a name and no stop, which inside
 * a sentence ends a number or an abbreviation. */
static bool is_boundary(const pith__line *line, uint32_t token)
{
    static const char *const marks[] = {"„", "“", "”", "\"", "«", "»", "''",
                                        ".", "(", ")", "-",  "–", "/"};
    return pith__line_is_sign(line, token) && !PITH__LINE_HAS_ONE(line, token, marks);
}

/* Where the clause begins that holds the token. */
static uint32_t clause_start(const pith__line *line, uint32_t token)
{
    uint32_t t = token;
    while (t > line->first && token - t < CLAUSE_MAX && !is_boundary(line, t - 1))
        t--;
    return t;
}

static bool is_auxiliary(const pith__line *line, uint32_t token)
{
    static const char *const words[] = {"hat",    "haben",  "hatte",  "hatten",  "habe",  "hätte",
                                        "will",   "wollen", "wollte", "wollten", "ließ",  "ließen",
                                        "wird",   "werden", "würde",  "würden",  "wurde", "wurden",
                                        "soll",   "sollen", "kann",   "konnte",  "muss",  "musste",
                                        "möchte", "ist",    "sind",   "war",     "waren"};
    return pith__line_form(line, token)->shape == PITH__LOWER &&
           PITH__LINE_HAS_ONE(line, token, words);
}

/* Whether a clause begins with a word that sends its verb to the end: ", indem er X vorwarf". */
static bool is_subordinate(const pith__line *line, uint32_t token)
{
    static const char *const words[] = {"indem", "nachdem", "wobei", "obwohl", "während", "wie"};
    return token + 1 < line->end &&
           (PITH__LINE_HAS_ONE(line, token, words) ||
            (token > line->first && pith__line_form(line, token)->shape == PITH__LOWER &&
             pith__line_is(line, token, PITH__COMPLEMENTIZER | PITH__CONNECTIVE | PITH__STOP) &&
             !pith__line_is(line, token, PITH__NOMINAL | PITH__SMALL) &&
             !is_auxiliary(line, token)));
}

static bool is_and(const pith__line *line, uint32_t token)
{
    static const char *const words[] = {"und", "aber", "oder", "doch", "sondern", "sowie"};
    return PITH__LINE_HAS_ONE(line, token, words);
}

static bool is_before_phrase(const pith__line *line, uint32_t token)
{
    static const char *const words[] = {"auch", "selbst", "sogar", "nur"};
    return is_and(line, token) || PITH__LINE_HAS_ONE(line, token, words);
}

/* The phrase that begins at the token if it can be a subject. */
static pith__range nominative_at(const pith__line *line, uint32_t token)
{
    if (token >= line->end || is_preposition(line, token) || is_adverb(line, token) ||
        pith__line_has(line, token, "als"))
        return none_at(token);
    pith__range found = pith__phrase_from(line, token);
    bool here = found.first == token && !pith__range_empty(found);
    return here && !is_oblique(line, found) ? found : none_at(token);
}

/* Whether a phrase has a name of a person, or is nothing but capitals of no office. */
static bool is_named(const pith__line *line, pith__range phrase)
{
    enum { GIVEN = PITH__NAME_MALE | PITH__NAME_FEMALE };
    bool bare = true;
    for (uint32_t t = phrase.first; t < phrase.end; t++) {
        if (pith__line_is(line, t, GIVEN) && !pith__line_is(line, t, PITH__ROLE | PITH__DETERMINER))
            return true;
        bare = bare && pith__line_is_name(line, t) &&
               !pith__line_is(line, t, PITH__ROLE | PITH__COLLECTIVE | PITH__DETERMINER);
    }
    return bare;
}

/* The phrase, with the name in apposition behind it: "der Leiter des Hafens, Karl Sand,". */
static pith__range with_holder(const pith__line *line, pith__range phrase)
{
    if (!pith__line_has_comma(line, phrase.end) || phrase.end + 1 >= line->end ||
        !pith__line_is_name(line, phrase.end + 1) || is_named(line, phrase))
        return phrase;
    pith__range name = pith__phrase_from(line, phrase.end + 1);
    bool closed = name.end == line->end || pith__line_has_comma(line, name.end);
    bool holder =
        name.first == phrase.end + 1 && closed && name.end > name.first + 1 && is_named(line, name);
    return holder ? (pith__range){phrase.first, name.end} : phrase;
}

/* The first phrase among the tokens that can be a subject. */
static pith__range first_nominative(const pith__line *line, uint32_t first, uint32_t end)
{
    pith__line part = *line;
    part.end = end;
    for (uint32_t t = first; t < end;) {
        if (is_preposition(line, t) && t + 1 < end) {
            pith__range inner = pith__phrase_from(&part, t + 1);
            t = !pith__range_empty(inner) && inner.first == t + 1 ? inner.end : t + 1;
            continue;
        }
        bool begins = pith__line_is_name(line, t) ||
                      pith__line_is(line, t, PITH__NOMINAL | PITH__DETERMINER | PITH__INDEFINITE);
        pith__range found =
            begins && !is_adverb(line, t) ? pith__phrase_from(&part, t) : none_at(t);
        if (pith__range_empty(found) || found.first != t) {
            t++;
            continue;
        }
        if (!is_oblique(line, found) && !pith__line_has(line, t - (t > first), "als"))
            return with_holder(&part, found);
        t = found.end;
    }
    return none_at(end);
}

/* The subject among the tokens before the verb: all of them but a few small words, unless the verb
 * is the last word of a subordinate clause. */
static pith__range up_to(const pith__line *line, uint32_t token, uint32_t verb)
{
    pith__line part = *line;
    part.end = verb;
    if (is_subordinate(&part, token))
        return first_nominative(&part, token + 1, verb);
    if (token < verb && is_before_phrase(line, token))
        token++; /* "Aber Nora Hale sagte" */
    pith__range found = nominative_at(&part, token);
    if (pith__range_empty(found) || verb - found.end > LATE_MAX)
        return none_at(token);
    for (uint32_t t = found.end; t < verb; t++) {
        if (pith__line_is_name(line, t))
            return none_at(token);
    }
    return found;
}

/* Where the clause of a verb begins, behind the "und" that joins it to another: "Es regnet und die
 * Leute | fürchten". */
static uint32_t joined_start(const pith__line *line, uint32_t verb)
{
    uint32_t start = clause_start(line, verb);
    for (uint32_t t = verb; t > start + 1; t--) {
        if (is_and(line, t - 1) && t < verb)
            return pith__range_empty(up_to(line, t, verb)) ? start : t;
    }
    return start;
}

/* Where the finite verb of the cue stands: the cue itself, or the auxiliary before it in its
 * clause: "hat bereits | angekündigt". */
static uint32_t finite_of(const pith__line *line, uint32_t cue)
{
    uint32_t start = joined_start(line, cue);
    if (is_subordinate(line, start))
        return cue;
    for (uint32_t t = start; t < cue; t++) {
        if (is_auxiliary(line, t))
            return t;
    }
    return cue;
}

static bool is_relative(const pith__line *line, uint32_t token)
{
    static const char *const words[] = {"der",   "die",    "das",    "dessen",
                                        "deren", "welche", "welcher"};
    bool behind = is_preposition(line, token);
    return pith__line_form(line, token)->shape == PITH__LOWER &&
           PITH__LINE_HAS_ONE(line, token + behind, words);
}

/* The phrase that fills a clause up to its comma; empty if none does. */
static pith__range whole_clause(const pith__line *line, uint32_t start, uint32_t comma)
{
    pith__line part = *line;
    part.end = comma;
    if (start >= comma || pith__line_is_sign(line, start))
        return none_at(start);
    pith__range found =
        is_auxiliary(line, start) ? nominative_at(&part, start + 1) : up_to(line, start, comma);
    return !pith__range_empty(found) && comma - found.end <= LATE_MAX ? found : none_at(start);
}

/* "Hale, die Ministerin, | sagte"; "Die Ministerin, Nora Hale, | sagte", which is one; "Hale, die
 * Ministerin, die dort war, | sagte". */
static pith__range before_aside(const pith__line *line, uint32_t verb)
{
    enum { ASIDES_MAX = 3 };
    pith__range outer = none_at(verb), inner = outer;
    uint32_t comma = verb - 1;
    for (uint32_t n = 0; n <= ASIDES_MAX && verb - comma <= ASIDE_MAX; n++) {
        uint32_t start = clause_start(line, comma);
        pith__range found = whole_clause(line, start, comma);
        bool relative = pith__range_empty(found) && is_relative(line, start);
        if (pith__range_empty(found) && !relative)
            break;
        inner = relative ? inner : outer;
        outer = relative ? outer : found;
        if (start == line->first || !pith__line_has_comma(line, start - 1))
            break;
        comma = start - 1;
    }
    bool one = !pith__range_empty(inner) && !is_named(line, outer) && is_named(line, inner);
    return one ? (pith__range){outer.first, inner.end} : outer;
}

static pith__range before_verb(const pith__line *line, uint32_t verb)
{
    if (verb == line->first)
        return none_at(verb);
    if (pith__line_has_comma(line, verb - 1))
        return before_aside(line, verb);
    uint32_t start = joined_start(line, verb);
    if (is_and(line, verb - 1) && verb - 1 > start)
        return first_nominative(line, start, verb - 1);
    pith__range found = up_to(line, start, verb);
    if (pith__range_empty(found) || start == line->first || !pith__line_has_comma(line, start - 1))
        return found;
    uint32_t before = clause_start(line, start - 1); /* "Hale, ein Kenner der Stadt sagte" */
    pith__range name = whole_clause(line, before, start - 1);
    return before == line->first && !pith__range_empty(name) && is_named(line, name) ? name : found;
}

/* Whether the phrase tells whose the noun before it is: "nach dem Ende | der Feier". first: where
 * the words began that it was looked for in. */
static bool is_genitive(const pith__line *line, uint32_t first, pith__range phrase)
{
    static const char *const articles[] = {"der", "des", "einer", "eines"};
    return phrase.first > first && pith__line_is_name(line, phrase.first - 1) &&
           PITH__LINE_HAS_ONE(line, phrase.first, articles);
}

/* Behind a verb, over its objects. */
static pith__range behind_verb(const pith__line *line, uint32_t token)
{
    uint32_t t = token;
    if (is_subject_pronoun(line, t))
        return (pith__range){t, t + 1};
    for (int i = 0; i < OBJECTS_MAX && t < line->end && !pith__line_is_sign(line, t); i++) {
        pith__range found = pith__phrase_from(line, t);
        if (pith__range_empty(found))
            break;
        if (!is_oblique(line, found) && !is_genitive(line, t, found))
            return with_holder(line, found);
        t = found.end;
    }
    return none_at(token);
}

/* ---- "X zitiert Y" ---- */

static bool is_quoting(const pith__line *line, uint32_t token)
{
    static const char *const words[] = {"zitiert", "zitierte", "zitieren", "zitierten"};
    return PITH__LINE_HAS_ONE(line, token, words);
}

/* Where a second phrase begins inside one: "die „Post“ | Hale", "post.de | Polizeisprecher Hale".
 */
static uint32_t second_in(const pith__line *line, pith__range phrase)
{
    for (uint32_t t = phrase.first + 1; t < phrase.end; t++) {
        bool behind = pith__line_is_sign(line, t - 1) && t - 1 > phrase.first + 1;
        bool titled = pith__line_is(line, t, PITH__ROLE) && t + 1 < phrase.end &&
                      pith__line_is_name(line, t + 1) && !pith__line_is_name(line, t - 1);
        if (pith__line_is_name(line, t) && (behind || titled))
            return t;
    }
    return phrase.end;
}

/* Who is quoted: what stands behind the subject and the verb, or the subject of the passive. */
static pith__range quoted_of(const pith__line *line, uint32_t cue, pith__range subject)
{
    uint32_t second = second_in(line, subject);
    if (second < subject.end)
        return (pith__range){second, subject.end};
    uint32_t behind = subject.end > cue ? subject.end : cue + 1;
    if (behind >= line->end || pith__line_is_sign(line, behind) || is_preposition(line, behind))
        return subject;
    pith__range found = pith__phrase_from(line, behind);
    return pith__range_empty(found) ? subject : found;
}

/* "Im Bericht heißt es, …", "heißt es in dem Bericht": what says it, where the subject is "es". */
static pith__range source_of_it(const pith__line *line, uint32_t it)
{
    uint32_t places[] = {it + 1, line->first};
    for (int i = 0; i < 2; i++) {
        uint32_t t = places[i];
        if (t + 1 >= line->end || !pith__line_is(line, t, PITH__PREPOSITION))
            continue;
        pith__range found = pith__phrase_from(line, t + 1);
        if (!pith__range_empty(found) && found.first == t + 1)
            return found;
    }
    return none_at(it);
}

static pith__range unless_it(const pith__line *line, pith__range subject)
{
    bool it = subject.end == subject.first + 1 && pith__line_has(line, subject.first, "es");
    return it ? source_of_it(line, subject.first) : subject;
}

/* Whether a phrase before the verb is a thing that speaks for nobody, and so may be its object:
 * "Die Verantwortung weist Hale von sich". */
static bool is_thing(const pith__line *line, pith__range phrase)
{
    if (!pith__line_is(line, phrase.first, PITH__DETERMINER | PITH__INDEFINITE) ||
        pith__is_somebody(line, phrase))
        return false;
    for (uint32_t t = phrase.first; t < phrase.end && !is_preposition(line, t); t++) {
        if (pith__line_is(line, t, PITH__SPEECH_NOUN))
            return false;
    }
    return true;
}

/* Whether a phrase right behind the verb can be nothing but its subject: a name, "der Minister". */
static bool is_surely(const pith__line *line, uint32_t token, pith__range phrase)
{
    if (pith__range_empty(phrase) || phrase.first != token)
        return false;
    if (pith__line_has(line, token, "der") ||
        pith__line_is(line, token, PITH__ROLE | PITH__NAME_MALE | PITH__NAME_FEMALE))
        return true;
    bool again = pith__line_form(line, token)->count > 1;
    return is_named(line, phrase) && (again || phrase.end > token + 1);
}

/* Whether the cue is the participle of a passive: "wird kritisiert", "vorgeworfen worden". */
static bool is_passive(const pith__line *line, uint32_t verb, uint32_t cue)
{
    static const char *const words[] = {"wird", "werden", "wurde", "wurden", "worden"};
    const pith__document_form *form = pith__line_form(line, cue);
    bool participle = form->lower[form->lower_length - 1] == 't' || strstr(form->lower, "ge");
    bool before = verb != cue && PITH__LINE_HAS_ONE(line, verb, words);
    return participle &&
           (before || (cue + 1 < line->end && PITH__LINE_HAS_ONE(line, cue + 1, words)));
}

/* By whom: "wurde | von der Behörde | kritisiert". */
static pith__range agent_of(const pith__line *line, uint32_t cue)
{
    static const char *const words[] = {"von", "vom", "seitens"};
    for (uint32_t t = clause_start(line, cue); t + 1 < cue; t++) {
        if (!PITH__LINE_HAS_ONE(line, t, words))
            continue;
        uint32_t first = t + 1 + pith__line_has(line, t + 1, "seiten");
        pith__range found = pith__phrase_from(line, first);
        if (!pith__range_empty(found) && found.first == first && found.end <= cue)
            return found;
    }
    return none_at(cue);
}

pith__range pith__nominative_of(const pith__line *line, uint32_t first, uint32_t end)
{
    uint32_t verb = finite_of(line, first), next = verb == first ? end : verb + 1;
    pith__range found = none_at(first);
    if (!is_quoting(line, first) && is_passive(line, verb, first))
        return agent_of(line, first);
    if (!is_subject_pronoun(line, next))
        found = before_verb(line, verb);
    pith__range behind = behind_verb(line, next);
    bool other = behind.end <= first || behind.first >= end;
    if (pith__range_empty(found) ||
        (other && is_thing(line, found) && is_surely(line, next, behind)))
        found = behind;
    if (is_quoting(line, first))
        found = quoted_of(line, first, found);
    return unless_it(line, found);
}

pith__range pith__nominative_before(const pith__line *line)
{
    for (uint32_t end = line->end; end > line->first;) {
        uint32_t start = clause_start(line, end - 1);
        bool bare = (is_and(line, start) && !pith__line_is_name(line, start + 1)) ||
                    pith__has_infinitive(line, start, end);
        pith__range found = bare ? none_at(start) : first_nominative(line, start, end);
        if (!pith__range_empty(found))
            return found;
        end = start > line->first ? start - 1 : line->first;
    }
    return none_at(line->first);
}

pith__range pith__nominative_first(const pith__line *line)
{
    return unless_it(line, first_nominative(line, line->first, line->end));
}
