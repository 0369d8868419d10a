#include "text/term.h"

#include <stddef.h>
#include <string.h>

/* What the vocabulary keeps from an earlier text does not hold: see number_words in token.c. */
uint32_t pith__term_of(const pith__vocabulary *vocabulary, const pith__terms *terms, uint32_t stem)
{
    uint32_t number = vocabulary->terms.items[stem];
    bool holds = number < terms->term.count && terms->term.items[number].stem == stem;
    return holds ? number : PITH_NONE;
}

/* A form while its document's terms are found. */
typedef struct tally {
    uint32_t count; /* occurrences */
    uint32_t term;  /* its number + 1, or 0 */
} tally;

enum {
    FACTS = offsetof(pith__document_form, lower_head), /* what a form has of the vocabulary's */
    FACTS_END = offsetof(pith__document_form, count),
    KNOWN_FACTS = offsetof(pith__form, lower_head)
};

#define SAME_PLACE(field)                                                                          \
    _Static_assert(offsetof(pith__form, field) - KNOWN_FACTS ==                                    \
                       offsetof(pith__document_form, field) - FACTS,                               \
                   "facts of forms are copied as they lie")
SAME_PLACE(length);
SAME_PLACE(lower_length);
SAME_PLACE(classes);
SAME_PLACE(hash);
SAME_PLACE(spelling);
SAME_PLACE(kind);
SAME_PLACE(learnt);
SAME_PLACE(shape);
SAME_PLACE(stem);
#undef SAME_PLACE

/* Copies the forms of the document. The numbers of their terms are asked for in time. */
static void copy_forms(pith__arena *arena, const pith__vocabulary *vocabulary,
                       const pith__tokens *tokens, pith__document_form *copy)
{
    const pith__form *forms = vocabulary->forms.items;
    const uint32_t *terms = vocabulary->terms.items;
    for (const uint32_t *number = tokens->forms.items, *end = number + tokens->forms.count;
         number < end; number++, copy++) {
        const pith__form *form = &forms[*number];
        __builtin_prefetch(&terms[form->stem]);
        memcpy((char *)copy + FACTS, (const char *)form + KNOWN_FACTS, FACTS_END - FACTS);
        copy->lower = copy->lower_head;
        if (pith__form_is_long(form))
            copy->lower = pith__arena_copy(arena, form->strings, form->lower_length);
    }
}

/* The terms of the forms, in the order of arrival. Which forms have one, and which terms are new,
 * no processor can guess: all are written down. */
static void find_terms(pith__arena *arena, pith__vocabulary *vocabulary, pith__terms *terms,
                       tally *tallies)
{
    uint32_t count = 0;
    uint32_t *numbers = vocabulary->terms.items;
    const uint32_t room = terms->form.count + 1;
    pith__term *all = pith__arena_zero(arena, room, sizeof *all);
    for (uint32_t i = 0; i < terms->form.count; i++) {
        pith__document_form *form = &terms->form.items[i];
        uint32_t stem = form->stem, has = form->telling, old = numbers[stem];
        uint32_t within = -(uint32_t)(old < room);
        uint32_t is_new = (uint32_t)(old >= count) | (all[old & within].stem != stem);
        uint32_t number = old + ((count - old) & -is_new);
        all[count].stem = stem;
        all[count].form = i;
        count += is_new & has;
        numbers[stem] = number;
        form->term = number | (has - 1);
        tallies[i].count = 0;
        tallies[i].term = (number + 1) & -has;
    }
    terms->term.items = all;
    terms->term.count = count;
    terms->term.room = room;
    pith__array_trim(arena, &terms->term);
}

/* Where a term was seen. */
typedef struct sighting {
    uint32_t last; /* sentence, + 1 */
    uint32_t sentences;
} sighting;

/* Occurrences of forms, and the sentences of terms, in one walk over the tokens. Whether a token
 * has a term, no processor can guess: those without count for one before the first. */
static void count_tokens(pith__arena *scratch, const pith__tokens *tokens, pith__terms *terms,
                         uint32_t sentence_count, tally *tallies)
{
    sighting *seen = pith__arena_zero(scratch, terms->term.count + 1u, sizeof *seen);
    const pith__token *token = tokens->token.items;
    for (uint32_t s = 0; s < sentence_count; s++) {
        for (const pith__token *end = tokens->token.items + tokens->first[s + 1]; token < end;
             token++) {
            tally *t = &tallies[token->form];
            sighting *of = &seen[t->term];
            t->count++;
            of->sentences += of->last != s + 1;
            of->last = s + 1;
        }
    }
    for (uint32_t i = 0; i < terms->term.count; i++) {
        terms->term.items[i].count = 0;
        terms->term.items[i].sentences = seen[i + 1].sentences;
    }
}

/* Occurrences of terms, and the form that stands for each. */
static void count_terms(pith__terms *terms, const tally *tallies)
{
    for (uint32_t i = 0; i < terms->form.count; i++) {
        terms->form.items[i].count = tallies[i].count;
        if (!tallies[i].term)
            continue;
        pith__term *term = &terms->term.items[tallies[i].term - 1];
        term->count += tallies[i].count;
        if (tallies[i].count > tallies[term->form].count)
            term->form = i;
    }
}

pith__terms pith__terms_find(pith__arena *arena, pith__arena *scratch, pith__vocabulary *vocabulary,
                             pith__tokens *tokens, uint32_t sentence_count)
{
    pith__terms terms = {0};
    uint32_t count = tokens->forms.count;
    terms.form.items =
        pith__line_in(pith__arena_alloc(arena, count * sizeof *terms.form.items + PITH__LINE));
    terms.form.count = terms.form.room = count;
    copy_forms(arena, vocabulary, tokens, terms.form.items);
    pith__array_drop(arena, &tokens->forms);
    tally *tallies = pith__arena_alloc(scratch, count * sizeof *tallies);
    find_terms(arena, vocabulary, &terms, tallies);
    count_tokens(scratch, tokens, &terms, sentence_count, tallies);
    count_terms(&terms, tallies);
    return terms;
}
