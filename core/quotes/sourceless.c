#include "quotes/sourceless.h"

#include <string.h>

#include "quotes/cue.h"
#include "quotes/german.h"
#include "quotes/nominative.h"

/* How sure a source is of whom a report or a word of saying goes before, or who is no more than a
 * subject. */
static const double OF_REPORT = 0.8, OF_SUBJECT = 0.7;

typedef struct supply {
    const pith__lexicon *lexicon;
    const pith_document *document;
    pith__contents *contents;
    bool german;
} supply;

/* The words of a sentence; none of one that is longer than sentences are. */
static pith__line line_of(const supply *c, uint32_t sentence)
{
    enum { SENTENCE_MAX = 400 };
    pith__line line = {.document = c->document,
                       .first = c->document->tokens.first[sentence],
                       .end = c->document->tokens.first[sentence + 1],
                       .nouns = c->german};
    while (line.end > line.first && pith__line_is_sign(&line, line.end - 1))
        line.end--;
    if (line.end - line.first > SENTENCE_MAX)
        line.end = line.first;
    return line;
}

static uint32_t last_sentence(const supply *c, const pith__content *content)
{
    return pith__sentence_at(c->document, content->span.items[content->span.count - 1].end - 1);
}

/* Whether the second sentence is the first one or the next in its paragraph. */
static bool goes_on(const supply *c, uint32_t first, uint32_t second)
{
    const pith_sentence *sentences = c->document->sentences.items;
    return (first == second || first + 1 == second) && !sentences[first].heading &&
           sentences[first].paragraph == sentences[second].paragraph;
}

static bool is_inside(const pith__content *content, pith_span token)
{
    for (uint32_t i = 0; i < content->span.count && content->span.items[i].start < token.end; i++) {
        if (pith__span_contains(content->span.items[i], token))
            return true;
    }
    return false;
}

/* Whether the content goes on with what somebody said before, by its mood: that of its own words,
 * or, if these are marked speech, of those around it. */
static bool is_reported(const supply *c, const pith__content *content)
{
    pith__line line = line_of(c, content->sentence);
    for (uint32_t t = line.first; t < line.end; t++) {
        bool counts =
            content->kind != PITH_DIRECT || !is_inside(content, pith__token_span(c->document, t));
        if (counts && pith__mood_of(&line, t, t + 1) != PITH__INDICATIVE)
            return true;
    }
    return false;
}

/* Whether a subject is somebody who can have said something, or a name that the text has again. */
static bool is_somebody(const pith__line *line, pith__range subject)
{
    return pith__is_somebody(line, subject) ||
           (subject.end == subject.first + 1 && pith__line_is_name(line, subject.first) &&
            pith__line_form(line, subject.first)->count > 1);
}

static void give(const supply *c, pith__content *content, pith__range source, double score)
{
    if (pith__range_empty(source))
        return;
    content->source = (pith_span){pith__token_span(c->document, source.first).start,
                                  pith__token_span(c->document, source.end - 1).end};
    content->source_score = score;
}

/* Whose word of saying the sentence has, or else its subject, if that is somebody. */
static void carry_subject(const supply *c, pith__content *content, uint32_t sentence)
{
    pith__line line = line_of(c, sentence);
    for (uint32_t t = line.first; t < line.end; t++) {
        pith__cue cue = pith__cue_at(c->lexicon, c->document, t, line.end);
        if (!pith__cue_found(cue) || !(cue.classes & PITH__SPEECH_VERB))
            continue;
        pith__range subject = pith__nominative_of(&line, cue.first, cue.end);
        if (!pith__range_empty(subject) && is_somebody(&line, subject))
            give(c, content, subject, OF_REPORT);
        t = cue.end - 1;
    }
    pith__range subject = pith__nominative_first(&line);
    if (content->source_score == 0 && is_somebody(&line, subject))
        give(c, content, subject, OF_SUBJECT);
}

/* From the report before, if its paragraph has come to no more than one sentence since. */
static void carry_report(const supply *c, pith__content *content, const pith__content *before)
{
    enum { SINCE_MAX = 2 };
    uint32_t last = last_sentence(c, before);
    const pith_sentence *sentences = c->document->sentences.items;
    if (before->source_score == 0 || content->sentence > last + SINCE_MAX ||
        sentences[last].paragraph != sentences[content->sentence].paragraph)
        return;
    content->source = before->source;
    content->source_score = before->source_score < OF_REPORT ? before->source_score : OF_REPORT;
}

