#include "summary/feature.h"

#include <math.h>

/* The sentences of a part that tell whether it is written as an inverted pyramid. */
enum { PYRAMID_SENTENCES = 3 };

/* What is known of a term while the text is gone through. */
typedef struct trace {
    uint32_t seen;  /* sentences with it so far */
    uint32_t first; /* the last part whose first sentence has it, + 1 */
    bool title;
} trace;

typedef struct walk {
    const pith__material *material;
    trace *trace;         /* by term */
    uint32_t title_terms; /* different ones */
    uint32_t *prose;      /* sentences of prose, by part */
    uint32_t first_terms; /* of the first sentence of prose of this part */
    uint32_t repeated;    /* terms of two sentences or more */
    uint32_t in_lead;     /* those that the first sentences of a part have */
    double unity;         /* repeated terms of all prose, each as often as it comes */
    double lead, early;   /* how near the last sentence of prose was to the beginning */
    double mean;          /* words of a sentence of prose */
    bool closes;          /* most sentences of prose end with a mark at their last word */
} walk;

static float least_one(double value)
{
    return value < 1 ? (float)value : 1.0f;
}

static float share(uint32_t part, uint32_t whole)
{
    return whole ? (float)part / (float)whole : 0.0f;
}

/* ---- the title: as given, or the heading that the text begins with ---- */

static void add_heading(walk *w)
{
    const pith__bags *bags = &w->material->bags;
    uint32_t heading = 0;
    while (heading < bags->sentences && w->material->candidate[heading].grade == PITH__FURNITURE)
        heading++;
    if (heading == bags->sentences || w->material->candidate[heading].grade != PITH__HEADING)
        return;
    for (uint32_t e = bags->first[heading]; e < bags->first[heading + 1]; e++)
        w->trace[bags->entry[e].term].title = true;
    w->title_terms = bags->first[heading + 1] - bags->first[heading];
}

static void find_title(walk *w)
{
    const pith_document *document = w->material->document;
    for (uint32_t i = 0; i < document->title_term_count; i++)
        w->trace[document->title_terms[i]].title = true;
    w->title_terms = document->title_term_count;
    if (!document->title)
        add_heading(w);
}

/* ---- a sentence ---- */

static void find_place(walk *w, const pith__candidate *c, float *row)
{
    static const double EVERY_TWO = 0.60653066, EVERY_EIGHT = 0.88249690; /* e^-1/2, e^-1/8 */
    uint32_t prose = w->prose[c->part];
    if (c->place == 0)
        w->lead = w->early = 1;
    row[PITH__FIRST] = c->place == 0;
    row[PITH__LEAD] = (float)w->lead;
    row[PITH__EARLY] = (float)w->early;
    row[PITH__LATE] = prose > 1 ? least_one((double)c->place / (prose - 1)) : 0;
    if (c->grade != PITH__PROSE)
        return;
    w->lead *= EVERY_TWO;
    w->early *= EVERY_EIGHT;
}

static void find_form(const walk *w, const pith__candidate *c, float *row)
{
    double words = c->size.words;
    row[PITH__WORDS] = least_one(words / w->mean / 2.5);
    row[PITH__BRIEF] = words < 10 ? (float)(1 - words / 10) : 0;
    row[PITH__LONG] = words > w->mean ? least_one((words - w->mean) / w->mean) : 0;
    row[PITH__NAMES] = share(c->names, c->size.words);
    row[PITH__NUMBERS] = least_one(c->numbers / 3.0);
    row[PITH__QUOTED] = (float)pith__quoted_share(c);
    row[PITH__ASKS] = c->asks;
    row[PITH__LEANS] = c->leans;
    row[PITH__SELVES] = least_one(c->selves / 3.0);
    row[PITH__PERSONS] = least_one(c->persons / 3.0);
    row[PITH__CLOSED] = c->closed || !w->closes;
}

/* Sums over the terms of a sentence. */
typedef struct sums {
    uint32_t repeated, echoed, titled, ahead, behind, opened;
    double sentences, occurrences, idf;
} sums;

static sums add_terms(walk *w, const pith__candidate *c, uint32_t begin, uint32_t end, bool first)
{
    const pith__bags *bags = &w->material->bags;
    const pith__term *terms = w->material->document->terms.term.items;
    bool lead = c->grade == PITH__PROSE && c->place < PYRAMID_SENTENCES;
    sums s = {0};
    for (uint32_t e = begin; e < end; e++) {
        pith__entry entry = bags->entry[e];
        const pith__term *term = &terms[entry.term];
        trace *t = &w->trace[entry.term];
        s.repeated += term->sentences > 1;
        s.echoed += t->first == c->part + 1;
        s.titled += t->title;
        s.behind += t->seen > 0;
        s.ahead += t->seen + 1 < term->sentences;
        s.opened += !t->seen && term->sentences > 1;
        s.sentences += term->sentences;
        s.occurrences += (double)entry.count * term->count;
        s.idf += entry.count * bags->idf[entry.term];
        w->in_lead += lead && !t->seen && term->sentences > 1;
        t->seen++;
        if (first)
            t->first = c->part + 1;
    }
    return s;
}

