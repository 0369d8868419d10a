/* Every allocation failed in turn: each call either works or says PITH_NO_MEMORY, nothing leaks
 * (the sanitizers watch), and the engine does its work again as soon as there is memory. malloc and
 * its sisters are replaced for the whole process, so that libstemmer's and PCRE2's
 * allocations fail as well. */
#define _GNU_SOURCE /* RTLD_NEXT */
#include <dlfcn.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "pith.h"

/* ---- an allocator that fails when it is told to ---- */

static long countdown = -1; /* allocations that still succeed; negative: all do */
static bool for_good;       /* after the countdown all fail, not just one */
static bool failed;

static bool fails(void)
{
    if (countdown < 0)
        return false;
    if (countdown > 0) {
        countdown--;
        return false;
    }
    if (!for_good)
        countdown = -1;
    return failed = true;
}

static void *next(const char *name)
{
    return dlsym(RTLD_NEXT, name);
}

/* dlsym itself may allocate while it looks for the allocator */
static _Alignas(16) unsigned char early[4096];
static size_t early_used;

static void *take_early(size_t size)
{
    void *block = early + early_used;
    early_used += (size + 15) & ~(size_t)15;
    return early_used <= sizeof early ? block : NULL;
}

void *malloc(size_t size)
{
    static void *(*real)(size_t);
    static bool looking;
    if (!real) {
        if (looking)
            return take_early(size);
        looking = true;
        *(void **)&real = next("malloc");
    }
    return fails() ? NULL : real(size);
}

void *calloc(size_t count, size_t size)
{
    static void *(*real)(size_t, size_t);
    static bool looking;
    if (!real) {
        if (looking)
            return take_early(count * size);
        looking = true;
        *(void **)&real = next("calloc");
    }
    return fails() ? NULL : real(count, size);
}

void *realloc(void *block, size_t size)
{
    static void *(*real)(void *, size_t);
    if (!real)
        *(void **)&real = next("realloc");
    return fails() ? NULL : real(block, size);
}

/* ---- the work ---- */

static const char article[] =
    "LISBON, May 2 (Example News) - The head of the port, Marta Sousa, said the new pier would "
    "open in June.\n\n"
    "\"We have waited nine years for this,\" Sousa said. \"Nobody will have to wait longer.\"\n\n"
    "According to the ministry, the work cost 40 million euros. Fishermen called the price "
    "“absurd” and\n"
    "asked for a study. He said that nobody had listened, and that they would be back on Monday.\n";

static pith_status write_all(pith_engine *engine, const pith_document *document,
                             const pith_summary *summary, const pith_keywords *keywords,
                             const pith_quotes *quotes)
{
    for (int format = PITH_TEXT; format <= PITH_JSONL; format++) {
        pith_output_options options = {.size = sizeof options,
                                       .format = (pith_format)format,
                                       .source = "a.txt",
                                       .document = document,
                                       .list_sentences = 1,
                                       .summary = summary,
                                       .keywords = keywords,
                                       .quotes = quotes};
        pith_output *output;
        pith_status status = pith_output_new(engine, &options, &output);
        pith_output_free(output);
        if (status != PITH_OK)
            return status;
    }
    return PITH_OK;
}

static pith_status digest(pith_engine *engine, const char *language, const char *method)
{
    pith_document *document = NULL;
    pith_summary *summary = NULL;
    pith_keywords *keywords = NULL;
    pith_quotes *quotes = NULL;
    const pith_part parts[] = {{0, "first"}, {strlen(article) / 2, NULL}};
    pith_document_options how = {.size = sizeof how,
                                 .language = language,
                                 .title = "A pier for Lisbon",
                                 .explain = 1,
                                 .parts = parts,
                                 .part_count = language ? 2 : 0};
    pith_summary_options length = {.size = sizeof length,
                                   .method = method,
                                   .words = 40,
                                   .query = strcmp(method, "tfidf") == 0 ? NULL : "the piers",
                                   .explain = 1};
    pith_quotes_options all = {.size = sizeof all,
                               .kinds = PITH_DIRECT | PITH_MIXED | PITH_INDIRECT,
                               .marked = 1,
                               .explain = 1};
    pith_status status = pith_document_new(engine, article, strlen(article), &how, &document);
    if (status == PITH_OK)
        status = pith_summary_new(engine, document, &length, &summary);
    if (status == PITH_OK)
        status = pith_keywords_new(engine, document, 0, &keywords);
    if (status == PITH_OK)
        status = pith_quotes_new(engine, document, &all, &quotes);
    if (status == PITH_OK)
        status = write_all(engine, document, summary, keywords, quotes);
    pith_quotes_free(quotes);
    pith_keywords_free(keywords);
    pith_summary_free(summary);
    pith_document_free(document);
    return status;
}

/* One failure after `allocations` good ones; returns whether there was one. */
static bool survive(long allocations, bool all_after, const char *language, const char *method)
{
    failed = false;
    for_good = all_after;
    countdown = allocations;
    pith_engine *engine = NULL;
    pith_engine_options options = {
        .size = sizeof options, .stopwords = language ? NULL : "the a", .stopwords_length = 5};
    pith_status status = pith_engine_new(&options, &engine);
    if (status == PITH_OK)
        status = digest(engine, language, method);
    countdown = -1;
    assert_int_equal(status, failed ? PITH_NO_MEMORY : PITH_OK);
    if (engine && failed) {
        assert_string_not_equal(pith_engine_message(engine), "");
        assert_int_equal(digest(engine, language, method), PITH_OK);
    }
    pith_engine_free(engine);
    return failed;
}

static void fail_each(bool all_after, const char *language, const char *method)
{
    long allocations = 0;
    while (survive(allocations, all_after, language, method))
        allocations++;
    assert_true(allocations > 10);
}

static void test_each_once(void **state)
{
    (void)state;
    fail_each(false, "en", "auto");
    fail_each(false, NULL, "lexrank");
}

static void test_each_and_all_after(void **state)
{
    (void)state;
    fail_each(true, "en", "textrank");
    fail_each(true, NULL, "tfidf");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_once),
        cmocka_unit_test(test_each_and_all_after),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
