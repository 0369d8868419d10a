#include "quotes/turn.h"

#include <string.h>

#include "ground/utf8.h"
#include "quotes/han.h"

enum {
    LOOK_MAX = 40,   /* mentions of a paragraph that are looked at */
    OPENING_MAX = 6, /* tokens of a sentence before its subject */
    CUE_MAX = 16,    /* tokens of the clause of a word of saying */
    PARTNER_MAX = 8  /* contents that are looked through for who answers */
};

/* How sure a source is: told by a colon or a word of saying, by who acts next, by turns alone. */
static const double TOLD = 0.9, ACTING = 0.7, IN_TURN = 0.5;

typedef struct view {
    const pith__words *words;
    const pith_document *document;
    const pith__mentions *mentions;
    pith__contents *contents;
    uint32_t *source; /* mention that each content is said by, or PITH_NONE */
    bool *is_speech;  /* by paragraph: a content stands in it */
} view;

static bool is_of(const view *v, uint32_t token)
{
    return token < v->document->tokens.token.count &&
           strcmp(pith__token_form(v->document, token)->lower, "的") == 0;
}

/* Whether the mention can act or speak: a clause begins with it, or with what is told of it. */
static bool opens_clause(const view *v, const pith__mention *m, uint32_t first)
{
    if (m->quoted)
        return false;
    return m->first == first || is_of(v, m->first - 1) ||
           pith__token_form(v->document, m->first - 1)->shape == PITH__PUNCTUATION;
}

static bool is_object(const view *v, const pith__mention *m, uint32_t first)
{
    return m->first > first &&
           pith__token_form(v->document, m->first - 1)->classes & PITH__PREPOSITION;
}

/* Whether somebody's something is meant: 少平的脸. */
static bool is_possessor(const view *v, const pith__mention *m)
{
    return is_of(v, m->end);
}

/* Who acts at the end of the sentence: the last that begins a clause, or else the first of all. */
static uint32_t subject_before(const view *v, uint32_t sentence, uint32_t until)
{
    pith_span span = v->document->sentences.items[sentence].span;
    uint32_t first = v->document->tokens.first[sentence];
    uint32_t any = PITH_NONE, last = PITH_NONE, looked = 0;
    for (uint32_t i = pith__mention_at(v->mentions, span.start);
         i < v->mentions->count && v->mentions->items[i].span.end <= until && looked < LOOK_MAX;
         i++, looked++) {
        const pith__mention *m = &v->mentions->items[i];
        if (m->quoted || is_object(v, m, first) || is_possessor(v, m))
            continue;
        if (any == PITH_NONE)
            any = i;
        bool joins = last != PITH_NONE && v->mentions->items[last].end == m->first;
        if (opens_clause(v, m, first) || joins) /* 外交部 | 发言人毛宁 */
            last = i;
    }
    return last != PITH_NONE ? last : any;
}

/* Who acts first in the sentence, from a byte on. */
static uint32_t subject_from(const view *v, uint32_t byte)
{
    uint32_t token = pith__token_at(v->document, byte), i = pith__mention_at(v->mentions, byte);
    for (uint32_t looked = 0; i < v->mentions->count && looked < LOOK_MAX; i++, looked++) {
        const pith__mention *m = &v->mentions->items[i];
        if (m->first > token + OPENING_MAX)
            break;
        if (!m->quoted && !is_object(v, m, token)) /* 金俊武的脸色不好看 tells of him as well */
            return i;
    }
    return PITH_NONE;
}

static uint32_t code_before(const view *v, uint32_t byte)
{
    const char *text = v->document->text.bytes;
    uint32_t at = byte, code = 0;
    while (at > 0) {
        code = pith__utf8_previous(text, &at);
        if (!pith__utf8_is_space(code))
            return code;
    }
    return 0;
}

static bool is_colon(uint32_t code)
{
    return code == ':' || code == 0xFF1A;
}

static pith_span paragraph_span(const view *v, uint32_t paragraph)
{
    return v->document->paragraphs.items[paragraph].span;
}

/* ---- what a text says ---- */

