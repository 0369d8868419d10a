#include "summary/unit.h"

#include <assert.h>

/* A longer quotation is not taken whole: as much as a summary has. */
enum { SENTENCES_MAX = 5, WORDS_MAX = 120 };

/* How far back a unit that can be leant on is looked for: a heading or a caption may stand
 * between. */
enum { LOOK_BACK = 3 };

/* What is known of a document while its units are made. */
typedef struct making {
    pith__arena *arena;
    const pith_document *document;
    const pith__candidate *candidate;
    bool measured;
    pith__units units;
} making;

/* Words of a run of sentences. Behind the first one a dateline is a part of it. */
static uint32_t count_words(const making *m, uint32_t first, uint32_t end)
{
    uint32_t words = m->candidate[first].words;
    for (uint32_t i = first + 1; i < end; i++) {
        pith_span whole = m->document->sentences.items[i].span;
        words +=
            m->candidate[i].span.start == whole.start
                ? m->candidate[i].words
                : pith__piece_measure(m->document, whole, m->document->tokens.first[i], 1).words;
    }
    return words;
}

static void add_unit(making *m, uint32_t first, uint32_t end, bool unfit)
{
    const pith__candidate *candidate = m->candidate;
    pith__unit *unit = &m->units.items[m->units.count++];
    unit->first = first;
    unit->end = end;
    unit->span = (pith_span){candidate[first].span.start, candidate[end - 1].span.end};
    if (m->measured)
        unit->size = pith__piece_measure(m->document, unit->span, m->document->tokens.first[first],
                                         end - first);
    else
        unit->size = (pith__size){.sentences = end - first, .words = count_words(m, first, end)};
    unit->grade = candidate[first].grade;
    for (uint32_t i = first + 1; i < end; i++) {
        if (candidate[i].grade < unit->grade)
            unit->grade = candidate[i].grade;
    }
    unit->need = PITH_NONE;
    unit->quoted = false;
    unit->unfit = unfit;
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

static void add_run(making *m, uint32_t first, uint32_t end, bool open)
{
    if (end - first > 1 &&
        (end - first > SENTENCES_MAX || count_words(m, first, end) > WORDS_MAX)) {
        for (uint32_t i = first; i < end; i++)
            add_unit(m, i, i + 1, true);
        return;
    }
    add_unit(m, first, end, open);
}

/* ---- what a unit needs ---- */

static bool all_marked(const pith__candidate *candidate, const pith__unit *unit)
{
    for (uint32_t i = unit->first; i < unit->end; i++) {
        if (candidate[i].outside || !candidate[i].words)
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

/* There are never more of them than sentences. */
static making make(pith__arena *arena, const pith_document *document,
                   const pith__candidate *candidate, bool measured)
{
    uint32_t count = document->sentences.count;
    return (making){arena,
                    document,
                    candidate,
                    measured,
                    {pith__arena_alloc(arena, count * sizeof(pith__unit)), 0, count}};
}

pith__units pith__units_find(pith__arena *arena, const pith_document *document,
                             const pith__candidate *candidate, bool measured)
{
    making m = make(arena, document, candidate, measured);
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
        add_run(&m, first, end, open || reach > sentence[end - 1].span.end);
    }
    find_needs(&m.units, document, candidate);
    assert(!count || m.units.items[m.units.count - 1].end == count);
    return m.units;
}

pith__units pith__units_single(pith__arena *arena, const pith_document *document,
                               const pith__candidate *candidate, bool measured)
{
    making m = make(arena, document, candidate, measured);
    for (uint32_t i = 0; i < document->sentences.count; i++)
        add_unit(&m, i, i + 1, false);
    return m.units;
}
