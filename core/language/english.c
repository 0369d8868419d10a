/* Porter, M.: The English (Porter2) stemming algorithm, snowballstem.org. */
#include "language/english.h"

#include <string.h>

#include "ground/block.h"

/* A word while it is stemmed: y is written Y where it is a consonant. */
typedef struct stem {
    char *bytes;
    uint32_t length;
    uint32_t first, second; /* where the regions R1 and R2 begin */
    uint64_t vowels;        /* of the whole word, a bit each */
    bool consonant_y;
} stem;

static bool is_vowel(char c)
{
    uint32_t letter = (unsigned char)c - 'a';
    return letter < 25 && 0x1104111u >> letter & 1; /* aeiouy */
}

/* ---- endings ---- */

/* An ending, and what takes its place. */
typedef struct rule {
    const char *ending, *with;
    unsigned char length; /* of the ending */
} rule;

#define RULE(ending, with)                                                                         \
    {                                                                                              \
        ending, with, sizeof(ending) - 1                                                           \
    }

static bool ends_with(const stem *s, const char *ending, uint32_t length)
{
    if (s->length < length)
        return false;
    for (const char *end = s->bytes + s->length; length; length--)
        if (*--end != ending[length - 1])
            return false;
    return true;
}

#define ENDS_WITH(stem, ending) ends_with(stem, ending, sizeof(ending) - 1)

/* The first rule whose ending the word has: longer endings stand before shorter ones. */
static const rule *find_rule(const stem *s, const rule *rules, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (ends_with(s, rules[i].ending, rules[i].length))
            return &rules[i];
    return NULL;
}

#define FIND_RULE(stem, rules) find_rule(stem, rules, sizeof(rules) / sizeof *(rules))

static void replace(stem *s, const rule *r)
{
    size_t added = strlen(r->with);
    s->length -= r->length;
    memcpy(s->bytes + s->length, r->with, added);
    s->length += (uint32_t)added;
}

static char last_of(const stem *s)
{
    return s->length ? s->bytes[s->length - 1] : '\0';
}

/* The letter before an ending. */
static char before(const stem *s, const rule *r)
{
    return s->length > r->length ? s->bytes[s->length - r->length - 1] : '\0';
}

/* ---- parts of the word ---- */

/* A vowel goes before `end`; nothing but the end of the word may have changed. */
static bool has_vowel(const stem *s, uint32_t end)
{
    return (s->vowels & (((uint64_t)1 << end) - 1)) != 0;
}

/* A short syllable ends at `end`: a vowel between consonants of which the last is no w, x or Y, or
 * one that begins the word. */
static bool is_short_before(const stem *s, uint32_t end)
{
    const char *at = s->bytes + end;
    if (end < 2 || is_vowel(at[-1]) || !is_vowel(at[-2]))
        return false;
    return end == 2 || (!is_vowel(at[-3]) && at[-1] != 'w' && at[-1] != 'x' && at[-1] != 'Y');
}

/* Behind the first consonant behind a vowel, from `at` on; the end of the word if there is none. */
static uint32_t region_from(const stem *s, uint32_t at)
{
    uint64_t vowels = s->vowels & ~(uint64_t)0 << at;
    uint64_t behind = vowels ? ~s->vowels & ~(uint64_t)0 << __builtin_ctzll(vowels) : 0;
    uint32_t end = behind ? (uint32_t)__builtin_ctzll(behind) + 1 : s->length;
    return end < s->length ? end : s->length;
}

static void mark_regions(stem *s)
{
    static const rule openings[] = {RULE("gener", ""), RULE("commun", ""), RULE("arsen", "")};
    s->first = 0;
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        const rule *r = &openings[i];
        if (s->bytes[0] == r->ending[0] && s->length >= r->length &&
            memcmp(s->bytes, r->ending, r->length) == 0)
            s->first = r->length;
    }
    if (!s->first)
        s->first = region_from(s, 0);
    s->second = region_from(s, s->first);
}

