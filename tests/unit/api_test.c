/* What pith.h promises of every call, whatever the stages find: options, errors, NULLs,
 * independence of the results. */
#define _POSIX_C_SOURCE 200809L /* strdup */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "pith.h"

static const char article[] =
    "The bridge is closed. \"We need two weeks,\" said Ada Brook, the engineer. Then it opens.";

static pith_engine *new_engine(void)
{
    pith_engine *engine;
    assert_int_equal(pith_engine_new(NULL, &engine), PITH_OK);
    return engine;
}

static pith_document *read(pith_engine *engine, const char *text)
{
    pith_document *document;
    assert_int_equal(pith_document_new(engine, text, strlen(text), NULL, &document), PITH_OK);
    return document;
}

static void test_about(void **state)
{
    (void)state;
    size_t count;
    assert_string_equal(pith_methods(&count)[0], "auto");
    assert_true(count >= 5);
    const char *const *languages = pith_languages(&count);
    assert_true(count >= 20);
    for (size_t i = 1; i < count; i++)
        assert_true(strcmp(languages[i - 1], languages[i]) < 0);
    assert_true(strlen(pith_version()) >= 5);
    assert_string_equal(pith_status_text(PITH_OK), "done");
    assert_string_equal(pith_status_text((pith_status)99), "unknown status");
}

static void test_free_takes_null(void **state)
{
    (void)state;
    pith_engine_free(NULL);
    pith_document_free(NULL);
    pith_summary_free(NULL);
    pith_keywords_free(NULL);
    pith_quotes_free(NULL);
    pith_output_free(NULL);
}

static void test_wrong_options_are_named(void **state)
{
    (void)state;
    pith_engine *engine = new_engine();
    pith_document *document = read(engine, article);
    pith_summary *summary;
    pith_summary_options ratio = {.size = sizeof ratio, .ratio = 1.5};
    assert_int_equal(pith_summary_new(engine, document, &ratio, &summary), PITH_BAD_OPTION);
    assert_null(summary);
    assert_non_null(strstr(pith_engine_message(engine), "ratio"));
    pith_summary_options method = {.size = sizeof method, .method = "nonsense"};
    assert_int_equal(pith_summary_new(engine, document, &method, &summary), PITH_BAD_OPTION);
    assert_non_null(strstr(pith_engine_message(engine), "nonsense"));
    pith_quotes *quotes;
    pith_quotes_options kinds = {.size = sizeof kinds, .kinds = 64};
    assert_int_equal(pith_quotes_new(engine, document, &kinds, &quotes), PITH_BAD_OPTION);
    pith_quotes_options confidence = {.size = sizeof confidence, .min_confidence = -1};
    assert_int_equal(pith_quotes_new(engine, document, &confidence, &quotes), PITH_BAD_OPTION);
    pith_output *output;
    pith_output_options nothing = {.size = sizeof nothing};
    assert_int_equal(pith_output_new(engine, &nothing, &output), PITH_BAD_OPTION);
    pith_output_options format = {
        .size = sizeof format, .document = document, .format = (pith_format)9};
    assert_int_equal(pith_output_new(engine, &format, &output), PITH_BAD_OPTION);
    pith_document_options language = {.size = sizeof language, .language = "xx"};
    pith_document *other;
    assert_int_equal(pith_document_new(engine, "a", 1, &language, &other), PITH_BAD_LANGUAGE);
    assert_null(other);
    pith_document_free(document);
    pith_engine_free(engine);
}

static void test_size_of_options(void **state)
{
    (void)state;
    pith_engine *engine = new_engine();
    pith_document *document = read(engine, article);
    pith_summary *summary;
    pith_summary_options unset = {.sentences = 1};
    assert_int_equal(pith_summary_new(engine, document, &unset, &summary), PITH_BAD_OPTION);
    /* an older caller's struct ends after its first fields */
    pith_summary_options older = {
        .size = offsetof(pith_summary_options, words), .sentences = 1, .words = 9999};
    assert_int_equal(pith_summary_new(engine, document, &older, &summary), PITH_OK);
    pith_summary_free(summary);
    /* a newer caller's struct is longer: fine as long as what we don't know is unset */
    struct {
        pith_summary_options known;
        uint64_t later;
    } newer = {.known = {.size = sizeof newer, .sentences = 1}};
    assert_int_equal(pith_summary_new(engine, document, &newer.known, &summary), PITH_OK);
    pith_summary_free(summary);
    newer.later = 1;
    assert_int_equal(pith_summary_new(engine, document, &newer.known, &summary), PITH_BAD_OPTION);
    pith_document_free(document);
    pith_engine_free(engine);
}

static void test_results_outlive_the_engine(void **state)
{
    (void)state;
    pith_engine *engine = new_engine();
    pith_document *document = read(engine, article);
    pith_quotes *quotes;
    assert_int_equal(pith_quotes_new(engine, document, NULL, &quotes), PITH_OK);
    pith_engine_free(engine);
    size_t count, speakers;
    const pith_quote *quote = pith_quotes_items(quotes, &count);
    assert_int_equal(count, 1);
    assert_string_equal(pith_quotes_speakers(quotes, &speakers)[quote[0].speaker].name,
                        "Ada Brook");
    pith_document_free(document);
    pith_quotes_free(quotes);
}

static void test_same_in_same_out(void **state)
{
    (void)state;
    pith_engine *engines[2] = {new_engine(), new_engine()};
    pith_document_free(
        read(engines[1], "Other words came before: engines, Ada, weeks and bridges."));
    char *first = NULL;
    for (int i = 0; i < 2; i++) {
        pith_document *document = read(engines[i], article);
        pith_summary *summary;
        pith_output *output;
        assert_int_equal(pith_summary_new(engines[i], document, NULL, &summary), PITH_OK);
        pith_output_options options = {
            .size = sizeof options, .format = PITH_JSON, .document = document, .summary = summary};
        assert_int_equal(pith_output_new(engines[i], &options, &output), PITH_OK);
        size_t length;
        const char *bytes = pith_output_bytes(output, &length);
        if (first)
            assert_string_equal(bytes, first);
        else
            first = strdup(bytes);
        pith_output_free(output);
        pith_summary_free(summary);
        pith_document_free(document);
        pith_engine_free(engines[i]);
    }
    free(first);
}

static void test_own_stopwords(void **state)
{
    (void)state;
    pith_engine *engine;
    static const char words[] = "# mine\nbridge engineer";
    pith_engine_options options = {
        .size = sizeof options, .stopwords = words, .stopwords_length = strlen(words)};
    assert_int_equal(pith_engine_new(&options, &engine), PITH_OK);
    pith_document *document = read(engine, "The bridge pleased the engineer. The bridge was red.");
    pith_keywords *keywords;
    assert_int_equal(pith_keywords_new(engine, document, 0, &keywords), PITH_OK);
    size_t count;
    const pith_keyword *keyword = pith_keywords_items(keywords, &count);
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++)
        assert_string_not_equal(keyword[i].text, "bridge");
    pith_keywords_free(keywords);
    pith_document_free(document);
    pith_engine_free(engine);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_about),
        cmocka_unit_test(test_free_takes_null),
        cmocka_unit_test(test_wrong_options_are_named),
        cmocka_unit_test(test_size_of_options),
        cmocka_unit_test(test_results_outlive_the_engine),
        cmocka_unit_test(test_same_in_same_out),
        cmocka_unit_test(test_own_stopwords),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
