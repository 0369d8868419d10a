#include "ground/utf8.h"

#include <string.h>
#include <utf8proc.h>

#include "ground/block.h"

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

/* How many of the bytes of whole blocks are 10xxxxxx. */
static size_t continuing_in(const char *text, size_t length)
{
    enum { BLOCKS_MAX = 255 }; /* that a byte can count */
    size_t count = 0;
    for (size_t i = 0; i < length;) {
        size_t end = length - i > BLOCKS_MAX * PITH__BLOCK ? i + BLOCKS_MAX * PITH__BLOCK : length;
        pith__block counts = {0};
        for (; i < end; i += PITH__BLOCK) {
            pith__block leads = pith__block_load(text + i) & pith__block_of(0xC0);
            counts -= pith__block_equal(leads, 0x80);
        }
        for (uint32_t k = 0; k < PITH__BLOCK; k++)
            count += counts[k];
    }
    return count;
}

size_t pith__utf8_count(const char *text, size_t length)
{
    size_t whole = length - length % PITH__BLOCK;
    size_t count = length - continuing_in(text, whole);
    for (size_t i = whole; i < length; i++)
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