/* Copies the word and marks its vowels. False: it has a character beyond ASCII. */
static bool read_word(stem *s, const char *word, uint32_t length)
{
    uint64_t ys = 0, others = 0;
    memset(s->bytes, 0, PITH__ENGLISH_MAX + 2);
    memcpy(s->bytes, word, length);
    s->length = length;
    s->vowels = 0;
    for (uint32_t i = 0; i < length; i += PITH__BLOCK) {
        pith__block b = pith__block_load(s->bytes + i), y = pith__block_equal(b, 'y');
        pith__block vowels = pith__block_equal(b, 'a') | pith__block_equal(b, 'e') |
                             pith__block_equal(b, 'i') | pith__block_equal(b, 'o') |
                             pith__block_equal(b, 'u') | y;
        s->vowels |= (uint64_t)pith__block_bits(vowels) << i;
        ys |= (uint64_t)pith__block_bits(y) << i;
        others |= pith__block_bits(b);
    }
    for (; ys; ys &= ys - 1) {
        uint32_t at = (uint32_t)__builtin_ctzll(ys);
        if (at && !(s->vowels >> (at - 1) & 1))
            continue;
        s->bytes[at] = 'Y';
        s->vowels &= ~((uint64_t)1 << at);
        s->consonant_y = true;
    }
    return !others;
}

/* ---- steps ---- */

static void strip_possessive(stem *s)
{
    if (last_of(s) != '\'' && last_of(s) != 's')
        return;
    if (ENDS_WITH(s, "'s'"))
        s->length -= 3;
    else if (ENDS_WITH(s, "'s"))
        s->length -= 2;
    else if (ENDS_WITH(s, "'"))
        s->length -= 1;
}

static void strip_plural(stem *s)
{
    if (last_of(s) == 'd' || last_of(s) == 's') {
        if (ENDS_WITH(s, "sses"))
            s->length -= 2;
        else if (ENDS_WITH(s, "ies") || ENDS_WITH(s, "ied"))
            s->length -= s->length > 4 ? 2 : 1;
        else if (last_of(s) == 's' && !ENDS_WITH(s, "us") && !ENDS_WITH(s, "ss") && s->length > 2 &&
                 has_vowel(s, s->length - 2))
            s->length -= 1;
    }
}

/* What "ed" or "ing" was put behind gets its e back, or its last letter was doubled for it. */
static void mend(stem *s)
{
    const char *end = s->bytes + s->length;
    if (ENDS_WITH(s, "at") || ENDS_WITH(s, "bl") || ENDS_WITH(s, "iz"))
        s->bytes[s->length++] = 'e';
    else if (s->length > 1 && end[-1] == end[-2] && end[-1] && strchr("bdfgmnprt", end[-1]))
        s->length--;
    else if (s->length == s->first && is_short_before(s, s->length))
        s->bytes[s->length++] = 'e';
}

static void strip_past(stem *s)
{
    static const rule rules[] = {RULE("eedly", "ee"), RULE("ingly", ""), RULE("edly", ""),
                                 RULE("eed", "ee"),   RULE("ing", ""),   RULE("ed", "")};
    if (last_of(s) != 'd' && last_of(s) != 'g' && last_of(s) != 'y')
        return;
    const rule *r = FIND_RULE(s, rules);
    if (!r)
        return;
    uint32_t start = s->length - r->length;
    if (r->with[0]) {
        if (start >= s->first)
            replace(s, r);
    } else if (has_vowel(s, start)) {
        s->length = start;
        mend(s);
    }
}

static void turn_y(stem *s)
{
    char *end = s->bytes + s->length;
    if (s->length > 2 && (end[-1] | 0x20) == 'y' && !is_vowel(end[-2]))
        end[-1] = 'i';
}

