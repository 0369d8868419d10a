#include "quotes/attribution.h"

#include <assert.h>
#include <string.h>

#include "quotes/power.h"

enum { DIALOGUE_MIN = 8 /* direct quotations that make a dialogue, if half of them have no cue */ };

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

static const pith__attribution nobody = {PITH_NONE, PITH_NONE, 0, 0, "none", PITH__FURTHER};

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

/* Eight weights, which are added at once. */
typedef int16_t lanes __attribute__((vector_size(16)));
enum { LANES = 8 };

/* sums[half + i] = sums[i] + weight for all i below half. */
static void add_half(int16_t *sums, int half, int16_t weight)
{
    for (int i = 0; i < half && half < LANES; i++)
        sums[half + i] = (int16_t)(sums[i] + weight);
    for (int i = 0; i < half && half >= LANES; i += LANES) {
        lanes eight;
        memcpy(&eight, sums + i, sizeof eight);
        eight += weight;
        memcpy(sums + half + i, &eight, sizeof eight);
    }
}

/* The most, or the least, that a candidate has of pieces of evidence of which it has one or none.
 */
static int most_of(const int16_t *weights, uint32_t evidence)
{
    int most = 0;
    for (; evidence; evidence &= evidence - 1) {
        int weight = weights[__builtin_ctz(evidence)];
        most = weight > most ? weight : most;
    }
    return most;
}

static int least_of(const int16_t *weights, uint32_t evidence)
{
    int least = 0;
    for (; evidence; evidence &= evidence - 1) {
        int weight = weights[__builtin_ctz(evidence)];
        least = weight < least ? weight : least;
    }
    return least;
}

/* How much who spoke before can matter, and all together who stand in other sentences than a
 * content and its cue, whatever they are. */
static void set_bounds(pith__scales *scales, const int16_t *weights)
{
    enum {
        SPEAKERS = 1 << PITH__SAME_SPEAKER | 1 << PITH__OTHER_TURN,
        CALLED = 1 << PITH__ANSWERS,
        KINDS = 1 << PITH__IS_NAME | 1 << PITH__IS_PRONOUN | 1 << PITH__IS_NOBODY |
                1 << PITH__IS_DESCRIPTION,
        OTHERS = 1 << PITH__BEFORE_VERB | 1 << PITH__AFTER_VERB | 1 << PITH__OPENS |
                 1 << PITH__IS_POSSESSIVE | 1 << PITH__IS_OBJECT | 1 << PITH__IS_QUOTED |
                 1 << PITH__FREQUENT | 1 << PITH__IS_RELATIVE,
        ALL = PITH__BACK_MAX + PITH__AFTER_MAX + 2
    };
    scales->more = most_of(weights, SPEAKERS) + most_of(weights, CALLED);
    scales->less = least_of(weights, SPEAKERS) + least_of(weights, CALLED);
    int evidence = scales->more + most_of(weights, KINDS);
    for (uint32_t rest = OTHERS; rest; rest &= rest - 1)
        evidence += most_of(weights, rest & -rest);
    for (int cueless = 0; cueless < 2; cueless++) {
        int relation = INT16_MIN;
        for (int r = PITH__PREVIOUS_QUOTE; r < PITH__RELATIONS; r++)
            relation =
                scales->relation[r][cueless] > relation ? scales->relation[r][cueless] : relation;
        int sum = relation + evidence;
        scales->rest[cueless] = (ALL - 4) * pith__power_of(sum) +
                                2 * pith__power_of(sum + most_of(weights, 1u << PITH__NEAREST)) +
                                2 * pith__power_of(sum + most_of(weights, 1u << PITH__SECOND));
    }
}

void pith__scales_set(pith__scales *scales, const pith__attribution_weights *weights,
                      pith__style style)
{
    scales->style = style;
    scales->relation = weights->relation[style];
    for (int part = 0; part < PITH__PARTS; part++) {
        scales->evidence[part][0] = 0;
        for (int bit = 0; bit < PITH__PART_BITS; bit++) {
            int which = part * PITH__PART_BITS + bit;
            add_half(scales->evidence[part], 1 << bit,
                     which < PITH__EVIDENCES ? weights->evidence[style][which] : 0);
        }
    }
    set_bounds(scales, weights->evidence[style]);
}

