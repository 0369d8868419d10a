#include "quotes/report.h"

#include <string.h>

#include "quotes/told.h"

enum {
    CLOSING_MAX = 12,  /* tokens from a verb of saying to the end of its sentence */
    SUBJECT_MAX = 6,   /* tokens of its subject */
    DATELINE_MAX = 10, /* tokens of "Lima, Peru (CNN)" */
    LOOK_MAX = 8,      /* pieces between a content and its cue */
    NAMING_MAX = 16,   /* tokens of a source behind "according to" */
    SOURCE_NEAR = 4,   /* tokens between a cue and a source that surely belongs to it */
};

/* How sure a source is. */
static const double SURE = 0.9, LIKELY = 0.7;

typedef struct linking {
    pith__arena *arena;
    const pith_document *document;
    const pith__pieces *pieces;
    const uint32_t *sentence; /* by piece: in which it begins */
} linking;

static const uint32_t *sentences_of(pith__arena *arena, const pith_document *document,
                                    const pith__pieces *pieces)
{
    uint32_t *sentence = pith__arena_alloc(arena, (pieces->count + 1u) * sizeof *sentence);
    for (uint32_t i = 0, s = 0; i < pieces->count; i++) {
        while (document->tokens.first[s + 1] <= pieces->items[i].first)
            s++;
        sentence[i] = s;
    }
    return sentence;
}

static uint32_t paragraph_of(const linking *l, uint32_t piece)
{
    return l->document->sentences.items[l->sentence[piece]].paragraph;
}

/* The nearest piece of a kind before (step -1) or behind piece `from`, in its paragraph; PITH_NONE.
 */
static uint32_t nearest(const linking *l, uint32_t from, int step, pith__piece_kind kind)
{
    const pith__piece *items = l->pieces->items;
    uint32_t i = from;
    for (uint32_t looked = 0; looked < LOOK_MAX; looked++) {
        i = step < 0 ? i - 1 : i + 1; /* before piece 0 comes a number beyond the last */
        if (i >= l->pieces->count)
            return PITH_NONE;
        if (items[i].kind == kind)
            return paragraph_of(l, i) == paragraph_of(l, from) ? i : PITH_NONE;
    }
    return PITH_NONE;
}

static uint32_t distance(const linking *l, uint32_t a, uint32_t b)
{
    const pith__piece *x = &l->pieces->items[a], *y = &l->pieces->items[b];
    return x->first < y->first ? y->first - x->end : x->first - y->end;
}

static uint32_t cue_of(const linking *l, uint32_t content)
{
    int side = l->pieces->items[content].leading ? 1 : -1;
    uint32_t cue = nearest(l, content, side, PITH__CUE);
    uint32_t other = cue == PITH_NONE ? nearest(l, content, -side, PITH__CUE) : PITH_NONE;
    return other != PITH_NONE && l->sentence[other] == l->sentence[content] ? other : cue;
}

static bool is_comma(const linking *l, uint32_t token)
{
    return strcmp(pith__token_form(l->document, token)->lower, ",") == 0;
}

static bool is_dash(const linking *l, uint32_t token)
{
    const char *sign = pith__token_form(l->document, token)->lower;
    return strcmp(sign, "\xE2\x80\x94") == 0 || strcmp(sign, "--") == 0;
}

/* Whether the piece is "who" or "which", and its clause is over before the token: "Lee, who has
 * asked for help, said". */
static bool is_over(const linking *l, uint32_t piece, uint32_t token)
{
    const pith__piece *p = &l->pieces->items[piece];
    const pith__document_form *form = pith__token_form(l->document, p->first);
    if (!(form->classes & PITH__PRONOUN_OTHER) || !(form->classes & PITH__COMPLEMENTIZER))
        return false;
    for (uint32_t t = p->end; t < token; t++)
        if (is_comma(l, t) || is_dash(l, t))
            return true;
    return false;
}

/* The nearest source on a side of the cue, in its sentence; PITH_NONE. */
static uint32_t source_beside(const linking *l, uint32_t cue, int step)
{
    uint32_t source = nearest(l, cue, step, PITH__SOURCE);
    if (step < 0 && source != PITH_NONE && is_over(l, source, l->pieces->items[cue].first))
        source = nearest(l, source, step, PITH__SOURCE);
    return source != PITH_NONE && l->sentence[cue] == l->sentence[source] ? source : PITH_NONE;
}

