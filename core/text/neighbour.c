#include "text/neighbour.h"

#include <string.h>

#include "ground/utf8.h"

/* What an ASCII character is, a bit each; most of what is read is ASCII. */
enum { LETTER = 1, UPPER = 2, DIGIT = 4, VOWEL = 8, JOINS = 16, STOPS = 32 };

static const unsigned char kinds[128] = {
#define VOWELS(a, e, i, o, u, y, bits)                                                             \
    [a] = bits, [e] = bits, [i] = bits, [o] = bits, [u] = bits, [y] = bits
    VOWELS('a', 'e', 'i', 'o', 'u', 'y', LETTER | VOWEL),
    VOWELS('A', 'E', 'I', 'O', 'U', 'Y', LETTER | VOWEL | UPPER),
#undef VOWELS
    ['b'] = LETTER,
    ['c'] = LETTER,
    ['d'] = LETTER,
    ['f'] = LETTER,
    ['g'] = LETTER,
    ['h'] = LETTER,
    ['j'] = LETTER,
    ['k'] = LETTER,
    ['l'] = LETTER,
    ['m'] = LETTER,
    ['n'] = LETTER,
    ['p'] = LETTER,
    ['q'] = LETTER,
    ['r'] = LETTER,
    ['s'] = LETTER,
    ['t'] = LETTER,
    ['v'] = LETTER,
    ['w'] = LETTER,
    ['x'] = LETTER,
    ['z'] = LETTER,
    ['B'] = LETTER | UPPER,
    ['C'] = LETTER | UPPER,
    ['D'] = LETTER | UPPER,
    ['F'] = LETTER | UPPER,
    ['G'] = LETTER | UPPER,
    ['H'] = LETTER | UPPER,
    ['J'] = LETTER | UPPER,
    ['K'] = LETTER | UPPER,
    ['L'] = LETTER | UPPER,
    ['M'] = LETTER | UPPER,
    ['N'] = LETTER | UPPER,
    ['P'] = LETTER | UPPER,
    ['Q'] = LETTER | UPPER,
    ['R'] = LETTER | UPPER,
    ['S'] = LETTER | UPPER,
    ['T'] = LETTER | UPPER,
    ['V'] = LETTER | UPPER,
    ['W'] = LETTER | UPPER,
    ['X'] = LETTER | UPPER,
    ['Z'] = LETTER | UPPER,
    ['0'] = DIGIT,
    ['1'] = DIGIT,
    ['2'] = DIGIT,
    ['3'] = DIGIT,
    ['4'] = DIGIT,
    ['5'] = DIGIT,
    ['6'] = DIGIT,
    ['7'] = DIGIT,
    ['8'] = DIGIT,
    ['9'] = DIGIT,
    ['.'] = JOINS | STOPS,
    ['-'] = JOINS,
    ['\''] = JOINS,
    [','] = JOINS,
    ['&'] = JOINS};

/* Ranges of letters beyond ASCII that are all of one case, for speed; the rest is asked of
 * utf8proc.
 */
static const struct {
    uint32_t first, last;
    uint32_t lowers; /* added to a capital; 0: the letters are small */
} ranges[] = {{0x430, 0x45F, 0},    {0x410, 0x42F, 0x20}, {0xE0, 0xF6, 0},   {0xF8, 0xFF, 0},
              {0xC0, 0xD6, 0x20},   {0xD8, 0xDE, 0x20},   {0x3AC, 0x3CE, 0}, {0x391, 0x3A1, 0x20},
              {0x3A3, 0x3A9, 0x20}, {0x400, 0x40F, 0x50}};

/* *lower gets the letter in lower case. */
static pith__letter_case case_of(uint32_t code, uint32_t *lower)
{
    *lower = code;
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (code >= ranges[i].first && code <= ranges[i].last) {
            *lower += ranges[i].lowers;
            return ranges[i].lowers ? PITH__UPPER_CASE : PITH__LOWER_CASE;
        }
    if (pith__utf8_is_lower(code))
        return PITH__LOWER_CASE;
    if (!pith__utf8_is_upper(code))
        return pith__utf8_is_letter(code)  ? PITH__CASELESS
               : pith__utf8_is_digit(code) ? PITH__DIGIT
                                           : PITH__NO_LETTER;
    *lower = pith__utf8_lower(code);
    return PITH__UPPER_CASE;
}

/* Vowels of Cyrillic; what is no Cyrillic letter counts as one. */
static bool is_vowel(uint32_t lower)
{
    static const uint32_t cyrillic[] = {0x430, 0x435, 0x438, 0x43E, 0x443, 0x44B, 0x44D,
                                        0x44E, 0x44F, 0x451, 0x454, 0x456, 0x457, 0x44A};
    if (lower < 0x430 || lower > 0x44F)
        return true;
    for (size_t i = 0; i < sizeof cyrillic / sizeof *cyrillic; i++)
        if (lower == cyrillic[i])
            return true;
    return false;
}

/* Letters, digits and what joins them inside an abbreviation or number. */
static bool joins_word(uint32_t code)
{
    return code < 0x80 ? (kinds[code] & JOINS) != 0
                       : code == 0x2019 || code == 0x2010 || code == 0x2011;
}

static bool in_word(uint32_t code)
{
    uint32_t lower;
    return code < 0x80 ? (kinds[code] & (LETTER | DIGIT)) != 0
                       : case_of(code, &lower) != PITH__NO_LETTER || code == 0xB0;
}

static void count_case(pith__neighbour *w, pith__letter_case c)
{
    w->digits += c == PITH__DIGIT;
    w->uppers += c == PITH__UPPER_CASE;
    w->letters += c == PITH__UPPER_CASE || c == PITH__LOWER_CASE || c == PITH__CASELESS;
}

