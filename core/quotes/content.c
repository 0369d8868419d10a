#include "quotes/content.h"

#include <assert.h>
#include <string.h>

#include "quotes/clause.h"
#include "quotes/cue.h"
#include "quotes/dash.h"
#include "quotes/german.h"
#include "quotes/label.h"
#include "quotes/sourceless.h"
#include "quotes/subject.h"
#include "quotes/transcript.h"

enum {
    GAP_MAX = 40,        /* tokens of the clause that interrupts a quotation */
    OWN_CUE_MAX = 6,     /* tokens from a quotation to the end of its own cue */
    ANOTHER_MAX = 5,     /* tokens of the cue's clause of another quotation */
    CLAUSE_GAP_MAX = 12, /* of the one that interrupts a reported clause */
    OUTSIDE_MIN = 3,     /* words that a reported piece needs beside marked speech */
    REPORTED_MIN = 2,    /* words of a reported clause: “it” says nothing */
    REACH = 30           /* tokens between a quotation and its cue */
};

/* How sure the subject of a cue behind marked speech is, and a name put beside it. */
static const double SUBJECT_SCORE = 0.8, LABEL_SCORE = 1;

/* A piece of a content, before it is decided which pieces are one. */
typedef struct draft {
    pith__range tokens;
    uint32_t region; /* marked speech that it is, or PITH_NONE */
    pith__range cue, source;
    double source_score;
} draft;

typedef struct finding {
    pith__arena *arena, *scratch;
    const pith__lexicon *lexicon;
    const pith_document *document;
    pith__markeds regions;
    PITH__ARRAY(draft) drafts;
    uint32_t region; /* first that no draft has passed */
    bool english;    /* the tagger tells which fragments are reported; elsewhere all are */
    bool nouns;      /* have capitals */
    pith__contents contents;
} finding;

/* ---- tokens ---- */

static const pith__document_form *form_at(const finding *f, uint32_t token)
{
    return pith__token_form(f->document, token);
}

static bool is_word(const finding *f, uint32_t token)
{
    return form_at(f, token)->shape != PITH__PUNCTUATION;
}

static pith_span span_of(const finding *f, pith__range range)
{
    if (pith__range_empty(range))
        return (pith_span){0, 0};
    return (pith_span){pith__token_span(f->document, range.first).start,
                       pith__token_span(f->document, range.end - 1).end};
}

static uint32_t sentence_of(const finding *f, uint32_t token)
{
    return pith__sentence_at(f->document, f->document->tokens.token.items[token].start);
}

static uint32_t paragraph_of(const finding *f, uint32_t token)
{
    return pith__paragraph_at(f->document, f->document->tokens.token.items[token].start);
}

static bool same_paragraph(const finding *f, uint32_t a, uint32_t b)
{
    return paragraph_of(f, a) == paragraph_of(f, b);
}

/* ---- drafts ---- */

static void draft_region(finding *f, uint32_t region)
{
    const pith__marked *r = &f->regions.items[region];
    *pith__array_add(f->scratch, &f->drafts) =
        (draft){.tokens = {r->first, r->end}, .region = region};
}

/* Whether what is in marks names who speaks: “…”, schreibt die „Neue Post“. */
static bool is_source(const finding *f, const pith__marked *region)
{
    enum { NAME_MAX = 4 };
    uint32_t mark = region->outer_first;
    return !f->english && region->end - region->first <= NAME_MAX && mark > 2 &&
           pith__is_capital(form_at(f, region->first)) &&
           form_at(f, mark - 1)->classes & (PITH__DETERMINER | PITH__INDEFINITE) &&
           form_at(f, mark - 2)->classes & PITH__SPEECH_VERB && !is_word(f, mark - 3);
}

