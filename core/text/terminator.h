/* The characters that end sentences, in all scripts. */
#ifndef PITH_TEXT_TERMINATOR_H
#define PITH_TEXT_TERMINATOR_H

#include <stdbool.h>
#include <stdint.h>

typedef enum pith__ending_kind {
    PITH__ENDING_STOP,     /* . which also abbreviates */
    PITH__ENDING_ELLIPSIS, /* ... … . . . */
    PITH__ENDING_CALL,     /* ! and runs of it */
    PITH__ENDING_ASK,      /* ? and runs that hold one */
    PITH__ENDING_CERTAIN,  /* 。 । ։ and the like, which do nothing else */
    PITH__ENDING_BROKEN,   /* a dash and the mark that closes a speech which was broken off */
    PITH__ENDING_SMILEY,   /* :-) and emoji, with no terminator */
    PITH__ENDING_ITEM      /* the ) or bullet of a list item, which may begin a sentence */
} pith__ending_kind;

/* Terminators beyond ASCII, from one code point to another. */
typedef struct pith__terminator {
    uint32_t first, last;
    pith__ending_kind kind;
    bool wide; /* of a script that writes no spaces */
} pith__terminator;

/* Bytes at which a terminator may begin; : and ; only where the language makes them one. */
extern const unsigned char pith__may_end[256];

/* For a first byte from 0xC0 on: the second bytes that a terminator has, a bit each from 0x80 on.
 */
extern const uint64_t pith__second_bytes[64];

/* May a terminator begin here? Nearly as sure as looking for it. */
static inline bool pith__may_end_at(const char *text)
{
    unsigned char first = (unsigned char)text[0], second = (unsigned char)text[1];
    return first < 0xC0 ? pith__may_end[first] != 0
                        : (pith__second_bytes[first - 0xC0] >> (second & 0x3F) & 1) != 0;
}

/* The terminator beyond ASCII that begins at *at, which is moved behind it; NULL if there is none.
 */
const pith__terminator *pith__terminator_at(const char *text, uint32_t *at);

/* A bullet of a list. */
bool pith__is_bullet(uint32_t code);

#endif
