#include "quotes/word.h"

#include <string.h>

/* A language, as far as it matters here. */
typedef struct view {
    const pith_document *document;
    uint32_t telling; /* classes of words at which mentions begin or end */
    bool english, french;
    bool nouns;   /* all nouns have capitals */
    bool elision; /* small words lose their vowel before a verb: N'approche */
} view;

/* ---- possessives ---- */

/* Bytes of the apostrophe that ends there, or 0. */
static uint32_t apostrophe_before(const char *word, uint32_t end)
{
    if (end >= 1 && word[end - 1] == '\'')
        return 1;
    return end >= 3 && memcmp(word + end - 3, "\u2019", 3) == 0 ? 3 : 0;
}

/* Bytes of a possessive 's at the end of a word, or 0. */
static uint32_t possessive_of(const char *word, uint32_t length)
{
    uint32_t letters = length && (word[length - 1] == 's' || word[length - 1] == 'S');
    uint32_t apostrophe = apostrophe_before(word, length - letters);
    return apostrophe && length > letters + apostrophe ? letters + apostrophe : 0;
}

/* Letters of a short verb at the end of a word: 's, 'd, 'm, 've, 're, 'll. */
static uint32_t verb_letters(const char *word, uint32_t length)
{
    char last = length > 0 ? word[length - 1] : '\0', before = length > 1 ? word[length - 2] : '\0';
    if (last == 's' || last == 'd' || last == 'm')
        return 1;
    return (last == 'e' && (before == 'v' || before == 'r')) || (last == 'l' && before == 'l') ? 2
                                                                                               : 0;
}

/* Bytes of a verb that leans on a pronoun ("he's", "I've"), or 0. */
static uint32_t contraction_of(const char *word, uint32_t length)
{
    uint32_t letters = verb_letters(word, length);
    uint32_t apostrophe = letters ? apostrophe_before(word, length - letters) : 0;
    return apostrophe && length > letters + apostrophe ? letters + apostrophe : 0;
}

/* The word of a form with an apostrophe, of which a possessive or a verb may be a part. */
static void part(const pith__lexicon *lexicon, const pith__document_form *form, const char *written,
                 pith__word *word)
{
    uint32_t contraction = contraction_of(form->lower, form->lower_length);
    uint32_t pronoun =
        contraction ? PITH__PRONOUNS & pith__lexicon_classes(lexicon, form->lower,
                                                             form->lower_length - contraction)
                    : 0;
    if (pronoun) {
        word->length -= contraction_of(written, form->length);
        word->lower_length -= contraction;
        word->classes |= pronoun;
        return;
    }
    if (form->shape == PITH__PUNCTUATION || !possessive_of(written, form->length))
        return;
    word->possessive = true;
    word->length -= possessive_of(written, form->length);
    word->lower_length -= possessive_of(form->lower, form->lower_length);
    word->classes |= pith__lexicon_classes(lexicon, form->lower, word->lower_length);
}

/* ---- names ---- */

/* Whether a German noun is surely none that names somebody. */
static bool is_common_noun(const pith__document_form *form)
{
    static const char *const endings[] = {
        "ung", "ungen", "heit",     "heiten", "keit",  "keiten", "schaft", "tion",    "tionen",
        "tät", "täten", "schaften", "ismus",  "nisse", "nis",    "ments",  "angaben", "aussagen"};
    if (form->classes & (PITH__SPEECH_NOUN | PITH__MONTH))
        return true;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t size = strlen(endings[i]);
        if (form->lower_length > size + 2 &&
            memcmp(form->lower + form->lower_length - size, endings[i], size) == 0)
            return true;
    }
    return false;
}

/* Suis-je, Aidez-moi: a French verb with its pronoun; and Peut-être. */
static bool is_inverted(const pith__document_form *form)
{
    static const char *const pronouns[] = {"je", "tu",  "il",  "elle", "on",    "nous", "vous",
                                           "ce", "moi", "toi", "le",   "la",    "les",  "lui",
                                           "y",  "en",  "ils", "leur", "elles", "être"};
    const char *hyphen = strrchr(form->lower, '-');
    for (size_t i = 0; hyphen && i < sizeof pronouns / sizeof *pronouns; i++)
        if (strcmp(hyphen + 1, pronouns[i]) == 0)
            return true;
    return false;
}

/* Seulement, Nullement: where a sentence begins. */
static bool is_adverb(const pith__document_form *form)
{
    static const char ending[] = "ment";
    return form->lower_length > 6 && !(form->classes & PITH__GIVEN_NAMES) &&
           memcmp(form->lower + form->lower_length - 4, ending, 4) == 0;
}

/* Whether what stands before the word, or how it is written, may tell that it is no name: the
 * constituency D-Conn., N'approche. */
static bool is_doubtful(const view *v, const pith__document_form *form)
{
    const char *word = form->lower;
    if (word[1] == '-')
        return word[0] == 'd' || word[0] == 'i' || word[0] == 'r';
    return v->elision && (word[1] == '\'' || (word[1] != '\0' && word[2] == '\''));
}

