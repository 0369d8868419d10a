#include "summary/feature.h"

#include <math.h>
#include <string.h>

/* The sentences of a part that tell whether it is written as an inverted pyramid. */
enum { PYRAMID_SENTENCES = 3 };

/* What is known of a term while the text is gone through. */
typedef struct pith__trace {
    uint32_t seen;  /* sentences with it so far */
    uint32_t first; /* the last part whose first sentence has it, + 1 */
    bool title;
} trace;

typedef pith__feature_walk walk;

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
    double words = c->words;
    row[PITH__WORDS] = least_one(words / w->mean / 2.5);
    row[PITH__BRIEF] = words < 10 ? (float)(1 - words / 10) : 0;
    row[PITH__LONG] = words > w->mean ? least_one((words - w->mean) / w->mean) : 0;
    row[PITH__NAMES] = share(c->names, c->words);
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
    uint32_t echoed, titled, ahead, behind, opened;
    double sentences, occurrences, idf;
} sums;

static sums add_terms(const walk *w, const pith__candidate *c, uint32_t begin, uint32_t end,
                      bool first)
{
    const pith__bags *bags = &w->material->bags;
    const pith__term *terms = w->material->document->terms.term.items;
    sums s = {0};
    for (uint32_t e = begin; e < end; e++) {
        pith__entry entry = bags->entry[e];
        const pith__term *term = &terms[entry.term];
        trace *t = &w->trace[entry.term];
        s.echoed += t->first == c->part + 1;
        s.titled += t->title;
        s.behind += t->seen > 0;
        s.ahead += t->seen + 1 < term->sentences;
        s.opened += !t->seen && term->sentences > 1;
        s.sentences += term->sentences;
        s.occurrences += (double)entry.count * term->count;
        s.idf += entry.count * bags->idf[entry.term];
        t->seen++;
        if (first)
            t->first = c->part + 1;
    }
    return s;
}

static void find_terms(walk *w, uint32_t sentence, float *row)
{
    const pith__bags *bags = &w->material->bags;
    const pith__candidate *c = &w->material->candidate[sentence];
    uint32_t begin = bags->first[sentence], end = bags->first[sentence + 1], count = end - begin;
    bool first = c->grade == PITH__PROSE && c->place == 0;
    sums s = add_terms(w, c, begin, end, first);
    if (first)
        w->first_terms = count;
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
    row[PITH__RARE] = w->rarest > 0 ? (float)(s.idf / bags->length[sentence] / w->rarest) : 0;
}

/* ---- how central it is ---- */

/* The degree of each sentence in the graph of LexRank (see summary/cosine.h), by two passes. */
static void find_central(pith__arena *scratch, walk *w)
{
    const pith__bags *bags = &w->material->bags;
    float *mass = pith__arena_zero(scratch, bags->terms, sizeof *mass);
    float *norm = pith__arena_alloc(scratch, bags->sentences * sizeof *norm);
    w->central = norm; /* each is needed once more, and then replaced */
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
        w->central[i] = sum * norm[i];
        w->most_central = fmaxf(w->most_central, w->central[i]);
    }
}

/* ---- what has to be known before the first sentence is looked at ---- */

/* Returns how many sentences are prose. */
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
        words += c->words;
        closed += c->closed;
    }
    w->mean = prose ? fmax(1, (double)words / prose) : 1;
    w->closes = 2 * closed > prose;
    return prose;
}

static bool is_lead(const pith__candidate *c)
{
    return c->grade == PITH__PROSE && c->place < PYRAMID_SENTENCES;
}

/* The repeated terms that the first sentences of a part bring. */
static uint32_t repeated_in_lead(const walk *w)
{
    const pith__bags *bags = &w->material->bags;
    const pith__term *terms = w->material->document->terms.term.items;
    uint32_t end = bags->sentences, found = 0;
    while (end > 0 && !is_lead(&w->material->candidate[end - 1]))
        end--;
    for (uint32_t i = 0; i < end; i++) {
        bool lead = is_lead(&w->material->candidate[i]);
        for (uint32_t e = bags->first[i]; e < bags->first[i + 1]; e++) {
            trace *t = &w->trace[bags->entry[e].term];
            found += lead && !t->seen && terms[bags->entry[e].term].sentences > 1;
            t->seen = 1;
        }
    }
    for (uint32_t e = 0; e < bags->first[end]; e++)
        w->trace[bags->entry[e].term].seen = 0;
    return found;
}

/* Repeated terms of all prose, each as often as it comes: in all sentences less in the others. */
static uint32_t repeated_in_prose(const walk *w, uint32_t *repeated)
{
    const pith__bags *bags = &w->material->bags;
    const pith__term *terms = w->material->document->terms.term.items;
    uint32_t found = 0;
    for (uint32_t t = 0; t < bags->terms; t++) {
        *repeated += terms[t].sentences > 1;
        found += terms[t].sentences > 1 ? terms[t].sentences : 0;
    }
    for (uint32_t i = 0; i < bags->sentences; i++)
        for (uint32_t e = bags->first[i];
             w->material->candidate[i].grade != PITH__PROSE && e < bags->first[i + 1]; e++)
            found -= terms[bags->entry[e].term].sentences > 1;
    return found;
}

static void find_trends(walk *w, uint32_t prose)
{
    const pith__material *m = w->material;
    uint32_t outside = 0, words = 0, repeated = 0;
    double unity = repeated_in_prose(w, &repeated);
    for (uint32_t i = 0; i < m->bags.sentences; i++) {
        outside += m->candidate[i].outside;
        words += m->candidate[i].words;
    }
    w->text[PITH__PYRAMID] = share(repeated_in_lead(w), repeated);
    w->text[PITH__UNITY] = prose && repeated ? least_one(unity / prose / repeated) : 0;
    w->text[PITH__SPEECH] = share(words - outside, words);
}

/* ---- all of it ---- */

pith__feature_walk pith__features_begin(pith__arena *scratch, const pith__material *material)
{
    walk w = {.material = material, .rarest = log(material->bags.sentences)};
    w.trace = pith__arena_zero(scratch, material->bags.terms, sizeof *w.trace);
    uint32_t prose = survey(scratch, &w);
    find_trends(&w, prose);
    find_central(scratch, &w);
    find_title(&w);
    return w;
}

void pith__features_next(pith__feature_walk *w, float row[PITH__FEATURES])
{
    uint32_t i = w->next++;
    memset(row, 0, PITH__FEATURES * sizeof *row);
    find_place(w, &w->material->candidate[i], row);
    find_form(w, &w->material->candidate[i], row);
    find_terms(w, i, row);
    row[PITH__CENTRAL] = w->most_central > 0 ? w->central[i] / w->most_central : w->central[i];
}

pith__features pith__features_find(pith__arena *scratch, const pith__material *material)
{
    uint32_t n = material->bags.sentences;
    walk w = pith__features_begin(scratch, material);
    pith__features f = {.sentence = pith__arena_alloc(scratch, n * sizeof *f.sentence)};
    memcpy(f.text, w.text, sizeof f.text);
    for (uint32_t i = 0; i < n; i++)
        pith__features_next(&w, f.sentence[i]);
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
