#include "quotes/source.h"

#include <stdlib.h>
#include <string.h>

#include "quotes/german.h"
#include "quotes/report.h"
#include "quotes/run.h"

enum { ADJECTIVES_MAX = 3 /* words between "and" and the second of two sources */ };

static bool is_conjunction(const pith__scan *s, uint32_t token)
{
    uint32_t c = pith__scan_classes(s, token);
    return c & PITH__STOP && !(c & (PITH__PREPOSITION | PITH__PRONOUNS | PITH__DETERMINERS));
}

/* Whether the last mention before token `end` is joined to another one from `first` on: "Mr Rossi
 * and Ms Lee". */
static bool joins(const pith__scan *s, uint32_t first, uint32_t end)
{
    uint32_t i = s->mentions.count, t = end;
    while (i > 0 && s->mentions.items[i - 1].end > end)
        i--;
    const pith__mention *last = i > 0 ? &s->mentions.items[i - 1] : NULL;
    if (!last || last->first < first || last->kind == PITH__DESCRIPTION || last->possessive)
        return false;
    while (t > last->end + 1 && t + ADJECTIVES_MAX > end &&
           pith__scan_shape(s, t - 1) != PITH__PUNCTUATION && !is_conjunction(s, t - 1))
        t--;
    return t == last->end + 1 && is_conjunction(s, last->end);
}

static bool is_whose(const pith__scan *s, uint32_t token)
{
    const pith__document_form *form = pith__token_form(s->document, token);
    return form->lower_length == 5 && memcmp(form->lower, "whose", 5) == 0;
}

static bool is_date(const pith__scan *s, uint32_t token)
{
    enum { YEAR_DIGITS = 4 };
    return pith__scan_classes(s, token) & PITH__MONTH ||
           (pith__scan_shape(s, token) == PITH__NUMBER &&
            pith__scan_word(s, token)->length == YEAR_DIGITS);
}

/* Leaves out when the source speaks: "two sailors | on Monday", "the ministry | in 2015". */
static void cut_at_date(const pith__scan *s, pith__range *source)
{
    if (source->end < source->first + 3 || !is_date(s, source->end - 1))
        return;
    const char *before = pith__token_form(s->document, source->end - 2)->lower;
    if (strcmp(before, "on") == 0 || strcmp(before, "in") == 0)
        source->end -= 2;
}

/* Takes in the bracket that closes one of the source, or leaves out what it opens: "the Port
 * Authority (PA)". */
static void balance(const pith__scan *s, pith__range *source)
{
    uint32_t open = PITH_NONE;
    for (uint32_t t = source->first; t < source->end; t++) {
        char byte = pith__scan_byte(s, t);
        open = byte == '(' ? t : byte == ')' ? PITH_NONE : open;
    }
    if (open == PITH_NONE || open == source->first)
        return;
    bool closed =
        source->end < s->document->tokens.token.count && pith__scan_byte(s, source->end) == ')';
    source->end = closed ? source->end + 1 : open;
}

/* How many words do not belong to a source that begins with them: "by | Ann Lee", "Conversely, | a
 * diplomat". */
static uint32_t opening_words(const pith__scan *s, pith__range source)
{
    const pith__document_form *form = pith__token_form(s->document, source.first);
    if (!s->english || source.end < source.first + 2)
        return 0;
    if (strcmp(form->lower, "by") == 0)
        return 1;
    bool adverb = pith__form_ends(form, 2, "ly") && !(form->classes & PITH__GIVEN_NAMES);
    bool small = adverb || form->classes & (PITH__CONNECTIVE | PITH__STOP);
    return small && source.end > source.first + 2 && pith__scan_byte(s, source.first + 1) == ','
               ? 2
               : 0;
}

