/* Patterns, and the pieces of page furniture that they find. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "summary/furniture.h"

static pith__trap trap;
static pith__furniture furniture;

static int discard(void **state)
{
    (void)state;
    pith__furniture_free(&furniture);
    return 0;
}

static void test_pattern_is_anchored(void **state)
{
    (void)state;
    pith__pattern pattern = {0};
    uint32_t end = 0;
    assert_true(pith__pattern_compile(&pattern, "\\p{Lu}+"));
    assert_true(pith__pattern_match(&pattern, &trap, "a ÉB c", (pith_span){2, 7}, &end));
    assert_int_equal(end, 5);
    assert_true(pith__pattern_match(&pattern, &trap, "a ÉB c", (pith_span){2, 4}, &end));
    assert_int_equal(end, 4);
    assert_false(pith__pattern_match(&pattern, &trap, "a ÉB c", (pith_span){1, 7}, &end));
    pith__pattern_free(&pattern);
    pith__pattern_free(&pattern);
}

/* What is left of a sentence that opens a story. */
static const char *story(const char *sentence)
{
    char padded[256 + PITH__PADDING] = {0};
    uint32_t length = (uint32_t)strlen(sentence);
    assert_true(length < 256);
    memcpy(padded, sentence, length);
    return sentence + pith__furniture_skip(&furniture, &trap, (pith__text){padded, length},
                                           (pith_span){0, length});
}

static void test_datelines_are_skipped(void **state)
{
    (void)state;
    static const char *const openings[] = {
        "date 2021-05-02 OSLO: The ferry sank.",
        "LONDON (Reuters) - The ferry sank.",
        "(CNN)The ferry sank.",
        "(CNN) -- The ferry sank.",
        "NEW YORK, Jan. 5 — The ferry sank.",
        "NEW YORK, Jan. 5, 2019 (Example News) — The ferry sank.",
        "PARIS – The ferry sank.",
        "Paris (CNN)The ferry sank.",
        "(EXAMPLE)The ferry sank.",
        "SAINT-ÉTIENNE, France (AP) — The ferry sank.",
        "Berlin (dpa) – The ferry sank.",
        "Rio de Janeiro, 5 mai (EFE) .- The ferry sank.",
        "KABUL/DUBAI: The ferry sank.",
        "PUBLISHED: 12:30 GMT, 3 May 2021. The ferry sank.",
    };
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        assert_string_equal(story(openings[i]), "The ferry sank.");
}

static void test_prose_is_not_a_dateline(void **state)
{
    (void)state;
    static const char *const openings[] = {
        "NATO-led forces arrived on Monday.",
        "The minister - a former teacher - resigned.",
        "Paris – the city of light – was dark.",
        "BP (formerly Anglo-Persian) sold its last field.",
        "A week ago: nothing.",
        "T-shirts were sold out.",
        "USA: ",
        "Anna Berg (54) - the first woman in the office - left it.",
    };
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        assert_string_equal(story(openings[i]), openings[i]);
}

static bool is_furniture(const char *sentence)
{
    char padded[256 + PITH__PADDING] = {0};
    uint32_t length = (uint32_t)strlen(sentence);
    assert_true(length < 256);
    memcpy(padded, sentence, length);
    return pith__furniture_is(&furniture, &trap, (pith__text){padded, length},
                              (pith_span){0, length});
}

static void test_furniture_is_found(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "By Maria Lund",
        "By Maria Lund and Tom O'Neil for Example News",
        "By.",
        "PUBLISHED:",
        "Updated: 14:11 EST, 25 October 2013",
        "14:11 EST, 25 October 2013.",
        "Read more: ten ferries that sank",
        "READ MORE",
        "Lire aussi : le naufrage",
        "Lesen Sie auch: Der Untergang",
        "Scroll down for video.",
        "Photo: Maria Lund/Example News",
        "Image copyright Example Pictures",
        "(Reporting by Maria Lund; editing by Tom O'Neil)",
        "Example writer Maria Lund contributed to this report.",
        "© 2021 Example News.",
        "Copyright 2021 Example News. All rights reserved.",
        "We use cookies to make this site better.",
        "Sign up for our newsletter.",
        "https://example.org/story?id=1",
        "#ferry #oslo",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        assert_true(is_furniture(lines[i]));
}

static void test_prose_is_no_furniture(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "By Monday the ferry had sunk.",
        "By law, Norway's ferries carry boats for everyone.",
        "The ferry sank.",
        "Photographs show the ferry sinking.",
        "Images of the wreck were sold.",
        "Read in full, the report blames nobody.",
        "Share prices fell by a third.",
        "Terms of the deal were not disclosed.",
        "Advertisement spending rose by a third.",
        "Posted on a wall, the letter was read by all.",
        "Read more books, the minister said.",
        "Related links were found in the files.",
        "Watching the ferry sink, they wept.",
        "Copyright law protects the photographs.",
        "Updates will follow, the ministry said.",
        "We use the ferry every day.",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        assert_false(is_furniture(lines[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pattern_is_anchored),
        cmocka_unit_test(test_datelines_are_skipped),
        cmocka_unit_test(test_prose_is_not_a_dateline),
        cmocka_unit_test(test_furniture_is_found),
        cmocka_unit_test(test_prose_is_no_furniture),
    };
    return cmocka_run_group_tests(tests, NULL, discard);
}
