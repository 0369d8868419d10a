#include "quotes/voice.h"

#include <assert.h>

/* How sure a source near its cue is. */
static const double SOURCE_NEAR = 0.8;

enum { LOOK_MAX = 60 /* mentions looked at on a side of the content */ };

_Static_assert(LOOK_MAX <= 64, "a set of mentions on a side is 64 bits");

static const uint32_t NOBODY = PITH_NONE - 1; /* the number of no person, and not that of none */

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
    for (uint32_t i = v->inside; i < v->behind && found.count < PITH__ADDRESSED_MAX; i++) {
        uint32_t person = person_of(v, i);
        if (person != PITH_NONE && is_vocative(v, &v->mentions->items[i]) &&
            pith__is_in_content(v, &v->mentions->items[i]))
            found.person[found.count++] = person;
    }
    return found;
}

/* ---- gathering ---- */

typedef struct gathering {
    const pith__view *view;
    pith__voices *candidates;
    pith__addressed before;     /* called by name in the content before */
    bool called;                /* anybody was, there or in this content */
    uint32_t last, second;      /* persons who said the content before and the one before that */
    uint32_t evidence;          /* that holds for all candidates */
    bool ruled;                 /* rules are sure of the source, outside English: */
    uint32_t ruled_out[2];      /* nobody else in its sentence or in that of the content speaks */
    bool has_source, has[2];    /* the source and who spoke before are candidates already */
    uint32_t sentence;          /* of the last candidate that its place alone relates, */
    pith__relation by_sentence; /* and how that does */
} gathering;

static uint32_t evidence_of_calls(const gathering *g, uint32_t person)
{
    return (uint32_t)is_addressed(&g->candidates->addressed, person) << PITH__ADDRESSED |
           (uint32_t)is_addressed(&g->before, person) << PITH__ANSWERS;
}

/* rank: how many candidates are nearer on its side. */
static inline void propose(gathering *g, uint32_t mention, uint32_t rank, pith__relation relation,
                           uint32_t evidence)
{
    enum { RANKS = 1 << PITH__NEAREST | 1 << PITH__SECOND };
    _Static_assert(PITH__NEAREST + 1 == PITH__SECOND && PITH__SECOND + PITH__BACK_MAX < 32, "");
    uint32_t person = g->view->persons->of_mention[mention];
    assert(g->candidates->count < PITH__VOICES_MAX && rank <= PITH__BACK_MAX);
    evidence |= g->evidence | (1u << PITH__NEAREST << rank & RANKS);
    evidence |= (uint32_t)(person == g->last) << PITH__SAME_SPEAKER;
    evidence |= (uint32_t)(person == g->second) << PITH__OTHER_TURN;
    if (g->called)
        evidence |= evidence_of_calls(g, person);
    pith__voice *voice = &g->candidates->items[g->candidates->count++];
    voice->mention = mention;
    voice->person = person;
    voice->relation = relation;
    voice->evidence = evidence;
}

static inline bool is_ruled_out(const gathering *g, uint32_t mention, uint32_t sentence)
{
    return g->ruled && mention != g->view->source &&
           (sentence == g->ruled_out[0] || sentence == g->ruled_out[1]);
}

/* One that stands near the content and is none of its special ones. */
static inline void propose_by_place(gathering *g, uint32_t mention, uint32_t rank,
                                    uint32_t evidence)
{
    uint32_t sentence = g->view->mentions->items[mention].sentence;
    if (is_ruled_out(g, mention, sentence))
        return;
    if (sentence != g->sentence) {
        g->sentence = sentence;
        g->by_sentence = pith__relation_by_place(g->view, mention);
    }
    propose(g, mention, rank, g->by_sentence, evidence);
}

/* What is seen of a mention where this content's source and cue are told from others. */
static uint32_t special_evidence(const pith__view *v, uint32_t mention)
{
    uint32_t evidence = v->evidence[mention];
    const pith__content *c = &v->contents->items[v->content];
    bool source = mention == v->source;
    if (source && !v->english) /* "sagte X" is as good as "X sagte" */
        evidence &= ~(1u << PITH__AFTER_VERB);
    if (source && c->source_score > 0 && c->source_score < SOURCE_NEAR)
        evidence |= 1u << PITH__IS_FAR;
    if (pith__is_seen(evidence, PITH__IS_OBJECT) && /* the "to" of "according to" makes none */
        pith__span_contains(c->cue,
                            pith__token_span(v->document, v->mentions->items[mention].first - 1)))
        evidence &= ~(1u << PITH__IS_OBJECT);
    return evidence;
}

static void propose_special(gathering *g, uint32_t mention, uint32_t rank)
{
    const pith__view *v = g->view;
    if (is_ruled_out(g, mention, v->mentions->items[mention].sentence))
        return;
    propose(g, mention, rank, pith__relation_of(v, mention), special_evidence(v, mention));
    g->has_source |= mention == v->source;
    g->has[0] |= mention == v->before[0];
    g->has[1] |= mention == v->before[1];
}

/* Whether the mention can speak: not inside the content, and quoted only if it is next to the cue.
 */
static bool is_open(const pith__view *v, uint32_t mention)
{
    const pith__mention *m = &v->mentions->items[mention];
    if (m->span.start < v->whole.end && m->span.end > v->whole.start && pith__is_in_content(v, m))
        return false;
    return !pith__is_seen(v->evidence[mention], PITH__IS_QUOTED) ||
           pith__relation_is_close(v, mention);
}

