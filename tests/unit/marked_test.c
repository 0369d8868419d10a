#include "unit.h"

#include "quotes/marked.h"
#include "reading.h"

/* The classes of the marked regions of a text: S speech, f fragment, c scare, t title, n nickname,
 * w term (a word's own name); + where one goes on with the region before. */
static void check(const char *language, const char *text, const char *expected)
{
    static const char letters[] = "Sfctnw";
    pith__trap trap;
    pith__arena arena;
    pith__vocabulary vocabulary;
    open_arena(&arena, &trap);
    pith_document *document = read_text(&arena, &vocabulary, language, text, strlen(text));
    pith__markeds regions = pith__markeds_find(&arena, document);
    char shown[64] = "";
    for (uint32_t i = 0; i < regions.count; i++) {
        char one[3] = {letters[regions.items[i].class], regions.items[i].goes_on ? '+' : '\0', 0};
        strcat(shown, one);
    }
    assert_string_equal(shown, expected);
    pith__vocabulary_free(&vocabulary);
    pith__arena_free(&arena);
}

static void test_speech(void **state)
{
    (void)state;
    check("en", "\"We are leaving the valley,\" said Nora Hale.", "S");
    check("en", "Nora Hale said: \"We are leaving the valley.\"", "S");
    check("en", "\"Why now?\" she asked. \"Because we must.\"", "SS");
    check("en", "\"We will,\" she said, \"leave the valley in May.\"", "SS");
    check("de", "„Wir verlassen das Tal“, sagte Nora Hale.", "S");
    check("zh", "她说：“我们明天离开这里。”", "S");
}

static void test_not_speech(void **state)
{
    (void)state;
    check("en", "Hale's \"quiet\" visit to the port cost a fortune.", "c");
    check("en", "Tom \"The Hammer\" Briggs won the bout.", "n");
    check("en", "The so-called \"night tax\" was dropped.", "w");
    check("en", "They watched \"The Long Way Home\" on Sunday.", "t");
    check(
        "en",
        "The road would be a way of making the port great for all and \"open to the world\" soon.",
        "f");
    check("en", "The sign \"\" was empty, and so was \"...\".", "");
}

static void test_paragraphs(void **state)
{
    (void)state;
    check("en",
          "\"We came to the valley when it was empty.\n\n\"We built all of it,\" said Nora Hale.",
          "SS+");
    check("en", "\"We came to the valley when it was empty.\n\nThen it rained for a week.", "S");
}

static void check_dialogue(const char *text, bool expected)
{
    pith__trap trap;
    pith__arena arena;
    pith__vocabulary vocabulary;
    open_arena(&arena, &trap);
    pith_document *document = read_text(&arena, &vocabulary, "en", text, strlen(text));
    pith__markeds regions = pith__markeds_find(&arena, document);
    assert_int_equal(pith__is_dialogue(document, &regions), expected);
    pith__vocabulary_free(&vocabulary);
    pith__arena_free(&arena);
}

static void test_dialogue(void **state)
{
    (void)state;
    check_dialogue("\"Is it far?\"\n\n\"Not very.\"\n\n\"Then we walk.\"\n\n\"As you like.\"",
                   true);
    check_dialogue(
        "\"It is far,\" said Nora Hale.\n\nThe road runs along the river.\n\n\"We walk,\" "
        "she said.",
        false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_speech),
        cmocka_unit_test(test_not_speech),
        cmocka_unit_test(test_paragraphs),
        cmocka_unit_test(test_dialogue),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
