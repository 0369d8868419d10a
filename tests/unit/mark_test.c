#include "unit.h"

#include "text/mark.h"

/* The source with its marks replaced: "<" ">" paired, "+" reopening, "(" ")" alone. */
static const char *shown(pith__arena *arena, const char *source)
{
    pith__text text = pith__decode(arena, source, strlen(source));
    pith__marks marks = pith__marks_find(arena, text, pith__paragraphs_find(arena, arena, text));
    char *out = pith__arena_alloc(arena, strlen(source) + 1), *p = out;
    uint32_t at = 0;
    for (uint32_t i = 0; i < marks.count; i++) {
        const pith__mark *mark = &marks.items[i];
        memcpy(p, source + at, mark->span.start - at);
        p += mark->span.start - at;
        at = mark->span.end;
        bool alone = mark->partner == PITH_NONE;
        if (mark->role == PITH__CLOSING)
            *p++ = alone ? ')' : '>';
        else
            *p++ = alone ? '(' : mark->role == PITH__OPENING ? '<' : '+';
    }
    strcpy(p, source + at);
    return out;
}

static void check(const char *source, const char *expected)
{
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    assert_string_equal(shown(&arena, source), expected);
    pith__arena_free(&arena);
}

static void test_conventions(void **state)
{
    (void)state;
    check("\"Stay,\" she said, \"or go.\"", "<Stay,> she said, <or go.>");
    check("“Stay,” she said.", "<Stay,> she said.");
    check("Sie sagte: „Bleib“ und „geh“.", "Sie sagte: <Bleib> und <geh>.");
    check("Er rief »Halt!« und lief.", "Er rief <Halt!> und lief.");
    check("Elle dit : « Reste ! » et partit.", "Elle dit : < Reste ! > et partit.");
    check("Hon sade ”stanna” och gick.", "Hon sade <stanna> och gick.");
    check("Hän sanoi »jää» ja lähti.", "Hän sanoi <jää> ja lähti.");
    check("Azt mondta: „Maradj!” Elment.", "Azt mondta: <Maradj!> Elment.");
    check("Ze zei: ,,Blijf.'' Toen ging ze.", "Ze zei: <Blijf.> Toen ging ze.");
    check("她说：“留下。”然后走了。", "她说：<留下。>然后走了。");
    check("彼女は「行く」と言った。『本』も。", "彼女は<行く>と言った。<本>も。");
    check("他说\"好\"就走了。", "他说<好>就走了。");
    check("``Stay ,'' she said . `` Or go . ''", "<Stay ,> she said . < Or go . >");
    check("`` But -- `` She stopped . `` So ''", "< But -- > She stopped . < So >");
    check("\" Stay , \" she said , \" or go . \"", "< Stay , > she said , < or go . >");
    check("“Stay,\" she said.", "<Stay,> she said.");
}

static void test_nesting(void **state)
{
    (void)state;
    check("\"He said 'no' twice,\" she wrote.", "<He said <no> twice,> she wrote.");
    check("‘He said “no” twice,’ she wrote.", "<He said <no> twice,> she wrote.");
    check("„Er sagte ‚nein‘ dazu“, schrieb sie.", "<Er sagte <nein> dazu>, schrieb sie.");
    check("« Il dit “non” deux fois », écrit-elle.", "< Il dit <non> deux fois >, écrit-elle.");
    check("\"'No,' he said,\" she wrote.", "<<No,> he said,> she wrote.");
    check("\"She said 'no.'\"", "<She said <no.>>");
}

static void test_apostrophes(void **state)
{
    (void)state;
    check("It's the dogs' bowl, they shouldn't; rock 'n' roll of the '80s.",
          "It's the dogs' bowl, they shouldn't; rock 'n' roll of the '80s.");
    check("It’s the dogs’ bowl; ’twas the ’90s.", "It’s the dogs’ bowl; ’twas the ’90s.");
    check("‘What’s the hurry, Ned?’ asked Ann.", "<What’s the hurry, Ned?> asked Ann.");
    check("'I saw the dogs' bowl,' he said.", "<I saw the dogs' bowl,> he said.");
    check("the 'terms' and the 'things' of it", "the <terms> and the <things> of it");
    check("I \"shouldn‘t wear\" that.", "I <shouldn‘t wear> that.");
    check("L'homme dit qu'il part. Auto's en foto's.", "L'homme dit qu'il part. Auto's en foto's.");
    check("I do n't know , it 's late .", "I do n't know , it 's late .");
}

static void test_measures(void **state)
{
    (void)state;
    check("He is 6'2\" tall and wears a 12\" boot.", "He is 6'2\" tall and wears a 12\" boot.");
    check("\"He is 6'2\" tall,\" she said.", "<He is 6'2\" tall,> she said.");
    check("\"It was in 1962,\" he said, \"or 1963\".", "<It was in 1962,> he said, <or 1963>.");
}