/* Takes the mention for a candidate if it can speak; the rank of the next one. */
static inline uint32_t consider(gathering *g, uint32_t mention, uint32_t rank, bool special)
{
    uint32_t evidence = g->view->evidence[mention];
    if (special ? !is_open(g->view, mention) : pith__is_seen(evidence, PITH__IS_QUOTED))
        return rank;
    if (special)
        propose_special(g, mention, rank);
    else
        propose_by_place(g, mention, rank, evidence);
    return rank + 1;
}

/* ---- special mentions ---- */

/* The bit of a mention in a set of those before one, the nearest lowest, or of those from one on.
 */
static uint64_t bit_before(uint32_t end, uint32_t mention)
{
    return mention < end && end - mention <= 64 ? UINT64_C(1) << (end - mention - 1) : 0;
}

static uint64_t bit_from(uint32_t first, uint32_t mention)
{
    return mention >= first && mention - first < 64 ? UINT64_C(1) << (mention - first) : 0;
}

typedef uint64_t bit_function(uint32_t place, uint32_t mention);

/* Those that are more to the content than their place: its source, its cue's neighbours, objects of
 * its cue, and who spoke before. */
static inline uint64_t specials(const pith__view *v, bit_function *bit, uint32_t place)
{
    const pith__token *tokens = v->document->tokens.token.items;
    uint32_t cue_end = v->contents->items[v->content].cue.end;
    uint64_t bits = bit(place, v->source) | bit(place, v->cue_left) | bit(place, v->cue_right) |
                    bit(place, v->before[0]) | bit(place, v->before[1]);
    for (uint32_t i = v->cue_behind; i < v->mentions->count; i++) {
        uint32_t first = v->mentions->items[i].first;
        if (first > 0 && tokens[first - 1].start >= cue_end)
            break;
        bits |= bit(place, i);
    }
    return bits;
}

/* And those close before the content, which may reach into it or introduce it. */
static uint64_t specials_before(const pith__view *v, uint32_t end)
{
    uint64_t bits = specials(v, bit_before, end);
    for (uint32_t i = end; i > 0 && pith__is_near_before(v, &v->mentions->items[i - 1]); i--)
        bits |= bit_before(end, i - 1);
    return bits;
}

/* And those close behind it, which may sign it. */
static uint64_t specials_behind(const pith__view *v, uint32_t first)
{
    uint64_t bits = specials(v, bit_from, first);
    for (uint32_t i = first;
         i < v->mentions->count && pith__is_near_behind(v, &v->mentions->items[i]); i++)
        bits |= bit_from(first, i);
    return bits;
}

/* ---- the sides ---- */

static void propose_before(gathering *g)
{
    uint32_t inside = g->view->inside, n = 0;
    uint32_t last = inside > LOOK_MAX ? inside - LOOK_MAX : 0;
    uint64_t special = specials_before(g->view, inside);
    g->sentence = PITH_NONE;
    for (uint32_t i = inside; i > last && n < PITH__BACK_MAX; i--, special >>= 1)
        n = consider(g, i - 1, n, special & 1);
}

/* What begins inside of the one piece of a content is in it. */
static void propose_between(gathering *g)
{
    const pith__view *v = g->view;
    uint32_t end = v->behind - v->inside > LOOK_MAX ? v->inside + LOOK_MAX : v->behind, n = 0;
    if (v->contents->items[v->content].span.count == 1)
        return;
    for (uint32_t i = v->inside; i < end && n < PITH__GAP_MAX; i++)
        n = consider(g, i, n, true);
}

static void propose_behind(gathering *g)
{
    const pith__view *v = g->view;
    uint32_t left = v->mentions->count - v->behind, n = 0;
    uint32_t end = v->behind + (left > LOOK_MAX ? LOOK_MAX : left);
    if (left == 0 || paragraph_of(v, &v->mentions->items[v->behind]) != v->paragraph)
        return;
    uint64_t special = specials_behind(v, v->behind);
    g->sentence = PITH_NONE;
    for (uint32_t i = v->behind; i < end && n < PITH__AFTER_MAX; i++, special >>= 1) {
        if (paragraph_of(v, &v->mentions->items[i]) != v->paragraph)
            return;
        n = consider(g, i, n, special & 1);
    }
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
    return evidence;
}

static gathering gathering_of(const pith__view *v, pith__voices *candidates)
{
    const pith__content *c = &v->contents->items[v->content];
    gathering g = {.view = v,
                   .candidates = candidates,
                   .before = candidates->addressed,
                   .last = person_of(v, v->before[0]),
                   .second = person_of(v, v->before[1]),
                   .evidence = content_evidence(v)};
    candidates->count = 0;
    candidates->addressed = pith__addressed_find(v);
    g.called = (g.before.count | candidates->addressed.count) > 0;
    g.last = g.last == PITH_NONE ? NOBODY : g.last;
    g.second = g.second == PITH_NONE || g.second == g.last ? NOBODY : g.second;
    g.ruled = v->source != PITH_NONE && !v->english && c->source_score >= SOURCE_NEAR;
    g.ruled_out[0] = c->sentence;
    g.ruled_out[1] = g.ruled ? v->mentions->items[v->source].sentence : c->sentence;
    return g;
}

void pith__voices_find(const pith__view *view, pith__voices *candidates)
{
    gathering g = gathering_of(view, candidates);
    propose_before(&g);
    propose_between(&g);
    propose_behind(&g);
    if (view->source != PITH_NONE && !g.has_source)
        propose_special(&g, view->source, 0);
    for (int i = 0; i < 2; i++)
        if (view->before[i] != PITH_NONE && !g.has[i])
            propose_special(&g, view->before[i], PITH__BACK_MAX);
}
