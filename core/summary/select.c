#include "summary/select.h"

#include <math.h>

#include "ground/utf8.h"
#include "summary/heap.h"

/* Two units that share this part of their terms (Jaccard) say the same. */
static const double DUPLICATE = 0.6;
/* A unit may need another one that needs another one, up to so many. */
enum { GROUP_MAX = 4 };
/* Terms by which a near-duplicate is looked for: the rarest ones, which the two are likely to
 * share. */
enum { RAREST = 3 };
/* So often the value of a unit is corrected for what was picked since: keeps the work linear. */
enum { REVISIONS_MAX = 8 };

/* ---- the state of a selection ---- */

typedef struct selection {
    pith__arena *scratch;
    const pith__material *material;
    pith__units units;
    double *worth;     /* of each unit, a sentence: how far its score is above the lowest */
    double range;      /* the largest worth of a sentence */
    double repetition; /* what is lost by saying one idf again */
    pith__limits left;
    bool context;
    uint32_t tier;    /* of the units that are being picked */
    uint32_t picked;  /* how many units */
    uint32_t *chosen; /* by unit: when it was picked, from 1; 0 if it is not */
    double *covered;  /* by term: its idf where a chosen unit has it, else 0 */
    uint32_t *owner;  /* by term: the unit chosen last of which it is one of the rarest, + 1 */
    uint32_t *stamp;  /* by term, for set operations */
    uint32_t stamps;
    pith__heap heap;
} selection;

static void find_worth(selection *s, const double *score)
{
    double least = INFINITY, most = -INFINITY;
    for (uint32_t i = 0; i < s->material->bags.sentences; i++) {
        least = score[i] < least ? score[i] : least;
        most = score[i] > most ? score[i] : most;
    }
    s->range = most - least;
    for (uint32_t i = 0; i < s->units.count; i++) {
        const pith__unit *unit = &s->units.items[i];
        double sum = 0;
        for (uint32_t k = unit->first; k < unit->end; k++)
            sum += score[k] - least;
        s->worth[i] = sum / (unit->end - unit->first);
    }
}

static selection make_selection(pith__arena *scratch, const pith__material *material,
                                pith__units units, const double *score, pith__wishes wishes)
{
    uint32_t terms = material->bags.terms;
    selection s = {.scratch = scratch,
                   .material = material,
                   .units = units,
                   .left = wishes.limits,
                   .context = wishes.context,
                   .worth = pith__arena_alloc(scratch, units.count * sizeof *s.worth),
                   .chosen = pith__arena_zero(scratch, units.count, sizeof *s.chosen),
                   .covered = pith__arena_zero(scratch, terms, sizeof *s.covered),
                   .owner = pith__arena_zero(scratch, terms, sizeof *s.owner),
                   .stamp = pith__arena_zero(scratch, terms, sizeof *s.stamp),
                   .heap = {.room = units.count}};
    s.heap.items = pith__arena_alloc(scratch, units.count * sizeof *s.heap.items);
    double mass = material->bags.mass / material->bags.sentences; /* of a sentence on the average */
    s.repetition = mass > 0 ? wishes.repetition / mass : 0;
    find_worth(&s, score);
    return s;
}

/* ---- limits ---- */

static uint32_t less(uint32_t left, uint32_t taken)
{
    return left == UINT32_MAX ? left : left - taken;
}

static pith__size sum_of(pith__size a, pith__size b)
{
    return (pith__size){a.sentences + b.sentences, a.words + b.words, a.characters + b.characters,
                        a.tokens + b.tokens};
}

static bool fits(pith__size size, pith__limits left)
{
    return size.sentences <= left.sentences && size.words <= left.words &&
           size.characters <= left.characters && size.tokens <= left.tokens;
}

/* Takes a unit off the limits, with the space before it. */
static void charge(selection *s, pith__size size)
{
    s->left.sentences = less(s->left.sentences, size.sentences);
    s->left.words = less(s->left.words, size.words);
    s->left.characters = less(s->left.characters, size.characters + (s->picked > 0));
    s->left.tokens = less(s->left.tokens, size.tokens);
    s->picked++;
}

