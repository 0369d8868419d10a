#include "text/part.h"

#include <string.h>

static const char GAP[] = "\n\n";

bool pith__parts_valid(const pith_part *parts, size_t count, size_t length)
{
    for (size_t i = 0; i < count; i++) {
        if (i ? parts[i].start < parts[i - 1].start : parts[i].start != 0)
            return false;
    }
    return !count || (count < PITH_NONE && parts[count - 1].start <= length);
}

static pith__text decode_part(pith__arena *scratch, const char *bytes, size_t length,
                              const pith_part *parts, size_t count, size_t i)
{
    size_t end = i + 1 < count ? parts[i + 1].start : length;
    return pith__decode(scratch, bytes + parts[i].start, end - parts[i].start);
}

pith__text pith__parts_join(pith__arena *arena, pith__arena *scratch, const char *bytes,
                            size_t length, const pith_part *parts, size_t count, pith__parts *out)
{
    pith__text *decoded = pith__arena_alloc(scratch, count * sizeof *decoded);
    size_t room = 0;
    for (size_t i = 0; i < count; i++) {
        decoded[i] = decode_part(scratch, bytes, length, parts, count, i);
        room += decoded[i].length + sizeof GAP - 1;
    }
    if (room > PITH_TEXT_MAX)
        pith__trap_spring(arena->trap, PITH__TOO_LARGE);
    char *text = pith__arena_alloc(arena, room + PITH__PADDING), *end = text;
    *out = (pith__parts){pith__arena_alloc(arena, count * sizeof *out->items), (uint32_t)count};
    for (size_t i = 0; i < count; i++) {
        const char *name = parts[i].name ? parts[i].name : "";
        out->items[i] =
            (pith__part){(uint32_t)(end - text), pith__decode(arena, name, strlen(name)).bytes};
        memcpy(end, decoded[i].bytes, decoded[i].length);
        end += decoded[i].length;
        memcpy(end, GAP, sizeof GAP - 1);
        end += sizeof GAP - 1;
    }
    memset(end, '\0', PITH__PADDING);
    return (pith__text){text, (uint32_t)(end - text)};
}

uint32_t pith__part_at(const pith__parts *parts, uint32_t byte)
{
    uint32_t at = 0;
    for (uint32_t left = parts->count; left > 1; left -= left / 2)
        at += parts->items[at + left / 2].start <= byte ? left / 2 : 0;
    return at;
}
