/* Keywords: how many, in which order, and in texts that have none. */
#include "unit.h"

#include "pith.h"

static pith_keywords *keywords_of(const char *text, uint32_t most, size_t *count)
{
    pith_engine *engine;
    pith_document *document;
    pith_keywords *keywords;
    pith_document_options options = {
        .size = sizeof options, .language = "en", .title = "A pier for the port"};
    assert_int_equal(pith_engine_new(NULL, &engine), PITH_OK);
    assert_int_equal(pith_document_new(engine, text, strlen(text), &options, &document), PITH_OK);
    assert_int_equal(pith_keywords_new(engine, document, most, &keywords), PITH_OK);
    pith_document_free(document);
    pith_engine_free(engine);
    pith_keywords_items(keywords, count);
    return keywords;
}

static const char text[] =
    "Marta Sousa, who runs the port of Lisbon, opened a pier. The pier cost 40 million euros. "
    "Sousa said the pier was worth it. Fishing boats use the pier. Fishing boats like Sousa's "
    "pier.";

static void test_weights_fall_from_one(void **state)
{
    (void)state;
    size_t count;
    pith_keywords *keywords = keywords_of(text, 0, &count);
    const pith_keyword *keyword = pith_keywords_items(keywords, &count);
    assert_in_range(count, 3, 10);
    assert_true(keyword[0].weight == 1);
    for (size_t i = 1; i < count; i++) {
        assert_true(keyword[i].weight > 0 && keyword[i].weight <= keyword[i - 1].weight);
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(keyword[i].text, keyword[k].text);
    }
    assert_string_equal(keyword[0].text, "pier");
    assert_int_equal(keyword[0].count, 5);
    pith_keywords_free(keywords);
}

static void test_no_more_than_asked(void **state)
{
    (void)state;
    for (uint32_t most = 1; most < 5; most++) {
        size_t count;
        pith_keywords *keywords = keywords_of(text, most, &count);
        assert_int_equal(count, most);
        pith_keywords_free(keywords);
    }
}

static void test_texts_without_keywords(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "...", "the of and", "12 13 14", "\"\""};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t count;
        pith_keywords *keywords = keywords_of(texts[i], 0, &count);
        assert_int_equal(count, 0);
        pith_keywords_free(keywords);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_weights_fall_from_one),
        cmocka_unit_test(test_no_more_than_asked),
        cmocka_unit_test(test_texts_without_keywords),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
