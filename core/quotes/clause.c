#include "quotes/clause.h"

#include <string.h>

#include "quotes/cue.h"

enum {
    SENTENCE_MAX = 400, /* tokens of a sentence that is looked at */
    OPENING_MAX = 6,    /* tokens between a verb of saying and the clause that it opens */
    SOURCE_MAX = 8,     /* tokens of a source */
    CONTENT_MIN = 3     /* tokens of a clause */
};

typedef struct scan {
    pith__arena *arena;
    const pith__lexicon *lexicon;
    const pith_document *document;
    const pith__markeds *regions;
    pith__reports reports;
    uint32_t region;     /* first that ends behind the sentence's start */
    uint32_t first, end; /* tokens of the sentence, without its last punctuation */
    bool german;
    bool reported; /* the sentence before this one reports */
} scan;

static const pith__document_form *form_at(const scan *s, uint32_t token)
{
    return pith__token_form(s->document, token);
}

static bool is(const scan *s, uint32_t token, uint32_t classes)
{
    return (form_at(s, token)->classes & classes) != 0;
}

static bool is_written(const scan *s, uint32_t token, const char *written)
{
    return token >= s->first && token < s->end && strcmp(form_at(s, token)->lower, written) == 0;
}

static bool is_comma(const scan *s, uint32_t token)
{
    return is_written(s, token, ",") || is_written(s, token, "，");
}

static bool is_name(const scan *s, uint32_t token)
{
    pith__shape shape = form_at(s, token)->shape;
    return shape == PITH__CAPITAL || shape == PITH__UPPER;
}

static bool is_punctuation(const scan *s, uint32_t token)
{
    return form_at(s, token)->shape == PITH__PUNCTUATION;
}

enum {
    PERSONAL = PITH__PRONOUN_MALE | PITH__PRONOUN_FEMALE | PITH__PRONOUN_PLURAL,
    NOMINAL = PERSONAL | PITH__PRONOUN_OTHER | PITH__ROLE | PITH__COLLECTIVE | PITH__HONORIFIC,
    SMALL = PITH__DETERMINER | PITH__INDEFINITE | PITH__PREPOSITION | PITH__PARTICLE
};

/* Forms of the German subjunctive of reported speech that are no other form in the third person
 * (Duden, Die Grammatik: Konjunktiv I of the auxiliaries and modal verbs). */
static bool is_subjunctive(const scan *s, uint32_t token)
{
    static const char *const forms[] = {"sei",    "seien", "habe",   "werde",  "könne",
                                        "müsse",  "solle", "wolle",  "dürfe",  "möge",
                                        "gebe",   "gehe",  "stehe",  "wisse",  "lasse",
                                        "bleibe", "komme", "hätten", "würden", "könnten"};
    const char *lower = form_at(s, token)->lower;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (strcmp(lower, forms[i]) == 0)
            return true;
    }
    return false;
}

static bool has_subjunctive(const scan *s, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t++) {
        if (is_subjunctive(s, t))
            return true;
    }
    return false;
}

/* ---- sources ---- */

/* The words before a verb that name its subject: from the last comma on, without the small words
 * next to the verb (hat, a, не). */
static pith__range source_before(const scan *s, uint32_t verb)
{
    uint32_t end = verb;
    while (end > s->first && !is_punctuation(s, end - 1) && !is_name(s, end - 1) &&
           !is(s, end - 1, NOMINAL))
        end--;
    uint32_t first = end;
    while (first > s->first && end - first < SOURCE_MAX && !is_punctuation(s, first - 1) &&
           (is_name(s, first - 1) || is(s, first - 1, NOMINAL | SMALL)))
        first--;
    while (first < end && is(s, first, PITH__PREPOSITION) && !is(s, first, PITH__DETERMINER))
        first++;
    return verb - end > 3 ? (pith__range){0, 0} : (pith__range){first, end};
}

/* The words from a token on that name somebody: "der Sprecher des Ministeriums". */
static pith__range source_from(const scan *s, uint32_t token)
{
    uint32_t end = token, t = token;
    for (; t < s->end && t - token < SOURCE_MAX && !is_punctuation(s, t); t++) {
        if (is_name(s, t) || is(s, t, NOMINAL))
            end = t + 1;
        else if (!is(s, t, SMALL) && end > token)
            break;
    }
    return (pith__range){token, end};
}

/* ---- reports ---- */

static bool is_in_speech(const scan *s, uint32_t first, uint32_t end)
{
    for (uint32_t i = s->region; i < s->regions->count; i++) {
        const pith__marked *region = &s->regions->items[i];
        if (region->first >= end)
            return false;
        if (region->class == PITH__MARKED_SPEECH && region->end > first)
            return true;
    }
    return false;
}

