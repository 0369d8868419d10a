#include "mentions.h"

#include "quotes/attribution.h"

typedef struct given {
    pith_kind kind;
    const char *text, *cue, *source; /* NULL: none */
} given;

static pith_span find(const reading *r, const char *words)
{
    const char *text = r->document->text.bytes, *at = words ? strstr(text, words) : NULL;
    if (!at)
        return (pith_span){0, 0};
    return (pith_span){(uint32_t)(at - text), (uint32_t)(at - text + (long)strlen(words))};
}

/* Attributes the contents, in order. */
static pith__attribution *attribute(reading *r, const given *all, uint32_t count)
{
    pith__contents contents = {0};
    for (uint32_t i = 0; i < count; i++) {
        pith__content *c = pith__array_add(&r->arena, &contents);
        *c = (pith__content){.kind = all[i].kind, .cue = find(r, all[i].cue)};
        c->source = find(r, all[i].source);
        *pith__array_add(&r->arena, &c->span) = find(r, all[i].text);
        c->sentence = pith__sentence_at(r->document, c->span.items[0].start);
    }
    return pith__attribute(&r->arena, &r->words, &contents, &r->mentions, &r->persons, NULL);
}

static void expect(const char *source, given content, const char *mention, const char *rule)
{
    reading r;
    read_text(&r, source);
    const pith__attribution *a = attribute(&r, &content, 1);
    assert_int_not_equal(a->mention, PITH_NONE);
    assert_true(is_text(&r, r.mentions.items[a->mention].span, mention));
    assert_true(a->confidence > 0.5 && a->confidence <= 1);
    assert_string_equal(a->rule, rule);
    close_reading(&r);
}

static void test_next_to_the_cue(void **state)
{
    (void)state;
    expect("Jon Berg met Anna Rossi. “The ferry is late,” said Anna Rossi.",
           (given){PITH_DIRECT, "The ferry is late,", "said", NULL}, "Anna Rossi", "inverted");
    expect("Jon Berg waited. Anna Rossi said: “The ferry is late.”",
           (given){PITH_DIRECT, "The ferry is late.", "said", NULL}, "Anna Rossi", "left-of-cue");
}

static void test_the_source_decides(void **state)
{
    (void)state;
    expect("The ferry is late, Jon Berg told Anna Rossi.",
           (given){PITH_INDIRECT, "The ferry is late", "told", "Jon Berg"}, "Jon Berg",
           "source-before-cue");
    expect("The ferry is late, according to Jon Berg.",
           (given){PITH_INDIRECT, "The ferry is late", "according to", "Jon Berg"}, "Jon Berg",
           "cue-before-source");
}

static void test_signed_and_introduced(void **state)
{
    (void)state;
    expect("“The ferry is late.” — Anna Rossi",
           (given){PITH_DIRECT, "The ferry is late.", NULL, NULL}, "Anna Rossi", "signed");
}

static void test_the_quoted_do_not_speak(void **state)
{
    (void)state;
    reading r;
    read_text(&r, "“Anna Rossi told me so,” he said. Nobody else was there.");
    given content = {PITH_DIRECT, "Anna Rossi told me so,", "said", NULL};
    const pith__attribution *a = attribute(&r, &content, 1);
    assert_true(is_text(&r, r.mentions.items[a->mention].span, "he"));
    close_reading(&r);
}

static void test_who_is_spoken_of(void **state)
{
    (void)state;
    expect("Tom Hale came early, and Ann Lee was glad. “Lee is always glad, and I am glad of it.”",
           (given){PITH_DIRECT, "Lee is always glad, and I am glad of it.", NULL, NULL}, "Tom Hale",
           "same-paragraph");
}

static void test_nobody(void **state)
{
    (void)state;
    reading r;
    read_text(&r, "“so it goes.”");
    given content = {PITH_DIRECT, "so it goes.", NULL, NULL};
    const pith__attribution *a = attribute(&r, &content, 1);
    assert_int_equal(a->mention, PITH_NONE);
    assert_string_equal(a->rule, "none");
    close_reading(&r);
}

static void test_the_speaker_goes_on(void **state)
{
    (void)state;
    reading r;
    read_text(&r, "“It is late,” said Anna Rossi. “We are tired.”");
    given contents[] = {{PITH_DIRECT, "It is late,", "said", NULL},
                        {PITH_DIRECT, "We are tired.", NULL, NULL}};
    const pith__attribution *a = attribute(&r, contents, 2);
    assert_int_equal(a[0].person, r.persons.of_mention[mention_of(&r, "Anna Rossi", 0)]);
    assert_int_equal(a[0].person, a[1].person);
    close_reading(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_next_to_the_cue),
        cmocka_unit_test(test_the_source_decides),
        cmocka_unit_test(test_signed_and_introduced),
        cmocka_unit_test(test_the_quoted_do_not_speak),
        cmocka_unit_test(test_who_is_spoken_of),
        cmocka_unit_test(test_nobody),
        cmocka_unit_test(test_the_speaker_goes_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
