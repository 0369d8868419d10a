/* Smileys and emoji, which end many a sentence of a message instead of a terminator. */
#ifndef PITH_TEXT_SMILEY_H
#define PITH_TEXT_SMILEY_H

#include "text/decode.h"

/* Where the smiley or the emoji at `at` end, before `end`; `at` if none are there, or if they stand
 * against a word behind them, which they open. */
uint32_t pith__smiley_end(pith__text text, uint32_t end, uint32_t at);

/* Where the smiley begins that has its bracket at `bracket`, a ")", with what goes before it down
 * to `least`: ":-)" ";)" "))"; `bracket` + 1 if it is none. *end gets where it ends. A bracket
 * alone is one behind a Cyrillic word. */
uint32_t pith__smiley_start(pith__text text, uint32_t least, uint32_t limit, uint32_t bracket,
                            uint32_t *end);

/* 😀: what it begins can be a candidate for the end of a sentence. */
static inline bool pith__is_pictograph_at(const char *bytes)
{
    return (unsigned char)bytes[0] == 0xF0 && (unsigned char)bytes[1] == 0x9F;
}

#endif