/* Where a word with a capital can be part of a name. */
static uint32_t naming_of(const view *v, const pith__document_form *form, const pith__word *w,
                          bool ordinary)
{
    enum { FIRST = PITH__NAMES_FIRST | PITH__NAMES_OPENER, ALL = FIRST | PITH__NAMES_INSIDE };
    const uint32_t weak = PITH__STOP | PITH__MONTH | PITH__PRONOUNS | PITH__DETERMINERS;
    const uint32_t opening =
        PITH__STARTER | PITH__CONNECTIVE | PITH__SPEECH_VERB | PITH__PREPOSITION;
    if (v->french && is_inverted(form))
        return 0;
    uint32_t places = v->french && is_adverb(form) ? ALL & ~PITH__NAMES_OPENER : ALL;
    if (w->shape == PITH__UPPER && w->length > 1)
        return places;
    if (w->classes & PITH__MONTH && w->classes & PITH__GIVEN_NAMES)
        return places | PITH__NAMES_PERHAPS; /* June Rossi, but not June */
    if (w->classes & PITH__MONTH)
        places &= PITH__NAMES_INSIDE;
    if (w->classes & (PITH__GIVEN_NAMES | PITH__TITLES))
        return places;
    if (w->classes & PITH__SPEECH_VERB && ordinary)
        return 0;
    if (v->nouns && !(w->classes & PITH__COLLECTIVE) && is_common_noun(form))
        return 0;
    uint32_t inside = w->classes & weak ? 0 : PITH__NAMES_INSIDE;
    if (w->length <= 2)
        inside = !(w->classes & PITH__PRONOUNS) || w->length > 1 ? PITH__NAMES_INSIDE : 0;
    if (w->classes & weak)
        return places & inside;
    return places & (w->classes & opening ? inside | PITH__NAMES_FIRST : inside | FIRST);
}

/* ---- words ---- */

static bool is_ordinary(const pith_document *document, const pith__document_form *form)
{
    if (form->term == PITH_NONE)
        return false;
    const pith__term *term = &document->terms.term.items[form->term];
    return document->terms.form.items[term->form].shape == PITH__LOWER;
}

/* Where al-Hasan has it. */
static bool has_hyphen(const pith__document_form *form)
{
    return form->lower_length > 2 && form->lower[2] == '-';
}

/* Whether a word with a small letter may have a name or a pronoun behind a hyphen: al-Hasan,
 * dit-il. */
static bool may_be_joined(const view *v, const pith__document_form *form)
{
    return v->english ? has_hyphen(form) : memchr(form->lower, '-', form->lower_length) != NULL;
}

/* What can be told of a word when its classes and lengths are known. */
static __attribute__((noinline)) void tell(const view *v, const pith__document_form *form,
                                           pith__word *w)
{
    enum { AGE_MIN = 6 }; /* bytes of 43-year-old, at least */
    const uint32_t starts =
        PITH__NAMES_FIRST | PITH__NAMES_OPENER | PITH__NAMES_PERHAPS; /* of a name */
    bool told = w->classes & v->telling;
    uint32_t naming = 0;
    if (w->shape == PITH__LOWER) {
        naming = may_be_joined(v, form) ? PITH__NAMES_PERHAPS : 0;
    } else {
        bool ordinary = is_ordinary(v->document, form);
        if (pith__word_is_capital(w))
            naming =
                naming_of(v, form, w, ordinary) | (is_doubtful(v, form) ? PITH__NAMES_PERHAPS : 0u);
        naming |= ordinary ? PITH__IS_ORDINARY : 0u;
    }
    told |= w->shape == PITH__NUMBER && form->lower_length >= AGE_MIN;
    w->naming = (unsigned char)naming;
    w->quiet = w->shape == PITH__PUNCTUATION || (!told && !(naming & starts));
}

static view view_of(const pith_document *document)
{
    const char *code = document->language->code;
    view v = {.document = document};
    v.english = strcmp(code, "en") == 0;
    v.french = strcmp(code, "fr") == 0;
    v.nouns = strcmp(code, "de") == 0;
    v.elision = v.french || strcmp(code, "it") == 0 || strcmp(code, "ca") == 0;
    v.telling = PITH__PRONOUNS | PITH__ROLE | PITH__COLLECTIVE |
                (v.english ? (uint32_t)PITH__SPEECH_VERB : 0);
    return v;
}

/* Forms are numbered in the order of arrival: the first token of one is behind those of all before,
 * and the first of all that are not before it. */
pith__words pith__words_find(pith__arena *arena, const pith__lexicon *lexicon,
                             const pith_document *document)
{
    const pith__document_form *forms = document->terms.form.items;
    const pith__token *tokens = document->tokens.token.items;
    const pith__token *token = tokens;
    uint32_t count = document->terms.form.count, seen = 0;
    pith__word *words = pith__arena_alloc(arena, (count + 1) * sizeof *words);
    view v = view_of(document);
    const uint32_t telling = v.telling;
    const bool english = v.english;
    for (uint32_t i = 0; i < count; i++) {
        const pith__document_form *form = &forms[i];
        pith__word *word = &words[i];
        word->length = form->length;
        word->lower_length = form->lower_length;
        word->classes = form->classes;
        word->shape = form->shape;
        word->naming = 0;
        word->possessive = false;
        word->quiet = !(form->classes & telling);
        if (form->shape == PITH__LOWER && !form->apostrophe && english && !has_hyphen(form))
            continue; /* most words */
        if (form->apostrophe) {
            token += i - seen;
            seen = i;
            while (token->form < i)
                token++;
            part(lexicon, form, document->text.bytes + token->start, word);
        }
        tell(&v, form, word);
    }
    return (pith__words){
        .document = document, .lexicon = lexicon, .tokens = tokens, .of_form = words};
}
