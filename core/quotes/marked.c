#include "quotes/marked.h"

#include <string.h>

#include "ground/utf8.h"
#include "quotes/clue.h"

/* ---- regions ---- */

typedef struct finder {
    pith__arena *arena;
    const pith_document *document;
    pith__markeds regions;
    uint32_t paragraph; /* of the mark that is looked at */
} finder;

static pith_span trimmed(const finder *f, pith_span span)
{
    const char *text = f->document->text.bytes;
    for (uint32_t at = span.start; at < span.end; span.start = at) {
        if (!pith__utf8_is_space(pith__utf8_next(text, &at)))
            break;
    }
    for (uint32_t at = span.end; at > span.start; span.end = at) {
        if (!pith__utf8_is_space(pith__utf8_previous(text, &at)))
            break;
    }
    return span;
}

static uint32_t code_at(const finder *f, uint32_t token)
{
    uint32_t at = f->document->tokens.token.items[token].start;
    return pith__utf8_next(f->document->text.bytes, &at);
}

static bool has_word(const finder *f, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        if (pith__token_form(f->document, i)->shape != PITH__PUNCTUATION)
            return true;
    }
    return false;
}

/* The tokens of the marks, next to those inside. */
static void add_marks(const pith_document *document, pith__marked *region)
{
    const pith__token *tokens = document->tokens.token.items;
    uint32_t first = region->first, end = region->end;
    while (first > 0 && tokens[first - 1].start >= region->outer.start)
        first--;
    while (end < document->tokens.token.count && tokens[end].start < region->outer.end)
        end++;
    region->outer_first = first;
    region->outer_end = end;
}

static void add(finder *f, pith_span outer, pith_span inner, bool goes_on)
{
    pith__marked region = {.outer = outer, .span = trimmed(f, inner), .goes_on = goes_on};
    region.first = pith__token_at(f->document, region.span.start);
    region.end = pith__token_at(f->document, region.span.end);
    if (!has_word(f, region.first, region.end))
        return;
    add_marks(f->document, &region);
    *pith__array_add(f->arena, &f->regions) = region;
}

static pith_span paragraph_of(finder *f, uint32_t byte)
{
    const pith__paragraph *paragraphs = f->document->paragraphs.items;
    while (f->paragraph + 1 < f->document->paragraphs.count &&
           paragraphs[f->paragraph].span.end <= byte)
        f->paragraph++;
    return paragraphs[f->paragraph].span;
}

/* An opening mark without a partner: it counts where it begins its paragraph and no other mark
 * follows there. */
static bool opens_paragraph(const finder *f, uint32_t mark, pith_span paragraph)
{
    const pith__marks *marks = &f->document->marks;
    return marks->items[mark].role == PITH__OPENING &&
           marks->items[mark].span.start == paragraph.start &&
           (mark + 1 == marks->count || marks->items[mark + 1].span.start >= paragraph.end);
}

/* Where the piece of a quotation that the mark opens ends: at its partner, at the mark that reopens
 * it, or with the paragraph. Marks of no other depth 0 lie between. */
static uint32_t piece_end(const finder *f, uint32_t mark, pith_span paragraph)
{
    const pith__marks *marks = &f->document->marks;
    uint32_t next = mark + 1;
    while (next < marks->count && marks->items[next].depth > 0)
        next++;
    return next < marks->count && marks->items[next].span.start < paragraph.end
               ? marks->items[next].span.start
               : paragraph.end;
}

static void find_regions(finder *f)
{
    const pith__marks *marks = &f->document->marks;
    for (uint32_t i = 0; i < marks->count; i++) {
        const pith__mark *mark = &marks->items[i];
        if (mark->depth > 0 || mark->role == PITH__CLOSING)
            continue;
        pith_span paragraph = paragraph_of(f, mark->span.start);
        if (mark->partner == PITH_NONE && !opens_paragraph(f, i, paragraph))
            continue;
        pith_span outer = {mark->span.start, paragraph.end};
        pith_span inner = {mark->span.end, paragraph.end};
        if (mark->partner != PITH_NONE) {
            inner.end = piece_end(f, i, paragraph);
            outer.end = marks->items[mark->partner].span.start == inner.end
                            ? marks->items[mark->partner].span.end
                            : inner.end;
        }
        if (inner.start < inner.end)
            add(f, outer, inner, mark->role == PITH__REOPENING);
    }
}

