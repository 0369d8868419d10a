#include "unit.h"

#include <libstemmer.h>
#include <stdio.h>

#include "language/vocabulary.h"

static pith__vocabulary vocabulary_of(pith__arena *arena, const char *code)
{
    pith__vocabulary vocabulary;
    const pith__language *language =
        strcmp(code, "und") ? pith__language_find(code) : pith__language_none();
    assert_non_null(language);
    pith__vocabulary_init(&vocabulary, arena, 11, language, NULL, 0);
    return vocabulary;
}

static pith__form form(pith__vocabulary *vocabulary, const char *word)
{
    uint32_t number = pith__vocabulary_number(vocabulary, word, strlen(word));
    return vocabulary->forms.items[number];
}

static const char *lower(pith__vocabulary *vocabulary, const char *word)
{
    uint32_t number = pith__vocabulary_number(vocabulary, word, strlen(word));
    return pith__form_lower(&vocabulary->forms.items[number]);
}

static void assert_same_stem(pith__vocabulary *vocabulary, const char *one, const char *other)
{
    assert_int_equal(form(vocabulary, one).stem, form(vocabulary, other).stem);
}

/* Which words the stemmer need not be asked for: all ends of two letters, behind beginnings of all
 * kinds. */
static void test_english_stems_are_snowballs(void **state)
{
    (void)state;
    static const char *const beginnings[] = {"",    "b",    "'b",     "ya",     "str",  "ban",
                                             "ski", "o'br", "beaut",  "hopp",   "agre", "generat",
                                             "sky", "dy",   "nation", "organi", "fu",   "proce"};
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    pith__vocabulary words = vocabulary_of(&arena, "en");
    struct sb_stemmer *stemmer = sb_stemmer_new("english", NULL);
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings * 26 * 26; i++) {
        char word[16];
        int length = snprintf(word, sizeof word, "%s%c%c", beginnings[i / (26 * 26)],
                              (int)('a' + i / 26 % 26), (int)('a' + i % 26));
        const char *stem = (const char *)sb_stemmer_stem(stemmer, (const sb_symbol *)word, length);
        uint32_t number = form(&words, word).stem;
        const pith__key *key = &words.stems.keys.items[number];
        assert_int_equal(key->length, sb_stemmer_length(stemmer));
        assert_memory_equal(key->bytes, stem, key->length);
    }
    sb_stemmer_delete(stemmer);
    pith__vocabulary_free(&words);
    pith__arena_free(&arena);
}

static void test_forms_are_numbered_as_they_come(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    pith__vocabulary words = vocabulary_of(&arena, "en");
    char passing[] = "Bridges";
    uint32_t first = pith__vocabulary_number(&words, passing, 7);
    passing[0] = 'X'; /* the word was copied */
    assert_int_equal(pith__vocabulary_number(&words, "Bridges", 7), first);
    assert_int_not_equal(pith__vocabulary_number(&words, "bridges", 7), first);
    assert_int_equal(words.forms.count, 2);
    assert_string_equal(pith__form_lower(&words.forms.items[first]), "bridges");
    assert_int_equal(words.forms.items[first].length, 7);
    assert_same_stem(&words, "Bridges", "bridge");
    pith__vocabulary_free(&words);
    pith__arena_free(&arena);
}

static void test_shapes(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        pith__shape shape;
    } cases[] = {
        {"bridge", PITH__LOWER},       {"iPhone", PITH__LOWER},
        {"Bridge", PITH__CAPITAL},     {"McAllister", PITH__CAPITAL},
        {"I", PITH__CAPITAL},          {"NATO", PITH__UPPER},
        {"U.N", PITH__UPPER},          {"1987", PITH__NUMBER},
        {"3rd", PITH__NUMBER},         {"...", PITH__PUNCTUATION},
        {"\"", PITH__PUNCTUATION},     {"\xC3\x89t\xC3\xA9", PITH__CAPITAL},
        {"\xE6\xA9\x8B", PITH__LOWER}, {"", PITH__PUNCTUATION},
    };
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    pith__vocabulary words = vocabulary_of(&arena, "en");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(form(&words, cases[i].word).shape, cases[i].shape);
    pith__vocabulary_free(&words);
    pith__arena_free(&arena);
}

static void test_possessives_keep_their_word(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    pith__vocabulary words = vocabulary_of(&arena, "en");
    assert_same_stem(&words, "engineer's", "engineer");
    assert_same_stem(&words, "engineer\xE2\x80\x99s", "engineers");
    assert_same_stem(&words, "engineers'", "engineer");
    assert_string_equal(lower(&words, "Engineer\xE2\x80\x99s"), "engineer's");
    assert_true(form(&words, "don\xE2\x80\x99t").classes & PITH__STOP);
    pith__vocabulary_free(&words);
    pith__arena_free(&arena);
}

