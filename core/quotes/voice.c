#include "quotes/voice.h"

#include <assert.h>
#include <string.h>

/* How sure a source near its cue is. */
static const double SOURCE_NEAR = 0.8;

enum {
    LOOK_MAX = 60,   /* mentions looked at on a side of the content */
    FREQUENT_MIN = 5 /* mentions of a person */
};

static uint32_t person_of(const pith__view *v, uint32_t mention)
{
    return mention == PITH_NONE ? PITH_NONE : v->persons->of_mention[mention];
}

static uint32_t paragraph_of(const pith__view *v, const pith__mention *m)
{
    return v->document->sentences.items[m->sentence].paragraph;
}

/* ---- who is called by name ---- */

/* Whether a mark stands before the token, or the content begins with it. */
static bool is_set_off(const pith__view *v, uint32_t token, bool behind)
{
    const pith__token *tokens = v->document->tokens.token.items;
    uint32_t next = behind ? token : token - 1;
    if (behind ? next >= v->document->tokens.token.count || tokens[next].start >= v->whole.end
               : token == 0 || tokens[next].start < v->whole.start)
        return true;
    return pith__token_form(v->document, next)->shape == PITH__PUNCTUATION;
}

/* A name between marks, one of which is a comma: "Listen, Tom", "Tom, listen", "Why, Tom?" */
static bool is_vocative(const pith__view *v, const pith__mention *m)
{
    if (m->kind != PITH__NAME || m->possessive || !is_set_off(v, m->first, false) ||
        !is_set_off(v, m->end, true))
        return false;
    const char *text = v->document->text.bytes;
    bool before = m->first > 0 && text[v->document->tokens.token.items[m->first - 1].start] == ',';
    bool after = m->end < v->document->tokens.token.count &&
                 text[v->document->tokens.token.items[m->end].start] == ',';
    return before || after;
}

static bool is_addressed(const pith__addressed *addressed, uint32_t person)
{
    for (uint32_t i = 0; i < addressed->count; i++)
        if (addressed->person[i] == person)
            return true;
    return false;
}

pith__addressed pith__addressed_find(const pith__view *v)
{
    pith__addressed found = {.count = 0};
    if (v->contents->items[v->content].kind == PITH_INDIRECT)
        return found;
    for (uint32_t i = pith__mention_at(v->mentions, v->whole.start);
         i < v->mentions->count && v->mentions->items[i].span.start < v->whole.end &&
         found.count < PITH__ADDRESSED_MAX;
         i++) {
        uint32_t person = person_of(v, i);
        if (person != PITH_NONE && is_vocative(v, &v->mentions->items[i]) &&
            pith__is_in_content(v, &v->mentions->items[i]))
            found.person[found.count++] = person;
    }
    return found;
}

/* ---- evidence ---- */

static uint32_t kind_evidence(const pith__mention *m, bool known)
{
    static const uint32_t by_kind[][2] = {
        [PITH__NAME] = {1u << PITH__IS_NAME, 1u << PITH__IS_NAME},
        [PITH__DESCRIPTION] = {1u << PITH__IS_DESCRIPTION, 1u << PITH__IS_DESCRIPTION},
        [PITH__PRONOUN] = {1u << PITH__IS_NOBODY, 1u << PITH__IS_PRONOUN},
        [PITH__BODY] = {0, 0}};
    return by_kind[m->kind][known];
}

/* What is known of the person, and who spoke or was spoken to before. */
static uint32_t person_evidence(const pith__view *v, uint32_t person, const pith__addressed *here,
                                const pith__addressed *before)
{
    if (person == PITH_NONE)
        return 0;
    uint32_t evidence = 0;
    bool same = person_of(v, v->before[0]) == person;
    evidence |= (uint32_t)same << PITH__SAME_SPEAKER;
    evidence |= (uint32_t)(!same & (person_of(v, v->before[1]) == person)) << PITH__OTHER_TURN;
    evidence |= (uint32_t)is_addressed(here, person) << PITH__ADDRESSED;
    evidence |= (uint32_t)is_addressed(before, person) << PITH__ANSWERS;
    bool frequent = v->persons->person.items[person].mentions >= FREQUENT_MIN;
    return evidence | (uint32_t)frequent << PITH__FREQUENT;
}

static bool is_english(const pith__view *v)
{
    return strcmp(v->document->language->code, "en") == 0;
}

static uint32_t mention_evidence(const pith__view *v, uint32_t mention)
{
    const pith__mention *m = &v->mentions->items[mention];
    uint8_t beside = v->beside[mention];
    uint32_t evidence = (uint32_t)((beside & PITH__VERB_BEHIND) != 0) << PITH__BEFORE_VERB;
    bool inverted = mention == v->source && !is_english(v); /* "sagte X" is as good as "X sagte" */
    evidence |= (uint32_t)(beside & PITH__VERB_BEFORE && !inverted) << PITH__AFTER_VERB;
    evidence |= (uint32_t)(m->first == v->document->tokens.first[m->sentence]) << PITH__OPENS;
    evidence |= (uint32_t)m->possessive << PITH__IS_POSSESSIVE;
    pith_span cue = v->contents->items[v->content].cue; /* the "to" of "according to" is none */
    bool object = beside & PITH__PREPOSITION_BEFORE &&
                  !pith__span_contains(cue, pith__token_span(v->document, m->first - 1));
    evidence |= (uint32_t)object << PITH__IS_OBJECT;
    evidence |= (uint32_t)m->relative << PITH__IS_RELATIVE;
    return evidence | (uint32_t)m->quoted << PITH__IS_QUOTED;
}

