#include "mentions.h"

#include "quotes/source.h"

static uint32_t person_of(const reading *r, const char *words, uint32_t nth)
{
    return r->persons.of_mention[mention_of(r, words, nth)];
}

static void expect_same(const char *source, const char *a, const char *b)
{
    reading r;
    read_text(&r, source);
    assert_int_not_equal(person_of(&r, a, 0), PITH_NONE);
    assert_int_equal(person_of(&r, a, 0), person_of(&r, b, 0));
    close_reading(&r);
}

static void expect_other(const char *source, const char *a, const char *b)
{
    reading r;
    read_text(&r, source);
    assert_int_not_equal(person_of(&r, a, 0), person_of(&r, b, 0));
    close_reading(&r);
}

static void test_surnames(void **state)
{
    (void)state;
    expect_same("Anna Rossi came. Then Rossi left.", "Anna Rossi", "Rossi");
    expect_same("Then Rossi left. We miss Anna Rossi.", "Rossi", "Anna Rossi");
    expect_same("Anna Rossi came. Then Ms. Rossi left.", "Anna Rossi", "Ms. Rossi");
    expect_same("Donald J. Holm came. We like Donald Holm.", "Donald J. Holm", "Donald Holm");
    expect_same("Today Xi Jinping came. Then Xi left.", "Xi Jinping", "Xi");
    expect_same("We saw Lily Eskelsen Holm. Later Eskelsen Holm left.", "Lily Eskelsen Holm",
                "Eskelsen Holm");
}

static void test_headlines(void **state)
{
    (void)state;
    reading r;
    read_text(&r, "Holm Sees No End To Rain\n\nOlav Holm said it rains.");
    pith__contents contents = {0};
    pith__array_add(&r.arena, &contents)->source = (pith_span){0, 4};
    r.mentions = pith__sources_add(&r.arena, &r.words, r.mentions, &contents);
    r.persons = pith__persons_find(&r.arena, &r.scratch, &r.words, &r.mentions);
    assert_int_equal(person_of(&r, "Holm", 0), person_of(&r, "Olav Holm", 0));
    close_reading(&r);
}

static void test_accents(void **state)
{
    (void)state;
    expect_same("Ana García came. Then Garcia left.", "Ana García", "Garcia");
    expect_other("Ana Gárbo came. Then Gorbo left.", "Ana Gárbo", "Gorbo");
}

static void test_two_of_one_surname(void **state)
{
    (void)state;
    expect_other("Anna Rossi met Marco Rossi.", "Anna Rossi", "Marco Rossi");
    expect_same("Anna Rossi met Marco Rossi. Then Mrs. Rossi left.", "Anna Rossi", "Mrs. Rossi");
    expect_same("Anna Rossi met Marco Rossi. Then Mr. Rossi left.", "Marco Rossi", "Mr. Rossi");
}

static void test_titles(void **state)
{
    (void)state;
    expect_same("Anna Rossi came. Miss Rossi sat. Then Miss Anna left.", "Anna Rossi", "Miss Anna");
    expect_other("Anna Rossi came. Miss Rossi sat. Then Mrs. Rossi left.", "Anna Rossi",
                 "Mrs. Rossi");
    expect_other("Paul Rossi came. Mr. Rossi sat. Then Mrs. Rossi left.", "Paul Rossi",
                 "Mrs. Rossi");
    expect_other("Mrs. Paul Rossi came. Later Paul Rossi left.", "Mrs. Paul Rossi", "Paul Rossi");
    expect_same("Mrs. Paul Rossi came. Paul Rossi sat. Then Mrs. Rossi left.", "Mrs. Paul Rossi",
                "Mrs. Rossi");
    expect_same("Mr. Rossi met Mrs. Rossi. Later Rossi left.", "Mr. Rossi", "Rossi");
    expect_other("Charles Holm met Mrs. Charles.", "Charles Holm", "Mrs. Charles");
    expect_same("Aunt Clara came. Then Clara left.", "Aunt Clara", "Clara");
    expect_same("Mr. van der Berg sat. Paul van der Berg left.", "Mr. van der Berg",
                "Paul van der Berg");
    expect_other("Mr. van der Berg sat. Clara van der Berg left.", "Mr. van der Berg",
                 "Clara van der Berg");
    expect_other("Ben Holm sat. Paul Holm left.", "Ben Holm", "Paul Holm");
}