static void test_elided_words_have_the_stem_of_the_noun(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    pith__vocabulary words = vocabulary_of(&arena, "fr");
    assert_same_stem(&words, "l'ing\xC3\xA9nieur", "ing\xC3\xA9nieurs");
    assert_true(form(&words, "Qu\xE2\x80\x99il").classes & PITH__STOP);
    assert_false(form(&words, "l'ing\xC3\xA9nieur").classes & PITH__STOP);
    assert_same_stem(&words, "aujourd'hui", "Aujourd'hui");
    pith__vocabulary_free(&words);
    words = vocabulary_of(&arena, "it");
    assert_same_stem(&words, "dell'acqua", "acqua");
    pith__vocabulary_free(&words);
    pith__arena_free(&arena);
}

static void test_turkish_has_two_letters_i(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    pith__vocabulary words = vocabulary_of(&arena, "tr");
    assert_string_equal(lower(&words, "ISPARTA"), "\xC4\xB1sparta");
    assert_string_equal(lower(&words, "\xC4\xB0ZM\xC4\xB0R"), "izmir");
    assert_same_stem(&words, "Bursa'n\xC4\xB1n", "Bursa");
    pith__vocabulary_free(&words);
    words = vocabulary_of(&arena, "en");
    assert_string_equal(lower(&words, "IT"), "it");
    pith__vocabulary_free(&words);
    pith__arena_free(&arena);
}

static void test_letters_are_composed(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    pith__vocabulary words = vocabulary_of(&arena, "fr");
    assert_string_equal(lower(&words, "E\xCC\x81te\xCC\x81"), "\xC3\xA9t\xC3\xA9");
    assert_int_equal(form(&words, "E\xCC\x81te\xCC\x81").length, 7);
    pith__vocabulary_free(&words);
    pith__arena_free(&arena);
}

static void test_numbers_go_by_arrival(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    pith__vocabulary words = vocabulary_of(&arena, "en");
    static const char *const texts[] = {"a", "sixteen-letters.",  "seventeen-letters",
                                        "a", "seventeen-letterz", "sixteen-letters.",
                                        ""};
    static const uint32_t expected[] = {0, 1, 2, 0, 3, 1, 4};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(pith__vocabulary_number(&words, texts[i], strlen(texts[i])), expected[i]);
    pith__vocabulary_free(&words);
    pith__arena_free(&arena);
}

static void test_many_words_keep_their_numbers(void **state)
{
    (void)state;
    enum { MANY = 20000 };
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    pith__vocabulary words = vocabulary_of(&arena, "und");
    char word[16];
    for (int round = 0; round < 2; round++) {
        for (uint32_t i = 0; i < MANY; i++)
            assert_int_equal(pith__vocabulary_number(&words, word,
                                                     (size_t)snprintf(word, sizeof word, "w%u", i)),
                             i);
    }
    pith__vocabulary_free(&words);
    pith__arena_free(&arena);
}

static void test_a_very_long_word_is_its_own_stem(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    pith__vocabulary words = vocabulary_of(&arena, "en");
    size_t length = 1 << 20;
    char *word = pith__arena_alloc(&arena, length);
    memset(word, 'S', length);
    uint32_t number = pith__vocabulary_number(&words, word, length);
    pith__form long_form = words.forms.items[number];
    assert_int_equal(long_form.lower_length, length);
    assert_int_equal(words.stems.keys.items[long_form.stem].length, length);
    pith__vocabulary_free(&words);
    pith__arena_free(&arena);
}

static void test_languages_without_a_stemmer_work(void **state)
{
    (void)state;
    static const char *const codes[] = {"und", "pl", "ja"};
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        pith__vocabulary words = vocabulary_of(&arena, codes[i]);
        assert_same_stem(&words, "Mosty", "mosty");
        assert_int_not_equal(form(&words, "mosty").stem, form(&words, "mostu").stem);
        pith__vocabulary_free(&words);
    }
    pith__arena_free(&arena);
}

/* Every stemmer that the data names is one that libstemmer has. */
static void test_every_language_opens(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    size_t count, stemmed = 0;
    const pith__language *all = pith__language_all(&count);
    for (size_t i = 0; i < count; i++) {
        pith__vocabulary words = vocabulary_of(&arena, all[i].code);
        stemmed += words.stemmer != NULL;
        assert_int_equal(pith__vocabulary_number(&words, "word", 4), 0);
        pith__vocabulary_free(&words);
    }
    assert_true(stemmed >= 27);
    pith__arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_english_stems_are_snowballs),
        cmocka_unit_test(test_forms_are_numbered_as_they_come),
        cmocka_unit_test(test_numbers_go_by_arrival),
        cmocka_unit_test(test_many_words_keep_their_numbers),
        cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_possessives_keep_their_word),
        cmocka_unit_test(test_elided_words_have_the_stem_of_the_noun),
        cmocka_unit_test(test_turkish_has_two_letters_i),
        cmocka_unit_test(test_letters_are_composed),
        cmocka_unit_test(test_a_very_long_word_is_its_own_stem),
        cmocka_unit_test(test_languages_without_a_stemmer_work),
        cmocka_unit_test(test_every_language_opens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
