#include "mentions.h"

#include "quotes/source.h"

static void expect(const char *source, const char *words, pith__mention_kind kind, const char *name,
                   const char *role)
{
    reading r;
    read_text(&r, source);
    const pith__mention *m = &r.mentions.items[mention_of(&r, words, 0)];
    assert_int_equal(m->kind, kind);
    assert_true(is_text(&r, m->name, name));
    assert_true(is_text(&r, m->role, role));
    close_reading(&r);
}

static void expect_none(const char *source, const char *words)
{
    reading r;
    read_text(&r, source);
    for (uint32_t i = 0; i < r.mentions.count; i++)
        assert_false(is_text(&r, r.mentions.items[i].span, words));
    close_reading(&r);
}

static void test_names(void **state)
{
    (void)state;
    expect("Later Anna Rossi left.", "Anna Rossi", PITH__NAME, "Anna Rossi", "");
    expect("We met Peter van der Berg there.", "Peter van der Berg", PITH__NAME,
           "Peter van der Berg", "");
    expect("We met Mary J. Olsen there.", "Mary J. Olsen", PITH__NAME, "Mary J. Olsen", "");
    expect("The bridge, Rossi’s pride, fell.", "Rossi", PITH__NAME, "Rossi", "");
}

static void test_titles(void **state)
{
    (void)state;
    expect("Today Mr. Olsen left.", "Mr. Olsen", PITH__NAME, "Olsen", "");
    expect("Then Norwegian President Olav Holm spoke.", "Norwegian President Olav Holm", PITH__NAME,
           "Olav Holm", "Norwegian President");
    expect("The ferry line’s spokesman Jon Berg agreed.", "The ferry line’s spokesman Jon Berg",
           PITH__NAME, "Jon Berg", "The ferry line’s spokesman");
    expect("They met Secretary of State John Holm.", "Secretary of State John Holm", PITH__NAME,
           "John Holm", "Secretary of State");
}

static void test_appositions(void **state)
{
    (void)state;
    expect("Anna Rossi, a doctor, left.", "Anna Rossi", PITH__NAME, "Anna Rossi", "a doctor");
    expect("Anna Rossi, 43, head of the harbour union, left.", "Anna Rossi", PITH__NAME,
           "Anna Rossi", "head of the harbour union");
    expect("The director of the harbour, Anna Rossi, left.",
           "The director of the harbour, Anna Rossi", PITH__NAME, "Anna Rossi",
           "The director of the harbour");
}

static void test_descriptions(void **state)
{
    (void)state;
    expect("It was a spokesman for the ministry who called.", "a spokesman for the ministry",
           PITH__DESCRIPTION, "", "a spokesman for the ministry");
    expect("Then the Norwegian president spoke.", "the Norwegian president", PITH__DESCRIPTION, "",
           "the Norwegian president");
    expect("But the 43-year-old was calm.", "the 43-year-old", PITH__DESCRIPTION, "",
           "the 43-year-old");
    expect("Nobody knew why the lawsuit claims so much.", "the lawsuit", PITH__DESCRIPTION, "",
           "the lawsuit");
}

static void test_bodies(void **state)
{
    (void)state;
    expect("It rained, and police closed the road.", "police", PITH__BODY, "police", "");
    expect("That worries Chinese experts.", "Chinese experts", PITH__BODY, "Chinese experts", "");
    expect("A letter from the Department of Fisheries came.", "the Department of Fisheries",
           PITH__BODY, "Department of Fisheries", "");
    expect("A letter from the IMF came.", "the IMF", PITH__BODY, "IMF", "");
}

static void test_common_words_are_no_names(void **state)
{
    (void)state;
    expect_none("However, nobody came. However, it rained.", "However");
    expect_none("It rained in June. The sun came on Monday.", "June");
    expect_none("It rained in June. The sun came on Monday.", "Monday");
    expect_none("Ten Reasons Why Ferries Sink So Often\n\nThe ferry sank.", "Ferries Sink");
    expect_none("She turned her head and took a chair.", "her head");
    expect_none("She turned her head and took a chair.", "a chair");
    expect_none("“Ah, it rains.” “Ah, it snows.” “Ah, it pours.”", "Ah");
}