static bool report(scan *s, pith__range content, pith__range cue, pith__range source)
{
    while (content.first < content.end && is_punctuation(s, content.first))
        content.first++;
    while (content.first < content.end && is_punctuation(s, content.end - 1))
        content.end--;
    if (content.first + CONTENT_MIN > content.end || is_in_speech(s, content.first, content.end))
        return false;
    double score = pith__range_empty(source) ? 0 : 0.7;
    *pith__array_add(s->arena, &s->reports) = (pith__report){content, cue, source, score};
    return true;
}

/* Where the clause begins that a verb of saying opens: at a complementizer, or in German behind a
 * comma if the clause stands in the subjunctive; PITH_NONE. */
static uint32_t clause_after(const scan *s, uint32_t verb)
{
    for (uint32_t t = verb + 1; t < s->end && t <= verb + OPENING_MAX; t++) {
        bool comma = is_comma(s, t - 1);
        if (is(s, t, PITH__COMPLEMENTIZER) && (comma || t == verb + 1))
            return t;
        if (s->german && comma && has_subjunctive(s, t, s->end))
            return t;
        if (is_punctuation(s, t) && !is_comma(s, t))
            return PITH_NONE;
    }
    return PITH_NONE;
}

/* X sagte, dass …; gestern sagte X, dass … */
static bool report_after(scan *s, pith__cue cue)
{
    uint32_t clause = clause_after(s, cue.end - 1);
    if (clause == PITH_NONE)
        return false;
    pith__range source = source_before(s, cue.first);
    if (pith__range_empty(source))
        source = source_from(s, cue.end);
    if (source.end > clause)
        source = (pith__range){0, 0};
    return report(s, (pith__range){clause, s->end}, (pith__range){cue.first, cue.end}, source);
}

/* …, sagte X; …, so X; …, laut X. */
static bool report_before(scan *s, pith__cue cue)
{
    if (cue.first <= s->first + CONTENT_MIN || !is_comma(s, cue.first - 1) ||
        s->end - cue.first > SOURCE_MAX)
        return false;
    pith__range source = source_from(s, cue.end);
    if (pith__range_empty(source))
        return false;
    return report(s, (pith__range){s->first, cue.first - 1}, (pith__range){cue.first, cue.end},
                  source);
}

/* Laut X ist …; selon X, … */
static bool report_of_source(scan *s, pith__cue cue)
{
    if (cue.first != s->first ||
        is_written(s, cue.first, "so")) /* "…, so X" closes a clause only */
        return false;
    pith__range source = source_from(s, cue.end);
    bool comma = is_comma(s, source.end);
    if (pith__range_empty(source) || (!s->german && !comma))
        return false;
    return report(s, (pith__range){source.end, s->end}, (pith__range){cue.first, cue.end}, source);
}

/* A German sentence in the subjunctive goes on with what the one before reported. */
static bool report_going_on(scan *s)
{
    uint32_t end = s->first + OPENING_MAX + 2 < s->end ? s->first + OPENING_MAX + 2 : s->end;
    return s->german && s->reported && has_subjunctive(s, s->first, end) &&
           report(s, (pith__range){s->first, s->end}, (pith__range){0, 0}, (pith__range){0, 0});
}

static bool look(scan *s)
{
    for (uint32_t t = s->first; t < s->end; t++) {
        pith__cue cue = pith__cue_at(s->lexicon, s->document, t, s->end);
        if (!pith__cue_found(cue) || is_in_speech(s, cue.first, cue.end))
            continue;
        bool attributive = cue.classes & PITH__ATTRIBUTIVE;
        if ((attributive ? report_of_source(s, cue) : report_after(s, cue)) ||
            report_before(s, cue))
            return true;
        t = cue.end - 1;
    }
    return report_going_on(s);
}

pith__reports pith__clauses_find(pith__arena *arena, const pith__lexicon *lexicon,
                                 const pith_document *document, const pith__markeds *regions)
{
    scan s = {.arena = arena, .lexicon = lexicon, .document = document, .regions = regions};
    const pith_sentence *sentences = document->sentences.items;
    s.german = strcmp(document->language->code, "de") == 0;
    for (uint32_t i = 0; i < document->sentences.count; i++) {
        s.first = document->tokens.first[i];
        s.end = document->tokens.first[i + 1];
        while (s.region < regions->count && regions->items[s.region].end <= s.first)
            s.region++;
        while (s.end > s.first && is_punctuation(&s, s.end - 1))
            s.end--;
        if (i && sentences[i - 1].paragraph != sentences[i].paragraph)
            s.reported = false;
        s.reported = !sentences[i].heading && s.end - s.first <= SENTENCE_MAX && look(&s);
    }
    return s.reports;
}
