#include "mentions.h"

#include "quotes/speaker.h"

/* The speaker made of the person of the first mention that is these words. */
static pith_speaker speaker_of(reading *r, const char *words)
{
    uint32_t count = r->persons.person.count, number[64];
    assert_true(count <= 64);
    memset(number, 0xFF, sizeof number); /* PITH_NONE */
    number[r->persons.of_mention[mention_of(r, words, 0)]] = 0;
    pith__speakers speakers = pith__speakers_make(&r->arena, &r->scratch, &r->words, &r->mentions,
                                                  &r->persons, number, 1);
    assert_int_equal(speakers.count, 1);
    return speakers.items[0];
}

static void test_the_fullest_name(void **state)
{
    (void)state;
    reading r;
    read_text(&r, "Then Holm spoke. Norwegian President Olav Holm was calm. Mr. Holm left.");
    pith_speaker s = speaker_of(&r, "Holm");
    assert_string_equal(s.name, "Olav Holm");
    assert_string_equal(s.description, "Norwegian President");
    assert_int_equal(s.alias_count, 2);
    assert_string_equal(s.aliases[0], "Holm");
    assert_string_equal(s.aliases[1], "Mr. Holm");
    close_reading(&r);
}

static void test_an_article_is_no_part_of_a_description(void **state)
{
    (void)state;
    reading r;
    read_text(&r, "The harbour’s owner, Anna Rossi, left.");
    assert_string_equal(speaker_of(&r, "The harbour’s owner, Anna Rossi").description,
                        "harbour’s owner");
    close_reading(&r);
}

static void test_a_bare_surname_keeps_its_title(void **state)
{
    (void)state;
    reading r;
    read_text(&r, "Then President Holm spoke. Later Holm left.");
    assert_string_equal(speaker_of(&r, "Holm").name, "President Holm");
    close_reading(&r);
}

static void expect_name(const char *source, const char *mention, const char *name)
{
    reading r;
    read_text(&r, source);
    assert_string_equal(speaker_of(&r, mention).name, name);
    close_reading(&r);
}

static void test_the_name_that_the_text_uses(void **state)
{
    (void)state;
    expect_name("Then Miss Clara came. Clara sat, and Clara rose, and Clara left, and Clara died. "
                "Clara lives.",
                "Clara", "Clara");
    expect_name("Then Mr. Holm came. Mr. Holm sat. Later Holm left.", "Holm", "Mr. Holm");
    expect_name("Then Mr. Olav Holm came. Mr. Holm sat.", "Mr. Holm", "Olav Holm");
    expect_name("Then Sir Olav Holm came. Sir Olav sat.", "Sir Olav", "Sir Olav Holm");
    expect_name("Then Sir Olav Holm came. Olav Holm sat.", "Olav Holm", "Olav Holm");
    expect_name("Then Mrs. Olav Holm came. Mrs. Holm sat.", "Mrs. Holm", "Mrs. Olav Holm");
    expect_name("Then Ana Garcia came. Then Ana García sat.", "Ana Garcia", "Ana García");
    expect_name("Then Olav Holm came. Then Olav K. Holm sat.", "Olav Holm", "Olav K. Holm");
    expect_name("Then HOLM came. Later Holm sat.", "Holm", "Holm");
}

static void test_who_has_no_name(void **state)
{
    (void)state;
    reading r;
    read_text(&r, "A spokesman for\nthe port called.");
    pith_speaker s = speaker_of(&r, "A spokesman for\nthe port");
    assert_string_equal(s.name, "a spokesman for the port");
    assert_null(s.description);
    assert_int_equal(s.alias_count, 0);
    close_reading(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_fullest_name),
        cmocka_unit_test(test_an_article_is_no_part_of_a_description),
        cmocka_unit_test(test_a_bare_surname_keeps_its_title),
        cmocka_unit_test(test_the_name_that_the_text_uses),
        cmocka_unit_test(test_who_has_no_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
