#include "summary/feature.h"

#include <math.h>
#include <string.h>

/* The sentences of a part that tell whether it is written as an inverted pyramid. */
enum { PYRAMID_SENTENCES = 3 };

/* What is known of a term while the text is gone through. */
typedef struct pith__trace {
    uint64_t signs; /* what it counts where it comes next: a one in the byte of each sign */
    double idf;
    float square;  /* of its idf */
    float mass;    /* see find_central */
    uint32_t left; /* sentences with it to come */
    bool seen;
} trace;

typedef enum sign { ECHOED, TITLED, BEHIND, AHEAD, OPENED, SIGNS } sign;
#define ONE(sign) ((uint64_t)1 << 8 * (sign))
/* So many terms may be added before a byte runs over. */
enum { AT_ONCE = 255 };

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
        w->trace[bags->entry[e].term].signs |= ONE(TITLED);
    w->title_terms = bags->first[heading + 1] - bags->first[heading];
}

static void find_title(walk *w)
{
    const pith_document *document = w->material->document;
    for (uint32_t i = 0; i < document->title_term_count; i++)
        w->trace[document->title_terms[i]].signs |= ONE(TITLED);
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
    uint32_t sign[SIGNS];
    uint64_t sentences, occurrences;
} sums;

/* As much as may be added at once. A term that has come is behind, and ahead of what is left. */
static void add_terms(const walk *w, const pith__entry *entry, uint32_t count, sums *s)
{
    const pith__term *terms = w->material->document->terms.term.items;
    uint64_t signs = 0, sentences = 0, occurrences = 0;
    for (uint32_t e = 0; e < count; e++) {
        const pith__term *term = &terms[entry[e].term];
        trace *t = &w->trace[entry[e].term];
        sentences += term->sentences;
        occurrences += (uint64_t)entry[e].count * term->count;
        signs += t->signs;
        t->left--;
        t->signs = (t->signs & (ONE(ECHOED) | ONE(TITLED))) | ONE(BEHIND) |
                   (uint64_t)(t->left > 1) << 8 * AHEAD;
    }
    for (int i = 0; i < SIGNS; i++)
        s->sign[i] += signs >> 8 * i & 0xFF;
    s->sentences += sentences;
    s->occurrences += occurrences;
}

/* Tells the terms of the first sentence of a part, or no longer. */
static void mark_first(const walk *w, uint32_t sentence, bool first)
{
    const pith__bags *bags = &w->material->bags;
    for (uint32_t e = bags->first[sentence]; e < bags->first[sentence + 1]; e++) {
        uint64_t *signs = &w->trace[bags->entry[e].term].signs;
        *signs = first ? *signs | ONE(ECHOED) : *signs & ~ONE(ECHOED);
    }
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
    sums s = {0};
    follow_parts(w, c);
    for (uint32_t at = begin; at < end; at += AT_ONCE)
        add_terms(w, bags->entry + at, end - at < AT_ONCE ? end - at : AT_ONCE, &s);
    if (first) {
        mark_first(w, sentence, true);
        w->first = sentence;
        w->first_terms = count;
    }
    row[PITH__ECHO] = first ? 0 : share(s.sign[ECHOED], w->first_terms);
    row[PITH__TITLE] = share(s.sign[TITLED], w->title_terms);
    row[PITH__TITLED] = share(s.sign[TITLED], count);
    row[PITH__AHEAD] = share(s.sign[AHEAD], count);
    row[PITH__BEHIND] = share(s.sign[BEHIND], count);
    row[PITH__BRINGS] = share(s.sign[OPENED], count);
    row[PITH__COMMON] = count ? least_one(3 * (double)s.sentences / count / bags->sentences) : 0;
    row[PITH__PROBABLE] =
        count ? least_one(20 * (double)s.occurrences / bags->length[sentence] / bags->total) : 0;
    row[PITH__RARE] = w->rare[sentence];
}

/* ---- how central it is ---- */

/* The norm of a sentence in the space of its terms; *rare is the sum of their idf. Nearly all terms
 * stand once in a sentence. */