/* Two suffixes, of which one is to stay. */
static const rule *twofold_of(const stem *s)
{
    static const rule in_i[] = {RULE("biliti", "ble"), RULE("lessli", "less"), RULE("aliti", "al"),
                                RULE("entli", "ent"),  RULE("fulli", "ful"),   RULE("iviti", "ive"),
                                RULE("ousli", "ous"),  RULE("abli", "able"),   RULE("alli", "al"),
                                RULE("anci", "ance"),  RULE("enci", "ence"),   RULE("bli", "ble"),
                                RULE("ogi", "og"),     RULE("li", "")};
    static const rule in_l[] = {RULE("ational", "ate"), RULE("tional", "tion")};
    static const rule in_m[] = {RULE("alism", "al")};
    static const rule in_n[] = {RULE("ization", "ize"), RULE("ation", "ate")};
    static const rule in_r[] = {RULE("ator", "ate"), RULE("izer", "ize")};
    static const rule in_s[] = {RULE("fulness", "ful"), RULE("iveness", "ive"),
                                RULE("ousness", "ous")};
    switch (last_of(s)) {
    case 'i':
        return FIND_RULE(s, in_i);
    case 'l':
        return FIND_RULE(s, in_l);
    case 'm':
        return FIND_RULE(s, in_m);
    case 'n':
        return FIND_RULE(s, in_n);
    case 'r':
        return FIND_RULE(s, in_r);
    case 's':
        return FIND_RULE(s, in_s);
    default:
        return NULL;
    }
}

static bool follows_li(char c)
{
    return c && strchr("cdeghkmnrt", c) != NULL;
}

static void shorten_twofold(stem *s)
{
    const rule *r = twofold_of(s);
    if (!r || s->length - r->length < s->first)
        return;
    if ((r->ending[0] == 'l' && r->length == 2 && !follows_li(before(s, r))) ||
        (r->ending[0] == 'o' && r->length == 3 && before(s, r) != 'l'))
        return;
    replace(s, r);
}

static const rule *single_of(const stem *s)
{
    static const rule in_e[] = {RULE("alize", "al"), RULE("ative", ""), RULE("icate", "ic")};
    static const rule in_i[] = {RULE("iciti", "ic")};
    static const rule in_l[] = {RULE("ational", "ate"), RULE("tional", "tion"), RULE("ical", "ic"),
                                RULE("ful", "")};
    static const rule in_s[] = {RULE("ness", "")};
    switch (last_of(s)) {
    case 'e':
        return FIND_RULE(s, in_e);
    case 'i':
        return FIND_RULE(s, in_i);
    case 'l':
        return FIND_RULE(s, in_l);
    case 's':
        return FIND_RULE(s, in_s);
    default:
        return NULL;
    }
}

static void shorten(stem *s)
{
    const rule *r = single_of(s);
    bool inner = r && r->ending[0] == 'a' && !r->with[0]; /* "ative" */
    if (r && s->length - r->length >= (inner ? s->second : s->first))
        replace(s, r);
}

static const rule *suffix_of(const stem *s)
{
    static const rule in_c[] = {RULE("ic", "")};
    static const rule in_e[] = {RULE("able", ""), RULE("ance", ""), RULE("ence", ""),
                                RULE("ible", ""), RULE("ate", ""),  RULE("ive", ""),
                                RULE("ize", "")};
    static const rule in_i[] = {RULE("iti", "")};
    static const rule in_l[] = {RULE("al", "")};
    static const rule in_m[] = {RULE("ism", "")};
    static const rule in_n[] = {RULE("ion", "")};
    static const rule in_r[] = {RULE("er", "")};
    static const rule in_s[] = {RULE("ous", "")};
    static const rule in_t[] = {RULE("ement", ""), RULE("ment", ""), RULE("ant", ""),
                                RULE("ent", "")};
    switch (last_of(s)) {
    case 'c':
        return FIND_RULE(s, in_c);
    case 'e':
        return FIND_RULE(s, in_e);
    case 'i':
        return FIND_RULE(s, in_i);
    case 'l':
        return FIND_RULE(s, in_l);
    case 'm':
        return FIND_RULE(s, in_m);
    case 'n':
        return FIND_RULE(s, in_n);
    case 'r':
        return FIND_RULE(s, in_r);
    case 's':
        return FIND_RULE(s, in_s);
    case 't':
        return FIND_RULE(s, in_t);
    default:
        return NULL;
    }
}

