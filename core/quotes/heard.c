#include "quotes/heard.h"

#include <string.h>

_Static_assert(PITH__POINTERS <= 128, "a hearing has 128 bits");

static const double UNSURE = 0.5; /* below it what stands around a content tells nothing */

enum {
    LOOK_MAX = 40, /* mentions looked at on a side */
    ACTS_MAX = 6,  /* mentions in the author's words before a content, in its paragraph or before */
    AFTER_MAX = 4, /* behind it */
    BETWEEN_MAX = 3, /* between its pieces */
    RECENT_MAX = 6,  /* persons named last */
    SPEAKS_MAX = 12, /* contents before it whose speakers are counted */
    QUARTERS = 4,
    VERB_MAX = 8,  /* words from a verb of saying to what is said */
    MARKS_MAX = 3, /* between a content and the author's words */
    TURN_MAX = 4   /* contents of a turn among which one with a name is looked for */
};

/* ---- turns ---- */

/* Whether a description can be of anybody whom the text knows by name: "the girl", "her mother",
 * but not "the driver", "the General". */
static bool is_anybody(const pith_document *document, const pith__mention *m)
{
    static const char *const words[] = {
        "man",     "woman",    "boy",     "girl",      "lady",   "gentleman", "child",
        "fellow",  "youth",    "person",  "father",    "mother", "son",       "daughter",
        "brother", "sister",   "wife",    "husband",   "uncle",  "aunt",      "cousin",
        "nephew",  "niece",    "friend",  "lover",     "guest",  "host",      "hostess",
        "other",   "stranger", "speaker", "companion", "visitor"};
    for (uint32_t t = m->first; t < m->end; t++)
        if (PITH__FORM_IS_ONE_OF(pith__token_form(document, t), words))
            return true;
    return false;
}

static pith__turn turn_of(const pith__dialogue *d, uint32_t content)
{
    const pith__content *c = &d->view.contents->items[content];
    const pith__attribution *a = &d->found[content];
    pith__turn t = {
        .first = d->view.document->sentences.items[c->sentence].paragraph,
        .last = pith__paragraph_at(d->view.document, c->span.items[c->span.count - 1].end - 1),
        .before = PITH_NONE,
        .after = PITH_NONE,
        .foreseen = PITH_NONE,
        .said = a->person,
        .mention = a->mention};
    if (a->mention == PITH_NONE || a->relation >= PITH__BETWEEN || a->confidence < UNSURE)
        return t;
    const pith__mention *m = &d->view.mentions->items[a->mention];
    t.described = m->kind == PITH__DESCRIPTION && is_anybody(d->view.document, m);
    bool named = !t.described && (m->kind != PITH__PRONOUN || m->gender == PITH__UNKNOWN);
    t.telling = named ? PITH__TOLD_BY_NAME : PITH__TOLD_BY_PRONOUN;
    t.gender = named ? PITH__UNKNOWN : m->gender;
    return t;
}

pith__dialogue pith__dialogue_open(pith__arena *arena, const pith__words *words,
                                   const pith__contents *contents, const pith__mentions *mentions,
                                   const pith__persons *persons, const pith__attribution *found)
{
    pith__dialogue d = {.view = pith__view_open(arena, words, contents, mentions, persons),
                        .found = found};
    d.turn = pith__arena_alloc(arena, (contents->count + 1) * sizeof *d.turn);
    for (uint32_t i = 0; i < contents->count; i++) {
        d.turn[i] = turn_of(&d, i);
        pith__view_turn(&d.view, i, &pith__no_histories);
        d.turn[i].called = pith__addressed_find(&d.view);
        if (i > 0)
            d.turn[i].before = d.turn[i - 1].last < d.turn[i].first ? i - 1 : d.turn[i - 1].before;
    }
    for (uint32_t i = contents->count; i-- > 1;)
        d.turn[i - 1].after = d.turn[i - 1].last < d.turn[i].first ? i : d.turn[i].after;
    return d;
}

/* ---- candidates ---- */

typedef struct gathering {
    const pith__dialogue *dialogue;
    const pith__turn *turn; /* of the content */
    uint32_t content;
    pith_span whole;
    uint32_t sentence; /* in which it begins */
    pith__heard *heard;
} gathering;

static const pith__mention *mention_at(const gathering *g, uint32_t mention)
{
    return &g->dialogue->view.mentions->items[mention];
}

