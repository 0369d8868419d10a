#include "quotes/attribution.h"

#include <assert.h>
#include <math.h>
#include <string.h>

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
    [PITH__CONTINUED] = "continued",
    [PITH__RESUMED] = "continued",
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

/* The weights for a style of text, and for contents with a cue word or without. */
typedef struct scales {
    const int16_t (*relation)[2], *evidence;
    bool cueless;
} scales;

static scales scales_of(const pith__attribution_weights *weights, pith__style style, bool cueless)
{
    return (scales){weights->relation[style], weights->evidence[style], cueless};
}

static int weigh(const scales *s, const pith__voice *c)
{
    int sum = s->relation[c->relation][s->cueless];
    for (uint32_t rest = c->evidence; rest; rest &= rest - 1)
        sum += s->evidence[__builtin_ctz(rest)];
    return sum;
}

/* The candidates of a content, weighed. */
typedef struct weighing {
    double power[PITH__VOICES_MAX];
    double total;
    uint32_t likeliest;
} weighing;

static void weigh_all(scales s, const pith__voices *all, weighing *w)
{
    double most = 0, total = 1;
    w->likeliest = 0;
    for (uint32_t i = 0; i < all->count; i++) {
        double power = exp(weigh(&s, &all->items[i]) / 100.0);
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

pith__attribution pith__decide(const pith__attribution_weights *weights, pith__style style,
                               bool cueless, const pith__voices *candidates,
                               const pith__persons *persons)
{
    weighing w;
    if (candidates->count == 0)
        return nobody;
    weigh_all(scales_of(weights, style, cueless), candidates, &w);
    uint32_t best = best_of(&w, candidates, persons->certainty);
    const pith__voice *c = &candidates->items[best];
    share s = share_of(&w, candidates, best, persons->certainty);
    /* The weights of dialogue are fitted to persons and not to their mentions. */
    double confidence = (style == PITH__REPORT ? s.certain : s.sure) / w.total;
    assert(confidence >= 0 && confidence <= 1 + 1e-6);
    return (pith__attribution){.mention = c->mention,
                               .person = c->person,
                               .confidence = confidence < 1 ? confidence : 1,
                               .naming = s.sure / w.total,
                               .rule = rules[c->relation],
                               .relation = c->relation};
}

static pith__reasons reasons_of(pith__arena *arena, pith__style style, bool cueless,
                                const pith__voices *candidates, const pith__mentions *mentions)
{
    weighing w;
    scales s = scales_of(&pith__attribution_fitted, style, cueless);
    pith__reason *items = pith__arena_alloc(arena, (candidates->count + 1) * sizeof *items);
    weigh_all(s, candidates, &w);
    for (uint32_t i = 0; i < candidates->count; i++) {
        const pith__voice *c = &candidates->items[i];
        items[i] = (pith__reason){.mention = mentions->items[c->mention].span,
                                  .rule = rules[c->relation],
                                  .relation = s.relation[c->relation][cueless],
                                  .weights = s.evidence,
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
    pith__style style = pith__style_of(contents);
    pith__voices candidates = {.count = 0};
    pith__view view = pith__view_open(arena, words, contents, mentions, persons);
    pith__attribution *made = pith__arena_alloc(arena, (contents->count + 1u) * sizeof *made);
    pith__histories before = pith__no_histories;
    for (uint32_t i = 0; i < contents->count; i++) {
        pith__view_turn(&view, i, &before);
        pith__voices_find(&view, &candidates);
        bool cueless = !pith__has_cue(&contents->items[i]);
        made[i] = pith__decide(&pith__attribution_fitted, style, cueless, &candidates, persons);
        pith__histories_add(&before, &contents->items[i], made[i].mention);
        if (reasons)
            reasons[i] = reasons_of(arena, style, cueless, &candidates, mentions);
    }
    return made;
}