/* Which evidence there is, no processor can guess: all of it is added, as it is or as zero. */
static int weigh(const pith__scales *scales, bool cueless, const pith__voice *c)
{
    enum { MASK = (1 << PITH__PART_BITS) - 1 };
    return scales->relation[c->relation][cueless] + scales->evidence[0][c->evidence & MASK] +
           scales->evidence[1][c->evidence >> PITH__PART_BITS & MASK] +
           scales->evidence[2][c->evidence >> 2 * PITH__PART_BITS & MASK];
}

/* The candidates of a content, weighed. */
typedef struct weighing {
    double power[PITH__VOICES_MAX];
    double total;
    uint32_t likeliest;
} weighing;

static void weigh_all(const pith__scales *scales, bool cueless, const pith__voices *all,
                      weighing *w)
{
    double most = 0, total = 1;
    w->likeliest = 0;
    for (uint32_t i = 0; i < all->count; i++) {
        double power = pith__power_of(weigh(scales, cueless, &all->items[i]));
        w->power[i] = power;
        total += power;
        w->likeliest = power > most ? i : w->likeliest;
        most = power > most ? power : most;
    }
    w->total = total;
}

/* Of all that name one person: their powers, and each times the certainty that the candidate means
 * that person. */
typedef struct share {
    double sure, certain;
} share;

static share share_of(const weighing *w, const pith__voices *all, uint32_t candidate,
                      const uint8_t *certainty)
{
    share s = {0, 0};
    uint32_t person = all->items[candidate].person;
    for (uint32_t i = 0; i < all->count; i++) {
        if (person == PITH_NONE ? i != candidate : all->items[i].person != person)
            continue;
        s.sure += w->power[i];
        s.certain += w->power[i] * (double)((float)certainty[all->items[i].mention] / 100.0F);
    }
    return s;
}

/* The most likely candidate of the most likely person: the likeliest of all, if the others together
 * are not as likely. */
static uint32_t best_of(const weighing *w, const pith__voices *all, const uint8_t *certainty)
{
    uint32_t best = 0;
    if (2 * w->power[w->likeliest] > w->total)
        return w->likeliest;
    double most = share_of(w, all, best, certainty).sure;
    for (uint32_t i = 1; i < all->count; i++) {
        uint32_t person = all->items[i].person;
        bool same = person != PITH_NONE && person == all->items[best].person;
        double other = same ? most : share_of(w, all, i, certainty).sure;
        if (same ? w->power[i] > w->power[best] : other > most) {
            best = i;
            most = other;
        }
    }
    return best;
}

pith__attribution pith__decide(const pith__scales *scales, bool cueless,
                               const pith__voices *candidates, const pith__persons *persons)
{
    weighing w;
    if (candidates->count == 0)
        return nobody;
    weigh_all(scales, cueless, candidates, &w);
    uint32_t best = best_of(&w, candidates, persons->certainty);
    const pith__voice *c = &candidates->items[best];
    share s = share_of(&w, candidates, best, persons->certainty);
    /* The weights of dialogue are fitted to persons and not to their mentions. */
    double confidence = (scales->style == PITH__REPORT ? s.certain : s.sure) / w.total;
    assert(confidence >= 0 && confidence <= 1 + 1e-6);
    return (pith__attribution){.mention = c->mention,
                               .person = c->person,
                               .confidence = confidence < 1 ? confidence : 1,
                               .naming = s.sure / w.total,
                               .rule = rules[c->relation],
                               .relation = c->relation};
}

static pith__reasons reasons_of(pith__arena *arena, const pith__scales *scales, bool cueless,
                                const pith__voices *candidates, const pith__mentions *mentions)
{
    weighing w;
    pith__reason *items = pith__arena_alloc(arena, (candidates->count + 1) * sizeof *items);
    weigh_all(scales, cueless, candidates, &w);
    for (uint32_t i = 0; i < candidates->count; i++) {
        const pith__voice *c = &candidates->items[i];
        items[i] = (pith__reason){.mention = mentions->items[c->mention].span,
                                  .rule = rules[c->relation],
                                  .relation = scales->relation[c->relation][cueless],
                                  .weights = pith__attribution_fitted.evidence[scales->style],
                                  .evidence = c->evidence,
                                  .share = w.power[i] / w.total};
    }
    pith__reasons_sort(items, candidates->count);
    return (pith__reasons){items, candidates->count};
}

