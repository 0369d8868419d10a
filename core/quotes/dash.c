#include "quotes/dash.h"

#include <string.h>

#include "ground/utf8.h"
#include "quotes/cue.h"
#include "quotes/narrator.h"

enum {
    SENTENCE_MAX = 80, /* tokens of a sentence that is looked at */
    PAST_MAX = 6,      /* tokens from a dash to a verb in the past */
    CUE_REACH = 4,     /* tokens between the dash of an inserted clause and its verb */
    INNER_MIN = 3,     /* speeches inside paragraphs that show the habit */
    TOLD_INNER = 3,    /* points of a sentence that the author tells, with that habit */
    TOLD_OTHERS = 5    /* and without */
};

typedef struct walk {
    pith__arena *arena;
    const pith__lexicon *lexicon;
    const pith_document *document;
    pith__markeds out;
    uint32_t first, end; /* tokens of the paragraph */
    bool french, russian;
    bool attached; /* the dash that opens the paragraph touches its first word */
    bool inner;    /* speeches begin in the middle of paragraphs too */
    bool dashed;   /* a dash opened it, not a mark */
    bool goes_on;  /* a piece of the paragraph is out already */
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

/* Whether nothing parts the token from the one before. */
static bool is_joined(const walk *w, uint32_t token)
{
    return token > 0 && pith__token_span(w->document, token - 1).end ==
                            w->document->tokens.token.items[token].start;
}

/* "—Pues yo sí. —Pablo entró.": where dashes touch the words that they open, one inside a paragraph
 * opens the author's. */
static bool opens_aside(const walk *w, uint32_t dash)
{
    return w->attached && !w->french && dash + 1 < w->end && is_joined(w, dash + 1) &&
           !is_joined(w, dash);
}

/* A Russian verb in the past, by its ending. */
static bool is_past(const walk *w, uint32_t token)
{
    static const char *const endings[] = {"л", "ла", "ло", "ли", "лся", "лась", "лись"};
    const pith__document_form *form = form_at(w, token);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t size = strlen(endings[i]);
        if (form->lower_length > size + 2 &&
            memcmp(form->lower + form->lower_length - size, endings[i], size) == 0)
            return true;
    }
    return false;
}

/* "— Да, — кивнула Анна.", "— Нет. — Он встал.": a verb in the past behind the dash, or behind he,
 * she, they or a name there. */
static bool opens_past(const walk *w, uint32_t dash)
{
    enum { THIRD = PITH__PRONOUN_MALE | PITH__PRONOUN_FEMALE | PITH__PRONOUN_PLURAL };
    uint32_t limit = w->end - dash > PAST_MAX ? dash + PAST_MAX : w->end;
    if (!w->russian || dash + 1 >= w->end || form_at(w, dash + 1)->classes & PITH__PRONOUN_OTHER)
        return false;
    if (form_at(w, dash + 1)->shape == PITH__LOWER)
        return form_at(w, dash - 1)->shape == PITH__PUNCTUATION && is_past(w, dash + 1);
    for (uint32_t t = dash + 2; t < limit && form_at(w, t)->shape == PITH__LOWER; t++) {
        if (is_past(w, t))
            return form_at(w, dash + 1)->classes & THIRD || t == dash + 2;
    }
    return false;
}

/* Whether a sentence ends with the token: no stop of an abbreviation (M. Blanc). */
static bool ends_sentence(const walk *w, uint32_t token)
{
    if (!is_stop(w, token))
        return false;
    if (token + 1 >= w->end || !is_written(w, token, "."))
        return true;
    const pith__token *tokens = w->document->tokens.token.items;
    return pith__sentence_at(w->document, tokens[token].start) !=
           pith__sentence_at(w->document, tokens[token + 1].start);
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

/* dit-il, s'écria-t-elle, but no question ("viendra-t-il"): a verb that tells, with its pronoun. */
static bool is_inverted(const walk *w, uint32_t token)
{
    static const char *const endings[] = {"ait-il", "ait-elle", "a-t-il", "a-t-elle",
                                          "it-il",  "it-elle",  "ut-il",  "ut-elle"};
    const pith__document_form *form = form_at(w, token);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t size = strlen(endings[i]);
        const char *rest = form->lower + form->lower_length - size;
        if (form->lower_length > size + 1 && memcmp(rest, endings[i], size) == 0)
            return memcmp(rest, "a-t-", 4) != 0 || rest[-1] != 'r';
    }
    return false;
}

/* Whether a clause of the author's begins at the token, without a dash: ", dit Paul", "! lui
 * dit-il", ", avait-il dit". */
