#include "out/json.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "ground/block.h"

enum { DEPTH_MAX = 32 };

/* ---- structure ---- */

/* What is written up to `out` belongs to the buffer. */
static void settle(pith__json *json, const char *out)
{
    json->buffer.length = (size_t)(out - json->buffer.bytes);
}

static char *put_indent(char *out, unsigned depth)
{
    *out++ = '\n';
    memset(out, '\t', depth);
    return out + depth;
}

/* Copies what is mostly short: the pieces that are copied overlap. */
static inline char *put_few(char *out, const char *bytes, size_t length)
{
    if (length > 16) {
        memcpy(out, bytes, length);
    } else if (length >= 8) {
        memcpy(out, bytes, 8);
        memcpy(out + length - 8, bytes + length - 8, 8);
    } else if (length >= 4) {
        memcpy(out, bytes, 4);
        memcpy(out + length - 4, bytes + length - 4, 4);
    } else if (length >= 2) {
        memcpy(out, bytes, 2);
        memcpy(out + length - 2, bytes + length - 2, 2);
    } else if (length) {
        *out = *bytes;
    }
    return out + length;
}

/* The white space before a value, where members have lines. */
static char *put_space(const pith__json *json, char *out, bool named)
{
    bool array = json->depth && json->arrays >> (json->depth - 1) & 1;
    if (json->started && array)
        *out++ = ' ';
    return named ? put_indent(out, json->depth) : out;
}

/* What goes before a value. Returns where it goes, with room for so many bytes. */
static char *begin(pith__json *json, const char *key, size_t room)
{
    size_t length = key ? strlen(key) : 0;
    char *out = pith__buffer_reserve(&json->buffer, room + length + DEPTH_MAX + 8);
    *out = ',';
    out += json->started;
    if (json->indented)
        out = put_space(json, out, key != NULL);
    json->started = true;
    if (!key)
        return out;
    *out++ = '"';
    out = put_few(out, key, length);
    memcpy(out, "\":\t", 3);
    return out + (json->indented ? 3 : 2);
}

static void open(pith__json *json, const char *key, bool array)
{
    assert(json->depth < DEPTH_MAX);
    char *out = begin(json, key, 1);
    uint32_t bit = 1u << json->depth++;
    json->started = false;
    json->arrays = array ? json->arrays | bit : json->arrays & ~bit;
    *out++ = array ? '[' : '{';
    settle(json, out);
}

void pith__json_open_object(pith__json *json, const char *key)
{
    open(json, key, false);
}

void pith__json_open_array(pith__json *json, const char *key)
{
    open(json, key, true);
}

void pith__json_close(pith__json *json)
{
    assert(json->depth > 0);
    bool array = json->arrays >> --json->depth & 1;
    char *out = pith__buffer_reserve(&json->buffer, DEPTH_MAX + 2);
    if (!array && json->indented)
        out = put_indent(out, json->depth);
    *out++ = array ? ']' : '}';
    json->started = true;
    settle(json, out);
}

static void add_word(pith__json *json, const char *key, const char *word)
{
    size_t length = strlen(word);
    char *out = begin(json, key, length);
    settle(json, put_few(out, word, length));
}

void pith__json_null(pith__json *json, const char *key)
{
    add_word(json, key, "null");
}

void pith__json_boolean(pith__json *json, const char *key, bool value)
{
    add_word(json, key, value ? "true" : "false");
}

/* ---- numbers ---- */

enum { DIGITS_MAX = 20 };

static char *put_whole(char *out, uint64_t number)
{
    char room[DIGITS_MAX], *end = room + sizeof room, *at = end;
    do
        *--at = (char)('0' + number % 10);
    while (number /= 10);
    return put_few(out, at, (size_t)(end - at));
}

void pith__json_whole(pith__json *json, const char *key, uint64_t number)
{
    char *out = begin(json, key, DIGITS_MAX);
    settle(json, put_whole(out, number));
}

enum { DIGITS = 6 };

/* A positive number as its first digits, without zeros at their end, and the place of the first
 * one: 0 is that of ones. */
typedef struct decimal {
    char digits[2 * DIGITS]; /* with something behind them, so that they are copied at once */
    uint32_t count;
    int place;
} decimal;

/* The place of the first digit of a positive number. Most are shares of something, or points. */
static int place_of(double number)
{
    if (number >= 1 && number < 10)
        return 0;
    if (number >= 0.1 && number < 1)
        return -1;
    return (int)floor(log10(number));
}

static double power_of_ten(int exponent)
{
    static const double few[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};
    return exponent >= 0 && exponent <= 10 ? few[exponent] : pow(10, exponent);
}

/* What is cut off a number of six digits and a half is what round() gives. */
static decimal decimal_of(double number)
{
    decimal d = {.digits = {0}, .count = DIGITS, .place = place_of(number)};
    uint32_t rounded = (uint32_t)(number * power_of_ten(DIGITS - 1 - d.place) + 0.5);
    d.place += rounded >= 1000000;
    rounded = rounded >= 1000000 ? rounded / 10 : rounded;
    put_whole(d.digits, rounded);
    while (d.count > 1 && d.digits[d.count - 1] == '0')
        d.count--;
    return d;
}

static char *put_exponent(char *out, const decimal *d)
{
    *out++ = d->digits[0];
    if (d->count > 1)
        *out++ = '.';
    memcpy(out, d->digits + 1, DIGITS);
    out += d->count - 1;
    *out++ = 'e';
    *out++ = d->place < 0 ? '-' : '+';
    return put_whole(out, (uint64_t)(d->place < 0 ? -d->place : d->place));
}

