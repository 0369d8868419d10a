#include "quotes/marked.h"

#include <assert.h>
#include <string.h>

#include "ground/utf8.h"

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

static bool has_word(const finder *f, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        if (pith__token_form(f->document, i)->shape != PITH__PUNCTUATION)
            return true;
    }
    return false;
}

static void add(finder *f, pith_span outer, pith_span inner, bool goes_on)
{
    pith__marked region = {.outer = outer, .span = trimmed(f, inner), .goes_on = goes_on};
    region.first = pith__token_at(f->document, region.span.start);
    region.end = pith__token_at(f->document, region.span.end);
    if (has_word(f, region.first, region.end))
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

/* ---- evidence ---- */

enum {
    CUE_REACH = 6,    /* tokens between a region and its word of saying */
    NICKNAME_MAX = 3, /* words of a nickname */
    RESUME_MAX = 16,  /* tokens between the pieces of one speech */
    TERM_MAX = 5,     /* words of a term, title or scare quote */
    LONG = 6          /* words that make a clause likely */
};

/* What is known of a region when its class is decided. */
typedef struct evidence {
    uint32_t words;     /* in it */
    uint32_t capitals;  /* of them */
    bool capital;       /* it begins with one, or its script has none */
    bool terminated;    /* . ! ? … ends it, inside the marks */
    bool stopped;       /* a comma ends it, inside the marks or right behind them */
    bool opens;         /* its paragraph or sentence begins with it, or a colon goes before */
    bool after_comma;   /* a comma goes before */
    bool cue;           /* a word of saying is near */
    bool named;         /* so-called, known as, titled */
    bool resumes;       /* only a cue's clause parts it from the speech before it */
    bool between_names; /* Dwayne “The Rock” Johnson */
} evidence;

static const pith__document_form *form_at(const finder *f, uint32_t token)
{
    return pith__token_form(f->document, token);
}

static uint32_t code_at(const finder *f, uint32_t token)
{
    uint32_t at = f->document->tokens.token.items[token].start;
    return pith__utf8_next(f->document->text.bytes, &at);
}

static bool is_terminator(uint32_t code)
{
    static const uint32_t codes[] = {'.',    '!',    '?',    0x2026, 0x2014, 0x2013,
                                     0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0x0964, 0x061F,
                                     0x06D4, 0x0589, 0x203D, 0x22EF};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        if (codes[i] == code)
            return true;
    }
    return false;
}

static bool is_comma(uint32_t code)
{
    return code == ',' || code == 0xFF0C || code == 0x3001 || code == 0x060C;
}

static bool is_colon(uint32_t code)
{
    return code == ':' || code == 0xFF1A;
}

/* Words that say that what follows is only a name for something. */
static bool is_naming(const pith__document_form *form)
{
    static const char *const words[] = {
        "so-called",   "called",   "titled",   "entitled", "dubbed",  "named",      "nicknamed",
        "termed",      "labeled",  "labelled", "coined",   "known",   "word",       "words",
        "term",        "terms",    "phrase",   "hashtag",  "slogan",  "sogenannte", "sogenannten",
        "sogenannter", "genannt",  "genannte", "dit",      "dite",    "intitulé",   "intitulée",
        "llamado",     "llamada",  "titulado", "chamado",  "chamada", "cosiddetto", "cosiddetta",
        "zogenaamde",  "takzvaný", "takzvaná"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(form->lower, words[i]) == 0)
            return true;
    }
    return false;
}

/* Whether a word of saying stands near, on this side of the sentence's end. */
static bool has_cue(const finder *f, uint32_t from, int step, pith_span paragraph)
{
    const pith__token *tokens = f->document->tokens.token.items;
    uint32_t token = from;
    for (uint32_t i = 0; i < CUE_REACH && token < f->document->tokens.token.count; i++) {
        if (tokens[token].start < paragraph.start || tokens[token].start >= paragraph.end)
            return false;
        if (form_at(f, token)->classes & (PITH__SPEECH_VERB | PITH__SPEECH_NOUN))
            return true;
        if (is_terminator(code_at(f, token)) && form_at(f, token)->shape == PITH__PUNCTUATION)
            return false;
        token = step < 0 ? token - 1 : token + 1; /* token 0 goes to a number beyond the last */
    }
    return false;
}

static bool is_name(const pith__document_form *form)
{
    return form->shape == PITH__CAPITAL || form->shape == PITH__UPPER;
}

static bool begins_like_sentence(const finder *f, const pith__marked *region)
{
    uint32_t at = region->span.start;
    uint32_t code = pith__utf8_next(f->document->text.bytes, &at);
    return !pith__utf8_is_lower(code);
}

static void look_inside(const finder *f, const pith__marked *region, evidence *e)
{
    for (uint32_t i = region->first; i < region->end; i++) {
        const pith__document_form *form = form_at(f, i);
        e->words += form->shape != PITH__PUNCTUATION;
        e->capitals += is_name(form);
    }
    uint32_t last = pith__utf8_before(f->document->text.bytes, region->span.end);
    e->capital = begins_like_sentence(f, region);
    e->terminated = is_terminator(last);
    e->stopped = is_comma(last);
}

