#include "quotes/word.h"

#include <string.h>

/* Bytes of a possessive 's at the end of a word, or 0. */
static uint32_t possessive_of(const char *word, uint32_t length)
{
    static const char *const endings[] = {"'s", "\u2019s", "'S", "\u2019S", "'", "\u2019"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        uint32_t size = (uint32_t)strlen(endings[i]);
        if (length > size && memcmp(word + length - size, endings[i], size) == 0)
            return size;
    }
    return 0;
}

/* Bytes of a verb that leans on a pronoun ("he's", "I've"), or 0. */
static uint32_t contraction_of(const char *word, uint32_t length)
{
    static const char *const endings[] = {"'s",       "'ve",      "'re",     "'ll",
                                          "'d",       "'m",       "\u2019s", "\u2019ve",
                                          "\u2019re", "\u2019ll", "\u2019d", "\u2019m"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        uint32_t size = (uint32_t)strlen(endings[i]);
        if (length > size && memcmp(word + length - size, endings[i], size) == 0)
            return size;
    }
    return 0;
}

static bool is_ordinary(const pith_document *document, const pith__document_form *form)
{
    if (form->shape == PITH__LOWER)
        return true;
    if (form->term == PITH_NONE)
        return false;
    const pith__term *term = &document->terms.term.items[form->term];
    return document->terms.form.items[term->form].shape == PITH__LOWER;
}

/* The word of a form with an apostrophe, of which a possessive or a verb may be a part. */
static void part(const pith__lexicon *lexicon, const pith__document_form *form, const char *written,
                 pith__word *word)
{
    uint32_t contraction = contraction_of(form->lower, form->lower_length);
    uint32_t pronoun =
        pith__lexicon_classes(lexicon, form->lower, form->lower_length - contraction) &
        PITH__PRONOUNS;
    if (contraction && pronoun) {
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

/* Forms are numbered in the order of arrival: the first token of each is one of a new form. */
static void part_all(const pith__lexicon *lexicon, const pith_document *document, pith__word *words)
{
    const pith__document_form *forms = document->terms.form.items;
    for (uint32_t t = 0, next = 0; t < document->tokens.token.count; t++) {
        const pith__token *token = &document->tokens.token.items[t];
        if (!forms[token->form].apostrophe || token->form < next)
            continue;
        part(lexicon, &forms[token->form], document->text.bytes + token->start,
             &words[token->form]);
        next = token->form + 1;
    }
}

static void count_inner(const pith_document *document, pith__word *words)
{
    const pith__token *tokens = document->tokens.token.items;
    const pith__document_form *forms = document->terms.form.items;
    for (uint32_t s = 0; s < document->sentences.count; s++) {
        for (uint32_t t = document->tokens.first[s] + 1; t < document->tokens.first[s + 1]; t++)
            words[tokens[t].form].inner += forms[tokens[t - 1].form].shape != PITH__PUNCTUATION;
    }
}

pith__words pith__words_find(pith__arena *arena, const pith__lexicon *lexicon,
                             const pith_document *document)
{
    const pith__document_form *forms = document->terms.form.items;
    uint32_t count = document->terms.form.count;
    pith__word *words = pith__arena_alloc(arena, (count + 1) * sizeof *words);
    for (uint32_t i = 0; i < count; i++)
        words[i] = (pith__word){.classes = forms[i].classes,
                                .length = forms[i].length,
                                .lower_length = forms[i].lower_length,
                                .ordinary = is_ordinary(document, &forms[i])};
    part_all(lexicon, document, words);
    count_inner(document, words);
    return (pith__words){.document = document, .lexicon = lexicon, .of_form = words};
}