/* The source nearest to the cue; the one before it where both are as near. */
static uint32_t source_of(const linking *l, uint32_t cue)
{
    uint32_t before = source_beside(l, cue, -1), behind = source_beside(l, cue, 1);
    if (behind != PITH_NONE && pith__is_telling(l->document, l->pieces->items[cue].end - 1))
        behind = PITH_NONE; /* who is told */
    if (before == PITH_NONE || behind == PITH_NONE)
        return before == PITH_NONE ? behind : before;
    return distance(l, cue, before) <= distance(l, cue, behind) ? before : behind;
}

static pith__range range_of(const linking *l, uint32_t piece)
{
    if (piece == PITH_NONE)
        return (pith__range){0, 0};
    return (pith__range){l->pieces->items[piece].first, l->pieces->items[piece].end};
}

static bool is_word(const linking *l, uint32_t token)
{
    return pith__token_form(l->document, token)->shape != PITH__PUNCTUATION;
}

static pith__range trimmed(const linking *l, pith__range range)
{
    while (range.first < range.end && !is_word(l, range.first))
        range.first++;
    while (range.first < range.end && !is_word(l, range.end - 1))
        range.end--;
    return range;
}

/* ---- …, said X; …, X said ---- */

/* A sentence that ends in a verb of saying with its subject. */
typedef struct closing {
    uint32_t sentence; /* first token */
    uint32_t comma;
    pith__range cue, source;
} closing;

static bool begins_source(const linking *l, uint32_t token)
{
    const pith__document_form *form = pith__token_form(l->document, token);
    return pith__is_capital(form) ||
           form->classes & (PITH__DETERMINER | PITH__INDEFINITE | PITH__ROLE | PITH__COLLECTIVE);
}

/* The comma before a verb and the words that may be its subject, or PITH_NONE. */
static uint32_t comma_before(const linking *l, uint32_t verb, uint32_t first)
{
    uint32_t comma = verb;
    while (comma > first && verb - comma < SUBJECT_MAX && is_word(l, comma - 1))
        comma--;
    return comma > first + 1 && is_comma(l, comma - 1) ? comma - 1 : PITH_NONE;
}

/* Whether a quotation mark stands among the tokens. Binary search. */
static bool has_mark(const linking *l, uint32_t first, uint32_t end)
{
    const pith__marks *marks = &l->document->marks;
    const pith__token *tokens = l->document->tokens.token.items;
    uint32_t low = 0, high = marks->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (marks->items[middle].span.start < tokens[first].start)
            low = middle + 1;
        else
            high = middle;
    }
    return low < marks->count && marks->items[low].span.start < tokens[end].start;
}

/* Whether a content begins behind a piece and before a token. */
static bool has_content(const linking *l, uint32_t piece, uint32_t end)
{
    const pith__piece *pieces = l->pieces->items;
    for (uint32_t i = piece + 1; i < l->pieces->count && pieces[i].first < end; i++) {
        if (pieces[i].kind == PITH__CONTENT)
            return true;
    }
    return false;
}

/* Whether nothing but a stop stands from a token to the end of its sentence. */
static bool ends_behind(const linking *l, uint32_t token, uint32_t end)
{
    while (token < end && !is_word(l, token))
        token++;
    return token == end;
}

/* Whether the piece before the cue that is piece number `cue` in the sentence from `first` on is
 * what belongs to another cue, which is no verb of saying: "Finland supports … , said Xi." */
static bool is_only_other(const linking *l, uint32_t cue, uint32_t first)
{
    const pith__piece *pieces = l->pieces->items;
    bool other = false;
    for (uint32_t i = cue; i > 0 && pieces[i - 1].first >= first; i--) {
        uint32_t verb = pieces[i - 1].end - 1;
        if (pieces[i - 1].kind != PITH__CUE)
            continue;
        if (other || pith__token_form(l->document, verb)->classes & PITH__SPEECH_VERB)
            return false;
        other = true;
    }
    return other;
}

/* Whether the cue that is piece number `cue` closes its sentence in this way, after nothing but
 * what is said. */
