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
    size_t length = strcspn(form->lower, "'\xE2");
    return length < form->lower_length &&
           pith__lexicon_classes(lexicon, form->lower, length) & LEANING;
}

/* Whether a connective of several words begins with a token: "as a result". */
static bool phrase_leans(const pith__lexicon *lexicon, const pith_document *document,
                         uint32_t token, uint32_t end)
{
    char phrase[64];
    size_t length = 0;
    end = end - token > PHRASE_WORDS ? token + PHRASE_WORDS : end;
    for (; token < end; token++) {
        const pith__document_form *form = pith__token_form(document, token);
        if (form->lower_length + 1 > sizeof phrase - length)
            return false;
        if (length)
            phrase[length++] = ' ';
        memcpy(phrase + length, form->lower, form->lower_length);
        length += form->lower_length;
        if (pith__lexicon_classes(lexicon, phrase, length) & PITH__CONNECTIVE)
            return true;
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

/* ---- what the words of a sentence tell ---- */

/* Where the eye is in the text, and what it saw of a sentence. */
typedef struct view {
    const pith__lexicon *lexicon;
    const pith_document *document;
    uint32_t mark;  /* the next quotation mark */
    uint32_t depth; /* pairs that are open */
    uint32_t words, lower, upper;
    uint32_t gap; /* where the last token ended */
    bool named;   /* a word before named somebody or something */
} view;

static void read_marks(view *v, uint32_t up_to)
{
    const pith__marks *marks = &v->document->marks;
    for (; v->mark < marks->count && marks->items[v->mark].span.start <= up_to; v->mark++) {
        const pith__mark *mark = &marks->items[v->mark];
        if (mark->partner == PITH_NONE)
            continue;
        if (mark->role == PITH__OPENING)
            v->depth++;
        else if (mark->role == PITH__CLOSING && v->depth)
            v->depth--;
    }
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

static void look_at_mark(const view *v, pith__candidate *c, uint32_t start)
{
    uint32_t code = pith__utf8_next(v->document->text.bytes, &(uint32_t){start});
    c->asks = c->asks || is_question_mark(code);
    c->closed = c->closed || (start == v->gap && ends_prose(code));
}

static void count(uint8_t *counter, bool one)
{
    *counter = (uint8_t)(*counter + (one && *counter < UINT8_MAX));
}

static void look_at_word(view *v, pith__candidate *c, uint32_t token, uint32_t end)
{
    const pith__document_form *form = pith__token_form(v->document, token);
    bool capital = form->shape == PITH__CAPITAL || form->shape == PITH__UPPER;
    if (!v->named && v->words < OPENING_WORDS && !v->depth &&
        leans_on(v->lexicon, v->document, token, end, v->words))
        c->leans = true;
    v->named =
        v->named || (v->words && form->shape != PITH__LOWER) || !(form->classes & PITH__STOP);
    c->names += v->words && capital;
    count(&c->numbers, form->shape == PITH__NUMBER);
    count(&c->selves, (form->classes & PITH__PRONOUN_OTHER) != 0);
    count(&c->persons, (form->classes & PERSONAL) != 0);
    c->outside += !v->depth;
    c->asks = c->closed = false;
    v->words++;
    v->lower += form->shape == PITH__LOWER;
    v->upper += form->shape == PITH__UPPER;
}

static void look(view *v, pith__candidate *c, uint32_t sentence)
{
    const pith__tokens *tokens = &v->document->tokens;
    uint32_t end = tokens->first[sentence + 1];
    v->words = v->lower = v->upper = 0;
    v->named = false;
    for (uint32_t token = tokens->first[sentence]; token < end; token++) {
        uint32_t start = tokens->token.items[token].start;
        const pith__document_form *form = pith__token_form(v->document, token);
        read_marks(v, start);
        if (start < c->span.start)
            continue;
        c->size.tokens += pith__model_tokens(form);
        if (form->shape == PITH__PUNCTUATION)
            look_at_mark(v, c, start);
        else
            look_at_word(v, c, token, end);
        v->gap = start + form->length;
    }
}

/* ---- all of it ---- */

static pith__grade grade_of(pith__furniture *furniture, pith__trap *trap, const view *v,
                            uint32_t sentence)
{
    const pith_sentence *s = &v->document->sentences.items[sentence];
    if (pith__furniture_is(furniture, trap, v->document->text, s->span))
        return PITH__FURNITURE;
    if (s->heading)
        return PITH__HEADING;
    if ((v->words < FRAGMENT_WORDS && pith__span_length(s->span) < FRAGMENT_BYTES) ||
        (v->upper && !v->lower))
        return PITH__FRAGMENT;
    return PITH__PROSE;
}

/* Whether a dateline may stand here: the story begins, or a paragraph. */
static bool may_open(const pith_document *document, uint32_t sentence, uint32_t in_part)
{
    const pith_sentence *s = &document->sentences.items[sentence];
    return in_part < OPENING_SENTENCES || s[-1].paragraph != s->paragraph;
}

pith__candidate *pith__candidates_find(pith__arena *arena, const pith__lexicon *lexicon,
                                       pith__furniture *furniture, const pith_document *document)
{
    uint32_t count = document->sentences.count, part = 0, place = 0, in_part = 0;
    view v = {.lexicon = lexicon, .document = document};
    pith__candidate *candidates = pith__arena_zero(arena, count, sizeof *candidates);
    for (uint32_t i = 0; i < count; i++, in_part++) {
        pith__candidate *c = &candidates[i];
        c->span = document->sentences.items[i].span;
        while (part + 1 < document->parts.count &&
               document->parts.items[part + 1].start <= c->span.start) {
            part++;
            place = in_part = 0;
        }
        c->part = part;
        c->place = place;
        if (may_open(document, i, in_part))
            c->span.start = pith__furniture_skip(furniture, arena->trap, document->text, c->span);
        look(&v, c, i);
        c->grade = grade_of(furniture, arena->trap, &v, i);
        c->size.sentences = 1;
        c->size.words = v.words;
        c->size.characters = pith__piece_characters(document, c->span);
        place += c->grade == PITH__PROSE;
    }
    return candidates;
}
