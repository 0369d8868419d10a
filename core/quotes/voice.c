#include "quotes/voice.h"

#include <assert.h>

/* How sure a source near its cue is, and a label. */
static const double SOURCE_NEAR = 0.8, LABELLED = 1;

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

static bool is_among(const pith__named *named, uint32_t person)
{
    for (uint32_t i = 0; i < named->count; i++)
        if (named->person[i] == person)
            return true;
    return false;
}

pith__named pith__addressed_find(const pith__view *v)
{
    pith__named found = {.count = 0};
    if (v->contents->items[v->content].kind == PITH_INDIRECT)
        return found;
    for (uint32_t i = v->inside; i < v->behind && found.count < PITH__NAMED_MAX; i++) {
        uint32_t person = person_of(v, i);
        if (person != PITH_NONE && is_vocative(v, &v->mentions->items[i]) &&
            pith__is_in_content(v, &v->mentions->items[i]))
            found.person[found.count++] = person;
    }
    return found;
}

/* Who is named in the content that the view is turned to, but not called. */
static pith__named find_spoken_of(const pith__view *v)
{
    pith__named found = {.count = 0};
    for (uint32_t i = v->inside; i < v->behind && found.count < PITH__NAMED_MAX; i++) {
        const pith__mention *m = &v->mentions->items[i];
        uint32_t person = person_of(v, i);
        if (person != PITH_NONE && m->kind == PITH__NAME && !is_among(&found, person) &&
            pith__is_in_content(v, m) && !is_vocative(v, m))
            found.person[found.count++] = person;
    }
    return found;
}

/* ---- evidence ---- */

typedef struct gathering {
    const pith__view *view;
    pith__voices *candidates;
    pith__named before;       /* called by name in the content before */
    uint32_t last[2];         /* persons who said the content before and the one before that */
    uint32_t evidence;        /* that holds for all candidates */
    bool ruled;               /* rules are sure of the source; in English of a label only: */
    uint32_t source_sentence; /* nobody else in its sentence or in that of the content speaks */
} gathering;

static uint32_t kind_evidence(const pith__mention *m, bool known)
{
    static const uint32_t by_kind[][2] = {
        [PITH__NAME] = {1u << PITH__IS_NAME, 1u << PITH__IS_NAME},
        [PITH__DESCRIPTION] = {1u << PITH__IS_DESCRIPTION, 1u << PITH__IS_DESCRIPTION},
        [PITH__PRONOUN] = {1u << PITH__IS_NOBODY, 1u << PITH__IS_PRONOUN},
        [PITH__BODY] = {0, 0}};
    return by_kind[m->kind][known];
}

/* What is seen of a mention whatever the content. */
static uint32_t find_evidence(const pith__view *v, const pith__mention *m, uint32_t person)
{
    bool known = person != PITH_NONE;
    bool frequent = known && v->persons->person.items[person].mentions >= FREQUENT_MIN;
    bool said = pith__classes_before(v->words, m) & PITH__SPEECH_VERB;
    bool opens = m->first == v->document->tokens.first[m->sentence];
    uint32_t evidence = kind_evidence(m, known);
    evidence |= (uint32_t)pith__verb_follows(v->words, m) << PITH__BEFORE_VERB;
    evidence |= (uint32_t)said << PITH__AFTER_VERB;
    evidence |= (uint32_t)opens << PITH__OPENS;
    evidence |= (uint32_t)m->possessive << PITH__IS_POSSESSIVE;
    evidence |= (uint32_t)pith__is_object(v->words, m) << PITH__IS_OBJECT;
    evidence |= (uint32_t)m->relative << PITH__IS_RELATIVE;
    evidence |= (uint32_t)m->quoted << PITH__IS_QUOTED;
    return evidence | (uint32_t)frequent << PITH__FREQUENT;
}

/* The same, which is kept: a mention stands near several contents. */
static uint32_t evidence_of(const pith__view *v, uint32_t mention, uint32_t person)
{
    enum { FOUND = 1 << PITH__EVIDENCES };
    if (!v->evidence[mention])
        v->evidence[mention] = find_evidence(v, &v->mentions->items[mention], person) | FOUND;
    return v->evidence[mention] & ~(uint32_t)FOUND;
}

/* Who spoke or was spoken to before. */
static uint32_t person_evidence(const gathering *g, uint32_t person)
{
    if (person == PITH_NONE)
        return 0;
    uint32_t evidence = (uint32_t)is_among(&g->candidates->addressed, person) << PITH__ADDRESSED |
                        (uint32_t)is_among(&g->candidates->spoken_of, person)
                            << PITH__IS_SPOKEN_OF |
                        (uint32_t)is_among(&g->before, person) << PITH__ANSWERS;
    if (person == g->last[0])
        return evidence | 1u << PITH__SAME_SPEAKER;
    return evidence | (uint32_t)(person == g->last[1]) << PITH__OTHER_TURN;
}

/* The evidence of the source, of which the content stage knows more. */
static uint32_t source_evidence(const pith__view *v, uint32_t evidence)
{
    double score = v->contents->items[v->content].source_score;
    if (!v->english) /* "sagte X" is as good as "X sagte" */
        evidence &= ~(1u << PITH__AFTER_VERB);
    return evidence | (uint32_t)(score > 0 && score < SOURCE_NEAR) << PITH__IS_FAR;
}