/* The tokens of a source, without a relative clause and without what its cue begins with. */
static pith__range tokens_of(const pith__scan *s, const pith__content *content)
{
    pith__range r = {pith__token_at(s->document, content->source.start),
                     pith__token_at(s->document, content->source.end)};
    uint32_t cue = pith__token_at(s->document, content->cue.start);
    if (content->cue.end > content->cue.start && r.first < cue && cue < r.end &&
        !(pith__scan_classes(s, cue - 1) & PITH__DETERMINERS))
        r.end = cue;
    r.first += opening_words(s, r);
    bool open = false;
    for (uint32_t t = r.first; t < r.end; t++) {
        char byte = pith__scan_byte(s, t);
        open |= byte == '(';
        if (byte == ')' && !open && t + 1 < r.end)
            r.first = t + 1; /* (CNN) Ann Lee */
        else if (pith__scan_is_relative(s, t) || is_whose(s, t))
            r.end = t > r.first ? t : t + 1;
    }
    while (r.end > r.first + 1 && pith__scan_shape(s, r.end - 1) == PITH__PUNCTUATION)
        r.end--;
    if (r.end > r.first && pith__scan_word(s, r.end - 1)->length == 1 &&
        r.end + 1 < s->document->tokens.token.count && pith__scan_is_stop(s, r.end) &&
        pith__scan_is_capital(s, r.end - 1) && pith__scan_is_capital(s, r.end + 1))
        r.end = pith__run_end(s, r.end + 1); /* "an aide to Ann L. | Lee" */
    balance(s, &r);
    cut_at_date(s, &r);
    return r;
}

/* Whether the sign at the token parts a noun phrase from what is put beside it. */
static bool parts(const pith__scan *s, uint32_t token)
{
    if (pith__scan_shape(s, token) != PITH__PUNCTUATION || pith__scan_is_possessor(s, token) ||
        strchr("/&", pith__scan_byte(s, token)))
        return false;
    return !pith__scan_is_stop(s, token) || !(pith__scan_classes(s, token - 1) & PITH__TITLES ||
                                              pith__scan_word(s, token - 1)->length == 1);
}

/* Where the head of a source ends: before the first comma or preposition, and without "himself". */
static uint32_t source_head(const pith__scan *s, pith__range source)
{
    uint32_t t = source.first + 1;
    while (t < source.end && !(pith__scan_classes(s, t) & PITH__PREPOSITION) && !parts(s, t))
        t++;
    while (t > source.first + 1 && pith__scan_classes(s, t - 1) & PITH__STOP &&
           !is_conjunction(s, t - 2))
        t--;
    return t;
}

/* Whether the source is a clause that goes on with the cue, the mention its subject: "Xi met the
 * envoys on Friday and". */
static bool is_subject(const pith__scan *s, pith__range source, const pith__mention *m)
{
    return m->first == source.first && m->end < source.end && !m->possessive &&
           is_conjunction(s, source.end - 1);
}

/* The mention that names the source: it covers the end of the source's head and is not one of
 * several; NULL if there is none. */
static pith__mention *find_named(const pith__scan *s, pith__range source)
{
    uint32_t head = source_head(s, source);
    for (uint32_t i = s->mentions.count; i > 0; i--) {
        pith__mention *m = &s->mentions.items[i - 1];
        if (m->end <= source.first)
            break;
        if (is_subject(s, source, m))
            return m;
        if (m->first < head && m->end >= head)
            return joins(s, source.first, m->first) ? NULL : m;
    }
    return NULL;
}

/* Gives the cue back what a mention took of it: "The school | declined to comment". */
static void cut_at_cue(const pith__scan *s, pith__range source, pith_span cue)
{
    for (uint32_t i = s->mentions.count; i > 0; i--) {
        pith__mention *m = &s->mentions.items[i - 1];
        if (m->end <= source.end)
            break;
        if (m->first >= source.end || m->first < source.first || cue.start >= m->span.end ||
            pith__token_span(s->document, source.end - 1).end > cue.start)
            continue;
        m->end = source.end;
        m->span = pith__scan_span(s, m->first, m->end);
        m->name.end = m->name.end > m->span.end ? m->span.end : m->name.end;
        m->role.end = m->role.end > m->span.end ? m->span.end : m->role.end;
        m->possessive = false;
    }
}