static char *put_plain(char *out, const decimal *d)
{
    uint32_t whole = d->place < 0 ? 0 : (uint32_t)d->place + 1;
    if (whole == 0) {
        *out++ = '0';
        *out++ = '.';
        for (int i = d->place; i < -1; i++)
            *out++ = '0';
    }
    memcpy(out, d->digits, DIGITS);
    if (whole == 0 || whole == d->count)
        return out + d->count;
    if (whole > d->count) {
        memset(out + d->count, '0', whole - d->count);
        return out + whole;
    }
    out[whole] = '.';
    memcpy(out + whole + 1, d->digits + whole, DIGITS);
    return out + d->count + 1;
}

void pith__json_fraction(pith__json *json, const char *key, double number)
{
    enum { PLACE_LEAST = -5, PLACE_MOST = 15 }; /* beyond them with an exponent */
    enum { ROOM = 32 };
    assert(isfinite(number));
    char *out = begin(json, key, ROOM);
    if (number == 0) {
        *out++ = '0';
        settle(json, out);
        return;
    }
    if (number < 0)
        *out++ = '-';
    decimal d = decimal_of(fabs(number));
    bool plain = d.place >= PLACE_LEAST && d.place <= PLACE_MOST;
    settle(json, plain ? put_plain(out, &d) : put_exponent(out, &d));
}

/* ---- strings ---- */

enum {
    BEHIND = 2, /* bytes that a look at a block needs behind it */
    ESCAPE = 6, /* bytes of an escape at most */
    SPARE = PITH__BLOCK + ESCAPE + 1
};

/* Which of the bytes of a block need an escape, the first one lowest: marks, control characters,
 * and the line ends C2 85, E2 80 A8 and E2 80 A9. */
static inline uint32_t needs_of(const char *text)
{
    pith__block b = pith__block_load(text);
    uint32_t bits = pith__block_bits((pith__block)(b < pith__block_of(0x20)) |
                                     pith__block_equal(b, '"') | pith__block_equal(b, '\\'));
    if (!pith__block_bits(pith__block_high(b)))
        return bits;
    pith__block second = pith__block_load(text + 1), third = pith__block_load(text + 2);
    pith__block separators = pith__block_equal(b, 0xE2) & pith__block_equal(second, 0x80) &
                             pith__block_equal(third | pith__block_of(1), 0xA9);
    return bits | pith__block_bits(separators |
                                   (pith__block_equal(b, 0xC2) & pith__block_equal(second, 0x85)));
}

/* Writes the escape of what begins at `text`, which needs one, and tells how many bytes that is. */
static char *put_escape(char *out, const char *text, size_t *replaced)
{
    static const char hex[] = "0123456789abcdef", letters[] = "btn?fr"; /* from \b to \r */
    unsigned char byte = (unsigned char)*text;
    *replaced = byte < 0x80 ? 1 : byte == 0xC2 ? 2 : 3;
    *out++ = '\\';
    if (byte >= '\b' && byte <= '\r' && byte != '\v') {
        *out++ = letters[byte - '\b'];
    } else if (byte < 0x20) {
        memcpy(out, "u00", 3);
        out[3] = hex[byte >> 4];
        out[4] = hex[byte & 0xF];
        out += 5;
    } else if (byte < 0x80) {
        *out++ = (char)byte;
    } else {
        memcpy(out, byte == 0xC2 ? "u0085" : text[2] == '\xA8' ? "u2028" : "u2029", 5);
        out += 5;
    }
    return out;
}

/* Writes an escape instead of the next bytes, of which *left are left; *text comes to stand behind
 * them. Returns where to go on, with room for what is left and SPARE bytes. raw: the text is JSON
 * already, in which only line ends need an escape. */
static char *escape(pith__json *json, char *out, const char **text, size_t *left, bool raw)
{
    size_t replaced = 1;
    if (raw && (unsigned char)**text < 0x80)
        *out++ = **text;
    else
        out = put_escape(out, *text, &replaced);
    *text += replaced;
    *left -= replaced;
    settle(json, out);
    return pith__buffer_reserve(&json->buffer, *left + SPARE);
}

/* Whole blocks are copied before it is known what they need. The last bytes are looked at where
 * there is something behind them. */
static char *put_escaped(pith__json *json, char *out, const char *text, size_t left, bool raw)
{
    enum { LAST = PITH__BLOCK + BEHIND };
    char last[PITH__BLOCK + LAST] = {0};
    for (bool near_end = false; left > 0;) {
        if (left < LAST && !near_end) {
            put_few(last, text, left);
            text = last;
            near_end = true;
        }
        size_t step = left < PITH__BLOCK ? left : PITH__BLOCK;
        uint32_t needs = needs_of(text) & ((1u << step) - 1);
        step = needs ? (size_t)__builtin_ctz(needs) : step;
        memcpy(out, text, PITH__BLOCK);
        text += step;
        out += step;
        left -= step;
        if (needs)
            out = escape(json, out, &text, &left, raw);
    }
    return out;
}

void pith__json_string(pith__json *json, const char *key, const char *text, size_t length)
{
    char *out = begin(json, key, length + SPARE + 2);
    *out++ = '"';
    out = put_escaped(json, out, text, length, false);
    *out++ = '"';
    settle(json, out);
}

void pith__json_text(pith__json *json, const char *key, const char *text)
{
    if (text)
        pith__json_string(json, key, text, strlen(text));
    else
        pith__json_null(json, key);
}

void pith__json_raw(pith__json *json, const char *key, const char *value)
{
    size_t length = strlen(value);
    char *out = begin(json, key, length + SPARE);
    settle(json, put_escaped(json, out, value, length, true));
}