static bool is_closing(const linking *l, uint32_t cue, closing *found)
{
    const pith__tokens *tokens = &l->document->tokens;
    const pith__piece *pieces = l->pieces->items;
    uint32_t verb = pieces[cue].first;
    uint32_t sentence = l->sentence[cue];
    uint32_t first = tokens->first[sentence], end = tokens->first[sentence + 1];
    uint32_t comma = comma_before(l, verb, first), piece = cue;
    if (comma == PITH_NONE || end - verb > CLOSING_MAX ||
        !(pith__token_form(l->document, verb)->classes & PITH__SPEECH_VERB))
        return false;
    pith__range source = {comma + 1, verb};
    if (pith__range_empty(source)) {
        source = (pith__range){verb + 1, verb + 1};
        while (source.end < end && is_word(l, source.end))
            source.end++;
    }
    if (pith__range_empty(source) || !begins_source(l, source.first))
        return false;
    *found = (closing){first, comma, {verb, verb + 1}, source};
    bool told = cue > 0 && pieces[cue - 1].kind == PITH__CONTENT && pieces[cue - 1].leading &&
                pieces[cue - 1].first >= first;
    if (source.first > verb && ends_behind(l, source.end, end) && !has_mark(l, first, comma) &&
        (told || is_only_other(l, cue, first)))
        return true; /* "…, said Xi.": whatever else the sentence tells */
    /* the first content, or the rest of the sentence where there is none */
    bool leads = !has_mark(l, first, comma) && !has_content(l, cue, end);
    while (piece > 0 && pieces[piece - 1].first >= first) {
        const pith__piece *p = &pieces[--piece];
        if (p->kind == PITH__CUE)
            return false;
        leads = p->kind == PITH__CONTENT ? p->leading : leads;
    }
    return leads;
}

/* Where a sentence begins behind a dateline: Lima, Peru (CNN) | A wall …; LIMA — | A wall …. */
static uint32_t behind_dateline(const linking *l, uint32_t first, uint32_t end)
{
    uint32_t limit = end - first > DATELINE_MAX ? first + DATELINE_MAX : end;
    bool open = false;
    for (uint32_t t = first; t < limit; t++) {
        const pith__document_form *form = pith__token_form(l->document, t);
        open |= strcmp(form->lower, "(") == 0;
        if (form->shape == PITH__LOWER)
            break;
        if ((open && strcmp(form->lower, ")") == 0) || (t > first && is_dash(l, t)))
            return t + 1 < end ? t + 1 : first;
    }
    return first;
}

/* All of the sentence before the comma is one content, in place of what the tagger made of it. */
static void mend_closing(const linking *l, uint32_t cue, pith__reports *reports)
{
    closing c;
    if (!is_closing(l, cue, &c))
        return;
    while (reports->count && reports->items[reports->count - 1].content.first >= c.sentence)
        reports->count--;
    pith__range content =
        trimmed(l, (pith__range){behind_dateline(l, c.sentence, c.comma), c.comma});
    *pith__array_add(l->arena, reports) = (pith__report){content, c.cue, c.source, SURE};
}

/* ---- According to X, …; …, according to X ---- */

static bool is_written(const linking *l, uint32_t token, uint32_t end, const char *lower)
{
    return token < end && strcmp(pith__token_form(l->document, token)->lower, lower) == 0;
}

static uint32_t comma_from(const linking *l, uint32_t token, uint32_t end)
{
    while (token < end && !is_comma(l, token))
        token++;
    return token;
}

/* The comma behind the source that begins at a token, and behind what is put beside it ("X, a
 * doctor,"); end if there is none near. */
static uint32_t comma_after_source(const linking *l, uint32_t token, uint32_t end)
{
    uint32_t limit = end - token < NAMING_MAX ? end : token + NAMING_MAX;
    uint32_t comma = comma_from(l, token, limit);
    if (is_written(l, comma + 1, limit, "a") || is_written(l, comma + 1, limit, "an") ||
        is_written(l, comma + 1, limit, "who")) {
        uint32_t second = comma_from(l, comma + 1, limit);
        comma = second < limit ? second : comma;
    }
    return comma < limit ? comma : end;
}

