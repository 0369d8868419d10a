#include "quotes/subject.h"

#include <string.h>

enum {
    PHRASE_MAX = 16, /* tokens of a source */
    SKIP_MAX = 6,    /* tokens between a verb and its subject */
    LOWER_MAX = 3,   /* words with small letters, one behind another, that are one noun phrase */
    MARKED_MAX = 8,  /* tokens of a name in marks or brackets */
    ASIDE_MAX = 24   /* tokens between a subject and the comma before its verb */
};

enum {
    PERSONAL = PITH__PRONOUN_MALE | PITH__PRONOUN_FEMALE | PITH__PRONOUN_PLURAL,
    NOMINAL = PERSONAL | PITH__PRONOUN_OTHER | PITH__ROLE | PITH__COLLECTIVE | PITH__HONORIFIC,
    SMALL = PITH__DETERMINER | PITH__INDEFINITE | PITH__PREPOSITION | PITH__PARTICLE
};

bool pith__line_has(const pith__line *line, uint32_t token, const char *written)
{
    return token >= line->first && token < line->end &&
           strcmp(pith__line_form(line, token)->lower, written) == 0;
}

static bool is_one_of(const pith__line *line, uint32_t token, const char *const words[],
                      size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (pith__line_has(line, token, words[i]))
            return true;
    }
    return false;
}

#define IS_ONE_OF(line, token, words) is_one_of(line, token, words, sizeof(words) / sizeof *(words))

/* Pronouns that are objects. */
static bool is_object(const pith__line *line, uint32_t token)
{
    static const char *const words[] = {
        "ihm", "ihnen", "mir", "dir", "uns", "euch", "sich", "lui",  "leur", "le",  "les",
        "nos", "gli",   "ему", "ей",  "им",  "мне",  "нам",  "вам",  "тебе", "mu",  "jí",
        "jim", "mi",    "nám", "vám", "se",  "me",   "hem",  "haar", "hun",  "lhe", "lhes"};
    return IS_ONE_OF(line, token, words);
}

static bool is_nominal(const pith__line *line, uint32_t token)
{
    return !is_object(line, token) &&
           (pith__line_is_name(line, token) || pith__line_is(line, token, NOMINAL));
}

/* Whether it opens a noun phrase here and is no pronoun by itself: "der | Sprecher". */
static bool is_article(const pith__line *line, uint32_t token)
{
    return pith__line_is(line, token, PITH__DETERMINER | PITH__INDEFINITE) &&
           token + 1 < line->end && !pith__line_is_sign(line, token + 1) &&
           !pith__line_is(line, token + 1, PITH__SPEECH_VERB);
}

/* Whether a German article behind a noun begins another phrase: all do but those of the genitive.
 */
static bool begins_another(const pith__line *line, uint32_t token)
{
    static const char *const genitive[] = {"des",    "der",    "eines",    "einer", "dieser",
                                           "dieses", "seiner", "seines",   "ihrer", "ihres",
                                           "beider", "aller",  "mehrerer", "zweier"};
    return line->nouns && is_article(line, token) && pith__line_is_name(line, token - 1) &&
           !IS_ONE_OF(line, token, genitive);
}

/* "der 39-Jährige" */
static bool is_age(const pith__line *line, uint32_t token)
{
    const pith__document_form *form = pith__line_form(line, token);
    return form->shape == PITH__NUMBER && strchr(form->lower, '-');
}

static bool is_verb(const pith__line *line, uint32_t token)
{
    return pith__line_is(line, token, PITH__SPEECH_VERB) &&
           pith__line_form(line, token)->shape == PITH__LOWER &&
           !pith__line_is(line, token, PITH__ROLE | PITH__COLLECTIVE);
}

/* Whether a word without a capital can be an adjective or noun. */
static bool is_plain_word(const pith__line *line, uint32_t token)
{
    const pith__document_form *form = pith__line_form(line, token);
    return form->shape == PITH__LOWER && form->lower_length > 3 && !is_verb(line, token) &&
           !(form->classes & (PITH__STOP | PITH__COMPLEMENTIZER | PITH__CONNECTIVE));
}

/* The token behind a name in marks, or behind brackets, that begins at the token; the token itself
 * if none does. */
static uint32_t behind_marked(const pith__line *line, uint32_t token)
{
    static const char *const opening[] = {"(", "„", "“", "\"", "«", "»", "''"};
    static const char *const closing[] = {")", "“", "”", "\"", "»", "«", "''"};
    uint32_t limit = token + MARKED_MAX < line->end ? token + MARKED_MAX : line->end;
    if (!IS_ONE_OF(line, token, opening))
        return token;
    for (uint32_t t = token + 1; t < limit; t++) {
        if (IS_ONE_OF(line, t, closing))
            return t + 1;
    }
    return token;
}

