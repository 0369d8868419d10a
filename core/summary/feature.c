#include "summary/feature.h"

#include <math.h>
#include <string.h>

/* The sentences of a part that tell whether it is written as an inverted pyramid. */
enum { PYRAMID_SENTENCES = 3 };

typedef pith__feature_walk walk;

static float least_one(double value)
{
    return value < 1 ? (float)value : 1.0f;
}

/* A third for each, one at most. */
static float thirds(uint32_t count)
{
    static const float of_three[] = {0, (float)(1 / 3.0), (float)(2 / 3.0), 1};
    return of_three[count < 3 ? count : 3];
}

static float share(uint32_t part, uint32_t whole)
{
    return whole ? (float)part / (float)whole : 0.0f;
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
    row[PITH__NUMBERS] = thirds(c->numbers);
    row[PITH__QUOTED] = (float)pith__quoted_share(c);
    row[PITH__ASKS] = c->asks;
    row[PITH__LEANS] = c->leans;
    row[PITH__SELVES] = thirds(c->selves);
    row[PITH__PERSONS] = thirds(c->persons);
    row[PITH__CLOSED] = c->closed || !w->closes;
}

/* What facts of terms are in turn. */
enum { COUNT, SENTENCES, ECHOED, TITLED };

/* Sums over the terms of a sentence. */
typedef struct sums {
    pith__facts facts;
    uint64_t more;   /* occurrences of those that stand in the sentence again */
    uint32_t ahead;  /* that come again */
    uint32_t fresh;  /* that stood in no sentence before */
    uint32_t opened; /* both */
} sums;

/* Nearly all terms stand once in a sentence. */
static sums sum_terms(walk *w, uint32_t begin, uint32_t end)
{
    const pith__entry *entry = w->material->bags.entry;
    const uint32_t *seen = w->material->bags.seen;
    const pith__facts *facts = w->facts;
    uint32_t known = w->known;
    sums s = {0};
    for (uint32_t e = begin; e < end;) {
        uint32_t term = entry[e].term, count = entry[e].count;
        uint32_t again = seen[term] > ++e, is_new = term == known;
        known += is_new;
        s.ahead += again;
        s.opened += again & is_new;
        s.facts += facts[term];
        if (count > 1)
            s.more += (count - (uint64_t)1) * facts[term][COUNT];
    }
    s.fresh = known - w->known;
    w->known = known;
    return s;
}

/* Tells the terms of the first sentence of a part, or no longer. */
static void mark_first(const walk *w, uint32_t sentence, bool first)
{
    const pith__bags *bags = &w->material->bags;
    for (uint32_t e = bags->first[sentence]; e < bags->first[sentence + 1]; e++)
        w->facts[bags->entry[e].term][ECHOED] = first;
}

/* Forgets the first sentence of the part before. */
static void follow_parts(walk *w, const pith__candidate *c)
{
    if (c->part == w->part)
        return;
    if (w->first != PITH_NONE)
        mark_first(w, w->first, false);
    w->first = PITH_NONE;
    w->part = c->part;
}

static void find_terms(walk *w, uint32_t sentence, float *row)
{
    const pith__bags *bags = &w->material->bags;
    const pith__candidate *c = &w->material->candidate[sentence];
    uint32_t begin = bags->first[sentence], end = bags->first[sentence + 1], count = end - begin;
    bool first = c->grade == PITH__PROSE && c->place == 0;
    follow_parts(w, c);
    sums s = sum_terms(w, begin, end);
    double occurrences = (double)(int64_t)(s.facts[COUNT] + s.more);
    if (first) {
        mark_first(w, sentence, true);
        w->first = sentence;
        w->first_terms = count;
    }
    row[PITH__ECHO] = first ? 0 : share(s.facts[ECHOED], w->first_terms);
    row[PITH__TITLE] = share(s.facts[TITLED], w->title_terms);
    row[PITH__TITLED] = share(s.facts[TITLED], count);
    row[PITH__AHEAD] = share(s.ahead, count);
    row[PITH__BEHIND] = share(count - s.fresh, count);
    row[PITH__BRINGS] = share(s.opened, count);
    row[PITH__COMMON] =
        count ? least_one(3 * (double)s.facts[SENTENCES] / count / bags->sentences) : 0;
    row[PITH__PROBABLE] =
        count ? least_one(20 * occurrences / bags->length[sentence] / bags->total) : 0;
    row[PITH__RARE] = w->rare[sentence];
    row[PITH__CENTRAL] =
        w->most_central > 0 ? w->central[sentence] / w->most_central : w->central[sentence];
}

