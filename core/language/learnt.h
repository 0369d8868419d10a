/* What is known of English words before they are seen in a text: for the tagger the cluster of
 * words that stand in the same places, whether a word often tells that somebody says something, and
 * its row of weights; whether it is written with a small letter, as no part of a name mostly is. */
#ifndef PITH_QUOTES_LEARNT_H
#define PITH_QUOTES_LEARNT_H

#include <stdbool.h>
#include <stdint.h>

enum {
    PITH__LEARNT_SLOTS = 16384, /* a power of two */
    PITH__CLUSTERS = 128,       /* 0: of words that are not known */
    PITH__WORD_ROWS = 3072      /* 0: the same */
};

typedef struct pith__learnt {
    uint16_t row;
    uint8_t cluster;
    bool cue, small;
} pith__learnt;

/* Of a word in lower case; hash is pith__fixed_hash of it. */
pith__learnt pith__learnt_of(uint32_t hash);

/* Open addressing by the low bits of the hash. An entry is 0 or holds, from the lowest bit: 12 bits
 * of row, 7 of cluster, 1 of cue, 1 of small, and the 11 highest bits of the hash, by which a word
 * is told from most others. Made by tests/quality/fit_words.c. */
extern const uint32_t pith__learnt_words[PITH__LEARNT_SLOTS];

static inline pith__learnt pith__learnt_in(uint32_t entry)
{
    return (pith__learnt){.row = entry & 0xFFF,
                          .cluster = entry >> 12 & 0x7F,
                          .cue = entry >> 19 & 1,
                          .small = entry >> 20 & 1};
}

static inline uint32_t pith__learnt_entry(pith__learnt word, uint32_t hash)
{
    return (hash & 0xFFE00000u) | (uint32_t)word.small << 20 | (uint32_t)word.cue << 19 |
           (uint32_t)word.cluster << 12 | word.row;
}

#endif
