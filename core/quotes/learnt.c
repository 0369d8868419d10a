#include "quotes/learnt.h"

uint32_t pith__word_hash(const char *bytes, uint32_t length)
{
    uint32_t hash = 2166136261u; /* FNV-1a, its halves mixed */
    for (uint32_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 16777619u;
    hash ^= hash >> 15;
    hash *= 0x2C1B3C6Du;
    return hash ^ hash >> 16;
}

pith__learnt pith__learnt_of(uint32_t hash)
{
    for (uint32_t at = hash;; at++) {
        uint32_t entry = pith__learnt_words[at % PITH__LEARNT_SLOTS];
        if (!entry)
            return (pith__learnt){0};
        if ((entry ^ hash) < 1u << 20)
            return (pith__learnt){
                .row = entry & 0xFFF, .cluster = entry >> 12 & 0x7F, .cue = entry >> 19 & 1};
    }
}
