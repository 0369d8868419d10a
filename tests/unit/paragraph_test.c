#include "unit.h"

#include "text/paragraph.h"

/* The paragraphs joined by "|", a heading with "#" before it. */
static const char *split(pith__arena *arena, const char *source)
{
    pith__text text = pith__decode(arena, source, strlen(source));
    pith__paragraphs paragraphs = pith__paragraphs_find(arena, arena, text);
    char *out = pith__arena_alloc(arena, strlen(source) * 3 + 1), *p = out;
    for (uint32_t i = 0; i < paragraphs.count; i++) {
        pith_span span = paragraphs.items[i].span;
        if (i)
            *p++ = '|';
        if (paragraphs.items[i].heading)
            *p++ = '#';
        memcpy(p, text.bytes + span.start, span.end - span.start);
        p += span.end - span.start;
    }
    *p = '\0';
    return out;
}

static void check(const char *source, const char *expected)
{
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    assert_string_equal(split(&arena, source), expected);
    pith__arena_free(&arena);
}

static void test_blank_lines(void **state)
{
    (void)state;
    check("", "");
    check(" \n\t\r\n ", "");
    check("One line.", "One line.");
    check("\n\n  First.  \n \t \nSecond.\n\n\n\nThird.\n", "First.|Second.|Third.");
    check("First.\r\n\r\nSecond.\r\rThird.", "First.|Second.|Third.");
    check("First.\xE2\x80\xA9Second.\fThird.\xE2\x80\xA8\xE2\x80\xA8"
          "Fourth.\xC2\x85\xC2\x85"
          "Fifth.",
          "First.|Second.|Third.|Fourth.|Fifth.");
    check("\xC2\xA0No-break spaces.\xC2\xA0", "No-break spaces.");
}

static void test_a_line_a_paragraph(void **state)
{
    (void)state;
    check("The market opened at nine.\nBy noon all the pears were sold, and most of the plums had "
          "gone to the two hotels across the square.\nIt closed early.",
          "The market opened at nine.|By noon all the pears were sold, and most of the plums had "
          "gone to the two hotels across the square.|It closed early.");
}

static void test_hard_wrapped(void **state)
{
    (void)state;
    check("The ferry left the island an hour late because the\n"
          "harbour master, Mr. Dunne, had lost his keys. When he\n"
          "found them, the tide had turned. Nobody on the quay\n"
          "complained.\n\nThe next one was on time.",
          "The ferry left the island an hour late because the\n"
          "harbour master, Mr. Dunne, had lost his keys. When he\n"
          "found them, the tide had turned. Nobody on the quay\n"
          "complained.|The next one was on time.");
    check("The council voted on Tuesday to close the\nold swimming pool.",
          "The council voted on Tuesday to close the\nold swimming pool.");
}

static void test_verse_is_not_wrapped(void **state)
{
    (void)state;
    check("Over the hill\nThe lantern goes,\nUnder the mill,\nThe water knows.",
          "Over the hill|The lantern goes,|Under the mill,|The water knows.");
}

static void test_items(void **state)
{
    (void)state;
    check("Bring these:\n- a rope\n- two lamps\n* bread\n\xE2\x80\xA2 water",
          "Bring these:|- a rope|- two lamps|* bread|\xE2\x80\xA2 water");
    check("1. Open the valve\n2. wait a minute\n(a) or two\nb) or three",
          "1. Open the valve|2. wait a minute|(a) or two|b) or three");
}

/* Short lines without a stop, of which some had room for the next word. */
static void test_bare_lists(void **state)
{
    (void)state;
    check("olive oil\nsea salt\nfour ripe tomatoes\nbread",
          "olive oil|sea salt|four ripe tomatoes|bread");
    check("the boats came in\nat six. nobody\nspoke.", "the boats came in\nat six. nobody\nspoke.");
}

/* Wide letters take two columns; a particle or a comma leaves a line open. */
static void test_wide_lines(void **state)
{
    (void)state;
    check("这条沿河的公路很窄，整个冬天都不通车，\n直到五月初才重新开放。村里的人很高兴\n因为他们又"
          "可以去城里了。",
          "这条沿河的公路很窄，整个冬天都不通车，\n直到五月初才重新开放。村里的人很高兴\n因为他们又"
          "可以去城里了。");
    check("昨日は母の\n誕生日でした。", "昨日は母の\n誕生日でした。");
    check("今日的菜单\n米饭\n面条", "今日的菜单|米饭|面条");
}

static void test_headings(void **state)
{
    (void)state;
    check("A quiet harbour\n\nThe boats came in at six.",
          "#A quiet harbour|The boats came in at six.");
    check("# Tides\nThe sea rose.\n## Currents\nIt fell.",
          "## Tides|The sea rose.|### Currents|It fell.");
    check("CHAPTER II.\n\nIt rained.", "#CHAPTER II.|It rained.");
    check("He asked for:\n\nA spade.", "He asked for:|A spade.");
    check("\"Who is there\"\n\nNobody answered.", "\"Who is there\"|Nobody answered.");
    check("The last line\n", "The last line");
    check("and then\n\nthe rest of it.", "and then|the rest of it.");
    check("Is it a heading?\n\nNo, it asks.", "Is it a heading?|No, it asks.");
}

static void test_many_lines(void **state)
{
    (void)state;
    enum { LINES = 200000 };
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    char *bytes = pith__arena_alloc(&arena, LINES * 2 + 1);
    for (size_t i = 0; i < LINES; i++)
        memcpy(bytes + i * 2, "A\n", 2);
    bytes[LINES * 2] = '\0';
    pith__paragraphs found = pith__paragraphs_find(&arena, &arena, (pith__text){bytes, LINES * 2});
    assert_int_equal(found.count, LINES);
    pith__arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blank_lines),  cmocka_unit_test(test_a_line_a_paragraph),
        cmocka_unit_test(test_hard_wrapped), cmocka_unit_test(test_verse_is_not_wrapped),
        cmocka_unit_test(test_items),        cmocka_unit_test(test_headings),
        cmocka_unit_test(test_many_lines),   cmocka_unit_test(test_bare_lists),
        cmocka_unit_test(test_wide_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
