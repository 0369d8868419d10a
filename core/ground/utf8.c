#include "ground/utf8.h"

#include <string.h>
#include <utf8proc.h>

size_t pith__utf8_put(uint32_t code, char out[4])
{
    return (size_t)utf8proc_encode_char((utf8proc_int32_t)code, (utf8proc_uint8_t *)out);
}

static utf8proc_category_t category(uint32_t code)
{
    return utf8proc_category((utf8proc_int32_t)code);
}

bool pith__utf8_is_letter(uint32_t code)
{
    if (code < 0x80)
        return (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
    utf8proc_category_t c = category(code);
    return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_ME;
}

bool pith__utf8_is_mark(uint32_t code)
{
    utf8proc_category_t c = category(code);
    return c >= UTF8PROC_CATEGORY_MN && c <= UTF8PROC_CATEGORY_ME;
}

bool pith__utf8_is_upper(uint32_t code)
{
    if (code < 0x80)
        return code >= 'A' && code <= 'Z';
    utf8proc_category_t c = category(code);
    return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}

/* Letters that are small ones by their category only: Georgian is written without capitals. */
static bool is_georgian(uint32_t code)
{
    return code >= 0x10D0 && code <= 0x10FF;
}

bool pith__utf8_is_lower(uint32_t code)
{
    if (code < 0x80)
        return code >= 'a' && code <= 'z';
    return category(code) == UTF8PROC_CATEGORY_LL && !is_georgian(code);
}

bool pith__utf8_is_digit(uint32_t code)
{
    if (code < 0x80)
        return code >= '0' && code <= '9';
    return category(code) == UTF8PROC_CATEGORY_ND;
}

bool pith__utf8_is_space(uint32_t code)
{
    if (code < 0x80)
        return code == ' ' || (code >= '\t' && code <= '\r');
    if (code == 0x85 || code == 0x200B || code == 0xFEFF)
        return true;
    utf8proc_category_t c = category(code);
    return c == UTF8PROC_CATEGORY_ZS || c == UTF8PROC_CATEGORY_ZL || c == UTF8PROC_CATEGORY_ZP;
}

uint32_t pith__utf8_lower(uint32_t code)
{
    if (code < 0x80)
        return code >= 'A' && code <= 'Z' ? code | 0x20 : code;
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code);
}

/* Eight bytes at once. */
size_t pith__utf8_count(const char *text, size_t length)
{
    const uint64_t ones = 0x0101010101010101u;
    size_t count = length, i = 0;
    for (; length - i >= 8; i += 8) {
        uint64_t word;
        memcpy(&word, text + i, sizeof word);
        uint64_t continuing = (word >> 7) & ~(word >> 6) & ones; /* bytes 10xxxxxx */
        count -= (size_t)((continuing * ones) >> 56);
    }
    for (; i < length; i++)
        count -= ((unsigned char)text[i] & 0xC0) == 0x80;
    return count;
}

size_t pith__utf8_count16(const char *text, size_t length)
{
    size_t count = pith__utf8_count(text, length);
    if (count == length)
        return count;
    for (size_t i = 0; i < length; i++)
        count += (unsigned char)text[i] >= 0xF0;
    return count;
}

uint32_t pith__utf8_base(uint32_t code)
{
    utf8proc_int32_t parts[4];
    int bound = 0;
    utf8proc_ssize_t count =
        utf8proc_decompose_char((utf8proc_int32_t)code, parts, 4, UTF8PROC_DECOMPOSE, &bound);
    return count > 0 ? (uint32_t)parts[0] : code;
}