/* A source that names nobody: "his", "that" in "a poll that found"; "seiner Meinung". */
static bool is_pronoun(const pith__scan *s, pith__range source)
{
    enum { WHOSE = PITH__PRONOUN_MALE | PITH__PRONOUN_FEMALE };
    pith__line line = {.document = s->document, .end = s->document->tokens.token.count};
    if (s->nouns && source.end == source.first + 2 && pith__scan_classes(s, source.first) & WHOSE &&
        pith__scan_classes(s, source.first) & PITH__DETERMINER &&
        pith__is_statement(&line, source.first + 1))
        return true;
    return source.end == source.first + 1 && pith__scan_shape(s, source.first) != PITH__UPPER &&
           (pith__scan_classes(s, source.first) & (PITH__PRONOUNS | PITH__COMPLEMENTIZER) ||
            is_whose(s, source.first));
}

/* Where the name begins in a source that is one, with a title or not: a headline's, where the pass
 * over the tokens takes capitals for no names; the source's end if it is none. */
static uint32_t name_of_source(const pith__scan *s, pith__range source)
{
    enum { WORDS_MAX = 3 }; /* of a name whose given name nobody knows */
    if (!pith__is_name_word(s, source.first, false) || pith__run_end(s, source.first) != source.end)
        return source.end;
    pith__name_parts p = pith__run_divide(s, source.first, source.end);
    bool again = !p.titled && source.end <= source.first + WORDS_MAX &&
                 pith__token_form(s->document, source.end - 1)->count > 1;
    return (p.given || again) && !p.collective && source.end - p.name > 1 ? p.name : source.end;
}

/* What a source is that the pass over the tokens did not see. */
static pith__mention *add_source(pith__scan *s, pith__range source, bool joint)
{
    uint32_t name = name_of_source(s, source);
    bool pronoun = is_pronoun(s, source), named = name < source.end;
    pith__mention_kind kind = joint     ? PITH__BODY
                              : pronoun ? PITH__PRONOUN
                              : named   ? PITH__NAME
                                        : PITH__DESCRIPTION;
    pith__mention *made = pith__scan_add(s, kind, source.first, source.end);
    switch (kind) {
    case PITH__BODY:
        made->name = made->span;
        made->gender = PITH__PLURAL;
        break;
    case PITH__NAME:
        made->name = pith__scan_span(s, name, source.end);
        made->role = pith__scan_span(s, source.first, name);
        break;
    case PITH__PRONOUN:
        made->gender = pith__gender_of(pith__scan_classes(s, source.first));
        made->relative = (pith__scan_classes(s, source.first) & PITH__COMPLEMENTIZER ||
                          is_whose(s, source.first)) &&
                         pith__scan_follows(s, source.first);
        made->possessive = pith__scan_classes(s, source.first) & PITH__DETERMINER;
        break;
    case PITH__DESCRIPTION:
        made->role = made->span;
    }
    return made;
}

/* Whether the word goes on with what somebody does: an auxiliary, an adverb, a past. */
static bool is_verbal(const pith__scan *s, uint32_t token)
{
    static const char *const words[] = {"has",  "have", "had",  "is",    "was",   "are",
                                        "were", "will", "did",  "would", "can",   "could",
                                        "does", "also", "then", "later", "never", "already"};
    const pith__document_form *form = pith__token_form(s->document, token);
    return form->shape == PITH__LOWER &&
           (PITH__FORM_IS_ONE_OF(form, words) || pith__form_ends(form, 4, "ed"));
}

/* Who does what a source tells that is a clause: "President Ann Lee | met Mayor Tom Hale", "Ann Lee
 * | has a new plan". It has such a verb or names somebody else as well, and not the two together;
 * NULL if it is no such clause. */
static pith__mention *find_doer(const pith__scan *s, pith__range source)
{
    uint32_t first = s->mentions.count, names = 0;
    while (first > 0 && s->mentions.items[first - 1].first >= source.first)
        first--;
    for (uint32_t i = first; i < s->mentions.count; i++)
        names += s->mentions.items[i].kind == PITH__NAME && !s->mentions.items[i].possessive &&
                 s->mentions.items[i].end <= source.end;
    pith__mention *m = first < s->mentions.count ? &s->mentions.items[first] : NULL;
    if (!m || m->first != source.first || m->kind != PITH__NAME || m->possessive ||
        m->end >= source.end)
        return NULL;
    bool acts =
        names > 1 && pith__scan_shape(s, m->end) == PITH__LOWER && !is_conjunction(s, m->end);
    return acts || is_verbal(s, m->end) ? m : NULL;
}

