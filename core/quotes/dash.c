#include "quotes/dash.h"

#include <string.h>

#include "ground/utf8.h"
#include "quotes/cue.h"

enum {
    CUE_REACH = 4, /* tokens between the dash of an inserted clause and its verb */
    INNER_MIN = 3  /* speeches inside paragraphs that show the habit */
};

typedef struct walk {
    pith__arena *arena;
    const pith__lexicon *lexicon;
    const pith_document *document;
    pith__markeds out;
    uint32_t first, end; /* tokens of the paragraph */
    bool french;
    bool inner;   /* speeches begin in the middle of paragraphs too */
    bool goes_on; /* a piece of the paragraph is out already */
} walk;

static const pith__document_form *form_at(const walk *w, uint32_t token)
{
    return pith__token_form(w->document, token);
}

static bool is_written(const walk *w, uint32_t token, const char *written)
{
    return token < w->end && strcmp(form_at(w, token)->lower, written) == 0;
}

static bool is_dash(const char *lower)
{
    static const char *const dashes[] = {"—", "―", "–", "--", "---", "——"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        if (strcmp(lower, dashes[i]) == 0)
            return true;
    }
    return false;
}

static bool is_stop(const walk *w, uint32_t token)
{
    return is_written(w, token, ".") || is_written(w, token, "!") || is_written(w, token, "?") ||
           is_written(w, token, "…") || is_written(w, token, "...");
}

static bool is_cue(const walk *w, uint32_t token)
{
    pith__cue cue = pith__cue_at(w->lexicon, w->document, token, w->end);
    return pith__cue_found(cue) && cue.classes & PITH__SPEECH_VERB;
}

static bool has_cue(const walk *w, uint32_t from)
{
    for (uint32_t t = from; t < w->end && t < from + CUE_REACH; t++) {
        if (is_cue(w, t))
            return true;
    }
    return false;
}

/* Whether a clause of the author's begins at the token, without a dash: ", dit Paul", "! lui
 * dit-il". */
static bool begins_clause(const walk *w, uint32_t token)
{
    if (token <= w->first + 1 || form_at(w, token)->shape != PITH__LOWER ||
        form_at(w, token)->classes & PITH__PRONOUN_OTHER ||
        form_at(w, token - 1)->shape != PITH__PUNCTUATION)
        return false;
    bool clitic = form_at(w, token)->length <= 4 && token + 1 < w->end && is_cue(w, token + 1);
    return is_cue(w, token) || clitic;
}

/* Whether what follows the comma behind "dit Paul" still is the author's: "en riant". */
static bool is_circumstance(const walk *w, uint32_t token)
{
    const pith__document_form *form = form_at(w, token);
    return form->classes & PITH__PREPOSITION ||
           (form->lower_length > 5 && memcmp(form->lower + form->lower_length - 3, "ant", 3) == 0);
}

/* Whether a speech begins in the middle of a paragraph: "Il se leva. — Entrez !" */
static bool begins_speech(const walk *w, uint32_t token)
{
    return token > w->first && token + 1 < w->end && is_dash(form_at(w, token)->lower) &&
           form_at(w, token + 1)->shape == PITH__CAPITAL &&
           (is_stop(w, token - 1) || is_written(w, token - 1, ":"));
}

/* Where speech goes on behind a clause that begins at the token. */
static uint32_t clause_end(const walk *w, uint32_t token, bool dashed)
{
    for (uint32_t t = token + 1; t < w->end; t++) {
        if (w->inner && begins_speech(w, t))
            return t;
        if (is_dash(form_at(w, t)->lower)) {
            while (t + 1 < w->end && form_at(w, t + 1)->shape == PITH__PUNCTUATION)
                t++;
            return t + 1;
        }
        if (!dashed && (is_stop(w, t) || is_written(w, t, ":")))
            return t + 1;
        if (!dashed && is_written(w, t, ",") && t + 1 < w->end && !is_circumstance(w, t + 1))
            return t + 1;
    }
    return w->end;
}

