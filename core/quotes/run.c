#include "quotes/run.h"

#include <string.h>

enum { RUN_MAX = 16 /* words of a name */ };

/* Party and state of a member of Congress: D-Conn., R-Ky. */
static bool is_constituency(const pith__scan *s, uint32_t token)
{
    const char *word = pith__token_form(s->document, token)->lower;
    return (word[0] == 'd' || word[0] == 'i' || word[0] == 'r') && word[1] == '-' &&
           token > s->first && strchr("(,", pith__scan_byte(s, token - 1));
}

/* N'approche, Qu'importe: a word with a small letter behind a small one that lost its vowel. */
static bool is_elided(const pith__scan *s, uint32_t token)
{
    static const char languages[] = "ca fr it";
    const char *word = s->text + s->tokens[token].start;
    uint32_t length = pith__scan_word(s, token)->length;
    if (s->english || !strstr(languages, s->document->language->code))
        return false;
    uint32_t at = length > 2 && (word[0] == 'Q' && word[1] == 'u') ? 2 : 1;
    if (length > at + 3 && memcmp(word + at, "’", 3) == 0)
        return word[at + 3] >= 'a' && word[at + 3] <= 'z';
    return length > at + 1 && word[at] == '\'' && word[at + 1] >= 'a' && word[at + 1] <= 'z';
}

/* al-Hasan, el-Baz: the article of an Arabic name has no capital. */
static bool has_article(const pith__scan *s, uint32_t token)
{
    enum { ARTICLE = 2 }; /* letters */
    const char *word = s->text + s->tokens[token].start;
    return word[ARTICLE] == '-' && pith__scan_word(s, token)->length > ARTICLE + 2 &&
           word[0] >= 'a' && word[0] <= 'z' && word[1] >= 'a' && word[1] <= 'z' &&
           word[ARTICLE + 1] >= 'A' && word[ARTICLE + 1] <= 'Z';
}

/* Sept. 27, Sept 27; but not Ai Jun. */
static bool is_short_month(const pith__scan *s, uint32_t token)
{
    return pith__scan_classes(s, token) & PITH__ABBR_MONTH && token + 1 < s->end &&
           (pith__scan_byte(s, token + 1) == '.' || pith__scan_shape(s, token + 1) == PITH__NUMBER);
}

bool pith__is_doubtful_name(const pith__scan *s, uint32_t token, bool inside)
{
    const pith__word *w = pith__scan_word(s, token);
    if (!pith__word_is_capital(w))
        return has_article(s, token);
    uint32_t place = inside                       ? PITH__NAMES_INSIDE
                     : pith__scan_opens(s, token) ? PITH__NAMES_OPENER
                                                  : PITH__NAMES_FIRST;
    if (!(w->naming & place) || is_constituency(s, token) || is_elided(s, token))
        return false;
    if (!inside && is_short_month(s, token))
        return false;
    if (inside || !(w->classes & PITH__MONTH) || (w->shape == PITH__UPPER && w->length > 1))
        return true;
    return token + 1 < s->end && pith__scan_is_capital(s, token + 1); /* June Rossi, but not June */
}

bool pith__is_tail(const pith__scan *s, uint32_t token)
{
    static const char *const words[] = {"von", "vom", "van", "aus", "in",
                                        "im",  "für", "bei", "beim"};
    return !s->nouns || PITH__FORM_IS_ONE_OF(pith__token_form(s->document, token), words);
}

/* Whether a small word can go on with a German name or office: "von der Leyen", "Ministerin der
 * Finanzen", "Karl zu Hohenfels", but not "Hale | zu den Gründen", "die Firma | den Abbau". */
static bool is_joint(const pith__scan *s, uint32_t token, uint32_t first)
{
    static const char *const to[] = {"zu", "zum", "zur"};
    static const char *const nobles[] = {"von", "van", "zu", "de", "del", "da", "di"};
    static const char *const genitive[] = {"der", "des", "dieser", "dieses", "seiner", "ihrer"};
    bool noble = PITH__FORM_IS_ONE_OF(pith__token_form(s->document, token), nobles) &&
                 pith__scan_classes(s, first - 1) & PITH__HONORIFIC;
    if (pith__scan_classes(s, first - 1) & PITH__ROLE && token == first && !noble)
        return false; /* "Sprecher | von Nordbau", but "Präsident von Hale" */
    bool joint = pith__scan_classes(s, token) & PITH__PARTICLE || pith__is_tail(s, token);
    if (pith__scan_classes(s, token) & PITH__DETERMINERS)
        return token > first ? pith__is_tail(s, token - 1)
                             : PITH__FORM_IS_ONE_OF(pith__token_form(s->document, token), genitive);
    return joint && (!PITH__FORM_IS_ONE_OF(pith__token_form(s->document, token), to) ||
                     pith__scan_classes(s, token - 1) & PITH__GIVEN_NAMES);
}

/* The capitalized word that continues a run behind `end`, over particles ("van der"), the stop of
 * an initial, or "of" inside the name of an office; PITH_NONE if the run is over. */
