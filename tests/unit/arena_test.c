#include "unit.h"

static void test_blocks_are_aligned_and_apart(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    unsigned char *blocks[200];
    for (size_t i = 0; i < 200; i++) {
        blocks[i] = pith__arena_alloc(&arena, i * 37);
        assert_int_equal((uintptr_t)blocks[i] % 16, 0);
        memset(blocks[i], (int)i, i * 37);
    }
    for (size_t i = 1; i < 200; i++) {
        assert_int_equal(blocks[i][0], i);
        assert_int_equal(blocks[i][i * 37 - 1], i);
    }
    pith__arena_free(&arena);
}

static void test_zero_is_cleared(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    memset(pith__arena_alloc(&arena, 4096), 0xFF, 4096);
    pith__arena_reset(&arena);
    const unsigned char *block = pith__arena_zero(&arena, 512, 8);
    for (size_t i = 0; i < 4096; i++)
        assert_int_equal(block[i], 0);
    pith__arena_free(&arena);
}

static void test_resize_keeps_the_bytes(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    size_t size = 16;
    unsigned char *block = pith__arena_alloc(&arena, size);
    memset(block, 7, size);
    for (; size < 1 << 22; size *= 2) {
        pith__arena_alloc(&arena, 24); /* so that it cannot always grow in place */
        block = pith__arena_resize(&arena, block, size, size * 2);
        memset(block + size, 7, size);
    }
    for (size_t i = 0; i < size; i++)
        assert_int_equal(block[i], 7);
    block = pith__arena_resize(&arena, block, size, 100);
    for (size_t i = 0; i < 100; i++)
        assert_int_equal(block[i], 7);
    pith__arena_free(&arena);
}

static void test_newest_grows_in_place(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    void *block = pith__arena_alloc(&arena, 64);
    assert_ptr_equal(pith__arena_resize(&arena, block, 64, 1024), block);
    pith__arena_free(&arena);
}

static void test_drop_gives_back(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    unsigned char *first = pith__arena_alloc(&arena, 64);
    void *newest = pith__arena_alloc(&arena, 100);
    pith__arena_drop(&arena, newest, 100);
    assert_ptr_equal(pith__arena_alloc(&arena, 200), newest);
    pith__arena_drop(&arena, first, 64); /* not the newest: nothing happens */
    assert_ptr_not_equal(pith__arena_alloc(&arena, 64), first);
    unsigned char *large[3];
    for (int i = 0; i < 3; i++)
        large[i] = memset(pith__arena_alloc(&arena, 1 << 20), i, 1 << 20);
    const size_t order[] = {1, 2, 0};
    for (size_t i = 0; i < 3; i++) {
        for (size_t k = i; k < 3; k++)
            assert_int_equal(large[order[k]][(1 << 20) - 1], order[k]);
        pith__arena_drop(&arena, large[order[i]], 1 << 20);
    }
    pith__arena_free(&arena);
    large[0] = pith__arena_alloc(&arena, 1 << 20); /* the only chunk */
    pith__arena_drop(&arena, large[0], 1 << 20);
    assert_null(arena.chunks);
    pith__arena_free(&arena);
}

static void test_reset_keeps_one_chunk(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    void *first = pith__arena_alloc(&arena, 100);
    for (int i = 0; i < 100; i++)
        pith__arena_alloc(&arena, 10000);
    pith__arena_reset(&arena);
    assert_non_null(arena.chunks);
    assert_non_null(first);
    pith__arena_alloc(&arena, 100);
    pith__arena_free(&arena);
    assert_null(arena.chunks);
}

static void test_copy_has_a_nul(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    assert_string_equal(pith__arena_copy(&arena, "pebble", 3), "peb");
    assert_string_equal(pith__arena_copy(&arena, NULL, 0), "");
    pith__arena_free(&arena);
}

static void test_too_much_springs_the_trap(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    pith__arena_init(&arena, &trap);
    int code = setjmp(trap.place);
    if (!code) {
        pith__arena_alloc(&arena, SIZE_MAX / 2);
        fail();
    }
    assert_int_equal(code, PITH__OUT_OF_MEMORY);
    pith__arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blocks_are_aligned_and_apart),
        cmocka_unit_test(test_zero_is_cleared),
        cmocka_unit_test(test_resize_keeps_the_bytes),
        cmocka_unit_test(test_newest_grows_in_place),
        cmocka_unit_test(test_drop_gives_back),
        cmocka_unit_test(test_reset_keeps_one_chunk),
        cmocka_unit_test(test_copy_has_a_nul),
        cmocka_unit_test(test_too_much_springs_the_trap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