static uint32_t mention_evidence(const pith__view *v, uint32_t mention, uint32_t person)
{
    const pith__mention *m = &v->mentions->items[mention];
    uint32_t evidence = evidence_of(v, mention, person);
    if (m->first > v->cue_first && m->first <= v->cue_end &&
        v->attributive) /* the "to" of "according to" */
        evidence &= ~(1u << PITH__IS_OBJECT);
    return mention == v->source ? source_evidence(v, evidence) : evidence;
}

/* What holds for all candidates of the content. */
static uint32_t content_evidence(const pith__view *v)
{
    bool indirect = v->contents->items[v->content].kind == PITH_INDIRECT;
    uint32_t evidence = (uint32_t)(v->english && indirect)
                        << PITH__IS_REPORTED; /* which weighs its tagger */
    for (uint32_t t = v->cue_first; t < v->cue_end; t++)
        if (pith__word_at(v->words, t)->classes & PITH__SPEECH_VERB)
            return evidence | 1u << PITH__CUE_SAYS;
    return evidence | (uint32_t)v->attributive << PITH__CUE_SAYS;
}

/* ---- gathering ---- */

static bool is_ruled_out(const gathering *g, uint32_t mention)
{
    uint32_t sentence = g->view->mentions->items[mention].sentence;
    return g->ruled && mention != g->view->source &&
           (sentence == g->source_sentence ||
            sentence == g->view->contents->items[g->view->content].sentence);
}

/* rank: how many candidates are nearer on its side. */
static inline void propose(gathering *g, uint32_t mention, uint32_t rank, pith__relation relation)
{
    uint32_t person = person_of(g->view, mention);
    if (is_ruled_out(g, mention))
        return;
    assert(g->candidates->count < PITH__VOICES_MAX);
    uint32_t evidence = mention_evidence(g->view, mention, person) | person_evidence(g, person);
    evidence |= (uint32_t)(rank == 0) << PITH__NEAREST | (uint32_t)(rank == 1) << PITH__SECOND;
    pith__voice *voice = &g->candidates->items[g->candidates->count++];
    voice->mention = mention;
    voice->person = person;
    voice->relation = relation;
    voice->evidence = evidence | g->evidence;
}

/* The same of one that may be there already. */
static void propose_once(gathering *g, uint32_t mention, uint32_t rank)
{
    for (uint32_t i = 0; i < g->candidates->count; i++)
        if (g->candidates->items[i].mention == mention)
            return;
    if (mention != PITH_NONE)
        propose(g, mention, rank, pith__relation_of(g->view, mention));
}

/* Takes the mention for a candidate if it can speak: not inside the content, and quoted only if it
 * is next to the cue. Returns the rank of the next one. */
static inline uint32_t consider(gathering *g, uint32_t mention, uint32_t rank)
{
    const pith__mention *m = &g->view->mentions->items[mention];
    if (pith__is_in_content(g->view, m))
        return rank;
    pith__relation relation = pith__relation_of(g->view, mention);
    if (m->quoted && !pith__relation_is_close(relation))
        return rank;
    propose(g, mention, rank, relation);
    return rank + 1;
}

static void propose_before(gathering *g)
{
    uint32_t inside = g->view->inside, n = 0;
    uint32_t last = inside > LOOK_MAX ? inside - LOOK_MAX : 0;
    for (uint32_t i = inside; i > last && n < PITH__BACK_MAX; i--)
        n = consider(g, i - 1, n);
}

static void propose_between(gathering *g)
{
    const pith__view *v = g->view;
    uint32_t end = v->behind - v->inside > LOOK_MAX ? v->inside + LOOK_MAX : v->behind, n = 0;
    for (uint32_t i = v->inside; i < end && n < PITH__GAP_MAX; i++)
        n = consider(g, i, n);
}

static void propose_behind(gathering *g)
{
    const pith__view *v = g->view;
    uint32_t left = v->mentions->count - v->behind, n = 0;
    uint32_t end = v->behind + (left > LOOK_MAX ? LOOK_MAX : left);
    for (uint32_t i = v->behind;
         i < end && n < PITH__AFTER_MAX && paragraph_of(v, &v->mentions->items[i]) == v->paragraph;
         i++)
        n = consider(g, i, n);
}

void pith__voices_find(const pith__view *view, pith__voices *candidates)
{
    gathering g = {
        .view = view,
        .candidates = candidates,
        .before = candidates->addressed,
        .last = {person_of(view, view->before.said[0]), person_of(view, view->before.said[1])},
        .evidence = content_evidence(view)};
    if (view->source != PITH_NONE) {
        g.ruled = view->contents->items[view->content].source_score >=
                  (view->english ? LABELLED : SOURCE_NEAR);
        g.source_sentence = view->mentions->items[view->source].sentence;
    }
    candidates->count = 0;
    candidates->addressed = pith__addressed_find(view);
    candidates->spoken_of = find_spoken_of(view);
    propose_before(&g);
    propose_between(&g);
    propose_behind(&g);
    propose_once(&g, view->source, 0);
    propose_once(&g, view->continued, PITH__BACK_MAX);
    propose_once(&g, view->before.said[0], PITH__BACK_MAX);
    propose_once(&g, view->before.said[1], PITH__BACK_MAX);
}