/* ---- which contents have to be decided ---- */

/* Whether the source of the content outweighs all others together, whoever spoke before. */
static bool is_told_by_source(const pith__scales *scales, pith__view *view, uint32_t content)
{
    const double margin = 1 + 1e-9;
    const uint32_t before[2] = {PITH_NONE, PITH_NONE};
    bool cueless = !pith__has_cue(&view->contents->items[content]);
    double source = 0, others = scales->rest[cueless];
    pith__voices candidates;
    pith__view_turn(view, content, before);
    if (!pith__voices_beside(view, &candidates))
        return false;
    for (uint32_t i = 0; i < candidates.count; i++) {
        int sum = weigh(scales, cueless, &candidates.items[i]);
        if (candidates.items[i].mention == view->source)
            source = pith__power_of(sum + scales->less);
        else
            others += pith__power_of(sum + scales->more);
    }
    return source > others * margin;
}

/* Contents of the kinds, and those whose speaker one of them has to know of and that more than
 * their source may tell. Of others that one of them has to know of, what the source tells is made.
 */
static const bool *find_open(pith__arena *arena, const pith__scales *scales, pith__view *view,
                             uint32_t kinds, pith__attribution *made)
{
    const pith__contents *contents = view->contents;
    bool *open = pith__arena_zero(arena, contents->count + 2u, sizeof *open);
    for (uint32_t i = contents->count; i-- > 0;) {
        made[i] = nobody;
        open[i] = (uint32_t)contents->items[i].kind & kinds;
        if (open[i] || !(open[i + 1] || open[i + 2]))
            continue;
        open[i] = !is_told_by_source(scales, view, i);
        made[i].mention = open[i] ? PITH_NONE : view->source;
    }
    return open;
}

static pith__attribution *attribute(pith__arena *arena, pith__view *view, uint32_t kinds,
                                    pith__reasons *reasons)
{
    const pith__contents *contents = view->contents;
    pith__scales scales;
    pith__voices candidates = {.count = 0};
    pith__attribution *made = pith__arena_alloc(arena, (contents->count + 1u) * sizeof *made);
    pith__scales_set(&scales, &pith__attribution_fitted, pith__style_of(contents));
    const bool *open = find_open(arena, &scales, view, kinds, made);
    for (uint32_t i = 0; i < contents->count; i++) {
        uint32_t before[2] = {i > 0 ? made[i - 1].mention : PITH_NONE,
                              i > 1 ? made[i - 2].mention : PITH_NONE};
        candidates.addressed.count = i > 0 && open[i - 1] ? candidates.addressed.count : 0;
        if (!open[i])
            continue;
        pith__view_turn(view, i, before);
        pith__voices_find(view, &candidates);
        bool cueless = !pith__has_cue(&contents->items[i]);
        made[i] = pith__decide(&scales, cueless, &candidates, view->persons);
        if (reasons)
            reasons[i] = reasons_of(arena, &scales, cueless, &candidates, view->mentions);
    }
    return made;
}

/* What is left out changes nothing. */
static void check(pith__arena *arena, pith__view *view, uint32_t kinds,
                  const pith__attribution *made)
{
#ifndef NDEBUG
    const pith__attribution *all = attribute(arena, view, UINT32_MAX, NULL);
    for (uint32_t i = 0; i < view->contents->count; i++) {
        assert(made[i].mention == PITH_NONE || made[i].mention == all[i].mention);
        assert(!((uint32_t)view->contents->items[i].kind & kinds) ||
               (made[i].person == all[i].person && made[i].confidence == all[i].confidence));
    }
#else
    (void)arena, (void)view, (void)kinds, (void)made;
#endif
}

pith__attribution *pith__attribute(pith__arena *arena, const pith__words *words,
                                   const pith__contents *contents, uint32_t kinds,
                                   const pith__mentions *mentions, const pith__persons *persons,
                                   pith__reasons *reasons)
{
    pith__view view = pith__view_open(arena, words, contents, mentions, persons);
    pith__attribution *made = attribute(arena, &view, kinds, reasons);
    check(arena, &view, kinds, made);
    return made;
}
