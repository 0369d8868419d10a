/* TF-IDF: a sentence is worth what its terms are worth on the average: the mean, over its term
 * occurrences, of tf(t) * idf(t), where tf is how often the term stands in the document and idf =
 * ln(sentences / sentences with the term), as in Spärck Jones 1972 with sentences as the documents
 * and Neto et al. 2000. The mean, as a sum would only pick the longest. */
#include "summary/score.h"

void pith__score_tfidf(pith__arena *scratch, const pith__material *material, double *score)
{
    (void)scratch;
    const pith__bags *bags = &material->bags;
    const pith__term *term = material->document->terms.term.items;
    for (uint32_t i = 0; i < bags->sentences; i++) {
        double sum = 0;
        for (uint32_t e = bags->first[i]; e < bags->first[i + 1]; e++) {
            pith__entry entry = bags->entry[e];
            sum += (double)entry.count * term[entry.term].count * bags->idf[entry.term];
        }
        score[i] = bags->length[i] ? sum / bags->length[i] : 0;
    }
}