/* The rest of a sentence that names its source in this way is one content. */
static bool is_according(const linking *l, uint32_t cue, uint32_t first, uint32_t end,
                         pith__report *found)
{
    uint32_t at = l->pieces->items[cue].first, comma = end;
    if (!is_written(l, at, end, "according") || !is_written(l, at + 1, end, "to"))
        return false;
    found->cue = (pith__range){at, at + 2};
    found->source_score = SURE;
    if (at == first) {
        comma = comma_after_source(l, at + 2, end);
        found->content = trimmed(l, (pith__range){comma < end ? comma + 1 : end, end});
    } else if (is_comma(l, at - 1)) {
        comma = comma_from(l, at + 2, end);
        found->content = trimmed(l, (pith__range){first, at - 1});
    }
    found->source = trimmed(l, (pith__range){at + 2, comma});
    return !pith__range_empty(found->content) && !pith__range_empty(found->source);
}

/* Takes the sentence of a cue that is piece *piece, unless it has other cues; moves *piece to the
 * last piece of the sentence. */
static bool take_according(const linking *l, uint32_t *piece, pith__reports *reports)
{
    const pith__piece *pieces = l->pieces->items;
    const pith__tokens *tokens = &l->document->tokens;
    uint32_t sentence = l->sentence[*piece];
    uint32_t first = tokens->first[sentence], end = tokens->first[sentence + 1];
    pith__report report = {0};
    if (!is_according(l, *piece, first, end, &report))
        return false;
    uint32_t last = *piece;
    for (uint32_t i = *piece; i > 0 && pieces[i - 1].first >= first; i--)
        if (pieces[i - 1].kind == PITH__CUE)
            return false;
    for (; last + 1 < l->pieces->count && pieces[last + 1].first < end; last++)
        if (pieces[last + 1].kind == PITH__CUE)
            return false;
    while (reports->count && reports->items[reports->count - 1].content.first >= first)
        reports->count--;
    *pith__array_add(l->arena, reports) = report;
    *piece = last;
    return true;
}

/* ---- X told Y the … ---- */

static uint32_t sentence_end(const linking *l, uint32_t piece)
{
    return l->document->tokens.first[l->sentence[piece] + 1];
}

static uint32_t told_clause(const linking *l, uint32_t cue)
{
    return pith__told_clause(l->document, l->pieces->items[cue].end - 1, sentence_end(l, cue));
}

/* Adds what the tagger did not see of it: the rest of the sentence. */
static void add_told(const linking *l, uint32_t cue, pith__reports *reports)
{
    uint32_t told = told_clause(l, cue), end = sentence_end(l, cue);
    if (told == PITH_NONE || has_content(l, cue, end))
        return;
    uint32_t source = source_beside(l, cue, -1);
    pith__report report = {trimmed(l, (pith__range){told, end}), range_of(l, cue), {0, 0}, 0};
    if (source != PITH_NONE) {
        report.source = trimmed(l, range_of(l, source));
        report.source_score = SURE;
    }
    *pith__array_add(l->arena, reports) = report;
}

static void add_report(const linking *l, uint32_t piece, pith__reports *reports)
{
    pith__range content = trimmed(l, range_of(l, piece));
    if (pith__range_empty(content))
        return;
    uint32_t cue = cue_of(l, piece), from = cue == PITH_NONE ? piece : cue;
    uint32_t source = source_of(l, from);
    pith__report report = {content, trimmed(l, range_of(l, cue)), {0, 0}, 0};
    uint32_t told = cue == PITH_NONE ? PITH_NONE : told_clause(l, cue);
    if (told != PITH_NONE && content.first < told && told < content.end)
        report.content.first = told;
    if (source != PITH_NONE) {
        report.source = trimmed(l, range_of(l, source));
        report.source_score = distance(l, from, source) <= SOURCE_NEAR ? SURE : LIKELY;
    }
    *pith__array_add(l->arena, reports) = report;
}

pith__reports pith__reports_link(pith__arena *arena, const pith_document *document,
                                 const pith__pieces *pieces)
{
    linking l = {arena, document, pieces, sentences_of(arena, document, pieces)};
    pith__reports reports = {0};
    for (uint32_t i = 0; i < pieces->count; i++) {
        if (pieces->items[i].kind == PITH__CONTENT)
            add_report(&l, i, &reports);
        else if (pieces->items[i].kind == PITH__CUE && !take_according(&l, &i, &reports))
            mend_closing(&l, i, &reports), add_told(&l, i, &reports);
    }
    return reports;
}
