#include "quotes/nobody.h"

#include <string.h>

/* North Korea, New Zealand. */
static bool is_region(const pith__words *words, const pith__mention *m, const pith__person *p)
{
    enum { LONGEST = 5 };
    static const char *const sides[] = {"north", "south", "east", "west", "new"};
    if (p->full == 0)
        return false;
    uint32_t token = pith__name_token(words->tokens, m);
    return pith__word_at(words, token)->lower_length <= LONGEST &&
           PITH__FORM_IS_ONE_OF(pith__token_form(words->document, token), sides);
}

/* Chinese, British; Syrian Americans, New Democrats: who never has a title or another name. */
static bool is_people(const pith__document_form *last, const pith__person *p)
{
    enum { BEYOND = 5 }; /* bytes: not Reese */
    static const char *const plurals[] = {"ians", "icans", "crats"};
    for (size_t i = 0; i < sizeof plurals / sizeof *plurals; i++)
        if (pith__form_ends(last, BEYOND, plurals[i]))
            return true;
    return p->full == 0 &&
           (pith__form_ends(last, BEYOND, "ese") || pith__form_ends(last, BEYOND, "ish"));
}

/* Green Valley, Holm Street. */
static bool is_landmark(const pith__words *words, const pith__mention *m,
                        const pith__document_form *last)
{
    static const char *const features[] = {
        "avenue", "bay",   "beach",  "boulevard", "bridge",    "canyon", "coast", "county",
        "creek",  "hills", "island", "islands",   "mountains", "ocean",  "park",  "peninsula",
        "plaza",  "river", "road",   "square",    "street",    "valley"};
    return PITH__FORM_IS_ONE_OF(last, features) && pith__name_token(words->tokens, m) + 1 < m->end;
}

/* holm.org */
static bool is_address(const pith__document_form *word)
{
    enum { TOP_MIN = 2, TOP_MAX = 4 }; /* letters behind the last dot */
    const char *dot = strrchr(word->lower, '.');
    size_t letters = dot ? strspn(dot + 1, "abcdefghijklmnopqrstuvwxyz") : 0;
    return dot && dot > word->lower + 1 && letters >= TOP_MIN && letters <= TOP_MAX &&
           !dot[letters + 1];
}

static bool has_initial(const pith__words *words, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t++)
        if (pith__is_initial(words, t))
            return true;
    return false;
}

/* Chinese New Year: the last word is no name's, and nothing tells that it is somebody; NASA, Peru,
 * holm.org. No pronoun near an acronym or address tells a gender. */
static bool is_thing(const pith__words *words, const pith__mention *m,
                     const pith__document_form *last, const pith__person *p)
{
    bool sign = last->shape == PITH__UPPER || is_address(last);
    if (p->gender == PITH__UNKNOWN && is_landmark(words, m, last))
        return true;
    if (!(last->small | sign | last->spelling.toponym) || (p->gender != PITH__UNKNOWN && !sign))
        return false;
    uint32_t first = pith__name_token(words->tokens, m);
    return last->small ? !has_initial(words, first, m->end) : first + 1 == m->end;
}

bool pith__is_nobody(const pith__words *words, const pith__mention *fullest,
                     const pith__person *person)
{
    const pith__document_form *last = pith__token_form(words->document, fullest->end - 1);
    if (is_region(words, fullest, person))
        return true;
    if (person->kind != PITH__NAME || pith__begins_with_given_name(words, fullest))
        return false;
    return is_people(last, person) || is_thing(words, fullest, last, person);
}

bool pith__is_wordy(const pith__words *words, const pith__mention *name)
{
    if (pith__begins_with_given_name(words, name))
        return false;
    for (uint32_t t = pith__name_token(words->tokens, name); t < name->end; t++)
        if (pith__token_form(words->document, t)->small)
            return true;
    return false;
}