/* What holds for all candidates of the content, and what for its source alone. */
static uint32_t content_evidence(const pith__view *v)
{
    const pith__content *c = &v->contents->items[v->content];
    uint32_t evidence = (uint32_t)(is_english(v) && c->kind == PITH_INDIRECT)
                        << PITH__IS_REPORTED; /* which weighs its tagger */
    uint32_t end = c->cue.start < c->cue.end ? pith__token_at(v->document, c->cue.end) : 0;
    for (uint32_t t = pith__token_at(v->document, c->cue.start); t < end; t++)
        if (pith__word_at(v->words, t)->classes & PITH__SPEECH_VERB)
            return evidence | 1u << PITH__CUE_SAYS;
    return evidence;
}

static bool is_far(const pith__view *v, uint32_t mention)
{
    double score = v->contents->items[v->content].source_score;
    return mention == v->source && score > 0 && score < SOURCE_NEAR;
}

/* Whether the mention stands in the sentence of a source that rules are sure of, outside English,
 * or in that of its content. */
static bool is_beside_source(const pith__view *v, uint32_t mention)
{
    const pith__content *c = &v->contents->items[v->content];
    uint32_t sentence = v->mentions->items[mention].sentence;
    return v->source != PITH_NONE && v->source != mention && !is_english(v) &&
           c->source_score >= SOURCE_NEAR &&
           (v->mentions->items[v->source].sentence == sentence || c->sentence == sentence);
}

/* ---- gathering ---- */

typedef struct gathering {
    const pith__view *view;
    pith__voices *candidates;
    pith__addressed before; /* called by name in the content before */
    uint32_t evidence;      /* that holds for all candidates */
} gathering;

/* rank: how many candidates are nearer on its side. */
static void propose(gathering *g, uint32_t mention, uint32_t rank)
{
    const pith__view *v = g->view;
    const pith__mention *m = &v->mentions->items[mention];
    pith__voices *all = g->candidates;
    uint32_t person = person_of(v, mention);
    if (is_beside_source(v, mention))
        return;
    assert(all->count < PITH__VOICES_MAX);
    uint32_t evidence = kind_evidence(m, person != PITH_NONE) | mention_evidence(v, mention);
    evidence |= person_evidence(v, person, &all->addressed, &g->before);
    evidence |= (uint32_t)(rank == 0) << PITH__NEAREST | (uint32_t)(rank == 1) << PITH__SECOND;
    evidence |= g->evidence | (uint32_t)is_far(v, mention) << PITH__IS_FAR;
    all->items[all->count++] =
        (pith__voice){mention, person, pith__relation_of(v, mention), evidence};
}

/* The same of one that may be there already. */
static void propose_once(gathering *g, uint32_t mention, uint32_t rank)
{
    for (uint32_t i = 0; i < g->candidates->count; i++)
        if (g->candidates->items[i].mention == mention)
            return;
    propose(g, mention, rank);
}

/* Whether the mention can speak: not inside the content, and quoted only if it is next to the cue.
 */
static bool is_open(const pith__view *v, uint32_t mention)
{
    const pith__mention *m = &v->mentions->items[mention];
    return !pith__is_in_content(v, m) && (!m->quoted || pith__relation_is_close(v, mention));
}

static void propose_before(gathering *g, uint32_t before)
{
    for (uint32_t i = before, n = 0, looked = 0; i > 0 && n < PITH__BACK_MAX && looked < LOOK_MAX;
         looked++)
        if (is_open(g->view, --i))
            propose(g, i, n++);
}

static void propose_between(gathering *g, uint32_t before, uint32_t after)
{
    for (uint32_t i = before, n = 0, looked = 0;
         i < after && n < PITH__GAP_MAX && looked < LOOK_MAX; i++, looked++)
        if (is_open(g->view, i))
            propose(g, i, n++);
}

static void propose_after(gathering *g, uint32_t after)
{
    const pith__mentions *mentions = g->view->mentions;
    for (uint32_t i = after, n = 0, looked = 0;
         i < mentions->count && n < PITH__AFTER_MAX && looked < LOOK_MAX &&
         paragraph_of(g->view, &mentions->items[i]) == g->view->paragraph;
         i++, looked++)
        if (is_open(g->view, i))
            propose(g, i, n++);
}

void pith__voices_find(const pith__view *view, pith__voices *candidates)
{
    gathering g = {view, candidates, candidates->addressed, content_evidence(view)};
    uint32_t before = pith__mention_at(view->mentions, view->whole.start);
    uint32_t after = pith__mention_at(view->mentions, view->whole.end);
    candidates->count = 0;
    candidates->addressed = pith__addressed_find(view);
    propose_before(&g, before);
    propose_between(&g, before, after);
    propose_after(&g, after);
    if (view->source != PITH_NONE)
        propose_once(&g, view->source, 0);
    for (int i = 0; i < 2; i++)
        if (view->before[i] != PITH_NONE)
            propose_once(&g, view->before[i], PITH__BACK_MAX);
}
