#include "text/terminator.h"

#include <stddef.h>

#include "ground/utf8.h"

/* Those beyond ASCII, sorted: property Sentence_Terminal of Unicode 15 without U+104A, which is a
 * comma, and with the shad of Tibetan; and the bullets of lists. */
static const pith__terminator table[] = {
    {0x037E, 0x037E, PITH__ENDING_ASK, false},
    {0x0589, 0x0589, PITH__ENDING_CERTAIN, false},
    {0x061D, 0x061E, PITH__ENDING_CERTAIN, false},
    {0x061F, 0x061F, PITH__ENDING_ASK, false},
    {0x06D4, 0x06D4, PITH__ENDING_CERTAIN, false},
    {0x0700, 0x0702, PITH__ENDING_CERTAIN, false},
    {0x07F9, 0x07F9, PITH__ENDING_CALL, false},
    {0x0837, 0x0837, PITH__ENDING_CERTAIN, false},
    {0x0839, 0x0839, PITH__ENDING_CERTAIN, false},
    {0x083D, 0x083E, PITH__ENDING_CERTAIN, false},
    {0x0964, 0x0965, PITH__ENDING_CERTAIN, false},
    {0x0F0D, 0x0F0E, PITH__ENDING_CERTAIN, true},
    {0x104B, 0x104B, PITH__ENDING_CERTAIN, true},
    {0x1362, 0x1362, PITH__ENDING_CERTAIN, true},
    {0x1367, 0x1368, PITH__ENDING_CERTAIN, true},
    {0x166E, 0x166E, PITH__ENDING_CERTAIN, false},
    {0x1735, 0x1736, PITH__ENDING_CERTAIN, false},
    {0x17D4, 0x17D5, PITH__ENDING_CERTAIN, true},
    {0x1803, 0x1803, PITH__ENDING_CERTAIN, false},
    {0x1809, 0x1809, PITH__ENDING_CERTAIN, false},
    {0x1944, 0x1944, PITH__ENDING_CALL, false},
    {0x1945, 0x1945, PITH__ENDING_ASK, false},
    {0x1AA8, 0x1AAB, PITH__ENDING_CERTAIN, true},
    {0x1B5A, 0x1B5B, PITH__ENDING_CERTAIN, true},
    {0x1B5E, 0x1B5F, PITH__ENDING_CERTAIN, true},
    {0x1B7D, 0x1B7E, PITH__ENDING_CERTAIN, true},
    {0x1C3B, 0x1C3C, PITH__ENDING_CERTAIN, false},
    {0x1C7E, 0x1C7F, PITH__ENDING_CERTAIN, false},
    {0x2022, 0x2022, PITH__ENDING_ITEM, false},
    {0x2024, 0x2024, PITH__ENDING_STOP, false},
    {0x2026, 0x2026, PITH__ENDING_ELLIPSIS, false},
    {0x203C, 0x203C, PITH__ENDING_CALL, false},
    {0x203D, 0x203D, PITH__ENDING_ASK, false},
    {0x2043, 0x2043, PITH__ENDING_ITEM, false},
    {0x2047, 0x2049, PITH__ENDING_ASK, false},
    {0x2E2E, 0x2E2E, PITH__ENDING_ASK, false},
    {0x2E3C, 0x2E3C, PITH__ENDING_CERTAIN, false},
    {0x2E53, 0x2E53, PITH__ENDING_CALL, false},
    {0x2E54, 0x2E54, PITH__ENDING_ASK, false},
    {0x3002, 0x3002, PITH__ENDING_CERTAIN, true},
    {0xA4FF, 0xA4FF, PITH__ENDING_CERTAIN, false},
    {0xA60E, 0xA60F, PITH__ENDING_CERTAIN, false},
    {0xA6F3, 0xA6F3, PITH__ENDING_CERTAIN, false},
    {0xA6F7, 0xA6F7, PITH__ENDING_ASK, false},
    {0xA876, 0xA877, PITH__ENDING_CERTAIN, false},
    {0xA8CE, 0xA8CF, PITH__ENDING_CERTAIN, false},
    {0xA92F, 0xA92F, PITH__ENDING_CERTAIN, false},
    {0xA9C8, 0xA9C9, PITH__ENDING_CERTAIN, true},
    {0xAA5D, 0xAA5F, PITH__ENDING_CERTAIN, false},
    {0xAAF0, 0xAAF0, PITH__ENDING_CERTAIN, false},
    {0xAAF1, 0xAAF1, PITH__ENDING_ASK, false},
    {0xABEB, 0xABEB, PITH__ENDING_CERTAIN, false},
    {0xFE52, 0xFE52, PITH__ENDING_STOP, false},
    {0xFE56, 0xFE56, PITH__ENDING_ASK, false},
    {0xFE57, 0xFE57, PITH__ENDING_CALL, false},
    {0xFF01, 0xFF01, PITH__ENDING_CALL, true},
    {0xFF0E, 0xFF0E, PITH__ENDING_STOP, true},
    {0xFF1F, 0xFF1F, PITH__ENDING_ASK, true},
    {0xFF61, 0xFF61, PITH__ENDING_CERTAIN, true},
    {0x10A56, 0x10A57, PITH__ENDING_CERTAIN, false},
    {0x10F55, 0x10F59, PITH__ENDING_CERTAIN, false},
    {0x10F86, 0x10F89, PITH__ENDING_CERTAIN, false},
    {0x11047, 0x11048, PITH__ENDING_CERTAIN, false},
    {0x110BE, 0x110C1, PITH__ENDING_CERTAIN, false},
    {0x11141, 0x11142, PITH__ENDING_CERTAIN, false},
    {0x11143, 0x11143, PITH__ENDING_ASK, false},
    {0x111C5, 0x111C6, PITH__ENDING_CERTAIN, false},
    {0x111CD, 0x111CD, PITH__ENDING_CERTAIN, false},
    {0x111DE, 0x111DF, PITH__ENDING_CERTAIN, false},
    {0x11238, 0x11239, PITH__ENDING_CERTAIN, false},
    {0x1123B, 0x1123C, PITH__ENDING_CERTAIN, false},
    {0x112A9, 0x112A9, PITH__ENDING_CERTAIN, false},
    {0x1144B, 0x1144C, PITH__ENDING_CERTAIN, false},
    {0x115C2, 0x115C3, PITH__ENDING_CERTAIN, false},
    {0x115C9, 0x115D7, PITH__ENDING_CERTAIN, false},
    {0x11641, 0x11642, PITH__ENDING_CERTAIN, false},
    {0x1173C, 0x1173E, PITH__ENDING_CERTAIN, false},
    {0x11944, 0x11944, PITH__ENDING_CERTAIN, false},
    {0x11946, 0x11946, PITH__ENDING_CERTAIN, false},
    {0x11A42, 0x11A43, PITH__ENDING_CERTAIN, false},
    {0x11A9B, 0x11A9C, PITH__ENDING_CERTAIN, false},
    {0x11C41, 0x11C42, PITH__ENDING_CERTAIN, false},
    {0x11EF7, 0x11EF8, PITH__ENDING_CERTAIN, false},
    {0x11F43, 0x11F44, PITH__ENDING_CERTAIN, false},
    {0x16A6E, 0x16A6F, PITH__ENDING_CERTAIN, false},
    {0x16AF5, 0x16AF5, PITH__ENDING_CERTAIN, false},
    {0x16B37, 0x16B38, PITH__ENDING_CERTAIN, false},
    {0x16B44, 0x16B44, PITH__ENDING_CERTAIN, false},
    {0x16E98, 0x16E98, PITH__ENDING_CERTAIN, false},
    {0x1BC9F, 0x1BC9F, PITH__ENDING_CERTAIN, false},
    {0x1DA88, 0x1DA88, PITH__ENDING_CERTAIN, false},
};

