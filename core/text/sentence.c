#include "text/sentence.h"

#include <assert.h>

#include <string.h>

#include "ground/utf8.h"
#include "text/listing.h"

typedef struct splitter {
    pith__arena *arena;
    pith__boundary_rules rules;
    pith__ending_walk walk;
    pith__habits habits;
    pith__sentences sentences;
    pith__verdicts *verdicts; /* or NULL */
    uint32_t paragraph;
} splitter;

static uint32_t trim_space(pith__text text, uint32_t start, uint32_t end)
{
    for (uint32_t before = end; end > start; end = before)
        if (!pith__utf8_is_space(pith__utf8_previous(text.bytes, &before)))
            break;
    return end;
}

static void add(splitter *s, uint32_t start, uint32_t end, bool heading)
{
    if (start < end)
        *pith__array_add(s->arena, &s->sentences) =
            (pith_sentence){{start, end}, s->paragraph, heading};
}

static void explain(splitter *s, pith__verdict verdict)
{
    if (s->verdicts)
        *pith__array_add(s->arena, s->verdicts) = verdict;
}

/* The label of an item that begins inside the sentence, or none. */
static bool split_item(splitter *s, uint32_t *start, uint32_t item, const pith__ending *ending)
{
    if (item == PITH_NONE || item == *start)
        return false;
    pith__verdict verdict = {.run = {item, ending->run.end},
                             .end = item,
                             .score = pith__hint_weights[PITH__HINT_LIST_ITEM]};
    verdict.seen[PITH__HINT_LIST_ITEM / 64] |= (uint64_t)1 << PITH__HINT_LIST_ITEM % 64;
    explain(s, verdict);
    add(s, *start, trim_space(s->walk.text, *start, item), false);
    *start = item;
    return true;
}

static bool is_boundary(splitter *s, pith_span paragraph, uint32_t start,
                        const pith__ending *ending)
{
    pith__text text = s->walk.text;
    pith__outlook outlook =
        pith__boundary_outlook(&s->rules, text, paragraph, start, ending, &s->habits);
#ifdef NDEBUG
    if (outlook != PITH__UNCLEAR && !s->verdicts)
        return outlook == PITH__PLAIN_END;
#endif
    pith__verdict verdict =
        pith__boundary_weigh(&s->rules, text, paragraph, start, ending, &s->habits);
    assert(outlook == PITH__UNCLEAR || (outlook == PITH__PLAIN_END) == (verdict.score > 0));
    explain(s, verdict);
    return verdict.score > 0;
}

static void split(splitter *s, pith_span paragraph)
{
    pith__ending ending;
    pith__text text = s->walk.text;
    pith__listing listing = pith__listing_begin(text, paragraph);
    uint32_t start = paragraph.start;
    s->walk.paragraph = paragraph;
    for (uint32_t at = start; pith__ending_next(&s->walk, at, &ending);) {
        uint32_t item = pith__listing_item(&listing, text, paragraph, start, &ending);
        at = ending.run.end;
        if (split_item(s, &start, item, &ending) || item != PITH_NONE ||
            ending.kind == PITH__ENDING_ITEM)
            continue;
        if (!is_boundary(s, paragraph, start, &ending))
            continue;
        add(s, start, ending.end, false);
        start = ending.next;
        at = start > at ? start : at;
    }
    add(s, start, paragraph.end, false);
}

static void check(const splitter *s)
{
#ifndef NDEBUG
    for (uint32_t i = 0; i < s->sentences.count; i++) {
        const pith_sentence *sentence = &s->sentences.items[i];
        assert(sentence->span.start < sentence->span.end);
        assert(!i || sentence[-1].span.end <= sentence->span.start);
    }
#else
    (void)s;
#endif
}

pith__sentences pith__sentences_find(pith__arena *arena, pith__arena *scratch,
                                     const pith__lexicon *lexicon, pith__text text,
                                     pith__paragraphs paragraphs, pith__marks marks,
                                     pith__verdicts *verdicts)
{
    const char *code = lexicon->language->code;
    splitter s;
    s.arena = arena;
    s.verdicts = verdicts;
    s.rules = pith__boundary_rules_of(lexicon);
    s.walk = (pith__ending_walk){.text = text, .marks = marks, .extra = '.'};
    s.sentences = (pith__sentences){0};
    if (strcmp(code, "hy") == 0)
        s.walk.extra = ':';
    if (strcmp(code, "el") == 0)
        s.walk.extra = ';';
    pith__habits_gather(&s.habits, scratch, lexicon, text);
    for (uint32_t i = 0; i < paragraphs.count; i++) {
        const pith__paragraph *paragraph = &paragraphs.items[i];
        s.paragraph = i;
        if (paragraph->heading)
            add(&s, paragraph->span.start, paragraph->span.end, true);
        else
            split(&s, paragraph->span);
    }
    check(&s);
    return s.sentences;
}
