#include "quotes/source.h"

#include <stdlib.h>

#include "quotes/scan.h"

static bool is_conjunction(const pith__scan *s, uint32_t token)
{
    uint32_t c = pith__scan_classes(s, token);
    return c & PITH__STOP && !(c & (PITH__PREPOSITION | PITH__PRONOUNS | PITH__DETERMINERS));
}

/* Whether the last mention before token `end` is joined to another one from `first` on: "Mr Rossi
 * and Ms Lee". */
static bool joins(const pith__scan *s, uint32_t first, uint32_t end)
{
    uint32_t i = s->mentions.count, t = end;
    while (i > 0 && s->mentions.items[i - 1].end > end)
        i--;
    const pith__mention *last = i > 0 ? &s->mentions.items[i - 1] : NULL;
    if (!last || last->first < first || last->kind == PITH__DESCRIPTION || last->possessive)
        return false;
    while (t > last->end && pith__scan_classes(s, t - 1) & (PITH__DETERMINERS | PITH__TITLES))
        t--;
    return t == last->end + 1 && is_conjunction(s, last->end);
}

/* A mention of a source that the pass over the tokens did not see whole; the mentions that it
 * covers go. */
static void take_source(pith__scan *s, pith_span source)
{
    uint32_t first = pith__token_at(s->document, source.start);
    uint32_t end = pith__token_at(s->document, source.end);
    if (first >= end || end > s->document->tokens.token.count)
        return;
    for (uint32_t i = s->mentions.count; i > 0 && s->mentions.items[i - 1].end > first; i--)
        if (s->mentions.items[i - 1].first < first)
            return;
    s->sentence = pith__sentence_at(s->document, source.start);
    const pith__mention *last =
        s->mentions.count ? &s->mentions.items[s->mentions.count - 1] : NULL;
    bool joint = last && last->first > first && joins(s, first, last->first);
    pith__mention *made = pith__scan_add(s, joint ? PITH__BODY : PITH__DESCRIPTION, first, end);
    if (joint) {
        made->name = made->span;
        made->gender = PITH__PLURAL;
    } else {
        made->role = made->span;
    }
}

/* Where the head of a source ends: before the first comma or preposition, and without "himself". */
static uint32_t source_head(const pith__scan *s, pith_span source)
{
    uint32_t first = pith__token_at(s->document, source.start), t = first + 1;
    uint32_t end = pith__token_at(s->document, source.end);
    while (t < end && !(pith__scan_classes(s, t) & PITH__PREPOSITION) &&
           (pith__scan_shape(s, t) != PITH__PUNCTUATION ||
            (pith__scan_is_stop(s, t) && (pith__scan_classes(s, t - 1) & PITH__TITLES ||
                                          pith__scan_word(s, t - 1)->length == 1))))
        t++;
    t = t < end ? t : end;
    while (t > first + 1 && pith__scan_classes(s, t - 1) & PITH__STOP)
        t--;
    return t;
}

/* Whether the source is a clause that goes on with the cue, the mention its subject: "Xi met the
 * envoys on Friday and". */
static bool is_subject(const pith__scan *s, pith_span source, const pith__mention *m)
{
    uint32_t first = pith__token_at(s->document, source.start);
    uint32_t end = pith__token_at(s->document, source.end);
    return m->first == first && m->end < end && !m->possessive && is_conjunction(s, end - 1);
}

/* Whether one of the mentions names the source: it covers the end of the source's head and is not
 * one of several. */
static bool is_named(const pith__scan *s, pith_span source)
{
    uint32_t head = source_head(s, source), first = pith__token_at(s->document, source.start);
    for (uint32_t i = s->mentions.count; i > 0; i--) {
        const pith__mention *m = &s->mentions.items[i - 1];
        if (m->span.end <= source.start)
            break;
        if (is_subject(s, source, m))
            return true;
        if (m->first < head && m->end >= head)
            return !joins(s, first, m->first);
    }
    return false;
}

static int by_start(const void *a, const void *b)
{
    uint32_t x = ((const pith_span *)a)->start, y = ((const pith_span *)b)->start;
    return (x > y) - (x < y);
}

pith__mentions pith__sources_add(pith__arena *arena, const pith__words *words,
                                 pith__mentions mentions, const pith__contents *contents)
{
    pith__scan s = {.arena = arena, .words = words, .document = words->document};
    PITH__ARRAY(pith_span) source = {0};
    uint32_t m = 0;
    for (uint32_t i = 0; i < contents->count; i++)
        if (contents->items[i].source.end > contents->items[i].source.start)
            *pith__array_add(arena, &source) = contents->items[i].source;
    if (source.count == 0)
        return mentions;
    qsort(source.items, source.count, sizeof *source.items, by_start);
    for (uint32_t i = 0; i < source.count; i++) {
        for (; m < mentions.count && mentions.items[m].span.start < source.items[i].end; m++)
            *pith__array_add(arena, &s.mentions) = mentions.items[m];
        if (!is_named(&s, source.items[i]))
            take_source(&s, source.items[i]);
    }
    for (; m < mentions.count; m++)
        *pith__array_add(arena, &s.mentions) = mentions.items[m];
    return s.mentions;
}
