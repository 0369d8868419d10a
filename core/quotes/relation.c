#include "quotes/relation.h"

#include <string.h>

#include "ground/utf8.h"

enum {
    MARKS_MAX = 3,    /* marks between a content and who signs it */
    SUBJECT_MAX = 12, /* mentions before a cue among which its subject is looked for */
    STEPS_MAX = 8     /* from a place to one near it, before it is searched for */
};

static bool is_empty(pith_span span)
{
    return span.start == span.end;
}

static const pith__content *here(const pith__view *v)
{
    return &v->contents->items[v->content];
}

static uint32_t paragraph_of(const pith__view *v, uint32_t sentence)
{
    return v->document->sentences.items[sentence].paragraph;
}

static char first_byte(const pith__view *v, uint32_t token)
{
    return v->document->text.bytes[v->document->tokens.token.items[token].start];
}

static uint32_t start_of(const pith__view *v, uint32_t token)
{
    return v->document->tokens.token.items[token].start;
}

/* ---- relations ---- */

bool pith__is_near_before(const pith__view *v, const pith__mention *m)
{
    uint32_t count = v->document->tokens.token.count;
    return m->end + MARKS_MAX >= count || start_of(v, m->end + MARKS_MAX) >= v->whole.start;
}

bool pith__is_near_behind(const pith__view *v, const pith__mention *m)
{
    return m->first <= MARKS_MAX || start_of(v, m->first - MARKS_MAX - 1) < v->whole.end;
}

/* Whether a colon goes between the mention and the content, and nothing else but marks. */
static bool introduces(const pith__view *v, const pith__mention *m)
{
    return m->span.end <= v->whole.start && m->end < v->document->tokens.token.count &&
           start_of(v, m->end) < v->whole.start && pith__is_near_before(v, m) &&
           first_byte(v, m->end) == ':';
}

static bool is_dash(const pith__view *v, uint32_t token)
{
    uint32_t byte = v->document->tokens.token.items[token].start;
    uint32_t code = pith__utf8_at(v->document->text.bytes, v->document->text.length, byte);
    return code == '-' || (code >= 0x2010 && code <= 0x2015);
}

/* Whether the mention stands behind a dash right behind the content. */
static bool signs(const pith__view *v, const pith__mention *m)
{
    return m->first > 0 && start_of(v, m->first) >= v->whole.end && pith__is_near_behind(v, m) &&
           is_dash(v, m->first - 1);
}

/* Whether nothing but marks goes between a piece of the content and the cue. */
static bool is_behind_content(const pith__view *v)
{
    const pith__content *c = here(v);
    for (uint32_t i = c->span.count; i > 0; i--) {
        if (c->span.items[i - 1].end <= c->cue.start)
            return v->cue_first <= MARKS_MAX ||
                   start_of(v, v->cue_first - MARKS_MAX - 1) < c->span.items[i - 1].end;
    }
    return false;
}

/* Whether the source stands in another sentence than the cue, which has none beside it: “…”,
 * explica. English has always one. */
static bool is_carried(const pith__view *v, const pith__mention *m)
{
    return !v->english && pith__sentence_at(v->document, here(v)->cue.start) != m->sentence;
}

static pith__relation relation_to_source(const pith__view *v, const pith__mention *m)
{
    const pith__content *c = here(v);
    if (v->source != PITH_NONE && m == &v->mentions->items[v->source]) {
        if (is_empty(c->cue) || is_carried(v, m))
            return PITH__SOURCE_ALONE;
        return c->cue.start < m->span.start ? PITH__CUE_BEFORE_SOURCE : PITH__SOURCE_BEFORE_CUE;
    }
    if (introduces(v, m) || signs(v, m))
        return introduces(v, m) ? PITH__INTRODUCES : PITH__SIGNS;
    if (is_empty(c->cue))
        return PITH__RELATIONS;
    if (v->cue_left != PITH_NONE && m == &v->mentions->items[v->cue_left])
        return PITH__LEFT_OF_CUE;
    if (v->cue_right == PITH_NONE || m != &v->mentions->items[v->cue_right])
        return PITH__RELATIONS;
    return is_behind_content(v) ? PITH__INVERTED : PITH__RIGHT_OF_CUE;
}