static void look_around(const finder *f, const pith__marked *region, pith_span paragraph,
                        evidence *e)
{
    const pith__token *tokens = f->document->tokens.token.items;
    uint32_t before = pith__token_at(f->document, region->outer.start) - 1;
    uint32_t after = pith__token_at(f->document, region->outer.end);
    bool has_before =
        region->outer.start > paragraph.start && tokens[before].start >= paragraph.start;
    bool has_after = after < f->document->tokens.token.count && tokens[after].start < paragraph.end;
    uint32_t left = has_before ? code_at(f, before) : '.';
    e->opens = is_terminator(left) || is_colon(left);
    e->after_comma = is_comma(left);
    e->cue = (has_before && has_cue(f, before, -1, paragraph)) ||
             (has_after && has_cue(f, after, 1, paragraph));
    if (has_after)
        e->stopped |= is_comma(code_at(f, after));
    if (!has_before)
        return;
    e->named = is_naming(form_at(f, before)) ||
               (before > 0 && form_at(f, before)->length <= 2 && is_naming(form_at(f, before - 1)));
    e->between_names = has_after && is_name(form_at(f, before)) && is_name(form_at(f, after));
}

/* “A,” she said, “b.” */
static bool resumes(const finder *f, const pith__marked *region)
{
    const pith__marked *before = region - 1;
    if (region == f->regions.items || before->class != PITH__MARKED_SPEECH || region->goes_on ||
        region->first - before->end > RESUME_MAX)
        return false;
    bool cue = false;
    for (uint32_t i = before->end; i < region->first; i++) {
        bool sign = form_at(f, i)->shape == PITH__PUNCTUATION;
        if (i > before->end + 1 && i + 2 < region->first && sign && is_terminator(code_at(f, i)))
            return false;
        cue |= (form_at(f, i)->classes & PITH__SPEECH_VERB) != 0;
    }
    return cue && pith__utf8_before(f->document->text.bytes, before->span.end) != '.';
}

/* ---- classes ---- */

/* Points for speech; what reaches SPEECH_POINTS is speech. Weighed on novels and news. */
enum { SPEECH_POINTS = 5, DIALOGUE_POINTS = 3 };

/* One marked speech in so many that is answered at once makes a dialogue. */
enum { DIALOGUE_SHARE = 8 };

static int speech_points(const evidence *e)
{
    int points = e->capital ? 1 : -2;
    points += e->opens ? 2 : 0;
    points += e->terminated ? 2 : e->stopped ? 1 : 0;
    points += e->cue ? 2 : 0;
    points += e->after_comma && e->cue ? 1 : 0;
    points += e->words >= LONG ? 1 : 0;
    points += e->words >= 2 * LONG ? 1 : 0;
    points += e->words >= 4 * LONG ? 1 : 0;
    points += e->resumes ? 3 : 0;
    points -= e->words <= 2 && !e->opens ? 1 : 0;
    points -= e->named ? 2 : 0;
    return points;
}

static pith__marked_class class_of(const evidence *e, int enough)
{
    bool small = e->words <= TERM_MAX;
    bool title_like = e->words > 1 && e->capitals * 3 >= e->words * 2;
    if (e->between_names && e->words <= NICKNAME_MAX && !e->stopped && !e->terminated)
        return PITH__MARKED_NICKNAME;
    if (speech_points(e) >= enough)
        return PITH__MARKED_SPEECH;
    if (e->named && small)
        return PITH__MARKED_TERM;
    if (title_like && e->capital && !e->opens)
        return PITH__MARKED_TITLE;
    return e->words < 3 ? PITH__MARKED_SCARE : PITH__MARKED_FRAGMENT;
}

static void classify(finder *f, int enough)
{
    f->paragraph = 0;
    for (uint32_t i = 0; i < f->regions.count; i++) {
        pith__marked *region = &f->regions.items[i];
        evidence e = {0};
        pith_span paragraph = paragraph_of(f, region->outer.start);
        look_inside(f, region, &e);
        look_around(f, region, paragraph, &e);
        e.resumes = resumes(f, region);
        region->class = region->goes_on && i ? region[-1].class : class_of(&e, enough);
        region->stands = e.opens && (e.terminated || e.stopped);
    }
}

bool pith__is_dialogue(const pith_document *document, const pith__markeds *regions)
{
    uint32_t speeches = 0, replies = 0;
    for (uint32_t i = 0; i + 1 < regions->count; i++) {
        const pith__marked *region = &regions->items[i];
        if (region->class != PITH__MARKED_SPEECH)
            continue;
        uint32_t token = region->end, next = region[1].first;
        while (token < next && pith__token_form(document, token)->shape == PITH__PUNCTUATION)
            token++;
        speeches++;
        replies += token == next && !region[1].goes_on;
    }
    return replies >= 2 && replies * DIALOGUE_SHARE >= speeches;
}

pith__markeds pith__markeds_find(pith__arena *arena, const pith_document *document)
{
    finder f = {.arena = arena, .document = document};
    find_regions(&f);
    classify(&f, SPEECH_POINTS);
    if (pith__is_dialogue(document, &f.regions))
        classify(&f, DIALOGUE_POINTS);
    return f.regions;
}