static pith__letter_case case_of_kind(unsigned kind)
{
    if (kind & LETTER)
        return kind & UPPER ? PITH__UPPER_CASE : PITH__LOWER_CASE;
    return kind & DIGIT ? PITH__DIGIT : PITH__NO_LETTER;
}

/* Takes the character beyond ASCII at *at into the word; returns the bytes that it has in it. */
static size_t read_wide(const char *bytes, uint32_t *at, pith__neighbour *w, char *out)
{
    bool first = *at == w->span.start;
    uint32_t code = pith__utf8_next(bytes, at);
    uint32_t lower;
    pith__letter_case c = case_of(code, &lower);
    if (first)
        w->first = c;
    count_case(w, c);
    w->marks += c == PITH__CASELESS && pith__utf8_is_mark(code);
    w->vowel |= c != PITH__DIGIT && c != PITH__NO_LETTER && is_vowel(lower);
    return pith__utf8_put(lower == 0x2019 ? '\'' : lower, out);
}

/* What is counted of a word, in 16 bits each: letters, capitals, digits, stops. */
static uint64_t counts_of(unsigned kind)
{
    return (kind & LETTER) | (uint64_t)(kind & UPPER) << 15 | (uint64_t)(kind & DIGIT) << 30 |
           (uint64_t)(kind & STOPS) << 43;
}

void pith__neighbour_read(const pith__vicinity *v, pith_span span, pith__neighbour *w)
{
    const char *bytes = v->text.bytes;
    size_t used = 0;
    uint64_t counts = 0;
    unsigned kinds_seen = 0;
    w->span = span;
    w->first = PITH__NO_LETTER;
    w->letters = w->marks = w->uppers = w->digits = 0;
    w->vowel = false;
    for (uint32_t at = span.start; at < span.end;) {
        unsigned char byte = (unsigned char)bytes[at];
        if (byte >= 0x80) {
            used += read_wide(bytes, &at, w, w->lower + used);
            continue;
        }
        unsigned kind = kinds[byte];
        counts += counts_of(kind);
        kinds_seen |= kind;
        w->lower[used++] = (char)(byte | (kind & UPPER) << 4);
        at++;
    }
    if (span.start < span.end && (unsigned char)bytes[span.start] < 0x80)
        w->first = case_of_kind(kinds[(unsigned char)bytes[span.start]]);
    w->letters += counts & 0xFFFF;
    w->uppers += counts >> 16 & 0xFFFF;
    w->digits += counts >> 32 & 0xFFFF;
    w->stops = (uint32_t)(counts >> 48);
    w->vowel |= (kinds_seen & VOWEL) != 0;
    w->lower_length = (uint32_t)used;
    w->lower[used] = 0;
    w->classes = used ? pith__lexicon_classes(v->lexicon, w->lower, used) : 0;
}

pith_span pith__word_before(const pith__vicinity *v, uint32_t end)
{
    const char *bytes = v->text.bytes;
    uint32_t start = end;
    for (uint32_t at = end; at > v->start && end - at < PITH__NEIGHBOUR_MAX; start = at) {
        unsigned char byte = (unsigned char)bytes[at - 1];
        uint32_t code = byte < 0x80 ? (at--, byte) : pith__utf8_previous(bytes, &at);
        if (byte < 0x80 ? !kinds[byte] : !in_word(code) && !joins_word(code))
            break;
    }
    while (start < end && joins_word((unsigned char)bytes[start]))
        start++;
    return (pith_span){start, end};
}

pith_span pith__word_from(const pith__vicinity *v, uint32_t start)
{
    const char *bytes = v->text.bytes;
    uint32_t end = start;
    for (uint32_t at = start; at < v->end && at - start < PITH__NEIGHBOUR_MAX - 4; end = at) {
        unsigned char byte = (unsigned char)bytes[at];
        uint32_t code = byte < 0x80 ? (at++, byte) : pith__utf8_next(bytes, &at);
        if (!in_word(code) && code != '\'' && code != 0x2019)
            break;
    }
    return (pith_span){start, end};
}

/* Where the text before `at` ends when white space and opening marks are left out. */
uint32_t pith__back_over_space(const pith__vicinity *v, uint32_t at)
{
    while (at > v->start) {
        uint32_t before = at;
        if (!pith__utf8_is_space(pith__utf8_previous(v->text.bytes, &before)))
            break;
        at = before;
    }
    return at;
}

/* The word before a word, in the same sentence; empty if there is none. */
pith__neighbour pith__neighbour_earlier(const pith__vicinity *v, const pith__neighbour *w)
{
    return pith__neighbour_before(v, pith__back_over_space(v, w->span.start));
}

bool pith__neighbour_is_roman(const pith__neighbour *w)
{
    uint32_t n = 0;
    while (n < w->lower_length && strchr("ivxlcdm", w->lower[n]))
        n++;
    return n == w->lower_length && n && w->uppers == w->letters;
}

bool pith__neighbour_is_number(const pith__neighbour *w)
{
    return w->digits && !w->letters;
}

bool pith__neighbour_is_acronym(const pith__neighbour *w)
{
    uint32_t letters = w->letters - w->marks;
    return w->stops && letters > w->stops && letters <= 2 * (w->stops + 1) + 1 && !w->digits;
}

/* iPhone, eBay: a capital follows the small letter. */
bool pith__neighbour_is_camel(const pith__neighbour *w)
{
    return w->first == PITH__LOWER_CASE && w->uppers && w->uppers < w->letters &&
           (w->letters > 3 || w->lower[0] == 'i'); /* not kWh */
}
