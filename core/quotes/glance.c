#include "quotes/glance.h"

#include <string.h>

enum { NO_SOURCE = 15 };

/* A bit for each label that is one of two. */
static void find_labels(const pith__spots *spots, const pith__strip label, uint8_t one,
                        uint8_t other, pith__bits bits)
{
    for (uint32_t first = 0; first < spots->count; first += 64) {
        uint64_t found = 0;
        for (uint32_t i = 0; i < 64 && first + i < spots->count; i += PITH__BLOCK) {
            pith__block block = pith__sixteen_at(label + PITH__AROUND + first + i);
            found |= (uint64_t)pith__block_bits(pith__block_equal(block, one) |
                                                pith__block_equal(block, other))
                     << i;
        }
        bits[first / 64] = found;
    }
    if (spots->count % 64)
        bits[spots->count / 64] &= (1ull << spots->count % 64) - 1;
}

/* ---- sources ---- */

static void fill_left_sources(uint32_t count, const pith__bits sources, uint8_t *distances)
{
    uint32_t last = PITH_NONE;
    for (uint32_t word = 0; word * 64 < count; word++) {
        for (uint64_t bits = sources[word]; bits; bits &= bits - 1) {
            uint32_t source = word * 64 + (uint32_t)__builtin_ctzll(bits);
            if (last == PITH_NONE)
                memset(distances, NO_SOURCE, source + 1);
            else
                pith__distances_rise(distances + last + 1, source - last, 1);
            last = source;
        }
    }
    if (last == PITH_NONE)
        memset(distances, NO_SOURCE, count);
    else
        pith__distances_rise(distances + last + 1, count - last - 1, 1);
}

static void fill_right_sources(uint32_t count, const pith__bits sources, uint8_t *distances)
{
    uint32_t next = PITH_NONE;
    for (uint32_t word = (count + 63) / 64; word-- > 0;) {
        for (uint64_t bits = sources[word], bit; bits; bits ^= bit) {
            uint32_t place = 63 - (uint32_t)__builtin_clzll(bits), source = word * 64 + place;
            bit = 1ull << place;
            if (next == PITH_NONE)
                memset(distances + source, NO_SOURCE, count - source);
            else
                pith__distances_fall(distances + next, next - source, 1);
            next = source;
        }
    }
    if (next == PITH_NONE)
        memset(distances, NO_SOURCE, count);
    else
        pith__distances_fall(distances + next, next, 1);
}

void pith__glances_fill(const pith__spots *spots, const pith__document_form *forms,
                        pith__glances *glances)
{
    uint32_t count = spots->count;
    pith__bits cues, sources;
    find_labels(spots, glances->label, PITH__LABEL_CUE, PITH__LABEL_CUE, cues);
    find_labels(spots, glances->label, PITH__LABEL_SOURCE, PITH__LABEL_SOURCE_MORE, sources);
    pith__sides_fill(spots, cues, glances->left, glances->right);
    pith__cue_hashes_fill(spots, forms, cues, &glances->left_cue, &glances->right_cue);
    fill_left_sources(count, sources, glances->left_source + PITH__AROUND);
    fill_right_sources(count, sources, glances->right_source + PITH__AROUND);
}