static float norm_of(const walk *w, uint32_t begin, uint32_t end, double *rare)
{
    const pith__entry *entry = w->material->bags.entry;
    float square = 0;
    double sum = 0;
    for (uint32_t e = begin; e < end; e++) {
        const trace *t = &w->trace[entry[e].term];
        if (entry[e].count == 1) {
            square += t->square;
            sum += t->idf;
        } else {
            double idf = entry[e].count * t->idf;
            square += (float)idf * (float)idf;
            sum += idf;
        }
    }
    *rare = sum;
    return square > 0 ? 1 / sqrtf(square) : 0;
}

/* The mass of each term, and of each sentence its norm. */
static void find_mass(walk *w)
{
    const pith__bags *bags = &w->material->bags;
    const pith__entry *entry = bags->entry;
    for (uint32_t i = 0; i < bags->sentences; i++) {
        uint32_t begin = bags->first[i], end = bags->first[i + 1];
        double sum;
        float norm = norm_of(w, begin, end, &sum);
        for (uint32_t e = begin; e < end; e++)
            w->trace[entry[e].term].mass +=
                entry[e].count == 1 ? norm : norm * (float)entry[e].count;
        w->central[i] = norm;
        w->rare[i] = begin < end && w->rarest > 0 ? (float)(sum / bags->length[i] / w->rarest) : 0;
    }
    for (uint32_t t = 0; t < bags->terms; t++)
        w->trace[t].mass *= (float)(w->trace[t].idf * w->trace[t].idf);
}

/* The degree of each sentence in the graph of LexRank (see summary/cosine.h), by two passes. The
 * first leaves its norm, which is needed once more and then replaced. */
static void find_central(pith__arena *scratch, walk *w)
{
    const pith__bags *bags = &w->material->bags;
    const pith__entry *entry = bags->entry;
    w->central = pith__arena_alloc(scratch, bags->sentences * sizeof *w->central);
    w->rare = pith__arena_alloc(scratch, bags->sentences * sizeof *w->rare);
    find_mass(w);
    for (uint32_t i = 0; i < bags->sentences; i++) {
        float sum = 0;
        for (uint32_t e = bags->first[i]; e < bags->first[i + 1]; e++) {
            float mass = w->trace[entry[e].term].mass;
            sum += entry[e].count == 1 ? mass : mass * (float)entry[e].count;
        }
        w->central[i] *= sum;
        if (w->central[i] > w->most_central)
            w->most_central = w->central[i];
    }
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

static void survey_terms(pith__arena *scratch, walk *w, survey *s)
{
    const pith__material *m = w->material;
    const pith__term *terms = m->document->terms.term.items;
    w->trace = pith__arena_alloc(scratch, m->bags.terms * sizeof *w->trace);
    for (uint32_t i = 0; i < m->bags.terms; i++) {
        trace *t = &w->trace[i];
        uint32_t sentences = terms[i].sentences, again = sentences > 1;
        s->repeated += again;
        s->repetitions += again * sentences;
        t->signs = again * (ONE(AHEAD) | ONE(OPENED));
        t->idf = m->bags.idf[i];
        t->square = (float)t->idf * (float)t->idf;
        t->mass = 0;
        t->left = sentences;
        t->seen = false;
    }
}

static uint32_t count_repeated(const walk *w, uint32_t sentence)
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
            s->repetitions -= count_repeated(w, i);
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

/* The repeated terms that the first sentences of a part bring. */
static uint32_t repeated_in_lead(const walk *w, uint32_t end)
{
    const pith__bags *bags = &w->material->bags;
    uint32_t found = 0;
    for (uint32_t i = 0; i < end; i++) {
        bool lead = is_lead(&w->material->candidate[i]);
        for (uint32_t e = bags->first[i]; e < bags->first[i + 1]; e++) {
            trace *t = &w->trace[bags->entry[e].term];
            found += lead && !t->seen && t->left > 1;
            t->seen = true;
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
