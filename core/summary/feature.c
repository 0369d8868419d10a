#include "summary/feature.h"

#include <math.h>

#include "ground/utf8.h"

/* Enough for evidence among other evidence. */
static const double PRECISION = 1e-3;

/* ---- what a sentence shares with others ---- */

/* The part of the terms in `wanted` (flags by term, `size` of them set) that a sentence has. */
static double share_of(const pith__bags *bags, uint32_t sentence, const bool *wanted, uint32_t size)
{
    uint32_t shared = 0;
    for (uint32_t e = bags->first[sentence]; e < bags->first[sentence + 1]; e++)
        shared += wanted[bags->entry[e].term];
    return size ? (double)shared / size : 0;
}

static void find_title(pith__arena *scratch, const pith__material *m, pith__feature_row *row)
{
    const pith_document *document = m->document;
    bool *wanted = pith__arena_zero(scratch, m->bags.terms, sizeof *wanted);
    for (uint32_t i = 0; i < document->title_term_count; i++)
        wanted[document->title_terms[i]] = true;
    for (uint32_t i = 0; i < m->bags.sentences; i++)
        row[i][PITH__TITLE] = share_of(&m->bags, i, wanted, document->title_term_count);
}

static uint32_t first_prose(const pith__material *m)
{
    for (uint32_t i = 0; i < m->bags.sentences; i++) {
        if (m->candidate[i].grade == PITH__PROSE)
            return i;
    }
    return 0;
}

static void find_echo(pith__arena *scratch, const pith__material *m, pith__feature_row *row)
{
    const pith__bags *bags = &m->bags;
    uint32_t first = first_prose(m);
    bool *wanted = pith__arena_zero(scratch, bags->terms, sizeof *wanted);
    for (uint32_t e = bags->first[first]; e < bags->first[first + 1]; e++)
        wanted[bags->entry[e].term] = true;
    for (uint32_t i = 0; i < bags->sentences; i++)
        row[i][PITH__ECHO] =
            i == first ? 0 : share_of(bags, i, wanted, bags->first[first + 1] - bags->first[first]);
}

static void find_rare(const pith__material *m, pith__feature_row *row)
{
    const pith__bags *bags = &m->bags;
    double most = log((double)bags->sentences);
    for (uint32_t i = 0; i < bags->sentences; i++) {
        double sum = 0;
        for (uint32_t e = bags->first[i]; e < bags->first[i + 1]; e++)
            sum += bags->entry[e].count * bags->idf[bags->entry[e].term];
        row[i][PITH__RARE] = sum > 0 ? sum / bags->length[i] / most : 0;
    }
}

static void find_central(pith__arena *scratch, const pith__material *m, pith__feature_row *row)
{
    uint32_t n = m->bags.sentences;
    double *central = pith__arena_alloc(scratch, n * sizeof *central), best = 0;
    pith__lexrank(scratch, m, PRECISION, central);
    for (uint32_t i = 0; i < n; i++)
        best = fmax(best, central[i]);
    for (uint32_t i = 0; i < n; i++)
        row[i][PITH__CENTRAL] = central[i] / best;
}

/* ---- what a sentence is like by itself ---- */

/* The share of the words behind the first that begin with a capital. */
static double names_share(const pith_document *document, uint32_t sentence)
{
    uint32_t words = 0, names = 0;
    for (uint32_t t = document->tokens.first[sentence]; t < document->tokens.first[sentence + 1];
         t++) {
        pith__shape shape = pith__token_form(document, t)->shape;
        if (shape == PITH__PUNCTUATION)
            continue;
        names += words && (shape == PITH__CAPITAL || shape == PITH__UPPER);
        words++;
    }
    return words ? (double)names / words : 0;
}

static void find_form(const pith__material *m, uint32_t i, double *row)
{
    const pith__candidate *c = &m->candidate[i];
    double words = c->size.words;
    uint32_t last = pith__utf8_before(m->document->text.bytes, c->span.end);
    row[PITH__FIRST] = c->place == 0 && c->grade == PITH__PROSE;
    row[PITH__LEAD] = exp(-(double)c->place / 4);
    row[PITH__BRIEF] = fmax(0, 1 - words / 10);
    row[PITH__LONG] = fmin(1, fmax(0, (words - 25) / 25));
    row[PITH__NAMES] = names_share(m->document, i);
    row[PITH__QUOTED] = c->quoted;
    row[PITH__ASKS] = last == '?' || last == 0x037E || last == 0x061F || last == 0xFF1F;
}

pith__feature_row *pith__features_find(pith__arena *scratch, const pith__material *material)
{
    pith__feature_row *row = pith__arena_zero(scratch, material->bags.sentences, sizeof *row);
    find_title(scratch, material, row);
    find_echo(scratch, material, row);
    find_rare(material, row);
    find_central(scratch, material, row);
    for (uint32_t i = 0; i < material->bags.sentences; i++)
        find_form(material, i, row[i]);
    return row;
}
