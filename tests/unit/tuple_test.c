#include "unit.h"

#include "pith.h"
#include "summary/tuple.h"

static void test_numbers_are_dense_and_in_order(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    pith__tuples tuples;
    open_arena(&arena, &trap);
    pith__tuples_init(&tuples, &arena, 42);
    assert_int_equal(pith__tuple_intern(&tuples, &(pith__tuple){{1, 2, PITH_NONE, PITH_NONE}}), 0);
    assert_int_equal(pith__tuple_intern(&tuples, &(pith__tuple){{2, 1, PITH_NONE, PITH_NONE}}), 1);
    assert_int_equal(pith__tuple_intern(&tuples, &(pith__tuple){{1, 2, 3, PITH_NONE}}), 2);
    assert_int_equal(pith__tuple_intern(&tuples, &(pith__tuple){{1, 2, PITH_NONE, PITH_NONE}}), 0);
    assert_int_equal(pith__tuple_intern(&tuples, &(pith__tuple){{0, 0, 0, 0}}), 3);
    pith__arena_free(&arena);
}

static void test_many_rows(void **state)
{
    (void)state;
    enum { ROWS = 100000 };
    pith__trap trap;
    pith__arena arena;
    pith__tuples tuples;
    open_arena(&arena, &trap);
    pith__tuples_init(&tuples, &arena, 7);
    for (int again = 0; again < 2; again++) {
        for (uint32_t i = 0; i < ROWS; i++)
            assert_int_equal(pith__tuple_intern(&tuples, &(pith__tuple){{i / 300, i % 300, i, 0}}),
                             i);
    }
    assert_int_equal(tuples.rows.count, ROWS);
    pith__arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_are_dense_and_in_order),
        cmocka_unit_test(test_many_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
