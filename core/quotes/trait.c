#include "quotes/trait.h"

#include <string.h>

/* ---- units ---- */

static uint32_t tokens_in(const pith_document *document, uint32_t sentence)
{
    return document->tokens.first[sentence + 1] - document->tokens.first[sentence];
}

/* Whether a sentence begins inside a marked region; *region is moved along. */
static bool is_bound(const pith__reading *reading, uint32_t sentence, uint32_t *region)
{
    const pith__markeds *regions = reading->regions;
    uint32_t start = reading->document->sentences.items[sentence].span.start;
    while (*region < regions->count && regions->items[*region].outer.end <= start)
        ++*region;
    return *region < regions->count && regions->items[*region].outer.start < start &&
           regions->items[*region].first < reading->document->tokens.first[sentence];
}

/* The unit that begins with a sentence. */
static pith__unit unit_from(const pith__reading *reading, uint32_t sentence, uint32_t region)
{
    const pith_document *d = reading->document;
    const pith_sentence *sentences = d->sentences.items;
    uint32_t s = sentence, count = 0;
    is_bound(reading, s, &region);
    pith__unit unit = {.first_sentence = s, .region = region};
    do
        count += tokens_in(d, s++);
    while (s < d->sentences.count && sentences[s].paragraph == sentences[sentence].paragraph &&
           count + tokens_in(d, s) <= PITH__UNIT_MAX && is_bound(reading, s, &region));
    unit.end_sentence = s;
    return unit;
}

bool pith__unit_is_marked(const pith__reading *reading, const pith__unit *unit)
{
    return unit->region < reading->regions->count &&
           reading->regions->items[unit->region].outer.start <
               reading->document->sentences.items[unit->end_sentence - 1].span.end;
}

/* Whether it has a marked region or, if that matters, a cue. */
static bool is_worth_while(const pith__reading *reading, const pith__unit *unit)
{
    const pith_document *d = reading->document;
    if (pith__unit_is_marked(reading, unit))
        return true;
    if (!reading->unmarked)
        return false;
    uint32_t end = d->tokens.first[unit->end_sentence];
    for (uint32_t t = d->tokens.first[unit->first_sentence]; t < end; t++) {
        if (pith__token_form(d, t)->learnt & PITH__LEARNT_CUE)
            return true;
    }
    return false;
}

bool pith__unit_next(const pith__reading *reading, pith__unit *unit)
{
    const pith_document *d = reading->document;
    for (uint32_t s = unit->end_sentence; s < d->sentences.count; s = unit->end_sentence) {
        *unit = unit_from(reading, s, unit->region);
        uint32_t count = d->tokens.first[unit->end_sentence] - d->tokens.first[s];
        if (count > 0 && count <= PITH__UNIT_MAX && is_worth_while(reading, unit))
            return true;
    }
    return false;
}

/* ---- distances ---- */

const uint8_t pith__rising[PITH__FAR + PITH__BLOCK] = {
    0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8,
    8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9};
const uint8_t pith__falling[PITH__FAR + PITH__BLOCK] = {
    9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 8,
    8, 8, 8, 8, 8, 8, 8, 8, 8, 7, 7, 7, 7, 7, 6, 6, 6, 5, 5, 4, 3, 2, 1, 0};

/* ---- sides ---- */

enum { NO_SIDE = PITH__NO_GAP << PITH__SEEN_BITS | PITH__NO_CUE };

/* What is seen, by what was seen before and the kind of the next token. Columns in the order of the
 * kinds: a comma, a stop, a colon, an opening mark and a "that" change something. */
