#include "quotes/scan.h"

#include <string.h>

static bool has_genitives(const char *code)
{
    static const char *const codes[] = {"cs", "pl", "ru", "sk", "uk"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (strcmp(code, codes[i]) == 0)
            return true;
    return false;
}

pith__scan pith__scan_open(pith__arena *arena, const pith__words *words)
{
    const pith_document *document = words->document;
    const char *code = document->language->code;
    pith__scan s = {.arena = arena,
                    .words = words,
                    .document = document,
                    .tokens = words->tokens,
                    .of_form = words->of_form,
                    .text = document->text.bytes,
                    .english = strcmp(code, "en") == 0,
                    .nouns = strcmp(code, "de") == 0,
                    .genitive = has_genitives(code)};
    if (document->sentences.count)
        pith__scan_turn(&s, 0);
    return s;
}

bool pith__scan_is_time(const pith__scan *s, uint32_t token)
{
    static const char *const times[] = {"day",  "night",   "morning",   "evening", "week",
                                        "year", "weekend", "afternoon", "time",    "month"};
    return PITH__FORM_IS_ONE_OF(pith__token_form(s->document, token), times);
}

/* Whether one of the words may tell a gender: a few are looked at without a branch, since how many
 * there are no processor can guess. */
static bool may_tell_gender(const pith__scan *s, uint32_t first, uint32_t end)
{
    enum { FEW = 4 };
    uint32_t last = end - 1, classes = 0;
    for (uint32_t i = 0; i < FEW; i++)
        classes |= pith__scan_classes(s, first + i < last ? first + i : last);
    return classes & PITH__GIVEN_NAMES || end - first > FEW;
}

/* Chairman, congressman: women are, too. */
static bool is_of_either_sex(const pith__scan *s, uint32_t token)
{
    const pith__document_form *form = pith__token_form(s->document, token);
    return pith__form_ends(form, 3, "man");
}

/* What an office or honorific that one sex has tells ("spokeswoman", "Mr"), else the first given
 * name of a name. */
static pith__gender gender_of(const pith__scan *s, pith__mention_kind kind, uint32_t first,
                              uint32_t end)
{
    if (!may_tell_gender(s, first, end))
        return PITH__UNKNOWN;
    pith__gender given = PITH__UNKNOWN, office = PITH__UNKNOWN;
    bool named = false; /* Chris Christie: what tells the gender, if anything, is the first */
    for (uint32_t t = first; t < end; t++) {
        const pith__word *word = pith__scan_word(s, t);
        uint32_t sex = word->classes & PITH__GIVEN_NAMES;
        if (!sex || word->possessive)
            continue;
        if (word->classes & PITH__TITLES) {
            if (sex == PITH__NAME_MALE && is_of_either_sex(s, t))
                office = PITH__MALE;
            else if (sex != PITH__GIVEN_NAMES)
                return pith__gender_of(sex);
        } else if (!named && kind == PITH__NAME) {
            given = pith__gender_of(sex);
            named = true;
        }
    }
    return given == PITH__UNKNOWN ? office : given;
}

/* Goes over the marks before the byte. */
static void pass_marks(pith__scan *s, uint32_t byte)
{
    const pith__marks *marks = &s->document->marks;
    for (; s->mark < marks->count && marks->items[s->mark].span.start < byte; s->mark++) {
        const pith__mark *mark = &marks->items[s->mark];
        if (mark->role != PITH__CLOSING && mark->partner != PITH_NONE) {
            uint32_t until = marks->items[mark->partner].span.start;
            s->quoted_until = until > s->quoted_until ? until : s->quoted_until;
        }
    }
    s->next_mark = s->mark < marks->count ? marks->items[s->mark].span.start : UINT32_MAX;
}

static bool is_quoted(pith__scan *s, uint32_t byte)
{
    if (s->next_mark < byte)
        pass_marks(s, byte);
    return byte < s->quoted_until;
}

/* Whether a verb of saying follows, over adverbs and auxiliaries, or goes right before. Without a
 * branch, for no processor can guess it. */
static bool is_speaking(const pith__scan *s, uint32_t first, uint32_t end)
{
    enum { BEHIND = 3 };
    bool behind = first > s->first, goes_on = true;
    bool speaks = behind & ((pith__scan_classes(s, first - behind) & PITH__SPEECH_VERB) != 0);
    for (uint32_t t = end; t < end + BEHIND; t++) {
        uint32_t classes = pith__scan_classes(s, t < s->end ? t : s->end - 1);
        goes_on &= t < s->end;
        speaks |= goes_on & ((classes & PITH__SPEECH_VERB) != 0);
        goes_on &= (classes & PITH__STOP) != 0;
    }
    return speaks;
}

/* A name of several words that begins with a given name. */
static bool is_full_name(const pith__scan *s, const pith__mention *m)
{
    uint32_t t = pith__name_token(s->tokens, m);
    return m->kind == PITH__NAME && t + 1 < m->end && pith__scan_classes(s, t) & PITH__GIVEN_NAMES;
}

void pith__scan_cover(pith__scan *s, uint32_t from, uint32_t until)
{
    for (uint32_t i = from; i < until; i++)
        if (is_full_name(s, &s->mentions.items[i]))
            *pith__array_add(s->arena, &s->covered) = s->mentions.items[i];
}

pith__mentions pith__scan_close(pith__scan *s)
{
    pith__mentions *all = &s->mentions;
    const uint32_t count = all->count + s->covered.count;
    const size_t size = sizeof *all->items;
    all->items = pith__arena_resize(s->arena, all->items, all->room * size, count * size);
    if (s->covered.count)
        memcpy(all->items + all->count, s->covered.items, s->covered.count * size);
    all->room = count;
    all->covered = s->covered.count;
    return *all;
}

pith__mention *pith__scan_add(pith__scan *s, pith__mention_kind kind, uint32_t first, uint32_t end)
{
    uint32_t from = s->mentions.count;
    while (from && s->mentions.items[from - 1].first >= first)
        from--;
    if (from < s->mentions.count) {
        pith__scan_cover(s, from, s->mentions.count);
        s->mentions.count = from;
    }
    pith__mention *m = pith__array_add(s->arena, &s->mentions);
    const pith__word *last = pith__scan_word(s, end - 1);
    pith_span span = {s->tokens[first].start, s->tokens[end - 1].start + last->length};
    *m = (pith__mention){.first = first,
                         .end = end,
                         .sentence = s->sentence,
                         .span = span,
                         .kind = kind,
                         .gender =
                             kind == PITH__PRONOUN ? PITH__UNKNOWN : gender_of(s, kind, first, end),
                         .quoted = is_quoted(s, span.start),
                         .possessive = last->possessive || pith__scan_is_possessor(s, end),
                         .speaks = is_speaking(s, first, end)};
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
