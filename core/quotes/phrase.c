#include "quotes/phrase.h"

#include <string.h>

enum {
    PHRASE_MAX = 16, /* tokens of a source */
    SKIP_MAX = 6,    /* tokens between a verb and its subject */
    LOWER_MAX = 3,   /* words with small letters, one behind another, that are one noun phrase */
    MARKED_MAX = 8   /* tokens of a name in marks or brackets */
};

bool pith__line_has(const pith__line *line, uint32_t token, const char *written)
{
    return token >= line->first && token < line->end &&
           strcmp(pith__line_form(line, token)->lower, written) == 0;
}

bool pith__line_has_one(const pith__line *line, uint32_t token, const char *const words[],
                        size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (pith__line_has(line, token, words[i]))
            return true;
    }
    return false;
}

/* Pronouns that are objects. */
static bool is_object(const pith__line *line, uint32_t token)
{
    static const char *const words[] = {
        "ihm", "ihnen", "mir", "dir", "uns", "euch", "sich", "lui",  "leur", "le",  "les",
        "nos", "gli",   "ему", "ей",  "им",  "мне",  "нам",  "вам",  "тебе", "mu",  "jí",
        "jim", "mi",    "nám", "vám", "se",  "me",   "hem",  "haar", "hun",  "lhe", "lhes"};
    return PITH__LINE_HAS_ONE(line, token, words);
}

static bool is_nominal(const pith__line *line, uint32_t token)
{
    return !is_object(line, token) &&
           (pith__line_is_name(line, token) || pith__line_is(line, token, PITH__NOMINAL));
}

static bool opens_mark(const pith__line *line, uint32_t token)
{
    static const char *const marks[] = {"„", "“", "\"", "«", "»", "''"};
    return PITH__LINE_HAS_ONE(line, token, marks);
}

/* Whether it opens a noun phrase here and is no pronoun by itself: "der | Sprecher", "der |
 * „größten Katastrophe“". */
static bool is_article(const pith__line *line, uint32_t token)
{
    return pith__line_is(line, token, PITH__DETERMINER | PITH__INDEFINITE) &&
           token + 1 < line->end &&
           (!pith__line_is_sign(line, token + 1) || (line->nouns && opens_mark(line, token + 1))) &&
           (!pith__line_is(line, token + 1, PITH__SPEECH_VERB) ||
            (line->nouns && pith__line_is_name(line, token + 1)));
}

/* A German noun that an abbreviation without capitals begins: ai-Bericht. */
static bool is_compound(const pith__line *line, uint32_t token)
{
    const pith__document_form *form = pith__line_form(line, token);
    const char *hyphen =
        line->nouns && form->shape == PITH__LOWER ? strchr(form->lower, '-') : NULL;
    if (!hyphen)
        return false;
    pith_span span = pith__token_span(line->document, token);
    uint32_t at = span.start + (uint32_t)(hyphen - form->lower) + 1;
    char next = at < span.end ? line->document->text.bytes[at] : 0;
    return next >= 'A' && next <= 'Z';
}

/* Whether a German article behind a noun begins another phrase: all do but those of the genitive.
 */
static bool begins_another(const pith__line *line, uint32_t token)
{
    static const char *const genitive[] = {"des",    "der",    "eines",    "einer", "dieser",
                                           "dieses", "seiner", "seines",   "ihrer", "ihres",
                                           "beider", "aller",  "mehrerer", "zweier"};
    return line->nouns && is_article(line, token) &&
           (pith__line_is_name(line, token - 1) || is_compound(line, token - 1)) &&
           !PITH__LINE_HAS_ONE(line, token, genitive);
}

/* German pronouns with which nothing goes. */
static bool is_sole(const pith__line *line, uint32_t token)
{
    static const char *const words[] = {"es", "man", "ich", "wir", "er"};
    return line->nouns && PITH__LINE_HAS_ONE(line, token, words);
}