pith__relation pith__relation_by_place(const pith__view *v, uint32_t mention)
{
    const pith__mention *m = &v->mentions->items[mention];
    const pith__content *c = here(v);
    if (m->span.start >= v->whole.start && m->span.end <= v->whole.end)
        return PITH__BETWEEN;
    bool before = m->span.start < v->whole.start;
    if (m->sentence == (before ? c->sentence : v->last_sentence))
        return before ? PITH__SENTENCE_BEFORE : PITH__SENTENCE_AFTER;
    uint32_t paragraph = paragraph_of(v, m->sentence);
    if (paragraph >= v->paragraph)
        return before ? PITH__PARAGRAPH_BEFORE : PITH__PARAGRAPH_AFTER;
    return paragraph + 1 == v->paragraph ? PITH__PARAGRAPH_PREVIOUS : PITH__FURTHER;
}

/* The relation of a mention that the contents before were attributed to. */
static pith__relation relation_by_history(const pith__view *v, uint32_t mention)
{
    uint32_t i = v->content;
    if (i > 0 && v->before[0] == mention)
        return paragraph_of(v, v->contents->items[i - 1].sentence) == v->paragraph
                   ? PITH__PREVIOUS_QUOTE
                   : PITH__EARLIER_QUOTE;
    return i > 1 && v->before[1] == mention ? PITH__ALTERNATION : PITH__RELATIONS;
}

pith__relation pith__relation_of(const pith__view *v, uint32_t mention)
{
    const pith__mention *m = &v->mentions->items[mention];
    pith__relation r = relation_to_source(v, m);
    if (r != PITH__RELATIONS)
        return r;
    pith__relation place = pith__relation_by_place(v, mention),
                   history = relation_by_history(v, mention);
    return place < history ? place : history;
}

bool pith__relation_is_close(const pith__view *v, uint32_t mention)
{
    return relation_to_source(v, &v->mentions->items[mention]) != PITH__RELATIONS;
}

bool pith__is_in_content(const pith__view *v, const pith__mention *m)
{
    const pith__content *c = here(v);
    for (uint32_t i = 0; i < c->span.count && c->span.items[i].start < m->span.end; i++)
        if (pith__span_overlaps(c->span.items[i], m->span))
            return true;
    return false;
}

/* ---- the view ---- */

pith__view pith__view_open(pith__arena *arena, const pith__words *words,
                           const pith__contents *contents, const pith__mentions *mentions,
                           const pith__persons *persons)
{
    return (pith__view){.words = words,
                        .document = words->document,
                        .contents = contents,
                        .mentions = mentions,
                        .persons = persons,
                        .evidence = pith__evidence_find(arena, words, mentions, persons),
                        .english = strcmp(words->document->language->code, "en") == 0};
}

/* The first mention that begins at the byte or later, which is often near another one. */
static uint32_t mention_near(const pith__mentions *mentions, uint32_t near, uint32_t byte)
{
    for (uint32_t steps = 0; steps < STEPS_MAX; steps++) {
        if (near < mentions->count && mentions->items[near].span.start < byte)
            near++;
        else if (near > 0 && mentions->items[near - 1].span.start >= byte)
            near--;
        else
            return near;
    }
    return pith__mention_at(mentions, byte);
}

/* The sentence of the byte, which is often that in which the content begins. */
static uint32_t sentence_of(const pith__view *v, uint32_t byte)
{
    uint32_t sentence = here(v)->sentence;
    const pith_sentence *s = &v->document->sentences.items[sentence];
    bool same = byte < s->span.end && (sentence == 0 || s[-1].span.end <= byte);
    return same ? sentence : pith__sentence_at(v->document, byte);
}

/* The mention that names the source. */
static void find_source(pith__view *v)
{
    pith_span source = here(v)->source;
    v->source = PITH_NONE;
    if (is_empty(source)) {
        if (v->cue_right != PITH_NONE &&
            v->mentions->items[v->cue_right].span.end <= here(v)->cue.end)
            v->source = v->cue_right; /* the cue was taken too long: "said Xi" */
        return;
    }
    uint32_t i = mention_near(v->mentions, v->inside, source.start);
    if (i > 0 && v->mentions->items[i - 1].span.end > source.start)
        i--;
    if (i < v->mentions->count && v->mentions->items[i].span.start < source.end)
        v->source = i;
}

/* "Xi left Lima, telling the envoys": a cue that shares the subject of the verb before it. */
static bool is_participle(const pith__view *v, uint32_t token)
{
    const pith__document_form *form = pith__token_form(v->document, token);
    return form->lower_length > 5 && memcmp(form->lower + form->lower_length - 3, "ing", 3) == 0;
}

