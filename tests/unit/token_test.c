#include "unit.h"

#include "text/token.h"

/* The tokens of the source, read as one sentence, joined by "|". */
static void check_in(const char *language, const char *source, const char *expected)
{
    pith__trap trap;
    pith__arena arena;
    pith__vocabulary vocabulary;
    open_arena(&arena, &trap);
    const pith__language *known = pith__language_find(language);
    pith__vocabulary_init(&vocabulary, &arena, 1, known ? known : pith__language_none(), NULL, 0);
    pith__text text = pith__decode(&arena, source, strlen(source));
    pith_sentence sentence = {.span = {0, text.length}};
    pith__sentences sentences = {&sentence, 1, 1};
    pith__tokens tokens = pith__tokens_find(&arena, &vocabulary, text, sentences);
    char *out = pith__arena_alloc(&arena, text.length * 2 + 1), *p = out;
    for (uint32_t i = 0; i < tokens.token.count; i++) {
        pith__token token = tokens.token.items[i];
        uint32_t length = vocabulary.forms.items[tokens.forms.items[token.form]].length;
        if (i)
            *p++ = '|';
        memcpy(p, source + token.start, length);
        p += length;
    }
    *p = '\0';
    assert_string_equal(out, expected);
    assert_int_equal(tokens.first[1], tokens.token.count);
    pith__vocabulary_free(&vocabulary);
    pith__arena_free(&arena);
}

static void check(const char *source, const char *expected)
{
    check_in("en", source, expected);
}

static void test_words(void **state)
{
    (void)state;
    check("", "");
    check("The boat, at last, left!", "The|boat|,|at|last|,|left|!");
    check("It's Ann’s high-speed train; don't run.", "It's|Ann’s|high-speed|train|;|don't|run|.");
    check("Größe naïve Ελλάδα Россия", "Größe|naïve|Ελλάδα|Россия");
    check("snake_case AT&T e-mail", "snake_case|AT&T|e-mail");
    check("either/or", "either|/|or");
    check("cafe\xCC\x81 bar", "cafe\xCC\x81|bar");
}

static void test_numbers(void **state)
{
    (void)state;
    check("3.5 and 1,000,000 at 10:30, 1/2 or 5%", "3.5|and|1,000,000|at|10:30|,|1/2|or|5|%");
    check("in 1984. 19th 3D", "in|1984|.|19th|3D");
    check("$5 -3", "$|5|-|3");
}

static void test_initials_and_addresses(void **state)
{
    (void)state;
    check("the U.S. and e.g. this", "the|U.S.|and|e.g.|this");
    check("J. R. Smith", "J|.|R|.|Smith");
    check("write to a.b@mail.org.", "write|to|a.b@mail.org|.");
    check("see https://example.org/a?b=1, now", "see|https://example.org/a?b=1|,|now");
    check("(http://x.org/y)", "(|http://x.org/y|)");
    check("www.example.com is up.It works", "www.example.com|is|up|.|It|works");
}

static void test_punctuation(void **state)
{
    (void)state;
    check("Well... no -- \"yes\"?!", "Well|...|no|--|\"|yes|\"|?|!");
    check("`` Stay , '' she said", "``|Stay|,|''|she|said");
    check("do n't", "do|n't");
    check("\xE2\x9D\xA4\xEF\xB8\x8F ok", "\xE2\x9D\xA4\xEF\xB8\x8F|ok");
}

static void test_scripts_without_spaces(void **state)
{
    (void)state;
    check_in("zh", "他说AB好。", "他|说|AB|好|。");
    check_in("ja", "カナとkana", "カ|ナ|と|kana");
    check_in("", "สวัสดีครับ 5", "สวัสดีครับ|5");
    check_in("", "한국어 글", "한국어|글");
}

static void test_forms_are_numbered_by_arrival(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    pith__vocabulary vocabulary;
    open_arena(&arena, &trap);
    pith__vocabulary_init(&vocabulary, &arena, 1, pith__language_none(), NULL, 0);
    pith__text before = pith__decode(&arena, "earlier", 7);
    pith_sentence other = {.span = {0, 7}};
    pith__tokens_find(&arena, &vocabulary, before, (pith__sentences){&other, 1, 1});
    pith__text text = pith__decode(&arena, "b a b c. c a", 12);
    pith_sentence sentence[] = {{.span = {0, 8}}, {.span = {9, 12}}};
    pith__sentences sentences = {sentence, 2, 2};
    pith__tokens tokens = pith__tokens_find(&arena, &vocabulary, text, sentences);
    static const uint32_t forms[] = {0, 1, 0, 2, 3, 2, 1};
    assert_int_equal(tokens.token.count, 7);
    for (size_t i = 0; i < 7; i++)
        assert_int_equal(tokens.token.items[i].form, forms[i]);
    assert_int_equal(tokens.first[1], 5);
    assert_int_equal(tokens.words, 6);
    assert_int_equal(tokens.forms.count, 4);
    pith__vocabulary_free(&vocabulary);
    pith__arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_initials_and_addresses),
        cmocka_unit_test(test_punctuation),
        cmocka_unit_test(test_scripts_without_spaces),
        cmocka_unit_test(test_forms_are_numbered_by_arrival),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
