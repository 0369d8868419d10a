#include "summary/summary.h"

#include <assert.h>
#include <math.h>

#include "summary/query.h"

static uint32_t limit_of(uint32_t option)
{
    return option ? option : UINT32_MAX;
}

static pith__limits limits_of(const pith_document *document, const pith_summary_options *options)
{
    pith__limits limits = {limit_of(options->sentences), limit_of(options->words),
                           limit_of(options->characters), limit_of(options->tokens)};
    if (options->ratio > 0) {
        double share = fmax(1, floor(options->ratio * document->tokens.words));
        if (share < limits.words)
            limits.words = (uint32_t)share;
    }
    return limits;
}

/* Features are found again, since only who asks for them needs them to last. */
static void explain(pith__arena *arena, pith__arena *scratch, const pith__material *material,
                    const pith__scorer *scorer, const double *score, pith__picks picks,
                    pith_summary *summary)
{
    bool weighs = scorer->score == pith__score_auto;
    pith__features features = {0};
    if (weighs)
        features = pith__features_find(arena, material);
    summary->standing =
        pith__standings_find(arena, scratch, material, score, picks, weighs ? &features : NULL);
    summary->sentences = material->bags.sentences;
}

static void join(pith__arena *arena, const pith_document *document, pith_summary *summary)
{
    size_t room = 1;
    for (uint32_t i = 0; i < summary->pick.count; i++)
        room += (size_t)pith__span_length(summary->pick.items[i].span) + 1;
    char *text = pith__arena_alloc(arena, room), *end = text;
    for (uint32_t i = 0; i < summary->pick.count; i++) {
        if (i)
            *end++ = ' ';
        end = pith__piece_write(document, summary->pick.items[i].span, end);
    }
    *end = '\0';
    summary->text = text;
    summary->length = (size_t)(end - text);
}

static void check(const pith_document *document, const pith_summary *summary)
{
    (void)document;
    for (uint32_t i = 0; i < summary->pick.count; i++) {
        const pith_pick *pick = &summary->pick.items[i];
        (void)pick;
        assert(pick->span.start < pick->span.end && pick->span.end <= document->text.length);
        assert(!i || pick[-1].span.end <= pick->span.start);
        assert(isfinite(pick->score));
    }
}

/* Scores and picks; the document has a sentence. */
static void pick(pith__arena *arena, pith__arena *scratch, const pith__material *material,
                 const pith__scorer *scorer, const pith_summary_options *options,
                 pith_summary *summary)
{
    pith__wishes wishes = {limits_of(material->document, options), scorer->repetition,
                           options->context != 0};
    double *score = pith__arena_alloc(scratch, material->bags.sentences * sizeof *score);
    scorer->score(scratch, material, score);
    pith__picks picks = pith__select(arena, scratch, material, score, wishes);
    if (options->explain)
        explain(arena, scratch, material, scorer, score, picks, summary);
    summary->pick.items = picks.items;
    summary->pick.count = picks.count;
    summary->pick.room = picks.room;
}

pith_summary *pith__summarize(pith__arena *arena, pith__arena *scratch,
                              pith__vocabulary *vocabulary, pith__furniture *furniture,
                              const pith_document *document, const pith__scorer *scorer,
                              const pith_summary_options *options)
{
    pith_summary *summary = pith__arena_zero(arena, 1, sizeof *summary);
    summary->method = scorer->name;
    if (document->sentences.count) {
        pith__material material = {.document = document,
                                   .bags = pith__bags_begin(scratch, document),
                                   .seed = options->seed};
        material.candidate = pith__candidates_find(scratch, &vocabulary->lexicon, furniture,
                                                   document, &material.bags);
        if (options->query)
            material.relevance = pith__query_relevance(scratch, scratch, vocabulary, document,
                                                       &material.bags, options->query);
        pick(arena, scratch, &material, scorer, options, summary);
    }
    join(arena, document, summary);
    check(document, summary);
    return summary;
}
