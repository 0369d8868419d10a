/* Code points of valid UTF-8 (see text/decode.h, which makes every text valid), and their Unicode
 * properties from utf8proc. */
#ifndef PITH_GROUND_UTF8_H
#define PITH_GROUND_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The code point at *at, which is moved behind it. at must be smaller than the length of the text.
 */
static inline uint32_t pith__utf8_next(const char *text, uint32_t *at)
{
    const unsigned char *p = (const unsigned char *)text + *at;
    if (p[0] < 0x80) {
        *at += 1;
        return p[0];
    }
    if (p[0] < 0xE0) {
        *at += 2;
        return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
    }
    if (p[0] < 0xF0) {
        *at += 3;
        return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    }
    *at += 4;
    return (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
}

/* The code point before *at, which is moved to where it begins. at must be greater than 0. */
static inline uint32_t pith__utf8_previous(const char *text, uint32_t *at)
{
    do {
        --*at;
    } while (((unsigned char)text[*at] & 0xC0) == 0x80);
    uint32_t here = *at;
    return pith__utf8_next(text, &here);
}

/* The code point that begins at `at`, or 0 at the end of the text. */
static inline uint32_t pith__utf8_at(const char *text, uint32_t length, uint32_t at)
{
    return at < length ? pith__utf8_next(text, &at) : 0;
}

/* The code point that ends at `at`, or 0 at the beginning of the text. */
static inline uint32_t pith__utf8_before(const char *text, uint32_t at)
{
    return at ? pith__utf8_previous(text, &at) : 0;
}

/* Writes a code point; returns the bytes written, 1 to 4. */
size_t pith__utf8_put(uint32_t code, char out[4]);

bool pith__utf8_is_letter(uint32_t code); /* L*, and M* (marks belong to their letter) */
bool pith__utf8_is_mark(uint32_t code);   /* M*: written over, under or behind a letter */
bool pith__utf8_is_upper(uint32_t code);  /* Lu, Lt */
bool pith__utf8_is_lower(uint32_t code);  /* Ll, but Georgian, which has no capitals */
bool pith__utf8_is_digit(uint32_t code);  /* Nd */
bool pith__utf8_is_space(uint32_t code);  /* Z*, and the white space among the control characters */

/* Simple lower case of one code point; locale-independent. */
uint32_t pith__utf8_lower(uint32_t code);

/* The letter without its accents. */
uint32_t pith__utf8_base(uint32_t code);

/* How many code points, or UTF-16 units, begin in length bytes of valid UTF-8. */
size_t pith__utf8_count(const char *text, size_t length);
size_t pith__utf8_count16(const char *text, size_t length);

bool pith__utf8_is_ascii(const char *text, size_t length);

#endif
