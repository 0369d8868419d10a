#include "quotes/attribution.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum {
    DIALOGUE_MIN = 8, /* direct quotations that make a dialogue, if half of them have no cue */
    HUNDREDTHS = 100
};

static const char *const rules[PITH__RELATIONS] = {
    [PITH__SOURCE_BEFORE_CUE] = "source-before-cue",
    [PITH__CUE_BEFORE_SOURCE] = "cue-before-source",
    [PITH__SOURCE_ALONE] = "source",
    [PITH__INTRODUCES] = "introduced",
    [PITH__SIGNS] = "signed",
    [PITH__LEFT_OF_CUE] = "left-of-cue",
    [PITH__INVERTED] = "inverted",
    [PITH__RIGHT_OF_CUE] = "right-of-cue",
    [PITH__BETWEEN] = "between",
    [PITH__SENTENCE_BEFORE] = "same-sentence",
    [PITH__SENTENCE_AFTER] = "same-sentence",
    [PITH__PREVIOUS_QUOTE] = "previous-quote",
    [PITH__PARAGRAPH_BEFORE] = "same-paragraph",
    [PITH__PARAGRAPH_AFTER] = "same-paragraph",
    [PITH__EARLIER_QUOTE] = "earlier-quote",
    [PITH__ALTERNATION] = "alternation",
    [PITH__PARAGRAPH_PREVIOUS] = "previous-paragraph",
    [PITH__FURTHER] = "further",
};

pith__style pith__style_of(const pith__contents *contents)
{
    uint32_t direct = 0, cueless = 0;
    for (uint32_t i = 0; i < contents->count; i++) {
        bool is_direct = contents->items[i].kind == PITH_DIRECT;
        direct += is_direct;
        cueless += is_direct && !pith__has_cue(&contents->items[i]) &&
                   contents->items[i].source_score == 0;
    }
    return direct >= DIALOGUE_MIN && 2 * cueless >= direct ? PITH__DIALOGUE : PITH__REPORT;
}

/* Weights of evidence, a number of bits together. */
typedef int16_t lanes __attribute__((vector_size(16)));
enum { LANES = 8, GROUPS = (PITH__EVIDENCES + LANES - 1) / LANES };

/* Which evidence there is, no processor can guess: all of it is added, as it is or as zero. */
static int weigh_evidence(const lanes weights[GROUPS], uint32_t evidence)
{
    const lanes bits = {1, 2, 4, 8, 16, 32, 64, 128};
    lanes sum = {0};
    for (int i = 0; i < GROUPS; i++) {
        lanes here = (lanes){0} + (int16_t)(evidence >> i * LANES & 0xFF);
        sum += weights[i] & ((here & bits) == bits);
    }
    int16_t parts[LANES];
    memcpy(parts, &sum, sizeof parts);
    return ((parts[0] + parts[1]) + (parts[2] + parts[3])) +
           ((parts[4] + parts[5]) + (parts[6] + parts[7]));
}

/* The candidates of a content, weighed. */
typedef struct weighing {
    double power[PITH__VOICES_MAX];
    double share[PITH__VOICES_MAX]; /* of all that name the same person as the candidate, kept with
                                       the first of them */
    double total;
    uint32_t first[PITH__VOICES_MAX]; /* the first candidate that names the same person */
} weighing;

static uint32_t first_of(const pith__voices *all, uint32_t candidate)
{
    uint32_t i = 0, person = all->items[candidate].person;
    if (person == PITH_NONE)
        return candidate;
    while (all->items[i].person != person)
        i++;
    return i;
}

static void weigh_all(const pith__attribution_weights *weights, pith__style style, bool cueless,
                      const pith__voices *all, weighing *w)
{
    lanes evidence[GROUPS] = {{0}};
    memcpy(evidence, weights->evidence[style], sizeof weights->evidence[style]);
    w->total = 1;
    for (uint32_t i = 0; i < all->count; i++) {
        const pith__voice *c = &all->items[i];
        int sum =
            weights->relation[style][c->relation][cueless] + weigh_evidence(evidence, c->evidence);
        w->power[i] = exp((double)sum / HUNDREDTHS);
        w->total += w->power[i];
        w->first[i] = first_of(all, i);
        w->share[i] = 0;
        w->share[w->first[i]] += w->power[i];
    }
}