/* A mention of a source that the pass over the tokens did not see whole; the mentions that it
 * covers go. NULL if one lies across its beginning. */
static pith__mention *take_source(pith__scan *s, pith__range source)
{
    for (uint32_t i = s->mentions.count; i > 0 && s->mentions.items[i - 1].end > source.first; i--)
        if (s->mentions.items[i - 1].first < source.first)
            return NULL;
    pith__scan_turn(
        s, pith__sentence_at(s->document, pith__scan_span(s, source.first, source.end).start));
    const pith__mention *last =
        s->mentions.count ? &s->mentions.items[s->mentions.count - 1] : NULL;
    bool joint = last && last->first > source.first && joins(s, source.first, last->first);
    return add_source(s, source, joint);
}

/* Whether what seems a name is a German noun, for it has an adjective, and no given name. */
static bool is_described(const pith__scan *s, uint32_t first, const pith__mention *m)
{
    bool adjective = false;
    for (uint32_t t = first; s->nouns && t < m->first; t++)
        adjective |= !(pith__scan_classes(s, t) & PITH__DETERMINERS);
    for (uint32_t t = m->first; t < m->end; t++)
        if (pith__scan_classes(s, t) & PITH__GIVEN_NAMES)
            return false;
    return adjective && m->end == m->first + 1;
}

static bool is_particle(const pith__scan *s, uint32_t token)
{
    return pith__scan_shape(s, token) == PITH__LOWER &&
           pith__scan_classes(s, token) & PITH__PARTICLE &&
           !(pith__scan_classes(s, token) & PITH__DETERMINERS);
}

/* The mention begins where the source does; the mentions between go: "White House hopeful | Ann
 * Lee". */
static pith__mention *widen(pith__scan *s, pith__mention *m, uint32_t first)
{
    pith__mention whole = *m;
    uint32_t at = (uint32_t)(m - s->mentions.items), from = at;
    for (uint32_t t = first; t < m->first; t++)
        if (pith__scan_shape(s, t) == PITH__PUNCTUATION || pith__scan_is_relative(s, t) ||
            pith__scan_classes(s, t) & (PITH__SPEECH_VERB | PITH__PREPOSITION))
            return m;
    while (from > 0 && s->mentions.items[from - 1].first >= first)
        from--;
    if (from > 0 && s->mentions.items[from - 1].end > first)
        return m;
    pith_span before = pith__scan_span(s, first, m->first);
    if (whole.kind == PITH__NAME && is_particle(s, first) && first + 1 == m->first) {
        whole.name.start = before.start; /* "le | Clos" */
    } else if (whole.kind == PITH__NAME && whole.role.start == whole.role.end) {
        whole.role = before;
        if (is_described(s, first, m)) { /* "bisherigen | Ergebnissen" */
            whole.kind = PITH__DESCRIPTION;
            whole.role.end = whole.span.end;
            whole.name = (pith_span){0, 0};
        }
    }
    if (whole.kind == PITH__DESCRIPTION)
        whole.role.start = before.start;
    whole.first = first;
    whole.span.start = before.start;
    pith__scan_cover(s, from, at);
    memmove(&s->mentions.items[from], &s->mentions.items[at],
            (s->mentions.count - at) * sizeof *s->mentions.items);
    s->mentions.count -= at - from;
    s->mentions.items[from] = whole;
    return &s->mentions.items[from];
}

/* Whether a word can be a part of a name that begins before it: "the Centre | for Local Affairs".
 */
static bool is_inside_name(const pith__scan *s, uint32_t token)
{
    static const char *const words[] = {"of", "for", "and"};
    return PITH__FORM_IS_ONE_OF(pith__token_form(s->document, token), words);
}