/* Drafts of the marked speech that ends before the token. */
static void draft_regions_before(finding *f, uint32_t token)
{
    for (; f->region < f->regions.count && f->regions.items[f->region].end <= token; f->region++) {
        pith__marked_class class = f->regions.items[f->region].class;
        bool drafted =
            class == PITH__MARKED_SPEECH || (class == PITH__MARKED_FRAGMENT && !f->english);
        if (drafted && !is_source(f, &f->regions.items[f->region]))
            draft_region(f, f->region);
    }
}

static uint32_t words_in(const finding *f, uint32_t first, uint32_t end)
{
    uint32_t words = 0;
    for (uint32_t t = first; t < end; t++)
        words += is_word(f, t);
    return words;
}

/* What marked speech a reported piece overlaps. */
typedef struct overlap {
    uint32_t end;      /* first region behind the piece */
    uint32_t regions;  /* of marked speech */
    uint32_t words;    /* of the piece that are outside of them */
    bool stands;       /* one of the regions stands by itself */
    pith__range whole; /* the piece with all of those regions */
} overlap;

static overlap overlap_of(const finding *f, pith__range piece)
{
    overlap o = {.end = f->region, .whole = piece};
    uint32_t at = piece.first;
    for (; o.end < f->regions.count && f->regions.items[o.end].first < piece.end; o.end++) {
        const pith__marked *r = &f->regions.items[o.end];
        if (r->class != PITH__MARKED_SPEECH)
            continue;
        o.regions++;
        o.stands |= r->stands;
        o.words += at < r->first ? words_in(f, at, r->first) : 0;
        at = r->end;
        o.whole.first = r->first < o.whole.first ? r->first : o.whole.first;
        o.whole.end = r->end > o.whole.end ? r->end : o.whole.end;
    }
    o.words += at < piece.end ? words_in(f, at, piece.end) : 0;
    return o;
}

static void draft_words(finding *f, const pith__report *report, pith__range tokens)
{
    *pith__array_add(f->scratch, &f->drafts) =
        (draft){tokens, PITH_NONE, report->cue, report->source, report->source_score};
}

/* A piece with marked speech in it: speech that stands by itself is cut out. */
static void draft_mixed(finding *f, const pith__report *report, pith__range piece, const overlap *o)
{
    pith__range rest = piece;
    for (; f->region < o->end; f->region++) {
        const pith__marked *r = &f->regions.items[f->region];
        if (r->class != PITH__MARKED_SPEECH)
            continue;
        if (!r->stands) {
            rest.first = r->first < rest.first ? r->first : rest.first;
            rest.end = r->end > rest.end ? r->end : rest.end;
            continue;
        }
        if (r->first > rest.first && words_in(f, rest.first, r->first) >= OUTSIDE_MIN)
            draft_words(f, report, (pith__range){rest.first, r->first});
        draft_region(f, f->region);
        rest.first = r->end;
        rest.end = r->end > rest.end ? r->end : rest.end;
    }
    if (rest.first < rest.end && words_in(f, rest.first, rest.end))
        draft_words(f, report, rest);
}

/* Whether the piece is no content but the subject of the cue that stands behind marked speech: “A,”
 * said her brother. The speech gets it as its source. */
static bool is_subject(finding *f, const pith__report *report)
{
    draft *last = f->drafts.count ? &f->drafts.items[f->drafts.count - 1] : NULL;
    if (!last || last->region == PITH_NONE || report->content.first != report->cue.end ||
        f->regions.items[last->region].outer_end != report->cue.first)
        return false;
    if (pith__range_empty(last->source)) {
        last->source = report->content;
        last->source_score = SUBJECT_SCORE;
    }
    return true;
}

/* Rules are sure of marks, and less of where a clause ends: what is marked in a reported clause is
 * a quotation of its own, and the rest of the clause is left to the author. Returns whether there
 * is any. */
