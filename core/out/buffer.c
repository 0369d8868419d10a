#include "out/buffer.h"

#include <stdbool.h>
#include <string.h>

#include "ground/utf8.h"

static const char REPLACEMENT[] = "\xEF\xBF\xBD"; /* U+FFFD */

void pith__buffer_widen(pith__buffer *buffer, size_t more)
{
    size_t wanted = buffer->room ? buffer->room * 2 : 1024;
    while (wanted - buffer->length < more)
        wanted *= 2;
    buffer->bytes = pith__arena_resize(buffer->arena, buffer->bytes, buffer->room, wanted);
    buffer->room = wanted;
}

void pith__buffer_add(pith__buffer *buffer, const char *bytes, size_t length)
{
    if (!length)
        return;
    memcpy(pith__buffer_reserve(buffer, length), bytes, length);
    buffer->length += length;
}

void pith__buffer_print(pith__buffer *buffer, const char *text)
{
    pith__buffer_add(buffer, text, strlen(text));
}

/* Terminals obey C0 and C1; readers are deceived by embeddings, overrides and isolates
 * (Unicode TR 36, "Bidirectional Text Spoofing"). */
static bool is_unsafe(uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code <= 0x9F) || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

/* The byte at `at` begins a character that a line may show as it is, and is no space. */
static bool is_plain(const char *text, uint32_t at)
{
    return text[at] > 0x20 && text[at] < 0x7F;
}

/* Han, kana and their punctuation, which have no spaces between words. */
static bool is_wide(uint32_t code)
{
    return (code >= 0x2E80 && code <= 0x9FFF) || (code >= 0xFF00 && code <= 0xFFEF);
}

/* A line that breaks at `at` between two such characters: no space stands for it. */
static bool breaks_wide(const char *text, size_t length, uint32_t at)
{
    uint32_t next = at + 1;
    if (at == 0 || (text[at] != '\n' && text[at] != '\r'))
        return false;
    next += text[at] == '\r' && next < length && text[next] == '\n';
    return is_wide(pith__utf8_before(text, at)) &&
           is_wide(pith__utf8_at(text, (uint32_t)length, next));
}

static void add_other(pith__buffer *buffer, const char *text, size_t length, uint32_t *at,
                      bool *spaced)
{
    uint32_t from = *at, code = pith__utf8_next(text, at);
    bool space = pith__utf8_is_space(code) && code != 0x200B && code != 0xFEFF;
    if (space && !*spaced && !breaks_wide(text, length, from))
        pith__buffer_add(buffer, " ", 1);
    else if (!space && is_unsafe(code))
        pith__buffer_print(buffer, REPLACEMENT);
    else if (!space)
        pith__buffer_add(buffer, text + from, *at - from);
    *spaced = space;
}

void pith__buffer_line(pith__buffer *buffer, const char *text, size_t length)
{
    bool spaced = false;
    for (uint32_t at = 0; at < length;) {
        uint32_t from = at;
        while (at < length && is_plain(text, at))
            at++;
        pith__buffer_add(buffer, text + from, at - from);
        spaced = spaced && at == from;
        if (at < length)
            add_other(buffer, text, length, &at, &spaced);
    }
}

const char *pith__buffer_end(pith__buffer *buffer)
{
    *pith__buffer_reserve(buffer, 1) = 0;
    buffer->bytes =
        pith__arena_resize(buffer->arena, buffer->bytes, buffer->room, buffer->length + 1);
    buffer->room = buffer->length + 1;
    return buffer->bytes;
}
