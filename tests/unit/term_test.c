#include "unit.h"

#include "ground/span.h"
#include "text/document.h"

/* An English text, read. */
typedef struct reading {
    pith__trap trap;
    pith__arena arena, scratch;
    pith__vocabulary vocabulary;
    pith_document *document;
} reading;

static void open_reading(reading *r, const char *source)
{
    open_arena(&r->arena, &r->trap);
    pith__arena_init(&r->scratch, &r->trap);
    pith__vocabulary_init(&r->vocabulary, &r->arena, 1, pith__language_find("en"), NULL, 0);
    pith__text text = pith__decode(&r->arena, source, strlen(source));
    r->document = pith__document_read(&r->arena, &r->scratch, &r->vocabulary, text, NULL);
}

static void close_reading(reading *r)
{
    pith__vocabulary_free(&r->vocabulary);
    pith__arena_free(&r->arena);
    pith__arena_free(&r->scratch);
}

/* The term whose most frequent form is `lower`, or NULL. */
static const pith__term *find(const pith_document *document, const char *lower)
{
    for (uint32_t i = 0; i < document->terms.term.count; i++) {
        const pith__term *term = &document->terms.term.items[i];
        if (strcmp(document->terms.form.items[term->form].lower, lower) == 0)
            return term;
    }
    return NULL;
}

static void test_counts_by_stem(void **state)
{
    (void)state;
    reading r;
    open_reading(&r, "The ferry waits. Two ferries wait, and ferries leave. Nobody waits here.");
    const pith__term *ferry = find(r.document, "ferries");
    assert_non_null(ferry);
    assert_int_equal(ferry->count, 3);
    assert_int_equal(ferry->sentences, 2);
    const pith__term *wait = find(r.document, "waits");
    assert_non_null(wait);
    assert_int_equal(wait->count, 3);
    assert_int_equal(wait->sentences, 3);
    close_reading(&r);
}

static void test_the_earliest_form_on_a_tie(void **state)
{
    (void)state;
    reading r;
    open_reading(&r, "Lamps burn. A lamp burns.");
    assert_non_null(find(r.document, "lamps"));
    assert_null(find(r.document, "lamp"));
    close_reading(&r);
}

static void test_what_is_no_term(void **state)
{
    (void)state;
    reading r;
    open_reading(&r, "The q of 12 and 1984, 3.5 or 19th!");
    assert_null(find(r.document, "the"));
    assert_null(find(r.document, "q"));
    assert_null(find(r.document, "12"));
    assert_null(find(r.document, "3.5"));
    assert_null(find(r.document, "!"));
    assert_non_null(find(r.document, "1984"));
    assert_non_null(find(r.document, "19th"));
    close_reading(&r);
}

static void test_forms_belong_to_the_document(void **state)
{
    (void)state;
    reading r;
    open_reading(&r, "Pears, pears and PEARS.");
    const pith__document_form *first = pith__token_form(r.document, 0);
    assert_string_equal(first->lower, "pears");
    assert_int_equal(first->shape, PITH__CAPITAL);
    assert_int_equal(first->count, 1);
    const pith__document_form *last = pith__token_form(r.document, 4);
    assert_int_equal(last->shape, PITH__UPPER);
    assert_int_equal(last->term, first->term);
    assert_true(pith__token_form(r.document, 3)->classes & PITH__STOP);
    close_reading(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts_by_stem),
        cmocka_unit_test(test_the_earliest_form_on_a_tie),
        cmocka_unit_test(test_what_is_no_term),
        cmocka_unit_test(test_forms_belong_to_the_document),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