static bool draft_marked(finding *f, const pith__report *report, pith__range piece)
{
    bool any = false;
    for (; f->region < f->regions.count && f->regions.items[f->region].first < piece.end;
         f->region++) {
        pith__marked_class class = f->regions.items[f->region].class;
        if (class == PITH__MARKED_TITLE || class == PITH__MARKED_NICKNAME ||
            class == PITH__MARKED_TERM)
            continue;
        draft_region(f, f->region);
        draft *d = &f->drafts.items[f->drafts.count - 1];
        d->cue = report->cue;
        d->source = report->source;
        d->source_score = report->source_score;
        any = true;
    }
    return any;
}

/* Whether another quotation has the cue: “…,” she said when he called. “…” */
static bool is_anothers(const finding *f, pith__range cue, uint32_t region)
{
    const pith__marked *r = &f->regions.items[region];
    if (pith__range_empty(cue) || region == 0 || r->first < cue.end ||
        sentence_of(f, cue.first) >= sentence_of(f, r->first))
        return false;
    return r[-1].outer_end <= cue.first &&
           sentence_of(f, r[-1].end - 1) == sentence_of(f, cue.first);
}

/* A reported piece that is marked speech and nothing else is that speech; any other takes in all of
 * the marked speech that it overlaps. */
static void draft_report(finding *f, const pith__report *report)
{
    uint32_t taken = f->drafts.count ? f->drafts.items[f->drafts.count - 1].tokens.end : 0;
    pith__range piece = report->content;
    piece.first = piece.first < taken ? taken : piece.first;
    if (piece.first >= piece.end)
        return;
    draft_regions_before(f, piece.first);
    if (is_subject(f, report))
        return;
    if (!f->english && draft_marked(f, report, piece))
        return;
    overlap o = overlap_of(f, piece);
    if (o.regions && o.words < (o.stands ? OUTSIDE_MIN : 1)) {
        uint32_t first = f->drafts.count;
        draft_regions_before(f, o.whole.end);
        for (uint32_t i = first; i < f->drafts.count; i++) {
            if (is_anothers(f, report->cue, f->drafts.items[i].region))
                continue;
            f->drafts.items[i].cue = report->cue;
            f->drafts.items[i].source = report->source;
            f->drafts.items[i].source_score = report->source_score;
        }
        return;
    }
    if (!o.regions && words_in(f, piece.first, piece.end) < REPORTED_MIN)
        return;
    draft_mixed(f, report, piece, &o);
}

/* ---- which drafts are one content ---- */

/* Whether a German verb of saying is a noun here: "das Schreiben". */
static bool is_noun(const finding *f, uint32_t token, pith__cue cue)
{
    pith__line line = {.document = f->document, .end = f->document->tokens.token.count};
    return f->nouns && !(cue.classes & PITH__ATTRIBUTIVE) && pith__is_noun(&line, token);
}

/* The last cue from token `first` on before token `end`, or the first of them. */
static pith__range cue_between(const finding *f, uint32_t first, uint32_t end, bool last)
{
    pith__range found = {0, 0};
    for (uint32_t i = first; i < end; i++) {
        pith__cue cue = pith__cue_at(f->lexicon, f->document, i, end);
        if (!pith__cue_found(cue) || is_noun(f, i, cue))
            continue;
        found = (pith__range){cue.first, cue.end};
        if (!last)
            break;
        i = cue.end - 1;
    }
    return found;
}

/* Whether a sentence ends among the tokens before their last word. */
static bool has_stop(const finding *f, uint32_t first, uint32_t end)
{
    while (end > first + 1 && !is_word(f, end - 1))
        end--;
    return sentence_of(f, first) != sentence_of(f, end - 1);
}

/* Whether the clause behind a quotation, whose cue is given, has a cue for the next one too: ", he
 * said, adding that", "? he asked; and she answered". */
static bool opens_another(const finding *f, pith__range cue, uint32_t end)
{
    uint32_t first = cue.end;
    while (first < end && strcmp(form_at(f, first)->lower, ",") != 0 &&
           strcmp(form_at(f, first)->lower, ";") != 0)
        first++;
    return first + ANOTHER_MAX >= end && first < end &&
           !pith__range_empty(cue_between(f, first, end, false));
}