static void find_terms(walk *w, uint32_t sentence, double most, float *row)
{
    const pith__bags *bags = &w->material->bags;
    const pith__candidate *c = &w->material->candidate[sentence];
    uint32_t begin = bags->first[sentence], end = bags->first[sentence + 1], count = end - begin;
    bool first = c->grade == PITH__PROSE && c->place == 0;
    sums s = add_terms(w, c, begin, end, first);
    if (first)
        w->first_terms = count;
    if (c->grade == PITH__PROSE)
        w->unity += s.repeated;
    row[PITH__ECHO] = first ? 0 : share(s.echoed, w->first_terms);
    row[PITH__TITLE] = share(s.titled, w->title_terms);
    row[PITH__TITLED] = share(s.titled, count);
    row[PITH__AHEAD] = share(s.ahead, count);
    row[PITH__BEHIND] = share(s.behind, count);
    row[PITH__BRINGS] = share(s.opened, count);
    if (!count)
        return;
    row[PITH__COMMON] = least_one(3 * s.sentences / count / bags->sentences);
    row[PITH__PROBABLE] = least_one(20 * s.occurrences / bags->length[sentence] / bags->total);
    row[PITH__RARE] = most > 0 ? (float)(s.idf / bags->length[sentence] / most) : 0;
}

/* ---- how central it is ---- */

/* The degree of each sentence in the graph of LexRank (see summary/cosine.h), by two passes. */
static void find_central(pith__arena *scratch, const pith__bags *bags, pith__features *f)
{
    float *mass = pith__arena_zero(scratch, bags->terms, sizeof *mass);
    float *norm = pith__arena_alloc(scratch, bags->sentences * sizeof *norm), most = 0;
    for (uint32_t i = 0; i < bags->sentences; i++) {
        float square = 0;
        for (uint32_t e = bags->first[i]; e < bags->first[i + 1]; e++) {
            float weight = (float)(bags->entry[e].count * bags->idf[bags->entry[e].term]);
            square += weight * weight;
        }
        norm[i] = square > 0 ? 1 / sqrtf(square) : 0;
        for (uint32_t e = bags->first[i]; e < bags->first[i + 1]; e++)
            mass[bags->entry[e].term] += norm[i] * (float)bags->entry[e].count;
    }
    for (uint32_t t = 0; t < bags->terms; t++)
        mass[t] *= (float)(bags->idf[t] * bags->idf[t]);
    for (uint32_t i = 0; i < bags->sentences; i++) {
        float sum = 0;
        for (uint32_t e = bags->first[i]; e < bags->first[i + 1]; e++)
            sum += mass[bags->entry[e].term] * (float)bags->entry[e].count;
        f->sentence[i][PITH__CENTRAL] = sum * norm[i];
        most = sum * norm[i] > most ? sum * norm[i] : most;
    }
    for (uint32_t i = 0; i < bags->sentences && most > 0; i++)
        f->sentence[i][PITH__CENTRAL] /= most;
}

/* ---- all of it ---- */

/* What has to be known of all prose before the first sentence is looked at; returns how many
 * sentences that is. */
static uint32_t survey(pith__arena *scratch, walk *w)
{
    const pith__material *m = w->material;
    uint32_t parts = m->document->parts.count, prose = 0, words = 0, closed = 0;
    w->prose = pith__arena_zero(scratch, parts ? parts : 1, sizeof *w->prose);
    for (uint32_t i = 0; i < m->bags.sentences; i++) {
        const pith__candidate *c = &m->candidate[i];
        if (c->grade != PITH__PROSE)
            continue;
        prose++;
        w->prose[c->part]++;
        words += c->size.words;
        closed += c->closed;
    }
    w->mean = prose ? fmax(1, (double)words / prose) : 1;
    w->closes = 2 * closed > prose;
    for (uint32_t t = 0; t < m->bags.terms; t++)
        w->repeated += m->document->terms.term.items[t].sentences > 1;
    return prose;
}

static void find_trends(const walk *w, uint32_t prose, float *text)
{
    const pith__material *m = w->material;
    uint32_t outside = 0, words = 0;
    for (uint32_t i = 0; i < m->bags.sentences; i++) {
        outside += m->candidate[i].outside;
        words += m->candidate[i].size.words;
    }
    text[PITH__PYRAMID] = share(w->in_lead, w->repeated);
    text[PITH__UNITY] = prose && w->repeated ? least_one(w->unity / prose / w->repeated) : 0;
    text[PITH__SPEECH] = share(words - outside, words);
}

pith__features pith__features_find(pith__arena *scratch, const pith__material *material)
{
    uint32_t n = material->bags.sentences;
    walk w = {.material = material};
    pith__features f = {.sentence = pith__arena_zero(scratch, n, sizeof *f.sentence)};
    w.trace = pith__arena_zero(scratch, material->bags.terms, sizeof *w.trace);
    uint32_t prose = survey(scratch, &w);
    find_title(&w);
    double most = log(n);
    for (uint32_t i = 0; i < n; i++) {
        find_place(&w, &material->candidate[i], f.sentence[i]);
        find_form(&w, &material->candidate[i], f.sentence[i]);
        find_terms(&w, i, most, f.sentence[i]);
    }
    find_central(scratch, &material->bags, &f);
    find_trends(&w, prose, f.text);
    return f;
}

const char *pith__feature_name(pith__feature feature)
{
    static const char *const names[] = {
        "first",    "lead",   "early", "late",  "words",  "brief",   "long",   "common", "central",
        "probable", "rare",   "echo",  "title", "titled", "ahead",   "behind", "brings", "names",
        "numbers",  "quoted", "asks",  "leans", "selves", "persons", "closed"};
    _Static_assert(sizeof names / sizeof *names == PITH__FEATURES, "a name for every feature");
    return names[feature];
}
