#include "unit.h"

#include "quotes/tagger.h"
#include "reading.h"

static void check_weights(const char *weights, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_in_range(weights[i], PITH__WEIGHT_ZERO - PITH__WEIGHT_MOST,
                        PITH__WEIGHT_ZERO + PITH__WEIGHT_MOST);
    assert_int_equal(weights[count], '\0');
}

static void test_tables_have_their_size(void **state)
{
    (void)state;
    const pith__look *const looks[] = {&pith__first_look, &pith__second_look};
    for (size_t i = 0; i < 2; i++) {
        check_weights(looks[i]->forms, PITH__FORM_ROWS * PITH__WINDOW * PITH__LABELS);
        check_weights(looks[i]->places, PITH__PLACE_ROWS * PITH__LABELS);
    }
    assert_null(pith__first_look.glances);
    check_weights(pith__second_look.glances, PITH__GLANCE_ROWS * PITH__LABELS);
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

/* A label that goes on needs its beginning; the path is the best of those that are allowed. */
static void test_best_path(void **state)
{
    (void)state;
    enum { COUNT = 3 };
    static int16_t turns[PITH__KINDS][PITH__LABELS][PITH__LABELS];
    for (int a = 0; a < PITH__LABELS; a++) {
        for (int b = 0; b < PITH__LABELS; b++)
            turns[0][a][b] = pith__label_follows(a, b) ? 0 : PITH__NEVER;
    }
    pith__spot spots[COUNT] = {{0}};
    int16_t scores[COUNT][PITH__LABELS] = {{0}};
    pith__path paths[COUNT];
    uint8_t labels[COUNT];
    scores[1][PITH__LABEL_TRAILING_MORE] = 10;
    scores[2][PITH__LABEL_TRAILING_MORE] = 10;
    scores[0][PITH__LABEL_TRAILING] = -5;
    const int16_t(*given)[PITH__LABELS] = (const int16_t(*)[PITH__LABELS])scores;
    const int16_t(*order)[PITH__LABELS][PITH__LABELS] =
        (const int16_t(*)[PITH__LABELS][PITH__LABELS])turns;
    pith__labels_find(spots, COUNT, given, order, paths, labels);
    assert_int_equal(labels[0], PITH__LABEL_TRAILING);
    assert_int_equal(labels[1], PITH__LABEL_TRAILING_MORE);
    assert_int_equal(labels[2], PITH__LABEL_TRAILING_MORE);
    scores[0][PITH__LABEL_TRAILING] = -50;
    pith__labels_find(spots, COUNT, given, order, paths, labels);
    assert_int_equal(labels[0], PITH__LABEL_OUT);
}

/* Sums stay in their range however long the path and however large the scores. */
static void test_long_path(void **state)
{
    (void)state;
    static int16_t turns[PITH__KINDS][PITH__LABELS][PITH__LABELS];
    static int16_t scores[PITH__UNIT_MAX][PITH__LABELS];
    static pith__path paths[PITH__UNIT_MAX];
    static pith__spot spots[PITH__UNIT_MAX];
    static uint8_t labels[PITH__UNIT_MAX];
    for (int a = 0; a < PITH__LABELS; a++) {
        for (int b = 0; b < PITH__LABELS; b++)
            turns[0][a][b] = pith__label_follows(a, b) ? 0 : PITH__NEVER;
    }
    for (uint32_t i = 0; i < PITH__UNIT_MAX; i++)
        scores[i][PITH__LABEL_SOURCE_MORE] = -PITH__NEVER / 2 - 1;
    pith__labels_find(spots, PITH__UNIT_MAX, (const int16_t(*)[PITH__LABELS])scores,
                      (const int16_t(*)[PITH__LABELS][PITH__LABELS])turns, paths, labels);
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
    pith__pieces pieces = pith__tag(&arena, &arena, document, &regions);
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
        cmocka_unit_test(test_best_path),
        cmocka_unit_test(test_long_path),
        cmocka_unit_test(test_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
