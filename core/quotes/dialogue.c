#include "quotes/dialogue.h"

#include <math.h>
#include <string.h>

enum {
    DIRECT_MIN = 6,  /* quotations of a conversation */
    NOVEL_MIN = 100, /* of a text that is surely one: a newspaper does not quote so much */
    CUED_MAX = 4,    /* quotations to one without a cue, in a shorter one */
    SPOKEN_MIN = 2,  /* quotations to so many paragraphs of a text in which everybody may answer */
    PARAGRAPHS_MAX = 3
};

static int add_up(const int16_t *weights, const pith__hearing *h)
{
    int sum = 0;
    for (uint32_t i = 0; i < 2; i++)
        for (uint64_t rest = h->points[i]; rest; rest &= rest - 1)
            sum += weights[i * 64 + (uint32_t)__builtin_ctzll(rest)];
    return sum;
}

static double weigh(const int16_t *weights, const pith__hearing *h)
{
    return exp(add_up(weights, h) / 100.0);
}

uint32_t pith__heard_best(const pith__dialogue_weights *weights, uint32_t look,
                          const pith__heard *heard, double *confidence)
{
    uint32_t best = PITH_NONE;
    double most = 0, total = 1;
    for (uint32_t i = 0; i < heard->count; i++) {
        double power = weigh(weights->pointer[look][heard->telling], &heard->items[i]);
        total += power;
        if (power > most) {
            most = power;
            best = i;
        }
    }
    *confidence = most / total;
    return best;
}

bool pith__is_conversation(const pith_document *document, const pith__contents *contents)
{
    uint32_t direct = 0, marked = 0, cueless = 0, continued = 0;
    if (strcmp(document->language->code, "en") != 0)
        return false;
    for (uint32_t i = 0; i < contents->count; i++) {
        bool is_direct = contents->items[i].kind == PITH_DIRECT;
        direct += is_direct;
        marked += contents->items[i].kind != PITH_INDIRECT;
        cueless += is_direct && !pith__has_cue(&contents->items[i]);
        continued += is_direct && pith__content_continues(document, contents, i);
    }
    if (direct * PARAGRAPHS_MAX < document->paragraphs.count * SPOKEN_MIN)
        cueless -= continued;
    return direct >= DIRECT_MIN && (uint64_t)direct * 10 >= (uint64_t)marked * 9 &&
           (direct >= NOVEL_MIN || cueless * CUED_MAX >= direct);
}

/* What decided, by what points to the person most plainly. */
static const char *rule_of(const pith__hearing *h)
{
    static const struct {
        uint32_t first, end;
        const char *rule;
    } rules[] = {
        {PITH__ACTS_BETWEEN, PITH__ACTS_BETWEEN + 1, "between"},
        {PITH__SAME_PARAGRAPH, PITH__SAME_PARAGRAPH + 1, "previous-quote"},
        {PITH__ACTS_BEFORE, PITH__OBJECT_AFTER + 1, "same-paragraph"},
        {PITH__TURN_BEFORE, PITH__BOTH_TURNS, "alternation"},
        {PITH__LAST_TURN, PITH__TURN_BEFORE, "earlier-quote"},
        {PITH__NARRATED, PITH__SPEAKS, "previous-paragraph"},
    };
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        for (uint32_t p = rules[i].first; p < rules[i].end; p++)
            if (pith__points(h, p))
                return rules[i].rule;
    return "further";
}

static void settle(pith__attribution *a, const pith__heard *heard, uint32_t best, double confidence)
{
    const pith__hearing *h = &heard->items[best];
    bool same = h->person == a->person;
    a->person = h->person;
    a->confidence = confidence;
    if (heard->telling == PITH__TOLD_BY_PRONOUN) /* the pronoun names whoever it is */
        return;
    a->naming = confidence;
    if (same)
        return;
    a->rule = rule_of(h);
    a->mention = h->mention;
}

void pith__dialogue_foresee(pith__dialogue *dialogue)
{
    for (uint32_t i = 0; i < dialogue->view.contents->count; i++) {
        pith__turn *turn = &dialogue->turn[i];
        turn->foreseen = turn->said;
        turn->said = dialogue->found[i].person;
        turn->mention = dialogue->found[i].mention;
    }
}

/* Who was heard, with the sum of what points to each as the weight of the rule. */
static pith__reasons reasons_of(pith__arena *arena, const pith__dialogue *d, uint32_t look,
                                const pith__heard *heard)
{
    const int16_t *weights = pith__dialogue_fitted.pointer[look][heard->telling];
    pith__reason *items = pith__arena_alloc(arena, (heard->count + 1) * sizeof *items);
    double total = 1;
    for (uint32_t i = 0; i < heard->count; i++) {
        const pith__hearing *h = &heard->items[i];
        uint32_t mention =
            h->mention == PITH_NONE ? d->view.persons->person.items[h->person].fullest : h->mention;
        items[i] = (pith__reason){.mention = d->view.mentions->items[mention].span,
                                  .rule = rule_of(h),
                                  .relation = add_up(weights, h),
                                  .share = weigh(weights, h)};
        total += items[i].share;
    }
    for (uint32_t i = 0; i < heard->count; i++)
        items[i].share /= total;
    pith__reasons_sort(items, heard->count);
    return (pith__reasons){items, heard->count};
}

/* Decides all contents in order. attributions, reasons: where to say so, or NULL. */
static void look_at_all(pith__arena *arena, pith__dialogue *d, uint32_t look,
                        pith__attribution *attributions, pith__reasons *reasons)
{
    for (uint32_t i = 0; i < d->view.contents->count; i++) {
        pith__heard heard;
        double confidence;
        if (d->turn[i].telling == PITH__TOLD_BY_NAME)
            continue;
        pith__heard_find(d, i, &heard);
        uint32_t best = pith__heard_best(&pith__dialogue_fitted, look, &heard, &confidence);
        if (best == PITH_NONE)
            continue;
        pith__attribution a = d->found[i];
        settle(&a, &heard, best, confidence);
        d->turn[i].said = a.person;
        d->turn[i].mention = a.mention;
        if (attributions)
            attributions[i] = a;
        if (reasons)
            reasons[i] = reasons_of(arena, d, look, &heard);
    }
}

void pith__dialogue_settle(pith__arena *arena, const pith__words *words,
                           const pith__contents *contents, const pith__mentions *mentions,
                           const pith__persons *persons, pith__attribution *attributions,
                           pith__reasons *reasons)
{
    size_t size = contents->count * sizeof *attributions;
    pith__attribution *found = memcpy(pith__arena_alloc(arena, size), attributions, size);
    pith__dialogue d = pith__dialogue_open(arena, words, contents, mentions, persons, found);
    look_at_all(arena, &d, 0, NULL, NULL);
    pith__dialogue_foresee(&d);
    look_at_all(arena, &d, 1, attributions, reasons);
    pith__arena_drop(arena, d.turn, (contents->count + 1) * sizeof *d.turn);
    pith__arena_drop(arena, found, size);
}
