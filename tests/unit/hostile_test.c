/* Pathological documents through every stage: large, deep, repetitive. ctest's time limit is the
 * only clock: each of these takes a moment when every stage is linear, and minutes when one is not.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "pith.h"

static char *repeat(const char *piece, size_t times)
{
    size_t length = strlen(piece);
    char *text = malloc(length * times + 1);
    assert_non_null(text);
    for (size_t i = 0; i < times; i++)
        memcpy(text + i * length, piece, length);
    text[length * times] = '\0';
    return text;
}

/* Every stage and the JSON writer; returns the number of quotes. */
static size_t digest(const char *text, const char *language)
{
    pith_engine *engine;
    pith_document *document;
    pith_summary *summary;
    pith_keywords *keywords;
    pith_quotes *quotes;
    pith_output *output;
    pith_document_options how = {.size = sizeof how, .language = language};
    pith_quotes_options all = {.size = sizeof all,
                               .kinds = PITH_DIRECT | PITH_MIXED | PITH_INDIRECT};
    assert_int_equal(pith_engine_new(NULL, &engine), PITH_OK);
    assert_int_equal(pith_document_new(engine, text, strlen(text), &how, &document), PITH_OK);
    size_t methods, count, length;
    const char *const *names = pith_methods(&methods);
    for (size_t i = 0; i < methods; i++) {
        pith_summary_options options = {.size = sizeof options, .method = names[i], .words = 100};
        assert_int_equal(pith_summary_new(engine, document, &options, &summary), PITH_OK);
        pith_summary_text(summary, &length);
        assert_true(length > 0 || pith_document_counts(document).words == 0);
        pith_summary_free(summary);
    }
    assert_int_equal(pith_keywords_new(engine, document, 0, &keywords), PITH_OK);
    assert_int_equal(pith_quotes_new(engine, document, &all, &quotes), PITH_OK);
    pith_output_options options = {.size = sizeof options,
                                   .format = PITH_JSONL,
                                   .document = document,
                                   .list_sentences = 1,
                                   .keywords = keywords,
                                   .quotes = quotes};
    assert_int_equal(pith_output_new(engine, &options, &output), PITH_OK);
    pith_quotes_items(quotes, &count);
    pith_output_free(output);
    pith_quotes_free(quotes);
    pith_keywords_free(keywords);
    pith_document_free(document);
    pith_engine_free(engine);
    return count;
}

static size_t digest_repeated(const char *piece, size_t times, const char *language)
{
    char *text = repeat(piece, times);
    size_t quotes = digest(text, language);
    free(text);
    return quotes;
}

enum { MEGABYTE = 1000 * 1000 };

static void test_one_character(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        ".",    "\"",           "'",  "“",   "”", "«", "-",  "—",    "(",
        "?",    "\n",           " ",  "a",   "A", "1", "。", "\xff", "``",
        "\r\n", "\xE2\x80\xA8", ". ", "\" ", "@", ":", "/",  "’",    "́"};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
        digest_repeated(pieces[i], MEGABYTE / strlen(pieces[i]), i % 2 ? NULL : "en");
}

static void test_one_long_sentence(void **state)
{
    (void)state;
    digest_repeated("said the man who ", 10 * MEGABYTE / 17, "en");
    digest_repeated("Mr. Smith and U.S. ", MEGABYTE / 19, "en");
}

static void test_many_sentences(void **state)
{
    (void)state;
    digest_repeated("Go. ", 100000, "en");
    digest_repeated("The cat sat on the mat. The dog did not. ", 50000, "en");
    digest_repeated("He said it.\n\n", 100000, NULL);
}

static void test_nested_marks(void **state)
{
    (void)state;
    char *opening = repeat("“he said ‘", 50000);
    char *closing = repeat("’ she said”", 50000);
    char *text = malloc(strlen(opening) + strlen(closing) + 1);
    assert_non_null(text);
    strcpy(text, opening);
    strcat(text, closing);
    digest(text, "en");
    free(text);
    free(opening);
    free(closing);
}

static void test_many_quotes(void **state)
{
    (void)state;
    assert_true(digest_repeated("“We have to go now,” said Anna Berg. ", 100000, "en") >= 90000);
    digest_repeated("“We have to go now,” said Anna Berg.\n\n“No.”\n\n", 30000, "en");
    digest_repeated("He said that “it” was “so” and ", 50000, "en");
}

static void test_many_names(void **state)
{
    (void)state;
    size_t room = 60 * 50000, used = 0;
    char *text = malloc(room);
    assert_non_null(text);
    for (int i = 0; i < 50000; i++)
        used += (size_t)snprintf(text + used, room - used, "“Yes,” said Ann%c%c%c Ber%c%c. ",
                                 'a' + i % 26, 'a' + i / 26 % 26, 'a' + i / 676 % 26, 'a' + i % 25,
                                 'a' + i / 25 % 25);
    digest(text, "en");
    free(text);
}

static void test_many_descriptions(void **state)
{
    (void)state;
    digest_repeated("“We go,” a company in Oslo said. “No,” the company said. ", 30000, "en");
    digest_repeated("Ann Lee's harbour office said yes. Lee's harbour office said no. ", 30000,
                    "en");
    digest_repeated("“We go,” her ferry campaign said. “No,” the senator said. ", 30000, "en");
    char *tail = repeat("with ties to ports ", 20000);
    char *text = malloc(strlen(tail) + 100);
    assert_non_null(text);
    sprintf(text, "“We go,” an official %s said. ", tail);
    char *many = repeat("“We go,” the official said. ", 30000);
    char *both = malloc(strlen(text) + strlen(many) + 1);
    assert_non_null(both);
    digest(strcat(strcpy(both, text), many), "en");
    free(both);
    free(many);
    free(text);
    free(tail);
}

static void test_many_statements(void **state)
{
    (void)state;
    assert_true(digest_repeated("ANN LEE: Why?\n\nTOM ROE: It leaks.\n\n", 30000, "en") == 60000);
    digest_repeated("ANN LEE (", 100000, "en");
    digest_repeated("ANN: \n\n", 100000, "en");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_character),     cmocka_unit_test(test_one_long_sentence),
        cmocka_unit_test(test_many_sentences),    cmocka_unit_test(test_nested_marks),
        cmocka_unit_test(test_many_quotes),       cmocka_unit_test(test_many_names),
        cmocka_unit_test(test_many_descriptions), cmocka_unit_test(test_many_statements),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
