#include "quotes/carried.h"

#include "quotes/cue.h"
#include "quotes/german.h"
#include "quotes/nominative.h"

/* How sure a source is that a report, a word of saying, or no more than a subject goes before. */
static const double OF_REPORT = 0.8, OF_CUE = 0.75, OF_SUBJECT = 0.7;

typedef struct carrying {
    const pith__lexicon *lexicon;
    const pith_document *document;
    pith__contents *contents;
} carrying;

static pith__line line_of(const carrying *c, uint32_t sentence)
{
    pith__line line = {.document = c->document,
                       .first = c->document->tokens.first[sentence],
                       .end = c->document->tokens.first[sentence + 1],
                       .nouns = true};
    while (line.end > line.first && pith__line_is_sign(&line, line.end - 1))
        line.end--;
    return line;
}

static uint32_t last_sentence(const carrying *c, const pith__content *content)
{
    return pith__sentence_at(c->document, content->span.items[content->span.count - 1].end - 1);
}

/* Whether the second sentence is the first one or the next in its paragraph. */
static bool goes_on(const carrying *c, uint32_t first, uint32_t second)
{
    const pith_sentence *sentences = c->document->sentences.items;
    return (first == second || first + 1 == second) && !sentences[first].heading &&
           sentences[first].paragraph == sentences[second].paragraph;
}

/* Whether the content says by its mood alone that somebody else does. */
static bool is_open(const carrying *c, const pith__content *content)
{
    pith__line line = line_of(c, content->sentence);
    return content->source_score == 0 && content->cue.start == content->cue.end &&
           pith__mood_of(&line, line.first, line.end) != PITH__INDICATIVE;
}

static void give(const carrying *c, pith__content *content, pith__range source, double score)
{
    if (pith__range_empty(source))
        return;
    content->source = (pith_span){pith__token_span(c->document, source.first).start,
                                  pith__token_span(c->document, source.end - 1).end};
    content->source_score = score;
}

/* From the sentence before, which quotes nobody: whose word of saying it has, or its subject. */
static void carry_subject(const carrying *c, pith__content *content)
{
    if (content->sentence == 0 || !goes_on(c, content->sentence - 1, content->sentence))
        return;
    pith__line line = line_of(c, content->sentence - 1);
    for (uint32_t t = line.first; t < line.end; t++) {
        pith__cue cue = pith__cue_at(c->lexicon, c->document, t, line.end);
        if (!pith__cue_found(cue) || !(cue.classes & PITH__SPEECH_VERB))
            continue;
        give(c, content, pith__nominative_of(&line, cue.first, cue.end), OF_CUE);
        if (content->source_score > 0)
            return;
        t = cue.end - 1;
    }
    give(c, content, pith__nominative_first(&line), OF_SUBJECT);
}

static void carry_on(const carrying *c, uint32_t i)
{
    pith__content *content = &c->contents->items[i];
    const pith__content *before = i > 0 ? content - 1 : NULL;
    if (!before || before->source_score == 0 ||
        !goes_on(c, last_sentence(c, before), content->sentence)) {
        carry_subject(c, content);
        return;
    }
    content->source = before->source;
    content->source_score = before->source_score < OF_REPORT ? before->source_score : OF_REPORT;
}

void pith__sources_carry(const pith__lexicon *lexicon, const pith_document *document,
                         pith__contents *contents)
{
    carrying c = {lexicon, document, contents};
    for (uint32_t i = 0; i < contents->count; i++) {
        if (is_open(&c, &contents->items[i]))
            carry_on(&c, i);
    }
}