static const pith__terminator *find_terminator(uint32_t code)
{
    size_t low = 0, high = sizeof table / sizeof *table;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (code < table[middle].first)
            high = middle;
        else if (code > table[middle].last)
            low = middle + 1;
        else
            return &table[middle];
    }
    return NULL;
}

const unsigned char pith__may_end[256] = {
    ['.'] = 1,  ['!'] = 1,  ['?'] = 1,  [')'] = 1,  [':'] = 1,  [';'] = 1,  [0xCD] = 1,
    [0xD6] = 1, [0xD8] = 1, [0xDB] = 1, [0xDC] = 1, [0xDF] = 1, [0xE0] = 1, [0xE1] = 1,
    [0xE2] = 1, [0xE3] = 1, [0xEA] = 1, [0xEF] = 1, [0xF0] = 1};

#define SECOND(byte) ((uint64_t)1 << ((byte)-0x80))
const uint64_t pith__second_bytes[64] = {
    [0xCD - 0xC0] = SECOND(0xBE),
    [0xD6 - 0xC0] = SECOND(0x89),
    [0xD8 - 0xC0] = SECOND(0x9D) | SECOND(0x9E) | SECOND(0x9F),
    [0xDB - 0xC0] = SECOND(0x94),
    [0xDC - 0xC0] = SECOND(0x80) | SECOND(0x81) | SECOND(0x82),
    [0xDF - 0xC0] = SECOND(0xB9),
    [0xE0 - 0xC0] = SECOND(0xA0) | SECOND(0xA5) | SECOND(0xBC),
    [0xE1 - 0xC0] = SECOND(0x81) | SECOND(0x8D) | SECOND(0x99) | SECOND(0x9C) | SECOND(0x9F) |
                    SECOND(0xA0) | SECOND(0xA5) | SECOND(0xAA) | SECOND(0xAD) | SECOND(0xB0) |
                    SECOND(0xB1),
    [0xE2 - 0xC0] = SECOND(0x80) | SECOND(0x81) | SECOND(0xB8) | SECOND(0xB9),
    [0xE3 - 0xC0] = SECOND(0x80),
    [0xEA - 0xC0] = SECOND(0x93) | SECOND(0x98) | SECOND(0x9B) | SECOND(0xA1) | SECOND(0xA3) |
                    SECOND(0xA4) | SECOND(0xA7) | SECOND(0xA9) | SECOND(0xAB) | SECOND(0xAF),
    [0xEF - 0xC0] = SECOND(0xB9) | SECOND(0xBC) | SECOND(0xBD),
    [0xF0 - 0xC0] =
        SECOND(0x90) | SECOND(0x91) | SECOND(0x96) | SECOND(0x9B) | SECOND(0x9D) | SECOND(0x9F),
};
#undef SECOND

const pith__terminator *pith__terminator_at(const char *text, uint32_t *at)
{
    uint32_t behind = *at;
    if (!pith__may_end_at(text + behind))
        return NULL;
    const pith__terminator *found = find_terminator(pith__utf8_next(text, &behind));
    *at = found ? behind : *at;
    return found;
}

bool pith__is_bullet(uint32_t code)
{
    const pith__terminator *found = find_terminator(code);
    return found && found->kind == PITH__ENDING_ITEM;
}