/* Whether a word of saying stands right behind a region. */
static bool has_own_cue(const finding *f, const pith__marked *region)
{
    uint32_t first = region->outer_end;
    uint32_t end = f->document->tokens.first[sentence_of(f, region->end - 1) + 1];
    end = end > first + OWN_CUE_MAX ? first + OWN_CUE_MAX : end;
    return !pith__range_empty(cue_between(f, first, end, false));
}

/* Whether a comma ends the region, inside its marks or right behind them. */
static bool ends_with_comma(const finding *f, const pith__marked *region)
{
    uint32_t next = region->outer_end;
    return f->document->text.bytes[region->span.end - 1] == ',' ||
           (next < f->document->tokens.token.count && strcmp(form_at(f, next)->lower, ",") == 0);
}

/* Whether the clause between two regions of a paragraph only interrupts one quotation:
 * “A,” she said, “b.” and “A?” she said. “B.” Behind a comma any clause does. */
static bool interrupts(const finding *f, const pith__marked *a, const pith__marked *b)
{
    uint32_t first = a->outer_end, end = b->outer_first;
    if (first >= end || end - first > GAP_MAX || f->document->text.bytes[a->span.end - 1] == '.')
        return false;
    pith__range cue = cue_between(f, first, end, false);
    bool ended = !is_word(f, end - 1) && sentence_of(f, end - 1) != sentence_of(f, b->first);
    if ((ended && has_own_cue(f, b)) || has_stop(f, first, end))
        return false;
    if (pith__range_empty(cue))
        return ends_with_comma(f, a);
    bool small = form_at(f, b->first)->shape == PITH__LOWER && !is_word(f, end - 1);
    return ended || small || !opens_another(f, cue, end);
}

static bool is_in(pith__range inner, uint32_t first, uint32_t end)
{
    return !pith__range_empty(inner) && first <= inner.first && inner.end <= end;
}

/* Whether b goes on with what a says: marked speech reopened or interrupted, or a clause around
 * "he said". */
static bool goes_on(const finding *f, const draft *a, const draft *b)
{
    if (b->region != PITH_NONE && f->regions.items[b->region].goes_on)
        return a->region != PITH_NONE && a->region + 1 == b->region;
    if (!same_paragraph(f, a->tokens.first, b->tokens.first))
        return false;
    if (a->region != PITH_NONE && b->region != PITH_NONE)
        return interrupts(f, &f->regions.items[a->region], &f->regions.items[b->region]);
    uint32_t first = a->tokens.end, end = b->tokens.first;
    return end - first <= CLAUSE_GAP_MAX && is_in(a->cue, first, end) &&
           a->cue.first == b->cue.first && !has_stop(f, first, end);
}

/* ---- contents ---- */

static bool is_and(const finding *f, uint32_t token)
{
    static const char *const words[] = {"and", "e", "en", "et", "i", "och", "og", "und", "y", "и"};
    return form_at(f, token)->shape == PITH__LOWER && /* not: “…,” I said */
           PITH__FORM_IS_ONE_OF(form_at(f, token), words);
}

/* The cue of marked speech: between its pieces, else the nearest one before or behind it in its
 * sentence. */
static pith__range cue_of(const finding *f, const draft *drafts, uint32_t count)
{
    const pith__tokens *tokens = &f->document->tokens;
    for (uint32_t i = 0; i + 1 < count; i++) {
        pith__range cue = cue_between(f, drafts[i].tokens.end, drafts[i + 1].tokens.first, false);
        if (!pith__range_empty(cue))
            return cue;
    }
    uint32_t start = drafts->tokens.first, end = drafts[count - 1].tokens.end;
    uint32_t from = tokens->first[sentence_of(f, start)];
    uint32_t to = tokens->first[sentence_of(f, end - 1) + 1];
    from = start - from > REACH ? start - REACH : from;
    to = to > end + REACH ? end + REACH : to;
    pith__range before = cue_between(f, from, start, true);
    pith__range behind = cue_between(f, end, to, false);
    if (pith__range_empty(before) || pith__range_empty(behind))
        return pith__range_empty(before) ? behind : before;
    if (is_and(f, behind.first - 1)) /* sprachen von „…“ und | forderten */
        return before;
    return start - before.end < behind.first - end ? before : behind;
}