/* The most likely candidate of the most likely person. */
static uint32_t best_of(const weighing *w, uint32_t count)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < count; i++) {
        uint32_t group = w->first[i], leading = w->first[best];
        if (group == leading ? w->power[i] > w->power[best] : w->share[group] > w->share[leading])
            best = i;
    }
    return best;
}

/* How sure the person is: each candidate's share times the certainty that it means that person. */
static double certainty_of(const weighing *w, const pith__voices *all, uint32_t group,
                           const uint8_t *certainty)
{
    double sum = 0;
    for (uint32_t i = group; i < all->count; i++) {
        if (w->first[i] == group)
            sum += w->power[i] * (double)((float)certainty[all->items[i].mention] / 100.0F);
    }
    return sum / w->total;
}

pith__attribution pith__decide(const pith__attribution_weights *weights, pith__style style,
                               bool cueless, const pith__voices *candidates,
                               const pith__persons *persons)
{
    weighing w;
    if (candidates->count == 0)
        return (pith__attribution){PITH_NONE, PITH_NONE, 0, 0, "none", PITH__FURTHER};
    weigh_all(weights, style, cueless, candidates, &w);
    uint32_t best = best_of(&w, candidates->count), group = w.first[best];
    const pith__voice *c = &candidates->items[best];
    double naming = w.share[group] / w.total;
    /* The weights of dialogue are fitted to persons and not to their mentions. */
    double confidence =
        style == PITH__REPORT ? certainty_of(&w, candidates, group, persons->certainty) : naming;
    assert(confidence >= 0 && confidence <= 1 + 1e-6);
    return (pith__attribution){.mention = c->mention,
                               .person = c->person,
                               .confidence = confidence < 1 ? confidence : 1,
                               .naming = naming,
                               .rule = rules[c->relation],
                               .relation = c->relation};
}

static pith__reasons reasons_of(pith__arena *arena, pith__style style, bool cueless,
                                const pith__voices *candidates, const pith__mentions *mentions)
{
    const pith__attribution_weights *weights = &pith__attribution_fitted;
    weighing w;
    pith__reason *items = pith__arena_alloc(arena, (candidates->count + 1) * sizeof *items);
    weigh_all(weights, style, cueless, candidates, &w);
    for (uint32_t i = 0; i < candidates->count; i++) {
        const pith__voice *c = &candidates->items[i];
        items[i] = (pith__reason){.mention = mentions->items[c->mention].span,
                                  .rule = rules[c->relation],
                                  .relation = weights->relation[style][c->relation][cueless],
                                  .weights = weights->evidence[style],
                                  .evidence = c->evidence,
                                  .share = w.power[i] / w.total};
    }
    pith__reasons_sort(items, candidates->count);
    return (pith__reasons){items, candidates->count};
}

pith__attribution *pith__attribute(pith__arena *arena, const pith__words *words,
                                   const pith__contents *contents, const pith__mentions *mentions,
                                   const pith__persons *persons, pith__reasons *reasons)
{
    pith__view view = pith__view_open(arena, words, contents, mentions, persons);
    pith__style style = pith__style_of(contents);
    pith__voices candidates = {.count = 0};
    pith__attribution *made = pith__arena_alloc(arena, (contents->count + 1) * sizeof *made);
    for (uint32_t i = 0; i < contents->count; i++) {
        uint32_t before[2] = {i > 0 ? made[i - 1].mention : PITH_NONE,
                              i > 1 ? made[i - 2].mention : PITH_NONE};
        pith__view_turn(&view, i, before);
        pith__voices_find(&view, &candidates);
        bool cueless = !pith__has_cue(&contents->items[i]);
        made[i] = pith__decide(&pith__attribution_fitted, style, cueless, &candidates, persons);
        if (reasons)
            reasons[i] = reasons_of(arena, style, cueless, &candidates, mentions);
    }
    return made;
}
