#include "unit.h"

#include "quotes/tagger.h"
#include "reading.h"

/* most: of a weight, either way. */
static void check_weights(const char *weights, size_t count, int most)
{
    for (size_t i = 0; i < count; i++)
        assert_in_range(weights[i], PITH__WEIGHT_ZERO - most, PITH__WEIGHT_ZERO + most);
    assert_int_equal(weights[count], '\0');
}

static void test_tables_have_their_size(void **state)
{
    (void)state;
    const pith__look *const looks[] = {&pith__first_look, &pith__second_look};
    for (size_t i = 0; i < 2; i++)
        check_weights(looks[i]->forms, PITH__FORM_ROWS * PITH__WINDOW * PITH__LABELS,
                      PITH__FORM_MOST);
    assert_null(pith__first_look.glances);
    assert_null(pith__second_look.places);
    check_weights(pith__first_look.places, PITH__PLACE_ROWS * PITH__LABELS, PITH__WEIGHT_MOST);
    check_weights(pith__second_look.glances, PITH__GLANCE_ROWS * PITH__LABELS, PITH__WEIGHT_MOST);
}

static void test_known_words(void **state)
{
    (void)state;
    pith__learnt said = pith__learnt_of(pith__fixed_hash("said", 4));
    pith__learnt says = pith__learnt_of(pith__fixed_hash("says", 4));
    assert_true(said.cue && said.row > 0);
    assert_int_equal(said.cluster, says.cluster);
    assert_false(pith__learnt_of(pith__fixed_hash("the", 3)).cue);
    pith__learnt unknown = pith__learnt_of(pith__fixed_hash("xqzzvw", 6));
    assert_int_equal(unknown.row, 0);
    assert_int_equal(unknown.cluster, 0);
}

/* ---- pressed weights ---- */

/* Of a row of forms, beside those of another: what is added to all rows of a table is the same. */
static void check_forms(const pith__look *look, int number, int pressed, int fitted, int beside)
{
    for (int i = 0; i < PITH__WINDOW * PITH__LABELS; i++) {
        int at = i / PITH__LABELS * PITH__PAIR + pith__pair_at(number, i % PITH__LABELS);
        const uint8_t *row = pith__pressed_forms + pressed * PITH__PRESSED_FORM + at;
        int width = PITH__WINDOW * PITH__LABELS;
        assert_int_equal(row[0] - row[beside * PITH__PRESSED_FORM],
                         look->forms[fitted * width + i] -
                             look->forms[(fitted + beside) * width + i]);
    }
}

static void test_pressed_as_fitted(void **state)
{
    (void)state;
    const pith__look *const looks[] = {&pith__first_look, &pith__second_look};
    for (int look = 0; look < PITH__PRESSED_LOOKS; look++) {
        for (int i = 0; i + 1 < PITH__ENDINGS; i++)
            check_forms(looks[look], look, PITH__PRESSED_ENDINGS + i, PITH__WORD_ROWS + i, 1);
    }
    assert_memory_equal(pith__pressed_places, pith__first_look.places,
                        PITH__PLACE_ROWS * PITH__LABELS);
    assert_memory_equal(pith__pressed_glances, pith__second_look.glances,
                        PITH__GLANCE_ROWS * PITH__LABELS);
}

/* ---- traits ---- */

static void test_folded(void **state)
{
    (void)state;
    static pith__hashes hashes;
    for (uint32_t value = 0; value < 1u << 19; value += 7) {
        const pith__numbers zero = {0};
        pith__numbers folded =
            pith__folded(zero + (uint16_t)(value >> 16), zero + (uint16_t)value, 11);
        assert_int_equal(folded[5], value * 0x9E3779B1u >> 21);
        hashes.upper[2] = 0xABCD;
        hashes.lower[2] = (uint16_t)value;
        folded = pith__hash_rows(&hashes, 0, zero + 9, 10);
        assert_int_equal(folded[2], ((0xABCDu << 16) + (value & 0xFFFF) + 9) * 0x9E3779B1u >> 22);
    }
}

/* A side as it changes on a walk away from a cue. */
static uint8_t next_side(uint32_t *distance, uint8_t *seen, uint8_t kind, bool cue)
{
    static const uint8_t groups[] = {0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 7, 7, 7,
                                     7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9};
    uint8_t commas = *seen % 3, that = *seen / 3 % 2, others = *seen / 6;
    *distance = cue ? 0 : *distance == UINT32_MAX ? UINT32_MAX : *distance + 1;
    if (*distance == UINT32_MAX)
        return PITH__NO_GAP << PITH__SEEN_BITS | PITH__NO_CUE;
    commas = (uint8_t)(commas + (kind == PITH__KIND_COMMA && commas < 2));
    that |= kind == PITH__KIND_THAT;
    others |= kind == PITH__KIND_STOP || kind == PITH__KIND_COLON || kind == PITH__KIND_OPENING;
    *seen = cue ? 0 : (uint8_t)(commas + 3 * that + 6 * others);
    return (uint8_t)(groups[*distance < 25 ? *distance : 25] << PITH__SEEN_BITS | *seen);
}

