#include "text/term.h"

#include <string.h>

#include "ground/utf8.h"

enum { DIGITS_MIN = 4 }; /* of a bare number that says something: a year, not a 5 */

/* Words of one letter say nothing; a Han character does. */
static bool is_single_letter(const pith__document_form *form)
{
    uint32_t at = 0;
    return pith__utf8_next(form->lower, &at) < 0x2E80 && at == form->lower_length;
}

static bool is_short_number(const pith__document_form *form)
{
    uint32_t digits = 0;
    for (uint32_t at = 0; at < form->lower_length;) {
        uint32_t code = pith__utf8_next(form->lower, &at);
        if (pith__utf8_is_letter(code))
            return false;
        digits += pith__utf8_is_digit(code);
    }
    return digits < DIGITS_MIN;
}

static bool is_term(const pith__document_form *form)
{
    if (form->classes & PITH__STOP || form->shape == PITH__PUNCTUATION || !form->lower_length)
        return false;
    return !is_single_letter(form) && !(form->shape == PITH__NUMBER && is_short_number(form));
}

/* What the vocabulary keeps from an earlier text does not hold: see number_of in token.c. */
uint32_t pith__term_of(const pith__vocabulary *vocabulary, const pith__terms *terms, uint32_t stem)
{
    uint32_t number = vocabulary->terms.items[stem];
    bool holds = number < terms->term.count && terms->term.items[number].known == stem;
    return holds ? number : PITH_NONE;
}

/* The term of a stem, added when it is new; form: the document's first of it. */
static uint32_t add_term(pith__arena *arena, pith__vocabulary *vocabulary, pith__terms *terms,
                         uint32_t stem, uint32_t form)
{
    uint32_t number = pith__term_of(vocabulary, terms, stem);
    if (number != PITH_NONE)
        return number;
    *pith__array_add(arena, &terms->term) = (pith__term){.known = stem, .form = form};
    return vocabulary->terms.items[stem] = terms->term.count - 1;
}

/* Copies a form of the vocabulary; its lower case goes to `strings`. Field by field: GCC would make
 * the struct elsewhere and then wait for it. */
static void copy_form(const pith__vocabulary *vocabulary, uint32_t known, char *strings,
                      pith__document_form *copy)
{
    const pith__form *form = &vocabulary->forms.items[known];
    if (!pith__form_is_long(form))
        memcpy(strings, form->lower_head, PITH__HEAD);
    else
        memcpy(strings, form->strings, form->lower_length + 1u);
    copy->lower = strings;
    copy->lower_length = form->lower_length;
    copy->length = form->length;
    copy->term = PITH_NONE;
    copy->classes = form->classes;
    copy->count = 0;
    copy->hash = form->hash;
    copy->spelling = form->spelling;
    copy->kind = form->kind;
    copy->learnt = form->learnt;
    copy->shape = form->shape;
    copy->apostrophe = form->apostrophe;
}

/* Bytes of the strings of all forms. Their lines of the cache, which have gone meanwhile, and the
 * numbers of their terms are asked for in time. */
static size_t measure(const pith__vocabulary *vocabulary, const pith__tokens *tokens)
{
    enum { AHEAD = 12 };
    const pith__form *forms = vocabulary->forms.items;
    const uint32_t *numbers = tokens->forms.items;
    size_t bytes = PITH__HEAD;
    for (uint32_t i = 0; i < tokens->forms.count; i++) {
        if (i + AHEAD < tokens->forms.count)
            __builtin_prefetch(&forms[numbers[i + AHEAD]]);
        __builtin_prefetch(&vocabulary->terms.items[forms[numbers[i]].stem]);
        bytes += forms[numbers[i]].lower_length + 1u;
    }
    return bytes;
}

/* The forms of the document, their strings in one block, and their terms. */
static void add_forms(pith__arena *arena, pith__vocabulary *vocabulary, const pith__tokens *tokens,
                      pith__terms *terms)
{
    uint32_t count = tokens->forms.count;
    char *strings = pith__arena_alloc(arena, measure(vocabulary, tokens));
    terms->form.items = pith__arena_alloc(arena, count * sizeof *terms->form.items);
    terms->form.count = terms->form.room = count;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t known = tokens->forms.items[i];
        pith__document_form *form = &terms->form.items[i];
        copy_form(vocabulary, known, strings, form);
        strings += form->lower_length + 1u;
        if (is_term(form))
            form->term = add_term(arena, vocabulary, terms, vocabulary->forms.items[known].stem, i);
    }
    pith__array_trim(arena, &terms->term);
}

/* Where a term was seen. */
typedef struct sighting {
    uint32_t last; /* sentence, + 1 */
    uint32_t sentences;
} sighting;

/* Occurrences of forms, and the sentences of terms, in one walk over the tokens. Whether a token
 * has a term, no processor can guess: those without count for one behind the last. */
static void count_tokens(pith__arena *scratch, const pith__tokens *tokens, pith__terms *terms,
                         uint32_t sentence_count)
{
    sighting *seen = pith__arena_zero(scratch, terms->term.count + 1u, sizeof *seen);
    for (uint32_t s = 0; s < sentence_count; s++) {
        for (uint32_t i = tokens->first[s]; i < tokens->first[s + 1]; i++) {
            pith__document_form *form = &terms->form.items[tokens->token.items[i].form];
            sighting *of = &seen[form->term != PITH_NONE ? form->term : terms->term.count];
            form->count++;
            of->sentences += of->last != s + 1;
            of->last = s + 1;
        }
    }
    for (uint32_t i = 0; i < terms->term.count; i++)
        terms->term.items[i].sentences = seen[i].sentences;
}

/* Occurrences of terms, and the form that stands for each. */
static void count_terms(pith__terms *terms)
{
    for (uint32_t i = 0; i < terms->form.count; i++) {
        const pith__document_form *form = &terms->form.items[i];
        if (form->term == PITH_NONE)
            continue;
        pith__term *term = &terms->term.items[form->term];
        term->count += form->count;
        if (form->count > terms->form.items[term->form].count)
            term->form = i;
    }
}

pith__terms pith__terms_find(pith__arena *arena, pith__arena *scratch, pith__vocabulary *vocabulary,
                             const pith__tokens *tokens, uint32_t sentence_count)
{
    pith__terms terms = {0};
    add_forms(arena, vocabulary, tokens, &terms);
    count_tokens(scratch, tokens, &terms, sentence_count);
    count_terms(&terms);
    return terms;
}