/* ---- how central it is ---- */

/* One over a sentence's length in the space of terms; *rare is the sum of their idf. */
static float norm_of(const pith__bags *bags, uint32_t sentence, double *rare)
{
    float square = 0;
    double sum = 0;
    for (uint32_t e = bags->first[sentence], end = bags->first[sentence + 1]; e < end; e++) {
        double weight = (int32_t)bags->entry[e].count * bags->idf[bags->entry[e].term];
        square += (float)weight * (float)weight;
        sum += weight;
    }
    *rare = sum;
    return square > 0 ? 1 / sqrtf(square) : 0;
}

/* The mass of each term; of each sentence its norm, and how rare its terms are. */
static void find_mass(walk *w, float *mass)
{
    const pith__bags *bags = &w->material->bags;
    const pith__entry *entry = bags->entry;
    for (uint32_t i = 0; i < bags->sentences; i++) {
        double rare;
        float norm = w->central[i] = norm_of(bags, i, &rare);
        for (const pith__entry *end = bags->entry + bags->first[i + 1]; entry < end; entry++)
            mass[entry->term] += norm * (float)(int32_t)entry->count;
        w->rare[i] =
            bags->length[i] && w->rarest > 0 ? (float)(rare / bags->length[i] / w->rarest) : 0;
    }
    for (uint32_t t = 0; t < bags->terms; t++)
        mass[t] *= (float)(bags->idf[t] * bags->idf[t]);
}

/* The degree of each sentence in the graph of LexRank (see summary/cosine.h), by two passes. Where
 * its norm was, which is needed once more. */
static void find_central(pith__arena *scratch, walk *w)
{
    const pith__bags *bags = &w->material->bags;
    const pith__entry *entry = bags->entry;
    float *mass = pith__arena_zero(scratch, bags->terms, sizeof *mass);
    w->central = pith__arena_alloc(scratch, bags->sentences * sizeof *w->central);
    w->rare = pith__arena_alloc(scratch, bags->sentences * sizeof *w->rare);
    find_mass(w, mass);
    for (uint32_t i = 0; i < bags->sentences; i++) {
        float sum = 0;
        for (const pith__entry *end = bags->entry + bags->first[i + 1]; entry < end; entry++)
            sum += mass[entry->term] * (float)(int32_t)entry->count;
        w->central[i] *= sum;
        if (w->central[i] > w->most_central)
            w->most_central = w->central[i];
    }
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
        w->facts[bags->entry[e].term][TITLED] = 1;
    w->title_terms = bags->first[heading + 1] - bags->first[heading];
}

static void find_title(walk *w)
{
    const pith_document *document = w->material->document;
    for (uint32_t i = 0; i < document->title_term_count; i++)
        w->facts[document->title_terms[i]][TITLED] = 1;
    w->title_terms = document->title_term_count;
    if (!document->title)
        add_heading(w);
}

/* ---- what has to be known before the first sentence is looked at ---- */

/* Of all sentences and terms. */
typedef struct survey {
    uint32_t prose, prose_words, closed; /* sentences of prose, and those that end with a mark */
    uint32_t words, outside;
    uint32_t repeated;    /* terms of several sentences; */
    uint32_t repetitions; /* how often a sentence of prose has one */
    uint32_t lead;        /* where the last of the first sentences of a part ends */
} survey;

