#include "unit.h"

#include "text/decode.h"

#define FFFD "\xEF\xBF\xBD"

typedef struct sample {
    const char *bytes;
    size_t length;
    const char *text;
} sample;

#define SAMPLE(bytes, text)                                                                        \
    {                                                                                              \
        bytes, sizeof bytes - 1, text                                                              \
    }

static void check_one(const sample *s)
{
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    pith__text text = pith__decode(&arena, s->bytes, s->length);
    assert_string_equal(text.bytes, s->text);
    assert_int_equal(text.length, strlen(s->text));
    pith__arena_free(&arena);
}

static void check(const sample *samples, size_t count)
{
    for (size_t i = 0; i < count; i++)
        check_one(&samples[i]);
}

#define CHECK(samples) check(samples, sizeof samples / sizeof *samples)

static void test_valid_text_stays(void **state)
{
    (void)state;
    static const sample samples[] = {
        SAMPLE("", ""),
        SAMPLE("plain and longer than eight bytes\r\nsecond\rthird\n",
               "plain and longer than eight bytes\r\nsecond\rthird\n"),
        SAMPLE("gr\xC3\xBC\xC3\x9F dich \xE4\xB8\xAD \xF0\x9F\x98\x80!",
               "gr\xC3\xBC\xC3\x9F dich \xE4\xB8\xAD \xF0\x9F\x98\x80!"),
        SAMPLE("Дорога вдоль реки узкая. 沿河的公路很窄，不通车。 tief unten im Süden größer",
               "Дорога вдоль реки узкая. 沿河的公路很窄，不通车。 tief unten im Süden größer"),
        SAMPLE("\xEF\xBB\xBFmarked", "marked"),
        SAMPLE("a\xEF\xBB\xBF", "a\xEF\xBB\xBF"),
        SAMPLE("\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF",
               "\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF"),
    };
    CHECK(samples);
}

static void test_maximal_parts_are_replaced(void **state)
{
    (void)state;
    static const sample samples[] = {
        SAMPLE("a\0b", "a" FFFD "b"),
        SAMPLE("twelve bytes\xFFtwelve bytes", "twelve bytes" FFFD "twelve bytes"),
        /* Unicode 15, table 3-8 */
        SAMPLE("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", FFFD FFFD FFFD FFFD FFFD FFFD FFFD FFFD "A"),
        /* table 3-9: surrogates */
        SAMPLE("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", FFFD FFFD FFFD FFFD FFFD FFFD FFFD FFFD "A"),
        /* table 3-10 */
        SAMPLE("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", FFFD FFFD FFFD FFFD FFFD "A" FFFD FFFD "B"),
        /* table 3-11: truncated sequences */
        SAMPLE("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", FFFD FFFD FFFD FFFD "A"),
        SAMPLE("end\xE2\x80", "end" FFFD),
        SAMPLE("Дорога вдоль\xD0 реки, Дорога вдоль\xD0",
               "Дорога вдоль" FFFD " реки, Дорога вдоль" FFFD),
        SAMPLE("沿河的公路很窄\xE6\xB2沿河的\xE6", "沿河的公路很窄" FFFD "沿河的" FFFD),
    };
    CHECK(samples);
}

static void test_utf16(void **state)
{
    (void)state;
    static const sample samples[] = {
        SAMPLE("\xFE\xFF\0h\0i\0 \x4E\x2D", "hi \xE4\xB8\xAD"),
        SAMPLE("\xFF\xFEh\0i\0 \0\x2D\x4E", "hi \xE4\xB8\xAD"),
        SAMPLE("\xFE\xFF\xD8\x3D\xDE\x00", "\xF0\x9F\x98\x80"),
        SAMPLE("\xFE\xFF\xD8\x3D\0x", FFFD "x"),
        SAMPLE("\xFE\xFF\xDE\x00\0x", FFFD "x"),
        SAMPLE("\xFF\xFEx\0\x3D\xD8", "x" FFFD),
        SAMPLE("\xFF\xFEx\0y", "x" FFFD),
        SAMPLE("\xFF\xFEx\0\0\0", "x" FFFD),
        SAMPLE("\xFF\xFE", ""),
    };
    CHECK(samples);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_valid_text_stays),
        cmocka_unit_test(test_maximal_parts_are_replaced),
        cmocka_unit_test(test_utf16),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