static void point(gathering *g, uint32_t person, uint32_t mention, uint32_t pointer)
{
    pith__heard *all = g->heard;
    uint32_t i = 0;
    if (person == PITH_NONE || g->dialogue->view.persons->person.items[person].nobody)
        return;
    while (i < all->count && all->items[i].person != person)
        i++;
    if (i == PITH__HEARD_MAX)
        return;
    if (i == all->count)
        all->items[all->count++] = (pith__hearing){person, mention, {0, 0}};
    all->items[i].points[pointer / 64] |= UINT64_C(1) << pointer % 64;
}

static void point_at(gathering *g, uint32_t mention, uint32_t pointer)
{
    point(g, g->dialogue->view.persons->of_mention[mention], mention, pointer);
}

/* The turn of a content is said by a person. */
static void point_turn(gathering *g, uint32_t content, uint32_t pointer)
{
    const pith__turn *t = &g->dialogue->turn[content];
    point(g, t->said, t->mention, pointer);
}

/* Paragraphs from one turn to the next, as a number of a pointer: 1, 2, 3 and 4, more. */
static uint32_t step(uint32_t paragraphs, uint32_t most)
{
    uint32_t number = paragraphs <= 1 ? 0 : paragraphs == 2 ? 1 : paragraphs <= 4 ? 2 : 3;
    return number < most ? number : most;
}

static uint32_t most_of(uint32_t a, uint32_t b)
{
    return a > b ? a : b;
}

static void hear_found(gathering *g)
{
    const pith__attribution *a = &g->dialogue->found[g->content];
    uint32_t quarter = (uint32_t)(a->confidence * QUARTERS);
    quarter = quarter < QUARTERS ? quarter : QUARTERS - 1;
    point(g, a->person, a->mention, PITH__FOUND + quarter);
    if (g->turn->described)
        point(g, a->person, a->mention, PITH__FOUND_DESCRIBED);
}

static void hear_turns_before(gathering *g)
{
    const pith__turn *turn = g->dialogue->turn;
    uint32_t last = g->turn->before;
    if (g->content > 0 && turn[g->content - 1].last >= g->turn->first)
        point_turn(g, g->content - 1, PITH__SAME_PARAGRAPH);
    if (last == PITH_NONE)
        return;
    uint32_t apart = g->turn->first - turn[last].last, second = turn[last].before;
    point_turn(g, last, PITH__LAST_TURN + step(apart, 3));
    for (uint32_t i = 0; i < turn[last].called.count; i++)
        point(g, turn[last].called.person[i], PITH_NONE, PITH__REPLIES + step(apart, 2));
    if (second == PITH_NONE)
        return;
    uint32_t other = turn[last].first - turn[second].last;
    if (turn[second].said == turn[last].said)
        point_turn(g, second, PITH__BOTH_TURNS);
    else
        point_turn(g, second, PITH__TURN_BEFORE + step(most_of(apart, other), 3));
    if (turn[second].before != PITH_NONE)
        point_turn(g, turn[second].before, PITH__THIRD_TURN);
}

/* The first content of a turn that a name tells, or PITH_NONE. */
static uint32_t named_in(const gathering *g, uint32_t content)
{
    const pith__turn *turn = g->dialogue->turn;
    uint32_t end = g->dialogue->view.contents->count;
    for (uint32_t i = content; i < end && i < content + TURN_MAX; i++) {
        if (turn[i].first > turn[content].last)
            break;
        if (turn[i].telling == PITH__TOLD_BY_NAME)
            return i;
    }
    return PITH_NONE;
}

static void hear_turns_after(gathering *g)
{
    const pith__turn *turn = g->dialogue->turn;
    uint32_t next = g->turn->after, following = g->content + 1;
    if (following < g->dialogue->view.contents->count && following != next &&
        turn[following].telling == PITH__TOLD_BY_NAME)
        point_turn(g, following, PITH__NEXT_HERE);
    if (next == PITH_NONE)
        return;
    uint32_t apart = turn[next].first - g->turn->last, named = named_in(g, next);
    if (named != PITH_NONE)
        point_turn(g, named, PITH__NEXT_TURN + step(apart, 2));
    uint32_t second = turn[next].after;
    if (second == PITH_NONE || (named = named_in(g, second)) == PITH_NONE)
        return;
    uint32_t other = turn[second].first - turn[next].last;
    point_turn(g, named, PITH__TURN_AFTER + step(most_of(apart, other), 3));
}

