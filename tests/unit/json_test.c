#include "unit.h"

#include "out/json.h"

/* A test's arena and what it writes there. */
typedef struct paper {
    pith__trap trap;
    pith__arena arena;
    pith__json json;
} paper;

#define open_paper(p, lines)                                                                       \
    do {                                                                                           \
        open_arena(&(p)->arena, &(p)->trap);                                                       \
        (p)->json = (pith__json){.buffer = {.arena = &(p)->arena}, .indented = (lines)};           \
    } while (0)

static void check_written(paper *p, const char *expected)
{
    assert_string_equal(pith__buffer_end(&p->json.buffer), expected);
    pith__arena_free(&p->arena);
}

static void write_nested(pith__json *json)
{
    pith__json_open_object(json, NULL);
    pith__json_whole(json, "a", 0);
    pith__json_open_array(json, "b");
    pith__json_whole(json, NULL, 18446744073709551615u);
    pith__json_open_object(json, NULL);
    pith__json_boolean(json, "c", true);
    pith__json_null(json, "d");
    pith__json_close(json);
    pith__json_close(json);
    pith__json_open_array(json, "e");
    pith__json_close(json);
    pith__json_raw(json, "f", "\"\u2028\\n\"");
    pith__json_close(json);
}

static void test_on_one_line(void **state)
{
    (void)state;
    paper p;
    open_paper(&p, false);
    write_nested(&p.json);
    check_written(&p, "{\"a\":0,\"b\":[18446744073709551615,{\"c\":true,\"d\":null}],"
                      "\"e\":[],\"f\":\"\\u2028\\n\"}");
}

static void test_indented(void **state)
{
    (void)state;
    paper p;
    open_paper(&p, true);
    write_nested(&p.json);
    check_written(&p, "{\n\t\"a\":\t0,\n\t\"b\":\t[18446744073709551615, {\n\t\t\t\"c\":\ttrue,\n"
                      "\t\t\t\"d\":\tnull\n\t\t}],\n\t\"e\":\t[],\n\t\"f\":\t\"\\u2028\\n\"\n}");
}

static void check_fraction(double number, const char *expected)
{
    paper p;
    open_paper(&p, false);
    pith__json_fraction(&p.json, NULL, number);
    check_written(&p, expected);
}

static void test_fractions(void **state)
{
    (void)state;
    check_fraction(0, "0");
    check_fraction(1, "1");
    check_fraction(-2.5, "-2.5");
    check_fraction(1.0 / 3, "0.333333");
    check_fraction(200.0 / 3, "66.6667");
    check_fraction(0.9999999, "1");
    check_fraction(9999995, "10000000");
    check_fraction(0.00012345649, "0.000123456");
    check_fraction(1234567, "1234570");
    check_fraction(1.5e-9, "1.5e-9");
    check_fraction(2e300, "2e+300");
}

static void check_string(const char *text, size_t length, const char *expected)
{
    paper p;
    open_paper(&p, false);
    pith__json_string(&p.json, NULL, text, length);
    check_written(&p, expected);
}

static void test_strings(void **state)
{
    (void)state;
    check_string("", 0, "\"\"");
    check_string("plain words, and some more", 26, "\"plain words, and some more\"");
    check_string("\"\\/\b\f\n\r\t", 8, "\"\\\"\\\\/\\b\\f\\n\\r\\t\"");
    check_string("a\x01z\x1f\x7f", 5, "\"a\\u0001z\\u001f\x7f\"");
    check_string("\u00E9\u2019\u2028\u2029\xC2\x85\u20AC", 16,
                 "\"\u00E9\u2019\\u2028\\u2029\\u0085\u20AC\"");
    check_string("eight by\"eight by\neight by", 26, "\"eight by\\\"eight by\\neight by\"");
    check_string("\xC2", 1, "\"\xC2\""); /* looks at nothing behind its end */
}

static void test_no_text_is_null(void **state)
{
    (void)state;
    paper p;
    open_paper(&p, false);
    pith__json_open_array(&p.json, NULL);
    pith__json_text(&p.json, NULL, NULL);
    pith__json_text(&p.json, NULL, "x");
    pith__json_close(&p.json);
    check_written(&p, "[null,\"x\"]");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_on_one_line),     cmocka_unit_test(test_indented),
        cmocka_unit_test(test_fractions),       cmocka_unit_test(test_strings),
        cmocka_unit_test(test_no_text_is_null),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
