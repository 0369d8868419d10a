/* Texts with their sentences, as JSON lines: running text {"text", "lang", "ends"} with the ends
 * of the sentences in code points, or rules {"text", "lang", "group", "sentences"} with the
 * sentences themselves. */
#ifndef PITH_TESTS_SENTENCE_SET_H
#define PITH_TESTS_SENTENCE_SET_H

#include <stdbool.h>

#include <cjson/cJSON.h>

#include "text/document.h"

typedef struct record {
    cJSON *json;
    const char *text, *lang; /* lang "" if it has none */
    const char *group;       /* of a rule, or NULL */
    const cJSON *sentences;  /* of a rule, or NULL */
    uint32_t *ends;          /* of running text: bytes, sorted, without white space before them; the
                                end of the text is left out */
    uint32_t end_count;
} record;

typedef struct sentence_set {
    char *name; /* of the file, without its extension */
    record *items;
    size_t count;
} sentence_set;

/* Prints what is wrong and exits when the file is no such set. */
sentence_set sentence_set_read(const char *path);
void sentence_set_free(sentence_set *set);

/* The ends of the sentences of a document, in the same form; freed by the caller. */
uint32_t *ends_of(const pith__text text, const pith__sentences *sentences, uint32_t *count);

/* Terminators are found before the end, behind closing marks and brackets. */
bool ends_with_terminator(const char *text, uint32_t end);

/* No line ends in the white space behind. */
bool is_inner_end(const char *text, uint32_t end);

#endif