static void foresee(gathering *g, uint32_t content, uint32_t pointer, uint32_t steps)
{
    const pith__turn *t = &g->dialogue->turn[content];
    if (t->telling != PITH__TOLD_BY_NAME)
        point(g, t->foreseen, PITH_NONE, pointer + (t->telling == PITH__UNTOLD ? 0 : steps));
}

/* What a first look made of the turns to come. */
static void hear_foreseen(gathering *g)
{
    const pith__turn *turn = g->dialogue->turn;
    uint32_t next = g->turn->after, following = g->content + 1;
    if (following < g->dialogue->view.contents->count && following != next)
        foresee(g, following, PITH__FORESEEN_HERE, 0);
    if (next == PITH_NONE)
        return;
    uint32_t apart = turn[next].first - g->turn->last, second = turn[next].after;
    foresee(g, next, PITH__FORESEEN_NEXT + step(apart, 2), 3);
    if (second == PITH_NONE)
        return;
    uint32_t other = turn[second].first - turn[next].last;
    foresee(g, second, PITH__FORESEEN_AFTER + step(most_of(apart, other), 3), 4);
}

static void hear_speakers(gathering *g)
{
    const pith__turn *turn = g->dialogue->turn;
    uint32_t first = g->content > SPEAKS_MAX ? g->content - SPEAKS_MAX : 0;
    for (uint32_t i = g->content; i > first; i--) {
        uint32_t times = 0;
        for (uint32_t k = first; k < g->content; k++)
            times += turn[k].said == turn[i - 1].said;
        point_turn(g, i - 1, PITH__SPEAKS + (times < 5 ? times : 5) - 1);
    }
}

/* ---- the author's words ---- */

static uint32_t paragraph_of(const gathering *g, uint32_t mention)
{
    const pith_document *document = g->dialogue->view.document;
    return document->sentences.items[mention_at(g, mention)->sentence].paragraph;
}

static bool opens(const gathering *g, uint32_t mention)
{
    const pith__mention *m = mention_at(g, mention);
    return m->first == g->dialogue->view.document->tokens.first[m->sentence];
}

static bool is_object(const gathering *g, uint32_t mention)
{
    return pith__is_object(g->dialogue->view.words, mention_at(g, mention));
}

static void act_before(gathering *g, uint32_t mention, uint32_t rank)
{
    point_at(g, mention, PITH__ACTS_BEFORE + (rank < 2 ? rank : 2));
    if (opens(g, mention) && mention_at(g, mention)->sentence + 1 >= g->sentence)
        point_at(g, mention, PITH__DEED_BEFORE);
    if (is_object(g, mention))
        point_at(g, mention, PITH__OBJECT_BEFORE);
    if (mention_at(g, mention)->possessive)
        point_at(g, mention, PITH__OWNER_BEFORE);
}

/* Whether the author's words break off before the content: "and said:", "and said,". */
static bool breaks_off(const gathering *g)
{
    const pith_document *document = g->dialogue->view.document;
    uint32_t t = pith__token_at(document, g->whole.start);
    for (uint32_t looked = 0; t > 0 && looked < MARKS_MAX; looked++) {
        const pith__document_form *form = pith__token_form(document, --t);
        char byte = document->text.bytes[document->tokens.token.items[t].start];
        if (form->shape != PITH__PUNCTUATION)
            return false;
        if (byte == ':' || byte == ',')
            return true;
    }
    return false;
}

/* The mention in the author's last sentence before the content, which breaks off. */
static void lead_in(gathering *g, uint32_t mention)
{
    if (mention_at(g, mention)->sentence + 1 >= g->sentence &&
        (opens(g, mention) || pith__verb_follows(g->dialogue->view.words, mention_at(g, mention))))
        point_at(g, mention, PITH__LEADS_IN);
}

/* The verb of saying closest before the content, in the author's sentence that leads up to it. */
static uint32_t verb_before(const gathering *g)
{
    const pith__view *v = &g->dialogue->view;
    uint32_t t = pith__token_at(v->document, g->whole.start);
    for (uint32_t looked = 0; t > 0 && looked < VERB_MAX; looked++) {
        const pith__document_form *form = pith__token_form(v->document, --t);
        char byte = v->document->text.bytes[v->document->tokens.token.items[t].start];
        if (pith__word_at(v->words, t)->classes & PITH__SPEECH_VERB)
            return t;
        if (form->shape == PITH__PUNCTUATION && strchr(".!?;", byte))
            break;
    }
    return PITH_NONE;
}

