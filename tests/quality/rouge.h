/* ROUGE-1, ROUGE-2 and ROUGE-Lsum, F1: Lin 2004, "ROUGE: A Package for Automatic Evaluation of
 * Summaries", as the rouge_score package counts them.
 *
 * English words are runs of a-z and 0-9 in lower case, those of more than three letters by their
 * Porter stem; words of other languages are runs of letters and digits as they are. Lsum takes
 * lines as sentences. */
#ifndef PITH_TESTS_ROUGE_H
#define PITH_TESTS_ROUGE_H

#include <stdbool.h>

#include "ground/table.h"

typedef struct rouge_text {
    uint32_t *word; /* numbers of the words */
    uint32_t *pair; /* numbers of each two words in a row, words - 1 of them */
    uint32_t words;
    uint32_t *line; /* first word of each line that has any; lines + 1 */
    uint32_t lines;
} rouge_text;

/* Numbers words: texts can be compared that the same one read. */
typedef struct rouge {
    pith__arena *arena;
    struct sb_stemmer *porter;
    pith__table words, pairs;
} rouge;

void rouge_init(rouge *r, pith__arena *arena);
void rouge_free(rouge *r);

/* Valid UTF-8; what it returns lives in the arena. */
rouge_text rouge_read(rouge *r, const char *text, size_t length, bool english);

typedef struct rouge_score {
    double one, two, lsum; /* F1, 0 to 1 */
} rouge_score;

rouge_score rouge_compare(rouge *r, const rouge_text *reference, const rouge_text *candidate);

#endif
