/* Pieces of a document as a summary prints them: every run of white space with a line end in it is
 * one space. What limits count is what is printed here. */
#ifndef PITH_SUMMARY_PIECE_H
#define PITH_SUMMARY_PIECE_H

#include "text/document.h"

typedef struct pith__size {
    uint32_t sentences, words;
    uint32_t characters; /* code points */
    uint32_t tokens;     /* of a language model, estimated: one for each 4 bytes, or part of them,
                            of each word and each run of one mark */
} pith__size;

/* What a form counts in tokens of a language model. */
static inline uint32_t pith__model_tokens(const pith__document_form *form)
{
    return (form->length + 3) / 4;
}

/* Code points of a piece. */
uint32_t pith__piece_characters(const pith_document *document, pith_span span);

/* The size of a piece; `first` is its first token, `sentences` is taken as given. */
pith__size pith__piece_measure(const pith_document *document, pith_span span, uint32_t first,
                               uint32_t sentences);

/* Writes the piece to `out`, which has room for the bytes of the span; returns where it ends. */
char *pith__piece_write(const pith_document *document, pith_span span, char *out);

#endif