/* The marked region that a number, moved along, leads to from a byte on; NULL if there is none. */
static const pith__marked *region_from(const finding *f, uint32_t byte, uint32_t *region)
{
    while (*region < f->regions.count && f->regions.items[*region].outer.end <= byte)
        ++*region;
    return *region < f->regions.count ? &f->regions.items[*region] : NULL;
}

/* By how much of the letters stands in marks that quote somebody: all but a twentieth is direct.
 * region: a number of a region that is not behind the draft; moved along. */
static pith_kind kind_of(const finding *f, pith__range range, uint32_t *region)
{
    uint32_t inside = 0, all = 0;
    for (uint32_t t = range.first; t < range.end; t++) {
        pith_span span = pith__token_span(f->document, t);
        const pith__marked *r = region_from(f, span.start, region);
        uint32_t letters = is_word(f, t) ? span.end - span.start : 0;
        all += letters;
        if (r && r->span.start <= span.start && r->class != PITH__MARKED_TITLE &&
            r->class != PITH__MARKED_NICKNAME)
            inside += letters;
    }
    return inside * 20 >= all * 19 ? PITH_DIRECT : inside ? PITH_MIXED : PITH_INDIRECT;
}

/* The bytes of reported words. A mark at their edge stays if its partner is among them. */
static pith_span words_span(const finding *f, pith__range range, uint32_t region)
{
    pith_span span = span_of(f, range);
    const pith__marked *first = region_from(f, span.start, &region);
    if (first && first->span.start == span.start && first->end < range.end)
        span.start = first->outer.start;
    const pith__marked *last = region_from(f, span.end - 1, &region);
    if (last && last->span.start > span.start && last->span.start < span.end &&
        (last->end <= range.end || !words_in(f, range.end, last->end)))
        span.end = last->outer.end;
    return span;
}

/* Who says marked speech, by word order: the subject of its cue, in what its sentence has around
 * the cue outside the drafts. */
static pith__range subject_of(const finding *f, const draft *drafts, uint32_t count,
                              pith__range cue)
{
    uint32_t sentence = sentence_of(f, cue.first);
    pith__line line = {.document = f->document,
                       .first = f->document->tokens.first[sentence],
                       .end = f->document->tokens.first[sentence + 1],
                       .nouns = f->nouns};
    bool behind = false;
    for (uint32_t i = 0; i < count; i++) {
        pith__range said = drafts[i].tokens;
        if (said.end <= cue.first && said.end >= line.first) {
            line.first = said.end;
            behind = true;
        } else if (said.first >= cue.end && said.first < line.end) {
            line.end = said.first;
        }
    }
    if (behind) {
        pith__line inverted = line;
        inverted.first = cue.first;
        pith__range found = pith__subject_of(&inverted, cue.first, cue.end);
        if (!pith__range_empty(found))
            return found;
    }
    return pith__subject_of(&line, cue.first, cue.end);
}

/* Who says marked speech behind which an unknown verb stands, with its subject: “…”, raunte X. */
static pith__range inverted_of(const finding *f, const draft *last)
{
    enum { SIGNS_MAX = 3 };
    uint32_t sentence = sentence_of(f, last->tokens.end - 1), verb = last->tokens.end;
    pith__line line = {.document = f->document,
                       .first = f->document->tokens.first[sentence],
                       .end = f->document->tokens.first[sentence + 1]};
    while (verb < line.end && verb < last->tokens.end + SIGNS_MAX && !is_word(f, verb))
        verb++;
    bool comma = verb > line.first && verb < line.end && pith__line_has_comma(&line, verb - 1);
    return comma ? pith__inverted_subject(&line, verb) : (pith__range){0, 0};
}

