/* Characters of UTF-8 that comes from outside. */
#ifndef PITH_CMD_UTF8_H
#define PITH_CMD_UTF8_H

#include <stddef.h>

/* The length of the character at p, which has to be there: 1 to 4; 0 if the bytes up to end begin
 * with none (Unicode 15, table 3-7). */
static inline size_t utf8_character(const char *text, const char *end)
{
    const unsigned char *p = (const unsigned char *)text;
    size_t left = (size_t)(end - text);
    if (*p < 0x80)
        return 1;
    size_t length = *p < 0xC2 ? 0 : *p < 0xE0 ? 2 : *p < 0xF0 ? 3 : *p < 0xF5 ? 4 : 0;
    if (!length || length > left)
        return 0;
    unsigned char low = *p == 0xE0 ? 0xA0 : *p == 0xF0 ? 0x90 : 0x80;
    unsigned char high = *p == 0xED ? 0x9F : *p == 0xF4 ? 0x8F : 0xBF;
    if (p[1] < low || p[1] > high)
        return 0;
    if ((length > 2 && (p[2] & 0xC0) != 0x80) || (length > 3 && (p[3] & 0xC0) != 0x80))
        return 0;
    return length;
}

/* Where the character begins that the byte at `at` belongs to, at most length. */
static inline size_t utf8_begin(const char *text, size_t at)
{
    for (int back = 0; back < 3 && at && ((unsigned char)text[at] & 0xC0) == 0x80; back++)
        at--;
    return at;
}

#endif