static bool begins_clause(const walk *w, uint32_t token)
{
    const pith__document_form *form = form_at(w, token);
    if (token <= w->first + 1 || form->shape != PITH__LOWER ||
        form->classes & PITH__PRONOUN_OTHER || form_at(w, token - 1)->shape != PITH__PUNCTUATION)
        return false;
    bool next = token + 1 < w->end && is_cue(w, token + 1);
    bool clitic = form->length <= 4 && next;
    return is_cue(w, token) || clitic || (w->french && is_inverted(w, token));
}

/* Whether what follows the comma behind "dit Paul" still is the author's: "en riant". */
static bool is_circumstance(const walk *w, uint32_t token)
{
    const pith__document_form *form = form_at(w, token);
    return form->classes & PITH__PREPOSITION || pith__form_ends(form, 5, "ant");
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
        if (!dashed && (ends_sentence(w, t) || is_written(w, t, ":") || is_written(w, t, ";")))
            return t + 1;
        if (!dashed && is_written(w, t, ",") && t + 1 < w->end && !is_circumstance(w, t + 1))
            return t + 1;
    }
    return w->end;
}

/* Where the sentence ends that begins at the token. */
static uint32_t sentence_end(const walk *w, uint32_t token)
{
    uint32_t t = token, limit = w->end - token > SENTENCE_MAX ? token + SENTENCE_MAX : w->end;
    while (t < limit && !ends_sentence(w, t) && !begins_speech(w, t))
        t++;
    return t < limit && !begins_speech(w, t) ? t + 1 : t;
}

/* Whether the author tells on at the token, where a sentence begins. */
static bool begins_narration(const walk *w, uint32_t token)
{
    if (!w->french || !w->dashed || form_at(w, token)->shape != PITH__CAPITAL)
        return false;
    return pith__told(w->document, token, sentence_end(w, token)) >=
           (w->inner ? TOLD_INNER : TOLD_OTHERS);
}

/* Where speech begins again behind it. */
static uint32_t narration_end(const walk *w, uint32_t token)
{
    while (token < w->end && !(w->inner && begins_speech(w, token)))
        token++;
    return token;
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
                                                         .end = end,
                                                         .outer_first = first,
                                                         .outer_end = end};
    w->goes_on = true;
}

/* Where the author's words that begin at the token end, or the token if none do. `from`: where the
 * piece of speech began. */
static uint32_t authors_end(const walk *w, uint32_t token, uint32_t from)
{
    bool dashed = token > from && is_dash(form_at(w, token)->lower) &&
                  (has_cue(w, token + 1) || opens_aside(w, token) || opens_past(w, token));
    if (dashed || begins_clause(w, token))
        return clause_end(w, dashed ? token + 1 : token, dashed);
    bool opens = token > w->first + 1 && (token == from || ends_sentence(w, token - 1));
    return opens && begins_narration(w, token) ? narration_end(w, token) : token;
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
        uint32_t end = authors_end(w, t, from);
        if (end == t)
            continue;
        add(w, from, t);
        from = end;
        t = end - 1;
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
    w->dashed = w->attached = false;
    cut(w, region->first, region->goes_on);
    if (w->out.count == before + 1 && w->out.items[before].end == region->end)
        w->out.items[before] = *region;
}

static void enter_paragraph(walk *w, uint32_t paragraph)
{
    pith_span span = w->document->paragraphs.items[paragraph].span;
    w->first = pith__token_at(w->document, span.start);
    w->end = pith__token_at(w->document, span.end);
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

/* Whether speeches begin in the middle of paragraphs often: a novel that was printed so, or lost
 * its line ends. What is in marks does not count. */
static bool has_inner_speeches(walk *w, const pith__markeds *regions)
{
    uint32_t count = 0, region = 0;
    for (uint32_t p = 0; p < w->document->paragraphs.count && count < INNER_MIN; p++) {
        enter_paragraph(w, p);
        for (uint32_t t = w->first; t < w->end && count < INNER_MIN; t++) {
            while (region < regions->count && regions->items[region].end <= t)
                region++;
            bool marked = region < regions->count && regions->items[region].first <= t;
            count += !marked && begins_speech(w, t);
        }
    }
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
    w.russian = strcmp(document->language->code, "ru") == 0;
    w.inner = w.french && has_inner_speeches(&w, &regions);
    for (uint32_t p = 0; p < document->paragraphs.count; p++) {
        pith_span span = document->paragraphs.items[p].span;
        enter_paragraph(&w, p);
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
        w.attached = speech + 1 < end && is_joined(&w, speech + 1);
        w.dashed = true;
        cut(&w, speech + 1, false);
    }
    for (; next < regions.count; next++)
        take(&w, &regions.items[next]);
    return w.out;
}