static bool exhausted(const selection *s)
{
    return !s->left.sentences || !s->left.words || !s->left.characters || !s->left.tokens;
}

/* ---- terms of units ---- */

static const pith__entry *terms_of(const selection *s, uint32_t unit, uint32_t *count)
{
    const pith__bags *bags = &s->material->bags;
    uint32_t first = bags->first[s->units.items[unit].first];
    *count = bags->first[s->units.items[unit].end] - first;
    return bags->entry + first;
}

/* The idf of a unit's terms that is covered by what was chosen. */
static double repeated(const selection *s, uint32_t unit)
{
    uint32_t count;
    const pith__entry *terms = terms_of(s, unit, &count);
    double covered = 0;
    for (uint32_t i = 0; i < count; i++)
        covered += s->covered[terms[i].term];
    return covered;
}

static uint64_t least(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

/* Its rarest terms that another sentence has too. Of two that are equally rare always the same one,
 * in whatever order a sentence has them. No processor can guess which are rare: all are sorted in.
 */
static uint32_t rarest_of(const selection *s, uint32_t unit, uint32_t rarest[RAREST])
{
    uint32_t count, found = 0;
    const pith__entry *terms = terms_of(s, unit, &count);
    const pith__term *term = s->material->document->terms.term.items;
    uint64_t first = UINT64_MAX, second = UINT64_MAX, third = UINT64_MAX;
    _Static_assert(RAREST == 3, "as many as these");
    for (uint32_t i = 0; i < count; i++) {
        uint64_t sentences = term[terms[i].term].sentences;
        uint64_t rare = sentences > 1 ? sentences << 32 | terms[i].term : UINT64_MAX;
        uint64_t above = rare > first ? rare : first;
        first = least(first, rare);
        third = least(third, above > second ? above : second);
        second = least(second, above);
    }
    for (uint64_t next = first; found < RAREST && next != UINT64_MAX;
         next = found == 1 ? second : third)
        rarest[found++] = (uint32_t)next;
    return found;
}

/* Marks the terms of a unit with a new stamp; returns how many different ones they are. */
static uint32_t stamp_terms(selection *s, uint32_t unit)
{
    uint32_t count, different = 0;
    const pith__entry *terms = terms_of(s, unit, &count);
    s->stamps++;
    for (uint32_t i = 0; i < count; i++) {
        different += s->stamp[terms[i].term] != s->stamps;
        s->stamp[terms[i].term] = s->stamps;
    }
    return different;
}

static bool alike(selection *s, uint32_t a, uint32_t b)
{
    uint32_t count, shared = 0, different = stamp_terms(s, a);
    const pith__entry *terms = terms_of(s, b, &count);
    for (uint32_t i = 0; i < count; i++)
        shared += s->stamp[terms[i].term] == s->stamps;
    return shared >= DUPLICATE * (different + count - shared);
}

static bool duplicates(selection *s, uint32_t unit)
{
    if (!s->picked)
        return false;
    uint32_t rarest[RAREST], count = rarest_of(s, unit, rarest);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t owner = s->owner[rarest[i]];
        if (owner && alike(s, unit, owner - 1))
            return true;
    }
    return false;
}

/* ---- picking ---- */

/* The unit and what it needs that is not chosen yet; 0 when that is too much, or is an antecedent
 * and those are not to be brought along. */
static uint32_t group_of(const selection *s, uint32_t unit, uint32_t group[GROUP_MAX])
{
    uint32_t count = 0;
    for (; unit != PITH_NONE && !s->chosen[unit]; unit = s->units.items[unit].need) {
        for (uint32_t i = 0; i < count; i++) {
            if (group[i] == unit)
                return count; /* two that need each other */
        }
        bool leant_on = count && !s->units.items[group[count - 1]].quoted;
        if (count == GROUP_MAX || (leant_on && !s->context))
            return 0;
        group[count++] = unit;
    }
    return count;
}

