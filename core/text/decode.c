#include "text/decode.h"

#include <stdbool.h>
#include <string.h>

#include "ground/block.h"
#include "ground/utf8.h"

static const char replacement[] = "\xEF\xBF\xBD";
enum { REPLACEMENT_LENGTH = 3 };

/* The bytes that may follow a first byte, and the range of the second one: Unicode 15, table 3-7.
 */
typedef struct lead {
    unsigned char following, low, high;
} lead;

static lead lead_of(unsigned char first)
{
    if (first >= 0xC2 && first <= 0xDF)
        return (lead){1, 0x80, 0xBF};
    if (first >= 0xE0 && first <= 0xEF)
        return (lead){2, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF};
    if (first >= 0xF0 && first <= 0xF4)
        return (lead){3, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF};
    return (lead){0, 0, 0};
}

/* The length of the character at p or, with *valid false, of the maximal part of one. */
static size_t character(const unsigned char *p, const unsigned char *end, bool *valid)
{
    if (*p < 0x80) {
        *valid = *p != 0;
        return 1;
    }
    lead l = lead_of(*p);
    size_t length = 1;
    while (length <= l.following && p + length < end && p[length] >= l.low && p[length] <= l.high) {
        l.low = 0x80;
        l.high = 0xBF;
        length++;
    }
    *valid = l.following && length == l.following + 1u;
    return length;
}

static bool follows(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* A block of ASCII without NUL begins at p. */
static bool is_plain(const unsigned char *p)
{
    pith__block b = pith__block_load((const char *)p);
    return !pith__block_bits(b | pith__block_equal(b, 0));
}

/* How many of the bytes at p, before end, are text as they stand. Most characters are told here by
 * their first byte; the rest is left to `character`. */
static size_t clean_run(const unsigned char *p, const unsigned char *end)
{
    const unsigned char *start = p;
    bool valid = true;
    while (p < end) {
        if (end - p >= PITH__BLOCK && is_plain(p))
            p += PITH__BLOCK;
        else if (*p < 0x80 && *p)
            p++;
        else if (*p >= 0xC2 && *p <= 0xDF && end - p >= 2 && follows(p[1]))
            p += 2;
        else if (*p > 0xE0 && *p < 0xED && end - p >= 3 && follows(p[1]) && follows(p[2]))
            p += 3;
        else {
            size_t step = character(p, end, &valid);
            if (!valid)
                break;
            p += step;
        }
    }
    return (size_t)(p - start);
}

/* Writes the text of the bytes to out or, if that is NULL, only measures it. *clean is false when
 * something had to be replaced. */
static size_t from_utf8(const unsigned char *p, size_t length, char *out, bool *clean)
{
    const unsigned char *end = p + length;
    size_t written = 0;
    *clean = true;
    while (p < end) {
        size_t run = clean_run(p, end);
        if (out && run)
            memcpy(out + written, p, run);
        written += run;
        p += run;
        if (p == end)
            break;
        if (out)
            memcpy(out + written, replacement, REPLACEMENT_LENGTH);
        written += REPLACEMENT_LENGTH;
        p += character(p, end, clean);
        *clean = false;
    }
    return written;
}

static uint32_t unit_at(const unsigned char *p, bool big)
{
    return big ? (uint32_t)p[0] << 8 | p[1] : (uint32_t)p[1] << 8 | p[0];
}

/* The character at p, of which *step gets the bytes; U+FFFD for half a unit, half a pair and NUL.
 */
static uint32_t character16(const unsigned char *p, size_t left, bool big, size_t *step)
{
    *step = left < 2 ? left : 2;
    if (left < 2)
        return 0xFFFD;
    uint32_t unit = unit_at(p, big);
    if (unit < 0xD800 || unit > 0xDFFF)
        return unit ? unit : 0xFFFD;
    uint32_t next = left < 4 ? 0 : unit_at(p + 2, big);
    if (unit > 0xDBFF || next < 0xDC00 || next > 0xDFFF)
        return 0xFFFD;
    *step = 4;
    return 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00);
}

static size_t from_utf16(const unsigned char *p, size_t length, bool big, char *out)
{
    size_t written = 0;
    for (size_t at = 0, step; at < length; at += step) {
        char bytes[4];
        size_t size = pith__utf8_put(character16(p + at, length - at, big, &step), bytes);
        if (out)
            memcpy(out + written, bytes, size);
        written += size;
    }
    return written;
}

static char *make_room(pith__arena *arena, size_t length)
{
    if (length > PITH_TEXT_MAX)
        pith__trap_spring(arena->trap, PITH__TOO_LARGE);
    char *out = pith__arena_alloc(arena, length + PITH__PADDING);
    memset(out + length, '\0', PITH__PADDING);
    return out;
}

static pith__text decode16(pith__arena *arena, const unsigned char *p, size_t length, bool big)
{
    size_t size = from_utf16(p, length, big, NULL);
    char *out = make_room(arena, size);
    from_utf16(p, length, big, out);
    return (pith__text){out, (uint32_t)size};
}

static pith__text decode8(pith__arena *arena, const unsigned char *p, size_t length)
{
    bool clean;
    size_t size = from_utf8(p, length, NULL, &clean);
    char *out = make_room(arena, size);
    if (!clean)
        from_utf8(p, length, out, &clean);
    else if (size)
        memcpy(out, p, size);
    return (pith__text){out, (uint32_t)size};
}

pith__text pith__decode(pith__arena *arena, const char *bytes, size_t length)
{
    const unsigned char *p = (const unsigned char *)bytes;
    if (length >= 2 && p[0] == 0xFE && p[1] == 0xFF)
        return decode16(arena, p + 2, length - 2, true);
    if (length >= 2 && p[0] == 0xFF && p[1] == 0xFE)
        return decode16(arena, p + 2, length - 2, false);
    size_t mark = length >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    return decode8(arena, mark ? p + mark : p, length - mark);
}
