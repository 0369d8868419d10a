/* Reads a text into a document inside a test's arena, with the language's own data. */
#ifndef PITH_TESTS_READING_H
#define PITH_TESTS_READING_H

#include "text/document.h"

/* The document; its vocabulary is *vocabulary, which the test frees. */
static inline pith_document *read_text(pith__arena *arena, pith__vocabulary *vocabulary,
                                       const char *language, const char *text, size_t length)
{
    pith__vocabulary_init(vocabulary, arena, 1, pith__language_find(language), NULL, 0);
    return pith__document_read(arena, arena, vocabulary, pith__decode(arena, text, length), NULL);
}

#endif