/* What a unit, and what it needs, adds to the summary for each sentence. */
static double value_of(const selection *s, uint32_t unit)
{
    uint32_t group[GROUP_MAX] = {unit}, count = 1, sentences = 0;
    if (s->units.items[unit].need != PITH_NONE || s->chosen[unit])
        count = group_of(s, unit, group);
    if (!count)
        return -INFINITY;
    double sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        const pith__unit *u = &s->units.items[group[i]];
        sum += s->worth[group[i]] * (u->end - u->first);
        sum -= s->repetition > 0 && s->picked ? s->repetition * repeated(s, group[i]) : 0;
        sentences += u->end - u->first;
    }
    return sum / sentences;
}

/* Classes of units, each of which is used only when those before it gave nothing. */
static uint32_t tier_of(const pith__unit *unit)
{
    return unit->grade == PITH__PROSE ? unit->unfit : 1 + (uint32_t)unit->grade;
}

/* Units of the class that is used which needed this one cost less now. */
static void wake_dependents(selection *s, uint32_t unit)
{
    uint32_t last = unit + GROUP_MAX < s->units.count ? unit + GROUP_MAX : s->units.count - 1;
    for (uint32_t other = unit ? unit - 1 : 0; other <= last; other++) {
        const pith__unit *u = &s->units.items[other];
        if (u->need == unit && tier_of(u) == s->tier && !s->chosen[other])
            pith__heap_push(s->scratch, &s->heap, value_of(s, other), other);
    }
}

/* What the last one has, nobody asks. */
static void choose(selection *s, uint32_t unit)
{
    uint32_t rarest[RAREST], rare, count;
    s->chosen[unit] = s->picked + 1;
    charge(s, s->units.items[unit].size);
    if (exhausted(s))
        return;
    const pith__entry *terms = terms_of(s, unit, &count);
    for (uint32_t i = 0; i < count; i++)
        s->covered[terms[i].term] = s->material->bags.idf[terms[i].term];
    rare = rarest_of(s, unit, rarest);
    for (uint32_t i = 0; i < rare; i++)
        s->owner[rarest[i]] = unit + 1;
}

static void choose_group(selection *s, uint32_t unit)
{
    uint32_t group[GROUP_MAX], count = group_of(s, unit, group);
    pith__size size = {0};
    for (uint32_t i = 0; i < count; i++) {
        size = sum_of(size, s->units.items[group[i]].size);
        size.characters += i || s->picked; /* the space between */
    }
    if (!count || !fits(size, s->left))
        return;
    for (uint32_t i = 0; i < count; i++)
        choose(s, group[i]);
    for (uint32_t i = 0; i < count; i++)
        wake_dependents(s, group[i]);
}

static void fill(selection *s, uint32_t tier)
{
    s->heap.count = 0;
    s->tier = tier;
    for (uint32_t i = 0; i < s->units.count; i++) {
        if (tier_of(&s->units.items[i]) == tier)
            s->heap.items[s->heap.count++] = (pith__heap_entry){value_of(s, i), i, 0};
    }
    pith__heap_order(&s->heap);
    while (s->heap.count && !exhausted(s)) {
        pith__heap_entry top = s->heap.items[0];
        double value = value_of(s, top.item);
        if (!s->chosen[top.item] && value < top.value && top.revisions < REVISIONS_MAX) {
            pith__heap_lower(&s->heap, value);
            continue;
        }
        pith__heap_pop(&s->heap);
        if (!s->chosen[top.item] && !duplicates(s, top.item))
            choose_group(s, top.item);
    }
}

/* Picks all prose if it fits. */
static void take_whole(selection *s)
{
    pith__size size = {0};
    for (uint32_t i = 0; i < s->units.count; i++) {
        const pith__unit *unit = &s->units.items[i];
        if (unit->grade > PITH__FRAGMENT)
            continue;
        size = sum_of(size, unit->size);
        size.characters++;
        if (size.characters > s->left.characters + (uint64_t)1 || size.words > s->left.words ||
            size.sentences > s->left.sentences || size.tokens > s->left.tokens)
            return;
    }
    for (uint32_t i = 0; i < s->units.count; i++) {
        if (s->units.items[i].grade <= PITH__FRAGMENT)
            choose(s, i);
    }
}

/* Its worth as a caller sees it, 0 to 1. */
static double printed(const selection *s, uint32_t unit)
{
    return s->range > 0 ? s->worth[unit] / s->range : 0;
}

