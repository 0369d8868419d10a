#include "summary/query.h"

#include <math.h>
#include <string.h>

/* How often each stem stands in the query; stop words have no stem that counts. */
static uint32_t *count_stems(pith__arena *scratch, pith__vocabulary *vocabulary, const char *query,
                             pith__table *stems)
{
    pith__text text = pith__decode(scratch, query, strlen(query));
    pith_sentence whole = {.span = {0, text.length}};
    pith__sentences sentences = {&whole, 1, 1};
    pith__tokens tokens = pith__tokens_find(scratch, vocabulary, text, sentences);
    pith__table_init(stems, scratch, vocabulary->stems.seed, tokens.forms.count);
    uint32_t *count = pith__arena_zero(scratch, tokens.forms.count, sizeof *count);
    for (uint32_t i = 0; i < tokens.token.count; i++) {
        uint32_t form = tokens.forms.items[tokens.token.items[i].form];
        const pith__key *stem = &vocabulary->stems.keys.items[vocabulary->forms.items[form].stem];
        count[pith__table_intern(stems, stem->bytes, stem->length)]++;
    }
    return count;
}

static const pith__key *stem_of(pith__vocabulary *vocabulary, const pith__document_form *form)
{
    uint32_t number = pith__vocabulary_number(vocabulary, form->lower, form->lower_length);
    return &vocabulary->stems.keys.items[vocabulary->forms.items[number].stem];
}

/* What one occurrence of each term of the document brings, but for the sentence's own part; whether
 * any brings something is in *any. */
static double *weigh_terms(pith__arena *scratch, pith__vocabulary *vocabulary,
                           const pith_document *document, const pith__table *stems,
                           const uint32_t *count, bool *any)
{
    const pith__terms *terms = &document->terms;
    double *weight = pith__arena_zero(scratch, terms->term.count, sizeof *weight);
    for (uint32_t t = 0; t < terms->term.count; t++) {
        const pith__term *term = &terms->term.items[t];
        const pith__key *key = stem_of(vocabulary, &terms->form.items[term->form]);
        uint32_t stem = pith__table_find(stems, key->bytes, key->length);
        if (stem == PITH__ABSENT)
            continue;
        weight[t] = log(count[stem] + 1.0) *
                    log((document->sentences.count + 1.0) / (term->sentences + 0.5));
        *any = true;
    }
    return weight;
}

double *pith__query_relevance(pith__arena *arena, pith__arena *scratch,
                              pith__vocabulary *vocabulary, const pith_document *document,
                              const pith__bags *bags, const char *query)
{
    pith__table stems;
    bool any = false;
    const uint32_t *count = count_stems(scratch, vocabulary, query, &stems);
    const double *weight = weigh_terms(scratch, vocabulary, document, &stems, count, &any);
    double *relevance = pith__arena_zero(arena, bags->sentences, sizeof *relevance), sum = 0;
    for (uint32_t i = 0; i < bags->sentences; i++) {
        for (uint32_t e = bags->first[i]; e < bags->first[i + 1]; e++)
            relevance[i] += weight[bags->entry[e].term] * log(bags->entry[e].count + 1.0);
        sum += relevance[i];
    }
    for (uint32_t i = 0; i < bags->sentences && any; i++)
        relevance[i] *= bags->sentences / sum;
    return any ? relevance : NULL;
}