/* Whom the words of the author's name that go before a content, in its paragraph or in the one
 * before if that ends in a colon. */
static uint32_t told_before(const view *v, const pith__content *c)
{
    uint32_t start = c->span.items[0].start, paragraph = pith__paragraph_at(v->document, start);
    pith_span span = paragraph_span(v, paragraph);
    if (c->kind == PITH_INDIRECT)
        return subject_before(v, c->sentence, c->cue.start);
    uint32_t token = pith__token_at(v->document, start);
    if (token > 0 && v->document->tokens.token.items[token - 1].start >= span.start)
        start = v->document->tokens.token.items[token - 1].start; /* of the mark */
    uint32_t code = code_before(v, start);
    if (start > span.start)
        return is_colon(code) || code == 0xFF0C
                   ? subject_before(v, pith__sentence_at(v->document, start - 1), start)
                   : PITH_NONE;
    if (paragraph == 0 || v->is_speech[paragraph - 1])
        return PITH_NONE;
    uint32_t end = paragraph_span(v, paragraph - 1).end;
    return is_colon(code_before(v, end))
               ? subject_before(v, pith__sentence_at(v->document, end - 1), end)
               : PITH_NONE;
}

/* Whether a word of saying stands in the first clause from a byte on. */
static bool has_cue(const view *v, uint32_t byte)
{
    const pith__tokens *tokens = &v->document->tokens;
    uint32_t token = pith__token_at(v->document, byte);
    for (uint32_t t = token; t < tokens->token.count && t < token + CUE_MAX; t++) {
        if (pith__token_form(v->document, t)->shape == PITH__PUNCTUATION)
            return false;
        if (pith__han_phrase(v->words, t, tokens->token.count, PITH__SPEECH_VERB) > t)
            return true;
    }
    return false;
}

/* Where the author's words begin that follow a content, in its paragraph or the next one, if that
 * does not introduce another speech; PITH_NONE. */
static uint32_t behind(const view *v, const pith__content *c)
{
    uint32_t end = c->span.items[0].end, paragraph = pith__paragraph_at(v->document, end - 1);
    pith_span span = paragraph_span(v, paragraph);
    uint32_t token = pith__token_at(v->document, end);
    const pith__tokens *tokens = &v->document->tokens;
    while (token < tokens->token.count && tokens->token.items[token].start < span.end &&
           pith__token_form(v->document, token)->shape == PITH__PUNCTUATION)
        token++;
    if (token < tokens->token.count && tokens->token.items[token].start < span.end)
        return tokens->token.items[token].start;
    if (paragraph + 1 >= v->document->paragraphs.count || v->is_speech[paragraph + 1])
        return PITH_NONE;
    pith_span next = paragraph_span(v, paragraph + 1);
    uint32_t sentence = pith__sentence_at(v->document, next.start);
    bool introduces = is_colon(code_before(v, v->document->sentences.items[sentence].span.end));
    return introduces ? PITH_NONE : next.start;
}

static void take(view *v, uint32_t content, uint32_t mention, double score)
{
    pith__content *c = &v->contents->items[content];
    if (mention == PITH_NONE || v->source[content] != PITH_NONE)
        return;
    v->source[content] = mention;
    c->source = v->mentions->items[mention].span;
    c->source_score = score;
}

/* ---- turns ---- */

/* How many paragraphs a content begins behind the end of another. */
static uint32_t distance(const view *v, uint32_t a, uint32_t b)
{
    const pith__content *x = &v->contents->items[a], *y = &v->contents->items[b];
    return pith__paragraph_at(v->document, y->span.items[0].start) -
           pith__paragraph_at(v->document, x->span.items[x->span.count - 1].end - 1);
}

/* Whether two mentions look alike: one pronoun, or one name that ends the other. */
static bool is_same(const view *v, uint32_t a, uint32_t b)
{
    if (a == PITH_NONE || b == PITH_NONE)
        return false;
    const pith__mention *x = &v->mentions->items[a], *y = &v->mentions->items[b];
    pith_span p = x->name.end ? x->name : x->span, q = y->name.end ? y->name : y->span;
    uint32_t length =
        pith__span_length(p) < pith__span_length(q) ? pith__span_length(p) : pith__span_length(q);
    const char *text = v->document->text.bytes;
    return x->kind == y->kind && memcmp(text + p.end - length, text + q.end - length, length) == 0;
}

