/* Summaries of whole documents: the same bytes each time, and linear time. */
#include "unit.h"

#include <stdio.h>
#include <time.h>

#include "pith.h"

enum { VOCABULARY = 20000, WORDS = 12 };

/* A text of sentences of random words, the frequent ones first, as in any language. */
static char *make_text(uint32_t sentences, size_t *length)
{
    char *text = malloc((size_t)sentences * WORDS * 9 + 1), *end = text;
    uint32_t state = 1;
    for (uint32_t s = 0; s < sentences; s++) {
        for (int w = 0; w < WORDS; w++) {
            state = state * 1664525u + 1013904223u;
            uint32_t rank = (state >> 9) % VOCABULARY;
            state = state * 1664525u + 1013904223u;
            rank = rank * ((state >> 9) % 1000) / 1000;
            end += sprintf(end, "%s%c%c%c%c", w ? " " : "W", 'a' + (int)(rank % 26),
                           'a' + (int)(rank / 26 % 26), 'a' + (int)(rank / 676 % 26), 'o');
        }
        end += sprintf(end, s % 8 == 7 ? ".\n\n" : ". ");
    }
    *length = (size_t)(end - text);
    return text;
}

static pith_document *make_document(pith_engine *engine, uint32_t sentences)
{
    size_t length;
    char *text = make_text(sentences, &length);
    pith_document *document;
    pith_document_options options = {.size = sizeof options, .language = "en"};
    assert_int_equal(pith_document_new(engine, text, length, &options, &document), PITH_OK);
    free(text);
    return document;
}

/* Seconds of processor time a sentence. */
static double cost(pith_engine *engine, const char *method, uint32_t sentences)
{
    pith_document *document = make_document(engine, sentences);
    pith_summary *summary;
    pith_summary_options options = {.size = sizeof options, .method = method};
    clock_t start = clock();
    assert_int_equal(pith_summary_new(engine, document, &options, &summary), PITH_OK);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    pith_summary_free(summary);
    pith_document_free(document);
    return seconds / sentences;
}

static void test_cost_is_linear(void **state)
{
    (void)state;
    pith_engine *engine;
    assert_int_equal(pith_engine_new(NULL, &engine), PITH_OK);
    size_t methods;
    const char *const *method = pith_methods(&methods);
    for (size_t m = 0; m < methods; m++) {
        double small = cost(engine, method[m], 2000), large = cost(engine, method[m], 32000);
        /* caches make some difference; a quadratic method would be 16 times as slow */
        assert_true(large < 6 * small + 2e-6);
    }
    pith_engine_free(engine);
}

static void test_same_bytes_from_every_engine(void **state)
{
    (void)state;
    size_t methods;
    const char *const *method = pith_methods(&methods);
    for (size_t m = 0; m < methods; m++) {
        char *first = NULL;
        for (int run = 0; run < 3; run++) {
            pith_engine *engine;
            pith_summary *summary;
            assert_int_equal(pith_engine_new(NULL, &engine), PITH_OK);
            pith_document *document = make_document(engine, 500);
            pith_summary_options options = {
                .size = sizeof options, .method = method[m], .words = 90};
            assert_int_equal(pith_summary_new(engine, document, &options, &summary), PITH_OK);
            size_t length;
            const char *text = pith_summary_text(summary, &length);
            if (!first)
                first = strcpy(malloc(length + 1), text);
            assert_string_equal(text, first);
            pith_summary_free(summary);
            pith_document_free(document);
            pith_engine_free(engine);
        }
        free(first);
    }
}

static void test_objects_outlive_each_other(void **state)
{
    (void)state;
    pith_engine *engine;
    pith_summary *summary;
    assert_int_equal(pith_engine_new(NULL, &engine), PITH_OK);
    pith_document *document = make_document(engine, 50);
    assert_int_equal(pith_summary_new(engine, document, NULL, &summary), PITH_OK);
    pith_document_free(document);
    pith_engine_free(engine);
    size_t length, picks;
    const char *text = pith_summary_text(summary, &length);
    assert_int_equal(strlen(text), length);
    assert_non_null(pith_summary_picks(summary, &picks));
    assert_true(picks > 0);
    pith_summary_free(summary);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cost_is_linear),
        cmocka_unit_test(test_same_bytes_from_every_engine),
        cmocka_unit_test(test_objects_outlive_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
