#include "quotes/relation.h"

#include <string.h>

#include "ground/utf8.h"
#include "quotes/cue.h"

enum {
    MARKS_MAX = 3,       /* marks between a content and who signs it */
    ADVERBS_MAX = 4,     /* words between a subject and its verb */
    ASIDE_MAX = 24,      /* words of an apposition between them */
    CONJUNCTION_MAX = 3, /* bytes of a connective that joins verbs */
    SUBJECT_MAX = 12     /* mentions before a cue among which its subject is looked for */
};

static bool is_empty(pith_span span)
{
    return span.start == span.end;
}

static const pith__content *here(const pith__view *v)
{
    return &v->contents->items[v->content];
}

static uint32_t paragraph_of(const pith__view *v, uint32_t sentence)
{
    return v->document->sentences.items[sentence].paragraph;
}

static char byte_at(const pith_document *document, uint32_t token)
{
    return document->text.bytes[document->tokens.token.items[token].start];
}

static char first_byte(const pith__view *v, uint32_t token)
{
    return byte_at(v->document, token);
}

/* ---- words around a mention ---- */

/* "and", "but": behind it the verb has another subject than the nearest noun. */
static bool is_conjunction(const pith__word *word)
{
    return word->classes & PITH__CONNECTIVE && word->length <= CONJUNCTION_MAX;
}

bool pith__verb_follows(const pith__words *words, const pith__mention *m)
{
    uint32_t end = words->document->tokens.first[m->sentence + 1], t = m->end;
    if (t < end && byte_at(words->document, t) == ',') {
        uint32_t limit = t + ASIDE_MAX < end ? t + ASIDE_MAX : end;
        for (t++; t < limit && byte_at(words->document, t) != ','; t++)
            ;
        if (t == limit)
            return false;
        t++;
    }
    for (uint32_t n = 0; t < end && n < ADVERBS_MAX; t++, n++) {
        const pith__word *word = pith__word_at(words, t);
        if (word->classes & PITH__SPEECH_VERB)
            return true;
        if (!(word->classes & PITH__STOP) || is_conjunction(word))
            return false;
    }
    return false;
}

/* ---- relations ---- */

/* Whether a colon goes between the mention and the content, and nothing else but marks. */
static bool introduces(const pith__view *v, const pith__mention *m)
{
    uint32_t apart = v->first - m->end; /* no small number if it does not stand before */
    return apart > 0 && apart <= MARKS_MAX && first_byte(v, m->end) == ':';
}

static bool is_dash(const pith__view *v, uint32_t token)
{
    uint32_t byte = v->document->tokens.token.items[token].start;
    uint32_t code = pith__utf8_at(v->document->text.bytes, v->document->text.length, byte);
    return code == '-' || (code >= 0x2010 && code <= 0x2015);
}

/* Whether the mention stands behind a dash right behind the content. */
static bool signs(const pith__view *v, const pith__mention *m)
{
    return m->first - v->end <= MARKS_MAX && m->first > 0 && is_dash(v, m->first - 1);
}

/* Whether nothing but marks goes between a piece of the content and the cue. */
static bool is_behind_content(const pith__view *v)
{
    const pith__content *c = here(v);
    for (uint32_t i = c->span.count; i > 0; i--) {
        if (c->span.items[i - 1].end <= c->cue.start)
            return v->cue_first - pith__token_at(v->document, c->span.items[i - 1].end) <=
                   MARKS_MAX;
    }
    return false;
}

/* Whether the source stands in another sentence than the cue, which has none beside it: “…”,
 * explica. English has always one. */
static bool is_carried(const pith__view *v)
{
    return !v->english && pith__sentence_at(v->document, here(v)->cue.start) !=
                              v->mentions->items[v->source].sentence;
}

static pith__relation relation_of_source(const pith__view *v)
{
    const pith__content *c = here(v);
    if (is_empty(c->cue) || is_carried(v))
        return PITH__SOURCE_ALONE;
    return c->cue.start < v->mentions->items[v->source].span.start ? PITH__CUE_BEFORE_SOURCE
                                                                   : PITH__SOURCE_BEFORE_CUE;
}

static pith__relation relation_to_source(const pith__view *v, uint32_t mention)
{
    const pith__mention *m = &v->mentions->items[mention];
    if (mention == v->source)
        return relation_of_source(v);
    if (introduces(v, m))
        return PITH__INTRODUCES;
    if (signs(v, m))
        return PITH__SIGNS;
    if (mention == v->cue_left)
        return PITH__LEFT_OF_CUE;
    if (mention == v->cue_right)
        return is_behind_content(v) ? PITH__INVERTED : PITH__RIGHT_OF_CUE;
    return PITH__RELATIONS;
}