/* Sides of units of all lengths, with few and many cues and signs. */
static void test_sides(void **state)
{
    (void)state;
    static pith__spots spots;
    uint32_t seed = 1;
    for (uint32_t count = 1; count <= PITH__UNIT_MAX; count += count < 200 ? 1 : 307) {
        uint32_t rare = 2 + count % 40;
        memset(&spots, 0, sizeof spots);
        spots.count = count;
        for (uint32_t i = 0; i < count; i++) {
            seed = seed * 1664525u + 1013904223u;
            uint8_t kind = (uint8_t)(seed >> 8) % PITH__KINDS;
            *pith__strip_at(spots.kind, i) = kind;
            spots.cues[i / 64] |= (uint64_t)(seed >> 16 & 0xFF) % rare == 0 ? 1ull << i % 64 : 0;
            bool sign = kind == PITH__KIND_COMMA || kind == PITH__KIND_STOP ||
                        kind == PITH__KIND_COLON || kind == PITH__KIND_OPENING ||
                        kind == PITH__KIND_THAT;
            spots.signs[i / 64] |= (uint64_t)sign << i % 64;
        }
        pith__sides_fill(&spots, spots.cues, spots.left, spots.right);
        uint32_t distance = UINT32_MAX;
        uint8_t seen = 0;
        for (uint32_t i = 0; i < count; i++) {
            bool cue = spots.cues[i / 64] >> i % 64 & 1;
            assert_int_equal(*pith__strip_at(spots.left, i),
                             next_side(&distance, &seen, *pith__strip_at(spots.kind, i), cue));
        }
        distance = UINT32_MAX, seen = 0;
        for (uint32_t i = count; i-- > 0;) {
            bool cue = spots.cues[i / 64] >> i % 64 & 1;
            assert_int_equal(*pith__strip_at(spots.right, i),
                             next_side(&distance, &seen, *pith__strip_at(spots.kind, i), cue));
        }
    }
}

/* ---- labels ---- */

/* Turns of one kind, of which none counts. */
static const pith__turns *free_turns(void)
{
    static pith__turns pressed;
    int16_t turns[PITH__LABELS][PITH__LABELS];
    for (int a = 0; a < PITH__LABELS; a++) {
        for (int b = 0; b < PITH__LABELS; b++)
            turns[a][b] = pith__label_follows(a, b) ? 0 : PITH__NEVER;
    }
    pith__turns_press((const int16_t(*)[PITH__LABELS])turns, &pressed);
    return &pressed;
}

/* A label that goes on needs its beginning; the path is the best of those that are allowed. */
static void test_best_path(void **state)
{
    (void)state;
    enum { COUNT = 3 };
    static const uint8_t kinds[COUNT];
    uint8_t room[COUNT], labels[COUNT];
    for (int16_t first = -5; first >= -50; first -= 45) {
        _Alignas(pith__eight) int16_t scores[COUNT][PITH__LABELS] = {{0}};
        scores[0][PITH__LABEL_TRAILING] = first;
        scores[1][PITH__LABEL_TRAILING_MORE] = 10;
        scores[2][PITH__LABEL_TRAILING_MORE] = 10;
        assert_int_equal(pith__labels_find(kinds, COUNT, scores, free_turns(), room, labels), true);
        assert_int_equal(labels[0], first == -5 ? PITH__LABEL_TRAILING : PITH__LABEL_OUT);
        assert_int_equal(labels[1], first == -5 ? PITH__LABEL_TRAILING_MORE : PITH__LABEL_TRAILING);
        assert_int_equal(labels[2], PITH__LABEL_TRAILING_MORE);
    }
    _Alignas(pith__eight) int16_t none[COUNT][PITH__LABELS] = {{0}};
    assert_false(pith__labels_find(kinds, COUNT, none, free_turns(), room, labels));
}

/* Sums stay in their range however long the path and however large the scores. */
static void test_long_path(void **state)
{
    (void)state;
    static _Alignas(pith__eight) int16_t scores[PITH__UNIT_MAX][PITH__LABELS];
    static uint8_t kinds[PITH__UNIT_MAX], room[PITH__UNIT_MAX], labels[PITH__UNIT_MAX];
    for (uint32_t i = 0; i < PITH__UNIT_MAX; i++)
        scores[i][PITH__LABEL_SOURCE_MORE] = -PITH__NEVER / 2 - 1;
    pith__labels_find(kinds, PITH__UNIT_MAX, scores, free_turns(), room, labels);
    assert_int_equal(labels[0], PITH__LABEL_SOURCE);
    for (uint32_t i = 1; i < PITH__UNIT_MAX; i++)
        assert_int_equal(labels[i], PITH__LABEL_SOURCE_MORE);
}

/* The tokens' kinds, a letter each: . out, C content, S source, c cue. */
static void check(const char *text, const char *expected)
{
    pith__trap trap;
    pith__arena arena;
    pith__vocabulary vocabulary;
    open_arena(&arena, &trap);
    pith_document *document = read_text(&arena, &vocabulary, "en", text, strlen(text));
    pith__markeds regions = pith__markeds_find(&arena, document);
    pith__pieces pieces = pith__tag(&arena, &arena, document, &regions, true);
    char shown[64];
    uint32_t count = document->tokens.token.count;
    assert_in_range(count, 1, sizeof shown - 1);
    memset(shown, '.', count);
    shown[count] = '\0';
    for (uint32_t i = 0; i < pieces.count; i++)
        memset(shown + pieces.items[i].first, "CSc"[pieces.items[i].kind],
               pieces.items[i].end - pieces.items[i].first);
    assert_string_equal(shown, expected);
    pith__vocabulary_free(&vocabulary);
    pith__arena_free(&arena);
}

static void test_sentences(void **state)
{
    (void)state;
    check("Nora Hale said the dam would hold.", "SScCCCC.");
    check("She told reporters that the dam was safe.", "Sc.CCCCC.");
    check("The river rose by a metre in May.", ".........");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables_have_their_size),
        cmocka_unit_test(test_known_words),
        cmocka_unit_test(test_pressed_as_fitted),
        cmocka_unit_test(test_folded),
        cmocka_unit_test(test_sides),
        cmocka_unit_test(test_best_path),
        cmocka_unit_test(test_long_path),
        cmocka_unit_test(test_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
