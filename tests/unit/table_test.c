#include "unit.h"

#include <stdio.h>

#include "ground/table.h"

static void test_numbers_are_dense_and_in_order(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    pith__table table;
    open_arena(&arena, &trap);
    pith__table_init(&table, &arena, pith__table_seed(), 0);
    assert_int_equal(pith__table_intern(&table, "oak", 3), 0);
    assert_int_equal(pith__table_intern(&table, "ash", 3), 1);
    assert_int_equal(pith__table_intern(&table, "oak", 3), 0);
    assert_int_equal(pith__table_intern(&table, "oa", 2), 2);
    assert_int_equal(pith__table_intern(&table, "", 0), 3);
    assert_int_equal(pith__table_find(&table, "ash", 3), 1);
    assert_int_equal(pith__table_find(&table, "elm", 3), PITH__ABSENT);
    pith__arena_free(&arena);
}

static void test_many_keys(void **state)
{
    (void)state;
    enum { KEYS = 100000, WIDTH = 12 };
    pith__trap trap;
    pith__arena arena;
    pith__table table;
    open_arena(&arena, &trap);
    pith__table_init(&table, &arena, 42, 10);
    char *names = pith__arena_alloc(&arena, (size_t)KEYS * WIDTH);
    for (uint32_t i = 0; i < KEYS; i++) {
        char *name = names + (size_t)i * WIDTH;
        int length = snprintf(name, WIDTH, "key%u", i);
        assert_int_equal(pith__table_intern(&table, name, (size_t)length), i);
    }
    for (uint32_t i = 0; i < KEYS; i += 7) {
        const char *name = names + (size_t)i * WIDTH;
        assert_int_equal(pith__table_find(&table, name, strlen(name)), i);
    }
    assert_int_equal(table.keys.count, KEYS);
    pith__arena_free(&arena);
}

static void test_keys_may_hold_any_byte(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    pith__table table;
    open_arena(&arena, &trap);
    pith__table_init(&table, &arena, 1, 0);
    static const char zeros[32] = {0};
    for (uint32_t i = 0; i <= 32; i++)
        assert_int_equal(pith__table_intern(&table, zeros, i), i);
    pith__arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_are_dense_and_in_order),
        cmocka_unit_test(test_many_keys),
        cmocka_unit_test(test_keys_may_hold_any_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