static void strip_suffix(stem *s)
{
    const rule *r = suffix_of(s);
    if (r && s->length - r->length >= s->second &&
        (last_of(s) != 'n' || before(s, r) == 's' || before(s, r) == 't')) /* "ion" */
        s->length -= r->length;
}

static void strip_last(stem *s)
{
    uint32_t start = s->length - 1;
    char last = last_of(s);
    if ((last == 'e' &&
         (start >= s->second || (start >= s->first && !is_short_before(s, start)))) ||
        (last == 'l' && start >= s->second && start && s->bytes[start - 1] == 'l'))
        s->length = start;
}

/* ---- words ---- */

#define FIND_WORD(stem, words) find_word(stem, words, sizeof(words) / sizeof *(words))

static const rule *find_word(const stem *s, const rule *words, size_t count)
{
    const rule *r = find_rule(s, words, count);
    return r && r->length == s->length ? r : NULL;
}

/* Words that are no case of the rules. */
static const rule *exception_of(const stem *s)
{
    static const rule in_g[] = {RULE("dying", "die"), RULE("lying", "lie"), RULE("tying", "tie")};
    static const rule in_s[] = {
        RULE("skies", "sky"), RULE("skis", "ski"),  RULE("atlas", "atlas"),  RULE("andes", "andes"),
        RULE("news", "news"), RULE("bias", "bias"), RULE("cosmos", "cosmos")};
    static const rule in_y[] = {RULE("gently", "gentl"), RULE("singly", "singl"),
                                RULE("early", "earli"),  RULE("idly", "idl"),
                                RULE("only", "onli"),    RULE("ugly", "ugli"),
                                RULE("sky", "sky")};
    static const rule in_e[] = {RULE("howe", "howe")};
    if (s->length > 6)
        return NULL;
    switch (last_of(s)) {
    case 'e':
        return FIND_WORD(s, in_e);
    case 'g':
        return FIND_WORD(s, in_g);
    case 's':
        return FIND_WORD(s, in_s);
    case 'y':
        return FIND_WORD(s, in_y);
    default:
        return NULL;
    }
}

/* Words that stay as they are once they are no plural. */
static bool is_whole(const stem *s)
{
    static const rule in_d[] = {RULE("succeed", ""), RULE("proceed", ""), RULE("exceed", "")};
    static const rule in_g[] = {RULE("earring", ""), RULE("herring", ""), RULE("canning", ""),
                                RULE("outing", ""), RULE("inning", "")};
    if (s->length < 6 || s->length > 7)
        return false;
    return last_of(s) == 'd' ? FIND_WORD(s, in_d) : last_of(s) == 'g' ? FIND_WORD(s, in_g) : NULL;
}

static void take_off(stem *s)
{
    strip_possessive(s);
    strip_plural(s);
    if (is_whole(s))
        return;
    strip_past(s);
    turn_y(s);
    shorten_twofold(s);
    shorten(s);
    strip_suffix(s);
    strip_last(s);
}

bool pith__english_stem(const char *word, uint32_t length, char out[PITH__ENGLISH_MAX + 2],
                        uint32_t *stem_length)
{
    stem s = {.bytes = out};
    bool quoted = length > 2 && word[0] == '\'';
    if (length > PITH__ENGLISH_MAX || !read_word(&s, word + quoted, length - quoted))
        return false;
    const rule *exception = quoted ? NULL : exception_of(&s);
    if (exception) {
        s.length = 0;
        replace(&s, &(rule){"", exception->with, 0});
    } else if (length > 2) {
        mark_regions(&s);
        take_off(&s);
    }
    for (uint32_t i = 0; s.consonant_y && i < s.length; i++)
        if (out[i] == 'Y')
            out[i] = 'y';
    *stem_length = s.length;
    return true;
}