static void carry_on(const supply *c, uint32_t i)
{
    pith__content *content = &c->contents->items[i];
    uint32_t sentence = content->sentence;
    bool reported = i > 0 && goes_on(c, last_sentence(c, content - 1), sentence);
    if (!reported && sentence > 0 && goes_on(c, sentence - 1, sentence))
        carry_subject(c, content, sentence - 1);
    if (content->source_score == 0 && i > 0)
        carry_report(c, content, content - 1);
}

/* ---- marked speech ---- */

/* From the clause before its colon, from the sentence around it, or from what follows it there. */
static void give_subject(const supply *c, pith__content *content)
{
    pith__line line = line_of(c, content->sentence);
    uint32_t first = pith__token_at(c->document, content->span.items[0].start);
    uint32_t last = pith__token_at(c->document, content->span.items[content->span.count - 1].end);
    pith__line before = line;
    if (line.first == line.end)
        return;
    before.end = first;
    while (before.end > line.first && pith__line_is_sign(&before, before.end - 1) &&
           !pith__line_has(&before, before.end - 1, ":"))
        before.end--;
    if (before.end > line.first && pith__line_has(&before, before.end - 1, ":")) {
        before.end--;
        give(c, content, pith__nominative_before(&before), OF_REPORT);
        return;
    }
    if (before.end == line.first)
        line.first = last;
    pith__range subject = pith__nominative_first(&line);
    if (!pith__range_empty(subject) && is_somebody(&line, subject))
        give(c, content, subject, OF_REPORT);
}

static void supply_german(const supply *c, uint32_t i)
{
    pith__content *content = &c->contents->items[i];
    if (content->source_score > 0 || content->cue.start < content->cue.end)
        return;
    if (is_reported(c, content))
        carry_on(c, i);
    else if (content->kind == PITH_DIRECT)
        give_subject(c, content);
}

/* ---- verbs without a pronoun ---- */

/* Whether the verb at the token stands by itself in its clause: “…”, explica. */
static bool is_bare(const pith__line *line, uint32_t verb, bool direct)
{
    if (verb == line->first)
        return true;
    bool joined = verb > line->first + 1 && pith__line_is(line, verb - 1, PITH__STOP);
    uint32_t before = verb - 1 - joined;
    return direct && pith__line_is(line, verb, PITH__SPEECH_VERB) &&
           (pith__line_is_sign(line, before) || (joined && verb - 1 == line->first));
}

/* Whoever spoke before in this paragraph, or whom its last sentence is about. */
static void supply_dropped(const supply *c, uint32_t i)
{
    pith__content *content = &c->contents->items[i];
    if (content->source_score > 0 || content->cue.start == content->cue.end)
        return;
    pith__line line = line_of(c, pith__sentence_at(c->document, content->cue.start));
    if (line.first == line.end || !is_bare(&line, pith__token_at(c->document, content->cue.start),
                                           content->kind == PITH_DIRECT))
        return;
    if (i > 0)
        carry_report(c, content, content - 1);
    if (content->source_score > 0 || content->sentence == 0 ||
        !goes_on(c, content->sentence - 1, content->sentence))
        return;
    line = line_of(c, content->sentence - 1);
    pith__range subject = pith__phrase_from(&line, line.first);
    if (subject.first == line.first && is_somebody(&line, subject))
        give(c, content, subject, OF_SUBJECT);
}

void pith__sourceless_supply(const pith__lexicon *lexicon, const pith_document *document,
                             pith__contents *contents)
{
    static const char dropping[] = "ca cs es gl it pl pt ro sk sl hr sr bg";
    const char *code = document->language->code;
    supply c = {lexicon, document, contents, strcmp(code, "de") == 0};
    bool drops = strlen(code) == 2 && strstr(dropping, code);
    for (uint32_t i = 0; (c.german || drops) && i < contents->count; i++) {
        if (c.german)
            supply_german(&c, i);
        else
            supply_dropped(&c, i);
    }
}