static void test_one_whom_the_author_calls_otherwise(void **state)
{
    (void)state;
    expect_other("Anna Rossi came. Then Anna sat, and Anna rose, and Anna went, and Anna left, and "
                 "Anna died. We met Mrs. Rossi and saw Mrs. Rossi and heard Mrs. Rossi and paid "
                 "Mrs. Rossi and left Mrs. Rossi.",
                 "Anna Rossi", "Mrs. Rossi");
}

static void test_a_place_is_no_man(void **state)
{
    (void)state;
    expect_other(
        "Olav Holm lives in Qadaxa. They met in Qadaxa. Then Qadaxa was dark, and he left.",
        "Qadaxa", "he");
}

static void test_pronouns_behind_names_tell_whose_title_it_is(void **state)
{
    (void)state;
    expect_other("Qadax Berg said he came. Qadax Berg knew he was late. Later Miss Berg left.",
                 "Qadax Berg", "Miss Berg");
    expect_same("Qadax Berg said she came. Qadax Berg knew she was late. Later Miss Berg left.",
                "Qadax Berg", "Miss Berg");
}

static void test_a_body_has_no_surname(void **state)
{
    (void)state;
    expect_other("The Company of Olav Berg won. Then Berg left.", "The Company of Olav Berg",
                 "Berg");
}

static void test_roles(void **state)
{
    (void)state;
    expect_same("Norwegian President Olav Holm spoke. Then the Norwegian president left.",
                "Norwegian President Olav Holm", "the Norwegian president");
    expect_same("The Norwegian president is ill. Norwegian President Olav Holm said so.",
                "The Norwegian president", "Norwegian President Olav Holm");
    expect_other("A Norwegian president was ill. Norwegian President Olav Holm said so.",
                 "A Norwegian president", "Norwegian President Olav Holm");
    expect_other("Norwegian President Olav Holm spoke. Then the Danish president left.",
                 "Norwegian President Olav Holm", "the Danish president");
}

static void test_acronyms(void **state)
{
    (void)state;
    expect_same("The National Ferry Union called. Later the NFU left.", "The National Ferry Union",
                "the NFU");
}

static void test_pronouns(void **state)
{
    (void)state;
    expect_same("Anna Rossi met Jon Berg. She was early.", "Anna Rossi", "She");
    expect_same("Anna Rossi met Jon Berg. He was late.", "Jon Berg", "He");
    expect_same("We met Anna Rossi, who was early.", "Anna Rossi", "who");
    expect_same("Critics met Anna Rossi. They were angry.", "Critics", "They");
}

static void test_a_full_name_of_unknown_gender(void **state)
{
    (void)state;
    expect_same("Anna Rossi’s cousin Qadax Holm spoke. Anna Rossi’s house burned, Qadax Holm said. "
                "She wept.",
                "Qadax Holm", "She");
}

static void test_pronouns_tell_the_gender(void **state)
{
    (void)state;
    reading r;
    read_text(&r, "Qadaxa Holm spoke. She was calm. She smiled.");
    assert_int_equal(r.persons.person.items[person_of(&r, "Qadaxa Holm", 0)].gender, PITH__FEMALE);
    close_reading(&r);
}

static void test_unnamed_ones_of_the_same_words(void **state)
{
    (void)state;
    expect_same(
        "We asked a spokesman for the port. Then the spokesman for the port, who was late, left.",
        "a spokesman for the port", "the spokesman for the port");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_surnames),
        cmocka_unit_test(test_headlines),
        cmocka_unit_test(test_accents),
        cmocka_unit_test(test_two_of_one_surname),
        cmocka_unit_test(test_titles),
        cmocka_unit_test(test_one_whom_the_author_calls_otherwise),
        cmocka_unit_test(test_a_place_is_no_man),
        cmocka_unit_test(test_pronouns_behind_names_tell_whose_title_it_is),
        cmocka_unit_test(test_a_body_has_no_surname),
        cmocka_unit_test(test_roles),
        cmocka_unit_test(test_acronyms),
        cmocka_unit_test(test_pronouns),
        cmocka_unit_test(test_a_full_name_of_unknown_gender),
        cmocka_unit_test(test_pronouns_tell_the_gender),
        cmocka_unit_test(test_unnamed_ones_of_the_same_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
