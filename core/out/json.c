#include "out/json.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "ground/block.h"

enum { DEPTH_MAX = 32 };

/* ---- structure ---- */

static void add_char(pith__json *json, char c)
{
    *pith__buffer_reserve(&json->buffer, 1) = c;
    json->buffer.length++;
}

static void indent(pith__json *json)
{
    add_char(json, '\n');
    for (unsigned i = 0; i < json->depth; i++)
        add_char(json, '\t');
}

static void add_key(pith__json *json, const char *key)
{
    size_t length = strlen(key);
    char *out = pith__buffer_reserve(&json->buffer, length + 4);
    *out++ = '"';
    memcpy(out, key, length);
    memcpy(out + length, "\":\t", 3);
    json->buffer.length += length + (json->indented ? 4 : 3);
}

/* What goes before a value. */
static void begin(pith__json *json, const char *key)
{
    uint32_t bit = json->depth ? 1u << (json->depth - 1) : 0;
    bool array = json->arrays & bit;
    if (json->started & bit) {
        add_char(json, ',');
        if (array && json->indented)
            add_char(json, ' ');
    }
    json->started |= bit;
    if (!key)
        return;
    if (json->indented)
        indent(json);
    add_key(json, key);
}

static void open(pith__json *json, const char *key, bool array)
{
    assert(json->depth < DEPTH_MAX);
    begin(json, key);
    uint32_t bit = 1u << json->depth++;
    json->started &= ~bit;
    json->arrays = array ? json->arrays | bit : json->arrays & ~bit;
    add_char(json, array ? '[' : '{');
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
    bool array = json->arrays & 1u << --json->depth;
    if (!array && json->indented)
        indent(json);
    add_char(json, array ? ']' : '}');
}

/* ---- values ---- */

void pith__json_null(pith__json *json, const char *key)
{
    begin(json, key);
    pith__buffer_print(&json->buffer, "null");
}

void pith__json_boolean(pith__json *json, const char *key, bool value)
{
    begin(json, key);
    pith__buffer_print(&json->buffer, value ? "true" : "false");
}