/* Whether a body has a name of its own: "the White House", but not "several Democrats". */
static bool is_proper(const pith__scan *s, const pith__mention *m)
{
    bool some = pith__scan_classes(s, m->first) & PITH__DETERMINERS &&
                strcmp(pith__token_form(s->document, m->first)->lower, "the") != 0;
    return m->kind == PITH__BODY && !some && pith__scan_is_capital(s, m->end - 1);
}

/* Whether the token is a mark around a name: "die Zeitung „Neue Post“". */
static bool is_mark(const pith__scan *s, uint32_t token)
{
    return token < s->document->tokens.token.count &&
           pith__scan_shape(s, token) == PITH__PUNCTUATION &&
           strchr("\"\xE2\xC2", pith__scan_byte(s, token));
}

/* The mention takes in a name in marks that its source ends with: "die „Neue Post | “", "einem
 * Artikel | der „Neuen Post“". */
static void take_marked(pith__scan *s, pith__mention *m, pith__range source)
{
    uint32_t mark = m->first;
    while (mark < source.end && pith__scan_shape(s, mark) != PITH__PUNCTUATION)
        mark++;
    if (s->english || m->kind == PITH__PRONOUN || m->first != source.first || m->end > source.end ||
        mark >= source.end || !is_mark(s, mark) || !is_mark(s, source.end) ||
        s->mentions.items[s->mentions.count - 1].end > source.end)
        return;
    pith__scan_cover(s, (uint32_t)(m - s->mentions.items) + 1, s->mentions.count);
    s->mentions.count = (uint32_t)(m - s->mentions.items) + 1;
    m->end = source.end + 1;
    m->span.end = pith__scan_span(s, m->first, m->end).end;
    if (m->kind == PITH__DESCRIPTION)
        m->role.end = m->span.end;
    else
        m->name = m->span;
}

/* A description goes on to where its source ends: "several officials | with ties to the party". */
static void lengthen(pith__scan *s, pith__mention *m, pith__range source)
{
    uint32_t next = (uint32_t)(m - s->mentions.items) + 1;
    if (m->kind == PITH__NAME || m->kind == PITH__PRONOUN || m->possessive ||
        m->first != source.first || m->end >= source.end ||
        (is_proper(s, m) && !is_inside_name(s, m->end)) ||
        s->mentions.items[s->mentions.count - 1].end > source.end)
        return;
    for (uint32_t t = m->end; t < source.end; t++)
        if (pith__scan_shape(s, t) == PITH__PUNCTUATION)
            return;
    pith__scan_cover(s, next, s->mentions.count);
    s->mentions.count = next;
    m->end = source.end;
    m->span.end = pith__scan_span(s, m->first, m->end).end;
    m->possessive = pith__scan_word(s, m->end - 1)->possessive;
    if (m->kind == PITH__DESCRIPTION)
        m->role.end = m->span.end;
}

/* The source is an office with the name of who holds it: "Der Leiter des Hafens, Karl Sand". */
static bool name_holder(pith__scan *s, pith__content *content, pith__range source)
{
    uint32_t last = s->mentions.count;
    pith__mention *m = last ? &s->mentions.items[last - 1] : NULL;
    if (s->english || !m || m->kind != PITH__NAME || m->end != source.end ||
        m->first < source.first + 2 || pith__scan_byte(s, m->first - 1) != ',')
        return false;
    while (last > 1 && s->mentions.items[last - 2].first >= source.first)
        last--;
    if (last > 1 && s->mentions.items[last - 2].end > source.first)
        return false;
    pith__mention whole = *m;
    whole.role = pith__scan_span(s, source.first, m->first - 1);
    whole.first = source.first;
    whole.span.start = whole.role.start;
    pith__scan_cover(s, last - 1, s->mentions.count - 1);
    s->mentions.items[last - 1] = whole;
    s->mentions.count = last;
    content->source = whole.span;
    return true;
}

