#include "unit.h"

#include <stdio.h>

#include "language/compile.h"

static const pith__language *spoken(pith__arena *arena)
{
    pith__language *language = pith__arena_alloc(arena, sizeof *language);
    *language = pith__language_compile(
        arena, "xx", "# source: this test\nand\nthe\n",
        "# licence: MIT\nname: Examplish\nstemmer: english\nscript: Latin\n\n"
        "[role]\nchief of staff\nminister\n\n[unheard of]\nghost\n\n[speech verb]\nsaid\n"
        "minister\n\n[abbreviation inner]\nper cap\n");
    return language;
}

static pith__lexicon lexicon_of(pith__arena *arena, const pith__language *language,
                                const char *stopwords)
{
    pith__lexicon lexicon;
    pith__lexicon_init(&lexicon, arena, 7, language, stopwords, stopwords ? strlen(stopwords) : 0);
    return lexicon;
}

static uint32_t classes_of(const pith__lexicon *lexicon, const char *word)
{
    return pith__lexicon_classes(lexicon, word, strlen(word));
}

static void test_languages_are_sorted_and_found(void **state)
{
    (void)state;
    size_t count;
    const pith__language *all = pith__language_all(&count);
    assert_true(count >= 48);
    for (size_t i = 0; i < count; i++) {
        assert_true(i == 0 || strcmp(all[i - 1].code, all[i].code) < 0);
        assert_ptr_equal(pith__language_find(all[i].code), &all[i]);
    }
    assert_null(pith__language_find("xx"));
    assert_null(pith__language_find(""));
    assert_null(pith__language_find("zzz"));
}

static void test_none_knows_no_word(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    assert_string_equal(pith__language_none()->code, "und");
    pith__lexicon lexicon = lexicon_of(&arena, pith__language_none(), NULL);
    assert_null(lexicon.language->stemmer);
    assert_false(pith__lexicon_informed(&lexicon));
    assert_int_equal(classes_of(&lexicon, "the"), 0);
    assert_int_equal(classes_of(&lexicon, ""), 0);
    pith__arena_free(&arena);
}

static void test_head_and_classes_are_read(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    pith__lexicon lexicon = lexicon_of(&arena, spoken(&arena), NULL);
    assert_string_equal(lexicon.language->name, "Examplish");
    assert_string_equal(lexicon.language->stemmer, "english");
    assert_int_equal(lexicon.language->script, PITH__LATIN);
    assert_true(pith__lexicon_informed(&lexicon));
    assert_int_equal(classes_of(&lexicon, "the"), PITH__STOP);
    assert_int_equal(classes_of(&lexicon, "minister"), PITH__ROLE | PITH__SPEECH_VERB);
    assert_int_equal(classes_of(&lexicon, "Minister"), 0);
    pith__arena_free(&arena);
}

static void test_first_word_of_a_phrase_says_so(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    pith__lexicon lexicon = lexicon_of(&arena, spoken(&arena), NULL);
    assert_int_equal(classes_of(&lexicon, "chief of staff"), PITH__ROLE);
    assert_int_equal(classes_of(&lexicon, "chief"), PITH__PHRASE);
    assert_int_equal(classes_of(&lexicon, "staff"), 0);
    assert_true(pith__lexicon_ends_phrase(&lexicon, "cap"));
    assert_false(pith__lexicon_ends_phrase(&lexicon, "staff"));
    pith__arena_free(&arena);
}

static void test_unknown_section_is_passed_over(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    pith__lexicon lexicon = lexicon_of(&arena, spoken(&arena), NULL);
    assert_int_equal(classes_of(&lexicon, "ghost"), 0);
    assert_int_equal(classes_of(&lexicon, "said"), PITH__SPEECH_VERB);
    pith__arena_free(&arena);
}

static void test_own_stopwords_replace_the_list(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    pith__lexicon lexicon = lexicon_of(
        &arena, spoken(&arena), "# mine, not the others\nBridge  \xC3\x89t\xC3\xA9\ttown#x y\n");
    assert_int_equal(classes_of(&lexicon, "the"), 0);
    assert_int_equal(classes_of(&lexicon, "bridge"), PITH__STOP);
    assert_int_equal(classes_of(&lexicon, "\xC3\xA9t\xC3\xA9"), PITH__STOP);
    assert_int_equal(classes_of(&lexicon, "town"), PITH__STOP);
    assert_int_equal(classes_of(&lexicon, "mine,"), 0);
    assert_int_equal(classes_of(&lexicon, "y"), 0);
    assert_int_equal(classes_of(&lexicon, "minister"), PITH__ROLE | PITH__SPEECH_VERB);
    lexicon = lexicon_of(&arena, spoken(&arena), "");
    assert_int_equal(classes_of(&lexicon, "the"), 0);
    pith__arena_free(&arena);
}

static void test_every_word_of_many_is_found(void **state)
{
    (void)state;
    enum { WORDS = 5000, SIZE = 16 };
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    char *text = pith__arena_alloc(&arena, WORDS * SIZE), word[SIZE];
    for (int i = 0, at = 0; i < WORDS; i++)
        at += snprintf(text + at, SIZE, "%x\n", i * 7);
    pith__language many = pith__language_compile(&arena, "xx", text, "");
    pith__lexicon lexicon = lexicon_of(&arena, &many, NULL);
    for (int i = 0; i < WORDS * 7; i++) {
        snprintf(word, sizeof word, "%x", i);
        assert_int_equal(classes_of(&lexicon, word), i % 7 ? 0 : PITH__STOP);
        assert_true(i % 7 || pith__lexicon_may_have(&lexicon, word, strlen(word)));
    }
    pith__arena_free(&arena);
}

static void test_english_knows_its_own(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    pith__lexicon lexicon = lexicon_of(&arena, pith__language_find("en"), NULL);
    assert_true(classes_of(&lexicon, "mr") & PITH__ABBR_TITLE);
    assert_true(classes_of(&lexicon, "e.g") & PITH__ABBR_INNER);
    assert_true(classes_of(&lexicon, "u.s") & PITH__ABBR_END);
    assert_true(classes_of(&lexicon, "said") & PITH__SPEECH_VERB);
    assert_true(classes_of(&lexicon, "spokeswoman") & PITH__ROLE);
    assert_true(classes_of(&lexicon, "according to") & PITH__ATTRIBUTIVE);
    assert_true(classes_of(&lexicon, "according") & PITH__PHRASE);
    assert_true(classes_of(&lexicon, "she") & PITH__PRONOUN_FEMALE);
    assert_true(classes_of(&lexicon, "she") & PITH__STOP);
    pith__arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_languages_are_sorted_and_found),
        cmocka_unit_test(test_none_knows_no_word),
        cmocka_unit_test(test_head_and_classes_are_read),
        cmocka_unit_test(test_first_word_of_a_phrase_says_so),
        cmocka_unit_test(test_unknown_section_is_passed_over),
        cmocka_unit_test(test_own_stopwords_replace_the_list),
        cmocka_unit_test(test_every_word_of_many_is_found),
        cmocka_unit_test(test_english_knows_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