/* Over adverbs, objects and times that stand between a verb and its subject. */
static uint32_t behind_adverbs(const pith__line *line, uint32_t token)
{
    uint32_t t = token, limit = token + SKIP_MAX < line->end ? token + SKIP_MAX : line->end;
    while (t < limit) {
        if (is_object(line, t)) {
            t++;
        } else if (pith__line_is(line, t, PITH__PREPOSITION) &&
                   !pith__line_is(line, t, PITH__DETERMINER) && t + 1 < limit) {
            t++; /* am Montag, in Bonn, im Interview */
            while (t < limit && pith__line_is(line, t, PITH__DETERMINER | PITH__INDEFINITE))
                t++;
            t += t < limit && !pith__line_is_sign(line, t);
        } else if (!pith__line_is(line, t, NOMINAL | SMALL) && !pith__line_is_name(line, t) &&
                   !pith__line_is_sign(line, t) &&
                   (line->nouns || pith__line_is(line, t, PITH__STOP)) && t + 1 < limit &&
                   !(pith__line_is_name(line, t + 1) && !pith__line_is(line, t, PITH__STOP))) {
            t++;
        } else {
            break;
        }
    }
    return t < limit ? t : token;
}

/* Whether a word with a small letter behind a name begins something else: "Путин | осенью", "Paul |
 * en riant", but "Hale of Bonn". The capital of the first word of a sentence makes no name. */
static bool parts(const pith__line *line, uint32_t token)
{
    if (line->nouns || pith__line_is_name(line, token) || token - 1 == line->first ||
        !pith__line_is_name(line, token - 1) || pith__line_is(line, token, PITH__PARTICLE))
        return false;
    if (!pith__line_is(line, token, PITH__PREPOSITION))
        return !pith__line_is(line, token, PITH__ROLE | PITH__COLLECTIVE);
    uint32_t t = token + 1;
    while (t < line->end && pith__line_is(line, t, PITH__DETERMINER | PITH__INDEFINITE))
        t++;
    return t == line->end || !pith__line_is_name(line, t);
}

pith__range pith__phrase_from(const pith__line *line, uint32_t token)
{
    uint32_t start = behind_adverbs(line, token), end = start, t = start, lower = 0;
    uint32_t limit = start + PHRASE_MAX < line->end ? start + PHRASE_MAX : line->end;
    bool open = true; /* a noun is still to come */
    while (t < limit) {
        uint32_t marked = behind_marked(line, t);
        if (marked > t) {
            t = end = marked;
            open = false;
            continue;
        }
        if (pith__line_is_sign(line, t) || is_verb(line, t) ||
            (t > start && (parts(line, t) || begins_another(line, t))))
            break;
        if (pith__line_is(line, t, PERSONAL) && !is_object(line, t) && !is_article(line, t))
            return (pith__range){start, open && t > start ? end : t + 1};
        if (is_age(line, t) || (is_nominal(line, t) && !is_article(line, t))) {
            end = t + 1;
            open = false;
            lower = 0;
        } else if (pith__line_is(line, t, SMALL)) {
            open = true;
            lower = 0;
        } else if (!is_plain_word(line, t) || lower == LOWER_MAX || (line->nouns && !open)) {
            break;
        } else {
            lower++;
            if (!line->nouns)
                end = t + 1;
        }
        t++;
    }
    return (pith__range){start, end};
}

/* Whether the token parts clauses: punctuation, but no mark around a name and no stop, which inside
 * a sentence ends a number or an abbreviation. */
static bool is_boundary(const pith__line *line, uint32_t token)
{
    static const char *const marks[] = {"„", "“", "”", "\"", "«", "»", "''", "."};
    return pith__line_is_sign(line, token) && !IS_ONE_OF(line, token, marks);
}

/* Where the clause begins that holds the token. */
static uint32_t clause_start(const pith__line *line, uint32_t token)
{
    uint32_t t = token;
    while (t > line->first && token - t < ASIDE_MAX && !is_boundary(line, t - 1))
        t--;
    return t;
}

