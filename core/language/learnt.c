#include "language/learnt.h"

pith__learnt pith__learnt_of(uint32_t hash)
{
    for (uint32_t at = hash;; at++) {
        uint32_t entry = pith__learnt_words[at % PITH__LEARNT_SLOTS];
        if (!entry)
            return (pith__learnt){0};
        if ((entry ^ hash) < 1u << 21)
            return pith__learnt_in(entry);
    }
}