static bool is_lead(const pith__candidate *c)
{
    return c->grade == PITH__PROSE && c->place < PYRAMID_SENTENCES;
}

/* Facts of terms are complete but for the title and the first sentence. */
static void survey_terms(pith__arena *scratch, walk *w, survey *s)
{
    const pith__bags *bags = &w->material->bags;
    const pith__term *terms = w->material->document->terms.term.items;
    uint32_t once = 0;
    w->facts = pith__arena_alloc(scratch, bags->terms * sizeof *w->facts);
    for (uint32_t t = 0; t < bags->terms; t++) {
        w->facts[t] = (pith__facts){terms[t].count, terms[t].sentences};
        once += terms[t].sentences == 1;
    }
    s->repeated = bags->terms - once;
    s->repetitions = bags->first[bags->sentences] - once;
}

/* How many of the terms of a sentence others have too. */
static uint32_t repetitions_in(const walk *w, uint32_t sentence)
{
    const pith__bags *bags = &w->material->bags;
    const pith__term *terms = w->material->document->terms.term.items;
    uint32_t count = 0;
    for (uint32_t e = bags->first[sentence]; e < bags->first[sentence + 1]; e++)
        count += terms[bags->entry[e].term].sentences > 1;
    return count;
}

static void survey_sentences(pith__arena *scratch, walk *w, survey *s)
{
    const pith__material *m = w->material;
    uint32_t parts = m->document->parts.count;
    w->prose = pith__arena_zero(scratch, parts ? parts : 1, sizeof *w->prose);
    for (uint32_t i = 0; i < m->bags.sentences; i++) {
        const pith__candidate *c = &m->candidate[i];
        s->words += c->words;
        s->outside += c->outside;
        if (c->grade != PITH__PROSE) {
            s->repetitions -= repetitions_in(w, i);
            continue;
        }
        s->prose++;
        s->prose_words += c->words;
        s->closed += c->closed;
        w->prose[c->part]++;
        if (is_lead(c))
            s->lead = i + 1;
    }
}

/* The repeated terms that the first sentences of a part bring: of all that stood in no sentence
 * before. */
static uint32_t repeated_in_lead(const walk *w, uint32_t end)
{
    const pith__bags *bags = &w->material->bags;
    const pith__term *terms = w->material->document->terms.term.items;
    uint32_t found = 0, known = 0;
    for (uint32_t i = 0; i < end; i++) {
        bool lead = is_lead(&w->material->candidate[i]);
        for (uint32_t e = bags->first[i]; e < bags->first[i + 1]; e++) {
            uint32_t term = bags->entry[e].term;
            if (term < known)
                continue;
            found += lead && terms[term].sentences > 1;
            known = term + 1;
        }
    }
    return found;
}

static void find_trends(walk *w, const survey *s)
{
    double unity = s->repetitions;
    w->mean = s->prose ? fmax(1, (double)s->prose_words / s->prose) : 1;
    w->closes = 2 * s->closed > s->prose;
    w->text[PITH__PYRAMID] = share(repeated_in_lead(w, s->lead), s->repeated);
    w->text[PITH__UNITY] = s->prose && s->repeated ? least_one(unity / s->prose / s->repeated) : 0;
    w->text[PITH__SPEECH] = share(s->words - s->outside, s->words);
}

/* ---- all of it ---- */

pith__feature_walk pith__features_begin(pith__arena *scratch, const pith__material *material)
{
    walk w = {.material = material, .rarest = log(material->bags.sentences), .first = PITH_NONE};
    survey s = {0};
    survey_terms(scratch, &w, &s);
    survey_sentences(scratch, &w, &s);
    find_trends(&w, &s);
    find_central(scratch, &w);
    find_title(&w);
    return w;
}

/* Every field of the row is written by one of these. */
void pith__features_next(pith__feature_walk *w, float row[PITH__FEATURES])
{
    uint32_t i = w->next++;
    find_place(w, &w->material->candidate[i], row);
    find_form(w, &w->material->candidate[i], row);
    find_terms(w, i, row);
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
