#include "unit.h"

#include "pith.h"

typedef struct answer {
    pith_engine *engine;
    pith_document *document;
    pith_quotes *quotes;
    const pith_quote *quote;
    const pith_speaker *speaker;
    size_t quote_count, speaker_count;
} answer;

static void ask(answer *a, const char *text, uint32_t kinds, double confidence)
{
    pith_document_options how = {.size = sizeof how, .language = "en"};
    pith_quotes_options options = {
        .size = sizeof options, .kinds = kinds, .min_confidence = confidence};
    assert_int_equal(pith_engine_new(NULL, &a->engine), PITH_OK);
    assert_int_equal(pith_document_new(a->engine, text, strlen(text), &how, &a->document), PITH_OK);
    assert_int_equal(pith_quotes_new(a->engine, a->document, &options, &a->quotes), PITH_OK);
    a->quote = pith_quotes_items(a->quotes, &a->quote_count);
    a->speaker = pith_quotes_speakers(a->quotes, &a->speaker_count);
}

static void close_answer(answer *a)
{
    pith_quotes_free(a->quotes);
    pith_document_free(a->document);
    pith_engine_free(a->engine);
}

static const char *const article =
    "Harbour Minister Anna Rossi opened the quay on Monday.\n\n"
    "“We waited ten years for this day,” said Rossi. “It was worth it.”\n\n"
    "“The work begins only now,” she said.\n\n"
    "“Nobody asked the fishermen about it,” said Jon Berg.\n";

static void test_counts_by_speaker(void **state)
{
    (void)state;
    answer a;
    ask(&a, article, PITH_DIRECT, 0);
    assert_int_equal(a.quote_count, 3);
    assert_int_equal(a.speaker_count, 2);
    assert_string_equal(a.speaker[0].name, "Anna Rossi");
    assert_string_equal(a.speaker[0].description, "Harbour Minister");
    assert_int_equal(a.speaker[0].quotes, 2);
    assert_int_equal(a.speaker[0].words, 16);
    assert_string_equal(a.speaker[1].name, "Jon Berg");
    assert_int_equal(a.speaker[1].quotes, 1);
    close_answer(&a);
}

static void test_speakers_stand_as_they_first_speak(void **state)
{
    (void)state;
    answer a;
    ask(&a,
        "Anna Rossi met Jon Berg. “It is late,” said Berg. “It is not safe,” a neighbour said. "
        "“We wait,” said Rossi. “No,” said Berg.",
        PITH_DIRECT, 0);
    assert_int_equal(a.speaker_count, 3);
    assert_string_equal(a.speaker[0].name, "Jon Berg");
    assert_string_equal(a.speaker[1].name, "a neighbour");
    assert_string_equal(a.speaker[2].name, "Anna Rossi");
    assert_int_equal(a.quote[3].speaker, 0);
    close_answer(&a);
}

static void test_who_is_not_sure_is_unknown(void **state)
{
    (void)state;
    answer a;
    ask(&a, article, PITH_DIRECT, 1);
    assert_int_equal(a.quote_count, 3);
    assert_int_equal(a.speaker_count, 0);
    for (size_t i = 0; i < a.quote_count; i++) {
        assert_int_equal(a.quote[i].speaker, PITH_NONE);
        assert_true(a.quote[i].mention.start < a.quote[i].mention.end); /* likely all the same */
    }
    close_answer(&a);
}

static void test_no_quotes(void **state)
{
    (void)state;
    answer a;
    ask(&a, "The quay was opened on Monday. It rained.", PITH_DIRECT | PITH_MIXED, 0);
    assert_int_equal(a.quote_count, 0);
    assert_int_equal(a.speaker_count, 0);
    close_answer(&a);
}

static void test_all_that_is_listed_is_in_range(void **state)
{
    (void)state;
    answer a;
    ask(&a, article, PITH_DIRECT | PITH_MIXED | PITH_INDIRECT, 0);
    size_t length;
    pith_document_text(a.document, &length);
    for (size_t i = 0; i < a.quote_count; i++) {
        const pith_quote *q = &a.quote[i];
        assert_true(q->span_count > 0 && q->spans[q->span_count - 1].end <= length);
        assert_true(q->speaker == PITH_NONE || q->speaker < a.speaker_count);
        assert_true(q->confidence >= 0 && q->confidence <= 1);
        assert_non_null(q->rule);
    }
    close_answer(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts_by_speaker),
        cmocka_unit_test(test_speakers_stand_as_they_first_speak),
        cmocka_unit_test(test_who_is_not_sure_is_unknown),
        cmocka_unit_test(test_no_quotes),
        cmocka_unit_test(test_all_that_is_listed_is_in_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
