#include "quotes/narrator.h"

#include <string.h>

enum { SENTENCE_MAX = 80 /* tokens that are looked at */ };

static const pith__document_form *form_at(const pith_document *document, uint32_t token)
{
    return pith__token_form(document, token);
}

static bool is_one_of(const char *const words[], size_t count, const char *word, size_t length)
{
    for (size_t i = 0; i < count; i++) {
        if (strlen(words[i]) == length && memcmp(words[i], word, length) == 0)
            return true;
    }
    return false;
}

#define IS_ONE_OF(words, word, length)                                                             \
    is_one_of(words, sizeof(words) / sizeof *(words), word, length)

/* Bytes of an elided word and its apostrophe at the start: j', l', qu'; 0 if there is none. */
static uint32_t elided(const pith__document_form *form)
{
    const char *mark = strchr(form->lower, '\'');
    if (mark)
        return (uint32_t)(mark - form->lower) + 1;
    mark = strstr(form->lower, "\u2019");
    return mark ? (uint32_t)(mark - form->lower) + 3 : 0;
}

static bool is_first_or_second_person(const pith__document_form *form)
{
    static const char *const words[] = {"je",  "me",   "moi",   "mon", "ma",   "mes",  "tu",
                                        "te",  "toi",  "ton",   "ta",  "tes",  "nous", "notre",
                                        "nos", "vous", "votre", "vos", "mien", "tien"};
    uint32_t start = elided(form);
    if (IS_ONE_OF(words, form->lower, form->lower_length))
        return true;
    return start && (form->lower[0] == 'j' || form->lower[0] == 'm' || form->lower[0] == 't');
}

static bool ends_in(const char *word, size_t length, const char *ending)
{
    size_t size = strlen(ending);
    return length > size + 1 && memcmp(word + length - size, ending, size) == 0;
}

/* Forms of the passé simple that are no other word. */
static bool is_told(const char *word, size_t length)
{
    static const char *const endings[] = {"èrent", "irent", "urent", "inrent"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (ends_in(word, length, endings[i]))
            return true;
    }
    return false;
}

/* Those that are one behind their subject: il entra, elle prit, Paul se tut; but not the future
 * (sera, viendra, parlera). */
static bool is_told_of_subject(const char *word, size_t length)
{
    static const char *const endings[] = {"it", "ut", "int"};
    static const char *const short_forms[] = {"eut", "fut", "dit", "fit", "mit", "vit", "put"};
    static const char *const future[] = {"era", "dra", "vra", "ira", "ura", "rra", "fera"};
    static const char *const in_ra[] = {
        "tira",   "admira",  "retira", "attira", "soupira", "respira", "jura",   "murmura",
        "assura", "demeura", "pleura", "serra",  "livra",   "ouvra",   "figura", "considéra"};
    if (IS_ONE_OF(short_forms, word, length) || IS_ONE_OF(in_ra, word, length))
        return true;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (ends_in(word, length, endings[i]))
            return true;
    }
    for (size_t i = 0; i < sizeof future / sizeof *future; i++) {
        if (length >= 3 && ends_in(word, length, future[i]))
            return false;
    }
    return ends_in(word, length, "a");
}

static bool is_imperfect(const char *word, size_t length)
{
    return ends_in(word, length, "ait") || ends_in(word, length, "aient");
}

/* Whether the word can be the subject, or stand between it and its verb. */
static bool is_subject(const pith__document_form *form)
{
    static const char *const between[] = {"se", "lui", "leur", "y",  "en",
                                          "ne", "qui", "le",   "la", "les"};
    return form->classes & (PITH__PRONOUN_MALE | PITH__PRONOUN_FEMALE | PITH__PRONOUN_PLURAL) ||
           form->shape == PITH__CAPITAL || IS_ONE_OF(between, form->lower, form->lower_length);
}

/* What a verb of the sentence tells: 2 for the passé simple, 1 for the imparfait. */
static int tense(const pith_document *document, uint32_t first, uint32_t end)
{
    int most = 0;
    for (uint32_t t = first; t < end; t++) {
        const pith__document_form *form = form_at(document, t);
        if (form->shape != PITH__LOWER)
            continue;
        uint32_t start = elided(form);
        const char *word = form->lower + start;
        size_t length = form->lower_length - start;
        bool behind =
            start ? form->lower[0] != 'd' : t > first && is_subject(form_at(document, t - 1));
        if (is_told(word, length) || (behind && is_told_of_subject(word, length)))
            return 2;
        if (is_imperfect(word, length))
            most = 1;
    }
    return most;
}

int pith__told(const pith_document *document, uint32_t first, uint32_t end)
{
    enum { THIRD = PITH__PRONOUN_MALE | PITH__PRONOUN_FEMALE | PITH__PRONOUN_PLURAL };
    end = end - first > SENTENCE_MAX ? first + SENTENCE_MAX : end;
    int points = 2 * tense(document, first, end);
    for (uint32_t t = first; t < end; t++) {
        const pith__document_form *form = form_at(document, t);
        if (is_first_or_second_person(form))
            points -= 3;
        if (form->lower[0] == '!' || form->lower[0] == '?')
            points -= 2;
    }
    const pith__document_form *opening = form_at(document, first);
    return points + (opening->classes & THIRD ? 1 : 0);
}