static pith__relation relation_by_place(const pith__view *v, const pith__mention *m)
{
    const pith__content *c = here(v);
    if (m->span.start >= v->whole.start && m->span.end <= v->whole.end)
        return PITH__BETWEEN;
    bool before = m->span.start < v->whole.start;
    if (m->sentence == (before ? c->sentence : v->last_sentence))
        return before ? PITH__SENTENCE_BEFORE : PITH__SENTENCE_AFTER;
    uint32_t paragraph = paragraph_of(v, m->sentence);
    if (paragraph >= v->paragraph)
        return before ? PITH__PARAGRAPH_BEFORE : PITH__PARAGRAPH_AFTER;
    return paragraph + 1 == v->paragraph ? PITH__PARAGRAPH_PREVIOUS : PITH__FURTHER;
}

/* The relation of a mention that the contents before were attributed to. */
static pith__relation relation_by_history(const pith__view *v, uint32_t mention)
{
    if (mention == v->continued)
        return mention == v->before.said[0] ? PITH__CONTINUED : PITH__RESUMED;
    if (mention == v->before.said[0])
        return paragraph_of(v, v->before.sentence) == v->paragraph ? PITH__PREVIOUS_QUOTE
                                                                   : PITH__EARLIER_QUOTE;
    return mention == v->before.said[1] ? PITH__ALTERNATION : PITH__RELATIONS;
}

pith__relation pith__relation_of(const pith__view *v, uint32_t mention)
{
    pith__relation r = relation_to_source(v, mention);
    if (r != PITH__RELATIONS)
        return r;
    pith__relation place = relation_by_place(v, &v->mentions->items[mention]);
    pith__relation history = relation_by_history(v, mention);
    return place < history ? place : history;
}

/* ---- the view ---- */

pith__view pith__view_open(pith__arena *arena, const pith__words *words,
                           const pith__contents *contents, const pith__mentions *mentions,
                           const pith__persons *persons)
{
    return (pith__view){.words = words,
                        .document = words->document,
                        .contents = contents,
                        .mentions = mentions,
                        .persons = persons,
                        .evidence = pith__arena_zero(arena, mentions->count + 1, sizeof(uint32_t)),
                        .english = strcmp(words->document->language->code, "en") == 0};
}

/* "Xi left Lima, telling the envoys": a cue that shares the subject of the verb before it. */
static bool is_participle(const pith__view *v, uint32_t token)
{
    const pith__document_form *form = pith__token_form(v->document, token);
    return pith__form_ends(form, 5, "ing");
}

/* The subject of a cue that does not go with the nearest mention ("Xi met Boluarte on Friday and
 * said"): the first mention behind the last comma or colon, or else of the sentence, that no
 * preposition goes before. far: over commas too. */
static uint32_t subject_of(const pith__view *v, uint32_t nearest, bool far)
{
    const pith__mention *all = v->mentions->items;
    uint32_t subject = nearest, end = all[nearest].end, n = 0;
    bool found = false;
    for (uint32_t i = nearest + 1; i > 0 && n < SUBJECT_MAX; n++) {
        const pith__mention *m = &all[--i];
        if (m->sentence != all[nearest].sentence || pith__is_in_content(v, m))
            break;
        for (; found && !far && end > m->end; end--)
            if (strchr(",:;", first_byte(v, end - 1)))
                return subject;
        end = m->first;
        if (m->possessive || m->quoted || pith__is_object(v->words, m))
            continue;
        subject = i;
        found = true;
    }
    return subject;
}

/* Whether the mention is somebody with whom the subject of the cue did something before: "Xi met
 * with Boluarte on Friday and said". */
static bool is_met(const pith__view *v, uint32_t mention)
{
    const pith__mention *m = &v->mentions->items[mention];
    return v->cue_first > m->end && is_conjunction(pith__word_at(v->words, v->cue_first - 1)) &&
           pith__is_object(v->words, m);
}

/* The mention that names the source. */
static void find_source(pith__view *v)
{
    pith_span source = here(v)->source;
    v->source = PITH_NONE;
    if (is_empty(source)) {
        if (v->cue_right != PITH_NONE &&
            v->mentions->items[v->cue_right].span.end <= here(v)->cue.end)
            v->source = v->cue_right; /* the cue was taken too long: "said Xi" */
        return;
    }
    uint32_t i = pith__mention_at(v->mentions, source.start);
    if (i > 0 && v->mentions->items[i - 1].span.end > source.start)
        i--;
    if (i < v->mentions->count && v->mentions->items[i].span.start < source.end)
        v->source = is_met(v, i) ? subject_of(v, i, false) : i;
}

/* The mention before the aside that the cue closes: "Ann Lee, who was there in May, told"; nearest
 * if there is none. */
static uint32_t before_aside(const pith__view *v, uint32_t nearest)
{
    const pith__mention *all = v->mentions->items;
    uint32_t cue = v->cue_first;
    if (cue == 0 || first_byte(v, cue - 1) != ',')
        return nearest;
    for (uint32_t i = nearest + 1, n = 0; i > 0 && n < SUBJECT_MAX; n++) {
        const pith__mention *m = &all[--i];
        if (m->sentence != all[nearest].sentence || pith__is_in_content(v, m))
            break;
        if (m->end + 1 < cue && first_byte(v, m->end) == ',' && pith__verb_follows(v->words, m))
            return i;
    }
    return nearest;
}