/* A name with a small Arabic article: al-Omair, el-Sadat. */
static bool is_with_article(const pith__line *line, uint32_t token)
{
    const pith__document_form *form = pith__line_form(line, token);
    return form->shape == PITH__LOWER && form->lower_length > 4 && strchr("ae", form->lower[0]) &&
           memcmp(form->lower + 1, "l-", 2) == 0;
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

/* Whether the first word in marks can be one of a name: "Neue", "post.de". */
static bool is_title(const pith__line *line, uint32_t token)
{
    return token < line->end && (pith__line_form(line, token)->shape != PITH__LOWER ||
                                 strpbrk(pith__line_form(line, token)->lower, ".-"));
}

/* The token behind a name in marks, or behind brackets, that begins at the token; the token itself
 * if none does. */
static uint32_t behind_marked(const pith__line *line, uint32_t token)
{
    static const char *const closing[] = {")", "“", "”", "\"", "»", "«", "''"};
    uint32_t limit = token + MARKED_MAX < line->end ? token + MARKED_MAX : line->end;
    bool bracket = pith__line_has(line, token, "(");
    if (!(bracket || opens_mark(line, token)) ||
        (line->nouns && !bracket && !is_title(line, token + 1)))
        return token;
    for (uint32_t t = token + 1; t < limit; t++) {
        if (PITH__LINE_HAS_ONE(line, t, closing))
            return t + 1;
    }
    pith__line wide = *line; /* a line goes without its last marks */
    wide.end += wide.end < line->document->tokens.token.count;
    return limit == line->end && PITH__LINE_HAS_ONE(&wide, limit, closing) ? limit : token;
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
        } else if (!pith__line_is(line, t, PITH__NOMINAL | PITH__SMALL) &&
                   !pith__line_is_name(line, t) && !pith__line_is_sign(line, t) &&
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

/* Whether a preposition behind a German noun begins another phrase: all do but those that tell
 * whose or where from: "Hale von der Warte", "Minister für Bau" but "Hale | zu den Gründen". */
static bool begins_adverbial(const pith__line *line, uint32_t token)
{
    static const char *const joints[] = {"von", "vom", "für", "in", "im", "aus", "beim", "bei"};
    return line->nouns && pith__line_is(line, token, PITH__PREPOSITION) &&
           !pith__line_is(line, token, PITH__DETERMINER) &&
           !PITH__LINE_HAS_ONE(line, token, joints) &&
           !(pith__line_has(line, token, "zu") && pith__line_is_name(line, token + 1) &&
             pith__line_is(line, token - 1, PITH__NAME_MALE | PITH__NAME_FEMALE));
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
            (t > start && (parts(line, t) || begins_another(line, t) || begins_adverbial(line, t))))
            break;
        if (pith__line_is(line, t, PITH__PERSONAL) && !is_object(line, t) && !is_article(line, t))
            return (pith__range){start, open && t > start ? end : t + 1};
        if (is_sole(line, t))
            return (pith__range){start, t > start ? end : t + 1};
        if (is_age(line, t) || is_compound(line, t) || is_with_article(line, t) ||
            (is_nominal(line, t) && !is_article(line, t))) {
            end = t + 1;
            open = false;
            lower = 0;
        } else if (pith__line_is(line, t, PITH__SMALL)) {
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

bool pith__is_somebody(const pith__line *line, pith__range phrase)
{
    enum {
        WHO = PITH__ROLE | PITH__COLLECTIVE | PITH__HONORIFIC | PITH__NAME_MALE | PITH__NAME_FEMALE
    };
    if (pith__line_is(line, phrase.first, PITH__PRONOUN_MALE | PITH__PRONOUN_FEMALE))
        return true;
    for (uint32_t t = phrase.first; t < phrase.end; t++) {
        if (pith__line_is(line, t, WHO) || pith__line_form(line, t)->shape == PITH__UPPER)
            return true;
        if (t > phrase.first && pith__line_is(line, t, PITH__PREPOSITION))
            return false;
    }
    return false;
}