static pith_pick pick_of(const selection *s, uint32_t unit, uint32_t cut, pith_span span)
{
    const pith__parts *parts = &s->material->document->parts;
    return (pith_pick){.sentence = s->units.items[unit].first,
                       .cut = cut,
                       .span = span,
                       .score = printed(s, unit),
                       .rank = cut ? 1 : s->chosen[unit],
                       .source = parts->count ? parts->items[pith__part_at(parts, span.start)].name
                                              : NULL};
}

static pith__picks picks_of(pith__arena *arena, const selection *s)
{
    pith__picks picks = {0};
    for (uint32_t i = 0; i < s->units.count; i++) {
        const pith__unit *unit = &s->units.items[i];
        if (s->chosen[i])
            *pith__array_add(arena, &picks) = pick_of(s, i, 0, unit->span);
    }
    return picks;
}

/* ---- when no sentence fits ---- */

/* The beginning of a word: as many code points as fit. */
static pith_span cut_word(pith__text text, pith_span word, pith__limits limits)
{
    uint32_t end = word.start;
    for (uint32_t next = end, count = 0; next < word.end && count < limits.characters; count++) {
        pith__utf8_next(text.bytes, &next);
        if ((next - word.start + 3) / 4 > limits.tokens)
            break;
        end = next;
    }
    return (pith_span){word.start, end};
}

/* The beginning of a piece, from its first word: as many words as fit, or part of the first. */
static pith_span cut(const pith_document *document, pith_span span, pith__limits limits)
{
    const pith__tokens *tokens = &document->tokens;
    uint32_t i = pith__token_at(document, span.start);
    while (pith__token_form(document, i)->shape == PITH__PUNCTUATION)
        i++;
    pith_span kept = pith__token_span(document, i);
    kept.end = kept.start;
    pith__size size = {0};
    for (uint32_t at = kept.start; i < tokens->token.count; i++) {
        pith_span token = pith__token_span(document, i);
        if (token.start >= span.end)
            break;
        size = sum_of(size, pith__piece_measure(document, (pith_span){at, token.end}, i, 0));
        if (!fits(size, limits))
            return kept.end > kept.start ? kept : cut_word(document->text, token, limits);
        if (pith__token_form(document, i)->shape != PITH__PUNCTUATION)
            kept.end = token.end;
        at = token.end;
    }
    return kept;
}

static void cut_best(pith__arena *arena, selection *s, pith__picks *picks)
{
    uint32_t best = PITH_NONE;
    for (uint32_t i = 0; i < s->units.count; i++) {
        const pith__unit *unit = &s->units.items[i];
        if (!unit->size.words)
            continue;
        if (best == PITH_NONE || unit->grade < s->units.items[best].grade ||
            (unit->grade == s->units.items[best].grade && s->worth[i] > s->worth[best]))
            best = i;
    }
    if (best == PITH_NONE)
        return;
    const pith__unit *unit = &s->units.items[best];
    pith_span kept = cut(s->material->document, unit->span, s->left);
    *pith__array_add(arena, picks) = pick_of(s, best, 1, kept);
}

/* ---- all of it ---- */

static void pick_units(selection *s, uint32_t tiers)
{
    for (uint32_t tier = 0; tier < tiers && !s->picked; tier++)
        fill(s, tier);
}

pith__picks pith__select(pith__arena *arena, pith__arena *scratch, const pith__material *material,
                         const double *score, pith__wishes wishes)
{
    enum { PROSE_TIERS = 3, TIERS = 5 };
    const pith_document *document = material->document;
    bool measured = wishes.limits.characters != UINT32_MAX || wishes.limits.tokens != UINT32_MAX;
    pith__units units = pith__units_find(scratch, document, material->candidate, measured);
    selection s = make_selection(scratch, material, units, score, wishes);
    take_whole(&s);
    pick_units(&s, PROSE_TIERS);
    if (!s.picked) {
        units = pith__units_single(scratch, document, material->candidate, measured);
        s = make_selection(scratch, material, units, score, wishes);
        pick_units(&s, TIERS);
    }
    pith__picks picks = picks_of(arena, &s);
    if (!picks.count)
        cut_best(arena, &s, &picks);
    return picks;
}
