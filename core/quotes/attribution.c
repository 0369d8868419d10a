#include "quotes/attribution.h"

#include <assert.h>
#include <math.h>

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

static double weigh(const pith__attribution_weights *weights, pith__style style, bool cueless,
                    const pith__voice *c)
{
    int sum = weights->relation[style][c->relation][cueless];
    for (uint32_t e = 0; e < PITH__EVIDENCES; e++)
        sum += c->evidence >> e & 1 ? weights->evidence[style][e] : 0;
    return (double)sum / HUNDREDTHS;
}

static bool names_same(const pith__voice *a, const pith__voice *b)
{
    return a == b || (a->person != PITH_NONE && a->person == b->person);
}

/* How likely the candidates that name the same person as `one` are, together; certainty: of the
 * person of a mention, or NULL to leave it out. */
static double share_of(const pith__voices *all, const double *power, double total,
                       const pith__voice *one, const float *certainty)
{
    double share = 0;
    for (uint32_t i = 0; i < all->count; i++) {
        const pith__voice *c = &all->items[i];
        if (names_same(c, one))
            share += power[i] / total * (certainty ? (double)certainty[c->mention] : 1);
    }
    return share;
}

pith__attribution pith__decide(const pith__attribution_weights *weights, pith__style style,
                               bool cueless, const pith__voices *candidates,
                               const pith__persons *persons)
{
    double power[PITH__VOICES_MAX], total = 1, most = 0;
    uint32_t best = 0;
    if (candidates->count == 0)
        return (pith__attribution){PITH_NONE, PITH_NONE, 0, 0, "none"};
    for (uint32_t i = 0; i < candidates->count; i++)
        total += power[i] = exp(weigh(weights, style, cueless, &candidates->items[i]));
    for (uint32_t i = 0; i < candidates->count; i++) {
        const pith__voice *c = &candidates->items[i];
        double share = share_of(candidates, power, total, c, NULL);
        bool same = names_same(c, &candidates->items[best]);
        if (same ? power[i] > power[best] : share > most)
            best = i;
        most = share > most ? share : most;
    }
    const pith__voice *c = &candidates->items[best];
    /* The weights of dialogue are fitted to persons and not to their mentions. */
    const float *certainty = style == PITH__REPORT ? persons->certainty : NULL;
    double confidence = share_of(candidates, power, total, c, certainty);
    assert(confidence >= 0 && confidence <= 1 + 1e-6);
    return (pith__attribution){.mention = c->mention,
                               .person = c->person,
                               .confidence = confidence < 1 ? confidence : 1,
                               .naming = share_of(candidates, power, total, c, NULL),
                               .rule = rules[c->relation]};
}

pith__attribution *pith__attribute(pith__arena *arena, const pith__words *words,
                                   const pith__contents *contents, const pith__mentions *mentions,
                                   const pith__persons *persons)
{
    pith__view view = {.words = words,
                       .document = words->document,
                       .contents = contents,
                       .mentions = mentions,
                       .persons = persons};
    pith__style style = pith__style_of(contents);
    pith__voices candidates = {.count = 0};
    pith__attribution *made = pith__arena_alloc(arena, (contents->count + 1) * sizeof *made);
    for (uint32_t i = 0; i < contents->count; i++) {
        uint32_t before[2] = {i > 0 ? made[i - 1].mention : PITH_NONE,
                              i > 1 ? made[i - 2].mention : PITH_NONE};
        pith__view_turn(&view, i, before);
        pith__voices_find(&view, &candidates);
        made[i] = pith__decide(&pith__attribution_fitted, style,
                               !pith__has_cue(&contents->items[i]), &candidates, persons);
    }
    return made;
}
