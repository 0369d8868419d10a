#include "language/capital.h"

#include <string.h>

/* A language, as far as it matters here. */
typedef struct view {
    bool english, french;
    bool nouns;   /* all nouns have capitals */
    bool elision; /* small words lose their vowel before a verb: N'approche */
} view;

static view view_of(const pith__language *language)
{
    const char *code = language->code;
    view v = {.french = strcmp(code, "fr") == 0};
    v.english = strcmp(code, "en") == 0;
    v.nouns = strcmp(code, "de") == 0;
    v.elision = v.french || strcmp(code, "it") == 0 || strcmp(code, "ca") == 0;
    return v;
}

/* Whether a German noun is surely none that names somebody. */
static bool is_common_noun(const pith__bare *part)
{
    static const char *const endings[] = {
        "ung", "ungen", "heit",     "heiten", "keit",  "keiten", "schaft", "tion",    "tionen",
        "tät", "täten", "schaften", "ismus",  "nisse", "nis",    "ments",  "angaben", "aussagen"};
    if (part->form_classes & (PITH__SPEECH_NOUN | PITH__MONTH))
        return true;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t size = strlen(endings[i]);
        if (part->lower_length > size + 2 &&
            memcmp(part->lower + part->lower_length - size, endings[i], size) == 0)
            return true;
    }
    return false;
}

/* Suis-je, Aidez-moi: a French verb with its pronoun; and Peut-être. */
static bool is_inverted(const pith__bare *part)
{
    static const char *const pronouns[] = {"je", "tu",  "il",  "elle", "on",    "nous", "vous",
                                           "ce", "moi", "toi", "le",   "la",    "les",  "lui",
                                           "y",  "en",  "ils", "leur", "elles", "être"};
    const char *hyphen = strrchr(part->lower, '-');
    for (size_t i = 0; hyphen && i < sizeof pronouns / sizeof *pronouns; i++)
        if (strcmp(hyphen + 1, pronouns[i]) == 0)
            return true;
    return false;
}

/* Seulement, Nullement: where a sentence begins. */
static bool is_adverb(const pith__bare *part)
{
    static const char ending[] = "ment";
    return part->lower_length > 6 && !(part->form_classes & PITH__GIVEN_NAMES) &&
           memcmp(part->lower + part->lower_length - 4, ending, 4) == 0;
}

/* Whether what stands beside the word, or how it is written, may tell that it is no name: the
 * constituency D-Conn., N'approche, the month of Sept. 27. */
static bool is_doubtful(const view *v, const pith__bare *part)
{
    const char *word = part->lower;
    if (part->classes & PITH__ABBR_MONTH)
        return true;
    if (word[1] == '-')
        return word[0] == 'd' || word[0] == 'i' || word[0] == 'r';
    return v->elision && (word[1] == '\'' || (word[1] != '\0' && word[2] == '\''));
}

/* Where a word with a capital can be part of a name. */
static uint32_t naming_of(const view *v, const pith__bare *w)
{
    enum { FIRST = PITH__NAMES_FIRST | PITH__NAMES_OPENER, ALL = FIRST | PITH__NAMES_INSIDE };
    const uint32_t weak = PITH__STOP | PITH__MONTH | PITH__PRONOUNS | PITH__DETERMINERS;
    const uint32_t opening =
        PITH__STARTER | PITH__CONNECTIVE | PITH__SPEECH_VERB | PITH__PREPOSITION;
    if (v->french && is_inverted(w))
        return 0;
    uint32_t places = v->french && is_adverb(w) ? ALL & ~PITH__NAMES_OPENER : ALL;
    if (w->shape == PITH__UPPER && w->length > 1)
        return places;
    if (w->classes & PITH__MONTH && w->classes & PITH__GIVEN_NAMES)
        return places | PITH__NAMES_PERHAPS; /* June Rossi, but not June */
    if (w->classes & PITH__MONTH)
        places &= PITH__NAMES_INSIDE;
    if (w->classes & (PITH__GIVEN_NAMES | PITH__TITLES))
        return places;
    if (w->classes & PITH__SPEECH_VERB && w->ordinary)
        return 0;
    if (v->nouns && !(w->classes & PITH__COLLECTIVE) && is_common_noun(w))
        return 0;
    uint32_t inside = w->classes & weak ? 0 : PITH__NAMES_INSIDE;
    if (w->length <= 2)
        inside = !(w->classes & PITH__PRONOUNS) || w->length > 1 ? PITH__NAMES_INSIDE : 0;
    if (w->classes & weak)
        return places & inside;
    return places & (w->classes & opening ? inside | PITH__NAMES_FIRST : inside | FIRST);
}

/* Where al-Hasan has it. */
static bool has_hyphen(const pith__bare *part)
{
    return part->lower_length > 2 && part->lower[2] == '-';
}

/* Whether a word with a small letter may have a name or a pronoun behind a hyphen: al-Hasan,
 * dit-il. */
static bool may_be_joined(const view *v, const pith__bare *part)
{
    return v->english ? has_hyphen(part) : memchr(part->lower, '-', part->lower_length) != NULL;
}

uint32_t pith__naming_of(const pith__language *language, const pith__bare *part)
{
    enum { AGE_MIN = 6 }; /* bytes of 43-year-old, at least */
    const uint32_t starts =
        PITH__NAMES_FIRST | PITH__NAMES_OPENER | PITH__NAMES_PERHAPS; /* of a name */
    const view v = view_of(language);
    const uint32_t telling = PITH__PRONOUNS | PITH__ROLE | PITH__COLLECTIVE |
                             (v.english ? (uint32_t)PITH__SPEECH_VERB : 0);
    bool told = part->classes & telling;
    uint32_t naming = 0;
    if (part->shape == PITH__LOWER)
        naming = may_be_joined(&v, part) ? PITH__NAMES_PERHAPS : 0;
    else if (part->shape == PITH__CAPITAL || part->shape == PITH__UPPER)
        naming = naming_of(&v, part) | (is_doubtful(&v, part) ? PITH__NAMES_PERHAPS : 0u);
    told |= part->shape == PITH__NUMBER && part->lower_length >= AGE_MIN;
    bool quiet = part->shape == PITH__PUNCTUATION || (!told && !(naming & starts));
    return naming | (quiet ? PITH__IS_QUIET : 0u);
}
