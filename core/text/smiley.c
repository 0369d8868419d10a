#include "text/smiley.h"

#include <string.h>

#include "ground/utf8.h"

enum {
    BRACKET_MAX = 250, /* bytes looked at for the bracket that opens */
    RUN_MAX = 32       /* characters of one smiley, or emoji in a row */
};

static bool is_emoji(uint32_t code)
{
    if (code == 0x2705 || code == 0x2713 || code == 0x2714 ||
        code == 0x27A1) /* these are bullets */
        return false;
    return (code >= 0x1F000 && code <= 0x1FAFF) || (code >= 0x2600 && code <= 0x27BF) ||
           code == 0x200D || code == 0xFE0F || code == 0x2B50;
}

static bool is_eyes(char c)
{
    return c == ':' || c == ';' || c == '=';
}

static bool stands_free(pith__text text, uint32_t end, uint32_t at)
{
    return at == end || pith__utf8_is_space(pith__utf8_at(text.bytes, end, at));
}

/* ":-)" ":D" */
static uint32_t face_end(pith__text text, uint32_t end, uint32_t at)
{
    const char *bytes = text.bytes;
    uint32_t mouth = at + 1;
    mouth += mouth < end && bytes[mouth] == '-';
    if (mouth >= end || !strchr(")(DPp/", bytes[mouth]))
        return at;
    uint32_t behind = mouth + 1;
    while (behind < end && behind - mouth < RUN_MAX && bytes[behind] == bytes[mouth])
        behind++;
    return stands_free(text, end, behind) ? behind : at;
}

uint32_t pith__smiley_end(pith__text text, uint32_t end, uint32_t at)
{
    if (at < end && is_eyes(text.bytes[at]))
        return face_end(text, end, at);
    uint32_t code = 0, last = at, count = 0;
    for (uint32_t behind = at; behind < end && count < RUN_MAX; last = behind, count++)
        if (!is_emoji(code = pith__utf8_next(text.bytes, &behind)))
            break;
    return pith__utf8_is_letter(code) ? at : last;
}

/* Nothing opened what the brackets from `bracket` to `end` would close. */
static bool closes_nothing(pith__text text, uint32_t least, uint32_t bracket, uint32_t end)
{
    uint32_t open = end - bracket;
    for (uint32_t at = bracket; at > least && bracket - at < BRACKET_MAX;) {
        char c = text.bytes[--at];
        if (c == '(' && open-- > 0)
            return false;
        open += c == ')';
    }
    return true;
}

static bool is_cyrillic_before(pith__text text, uint32_t at)
{
    uint32_t code = pith__utf8_before(text.bytes, at);
    return code >= 0x400 && code <= 0x52F;
}

uint32_t pith__smiley_start(pith__text text, uint32_t least, uint32_t limit, uint32_t bracket,
                            uint32_t *end)
{
    const char *bytes = text.bytes;
    uint32_t start = bracket, none = bracket + 1;
    for (*end = bracket; *end < limit && *end - bracket < RUN_MAX && bytes[*end] == ')';)
        ++*end;
    if (!stands_free(text, limit, *end))
        return none;
    start -= start > least && bytes[start - 1] == '-';
    if (start > least + 1 && is_eyes(bytes[start - 1]) && bytes[start - 2] == ' ')
        return start - 1;
    bool free = bracket > least + 3 && (*end > bracket + 1 || is_cyrillic_before(text, bracket));
    return free && closes_nothing(text, least, bracket, *end) ? bracket : none;
}
