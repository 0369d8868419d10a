/* Several texts as one document: how they are joined, and what a summary tells of them. */
#include "unit.h"

#include <stdio.h>

#include "pith.h"
#include "text/part.h"

static pith_engine *engine;

static int open_engine(void **state)
{
    (void)state;
    return pith_engine_new(NULL, &engine) == PITH_OK ? 0 : -1;
}

static int close_engine(void **state)
{
    (void)state;
    pith_engine_free(engine);
    return 0;
}

static const char text[] = "The river Lenn rose on Sunday. A bridge broke.\xEF\xBB\xBFThe council "
                           "met on Monday. \xFF The bridge will be built again.";
static const size_t second = 46; /* its byte order mark */

static pith_status read_parts(const pith_part *parts, size_t count, pith_document **out)
{
    pith_document_options o = {
        .size = sizeof o, .language = "en", .parts = parts, .part_count = count};
    return pith_document_new(engine, text, sizeof text - 1, &o, out);
}

static void test_each_is_decoded_and_an_empty_line_joins_them(void **state)
{
    (void)state;
    const pith_part parts[] = {{0, "a.txt"}, {second, NULL}};
    pith_document *document;
    assert_int_equal(read_parts(parts, 2, &document), PITH_OK);
    assert_string_equal(pith_document_text(document, &(size_t){0}),
                        "The river Lenn rose on Sunday. A bridge broke.\n\nThe council met on "
                        "Monday. \xEF\xBF\xBD The bridge will be built again.\n\n");
    assert_int_equal(pith_document_counts(document).paragraphs, 2);
    pith_document_free(document);
}

static void test_picks_name_their_source(void **state)
{
    (void)state;
    char name[] = "a.txt";
    const pith_part parts[] = {{0, name}, {second, NULL}};
    pith_summary_options o = {.size = sizeof o, .method = "lead", .sentences = 4};
    pith_document *document;
    pith_summary *summary;
    size_t count;
    assert_int_equal(read_parts(parts, 2, &document), PITH_OK);
    memset(name, '?', sizeof name - 1); /* names are copied */
    assert_int_equal(pith_summary_new(engine, document, &o, &summary), PITH_OK);
    const pith_pick *pick = pith_summary_picks(summary, &count);
    assert_int_equal(count, 4);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(pick[i].source, i < 2 ? "a.txt" : "");
    pith_summary_free(summary);
    pith_document_free(document);
}

/* The first sentences of all come before the second of any. */
static void test_places_are_counted_in_each(void **state)
{
    (void)state;
    const pith_part parts[] = {{0, "a"}, {second, "b"}};
    pith_summary_options o = {.size = sizeof o, .method = "lead", .sentences = 2};
    pith_document *document;
    pith_summary *summary;
    assert_int_equal(read_parts(parts, 2, &document), PITH_OK);
    assert_int_equal(pith_summary_new(engine, document, &o, &summary), PITH_OK);
    assert_string_equal(pith_summary_text(summary, &(size_t){0}),
                        "The river Lenn rose on Sunday. The council met on Monday.");
    pith_summary_free(summary);
    pith_document_free(document);
}

static void test_a_single_text_has_no_source(void **state)
{
    (void)state;
    pith_document *document;
    pith_summary *summary;
    assert_int_equal(read_parts(NULL, 0, &document), PITH_OK);
    assert_int_equal(pith_summary_new(engine, document, NULL, &summary), PITH_OK);
    assert_null(pith_summary_picks(summary, &(size_t){0})->source);
    pith_summary_free(summary);
    pith_document_free(document);
}

static void test_places_have_to_rise_inside_the_text(void **state)
{
    (void)state;
    const pith_part wrong[][2] = {
        {{1, "a"}, {second, "b"}}, {{0, "a"}, {sizeof text, "b"}}, {{0, "a"}, {SIZE_MAX, "b"}}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        pith_document *document;
        assert_int_equal(read_parts(wrong[i], 2, &document), PITH_BAD_OPTION);
        assert_null(document);
        assert_non_null(strstr(pith_engine_message(engine), "parts"));
    }
    const pith_part empty[] = {{0, "a"}, {0, "b"}, {sizeof text - 1, "c"}};
    pith_document *document;
    assert_int_equal(read_parts(empty, 3, &document), PITH_OK);
    pith_document_free(document);
}

static void test_the_part_of_a_byte(void **state)
{
    (void)state;
    pith__part items[9];
    for (uint32_t count = 1; count <= 9; count++) {
        for (uint32_t i = 0; i < count; i++)
            items[i] = (pith__part){10 * i, ""};
        pith__parts parts = {items, count};
        for (uint32_t byte = 0; byte < 10 * count; byte++)
            assert_int_equal(pith__part_at(&parts, byte), byte / 10);
        assert_int_equal(pith__part_at(&parts, 1000), count - 1);
    }
    assert_int_equal(pith__part_at(&(pith__parts){NULL, 0}, 7), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_is_decoded_and_an_empty_line_joins_them),
        cmocka_unit_test(test_picks_name_their_source),
        cmocka_unit_test(test_places_are_counted_in_each),
        cmocka_unit_test(test_a_single_text_has_no_source),
        cmocka_unit_test(test_places_have_to_rise_inside_the_text),
        cmocka_unit_test(test_the_part_of_a_byte),
    };
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