/* Whether a word at the start of a sentence has its capital from there alone: "Weiter sagte X". */
static bool is_adverb(const pith__line *line, uint32_t token)
{
    const pith__document_form *form = pith__line_form(line, token);
    if (!line->nouns || token != line->first || form->classes & (NOMINAL | SMALL))
        return false;
    return form->classes & (PITH__STOP | PITH__STARTER | PITH__CONNECTIVE) ||
           (form->lower_length > 5 && memcmp(form->lower + form->lower_length - 3, "end", 3) == 0);
}

/* Whether a German verb at the token leaves the rest of its group to the end of the clause. */
static bool is_auxiliary(const pith__line *line, uint32_t token)
{
    static const char *const words[] = {"hat",    "haben",  "hatte",  "hatten", "habe",
                                        "hätte",  "will",   "wollen", "wollte", "wollten",
                                        "ließ",   "ließen", "wird",   "werden", "würde",
                                        "würden", "soll",   "kann",   "möchte"};
    return IS_ONE_OF(line, token, words);
}

/* Whether a clause begins with a word that sends its verb to the end: ", indem er X vorwarf". */
static bool is_subordinate(const pith__line *line, uint32_t token)
{
    return line->nouns && token > line->first && token + 1 < line->end &&
           pith__line_form(line, token)->shape == PITH__LOWER &&
           pith__line_is(line, token, PITH__COMPLEMENTIZER | PITH__CONNECTIVE | PITH__STOP) &&
           !pith__line_is(line, token, NOMINAL | SMALL);
}

/* The phrase from a token on, if nothing but a few small words parts it from the verb. */
static pith__range phrase_up_to(const pith__line *line, uint32_t token, uint32_t verb)
{
    pith__line part = *line;
    part.end = verb;
    bool subordinate = is_subordinate(&part, token);
    if (subordinate || (token < verb && pith__line_is(line, token, PITH__CONNECTIVE) &&
                        !pith__line_is(line, token, NOMINAL | SMALL | PITH__COMPLEMENTIZER)))
        token++; /* "Aber Nora Hale sagte" */
    if (token >= verb || is_adverb(line, token) || pith__line_has(line, token, "als") ||
        (pith__line_is(line, token, PITH__PREPOSITION) &&
         !pith__line_is(line, token, PITH__DETERMINER)))
        return (pith__range){token, token};
    pith__range found = pith__phrase_from(&part, token);
    bool far = subordinate || is_auxiliary(line, found.end);
    uint32_t most = !line->nouns ? SKIP_MAX : far ? ASIDE_MAX : 2;
    bool near = found.first == token && verb - found.end <= most;
    return near ? found : (pith__range){token, token};
}

pith__range pith__phrase_before(const pith__line *line, uint32_t verb)
{
    if (verb == line->first)
        return (pith__range){verb, verb};
    if (!pith__line_has_comma(line, verb - 1))
        return phrase_up_to(line, clause_start(line, verb), verb);
    uint32_t aside = clause_start(line, verb - 1); /* "Hale, die Ministerin, sagte" */
    if (aside == line->first || verb - aside > ASIDE_MAX)
        return (pith__range){verb, verb};
    pith__range name = phrase_up_to(line, aside, verb - 1);
    pith__range before = phrase_up_to(line, clause_start(line, aside - 1), aside - 1);
    bool named = !pith__range_empty(name) && name.end == verb - 1 &&
                 pith__line_is_name(line, name.first) && !pith__range_empty(before) &&
                 !pith__line_is_name(line, before.end - 1);
    return named ? name : before;
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
    return (pith__range){it, it};
}

/* Whether a phrase can begin with the word. Where nouns have articles, it does not with a verb or
 * an adverb ("erigirse en"), nor with a small word that has its capital from the sentence. */
static bool can_begin(const pith__line *line, uint32_t token)
{
    static const char articles[] = "ca es fr it pt";
    if (!strstr(articles, line->document->language->code) ||
        pith__line_is(line, token, NOMINAL | PITH__DETERMINER | PITH__INDEFINITE))
        return true;
    pith__shape shape = pith__line_form(line, token)->shape;
    return shape != PITH__LOWER && !pith__line_is(line, token, PITH__STOP | PITH__CONNECTIVE);
}

pith__range pith__subject_of(const pith__line *line, uint32_t first, uint32_t end)
{
    pith__range before = pith__phrase_before(line, first);
    pith__range found = pith__range_empty(before) ? pith__phrase_from(line, end) : before;
    if (!pith__range_empty(found) && !can_begin(line, found.first))
        return (pith__range){found.first, found.first};
    bool it =
        line->nouns && found.end == found.first + 1 && pith__line_has(line, found.first, "es");
    return it ? source_of_it(line, found.first) : found;
}