static uint32_t run_next(const pith__scan *s, uint32_t end, bool titled)
{
    const uint32_t joints =
        PITH__PARTICLE | (titled ? (uint32_t)(PITH__PREPOSITION | PITH__DETERMINERS) : 0);
    const pith__word *last = pith__scan_word(s, end - 1);
    if (end >= s->end || last->possessive)
        return PITH_NONE;
    const pith__word *behind = pith__scan_word(s, end);
    uint32_t next = end;
    if (pith__word_is_capital(behind))
        return pith__is_name_word(s, end, true) ? end : PITH_NONE;
    if (behind->shape == PITH__PUNCTUATION && pith__scan_byte(s, end) == '.' &&
        (last->length == 1 || last->classes & PITH__TITLES))
        next++;
    else if (!(behind->naming & PITH__NAMES_PERHAPS) && !(behind->classes & joints))
        return PITH_NONE;
    for (uint32_t name = next; name < s->end; name++) {
        const pith__word *word = pith__scan_word(s, name);
        if (!(word->classes & joints) || name == next + 3 || pith__word_is_capital(word) ||
            (word->naming & PITH__NAMES_PERHAPS && has_article(s, name)) ||
            (s->nouns && !is_joint(s, name, next)))
            return pith__is_name_word(s, name, true) ? name : PITH_NONE;
    }
    return PITH_NONE;
}

uint32_t pith__run_end(const pith__scan *s, uint32_t first)
{
    uint32_t end = first + 1;
    bool titled = pith__scan_classes(s, first) & (PITH__ROLE | PITH__COLLECTIVE);
    for (uint32_t next; end < first + RUN_MAX && (next = run_next(s, end, titled)) != PITH_NONE;) {
        uint32_t classes = pith__scan_classes(s, next);
        titled |= (classes & (PITH__ROLE | PITH__COLLECTIVE)) != 0;
        if (s->nouns && classes & PITH__GIVEN_NAMES)
            titled = false; /* "Bürgermeisterin Nora Hale | vor der Presse" */
        end = next + 1;
    }
    static const char *const suffixes[] = {"jr", "sr"};
    bool stop = end > first + 1 && end < s->end && pith__scan_is_stop(s, end) &&
                PITH__FORM_IS_ONE_OF(pith__token_form(s->document, end - 1), suffixes);
    return stop ? end + 1 : end;
}

static bool is_given(const pith__scan *s, uint32_t token)
{
    uint32_t classes = pith__scan_classes(s, token);
    return classes & PITH__GIVEN_NAMES && !(classes & PITH__TITLES);
}

/* Whether a body is called by a word that is a title elsewhere: General Motors, the Justice
 * Department, Queen Mary University. */
static bool is_body(const pith__scan *s, uint32_t first, uint32_t end)
{
    static const char *const titles[] = {"general", "justice", "major", "king", "queen",  "prince",
                                         "captain", "saint",   "st",    "dean", "premier"};
    static const char *const bodies[] = {"assembly", "dynamics",        "electric",
                                         "foods",    "hospital",        "mills",
                                         "motors",   "pharmaceuticals", "zoo"};
    enum { LONGEST = 7 };
    if (!s->english || pith__scan_word(s, first)->lower_length > LONGEST ||
        !PITH__FORM_IS_ONE_OF(pith__token_form(s->document, first), titles))
        return false;
    for (uint32_t t = first + 1; t < end; t++)
        if (pith__scan_classes(s, t) & PITH__COLLECTIVE ||
            PITH__FORM_IS_ONE_OF(pith__token_form(s->document, t), bodies))
            return true;
    return false;
}

/* Whether the name of somebody begins at the token, behind a body and an office there that is in no
 * list: "Lake County Recorder | Ann Lee". */
static bool is_holder(const pith__scan *s, uint32_t token, uint32_t end)
{
    return token + 2 == end && is_given(s, token) && pith__scan_is_capital(s, token - 1) &&
           !((pith__scan_classes(s, token - 1) | pith__scan_classes(s, end - 1)) &
             PITH__COLLECTIVE);
}

pith__name_parts pith__run_divide(const pith__scan *s, uint32_t first, uint32_t end)
{
    pith__name_parts p = {.name = first};
    if (end == first + 1) { /* as most are */
        uint32_t c = pith__scan_classes(s, first);
        p.given = is_given(s, first);
        p.titled = !p.given && c & PITH__TITLES;
        p.collective = !p.given && c & PITH__COLLECTIVE;
        p.name += p.titled;
        return p;
    }
    p.collective = is_body(s, first, end);
    for (uint32_t t = p.collective ? first + 1 : first; t < end; t++) {
        uint32_t c = pith__scan_classes(s, t);
        bool given = is_given(s, t);
        if (p.given && c & PITH__ROLE && !(c & PITH__GIVEN_NAMES) && t + 2 < end &&
            is_given(s, t + 1)) { /* Kennedy Adviser Ann Lee */
            p.titled = true;
            p.name = t + 1;
        }
        if (p.collective && !p.given && t > first + 1 && is_holder(s, t, end)) {
            p.titled = true;
            p.name = t;
        }
        if (given && t >= p.name && !p.given) {
            p.given = true;
            if (p.titled && p.name < t && !pith__scan_is_capital(s, p.name))
                p.name = t; /* Secretary of State John Kerry */
        }
        if (p.given)
            continue;
        p.collective = p.collective || c & PITH__COLLECTIVE;
        if (c & PITH__TITLES || (p.name == t && pith__scan_is_stop(s, t))) {
            p.titled = true;
            p.name = t + 1;
        }
    }
    return p;
}