static const uint8_t seen_next[PITH__NO_CUE][PITH__KINDS] = {
    {0, 1, 6, 6, 0, 0, 6, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
    {1, 2, 7, 7, 1, 1, 7, 1, 4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
    {2, 2, 8, 8, 2, 2, 8, 2, 5, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2},
    {3, 4, 9, 9, 3, 3, 9, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3},
    {4, 5, 10, 10, 4, 4, 10, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4},
    {5, 5, 11, 11, 5, 5, 11, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5},
    {6, 7, 6, 6, 6, 6, 6, 6, 9, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6},
    {7, 8, 7, 7, 7, 7, 7, 7, 10, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7},
    {8, 8, 8, 8, 8, 8, 8, 8, 11, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8},
    {9, 10, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9},
    {10, 11, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10,
     10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10},
    {11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11,
     11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11},
};

/* The side of tokens from `at` up to `end` that are behind a cue. */
static inline void fill_behind(uint8_t *side, uint32_t at, uint32_t end, uint32_t cue, uint8_t seen)
{
    for (; at < end; at += PITH__BLOCK)
        pith__block_store(side + at, pith__distances_behind(at - cue) << PITH__SEEN_BITS |
                                         pith__block_of(seen));
}

/* That of tokens up to `at` and behind `end` that are before a cue. Numbers are one more than those
 * of tokens. */
static inline void fill_before(uint8_t *side, uint32_t at, uint32_t end, uint32_t cue, uint8_t seen)
{
    for (; at > end; at = at > end + PITH__BLOCK ? at - PITH__BLOCK : end)
        pith__block_store(side + at - PITH__BLOCK, pith__distances_before(cue - at)
                                                           << PITH__SEEN_BITS |
                                                       pith__block_of(seen));
}

static void fill_left(const pith__spots *spots, const pith__bits cues, uint8_t *side)
{
    const uint8_t *kind = spots->kind + PITH__AROUND;
    uint32_t at = 0, cue = PITH_NONE;
    uint8_t seen = 0;
    for (uint32_t word = 0; word * 64 < spots->count; word++) {
        for (uint64_t bits = cues[word] | spots->signs[word]; bits; bits &= bits - 1) {
            uint32_t bit = (uint32_t)__builtin_ctzll(bits), token = word * 64 + bit;
            bool is_cue = cues[word] >> bit & 1;
            if (cue != PITH_NONE)
                fill_behind(side, at, token, cue, seen);
            else if (is_cue)
                memset(side, NO_SIDE, token);
            else
                continue;
            at = token;
            cue = is_cue ? token : cue;
            seen = is_cue ? 0 : seen_next[seen][kind[token]];
        }
    }
    if (cue != PITH_NONE)
        fill_behind(side, at, spots->count, cue, seen);
    else
        memset(side, NO_SIDE, spots->count);
}

static void fill_right(const pith__spots *spots, const pith__bits cues, uint8_t *side)
{
    const uint8_t *kind = spots->kind + PITH__AROUND;
    uint32_t at = spots->count, cue = 0; /* numbers of tokens + 1 */
    uint8_t seen = 0;
    for (uint32_t word = (spots->count + 63) / 64; word-- > 0;) {
        for (uint64_t bits = cues[word] | spots->signs[word], bit; bits; bits ^= bit) {
            bit = 1ull << (63 - __builtin_clzll(bits));
            uint32_t token = word * 64 + 63 - (uint32_t)__builtin_clzll(bits);
            bool is_cue = cues[word] & bit;
            if (cue)
                fill_before(side, at, token + 1, cue, seen);
            else if (is_cue)
                memset(side + token + 1, NO_SIDE, at - token - 1);
            else
                continue;
            at = token + 1;
            cue = is_cue ? token + 1 : cue;
            seen = is_cue ? 0 : seen_next[seen][kind[token]];
        }
    }
    if (cue)
        fill_before(side, at, 0, cue, seen);
    else
        memset(side, NO_SIDE, spots->count);
}

void pith__sides_fill(const pith__spots *spots, const pith__bits cues, pith__strip left,
                      pith__strip right)
{
    fill_left(spots, cues, left + PITH__AROUND);
    fill_right(spots, cues, right + PITH__AROUND);
}

/* ---- marked regions ---- */

enum { OUTSIDE, FIRST_INSIDE, INSIDE, LAST_INSIDE, AT_OPENING, AT_CLOSING };

static uint8_t region_of(const pith__marked *region)
{
    uint32_t length = region->end - region->first;
    return (uint8_t)(1 + (int)region->class +
                     6 * (length < 3    ? 0
                          : length < 8  ? 1
                          : length < 20 ? 2
                                        : 3));
}

static uint8_t marked(uint8_t mark, uint8_t region)
{
    enum { REGION_BITS = 5 };
    return (uint8_t)(mark << REGION_BITS | region);
}

/* Numbers of tokens. */
typedef struct stretch {
    uint32_t first, end;
} stretch;

/* The marks around a region are kinds of their own. */
static void set_marks(pith__spots *spots, stretch marks, uint8_t as_marked, pith__kind kind)
{
    memset(pith__strip_at(spots->marked, marks.first), as_marked, marks.end - marks.first);
    memset(pith__strip_at(spots->kind, marks.first), (int)kind, marks.end - marks.first);
}

static void clear_bits(uint64_t *bits, stretch range)
{
    for (uint32_t first = range.first, end; first < range.end; first = end) {
        end = (first | 63) + 1 < range.end ? (first | 63) + 1 : range.end;
        bits[first / 64] &= ~(~0ull >> (64 - (end - first)) << first % 64);
    }
}

/* The number of a token in its unit, or the nearest that one has. */
static uint32_t clipped(uint32_t token, uint32_t base, uint32_t count)
{
    return token < base ? 0 : token - base > count ? count : token - base;
}

/* base: the number of the unit's first token. */
static void fill_region(const pith__marked *region, uint32_t base, pith__spots *spots)
{
    const pith__token *tokens = spots->tokens;
    uint32_t count = spots->count;
    stretch inner = {clipped(region->first, base, count), clipped(region->end, base, count)};
    stretch outer = inner;
    uint8_t number = region_of(region);
    while (outer.first > 0 && tokens[outer.first - 1].start >= region->outer.start)
        outer.first--;
    while (outer.end < count && tokens[outer.end].start < region->outer.end)
        outer.end++;
    set_marks(spots, (stretch){outer.first, inner.first}, marked(AT_OPENING, number),
              PITH__KIND_OPENING);
    set_marks(spots, (stretch){inner.end, outer.end}, marked(AT_CLOSING, number),
              PITH__KIND_CLOSING);
    memset(pith__strip_at(spots->marked, inner.first), marked(INSIDE, number),
           inner.end - inner.first);
    if (base + inner.end == region->end && inner.first < inner.end)
        *pith__strip_at(spots->marked, inner.end - 1) = marked(LAST_INSIDE, number);
    if (base + inner.first == region->first && inner.first < inner.end)
        *pith__strip_at(spots->marked, inner.first) = marked(FIRST_INSIDE, number);
    if (region->class == PITH__MARKED_SPEECH)
        clear_bits(spots->cues, outer);
}

static void fill_regions(const pith__reading *reading, uint32_t region, uint32_t base,
                         pith__spots *spots)
{
    const pith__marked *regions = reading->regions->items;
    memset(pith__strip_at(spots->marked, 0), OUTSIDE, spots->count);
    for (; region < reading->regions->count &&
           regions[region].outer.start <= spots->tokens[spots->count - 1].start;
         region++)
        fill_region(&regions[region], base, spots);
}

/* ---- spots ---- */

static void fill_forms(const pith__document_form *forms, pith__spots *spots)
{
    uint32_t count = spots->count;
    for (uint32_t i = 0; i < count; i++) {
        const pith__document_form *form = &forms[spots->tokens[i].form];
        *pith__strip_at(spots->kind, i) = form->kind;
        *pith__strip_at(spots->cluster, i) = form->learnt;
    }
}

/* Clears the bits behind the last token. */
static void end_bits(uint64_t *bits, uint32_t count)
{
    if (count % 64)
        bits[count / 64] &= (1ull << count % 64) - 1;
}

/* Takes the bits of cues from the clusters. */
static void find_cues(pith__spots *spots)
{
    _Static_assert((int)PITH__LEARNT_CUE == 0x80, "the high bit");
    for (uint32_t first = 0; first < spots->count; first += 64) {
        uint64_t bits = 0;
        for (uint32_t i = 0; i < 64 && first + i < spots->count; i += PITH__BLOCK) {
            uint8_t *clusters = pith__strip_at(spots->cluster, first + i);
            pith__block block = pith__sixteen_at(clusters);
            bits |= (uint64_t)pith__block_bits(block) << i;
            pith__block_store(clusters, block & pith__block_of(PITH__LEARNT_CUE - 1));
        }
        spots->cues[first / 64] = bits;
    }
    end_bits(spots->cues, spots->count);
}

/* Of what stands in no place. */
static void set_ends(pith__strip strip, uint32_t count)
{
    strip[PITH__AROUND - 1] = strip[PITH__AROUND + count] = 0;
}

/* A bit for each of sixteen kinds that changes a side: the columns above. */
static uint64_t signs_in(const uint8_t *kinds)
{
    pith__block block = pith__sixteen_at(kinds);
    return pith__block_bits(
        pith__block_equal(block, PITH__KIND_COMMA) | pith__block_equal(block, PITH__KIND_STOP) |
        pith__block_equal(block, PITH__KIND_COLON) | pith__block_equal(block, PITH__KIND_OPENING) |
        pith__block_equal(block, PITH__KIND_THAT));
}

static void find_signs(pith__spots *spots)
{
    for (uint32_t first = 0; first < spots->count; first += 64) {
        uint64_t bits = 0;
        for (uint32_t i = 0; i < 64 && first + i < spots->count; i += PITH__BLOCK)
            bits |= signs_in(pith__strip_at(spots->kind, first + i)) << i;
        spots->signs[first / 64] = bits;
    }
    end_bits(spots->signs, spots->count);
}

/* Backwards, since distances that fall are written over what is before them. */
static void fill_distances(const uint32_t *firsts, const pith__unit *unit, pith__spots *spots)
{
    uint32_t base = firsts[unit->first_sentence];
    for (uint32_t s = unit->first_sentence; s < unit->end_sentence; s++)
        pith__distances_rise(pith__strip_at(spots->from_start, firsts[s] - base),
                             firsts[s + 1] - firsts[s], 0);
    for (uint32_t s = unit->end_sentence; s-- > unit->first_sentence;)
        pith__distances_fall(pith__strip_at(spots->to_end, firsts[s + 1] - base),
                             firsts[s + 1] - firsts[s], 0);
}

/* ---- cues of the sides ---- */

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
void pith__cue_hashes_fill(const pith__spots *spots, const pith__document_form *forms,
                           const pith__bits cues, pith__hashes *left, pith__hashes *right)
{
    uint32_t at = 0, behind = 0, hash = 0;
    for (uint32_t word = 0; word * 64 < spots->count; word++) {
        for (uint64_t bits = cues[word]; bits; bits &= bits - 1) {
            uint32_t cue = word * 64 + (uint32_t)__builtin_ctzll(bits);
            fill_hashes(left, at, cue, hash);
            hash = hash_of(spots, forms, cue);
            fill_hashes(right, behind, cue + 1, hash);
            at = cue;
            behind = cue + 1;
        }
    }
    fill_hashes(left, at, spots->count, hash);
    fill_hashes(right, behind, spots->count, 0);
}

/* ---- all of it ---- */

void pith__spots_fill(const pith__reading *reading, const pith__unit *unit, pith__spots *spots)
{
    const uint32_t *firsts = reading->document->tokens.first;
    uint32_t base = firsts[unit->first_sentence];
    spots->count = firsts[unit->end_sentence] - base;
    assert(spots->count > 0 && spots->count <= PITH__UNIT_MAX);
    spots->tokens = reading->document->tokens.token.items + base;
    fill_forms(reading->document->terms.form.items, spots);
    find_cues(spots);
    set_ends(spots->kind, spots->count);
    set_ends(spots->cluster, spots->count);
    fill_regions(reading, unit->region, base, spots);
    find_signs(spots);
    fill_distances(firsts, unit, spots);
    pith__sides_fill(spots, spots->cues, spots->left, spots->right);
    pith__cue_hashes_fill(spots, reading->document->terms.form.items, spots->cues, &spots->left_cue,
                          &spots->right_cue);
}
