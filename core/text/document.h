/* All that the text stages found, frozen: what summaries and quotes are made from. */
#ifndef PITH_TEXT_DOCUMENT_H
#define PITH_TEXT_DOCUMENT_H

#include <string.h>

#include "text/part.h"
#include "text/term.h"

struct pith_document {
    pith__arena arena; /* holds all of it, this struct as well; the engine moves it in at the end */
    const char *title; /* or NULL */
    const pith__language *language;
    pith__text text;
    pith__paragraphs paragraphs;
    pith__marks marks;
    pith__sentences sentences;
    bool explained;
    pith__verdicts verdicts; /* why the sentences end where they do, if that was asked for */
    pith__tokens tokens;
    pith__terms terms;
    uint32_t *title_terms; /* numbers of the terms that are in the title too, sorted */
    uint32_t title_term_count;
    uint16_t *token_at_block; /* text/document.c */
    uint32_t *token_at_region, *sentence_at_stretch;
    pith__parts parts; /* none unless the caller joined several texts */
    uint32_t *offsets; /* code points and UTF-16 units before each 256th byte, in turn; NULL if each
                          byte is one */
};

/* Runs the text stages, in order. options: NULL, or complete; the language is the vocabulary's. */
pith_document *pith__document_read(pith__arena *arena, pith__arena *scratch,
                                   pith__vocabulary *vocabulary, pith__text text,
                                   const pith_document_options *options);

/* The piece of text of a token. */
static inline pith_span pith__token_span(const pith_document *document, uint32_t token)
{
    const pith__token *t = &document->tokens.token.items[token];
    return (pith_span){t->start, t->start + document->terms.form.items[t->form].length};
}

static inline const pith__document_form *pith__token_form(const pith_document *document,
                                                          uint32_t token)
{
    return &document->terms.form.items[document->tokens.token.items[token].form];
}

/* Whether the word in lower case has more bytes than `beyond`, which are as many as the ending's at
 * least, and ends so. */
static inline bool pith__form_ends(const pith__document_form *form, uint32_t beyond,
                                   const char *ending)
{
    size_t size = strlen(ending);
    return form->lower_length > beyond &&
           memcmp(form->lower + form->lower_length - size, ending, size) == 0;
}

/* Whether the form is one of these words, which are in lower case. */
static inline bool pith__form_is_one_of(const pith__document_form *form, const char *const words[],
                                        size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (form->lower[0] == words[i][0] && strcmp(form->lower, words[i]) == 0)
            return true;
    return false;
}

#define PITH__FORM_IS_ONE_OF(form, words)                                                          \
    pith__form_is_one_of(form, words, sizeof(words) / sizeof *(words))

/* The sentence that contains the byte or, between sentences, the next one (the last one behind the
 * end). */
uint32_t pith__sentence_at(const pith_document *document, uint32_t byte);

/* The paragraph of that sentence. */
static inline uint32_t pith__paragraph_at(const pith_document *document, uint32_t byte)
{
    return document->sentences.items[pith__sentence_at(document, byte)].paragraph;
}

/* The first token that begins at the byte or later. */
uint32_t pith__token_at(const pith_document *document, uint32_t byte);

#endif