/* The subject of a cue that does not go with the nearest mention ("Xi met Boluarte on Friday and
 * said"): the first mention behind the last comma or colon, or else of the sentence, that no
 * preposition goes before. far: over commas too. */
static uint32_t subject_of(const pith__view *v, uint32_t nearest, bool far)
{
    const pith__mention *all = v->mentions->items;
    uint32_t subject = nearest, end = all[nearest].end, n = 0;
    bool found = false;
    for (uint32_t i = nearest + 1; i > 0 && n < SUBJECT_MAX; n++) {
        const pith__mention *m = &all[--i];
        if (m->sentence != all[nearest].sentence || pith__is_in_content(v, m))
            break;
        for (; found && !far && end > m->end; end--)
            if (strchr(",:;", first_byte(v, end - 1)))
                return subject;
        end = m->first;
        if (v->evidence[i] &
            (1u << PITH__IS_POSSESSIVE | 1u << PITH__IS_QUOTED | 1u << PITH__IS_OBJECT))
            continue;
        subject = i;
        found = true;
    }
    return subject;
}

/* The mention before the aside that the cue closes: "Ann Lee, who was there in May, told"; nearest
 * if there is none. */
static uint32_t before_aside(const pith__view *v, uint32_t nearest)
{
    const pith__mention *all = v->mentions->items;
    uint32_t cue = v->cue_first;
    if (cue == 0 || first_byte(v, cue - 1) != ',')
        return nearest;
    for (uint32_t i = nearest + 1, n = 0; i > 0 && n < SUBJECT_MAX; n++) {
        const pith__mention *m = &all[--i];
        if (m->sentence != all[nearest].sentence || pith__is_in_content(v, m))
            break;
        if (pith__is_seen(v->evidence[i], PITH__BEFORE_VERB) && m->end + 1 < cue &&
            first_byte(v, m->end) == ',')
            return i;
    }
    return nearest;
}

static bool can_be_beside(const pith__view *v, uint32_t mention, uint32_t sentence)
{
    return mention < v->mentions->count && v->mentions->items[mention].sentence == sentence &&
           !pith__is_in_content(v, &v->mentions->items[mention]);
}

/* The tokens of the cue: the first that begins in it or later, and the first behind it. */
static void find_cue_tokens(pith__view *v)
{
    const pith__token *tokens = v->document->tokens.token.items;
    uint32_t count = v->document->tokens.token.count, end;
    pith_span cue = here(v)->cue;
    end = v->cue_first = pith__token_at(v->document, cue.start);
    while (end < count && tokens[end].start < cue.end)
        end++;
    v->cue_end = end;
}

/* The mentions next to the cue, that the content does not contain. */
static void find_cue_neighbours(pith__view *v)
{
    pith_span cue = here(v)->cue;
    v->cue_left = v->cue_right = v->cue_behind = PITH_NONE;
    v->cue_first = v->cue_end = 0;
    if (is_empty(cue))
        return;
    find_cue_tokens(v);
    uint32_t sentence = sentence_of(v, cue.start);
    uint32_t right = v->cue_behind = mention_near(v->mentions, v->inside, cue.start);
    if (right > 0 && can_be_beside(v, right - 1, sentence)) {
        uint32_t left = before_aside(v, right - 1);
        v->cue_left = pith__is_seen(v->evidence[left], PITH__BEFORE_VERB)
                          ? left
                          : subject_of(v, left, is_participle(v, v->cue_first));
    }
    if (can_be_beside(v, right, sentence) && v->mentions->items[right].first <= v->cue_end + 1)
        v->cue_right = right;
}

void pith__view_turn(pith__view *v, uint32_t content, const uint32_t before[2])
{
    const pith__content *c = &v->contents->items[content];
    v->content = content;
    v->before[0] = before[0];
    v->before[1] = before[1];
    v->paragraph = paragraph_of(v, c->sentence);
    v->whole = (pith_span){c->span.items[0].start, c->span.items[c->span.count - 1].end};
    v->inside = mention_near(v->mentions, v->behind, v->whole.start);
    v->behind = mention_near(v->mentions, v->inside, v->whole.end);
    v->last_sentence = sentence_of(v, v->whole.end - 1);
    find_cue_neighbours(v);
    find_source(v);
}
