#include "quotes/scan.h"

#include <string.h>

pith__gender pith__gender_of(uint32_t c)
{
    if (c & (PITH__PRONOUN_PLURAL))
        return PITH__PLURAL;
    if (c & (PITH__NAME_MALE | PITH__PRONOUN_MALE))
        return c & (PITH__NAME_FEMALE | PITH__PRONOUN_FEMALE) ? PITH__UNKNOWN : PITH__MALE;
    return c & (PITH__NAME_FEMALE | PITH__PRONOUN_FEMALE) ? PITH__FEMALE : PITH__UNKNOWN;
}

/* What an office or honorific that one sex has tells ("spokeswoman", "Mr"), else the first given
 * name of a name. */
static pith__gender gender_of(const pith__scan *s, pith__mention_kind kind, uint32_t first,
                              uint32_t end)
{
    pith__gender given = PITH__UNKNOWN;
    bool named = false; /* Chris Christie: what tells the gender, if anything, is the first */
    for (uint32_t t = first; t < end; t++) {
        pith__gender gender = pith__gender_of(pith__scan_classes(s, t) & PITH__GIVEN_NAMES);
        if (!(pith__scan_classes(s, t) & PITH__GIVEN_NAMES) || pith__scan_word(s, t)->possessive)
            continue;
        if (pith__scan_classes(s, t) & PITH__TITLES) {
            if (gender != PITH__UNKNOWN)
                return gender;
        } else if (!named && kind == PITH__NAME) {
            given = gender;
            named = true;
        }
    }
    return given;
}

pith_span pith__scan_span(const pith__scan *s, uint32_t first, uint32_t end)
{
    if (first == end)
        return (pith_span){0, 0};
    return (pith_span){s->document->tokens.token.items[first].start,
                       s->document->tokens.token.items[end - 1].start +
                           pith__scan_word(s, end - 1)->length};
}

bool pith__scan_is_possessor(const pith__scan *s, uint32_t token)
{
    const pith__token *t = &s->document->tokens.token.items[token];
    const char *text = s->document->text.bytes;
    uint32_t sentence_end = s->document->tokens.first[s->sentence + 1];
    if (token == 0 || token + 1 >= sentence_end || t->start == 0 || text[t->start - 1] != 's' ||
        (text[t->start] != '\'' && memcmp(text + t->start, "\xE2\x80\x99", 3) != 0))
        return false;
    pith__shape next = pith__scan_shape(s, token + 1);
    return next != PITH__PUNCTUATION && text[pith__token_span(s->document, token).end] == ' ';
}

static bool is_quoted(pith__scan *s, uint32_t byte)
{
    const pith__marks *marks = &s->document->marks;
    for (; s->mark < marks->count && marks->items[s->mark].span.start < byte; s->mark++) {
        const pith__mark *mark = &marks->items[s->mark];
        if (mark->role != PITH__CLOSING && mark->partner != PITH_NONE) {
            uint32_t until = marks->items[mark->partner].span.start;
            s->quoted_until = until > s->quoted_until ? until : s->quoted_until;
        }
    }
    return byte < s->quoted_until;
}

/* Whether a verb of saying follows, over adverbs and auxiliaries, or goes right before. */
static bool is_speaking(const pith__scan *s, const pith__mention *m)
{
    uint32_t end = s->document->tokens.first[m->sentence + 1];
    if (m->first > s->document->tokens.first[m->sentence] &&
        pith__scan_classes(s, m->first - 1) & PITH__SPEECH_VERB)
        return true;
    for (uint32_t t = m->end; t < end && t < m->end + 3; t++) {
        if (pith__scan_classes(s, t) & PITH__SPEECH_VERB)
            return true;
        if (!(pith__scan_classes(s, t) & PITH__STOP))
            return false;
    }
    return false;
}

pith__mention *pith__scan_add(pith__scan *s, pith__mention_kind kind, uint32_t first, uint32_t end)
{
    while (s->mentions.count && s->mentions.items[s->mentions.count - 1].first >= first)
        s->mentions.count--;
    pith__mention *m = pith__array_add(s->arena, &s->mentions);
    *m = (pith__mention){.kind = kind,
                         .gender = gender_of(s, kind, first, end),
                         .first = first,
                         .end = end,
                         .span = pith__scan_span(s, first, end),
                         .sentence = s->sentence,
                         .possessive = pith__scan_word(s, end - 1)->possessive ||
                                       pith__scan_is_possessor(s, end)};
    m->quoted = is_quoted(s, m->span.start);
    m->speaks = is_speaking(s, m);
    return m;
}

bool pith__scan_follows(const pith__scan *s, uint32_t token)
{
    const pith__mentions *all = &s->mentions;
    if (all->count < 2)
        return false;
    const pith__mention *before = &all->items[all->count - 2];
    return before->sentence == s->sentence && before->kind != PITH__PRONOUN &&
           !before->possessive &&
           (before->end == token ||
            (before->end + 1 == token && pith__scan_shape(s, before->end) == PITH__PUNCTUATION));
}
