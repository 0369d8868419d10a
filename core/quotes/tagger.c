#include "quotes/tagger.h"

#include <assert.h>
#include <string.h>

/* ---- units ---- */

static bool is_worth_while(const pith__traits *traits, uint32_t sentence, uint32_t region)
{
    const pith__tokens *tokens = &traits->document->tokens;
    if (region < traits->regions->count && traits->regions->items[region].outer.start <
                                               traits->document->sentences.items[sentence].span.end)
        return true;
    for (uint32_t t = tokens->first[sentence]; t < tokens->first[sentence + 1]; t++) {
        if (traits->of_form[tokens->token.items[t].form].cue)
            return true;
    }
    return false;
}

static uint32_t tokens_in(const pith_document *document, uint32_t sentence)
{
    return document->tokens.first[sentence + 1] - document->tokens.first[sentence];
}

bool pith__unit_next(const pith__traits *traits, pith__unit *unit)
{
    const pith_document *d = traits->document;
    const pith_sentence *sentences = d->sentences.items;
    uint32_t region = unit->region, s = unit->end_sentence, count = 0;
    for (; s < d->sentences.count; s++) {
        while (region < traits->regions->count &&
               traits->regions->items[region].outer.end <= sentences[s].span.start)
            region++;
        bool fits = count + tokens_in(d, s) <= PITH__UNIT_MAX;
        bool joins = fits && is_worth_while(traits, s, region);
        if (count &&
            (!joins || sentences[s].paragraph != sentences[unit->first_sentence].paragraph))
            break;
        if (!joins)
            continue;
        if (!count)
            *unit = (pith__unit){.first_sentence = s, .region = region};
        count += tokens_in(d, s);
        unit->end_sentence = s + 1;
    }
    return count > 0;
}

/* ---- the best path ---- */

bool pith__label_follows(int before, int label)
{
    switch (label) {
    case PITH__LABEL_TRAILING_MORE:
    case PITH__LABEL_LEADING_MORE:
    case PITH__LABEL_SOURCE_MORE:
        return before == label || before == label - 1;
    default:
        return true;
    }
}

/* One token on, for all labels at once. */
static void step(const int32_t before[PITH__LABELS], const int32_t scores[PITH__LABELS],
                 const int32_t (*turns)[PITH__LABELS], int32_t after[PITH__LABELS],
                 uint8_t back[PITH__LABELS])
{
    int32_t best[PITH__LABELS], from[PITH__LABELS];
    for (int b = 0; b < PITH__LABELS; b++) {
        best[b] = before[0] + turns[0][b];
        from[b] = 0;
    }
    for (int a = 1; a < PITH__LABELS; a++) {
        for (int b = 0; b < PITH__LABELS; b++) {
            int32_t sum = before[a] + turns[a][b];
            from[b] = sum > best[b] ? a : from[b];
            best[b] = sum > best[b] ? sum : best[b];
        }
    }
    for (int b = 0; b < PITH__LABELS; b++) {
        after[b] = best[b] + scores[b];
        back[b] = (uint8_t)from[b];
    }
}

void pith__labels_find(const pith__spot *spots, uint32_t count,
                       const int32_t (*scores)[PITH__LABELS],
                       const int32_t (*turns)[PITH__LABELS][PITH__LABELS],
                       uint8_t (*back)[PITH__LABELS], uint8_t *labels)
{
    int32_t sums[2][PITH__LABELS] = {{0, PITH__NEVER, PITH__NEVER, PITH__NEVER, PITH__NEVER,
                                      PITH__NEVER, PITH__NEVER, PITH__NEVER}};
    for (uint32_t i = 0; i < count; i++)
        step(sums[i & 1], scores[i], turns[spots[i].kind], sums[~i & 1], back[i]);
    const int32_t *last = sums[count & 1];
    int best = 0;
    for (int b = 1; b < PITH__LABELS; b++)
        best = last[b] > last[best] ? b : best;
    for (uint32_t i = count; i-- > 0;) {
        labels[i] = (uint8_t)best;
        best = back[i][best];
    }
}

/* ---- tagging ---- */

typedef struct tagging {
    pith__arena *arena;
    pith__traits traits;
    pith__pieces pieces;
    int32_t turns[PITH__TRAIT_KINDS][PITH__LABELS][PITH__LABELS];
    pith__spot spots[PITH__UNIT_MAX];
    int32_t scores[PITH__UNIT_MAX][PITH__LABELS];
    uint8_t back[PITH__UNIT_MAX][PITH__LABELS];
    uint8_t labels[PITH__UNIT_MAX];
} tagging;

