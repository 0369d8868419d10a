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

/* The sum of the bytes: by twos, then by fours of these at once. */
static size_t sum_of(pith__block counts)
{
    const uint64_t low = 0x00FF00FF00FF00FFu;
    uint64_t half[2];
    memcpy(half, &counts, sizeof half);
    uint64_t twos = (half[0] & low) + (half[0] >> 8 & low) + (half[1] & low) + (half[1] >> 8 & low);
    return (size_t)(twos * 0x0001000100010001u >> 48);
}

/* How many of the bytes of whole blocks are of `count` from `first` on. */
static inline size_t count_in(const char *text, size_t length, unsigned char first,
                              unsigned char count)
{
    enum { BLOCKS_MAX = 255 }; /* that a byte can count */
    size_t all = 0;
    for (size_t i = 0; i < length;) {
        size_t end = length - i > BLOCKS_MAX * PITH__BLOCK ? i + BLOCKS_MAX * PITH__BLOCK : length;
        pith__block counts = {0};
        for (; i < end; i += PITH__BLOCK)
            counts -= pith__block_within(pith__block_load(text + i), first, count);
        all += sum_of(counts);
    }
    return all;
}

size_t pith__utf8_count(const char *text, size_t length)
{
    size_t whole = length - length % PITH__BLOCK;
    size_t count = length - count_in(text, whole, 0x80, 0x40); /* bytes that begin no character */
    for (size_t i = whole; i < length; i++)
        count -= ((unsigned char)text[i] & 0xC0) == 0x80;
    return count;
}

size_t pith__utf8_count16(const char *text, size_t length)
{
    size_t whole = length - length % PITH__BLOCK;
    size_t count = pith__utf8_count(text, length);
    if (count == length)
        return count;
    count += count_in(text, whole, 0xF0, 0x10); /* first bytes of characters that are two units */
    for (size_t i = whole; i < length; i++)
        count += (unsigned char)text[i] >= 0xF0;
    return count;
}

bool pith__utf8_is_ascii(const char *text, size_t length)
{
    unsigned char high = 0;
    pith__block bits = {0};
    size_t i = 0;
    for (; length - i >= PITH__BLOCK; i += PITH__BLOCK)
        bits |= pith__block_load(text + i);
    for (; i < length; i++)
        high |= (unsigned char)text[i];
    return !((high & 0x80) || pith__block_bits(bits));
}

uint32_t pith__utf8_base(uint32_t code)
{
    utf8proc_int32_t parts[4];
    int bound = 0;
    utf8proc_ssize_t count =
        utf8proc_decompose_char((utf8proc_int32_t)code, parts, 4, UTF8PROC_DECOMPOSE, &bound);
    return count > 0 ? (uint32_t)parts[0] : code;
}