/* The subject of that verb: the nearest mention before it that nothing makes an object, and that is
 * no description if there is another one. */
static void hear_said_before(gathering *g)
{
    const pith__view *v = &g->dialogue->view;
    uint32_t verb = verb_before(g), described = PITH_NONE;
    if (verb == PITH_NONE)
        return;
    uint32_t sentence = pith__sentence_at(v->document, v->document->tokens.token.items[verb].start);
    uint32_t i = pith__mention_at(v->mentions, v->document->tokens.token.items[verb].start);
    for (uint32_t looked = 0; i > 0 && looked < ACTS_MAX; looked++) {
        const pith__mention *m = mention_at(g, --i);
        if (m->sentence != sentence || sentence + 1 < g->sentence)
            break;
        if (m->quoted || m->possessive || is_object(g, i))
            continue;
        if (m->kind != PITH__DESCRIPTION) {
            point_at(g, i, PITH__SAID_BEFORE);
            return;
        }
        described = described == PITH_NONE ? i : described;
    }
    if (described != PITH_NONE)
        point_at(g, described, PITH__SAID_BEFORE);
}

/* Who stands right behind the content, as behind speech that a tag follows. */
static void tag(gathering *g, uint32_t mention)
{
    const pith__view *v = &g->dialogue->view;
    uint32_t t = pith__token_at(v->document, g->whole.end), first = mention_at(g, mention)->first;
    bool comma = v->document->text.bytes[g->whole.end - 1] == ',';
    for (uint32_t n = 0; n < MARKS_MAX && t < first; n++, t++) {
        if (pith__token_form(v->document, t)->shape != PITH__PUNCTUATION)
            break;
        comma = comma || v->document->text.bytes[v->document->tokens.token.items[t].start] == ',';
    }
    if (t == first && comma)
        point_at(g, mention, PITH__NAME_AND_VERB);
    if (t + 1 == first && pith__token_form(v->document, t)->shape == PITH__LOWER &&
        !(pith__word_at(v->words, t)->classes &
          (PITH__PREPOSITION | PITH__CONNECTIVE | PITH__PRONOUNS | PITH__DETERMINER)))
        point_at(g, mention, PITH__VERB_AND_NAME);
}

static void act_above(gathering *g, uint32_t mention, uint32_t rank, bool spoken)
{
    point_at(g, mention, (spoken ? PITH__TOLD : PITH__NARRATED) + (rank < 2 ? rank : 2));
    if (!spoken && opens(g, mention))
        point_at(g, mention, PITH__NARRATED_OPENS);
}

/* The author's words before the content: in its paragraph, or if there are none in the one before.
 */
static bool hear_before(gathering *g)
{
    uint32_t i = pith__mention_at(g->dialogue->view.mentions, g->whole.start);
    uint32_t last = g->turn->before, here = 0, above = 0;
    bool broken = breaks_off(g),
         spoken = last != PITH_NONE && g->dialogue->turn[last].last + 1 == g->turn->first;
    for (uint32_t looked = 0; i > 0 && looked < LOOK_MAX && here + above < ACTS_MAX; looked++) {
        const pith__mention *m = mention_at(g, --i);
        uint32_t paragraph = paragraph_of(g, i);
        if (paragraph + 1 < g->turn->first || (paragraph < g->turn->first && here > 0))
            break;
        if (m->quoted || m->span.end > g->whole.start)
            continue;
        if (broken)
            lead_in(g, i);
        if (paragraph == g->turn->first)
            act_before(g, i, here++);
        else
            act_above(g, i, above++, spoken);
    }
    return here > 0;
}

static bool hear_between(gathering *g)
{
    const pith__mentions *all = g->dialogue->view.mentions;
    uint32_t i = pith__mention_at(all, g->whole.start + 1), n = 0;
    for (uint32_t looked = 0; i < all->count && looked < LOOK_MAX && n < BETWEEN_MAX;
         i++, looked++) {
        if (all->items[i].span.start >= g->whole.end || paragraph_of(g, i) > g->turn->first)
            break;
        if (all->items[i].quoted)
            continue;
        point_at(g, i, PITH__ACTS_BETWEEN);
        n++;
    }
    return n > 0;
}

