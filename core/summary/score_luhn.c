/* Luhn: H. P. Luhn 1958, "The Automatic Creation of Literature Abstracts", IBM Journal 2(2): a
 * sentence is worth its best cluster, a run of words that begins and ends with a significant one
 * and in which no more than four others stand between two of them:
 *
 *     (significant words of the cluster)^2 / words of the cluster
 *
 * A word is significant if it is no stop word and its stem stands twice or more in the text; what
 * is too common to be significant, which Luhn cut off by frequency, is the language's stop list. */
#include "summary/score.h"

enum { GAP_MAX = 4, OCCURRENCES_MIN = 2 };

static bool is_significant(const pith_document *document, const pith__document_form *form)
{
    return form->term != PITH_NONE &&
           document->terms.term.items[form->term].count >= OCCURRENCES_MIN;
}

static double best_cluster(const pith_document *document, uint32_t sentence)
{
    uint32_t words = 0, begin = 0, last = 0, significant = 0;
    double best = 0;
    for (uint32_t t = document->tokens.first[sentence]; t < document->tokens.first[sentence + 1];
         t++) {
        const pith__document_form *form = pith__token_form(document, t);
        if (form->shape == PITH__PUNCTUATION)
            continue;
        words++;
        if (!is_significant(document, form))
            continue;
        if (!significant || words - last > GAP_MAX + 1) {
            begin = words;
            significant = 0;
        }
        last = words;
        significant++;
        double worth = (double)significant * significant / (words - begin + 1);
        best = worth > best ? worth : best;
    }
    return best;
}

void pith__score_luhn(pith__arena *scratch, const pith__material *material, double *score)
{
    (void)scratch;
    for (uint32_t i = 0; i < material->bags.sentences; i++)
        score[i] = best_cluster(material->document, i);
}
