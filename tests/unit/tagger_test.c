#include "unit.h"

#include "quotes/tagger.h"
#include "reading.h"

static void test_table(void **state)
{
    (void)state;
    size_t rows = sizeof pith__tagger_rows / sizeof *pith__tagger_rows;
    for (size_t i = 0; i < rows; i++) {
        for (size_t k = 0; k < PITH__ROW_BYTES - PITH__LABELS; k++)
            assert_in_range(pith__tagger_rows[i][k], '#', '~');
    }
}

/* A reopened label needs its beginning; the path is the best of those that are allowed. */
static void test_best_path(void **state)
{
    (void)state;
    enum { COUNT = 3 };
    static int32_t turns[PITH__TRAIT_KINDS][PITH__LABELS][PITH__LABELS];
    for (int a = 0; a < PITH__LABELS; a++) {
        for (int b = 0; b < PITH__LABELS; b++)
            turns[0][a][b] = pith__label_follows(a, b) ? 0 : PITH__NEVER;
    }
    pith__spot spots[COUNT] = {{0}};
    int32_t scores[COUNT][PITH__LABELS] = {{0}};
    uint8_t back[COUNT][PITH__LABELS], labels[COUNT];
    scores[1][PITH__LABEL_TRAILING_MORE] = 10;
    scores[2][PITH__LABEL_TRAILING_MORE] = 10;
    scores[0][PITH__LABEL_TRAILING] = -5;
    pith__labels_find(spots, COUNT, (const int32_t(*)[PITH__LABELS])scores,
                      (const int32_t(*)[PITH__LABELS][PITH__LABELS])turns, back, labels);
    assert_int_equal(labels[0], PITH__LABEL_TRAILING);
    assert_int_equal(labels[1], PITH__LABEL_TRAILING_MORE);
    assert_int_equal(labels[2], PITH__LABEL_TRAILING_MORE);
    scores[0][PITH__LABEL_TRAILING] = -50;
    pith__labels_find(spots, COUNT, (const int32_t(*)[PITH__LABELS])scores,
                      (const int32_t(*)[PITH__LABELS][PITH__LABELS])turns, back, labels);
    assert_int_equal(labels[0], PITH__LABEL_OUT);
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
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_best_path),
        cmocka_unit_test(test_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