/* ---- classes ---- */

enum {
    NICKNAME_MAX = 3,  /* words of a nickname */
    TERM_MAX = 5,      /* words of a term */
    DIALOGUE_MIN = 2,  /* regions right behind another */
    DIALOGUE_SHARE = 8 /* one in so many regions right behind another makes a dialogue */
};

int pith__weigh_clues(const int16_t weights[PITH__CLUES], pith__clues clues)
{
    int sum = 0;
    for (; clues; clues &= clues - 1)
        sum += weights[__builtin_ctzll(clues)];
    return sum;
}

/* At most so many words: 1, 2, 3, 5, 9 or 19 by number. */
static bool is_short(pith__clues clues, int number)
{
    return clues & (((pith__clues)2 << number) - 1) << PITH__CLUE_WORDS;
}

static bool has_end(pith__clues clues)
{
    return !pith__has_clue(clues, PITH__CLUE_END + 4);
}

static bool has_left(pith__clues clues, pith__side side)
{
    return pith__has_clue(clues, PITH__CLUE_LEFT + (int)side) ||
           pith__has_clue(clues, PITH__CLUE_LEFT_SMALL + (int)side);
}

/* Whether the word before a region leads to a name where all nouns have a capital: a noun
 * (Zeitschrift „Der Damm“), a definite article (im „Damm“), or what names a source (laut „Damm“).
 */
static bool leads_to_name(const finder *f, const pith__marked *region)
{
    uint32_t token = region->outer_first;
    if (token == 0)
        return false;
    const pith__document_form *form = pith__token_form(f->document, token - 1);
    if (form->shape == PITH__CAPITAL || form->shape == PITH__UPPER)
        return !(form->classes & PITH__SPEECH_NOUN) && form->length > 3;
    if (form->classes & PITH__INDEFINITE)
        return false;
    return form->classes & (PITH__DETERMINER | PITH__ATTRIBUTIVE) ||
           (form->classes & PITH__PREPOSITION && form->lower[form->lower_length - 1] == 'm');
}

/* Whether brackets with an abbreviation follow: “Union of Dams” (UD). */
static bool is_abbreviated(const finder *f, const pith__marked *region)
{
    uint32_t token = region->outer_end;
    return token + 2 < f->document->tokens.token.count && code_at(f, token) == '(' &&
           code_at(f, token + 2) == ')' &&
           pith__token_form(f->document, token + 1)->shape == PITH__UPPER;
}

/* Whether it names a thing: most words have a capital, in the middle of the author's sentence. “The
 * Long Way Home” */
static bool is_title(const finder *f, const pith__marked *region, pith__clues clues)
{
    static const pith__side inner[] = {PITH__SIDE_SMALL, PITH__SIDE_NAME, PITH__SIDE_PRONOUN,
                                       PITH__SIDE_WORD, PITH__SIDE_CUE};
    bool inside = false;
    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++)
        inside |= pith__has_clue(clues, PITH__CLUE_LEFT + (int)inner[i]);
    if (is_abbreviated(f, region))
        return true;
    const char *code = f->document->language->code;
    if (strcmp(code, "ru") == 0 || strcmp(code, "uk") == 0 || strcmp(code, "bg") == 0)
        return inside && is_short(clues, 2) && !has_end(clues); /* names of firms have marks */
    if (strcmp(code, "de") == 0)
        return inside && is_short(clues, 4) && !has_end(clues) && leads_to_name(f, region);
    return inside && pith__has_clue(clues, PITH__CLUE_CAPITALS);
}

static bool is_nickname(pith__clues clues)
{
    return pith__has_clue(clues, PITH__CLUE_LEFT + PITH__SIDE_NAME) &&
           pith__has_clue(clues, PITH__CLUE_RIGHT + PITH__SIDE_NAME) && is_short(clues, 2) &&
           !has_end(clues);
}