static void test_unbalanced(void **state)
{
    (void)state;
    check("\"It never ends, she said.\n\nThe next “begins” here.",
          "(It never ends, she said.\n\nThe next <begins> here.");
    check("It was over\" long ago. \"Now,\" he said.", "It was over) long ago. <Now,> he said.");
    check("\"One and \"two,\" he said.", "(One and <two,> he said.");
    check("“One ‘two” three.", "<One (two> three.");
}

static void test_over_paragraphs(void **state)
{
    (void)state;
    check("“First part.\n\n“Second part.\n\n“Third,” she said.",
          "<First part.\n\n+Second part.\n\n+Third,> she said.");
    check("“He said, ‘First.\n\n“‘Second.’ So it was.”",
          "<He said, <First.\n\n++Second.> So it was.>");
    check("“First.\n\nNot quoted.\n\n“Second,” she said.",
          "(First.\n\nNot quoted.\n\n<Second,> she said.");
    check("« Premier.\n\n» Second. »", "< Premier.\n\n+ Second. >");
    check("He said: \"One. \"Two?\" Then: \"Three.\"", "He said: <One. +Two?> Then: <Three.>");
    check("“First.\n\n“Second.\n\nThe end.", "(First.\n\n(Second.\n\nThe end.");
}

static void test_what_is_no_mark(void **state)
{
    (void)state;
    check("```code``` and ,,, so", "```code``` and ,,, so");
    check("《题目》", "《题目》");
    check("", "");
}

static void test_depth_and_partners(void **state)
{
    (void)state;
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    const char *source = "“a ‘b’ c” “d";
    pith__text text = pith__decode(&arena, source, strlen(source));
    pith__marks marks = pith__marks_find(&arena, text, pith__paragraphs_find(&arena, &arena, text));
    static const uint32_t partners[] = {3, 2, 1, 0, PITH_NONE}, depths[] = {0, 1, 1, 0, 0};
    assert_int_equal(marks.count, 5);
    for (uint32_t i = 0; i < 5; i++) {
        assert_int_equal(marks.items[i].partner, partners[i]);
        assert_int_equal(marks.items[i].depth, depths[i]);
    }
    pith__arena_free(&arena);
}

/* count times `piece`, then `tail`. */
static pith__text repeated(pith__arena *arena, const char *piece, size_t count, const char *tail)
{
    size_t size = strlen(piece), total = size * count + strlen(tail);
    char *bytes = pith__arena_alloc(arena, total + 1);
    for (size_t i = 0; i < count; i++)
        memcpy(bytes + i * size, piece, size);
    strcpy(bytes + size * count, tail);
    return (pith__text){bytes, (uint32_t)total};
}

static void check_many(const char *piece)
{
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    pith__text text = repeated(&arena, piece, 1 << 18, "\" «x» “y” \"");
    pith__marks marks = pith__marks_find(&arena, text, pith__paragraphs_find(&arena, &arena, text));
    for (uint32_t i = 0; i < marks.count; i++) {
        uint32_t partner = marks.items[i].partner;
        assert_true(partner == PITH_NONE || partner < marks.count);
        assert_true(marks.items[i].depth < marks.count);
    }
    pith__arena_free(&arena);
}

static void test_hostile(void **state)
{
    (void)state;
    static const char *const pieces[] = {"\"", "'",  "„", "“",     " \"", " 'x",     "x' ",
                                         "``", "«a", "»", "a\"b ", "“‘",  "\"x\n\n", " 'x '"};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
        check_many(pieces[i]);
}

static void test_deep(void **state)
{
    (void)state;
    enum { DEPTH = 50000 };
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    pith__text opening = repeated(&arena, "„a ", DEPTH, "");
    pith__text text = repeated(&arena, "b”", DEPTH, "");
    char *both = pith__arena_alloc(&arena, opening.length + text.length + 1u);
    memcpy(both, opening.bytes, opening.length);
    memcpy(both + opening.length, text.bytes, text.length + 1u);
    text = (pith__text){both, opening.length + text.length};
    pith__marks marks = pith__marks_find(&arena, text, pith__paragraphs_find(&arena, &arena, text));
    assert_int_equal(marks.count, 2 * DEPTH);
    for (uint32_t i = 0; i < DEPTH; i++) {
        assert_int_equal(marks.items[i].partner, 2 * DEPTH - 1 - i);
        assert_int_equal(marks.items[i].depth, i);
    }
    pith__arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_conventions),     cmocka_unit_test(test_nesting),
        cmocka_unit_test(test_apostrophes),     cmocka_unit_test(test_measures),
        cmocka_unit_test(test_unbalanced),      cmocka_unit_test(test_over_paragraphs),
        cmocka_unit_test(test_what_is_no_mark), cmocka_unit_test(test_depth_and_partners),
        cmocka_unit_test(test_hostile),         cmocka_unit_test(test_deep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