static bool hear_after(gathering *g)
{
    const pith__mentions *all = g->dialogue->view.mentions;
    uint32_t i = pith__mention_at(all, g->whole.end), n = 0;
    uint32_t last = pith__sentence_at(g->dialogue->view.document, g->whole.end - 1);
    for (uint32_t looked = 0; i < all->count && looked < LOOK_MAX && n < AFTER_MAX; i++, looked++) {
        if (paragraph_of(g, i) > g->turn->last)
            break;
        if (all->items[i].quoted)
            continue;
        point_at(g, i, PITH__ACTS_AFTER + (n < 2 ? n : 2));
        if (n == 0)
            tag(g, i);
        n++;
        if (opens(g, i) && all->items[i].sentence <= last + 1)
            point_at(g, i, PITH__DEED_AFTER);
        if (is_object(g, i))
            point_at(g, i, PITH__OBJECT_AFTER);
    }
    return n > 0;
}

static void hear_recent(gathering *g)
{
    uint32_t i = pith__mention_at(g->dialogue->view.mentions, g->whole.start);
    uint32_t seen[RECENT_MAX], count = 0;
    for (uint32_t looked = 0; i > 0 && looked < LOOK_MAX && count < RECENT_MAX; looked++) {
        uint32_t person = g->dialogue->view.persons->of_mention[--i], k = 0;
        while (k < count && seen[k] != person)
            k++;
        if (person == PITH_NONE || k < count || mention_at(g, i)->quoted)
            continue;
        point_at(g, i, PITH__RECENT + count);
        seen[count++] = person;
    }
}

/* ---- the persons themselves ---- */

/* By the share of all mentions. */
static uint32_t often(const gathering *g, uint32_t mentions)
{
    uint64_t share = (uint64_t)mentions * 1000 / (g->dialogue->view.mentions->count + 1u);
    return share < 1 ? 0 : share < 5 ? 1 : share < 25 ? 2 : 3;
}

static void point_gender(gathering *g, uint32_t person, pith__gender gender)
{
    if (g->turn->gender != PITH__MALE && g->turn->gender != PITH__FEMALE)
        return;
    uint32_t number = gender == g->turn->gender ? 0 : gender == PITH__UNKNOWN ? 2 : 1;
    point(g, person, PITH_NONE, PITH__GENDER + number + (g->turn->described ? 3 : 0));
}

static void hear_persons(gathering *g)
{
    static const uint32_t kinds[] = {[PITH__NAME] = PITH__NAMED,
                                     [PITH__BODY] = PITH__BODILY,
                                     [PITH__DESCRIPTION] = PITH__DESCRIBED,
                                     [PITH__PRONOUN] = PITH__NARRATOR};
    for (uint32_t i = 0; i < g->heard->count; i++) {
        uint32_t person = g->heard->items[i].person;
        const pith__person *p = &g->dialogue->view.persons->person.items[person];
        point(g, person, PITH_NONE, kinds[p->kind]);
        if (mention_at(g, p->fullest)->kind == PITH__PRONOUN)
            point(g, person, PITH_NONE, PITH__NARRATOR);
        point(g, person, PITH_NONE, PITH__OFTEN + often(g, p->mentions));
        point_gender(g, person, p->gender);
    }
}

void pith__heard_find(const pith__dialogue *dialogue, uint32_t content, pith__heard *heard)
{
    const pith__content *c = &dialogue->view.contents->items[content];
    gathering g = {.dialogue = dialogue,
                   .turn = &dialogue->turn[content],
                   .content = content,
                   .whole = {c->span.items[0].start, c->span.items[c->span.count - 1].end},
                   .sentence = c->sentence,
                   .heard = heard};
    heard->count = 0;
    heard->telling = g.turn->telling;
    hear_found(&g);
    hear_turns_before(&g);
    hear_turns_after(&g);
    for (uint32_t i = 0; i < g.turn->called.count; i++)
        point(&g, g.turn->called.person[i], PITH_NONE, PITH__CALLED);
    bool acts = hear_before(&g);
    acts = hear_after(&g) || acts;
    acts = hear_between(&g) || acts;
    if (acts && heard->telling == PITH__UNTOLD)
        heard->telling = PITH__TOLD_BY_DEED;
    hear_said_before(&g);
    hear_speakers(&g);
    hear_recent(&g);
    hear_foreseen(&g);
    hear_persons(&g);
}