static pith__marked_class class_of(const finder *f, const pith__marked *region, pith__clues clues,
                                   bool dialogue)
{
    const pith__clue_weights *w = &pith__clues_fitted;
    bool cued =
        clues & ((pith__clues)3 << PITH__CLUE_CUE_BEFORE | (pith__clues)1 << PITH__CLUE_CUE_FAR);
    if (is_nickname(clues))
        return PITH__MARKED_NICKNAME;
    if (pith__weigh_clues(w->speech[dialogue], clues) >= 0)
        return PITH__MARKED_SPEECH;
    if (pith__has_clue(clues, PITH__CLUE_NAMING) && is_short(clues, 3))
        return PITH__MARKED_TERM;
    if (is_title(f, region, clues))
        return PITH__MARKED_TITLE;
    if (pith__weigh_clues(w->fragment, clues) >= 0 && (cued || !is_short(clues, 2)))
        return PITH__MARKED_FRAGMENT;
    return PITH__MARKED_SCARE;
}

/* Whether it is a sentence by itself: nothing of the author's is around it but the cue. */
static bool stands(pith__clues clues)
{
    bool opens = has_left(clues, PITH__SIDE_EDGE) || has_left(clues, PITH__SIDE_STOP) ||
                 has_left(clues, PITH__SIDE_COLON) || has_left(clues, PITH__SIDE_MARKED) ||
                 has_left(clues, PITH__SIDE_DASH) ||
                 pith__has_clue(clues, PITH__CLUE_LEFT + PITH__SIDE_COMMA) ||
                 ((has_left(clues, PITH__SIDE_COMMA) || has_left(clues, PITH__SIDE_SIGN)) &&
                  (pith__has_clue(clues, PITH__CLUE_SENTENCES) ||
                   pith__has_clue(clues, PITH__CLUE_RESUMES)));
    return opens && (has_end(clues) || pith__has_clue(clues, PITH__CLUE_RIGHT + PITH__SIDE_COMMA));
}

/* Whether it can be what somebody says at a time: it begins with a capital and ends a sentence. */
static bool is_turn(const pith_document *document, const pith__marked *region)
{
    uint32_t start = region->span.start;
    uint32_t last = pith__utf8_before(document->text.bytes, region->span.end);
    return !pith__utf8_is_lower(pith__utf8_next(document->text.bytes, &start)) &&
           !pith__utf8_is_letter(last);
}

bool pith__is_dialogue(const pith_document *document, const pith__markeds *regions)
{
    uint32_t turns = 0, replies = 0;
    for (uint32_t i = 0; i + 1 < regions->count; i++) {
        const pith__marked *region = &regions->items[i];
        if (!is_turn(document, region))
            continue;
        uint32_t token = region->end, next = region[1].first;
        while (token < next && pith__token_form(document, token)->shape == PITH__PUNCTUATION)
            token++;
        turns++;
        replies += token == next && !region[1].goes_on && is_turn(document, region + 1);
    }
    return replies >= DIALOGUE_MIN && replies * DIALOGUE_SHARE >= turns;
}

pith__markeds pith__markeds_find(pith__arena *arena, const pith_document *document)
{
    finder f = {.arena = arena, .document = document};
    bool speech = false;
    find_regions(&f);
    bool dialogue = pith__is_dialogue(document, &f.regions);
    f.paragraph = 0;
    for (uint32_t i = 0; i < f.regions.count; i++) {
        pith__marked *region = &f.regions.items[i];
        pith_span paragraph = paragraph_of(&f, region->outer.start);
        pith__clues clues = pith__clues_of(document, &f.regions, i, paragraph, speech);
        region->class =
            region->goes_on && i ? region[-1].class : class_of(&f, region, clues, dialogue);
        region->stands =
            stands(clues) || pith__weigh_clues(pith__clues_fitted.speech[dialogue], clues) >= 400;
        speech = region->class == PITH__MARKED_SPEECH;
    }
    return f.regions;
}