/* Eight bytes as one number, in the order of the machine. */
static uint64_t eight_at(const char *bytes)
{
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
    return eight;
}

/* Where byte b of eight is in such a number, counted from its lowest. */
static int place_of(int b)
{
    static const char one[8] = {1};
    return eight_at(one) == 1 ? b : 7 - b;
}

/* Adds up the rows of a token, all labels at once: those at even and at odd places have 16 bits
 * each in two sums, which the weights, below 127 each, cannot overflow. That 'P' stands for 0 adds
 * the same to each label. */
static void score(const pith__spot *spots, uint32_t count, uint32_t i, int32_t scores[PITH__LABELS])
{
    static const uint64_t lanes = 0x00FF00FF00FF00FF;
    uint32_t rows[PITH__TRAITS];
    uint64_t even = 0, odd = 0;
    pith__spot_rows(spots, count, i, rows);
    for (int k = 0; k < PITH__TRAITS; k++) {
        uint64_t row = eight_at(&pith__tagger_rows[rows[k] / 512][rows[k] % 512 * PITH__LABELS]);
        even += row & lanes;
        odd += row >> 8 & lanes;
    }
    for (int b = 0; b < PITH__LABELS; b++) {
        int place = place_of(b);
        uint64_t sums = place % 2 ? odd : even;
        scores[b] = (int32_t)(sums >> (8 * (place - place % 2)) & 0xFFFF);
    }
}

static bool goes_on(uint8_t label)
{
    return label == PITH__LABEL_TRAILING_MORE || label == PITH__LABEL_LEADING_MORE ||
           label == PITH__LABEL_SOURCE_MORE;
}

static pith__piece_kind kind_of(uint8_t label)
{
    return label == PITH__LABEL_CUE                                          ? PITH__CUE
           : label == PITH__LABEL_SOURCE || label == PITH__LABEL_SOURCE_MORE ? PITH__SOURCE
                                                                             : PITH__CONTENT;
}

static void collect(tagging *t, uint32_t base, uint32_t count)
{
    for (uint32_t i = 0, end; i < count; i = end) {
        uint8_t label = t->labels[i];
        end = i + 1;
        if (label == PITH__LABEL_OUT)
            continue;
        while (end < count &&
               (goes_on(t->labels[end]) || (label == PITH__LABEL_CUE && t->labels[end] == label)))
            end++;
        *pith__array_add(t->arena, &t->pieces) =
            (pith__piece){kind_of(label), label == PITH__LABEL_LEADING, base + i, base + end};
    }
}

static void tag_unit(tagging *t, const pith__unit *unit)
{
    const uint32_t *firsts = t->traits.document->tokens.first;
    uint32_t base = firsts[unit->first_sentence];
    uint32_t count = firsts[unit->end_sentence] - base;
    assert(count <= PITH__UNIT_MAX);
    pith__spots_fill(&t->traits, unit->first_sentence, unit->end_sentence, unit->region, t->spots);
    for (uint32_t i = 0; i < count; i++)
        score(t->spots, count, i, t->scores[i]);
    pith__labels_find(t->spots, count, (const int32_t(*)[PITH__LABELS])t->scores,
                      (const int32_t(*)[PITH__LABELS][PITH__LABELS])t->turns, t->back, t->labels);
    collect(t, base, count);
}

pith__pieces pith__tag(pith__arena *arena, pith__arena *scratch, const pith_document *document,
                       const pith__markeds *regions)
{
    tagging *t = pith__arena_alloc(scratch, sizeof *t);
    t->arena = arena;
    t->pieces = (pith__pieces){0};
    t->traits = pith__traits_of(scratch, document, regions);
    for (int k = 0; k < PITH__TRAIT_KINDS; k++) {
        for (int a = 0; a < PITH__LABELS; a++) {
            for (int b = 0; b < PITH__LABELS; b++)
                t->turns[k][a][b] =
                    pith__label_follows(a, b) ? pith__tagger_turns[k][a][b] : PITH__NEVER;
        }
    }
    pith__unit unit = {0};
    while (pith__unit_next(&t->traits, &unit))
        tag_unit(t, &unit);
    return t->pieces;
}
