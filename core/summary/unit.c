#include "summary/unit.h"

#include <assert.h>

/* A longer quotation is not taken whole: as much as a summary has. */
enum { SENTENCES_MAX = 5, WORDS_MAX = 120 };

/* How far back a unit that can be leant on is looked for: a heading or a caption may stand
 * between. */
enum { LOOK_BACK = 3 };

static pith__unit make_unit(const pith_document *document, const pith__candidate *candidate,
                            uint32_t first, uint32_t end)
{
    pith__unit unit = {first,
                       end,
                       {candidate[first].span.start, candidate[end - 1].span.end},
                       candidate[first].size,
                       candidate[first].grade,
                       PITH_NONE,
                       false,
                       false};
    if (end - first > 1)
        unit.size =
            pith__piece_measure(document, unit.span, document->tokens.first[first], end - first);
    for (uint32_t i = first + 1; i < end; i++) {
        if (candidate[i].grade < unit.grade)
            unit.grade = candidate[i].grade;
    }
    return unit;
}

/* Moves *mark behind all marks that begin before `before`; returns how far the pairs that opened
 * there reach, and sets *lone if there was a mark without a partner. */
static uint32_t reach_of(const pith__marks *marks, uint32_t *mark, uint32_t before, bool *lone)
{
    uint32_t reach = 0;
    for (; *mark < marks->count && marks->items[*mark].span.start < before; ++*mark) {
        const pith__mark *m = &marks->items[*mark];
        *lone = *lone || m->partner == PITH_NONE;
        if (m->role == PITH__OPENING && m->partner != PITH_NONE &&
            marks->items[m->partner].span.end > reach)
            reach = marks->items[m->partner].span.end;
    }
    return reach;
}

static void add_run(pith__arena *arena, pith__units *units, const pith_document *document,
                    const pith__candidate *candidate, uint32_t first, uint32_t end, bool open)
{
    pith__unit unit = make_unit(document, candidate, first, end);
    if (end - first > 1 && (end - first > SENTENCES_MAX || unit.size.words > WORDS_MAX)) {
        for (uint32_t i = first; i < end; i++) {
            *pith__array_add(arena, units) = make_unit(document, candidate, i, i + 1);
            units->items[units->count - 1].unfit = true;
        }
        return;
    }
    unit.unfit = open;
    *pith__array_add(arena, units) = unit;
}

/* ---- what a unit needs ---- */

static bool all_marked(const pith__candidate *candidate, const pith__unit *unit)
{
    for (uint32_t i = unit->first; i < unit->end; i++) {
        if (candidate[i].outside || !candidate[i].size.words)
            return false;
    }
    return true;
}

static bool same_paragraph(const pith_document *document, const pith__unit *a, const pith__unit *b)
{
    return document->sentences.items[a->first].paragraph ==
           document->sentences.items[b->first].paragraph;
}

/* The next unit of prose before unit `index`, or PITH_NONE. */
static uint32_t before(const pith__units *units, uint32_t index)
{
    for (uint32_t back = 1; back <= LOOK_BACK && back <= index; back++) {
        const pith__unit *unit = &units->items[index - back];
        if (unit->grade == PITH__PROSE)
            return unit->unfit ? PITH_NONE : index - back;
    }
    return PITH_NONE;
}

/* A quotation that fills its unit has its speaker in the sentence before, or, if it opens the
 * paragraph, in the one behind it. */
static uint32_t speaker_of(const pith__units *units, const pith_document *document, uint32_t index)
{
    const pith__unit *unit = &units->items[index];
    if (index > 0 && same_paragraph(document, unit - 1, unit))
        return before(units, index);
    if (index + 1 < units->count && same_paragraph(document, unit, unit + 1) &&
        unit[1].grade <= PITH__FRAGMENT && !unit[1].unfit)
        return index + 1;
    return before(units, index);
}

static void find_needs(pith__units *units, const pith_document *document,
                       const pith__candidate *candidate)
{
    for (uint32_t i = 0; i < units->count; i++) {
        pith__unit *unit = &units->items[i];
        bool marked = all_marked(candidate, unit);
        if (!marked && !candidate[unit->first].leans)
            continue;
        unit->quoted = marked;
        unit->need = marked ? speaker_of(units, document, i) : before(units, i);
        unit->unfit = unit->unfit || unit->need == PITH_NONE;
    }
}

pith__units pith__units_find(pith__arena *arena, const pith_document *document,
                             const pith__candidate *candidate)
{
    pith__units units = {0};
    const pith_sentence *sentence = document->sentences.items;
    uint32_t count = document->sentences.count, mark = 0, reach = 0;
    for (uint32_t first = 0, end; first < count; first = end) {
        bool open = reach > sentence[first].span.start;
        for (end = first + 1;; end++) {
            uint32_t next = end < count ? sentence[end].span.start : UINT32_MAX;
            uint32_t opened = reach_of(&document->marks, &mark, next, &open);
            reach = opened > reach ? opened : reach;
            if (end == count || sentence[end].paragraph != sentence[first].paragraph ||
                reach <= next)
                break;
        }
        open = open || reach > sentence[end - 1].span.end;
        add_run(arena, &units, document, candidate, first, end, open);
    }
    find_needs(&units, document, candidate);
    assert(!count || units.items[units.count - 1].end == count);
    return units;
}

pith__units pith__units_single(pith__arena *arena, const pith_document *document,
                               const pith__candidate *candidate)
{
    pith__units units = {0};
    for (uint32_t i = 0; i < document->sentences.count; i++)
        *pith__array_add(arena, &units) = make_unit(document, candidate, i, i + 1);
    return units;
}