/* The digits of a number, least one last, behind the end of which there is room. */
static const char *digits_of(uint64_t number, char *end)
{
    do {
        *--end = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    return end;
}

void pith__json_whole(pith__json *json, const char *key, uint64_t number)
{
    char room[20];
    const char *digits = digits_of(number, room + sizeof room);
    begin(json, key);
    pith__buffer_add(&json->buffer, digits, (size_t)(room + sizeof room - digits));
}

enum { DIGITS = 6 };

/* A positive number as its first digits, without zeros at their end, and the place of the first
 * one: 0 is that of ones. */
typedef struct decimal {
    char digits[DIGITS];
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

static decimal decimal_of(double number)
{
    decimal d = {.place = place_of(number), .count = DIGITS};
    uint64_t rounded = (uint64_t)round(number * power_of_ten(DIGITS - 1 - d.place));
    d.place += rounded >= 1000000;
    rounded = rounded >= 1000000 ? rounded / 10 : rounded;
    char room[20];
    memcpy(d.digits, digits_of(rounded, room + sizeof room), DIGITS);
    while (d.count > 1 && d.digits[d.count - 1] == '0')
        d.count--;
    return d;
}

static void add_exponent(pith__buffer *buffer, const decimal *d)
{
    char room[20];
    const char *digits =
        digits_of((uint64_t)(d->place < 0 ? -d->place : d->place), room + sizeof room);
    pith__buffer_add(buffer, d->digits, 1);
    if (d->count > 1)
        pith__buffer_print(buffer, ".");
    pith__buffer_add(buffer, d->digits + 1, d->count - 1);
    pith__buffer_print(buffer, d->place < 0 ? "e-" : "e+");
    pith__buffer_add(buffer, digits, (size_t)(room + sizeof room - digits));
}

static void add_plain(pith__buffer *buffer, const decimal *d)
{
    uint32_t whole = d->place < 0 ? 0 : (uint32_t)d->place + 1;
    uint32_t known = whole < d->count ? whole : d->count;
    pith__buffer_add(buffer, d->digits, known);
    for (uint32_t i = known; i < whole; i++)
        pith__buffer_print(buffer, "0");
    if (known == d->count)
        return;
    pith__buffer_print(buffer, whole ? "." : "0.");
    for (int i = d->place; i < -1; i++)
        pith__buffer_print(buffer, "0");
    pith__buffer_add(buffer, d->digits + known, d->count - known);
}

void pith__json_fraction(pith__json *json, const char *key, double number)
{
    enum { PLACE_LEAST = -5, PLACE_MOST = 15 }; /* beyond them with an exponent */
    assert(isfinite(number));
    begin(json, key);
    if (number == 0) {
        add_char(json, '0');
        return;
    }
    if (number < 0)
        add_char(json, '-');
    decimal d = decimal_of(fabs(number));
    if (d.place < PLACE_LEAST || d.place > PLACE_MOST)
        add_exponent(&json->buffer, &d);
    else
        add_plain(&json->buffer, &d);
}

/* ---- strings ---- */

/* What a byte needs: 0 nothing, 1 a look whether it begins one of the line ends, else the letter of
 * its escape, u for \u00XX. */
static inline unsigned char need_of(unsigned char byte)
{
    if (byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0xC2 && byte != 0xE2)
        return 0;
    switch (byte) {
    case '"':
    case '\\':
        return byte;
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return byte < 0x20 ? 'u' : 1;
    }
}

/* The escape of a line end and how many bytes it replaces; NULL for all else. */
static const char *line_end(const unsigned char *p, size_t left, size_t *replaced)
{
    if (left >= 2 && p[0] == 0xC2 && p[1] == 0x85)
        return *replaced = 2, "\\u0085";
    if (left >= 3 && p[0] == 0xE2 && p[1] == 0x80 && (p[2] == 0xA8 || p[2] == 0xA9))
        return *replaced = 3, p[2] == 0xA8 ? "\\u2028" : "\\u2029";
    return NULL;
}

/* The next byte from `at` on that needs something, or length. */
static size_t next_need(const char *text, size_t at, size_t length)
{
    for (; length - at >= PITH__BLOCK; at += PITH__BLOCK) {
        pith__block b = pith__block_load(text + at);
        pith__block found = (pith__block)(b < pith__block_of(0x20)) | pith__block_equal(b, '"') |
                            pith__block_equal(b, '\\') | pith__block_equal(b, 0xC2) |
                            pith__block_equal(b, 0xE2);
        uint32_t bits = pith__block_bits(found);
        if (bits)
            return at + (size_t)__builtin_ctz(bits);
    }
    while (at < length && !need_of((unsigned char)text[at]))
        at++;
    return at;
}

static void add_escape(pith__json *json, unsigned char byte, unsigned char need)
{
    static const char hex[] = "0123456789abcdef";
    char escape[6] = {'\\', (char)need, '0', '0', hex[byte >> 4], hex[byte & 0xF]};
    pith__buffer_add(&json->buffer, escape, need == 'u' ? sizeof escape : 2);
}

/* raw: JSON already, in which only line ends need an escape. */
static void add_escaped(pith__json *json, const char *text, size_t length, bool raw)
{
    const unsigned char *p = (const unsigned char *)text;
    size_t from = 0, step = 1;
    for (size_t at = 0; (at = next_need(text, at, length)) < length; at += step) {
        unsigned char need = need_of(p[at]);
        const char *escape = need == 1 ? line_end(p + at, length - at, &step) : NULL;
        if (!escape)
            step = 1;
        if (!escape && (need == 1 || raw))
            continue;
        pith__buffer_add(&json->buffer, text + from, at - from);
        if (escape)
            pith__buffer_print(&json->buffer, escape);
        else
            add_escape(json, p[at], need);
        from = at + step;
    }
    pith__buffer_add(&json->buffer, text + from, length - from);
}

void pith__json_string(pith__json *json, const char *key, const char *text, size_t length)
{
    begin(json, key);
    add_char(json, '"');
    add_escaped(json, text, length, false);
    add_char(json, '"');
}

void pith__json_raw(pith__json *json, const char *key, const char *value)
{
    begin(json, key);
    add_escaped(json, value, strlen(value), true);
}

void pith__json_text(pith__json *json, const char *key, const char *text)
{
    if (text)
        pith__json_string(json, key, text, strlen(text));
    else
        pith__json_null(json, key);
}