/* Whether a neighbour of the content within `apart` paragraphs is said by the mention's person. */
static bool is_beside(const view *v, uint32_t content, uint32_t mention, uint32_t apart)
{
    bool before = content > 0 && distance(v, content - 1, content) <= apart &&
                  is_same(v, v->source[content - 1], mention);
    bool after = content + 1 < v->contents->count && distance(v, content, content + 1) <= apart &&
                 is_same(v, v->source[content + 1], mention);
    return before || after;
}

static void take_turn(view *v, uint32_t content, uint32_t other, uint32_t apart)
{
    uint32_t low = content < other ? content : other;
    if (distance(v, low, low + 1) <= apart && distance(v, low + 1, low + 2) <= apart &&
        !is_beside(v, content, v->source[other], 1))
        take(v, content, v->source[other], IN_TURN);
}

/* Two people in turn: who speaks is who spoke before the last, or who speaks after the next. apart:
 * paragraphs from one to the next, at most. */
static void alternate(view *v, uint32_t apart)
{
    uint32_t count = v->contents->count;
    for (uint32_t i = 2; i < count; i++)
        take_turn(v, i, i - 2, apart);
    for (uint32_t i = count; i-- > 2;)
        take_turn(v, i - 2, i, apart);
}

/* Who answers a content: somebody else who spoke not long before. */
static uint32_t partner(const view *v, uint32_t content, uint32_t said)
{
    for (uint32_t i = content, n = 0; i > 0 && n < PARTNER_MAX; n++) {
        uint32_t mention = v->source[--i];
        if (mention != PITH_NONE && !is_same(v, mention, v->source[said]) &&
            v->mentions->items[mention].kind != PITH__PRONOUN)
            return mention;
    }
    return PITH_NONE;
}

static void answer(view *v)
{
    for (uint32_t i = 1; i < v->contents->count; i++) {
        if (distance(v, i - 1, i) == 1 && v->source[i - 1] != PITH_NONE)
            take(v, i, partner(v, i, i - 1), IN_TURN);
    }
}

static void act(view *v)
{
    for (uint32_t i = 0; i < v->contents->count; i++) {
        uint32_t byte = behind(v, &v->contents->items[i]);
        uint32_t mention = byte == PITH_NONE ? PITH_NONE : subject_from(v, byte);
        if (mention != PITH_NONE && !is_beside(v, i, mention, 1))
            take(v, i, mention, ACTING);
    }
}

static void tell(view *v)
{
    for (uint32_t i = 0; i < v->contents->count; i++) {
        const pith__content *c = &v->contents->items[i];
        uint32_t byte = behind(v, c);
        take(v, i, told_before(v, c), TOLD);
        if (byte != PITH_NONE && has_cue(v, byte))
            take(v, i, subject_from(v, byte), TOLD);
    }
}

void pith__turns_find(pith__arena *arena, const pith__words *words, const pith__mentions *mentions,
                      pith__contents *contents)
{
    const pith_document *document = words->document;
    view v = {words, document, mentions, contents, NULL, NULL};
    if (strcmp(document->language->code, "zh") != 0 || contents->count == 0)
        return;
    v.source = pith__arena_alloc(arena, contents->count * sizeof *v.source);
    v.is_speech = pith__arena_zero(arena, document->paragraphs.count + 1, sizeof *v.is_speech);
    for (uint32_t i = 0; i < contents->count; i++) {
        const pith__content *c = &contents->items[i];
        v.source[i] = PITH_NONE;
        for (uint32_t k = 0; k < c->span.count; k++)
            v.is_speech[pith__paragraph_at(v.document, c->span.items[k].start)] = true;
    }
    tell(&v);
    alternate(&v, 1);
    act(&v);
    alternate(&v, 2);
    answer(&v);
}