static bool can_be_beside(const pith__view *v, uint32_t mention, uint32_t sentence)
{
    return mention < v->mentions->count && v->mentions->items[mention].sentence == sentence &&
           !pith__is_in_content(v, &v->mentions->items[mention]);
}

/* Whether the cue names a source by itself: "according to". */
static bool is_attributive(const pith__view *v)
{
    uint32_t classes = pith__word_at(v->words, v->cue_first)->classes;
    if (!(classes & (PITH__ATTRIBUTIVE | PITH__PHRASE)))
        return false;
    return pith__cue_at(v->words->lexicon, v->document, v->cue_first, v->cue_end).classes &
           PITH__ATTRIBUTIVE;
}

/* The mentions next to the cue, that the content does not contain. */
static void find_cue_neighbours(pith__view *v)
{
    pith_span cue = here(v)->cue;
    v->cue_left = v->cue_right = PITH_NONE;
    v->cue_first = v->cue_end = 0;
    v->attributive = false;
    if (is_empty(cue))
        return;
    v->cue_first = pith__token_at(v->document, cue.start);
    v->cue_end = pith__token_at(v->document, cue.end);
    v->attributive = is_attributive(v);
    uint32_t sentence = pith__sentence_at(v->document, cue.start);
    uint32_t right = pith__mention_at(v->mentions, cue.start);
    if (right > 0 && can_be_beside(v, right - 1, sentence)) {
        uint32_t left = before_aside(v, right - 1);
        v->cue_left = pith__verb_follows(v->words, &v->mentions->items[left])
                          ? left
                          : subject_of(v, left, is_participle(v, v->cue_first));
    }
    if (can_be_beside(v, right, sentence) && v->mentions->items[right].first <= v->cue_end + 1)
        v->cue_right = right;
}

/* Who does something in the sentence before the content, which a colon ends: "Ann Lee sent a
 * letter:" PITH_NONE if there is nobody. */
static uint32_t announced_by(const pith__view *v)
{
    uint32_t token = v->first, sentence, i = v->inside;
    while (token > 0 && token + MARKS_MAX > v->first && first_byte(v, token - 1) != ':')
        token--;
    if (token == 0 || first_byte(v, token - 1) != ':')
        return PITH_NONE;
    sentence = pith__sentence_at(v->document, v->document->tokens.token.items[token - 1].start);
    while (i > 0 && v->mentions->items[i - 1].sentence == sentence)
        i--;
    for (; i < v->inside; i++)
        if (!v->mentions->items[i].quoted && !v->mentions->items[i].possessive &&
            !pith__is_object(v->words, &v->mentions->items[i]))
            return i;
    return PITH_NONE;
}

/* Whose words a quotation that is a paragraph is likely to be: whom the colon above announces, or
 * who spoke last in the paragraph above: “…,” said Ann Lee. And below: “…” */
static uint32_t continued_of(const pith__view *v)
{
    const pith__content *c = here(v);
    if (!v->english || v->paragraph == 0 || c->kind != PITH_DIRECT || !is_empty(c->cue) ||
        c->source_score > 0 || !c->alone)
        return PITH_NONE;
    uint32_t announcer = announced_by(v);
    if (announcer != PITH_NONE)
        return announcer;
    if (v->before.said[0] != PITH_NONE &&
        pith__paragraph_at(v->document, v->before.byte) + 1 == v->paragraph)
        return v->before.said[0];
    for (uint32_t i = v->inside; i > 0; i--) {
        const pith__mention *m = &v->mentions->items[i - 1];
        if (paragraph_of(v, m->sentence) + 1 < v->paragraph)
            break;
        if (m->speaks && !m->quoted)
            return i - 1;
    }
    return PITH_NONE;
}

static void add(pith__history *history, const pith__content *content, uint32_t mention)
{
    history->said[1] = history->said[0];
    history->said[0] = mention;
    history->sentence = content->sentence;
    history->byte = content->span.items[content->span.count - 1].start;
}

void pith__histories_add(pith__histories *histories, const pith__content *content, uint32_t mention)
{
    add(&histories->all, content, mention);
    if (content->kind != PITH_INDIRECT)
        add(&histories->marked, content, mention);
}

void pith__view_turn(pith__view *v, uint32_t content, const pith__histories *before)
{
    const pith__content *c = &v->contents->items[content];
    v->content = content;
    v->before = c->kind == PITH_INDIRECT || !v->english ? before->all : before->marked;
    v->paragraph = paragraph_of(v, c->sentence);
    v->whole = (pith_span){c->span.items[0].start, c->span.items[c->span.count - 1].end};
    v->first = pith__token_at(v->document, v->whole.start);
    v->end = pith__token_at(v->document, v->whole.end);
    v->inside = pith__mention_at(v->mentions, v->whole.start);
    v->behind = pith__mention_at(v->mentions, v->whole.end);
    v->last_sentence = pith__sentence_at(v->document, v->whole.end - 1);
    v->continued = continued_of(v);
    find_cue_neighbours(v);
    find_source(v);
}
