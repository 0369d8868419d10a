#include "summary/candidate.h"

#include <string.h>

/* A story may begin behind this many sentences of page furniture. */
enum { OPENING_SENTENCES = 5 };
/* A sentence of fewer words says nothing by itself, unless its script writes no spaces. */
enum { FRAGMENT_WORDS = 4, FRAGMENT_BYTES = 40 };
/* Words in which a pronoun still opens the sentence: "On Friday he said". */
enum { OPENING_WORDS = 4 };

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
        return form->shape == PITH__LOWER && form->classes & PERSONAL;
    return form->classes & LEANING || contraction_leans(lexicon, form) ||
           (form->classes & PITH__PHRASE && phrase_leans(lexicon, document, token, end));
}

/* ---- what the words of a sentence tell ---- */

typedef struct view {
    uint32_t words, lower, upper;
    uint32_t outside; /* words that stand in no quotation marks */
    bool leans;
} view;

/* The quotation marks up to where the eye is. */
typedef struct marks_read {
    uint32_t next;
    uint32_t depth; /* pairs open */
} marks_read;

static void read_marks(const pith__marks *marks, marks_read *read, uint32_t up_to)
{
    for (; read->next < marks->count && marks->items[read->next].span.start <= up_to;
         read->next++) {
        const pith__mark *mark = &marks->items[read->next];
        if (mark->partner == PITH_NONE)
            continue;
        if (mark->role == PITH__OPENING)
            read->depth++;
        else if (mark->role == PITH__CLOSING && read->depth)
            read->depth--;
    }
}

static view look(const pith__lexicon *lexicon, const pith_document *document, uint32_t sentence,
                 pith_span span, marks_read *read)
{
    view v = {0};
    bool named = false;
    uint32_t end = document->tokens.first[sentence + 1];
    for (uint32_t token = document->tokens.first[sentence]; token < end; token++) {
        const pith__document_form *form = pith__token_form(document, token);
        read_marks(&document->marks, read, document->tokens.token.items[token].start);
        if (form->shape == PITH__PUNCTUATION ||
            document->tokens.token.items[token].start < span.start)
            continue;
        if (!named && v.words < OPENING_WORDS && !read->depth &&
            leans_on(lexicon, document, token, end, v.words))
            v.leans = true;
        named =
            named || (v.words > 0 && form->shape != PITH__LOWER) || !(form->classes & PITH__STOP);
        v.words++;
        v.outside += !read->depth;
        v.lower += form->shape == PITH__LOWER;
        v.upper += form->shape == PITH__UPPER;
    }
    return v;
}

/* ---- all of it ---- */

static pith__grade grade_of(const pith__furniture *furniture, pith__trap *trap,
                            const pith_document *document, uint32_t sentence, const view *v)
{
    const pith_sentence *s = &document->sentences.items[sentence];
    if (pith__furniture_is(furniture, trap, document->text, s->span))
        return PITH__FURNITURE;
    if (s->heading)
        return PITH__HEADING;
    if ((v->words < FRAGMENT_WORDS && pith__span_length(s->span) < FRAGMENT_BYTES) ||
        (v->upper && !v->lower))
        return PITH__FRAGMENT;
    return PITH__PROSE;
}

/* Whether a dateline may stand here: the story begins, or a paragraph. */
static bool may_open(const pith_document *document, uint32_t sentence)
{
    const pith_sentence *s = &document->sentences.items[sentence];
    return sentence < OPENING_SENTENCES || s[-1].paragraph != s->paragraph;
}

pith__candidate *pith__candidates_find(pith__arena *arena, const pith__lexicon *lexicon,
                                       const pith__furniture *furniture,
                                       const pith_document *document)
{
    uint32_t count = document->sentences.count, place = 0;
    marks_read read = {0};
    pith__candidate *candidates = pith__arena_alloc(arena, (size_t)count * sizeof *candidates);
    for (uint32_t i = 0; i < count; i++) {
        pith__candidate *c = &candidates[i];
        *c = (pith__candidate){.span = document->sentences.items[i].span, .place = place};
        if (may_open(document, i))
            c->span.start = pith__furniture_skip(furniture, arena->trap, document->text, c->span);
        view v = look(lexicon, document, i, c->span, &read);
        c->leans = v.leans;
        c->quoted = v.words ? 1 - (double)v.outside / v.words : 0;
        c->grade = grade_of(furniture, arena->trap, document, i, &v);
        c->size = pith__piece_measure(document, c->span, document->tokens.first[i], 1);
        place += c->grade == PITH__PROSE;
    }
    return candidates;
}
