#include "unit.h"

#include <libstemmer.h>
#include <stdio.h>

#include "language/english.h"

static void check(const char *word, const char *expected)
{
    char stem[PITH__ENGLISH_MAX + 2];
    uint32_t length;
    assert_true(pith__english_stem(word, (uint32_t)strlen(word), stem, &length));
    stem[length] = '\0';
    assert_string_equal(stem, expected);
}

static void test_endings(void **state)
{
    (void)state;
    check("", "");
    check("be", "be");
    check("dresses", "dress");
    check("ties", "tie");
    check("cries", "cri");
    check("gas", "gas");
    check("gaps", "gap");
    check("bus", "bus");
    check("agreed", "agre");
    check("hopping", "hop");
    check("hoping", "hope");
    check("luxuriated", "luxuri");
    check("say", "say");
    check("by", "by");
    check("cry", "cri");
    check("nationally", "nation");
    check("geology", "geolog");
    check("hopefulness", "hope");
    check("electricity", "electr");
    check("adoption", "adopt");
    check("controlled", "control");
    check("government's", "govern");
    check("'yes'", "yes");
}

static void test_exceptions(void **state)
{
    (void)state;
    check("skies", "sky");
    check("early", "earli");
    check("news", "news");
    check("innings", "inning");
    check("proceeding", "proceed");
    check("generously", "generous");
    check("communism", "communism");
}

static void test_other_words_are_left(void **state)
{
    (void)state;
    char stem[PITH__ENGLISH_MAX + 2], word[PITH__ENGLISH_MAX + 1];
    uint32_t length;
    memset(word, 's', sizeof word);
    assert_true(pith__english_stem(word, PITH__ENGLISH_MAX, stem, &length));
    assert_false(pith__english_stem(word, PITH__ENGLISH_MAX + 1, stem, &length));
    assert_false(pith__english_stem("caf\xC3\xA9s", 6, stem, &length));
}

static void compare(struct sb_stemmer *stemmer, const char *word)
{
    char stem[PITH__ENGLISH_MAX + 2];
    uint32_t length, size = (uint32_t)strlen(word);
    const sb_symbol *expected = sb_stemmer_stem(stemmer, (const sb_symbol *)word, (int)size);
    uint32_t expected_length = (uint32_t)sb_stemmer_length(stemmer);
    assert_non_null(expected);
    assert_true(pith__english_stem(word, size, stem, &length));
    if (length != expected_length || memcmp(stem, expected, length) != 0)
        fail_msg("%s: %.*s", word, (int)length, stem);
}

/* All that three pieces make. Later versions of Snowball have a few rules more, which would change
 * what is read: then nothing is compared. */
static void test_stems_are_those_of_snowball_2(void **state)
{
    (void)state;
    static const char *const begins[] = {"",    "gener", "commun", "arsen", "inn", "proc", "y",
                                         "b",   "str",   "ay",     "sky",   "ow",  "hop",  "tax",
                                         "nat", "occas", "veget",  "loyal", "'t",  "rel",  "ey"};
    static const char *const ends[] = {
        "",       "s",     "es",      "ed",    "ing",    "ly",     "y",     "ies",   "ied",
        "eed",    "eedly", "edly",    "ingly", "al",     "tional", "enci",  "anci",  "abli",
        "entli",  "izer",  "ization", "ation", "ator",   "alism",  "aliti", "alli",  "fulness",
        "ousli",  "ness",  "iveness", "iviti", "biliti", "bli",    "ogi",   "logi",  "fulli",
        "lessli", "li",    "alize",   "icate", "iciti",  "ical",   "ful",   "ative", "ance",
        "ence",   "er",    "ic",      "able",  "ible",   "ant",    "ement", "ment",  "ent",
        "ism",    "ate",   "iti",     "ous",   "ive",    "ize",    "ion",   "sion",  "tion",
        "e",      "l",     "ll",      "'",     "'s",     "'s'",    "us",    "ss",    "sses"};
    enum { BEGINS = sizeof begins / sizeof *begins, ENDS = sizeof ends / sizeof *ends };
    char word[PITH__ENGLISH_MAX];
    struct sb_stemmer *stemmer = sb_stemmer_new("english", NULL);
    assert_non_null(stemmer);
    bool is_later = sb_stemmer_stem(stemmer, (const sb_symbol *)"geologist", 9) &&
                    sb_stemmer_length(stemmer) != 9;
    for (size_t i = 0; i < (size_t)BEGINS * ENDS * ENDS && !is_later; i++) {
        snprintf(word, sizeof word, "%s%s%s", begins[i / ENDS / ENDS], ends[i / ENDS % ENDS],
                 ends[i % ENDS]);
        compare(stemmer, word);
    }
    sb_stemmer_delete(stemmer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_endings),
                                       cmocka_unit_test(test_exceptions),
                                       cmocka_unit_test(test_other_words_are_left),
                                       cmocka_unit_test(test_stems_are_those_of_snowball_2)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
