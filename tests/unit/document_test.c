#include "unit.h"

#include "ground/span.h"
#include "ground/utf8.h"
#include "text/document.h"

typedef struct pair {
    pith_engine *engine;
    pith_document *document;
} pair;

static pair read_text(const char *source, const char *title)
{
    pair p;
    assert_int_equal(pith_engine_new(NULL, &p.engine), PITH_OK);
    pith_document_options options = {.size = sizeof options, .language = "en", .title = title};
    assert_int_equal(pith_document_new(p.engine, source, strlen(source), &options, &p.document),
                     PITH_OK);
    return p;
}

static void close_pair(pair p)
{
    pith_document_free(p.document);
    pith_engine_free(p.engine);
}

static void test_empty(void **state)
{
    (void)state;
    static const char *const sources[] = {"", " \n\n\t ", "\xEF\xBB\xBF"};
    for (size_t i = 0; i < 3; i++) {
        pair p = read_text(sources[i], "");
        pith_counts counts = pith_document_counts(p.document);
        assert_int_equal(counts.paragraphs + counts.sentences + counts.words, 0);
        assert_int_equal(pith__sentence_at(p.document, 0), 0);
        assert_int_equal(pith__token_at(p.document, 0), 0);
        assert_int_equal(pith_document_offset(p.document, 0, PITH_UTF16), 0);
        close_pair(p);
    }
}

static void test_counts_and_text(void **state)
{
    (void)state;
    pair p = read_text("One lamp.\n\nTwo lamps burn.", NULL);
    pith_counts counts = pith_document_counts(p.document);
    assert_int_equal(counts.bytes, 26);
    assert_int_equal(counts.paragraphs, 2);
    assert_int_equal(counts.sentences, 2);
    assert_int_equal(counts.words, 5);
    size_t length;
    assert_string_equal(pith_document_text(p.document, &length), "One lamp.\n\nTwo lamps burn.");
    assert_int_equal(length, 26);
    assert_null(pith_document_title(p.document));
    assert_string_equal(pith_document_language(p.document), "en");
    close_pair(p);
}

static void test_positions(void **state)
{
    (void)state;
    pair p = read_text("One lamp. Two lamps. ", NULL);
    assert_int_equal(pith__sentence_at(p.document, 0), 0);
    assert_int_equal(pith__sentence_at(p.document, 8), 0);
    assert_int_equal(pith__sentence_at(p.document, 9), 1);
    assert_int_equal(pith__sentence_at(p.document, 10), 1);
    assert_int_equal(pith__sentence_at(p.document, 21), 1);
    assert_int_equal(pith__token_at(p.document, 0), 0);
    assert_int_equal(pith__token_at(p.document, 1), 1);
    assert_int_equal(pith__token_at(p.document, 10), 3);
    assert_int_equal(pith__token_at(p.document, 21), 6);
    pith_span span = pith__token_span(p.document, 4);
    assert_int_equal(span.start, 14);
    assert_int_equal(span.end, 19);
    close_pair(p);
}

static void test_title_terms(void **state)
{
    (void)state;
    pair p =
        read_text("The lamps burn in the harbour. A boat waits.", "Lamp and a boat at sea\xFF");
    assert_string_equal(pith_document_title(p.document), "Lamp and a boat at sea\xEF\xBF\xBD");
    assert_int_equal(p.document->title_term_count, 2);
    for (uint32_t i = 0; i < 2; i++) {
        uint32_t form = p.document->terms.term.items[p.document->title_terms[i]].form;
        assert_string_equal(p.document->terms.form.items[form].lower, i ? "boat" : "lamps");
    }
    close_pair(p);
}

static void test_offsets(void **state)
{
    (void)state;
    enum { PIECES = 2000 };
    static const char piece[] = "a\xC3\xA9 \xE4\xB8\xAD\xF0\x9F\x98\x80. ";
    char *source = malloc(PIECES * (sizeof piece - 1) + 1);
    for (size_t i = 0; i < PIECES; i++)
        memcpy(source + i * (sizeof piece - 1), piece, sizeof piece);
    pair p = read_text(source, NULL);
    for (size_t i = 0; i <= PIECES * (sizeof piece - 1); i += 12) {
        size_t at = i - i % (sizeof piece - 1);
        assert_int_equal(pith_document_offset(p.document, at, PITH_BYTE), at);
        assert_int_equal(pith_document_offset(p.document, at, PITH_CODEPOINT),
                         pith__utf8_count(source, at));
        assert_int_equal(pith_document_offset(p.document, at, PITH_UTF16),
                         pith__utf8_count16(source, at));
    }
    size_t end = PIECES * (sizeof piece - 1);
    assert_int_equal(pith_document_offset(p.document, end + 5, PITH_CODEPOINT),
                     pith__utf8_count(source, end));
    close_pair(p);
    free(source);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty),     cmocka_unit_test(test_counts_and_text),
        cmocka_unit_test(test_positions), cmocka_unit_test(test_title_terms),
        cmocka_unit_test(test_offsets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
