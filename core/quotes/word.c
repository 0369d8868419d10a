#include "quotes/word.h"

#include <string.h>

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

/* ---- words ---- */

static uint32_t naming_of(const pith_document *document, const pith__document_form *form,
                          const pith__word *w)
{
    return pith__naming_of(document->language,
                           &(pith__bare){.lower = form->lower,
                                         .lower_length = form->lower_length,
                                         .form_classes = form->classes,
                                         .length = w->length,
                                         .classes = w->classes,
                                         .shape = w->shape,
                                         .ordinary = pith__is_ordinary_form(document, form)});
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
    for (uint32_t i = 0; i < count; i++) {
        const pith__document_form *form = &forms[i];
        pith__word *word = &words[i];
        word->length = form->length;
        word->lower_length = form->lower_length;
        word->classes = form->classes;
        word->shape = form->shape;
        word->naming = form->naming;
        word->possessive = false;
        bool verb = form->classes & PITH__SPEECH_VERB && form->shape != PITH__LOWER;
        if (!form->apostrophe && !(verb && pith__is_ordinary_form(document, form)))
            continue; /* most words */
        if (form->apostrophe) {
            token += i - seen;
            seen = i;
            while (token->form < i)
                token++;
            part(lexicon, form, document->text.bytes + token->start, word);
        }
        word->naming = (unsigned char)naming_of(document, form, word);
    }
    return (pith__words){
        .document = document, .lexicon = lexicon, .tokens = tokens, .of_form = words};
}
