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

/* A line for each of the beginnings that are told before the pattern is asked. */
static void test_every_beginning_is_known(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "Additional reporting by Tom O'Neil",
        "Advertisement",
        "All rights reserved.",
        "Accept all cookies",
        "Av Ola Nordmann",
        "BY MARIA LUND",
        "Von Maria Lund",
        "Par Maria Lund",
        "Por Maria Lund",
        "Di Maria Lund",
        "Door Maria Lund",
        "Back to top",
        "Bild: dpa",
        "By clicking you agree",
        "By continuing you accept our terms",
        "By using this site you agree",
        "By browsing you accept our cookies",
        "Click here to read on",
        "Click on the image to see more",
        "Click through for more",
        "Comments are closed.",
        "Comment is closed",
        "Compiled by Tom O'Neil",
        "Cookie policy",
        "Cr\u00E9dit : AFP",
        "CREATED: 12:30",
        "Czytaj wi\u0119cej",
        "Czytaj tak\u017Ce: prom",
        "Devam\u0131n\u0131 oku",
        "Edited by Tom O'Neil",
        "Editing by Tom O'Neil",
        "Enable Javascript to see this",
        "First published: 3 May",
        "File photo: the ferry",
        "Follow us on every island",
        "Foto: Reuters",
        "GALLERY: Read more",
        "Getty Images",
        "Image caption The ferry",
        "http://example.org",
        "www.example.org",
        "Last updated: 12:30",
        "Last modified on 3 May 2021",
        "Lea tambi\u00E9n: el ferry",
        "Lee tambi\u00E9n: el ferry",
        "Leave a comment",
        "Leer m\u00E1s",
        "Lees ook: de veerboot",
        "Lees meer",
        "Leggi anche: il traghetto",
        "Leggi tutto",
        "Leia mais",
        "Leia tamb\u00E9m: a balsa",
        "Les mer",
        "Les ogs\u00E5: ferjen",
        "Lesen Sie auch: Die F\u00E4hre",
        "Lire la suite",
        "Lire aussi : le ferry",
        "Lue my\u00F6s: lautta",
        "L\u00E4s mer",
        "L\u00E6s mere",
        "Media playback is unsupported",
        "Mehr zum Thema",
        "More on this story",
        "Most read",
        "Photo courtesy of Maria Lund",
        "PHOTOS: Read more",
        "Picture: Example News",
        "Posted: 3 May",
        "Print this page",
        "Privacy policy",
        "Publicado: 3 de mayo",
        "Publi\u00E9 le 3 mai",
        "PUBLISHED: 12:30",
        "Read also: the ferry",
        "Read next: the ferry",
        "Read the full story",
        "Recommended for you",
        "Related stories",
        "Reporting by Maria Lund",
        "Scroll down to read on",
        "See also: the ferry",
        "Share this article",
        "Skip to main content",
        "Sign up now",
        "Story continues below",
        "Subscribe to our newsletter",
        "Terms and conditions",
        "Terms of use",
        "this material may not be published, broadcast or rewritten",
        "This website uses cookies",
        "This site uses cookies",
        "Our site uses cookies",
        "Our website uses cookies",
        "Updated 14:11",
        "Ver\u00F6ffentlicht: 3. Mai",
        "Video will start in 5 seconds",
        "Video: the ferry",
        "WATCH: Read more",
        "Watch live",
        "Watch the video",
        "Weiterlesen",
        "Wir verwenden Cookies",
        "Diese Seite verwendet Cookies",
        "Diese Webseite verwendet Cookies",
        "Ce site utilise des cookies",
        "Este sitio utiliza cookies",
        "Writing by Maria Lund",
        "Xem th\u00EAm",
        "Zobacz tak\u017Ce: prom",
        "(c) 2021 Example News",
        "@ferry",
        "> Read more",
        "[Read more",
        "\u2022 Read more",
        "\u2192 Read more",
        "\u00C0 lire aussi : le ferry",
        ("\u0427\u0438\u0442\u0430\u0439\u0442\u0435 \u0442\u0430\u043A\u0436\u0435: "
         "\u043F\u0430\u0440\u043E\u043C"),
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        if (!is_furniture(lines[i]))
            fail_msg("not found: %s", lines[i]);
    }
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
        cmocka_unit_test(test_every_beginning_is_known),
        cmocka_unit_test(test_prose_is_no_furniture),
    };
    return cmocka_run_group_tests(tests, NULL, discard);
}