/* A word of grammar that is nobody: do, so. */
static bool is_small_word(const pith__scan *s, uint32_t token)
{
    enum { SOMEBODY = PITH__PRONOUNS | PITH__DETERMINERS | PITH__COMPLEMENTIZER };
    return pith__scan_shape(s, token) == PITH__LOWER && pith__scan_classes(s, token) & PITH__STOP &&
           !(pith__scan_classes(s, token) & (SOMEBODY | PITH__ROLE | PITH__COLLECTIVE)) &&
           !is_whose(s, token);
}

/* "said | Sunday", "the", "concluded | this year", "asked | what she wanted". */
static bool is_nobody(const pith__scan *s, pith__range source)
{
    enum { RELATIVE = PITH__PRONOUNS | PITH__DETERMINERS }; /* who, which, that */
    uint32_t first = pith__scan_classes(s, source.first);
    switch (source.end - source.first) {
    case 1:
        return (first & PITH__MONTH && !(first & PITH__GIVEN_NAMES)) ||
               (s->english && (pith__word_is_article(pith__scan_word(s, source.first)) ||
                               is_small_word(s, source.first)));
    case 2:
        return first & PITH__DETERMINERS && pith__scan_is_time(s, source.first + 1);
    default:
        return s->english && first & PITH__COMPLEMENTIZER && !(first & RELATIVE);
    }
}

static void name_source(pith__scan *s, pith__content *content)
{
    pith__range source = tokens_of(s, content);
    if (pith__range_empty(source) || source.end > s->document->tokens.token.count)
        return;
    if (is_nobody(s, source)) {
        content->source = (pith_span){0, 0};
        content->source_score = 0;
        return;
    }
    cut_at_cue(s, source, content->cue);
    if (name_holder(s, content, source))
        return;
    pith__mention *m =
        is_pronoun(s, source) && source.end > source.first + 1 ? NULL : find_named(s, source);
    if (m && m->first > source.first)
        m = widen(s, m, source.first);
    if (m)
        lengthen(s, m, source);
    else if (!(m = find_doer(s, source)))
        m = take_source(s, source);
    if (!m)
        return;
    take_marked(s, m, source);
    content->source = m->span;
}

static int by_source(const void *a, const void *b)
{
    uint32_t x = (*(pith__content *const *)a)->source.start,
             y = (*(pith__content *const *)b)->source.start;
    return (x > y) - (x < y);
}

/* Merges within the array, whose mentions are moved to its end first: each source adds one at most,
 * so that none is written over before it is read. */
pith__mentions pith__sources_add(pith__arena *arena, const pith__words *words,
                                 pith__mentions mentions, pith__contents *contents)
{
    pith__scan s = pith__scan_open(arena, words);
    PITH__ARRAY(pith__content *) sourced = {0};
    for (uint32_t i = 0; i < contents->count; i++)
        if (contents->items[i].source.end > contents->items[i].source.start)
            *pith__array_add(arena, &sourced) = &contents->items[i];
    if (sourced.count == 0)
        return mentions;
    qsort(sourced.items, sourced.count, sizeof *sourced.items, by_source);
    const size_t size = sizeof *mentions.items;
    for (uint32_t i = 0; i < mentions.covered; i++)
        *pith__array_add(arena, &s.covered) = mentions.items[mentions.count + i];
    s.mentions.room = mentions.count + sourced.count;
    s.mentions.items =
        pith__arena_resize(arena, mentions.items, mentions.room * size, s.mentions.room * size);
    const pith__mention *next = s.mentions.items + sourced.count, *end = next + mentions.count;
    memmove(s.mentions.items + sourced.count, s.mentions.items, mentions.count * size);
    for (uint32_t i = 0; i < sourced.count; i++) {
        const pith__mention *first = next;
        while (next < end && next->span.start < sourced.items[i]->source.end)
            next++;
        memmove(s.mentions.items + s.mentions.count, first, (size_t)(next - first) * size);
        s.mentions.count += (uint32_t)(next - first);
        name_source(&s, sourced.items[i]);
    }
    memmove(s.mentions.items + s.mentions.count, next, (size_t)(end - next) * size);
    s.mentions.count += (uint32_t)(end - next);
    pith__array_drop(arena, &sourced);
    return pith__scan_close(&s);
}