/* The name that is put before the first of the drafts or behind the last. */
static pith__range label_of(const finding *f, const draft *drafts, uint32_t count)
{
    const pith__marked *all = f->regions.items;
    uint32_t first = drafts->region, last = drafts[count - 1].region;
    pith__range label = {0, 0};
    if (last != PITH_NONE)
        label = pith__signature_of(f->document, &all[last]);
    if (pith__range_empty(label) && first != PITH_NONE)
        label = pith__introduction_of(f->document, &all[first]);
    return label;
}

/* Whether the tokens are marks, few of them. */
static bool are_marks(const finding *f, uint32_t first, uint32_t end)
{
    enum { MARKS_MAX = 3 };
    return end - first <= MARKS_MAX && words_in(f, first, end) == 0;
}

/* Whether the tokens of a content are all of its paragraphs. */
static bool is_alone(const finding *f, uint32_t first, uint32_t end)
{
    const pith__paragraph *paragraphs = f->document->paragraphs.items;
    uint32_t start = paragraphs[paragraph_of(f, first)].span.start;
    uint32_t stop = paragraphs[paragraph_of(f, end - 1)].span.end;
    return are_marks(f, pith__token_at(f->document, start), first) &&
           are_marks(f, end, pith__token_at(f->document, stop));
}

static void add_content(finding *f, const draft *drafts, uint32_t count, uint32_t *region)
{
    pith__content *c = pith__array_add(f->arena, &f->contents);
    *c = (pith__content){.sentence = sentence_of(f, drafts->tokens.first)};
    pith__range cue = drafts->cue;
    for (uint32_t i = 0; i < count; i++) {
        const draft *d = &drafts[i];
        bool marked = d->region != PITH_NONE;
        *pith__array_add(f->arena, &c->span) =
            marked ? f->regions.items[d->region].span : words_span(f, d->tokens, *region);
        c->kind |= marked ? PITH_DIRECT : kind_of(f, d->tokens, region);
        cue = pith__range_empty(cue) ? d->cue : cue;
        if (d->source_score > c->source_score) {
            c->source = span_of(f, d->source);
            c->source_score = d->source_score;
        }
    }
    pith__array_trim(f->arena, &c->span);
    c->alone = is_alone(f, drafts->tokens.first, drafts[count - 1].tokens.end);
    if (c->kind & (c->kind - 1)) /* pieces of several kinds */
        c->kind = PITH_MIXED;
    if (pith__range_empty(cue) && c->kind == PITH_DIRECT)
        cue = cue_of(f, drafts, count);
    if (!f->english && !f->nouns && c->kind == PITH_DIRECT && pith__range_empty(cue)) {
        pith__range inverted = inverted_of(f, &drafts[count - 1]);
        c->source = span_of(f, inverted);
        c->source_score = pith__range_empty(inverted) ? 0 : SUBJECT_SCORE;
    }
    c->cue = span_of(f, cue);
    pith__range label = label_of(f, drafts, count);
    if (!pith__range_empty(label)) {
        c->source = span_of(f, label);
        c->source_score = LABEL_SCORE;
    }
    if (!f->english && c->kind == PITH_DIRECT && c->source_score == 0 && !pith__range_empty(cue)) {
        c->source = span_of(f, subject_of(f, drafts, count, cue));
        c->source_score = c->source.end > c->source.start ? SUBJECT_SCORE : 0;
    }
}

static void add_contents(finding *f)
{
    uint32_t region = 0;
    for (uint32_t i = 0, end; i < f->drafts.count; i = end) {
        end = i + 1;
        while (end < f->drafts.count &&
               goes_on(f, &f->drafts.items[end - 1], &f->drafts.items[end]))
            end++;
        add_content(f, &f->drafts.items[i], end - i, &region);
    }
}

