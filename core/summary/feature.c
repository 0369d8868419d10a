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

/* What the terms of a sentence say, as shares of what is possible. */
static void find_terms(const walk *w, uint32_t sentence, float *row)
{
    const pith__bags *bags = &w->material->bags;
    const pith__sums *s = &w->sums[sentence];
    uint32_t count = bags->first[sentence + 1] - bags->first[sentence];
    uint32_t length = bags->length[sentence];
    row[PITH__ECHO] = share(s->echoed, s->echo);
    row[PITH__TITLE] = share(s->titled, w->title_terms);
    row[PITH__TITLED] = share(s->titled, count);
    row[PITH__AHEAD] = share(s->ahead, count);
    row[PITH__BEHIND] = share(count - s->fresh, count);
    row[PITH__BRINGS] = share(s->opened, count);
    row[PITH__COMMON] = count ? least_one(3 * (double)s->sentences / count / bags->sentences) : 0;
    row[PITH__PROBABLE] =
        count ? least_one(20 * (double)(int64_t)s->occurrences / length / bags->total) : 0;
    row[PITH__RARE] =
        length && w->rarest > 0 ? (float)(bags->rare[sentence] / length / w->rarest) : 0;
    row[PITH__CENTRAL] = w->most_central > 0 ? s->central / w->most_central : s->central;
}

/* ---- the terms of all sentences ---- */

static float norm_of(const pith__bags *bags, uint32_t sentence)
{
    float square = bags->square[sentence];
    return square > 0 ? 1 / sqrtf(square) : 0;
}

/* What all sentences together are made of, by term, as it counts for one of them: see
 * summary/cosine.h. */
static float *find_mass(pith__arena *scratch, const pith__bags *bags)
{
    float *mass = pith__arena_zero(scratch, bags->terms, sizeof *mass);
    const pith__entry *entry = bags->entry;
    for (uint32_t i = 0; i < bags->sentences; i++) {
        float norm = norm_of(bags, i);
        for (const pith__entry *end = bags->entry + bags->first[i + 1]; entry < end; entry++)
            mass[entry->term] += norm * (float)(int32_t)entry->count;
    }
    for (uint32_t t = 0; t < bags->terms; t++)
        mass[t] *= (float)(bags->idf[t] * bags->idf[t]);
    return mass;
}

/* Of a term, so that a sum over some takes one addition each: how often it stands in the text, in
 * how many sentences; 1 if the first sentence has it, 1 if the title has it. */
typedef uint32_t term_facts __attribute__((vector_size(16)));
enum { COUNT, SENTENCES, ECHOED, TITLED };

/* The title is the one that is given, or the heading that the text begins with. */
static void add_heading(walk *w, term_facts *facts)
{
    const pith__bags *bags = &w->material->bags;
    uint32_t heading = 0;
    while (heading < bags->sentences && w->material->candidate[heading].grade == PITH__FURNITURE)
        heading++;
    if (heading == bags->sentences || w->material->candidate[heading].grade != PITH__HEADING)
        return;
    for (uint32_t e = bags->first[heading]; e < bags->first[heading + 1]; e++)
        facts[bags->entry[e].term][TITLED] = 1;
    w->title_terms = bags->first[heading + 1] - bags->first[heading];
}

static void find_title(walk *w, term_facts *facts)
{
    const pith_document *document = w->material->document;
    for (uint32_t i = 0; i < document->title_term_count; i++)
        facts[document->title_terms[i]][TITLED] = 1;
    w->title_terms = document->title_term_count;
    if (!document->title)
        add_heading(w, facts);
}

/* A walk over the terms of all sentences. */
typedef struct summing {
    const pith__material *material;
    const float *mass;
    term_facts *facts;    /* by term */
    uint32_t part;        /* of the last sentence */
    uint32_t first;       /* sentence of prose of this part, PITH_NONE before it */
    uint32_t first_terms; /* of it */
    uint32_t known;       /* terms of the sentences up to the last; they are numbered by arrival */
} summing;

