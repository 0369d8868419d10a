#include "summary/candidate.h"

#include <string.h>

#include "ground/utf8.h"

/* A story may begin behind this many sentences of page furniture. */
enum { OPENING_SENTENCES = 5 };
/* A sentence of fewer words says nothing by itself, unless its script writes no spaces. */
enum { FRAGMENT_WORDS = 4, FRAGMENT_BYTES = 40 };
/* Words in which a pronoun still opens the sentence: "On Friday he said". */
enum { OPENING_WORDS = 4 };
/* No connective has more words. */
enum { PHRASE_WORDS = 5 };

static const uint32_t PERSONAL = PITH__PRONOUN_MALE | PITH__PRONOUN_FEMALE;
static const uint32_t LEANING = PITH__PRONOUN_MALE | PITH__PRONOUN_FEMALE | PITH__CONNECTIVE;

/* ---- sentences that lean on the one before ---- */

/* Whether the word in front of an apostrophe leans: "that's", "he'll". */
static bool contraction_leans(const pith__lexicon *lexicon, const pith__document_form *form)
{
    size_t length = strcspn(form->lower, "'\xE2"); /* or the first byte of \u2019 */
    return length < form->lower_length &&
           pith__lexicon_classes(lexicon, form->lower, length) & LEANING;
}

/* Whether a connective of several words begins with a token: "as a result". */
static bool phrase_leans(const pith__lexicon *lexicon, const pith_document *document,
                         uint32_t token, uint32_t end)
{
    char phrase[64];
    size_t length = 0;
    uint32_t first = token;
    end = end - token > PHRASE_WORDS ? token + PHRASE_WORDS : end;
    for (; token < end; token++) {
        const pith__document_form *form = pith__token_form(document, token);
        if (form->lower_length + 1 > sizeof phrase - length)
            return false;
        if (length)
            phrase[length++] = ' ';
        memcpy(phrase + length, form->lower, form->lower_length);
        length += form->lower_length;
        uint32_t classes =
            token > first ? pith__lexicon_classes(lexicon, phrase, length) : form->classes;
        if (token > first && classes & PITH__CONNECTIVE)
            return true;
        if (!(classes & PITH__PHRASE))
            return false;
    }
    return false;
}

/* Whether the word at a token, number `place` of its sentence, leans on a sentence before, as far
 * as the words before it named nobody. */
static bool leans_on(const pith__lexicon *lexicon, const pith_document *document, uint32_t token,
                     uint32_t end, uint32_t place)
{
    const pith__document_form *form = pith__token_form(document, token);
    if (place > 0)
        return form->shape == PITH__LOWER &&
               (form->classes & PERSONAL || contraction_leans(lexicon, form));
    return form->classes & LEANING || contraction_leans(lexicon, form) ||
           (form->classes & PITH__PHRASE && phrase_leans(lexicon, document, token, end));
}

/* ---- quotation marks ---- */

/* Where the eye is among the quotation marks. */
typedef struct view {
    const pith__marks *marks;
    uint32_t mark;  /* the next one */
    uint32_t depth; /* pairs that are open */
} view;

static void read_marks(view *v, uint32_t up_to)
{
    for (; v->mark < v->marks->count && v->marks->items[v->mark].span.start <= up_to; v->mark++) {
        const pith__mark *mark = &v->marks->items[v->mark];
        if (mark->partner == PITH_NONE)
            continue;
        if (mark->role == PITH__OPENING)
            v->depth++;
        else if (mark->role == PITH__CLOSING && v->depth)
            v->depth--;
    }
}

/* Where the next mark begins. */
static uint32_t next_mark(const view *v)
{
    return v->mark < v->marks->count ? v->marks->items[v->mark].span.start : UINT32_MAX;
}

/* How many of the words of some tokens, of which there are `words`, stand in no quotation marks. */
static uint32_t count_outside(view *v, const pith_document *document, uint32_t token, uint32_t end,
                              uint32_t words)
{
    const pith__token *tokens = document->tokens.token.items;
    const pith__document_form *forms = document->terms.form.items;
    uint32_t outside = 0, next = next_mark(v);
    bool open = v->depth > 0;
    if (token == end || next > tokens[end - 1].start)
        return open ? 0 : words;
    for (; token < end; token++) {
        if (tokens[token].start >= next) {
            read_marks(v, tokens[token].start);
            next = next_mark(v);
            open = v->depth > 0;
        }
        outside += !open & (forms[tokens[token].form].shape != PITH__PUNCTUATION);
    }
    return outside;
}

/* ---- how a sentence begins and ends ---- */

/* Whether it leans on a sentence before. Only the words count that stand before any that names
 * somebody or something. */
static bool opening_leans(const pith__lexicon *lexicon, view v, const pith_document *document,
                          uint32_t token, uint32_t end)
{
    for (uint32_t place = 0; token < end && place < OPENING_WORDS; token++) {
        const pith__document_form *form = pith__token_form(document, token);
        if (form->shape == PITH__PUNCTUATION)
            continue;
        if (document->tokens.token.items[token].start >= next_mark(&v))
            read_marks(&v, document->tokens.token.items[token].start);
        if (!v.depth && leans_on(lexicon, document, token, end, place))
            return true;
        if ((place && form->shape != PITH__LOWER) || !(form->classes & PITH__STOP))
            return false;
        place++;
    }
    return false;
}

static bool is_question_mark(uint32_t code)
{
    return code == '?' || code == 0x037E || code == 0x061F || code == 0xFF1F;
}