static void add(walk *w, uint32_t first, uint32_t end)
{
    bool word = false;
    for (uint32_t t = first; t < end; t++)
        word |= form_at(w, t)->shape != PITH__PUNCTUATION;
    if (!word)
        return;
    pith_span span = {pith__token_span(w->document, first).start,
                      pith__token_span(w->document, end - 1).end};
    *pith__array_add(w->arena, &w->out) = (pith__marked){.class = PITH__MARKED_SPEECH,
                                                         .outer = span,
                                                         .span = span,
                                                         .stands = true,
                                                         .goes_on = w->goes_on,
                                                         .first = first,
                                                         .end = end};
    w->goes_on = true;
}

/* Adds the tokens from `from` to the end, without the clauses of the author's. */
static void cut(walk *w, uint32_t from, bool goes_on)
{
    w->goes_on = goes_on;
    for (uint32_t t = from; t < w->end; t++) {
        if (w->inner && begins_speech(w, t)) {
            add(w, from, t);
            w->goes_on = false;
            from = t + 1;
            continue;
        }
        bool dashed = t > from && is_dash(form_at(w, t)->lower) && has_cue(w, t + 1);
        if (!dashed && !begins_clause(w, t))
            continue;
        add(w, from, t);
        from = clause_end(w, dashed ? t + 1 : t, dashed);
        t = from - 1;
    }
    if (from < w->end)
        add(w, from, w->end);
}

/* A region of marks as it is, but French has the clause of the author's inside its marks too:
 * « Il pleut, dit Paul, rentrons. » */
static void take(walk *w, const pith__marked *region)
{
    if (!w->french || region->class != PITH__MARKED_SPEECH) {
        *pith__array_add(w->arena, &w->out) = *region;
        return;
    }
    uint32_t before = w->out.count;
    w->first = region->first - 1;
    w->end = region->end;
    cut(w, region->first, region->goes_on);
    if (w->out.count == before + 1 && w->out.items[before].end == region->end)
        w->out.items[before] = *region;
}

/* Whether the language prints dialogue in this way; elsewhere a dash opens the item of a list. */
static bool has_dash_dialogue(const pith_document *document)
{
    static const char *const codes[] = {"bg", "ca", "da", "el", "es", "et", "fi", "fr",
                                        "hu", "it", "lt", "lv", "no", "pl", "pt", "ro",
                                        "ru", "sl", "sr", "sv", "tr", "uk"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        if (strcmp(document->language->code, codes[i]) == 0)
            return true;
    }
    return false;
}

/* Whether speeches begin in the middle of paragraphs often: a novel that was printed so. */
static bool has_inner_speeches(walk *w)
{
    uint32_t count = 0;
    w->first = 0;
    w->end = w->document->tokens.token.count;
    for (uint32_t t = 0; t < w->end && count < INNER_MIN; t++)
        count += begins_speech(w, t);
    return count == INNER_MIN;
}

/* The dash of the first speech of the paragraph, or where it ends. */
static uint32_t first_speech(const walk *w)
{
    uint32_t t = w->first;
    if (t + 1 < w->end && is_dash(form_at(w, t)->lower) && form_at(w, t + 1)->shape != PITH__LOWER)
        return t;
    while (t < w->end && !(w->inner && begins_speech(w, t)))
        t++;
    return t;
}

pith__markeds pith__dashes_find(pith__arena *arena, const pith__lexicon *lexicon,
                                const pith_document *document, pith__markeds regions)
{
    walk w = {.arena = arena, .lexicon = lexicon, .document = document};
    uint32_t next = 0;
    if (!has_dash_dialogue(document))
        return regions;
    w.french = strcmp(document->language->code, "fr") == 0;
    w.inner = w.french && has_inner_speeches(&w);
    for (uint32_t p = 0; p < document->paragraphs.count; p++) {
        pith_span span = document->paragraphs.items[p].span;
        w.first = pith__token_at(document, span.start);
        w.end = pith__token_at(document, span.end);
        uint32_t speech = first_speech(&w), end = w.end;
        if (speech == end)
            continue;
        uint32_t start = pith__token_span(document, speech).start;
        for (; next < regions.count && regions.items[next].outer.start < start; next++)
            take(&w, &regions.items[next]);
        while (next < regions.count && regions.items[next].outer.start < span.end)
            next++;
        w.first = speech;
        w.end = end;
        cut(&w, speech + 1, false);
    }
    for (; next < regions.count; next++)
        take(&w, &regions.items[next]);
    return w.out;
}