/* Nearly all terms stand once in a sentence. */
static pith__sums sum_terms(summing *s, uint32_t begin, uint32_t end)
{
    const pith__entry *entry = s->material->bags.entry;
    const uint32_t *seen = s->material->bags.seen;
    uint32_t known = s->known, ahead = 0, opened = 0;
    uint64_t more = 0;
    float central = 0;
    term_facts sum = {0};
    for (uint32_t e = begin; e < end;) {
        uint32_t term = entry[e].term, count = entry[e].count;
        uint32_t again = seen[term] > ++e, is_new = term == known;
        known += is_new;
        ahead += again;
        opened += again & is_new;
        sum += s->facts[term];
        if (count == 1) {
            central += s->mass[term];
        } else {
            central += s->mass[term] * (float)count;
            more += (count - (uint64_t)1) * s->facts[term][COUNT];
        }
    }
    pith__sums sums = {.central = central,
                       .ahead = ahead,
                       .fresh = known - s->known,
                       .opened = opened,
                       .echoed = sum[ECHOED],
                       .titled = sum[TITLED],
                       .sentences = sum[SENTENCES],
                       .occurrences = sum[COUNT] + more};
    s->known = known;
    return sums;
}

/* Tells the terms of the first sentence of a part, or no longer. */
static void mark_first(const summing *s, uint32_t sentence, bool first)
{
    const pith__bags *bags = &s->material->bags;
    for (uint32_t e = bags->first[sentence]; e < bags->first[sentence + 1]; e++)
        s->facts[bags->entry[e].term][ECHOED] = first;
}

/* Forgets the first sentence of the part before. */
static void follow_parts(summing *s, const pith__candidate *c)
{
    if (c->part == s->part)
        return;
    if (s->first != PITH_NONE)
        mark_first(s, s->first, false);
    s->first = PITH_NONE;
    s->part = c->part;
}

/* How central a sentence is, is its degree in the graph of LexRank. */
static void sum_sentence(summing *s, uint32_t sentence, pith__sums *sums)
{
    const pith__bags *bags = &s->material->bags;
    const pith__candidate *c = &s->material->candidate[sentence];
    follow_parts(s, c);
    *sums = sum_terms(s, bags->first[sentence], bags->first[sentence + 1]);
    sums->central *= norm_of(bags, sentence);
    sums->echo = s->first_terms;
    if (c->grade == PITH__PROSE && c->place == 0) {
        mark_first(s, sentence, true);
        s->first = sentence;
        s->first_terms = bags->first[sentence + 1] - bags->first[sentence];
        sums->echo = 0;
    }
}

static void find_sums(pith__arena *scratch, walk *w, term_facts *facts)
{
    const pith__bags *bags = &w->material->bags;
    summing s = {.material = w->material,
                 .mass = find_mass(scratch, bags),
                 .facts = facts,
                 .first = PITH_NONE};
    w->sums = pith__arena_alloc(scratch, bags->sentences * sizeof *w->sums);
    for (uint32_t i = 0; i < bags->sentences; i++) {
        sum_sentence(&s, i, &w->sums[i]);
        if (w->sums[i].central > w->most_central)
            w->most_central = w->sums[i].central;
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

/* Facts of terms are complete but for the title and the first sentence. */
static term_facts *survey_terms(pith__arena *scratch, const walk *w, survey *s)
{
    const pith__bags *bags = &w->material->bags;
    const pith__term *terms = w->material->document->terms.term.items;
    term_facts *facts = pith__arena_alloc(scratch, bags->terms * sizeof *facts);
    uint32_t once = 0;
    for (uint32_t t = 0; t < bags->terms; t++) {
        facts[t] = (term_facts){terms[t].count, terms[t].sentences};
        once += terms[t].sentences == 1;
    }
    s->repeated = bags->terms - once;
    s->repetitions = bags->first[bags->sentences] - once;
    return facts;
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
    walk w = {.material = material, .rarest = log(material->bags.sentences)};
    survey s = {0};
    term_facts *facts = survey_terms(scratch, &w, &s);
    survey_sentences(scratch, &w, &s);
    find_trends(&w, &s);
    find_title(&w, facts);
    find_sums(scratch, &w, facts);
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
