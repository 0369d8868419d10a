#include "unit.h"

#include "ground/utf8.h"

static const char mixed[] = "a\xC3\xA9\xE4\xB8\xAD\xF0\x9F\x98\x80"; /* a é 中 😀 */
static const uint32_t codes[] = {'a', 0xE9, 0x4E2D, 0x1F600};

static void test_forward_and_back(void **state)
{
    (void)state;
    uint32_t at = 0;
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(pith__utf8_next(mixed, &at), codes[i]);
    assert_int_equal(at, sizeof mixed - 1);
    for (size_t i = 4; i-- > 0;)
        assert_int_equal(pith__utf8_previous(mixed, &at), codes[i]);
    assert_int_equal(at, 0);
}

static void test_edges(void **state)
{
    (void)state;
    assert_int_equal(pith__utf8_at(mixed, 10, 10), 0);
    assert_int_equal(pith__utf8_before(mixed, 0), 0);
    assert_int_equal(pith__utf8_at(mixed, 10, 1), 0xE9);
    assert_int_equal(pith__utf8_before(mixed, 6), 0x4E2D);
}

static void test_put_is_the_inverse(void **state)
{
    (void)state;
    char out[16];
    size_t length = 0;
    for (size_t i = 0; i < 4; i++)
        length += pith__utf8_put(codes[i], out + length);
    assert_int_equal(length, sizeof mixed - 1);
    assert_memory_equal(out, mixed, length);
}

static void test_counts(void **state)
{
    (void)state;
    assert_int_equal(pith__utf8_count(mixed, sizeof mixed - 1), 4);
    assert_int_equal(pith__utf8_count16(mixed, sizeof mixed - 1), 5);
    assert_int_equal(pith__utf8_count(mixed, 0), 0);
}

static void test_properties(void **state)
{
    (void)state;
    assert_true(pith__utf8_is_upper('Q') && !pith__utf8_is_upper('q'));
    assert_true(pith__utf8_is_upper(0x0416) && pith__utf8_is_lower(0x0436)); /* Ж ж */
    assert_true(pith__utf8_is_letter(0x4E2D) && !pith__utf8_is_lower(0x4E2D));
    assert_true(pith__utf8_is_letter(0x0301)); /* combining acute */
    assert_false(pith__utf8_is_letter('5') || pith__utf8_is_letter(0x201C));
    assert_true(pith__utf8_is_digit('0') && pith__utf8_is_digit(0x0663));
    assert_true(pith__utf8_is_space('\t') && pith__utf8_is_space(0xA0) &&
                pith__utf8_is_space(0x3000));
    assert_false(pith__utf8_is_space('_') || pith__utf8_is_space(0));
    assert_int_equal(pith__utf8_lower(0x00C9), 0x00E9);
    assert_int_equal(pith__utf8_lower('-'), '-');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forward_and_back),   cmocka_unit_test(test_edges),
        cmocka_unit_test(test_put_is_the_inverse), cmocka_unit_test(test_counts),
        cmocka_unit_test(test_properties),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