static pith__reports reports_of(finding *f, bool unmarked)
{
    if (pith__is_dialogue(f->document, &f->regions))
        return (pith__reports){0};
    if (!f->english)
        return pith__clauses_find(f->scratch, f->lexicon, f->document, &f->regions);
    pith__pieces pieces = pith__tag(f->scratch, f->scratch, f->document, &f->regions, unmarked);
    return pith__reports_link(f->scratch, f->document, &pieces);
}

/* What a statement of a transcript says: a piece a paragraph. */
static pith__content content_of(const finding *f, const pith__statement *statement)
{
    pith__content c = {.kind = PITH_DIRECT,
                       .sentence = sentence_of(f, statement->said),
                       .source = span_of(f, statement->label),
                       .source_score = LABEL_SCORE};
    for (uint32_t i = statement->paragraph; i <= statement->last; i++) {
        pith_span span = f->document->paragraphs.items[i].span;
        if (i == statement->paragraph)
            span.start = pith__token_span(f->document, statement->said).start;
        *pith__array_add(f->arena, &c.span) = span;
    }
    return c;
}

/* Whether brackets enclose it: "(Applause)" between two statements. */
static bool is_direction(const finding *f, const pith__content *content)
{
    char first = f->document->text.bytes[content->span.items->start];
    return first == '(' || first == '[';
}

/* Puts the statements of a transcript in place of the contents that lie in them. */
static void add_statements(finding *f)
{
    pith__statements statements = pith__transcript_find(f->scratch, f->document);
    pith__contents merged = {0};
    uint32_t next = 0;
    if (statements.count == 0)
        return;
    for (uint32_t i = 0; i < statements.count; i++) {
        const pith__paragraph *paragraphs = f->document->paragraphs.items;
        uint32_t start = paragraphs[statements.items[i].paragraph].span.start;
        uint32_t end = paragraphs[statements.items[i].last].span.end;
        for (; next < f->contents.count && f->contents.items[next].span.items->start < end; next++)
            if (f->contents.items[next].span.items->start < start &&
                !(i > 0 && is_direction(f, &f->contents.items[next])))
                *pith__array_add(f->arena, &merged) = f->contents.items[next];
        *pith__array_add(f->arena, &merged) = content_of(f, &statements.items[i]);
    }
    for (; next < f->contents.count; next++)
        *pith__array_add(f->arena, &merged) = f->contents.items[next];
    f->contents = merged;
}

pith__contents pith__contents_find(pith__arena *arena, pith__arena *scratch,
                                   const pith__lexicon *lexicon, const pith_document *document,
                                   bool unmarked)
{
    finding f = {.arena = arena, .scratch = scratch, .lexicon = lexicon, .document = document};
    f.english = strcmp(document->language->code, "en") == 0;
    f.nouns = strcmp(document->language->code, "de") == 0;
    f.regions = pith__markeds_find(scratch, document);
    if (!f.english)
        f.regions = pith__dashes_find(scratch, lexicon, document, f.regions);
    pith__reports reports = reports_of(&f, unmarked);
    for (uint32_t i = 0; i < reports.count; i++)
        draft_report(&f, &reports.items[i]);
    draft_regions_before(&f, UINT32_MAX);
    add_contents(&f);
    pith__sourceless_supply(lexicon, document, &f.contents);
    add_statements(&f);
    return f.contents;
}

bool pith__content_continues(const pith_document *document, const pith__contents *contents,
                             uint32_t content)
{
    const pith__content *c = &contents->items[content];
    if (content == 0 || !c->alone || pith__has_cue(c) || !pith__has_cue(c - 1))
        return false;
    const pith_span *last = &c[-1].span.items[c[-1].span.count - 1];
    return pith__paragraph_at(document, last->start) + 1 ==
           document->sentences.items[c->sentence].paragraph;
}
