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

/* ---- cues ---- */

static void fill_hashes(pith__hashes *hashes, uint32_t first, uint32_t end, uint32_t hash)
{
    const pith__numbers none = {0}, upper = none + (uint16_t)(hash >> 16),
                        lower = none + (uint16_t)hash;
    for (; first < end; first += PITH__EIGHT) {
        memcpy(hashes->upper + first, &upper, sizeof upper);
        memcpy(hashes->lower + first, &lower, sizeof lower);
    }
}

/* That of a token is never 0. */
static uint32_t hash_of(const pith__spots *spots, const pith__document_form *forms, uint32_t token)
{
    return forms[spots->tokens[token].form].hash | 1;
}

/* Each cue is that of the tokens behind it, up to the next, and of those before it. */
static void fill_cues(const pith__spots *spots, const pith__document_form *forms,
                      const pith__bits cues, pith__glances *glances)
{
    uint32_t at = 0, behind = 0, hash = 0;
    glances->first_cue = 0;
    for (uint32_t word = 0; word * 64 < spots->count; word++) {
        for (uint64_t bits = cues[word]; bits; bits &= bits - 1) {
            uint32_t cue = word * 64 + (uint32_t)__builtin_ctzll(bits);
            fill_hashes(&glances->left_cue, at, cue, hash);
            hash = hash_of(spots, forms, cue);
            fill_hashes(&glances->right_cue, behind, cue + 1, hash);
            glances->first_cue = glances->first_cue ? glances->first_cue : hash;
            at = cue;
            behind = cue + 1;
        }
    }
    fill_hashes(&glances->left_cue, at, spots->count, hash);
    fill_hashes(&glances->right_cue, behind, spots->count, 0);
    glances->last_cue = hash;
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
    glances->label[PITH__AROUND - 1] = PITH__NO_LABEL;
    *pith__strip_at(glances->label, count) = PITH__NO_LABEL;
    find_labels(spots, glances->label, PITH__LABEL_CUE, PITH__LABEL_CUE, cues);
    find_labels(spots, glances->label, PITH__LABEL_SOURCE, PITH__LABEL_SOURCE_MORE, sources);
    pith__sides_fill(spots, cues, glances->left, glances->right);
    fill_cues(spots, forms, cues, glances);
    fill_left_sources(count, sources, glances->left_source + PITH__AROUND);
    fill_right_sources(count, sources, glances->right_source + PITH__AROUND);
}
