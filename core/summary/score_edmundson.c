/* Edmundson: H. P. Edmundson 1969, "New Methods in Automatic Extracting", JACM 16(2): cue, title
 * and location, each brought to at most 1 and added up; he found them better without the fourth,
 * the frequent words.
 *
 * Cue are words that speak against a sentence: of his stigma words the anaphoric ones, which the
 * language data knows (connectives, "he" and "she"); his bonus words were a dictionary of the
 * reports on chemistry that he abstracted, and are left out. Title is how often terms of the title
 * or of a heading stand in it. Location is 1 for a sentence of the first or the last paragraph, and
 * 1 more for the first or the last of its own. */
#include "summary/score.h"

static const uint32_t STIGMA = PITH__CONNECTIVE | PITH__PRONOUN_MALE | PITH__PRONOUN_FEMALE;

static bool *find_titles(pith__arena *scratch, const pith__material *m)
{
    const pith_document *document = m->document;
    bool *title = pith__arena_zero(scratch, m->bags.terms, sizeof *title);
    for (uint32_t i = 0; i < document->title_term_count; i++)
        title[document->title_terms[i]] = true;
    for (uint32_t i = 0; i < m->bags.sentences; i++) {
        for (uint32_t e = m->bags.first[i];
             document->sentences.items[i].heading && e < m->bags.first[i + 1]; e++)
            title[m->bags.entry[e].term] = true;
    }
    return title;
}

static double cue_of(const pith_document *document, uint32_t sentence)
{
    double cue = 0;
    for (uint32_t t = document->tokens.first[sentence]; t < document->tokens.first[sentence + 1];
         t++)
        cue -= (pith__token_form(document, t)->classes & STIGMA) != 0;
    return cue;
}

static double title_of(const pith__bags *bags, const bool *title, uint32_t sentence)
{
    double sum = 0;
    for (uint32_t e = bags->first[sentence]; e < bags->first[sentence + 1]; e++)
        sum += title[bags->entry[e].term] ? bags->entry[e].count : 0;
    return sum;
}

static double location_of(const pith__sentences *sentences, uint32_t i)
{
    const pith_sentence *s = &sentences->items[i];
    bool opens = i == 0 || s[-1].paragraph != s->paragraph;
    bool closes = i + 1 == sentences->count || s[1].paragraph != s->paragraph;
    bool outer = s->paragraph == sentences->items[0].paragraph ||
                 s->paragraph == sentences->items[sentences->count - 1].paragraph;
    return outer + (opens || closes);
}

/* Adds what `part` holds to the scores, divided by its largest amount. */
static void add_part(const double *part, uint32_t count, double *score)
{
    double most = 0;
    for (uint32_t i = 0; i < count; i++) {
        double amount = part[i] < 0 ? -part[i] : part[i];
        most = amount > most ? amount : most;
    }
    for (uint32_t i = 0; i < count && most > 0; i++)
        score[i] += part[i] / most;
}

void pith__score_edmundson(pith__arena *scratch, const pith__material *material, double *score)
{
    const pith_document *document = material->document;
    uint32_t n = material->bags.sentences;
    const bool *title = find_titles(scratch, material);
    double *part[3];
    for (int k = 0; k < 3; k++)
        part[k] = pith__arena_alloc(scratch, n * sizeof *part[k]);
    for (uint32_t i = 0; i < n; i++) {
        part[0][i] = cue_of(document, i);
        part[1][i] = title_of(&material->bags, title, i);
        part[2][i] = location_of(&document->sentences, i);
        score[i] = 0;
    }
    for (int k = 0; k < 3; k++)
        add_part(part[k], n, score);
}