static void test_heads_and_chairs_that_speak(void **state)
{
    (void)state;
    expect("They met the head of the school.", "the head of the school", PITH__DESCRIPTION, "",
           "the head of the school");
    expect("“It rains!” said the old miller sadly.", "the old miller", PITH__DESCRIPTION, "",
           "the old miller");
    expect_none("“It rains!” said the good Mrs. Holm.", "the good");
    expect("Then the chair said no.", "the chair", PITH__DESCRIPTION, "", "the chair");
}

static void test_gender(void **state)
{
    (void)state;
    reading r;
    read_text(&r, "Mrs. Holm met a spokesman. He saw her father there, and they left.");
    assert_int_equal(r.mentions.items[mention_of(&r, "Mrs. Holm", 0)].gender, PITH__FEMALE);
    assert_int_equal(r.mentions.items[mention_of(&r, "a spokesman", 0)].gender, PITH__MALE);
    assert_int_equal(r.mentions.items[mention_of(&r, "He", 0)].gender, PITH__MALE);
    assert_int_equal(r.mentions.items[mention_of(&r, "her father", 0)].gender, PITH__MALE);
    assert_int_equal(r.mentions.items[mention_of(&r, "they", 0)].gender, PITH__PLURAL);
    close_reading(&r);
}

static void test_quoted(void **state)
{
    (void)state;
    reading r;
    read_text(&r, "“I saw Anna Rossi,” said Jon Berg.");
    assert_true(r.mentions.items[mention_of(&r, "Anna Rossi", 0)].quoted);
    assert_false(r.mentions.items[mention_of(&r, "Jon Berg", 0)].quoted);
    assert_true(r.mentions.items[mention_of(&r, "Jon Berg", 0)].speaks);
    close_reading(&r);
}

static void test_sources_become_mentions(void **state)
{
    (void)state;
    reading r;
    read_text(&r, "A quiet survey suggests that Anna Rossi and Jon Berg doubt it.");
    const char *text = r.document->text.bytes;
    uint32_t survey = (uint32_t)(strstr(text, "A quiet") - text);
    uint32_t pair = (uint32_t)(strstr(text, "Anna") - text);
    pith__contents contents = {0};
    pith__array_add(&r.arena, &contents)->source = (pith_span){survey, survey + 14};
    pith__array_add(&r.arena, &contents)->source = (pith_span){pair, pair + 23};
    r.mentions = pith__sources_add(&r.arena, &r.words, r.mentions, &contents);
    assert_int_equal(r.mentions.items[mention_of(&r, "A quiet survey", 0)].kind, PITH__DESCRIPTION);
    const pith__mention *both = &r.mentions.items[mention_of(&r, "Anna Rossi and Jon Berg", 0)];
    assert_int_equal(both->gender, PITH__PLURAL);
    close_reading(&r);
}

static void test_order(void **state)
{
    (void)state;
    reading r;
    read_text(&r,
              "Anna Rossi met the Norwegian president, police and Jon Berg’s brother, who left.");
    for (uint32_t i = 1; i < r.mentions.count; i++)
        assert_true(r.mentions.items[i - 1].end <= r.mentions.items[i].first);
    close_reading(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_titles),
        cmocka_unit_test(test_appositions),
        cmocka_unit_test(test_descriptions),
        cmocka_unit_test(test_bodies),
        cmocka_unit_test(test_common_words_are_no_names),
        cmocka_unit_test(test_heads_and_chairs_that_speak),
        cmocka_unit_test(test_gender),
        cmocka_unit_test(test_quoted),
        cmocka_unit_test(test_sources_become_mentions),
        cmocka_unit_test(test_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