static bool ends_prose(uint32_t code)
{
    return code == '.' || code == '!' || code == 0x0589 || code == 0x06D4 || code == 0x0964 ||
           code == 0x104B || code == 0x1362 || code == 0x17D4 || code == 0x2026 || code == 0x3002 ||
           code == 0xFF01 || code == 0xFF0E || code == 0xFF61 || is_question_mark(code);
}

/* The marks behind its last word. gap: where the token before it ends; returns where its last one
 * does. */
static uint32_t look_at_end(pith__candidate *c, const pith_document *document, uint32_t token,
                            uint32_t end, uint32_t gap)
{
    uint32_t at = end;
    while (at > token && pith__token_form(document, at - 1)->shape == PITH__PUNCTUATION)
        at--;
    if (at > token)
        gap = pith__token_span(document, at - 1).end;
    for (; at < end; at++) {
        pith_span span = pith__token_span(document, at);
        uint32_t code = pith__utf8_next(document->text.bytes, &(uint32_t){span.start});
        c->asks = c->asks || is_question_mark(code);
        c->closed = c->closed || (span.start == gap && ends_prose(code));
        gap = span.end;
    }
    return gap;
}

/* ---- its words ---- */

static uint8_t at_most_255(uint32_t count)
{
    return (uint8_t)(count < UINT8_MAX ? count : UINT8_MAX);
}

static bool is_capital(const pith_document *document, uint32_t token)
{
    return pith__is_capital(pith__token_form(document, token));
}

/* The first word from a token on, or end. */
static uint32_t first_word(const pith_document *document, uint32_t token, uint32_t end)
{
    while (token < end && pith__token_form(document, token)->shape == PITH__PUNCTUATION)
        token++;
    return token;
}

static void take_census(pith__candidate *c, const pith_document *document,
                        const pith__census *census, uint32_t token, uint32_t end)
{
    uint32_t first = first_word(document, token, end);
    c->words = pith__census_words(census);
    c->names = census->shape[PITH__CAPITAL] + census->shape[PITH__UPPER] -
               (first < end && is_capital(document, first));
    c->numbers = at_most_255(census->shape[PITH__NUMBER]);
    c->selves = at_most_255(census->selves);
    c->persons = at_most_255(census->persons);
}

/* ---- all of it ---- */

static bool is_fragment(const pith__census *census, pith_span span)
{
    return (pith__census_words(census) < FRAGMENT_WORDS &&
            pith__span_length(span) < FRAGMENT_BYTES) ||
           (census->shape[PITH__UPPER] && !census->shape[PITH__LOWER]);
}

static pith__grade grade_of(pith__furniture *furniture, pith__trap *trap,
                            const pith_document *document, const pith__census *census,
                            uint32_t sentence)
{
    const pith_sentence *s = &document->sentences.items[sentence];
    if (pith__furniture_is(furniture, trap, document->text, s->span))
        return PITH__FURNITURE;
    if (s->heading)
        return PITH__HEADING;
    return is_fragment(census, s->span) ? PITH__FRAGMENT : PITH__PROSE;
}

/* Whether a dateline may stand here: the story begins, or a paragraph. */
static bool may_open(const pith_document *document, uint32_t sentence, uint32_t in_part)
{
    const pith_sentence *s = &document->sentences.items[sentence];
    return in_part < OPENING_SENTENCES || s[-1].paragraph != s->paragraph;
}

/* The tokens of a sentence without its dateline: the first of them; *census counts no others. */
static uint32_t skip_dateline(const pith_document *document, uint32_t sentence, uint32_t start,
                              pith__census *census)
{
    uint32_t first = document->tokens.first[sentence], end = document->tokens.first[sentence + 1];
    if (start == document->sentences.items[sentence].span.start)
        return first;
    while (first < end && document->tokens.token.items[first].start < start)
        first++;
    *census = (pith__census){0};
    for (uint32_t token = first; token < end; token++)
        pith__census_add(census, pith__census_of(pith__token_form(document, token)));
    return first;
}

pith__candidate *pith__candidates_find(pith__arena *arena, const pith__lexicon *lexicon,
                                       pith__furniture *furniture, const pith_document *document,
                                       pith__bags *bags)
{
    uint32_t count = document->sentences.count, part = 0, place = 0, in_part = 0, gap = 0;
    view v = {.marks = &document->marks};
    pith__candidate *candidates = pith__arena_alloc(arena, count * sizeof *candidates);
    for (uint32_t i = 0; i < count; i++, in_part++) {
        pith__candidate *c = &candidates[i];
        pith__census census = pith__bags_add(bags, document, i);
        *c = (pith__candidate){.span = document->sentences.items[i].span};
        while (part + 1 < document->parts.count &&
               document->parts.items[part + 1].start <= c->span.start) {
            part++;
            place = in_part = 0;
        }
        c->part = part;
        c->place = place;
        if (may_open(document, i, in_part))
            c->span.start = pith__furniture_skip(furniture, arena->trap, document->text, c->span);
        uint32_t first = skip_dateline(document, i, c->span.start, &census);
        uint32_t end = document->tokens.first[i + 1];
        take_census(c, document, &census, first, end);
        c->leans = opening_leans(lexicon, v, document, first, end);
        c->outside = count_outside(&v, document, first, end, c->words);
        gap = look_at_end(c, document, first, end, gap);
        c->grade = grade_of(furniture, arena->trap, document, &census, i);
        place += c->grade == PITH__PROSE;
    }
    return candidates;
}
