#include "unit.h"

#include <stdio.h>
#include <time.h>

#include "text/sentence.h"

typedef struct reading {
    pith__text text;
    pith__paragraphs paragraphs;
    pith__sentences sentences;
    pith__verdicts verdicts;
} reading;

static reading read(pith__arena *arena, const char *language, const char *bytes, size_t length,
                    bool explain)
{
    pith__lexicon lexicon;
    const pith__language *known = pith__language_find(language);
    pith__lexicon_init(&lexicon, arena, 7, known ? known : pith__language_none(), NULL, 0);
    reading r = {.text = pith__decode(arena, bytes, length), .verdicts = {0}};
    r.paragraphs = pith__paragraphs_find(arena, arena, r.text);
    pith__marks marks = pith__marks_find(arena, r.text, r.paragraphs);
    r.sentences = pith__sentences_find(arena, arena, &lexicon, r.text, r.paragraphs, marks,
                                       explain ? &r.verdicts : NULL);
    return r;
}

/* The source with a | behind each sentence. */
static const char *shown(pith__arena *arena, const char *language, const char *source)
{
    reading r = read(arena, language, source, strlen(source), false);
    char *out = pith__arena_alloc(arena, strlen(source) * 2 + 1), *p = out;
    for (uint32_t i = 0; i < r.sentences.count; i++) {
        pith_span span = r.sentences.items[i].span;
        memcpy(p, r.text.bytes + span.start, span.end - span.start);
        p += span.end - span.start;
        *p++ = '|';
    }
    *p = '\0';
    return out;
}

static void check(const char *language, const char *source, const char *expected)
{
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    assert_string_equal(shown(&arena, language, source), expected);
    pith__arena_free(&arena);
}

/* All that is no white space is in one sentence, and each sentence in its paragraph. */
static void check_cover(const char *source, size_t length)
{
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    reading r = read(&arena, "en", source, length, false);
    uint32_t at = 0;
    for (uint32_t i = 0; i <= r.sentences.count; i++) {
        pith_span span = i < r.sentences.count ? r.sentences.items[i].span
                                               : (pith_span){r.text.length, r.text.length};
        for (; at < span.start; at++)
            assert_true(strchr(" \t\n\v\f\r", r.text.bytes[at]) != NULL);
        at = span.end;
        if (i == r.sentences.count)
            break;
        assert_true(span.start < span.end);
        assert_true(
            pith__span_contains(r.paragraphs.items[r.sentences.items[i].paragraph].span, span));
    }
    pith__arena_free(&arena);
}

static void test_empty(void **state)
{
    (void)state;
    check("en", "", "");
    check("en", " \n \n", "");
    check("en", ".", ".|");
    check("en", "? !", "? !|");
    check("en", "No stop", "No stop|");
}

static void test_unknown_language(void **state)
{
    (void)state;
    check("xx", "Tanan ole. Benu kire!", "Tanan ole.|Benu kire!|");
    check("xx", "Tanan A. B. Kire ole. Benu.", "Tanan A. B. Kire ole.|Benu.|");
    check("xx", "Tanan vgl. kire ole.", "Tanan vgl. kire ole.|");
}

/* A word that goes on behind its stop here and there is an abbreviation of this text. */
static void test_habit(void **state)
{
    (void)state;
    check("xx", "Wir lasen die bemer. Peters im Heft.", "Wir lasen die bemer.|Peters im Heft.|");
    check("xx",
          "Wir lasen die bemer. von Anna. Auch die bemer. von Otto. Nun die bemer. Peters im Heft.",
          "Wir lasen die bemer. von Anna.|Auch die bemer. von Otto.|"
          "Nun die bemer. Peters im Heft.|");
}

static void test_marks_do_not_hide(void **state)
{
    (void)state;
    check("en", "He said “stop. Nobody did. She left.", "He said “stop.|Nobody did.|She left.|");
    check("en", "A (bracket. Then more. Then an end.", "A (bracket.|Then more.|Then an end.|");
}

static void check_verdict(const reading *r, const pith__verdict *v)
{
    int score = 0;
    bool inside = false, cut = true;
    for (uint32_t hint = 0; hint < PITH__HINT_COUNT; hint++)
        if (v->seen[hint / 64] >> hint % 64 & 1)
            score += pith__hint_weights[hint];
    assert_int_equal(v->score, score);
    for (uint32_t i = 0; i < r->sentences.count; i++) {
        pith_span span = r->sentences.items[i].span;
        inside |= pith__span_contains(span, v->run);
        cut &= span.start >= v->end || span.end <= v->end;
    }
    assert_true(score > 0 ? cut : inside);
}

/* What is told of the places adds up, and is what was done there. */
static void check_explained(const char *source, size_t length)
{
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    reading plain = read(&arena, "en", source, length, false);
    reading r = read(&arena, "en", source, length, true);
    assert_int_equal(r.sentences.count, plain.sentences.count);
    for (uint32_t i = 0; i < r.sentences.count; i++)
        assert_memory_equal(&r.sentences.items[i].span, &plain.sentences.items[i].span,
                            sizeof(pith_span));
    for (uint32_t i = 0; i < r.verdicts.count; i++)
        check_verdict(&r, &r.verdicts.items[i]);
    pith__arena_free(&arena);
}

static void test_cover(void **state)
{
    static const char pieces[][8] = {
        ".",  "!", "?",  "\"",   "'", "(",   ")",    "[1]", " ",   "\n",   "A",  "a", "1",
        "b.", "…", "。", "“",    "”", "U.S", "\n\n", ":)",  "...", " . .", ",,", "»", "«",
        "1)", "•", "-",  "--\"", "😀", "))",  "Mr",   " I ", "And", " he",  "Ж",  "§"};
    char source[256];
    uint32_t random = 1;
    (void)state;
    for (int round = 0; round < 3000; round++) {
        size_t length = 0;
        while (length < 60) {
            random = random * 1664525u + 1013904223u;
            const char *piece = pieces[(random >> 16) % (sizeof pieces / sizeof *pieces)];
            memcpy(source + length, piece, strlen(piece));
            length += strlen(piece);
        }
        check_cover(source, length);
        check_explained(source, length);
    }
}

static double seconds_for(const char *language, const char *unit, size_t bytes)
{
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    char *source = pith__arena_alloc(&arena, bytes + 16);
    size_t length = 0;
    for (; length < bytes; length += strlen(unit))
        memcpy(source + length, unit, strlen(unit));
    clock_t before = clock();
    reading r = read(&arena, language, source, length, false);
    double seconds = (double)(clock() - before) / CLOCKS_PER_SEC;
    assert_true(r.sentences.count > 0);
    pith__arena_free(&arena);
    return seconds;
}

/* Nothing takes more than its length: a megabyte of anything is read in well under a second, also
 * with sanitizers. */
static void test_hostile(void **state)
{
    static const char *const units[] = {
        ".",      "\"",   "'",   ")",     "(",      ". ",     "a.",     "A. ",   "1. ",
        "?\"",    ". . ", "a",   "[1]",   "。",     "《。",   "…",      ":)",    "a.) ",
        "x \" ",  ".\"",  ".)]", "U.S. ", "\"? A ", ".\n",    "A.B.C.", "--\"",  "--\" A",
        "-",      "😀",    "😀a",  "))",    ":) ",    ")) A ",  "«",      "“…”",   "в. Г. ",
        "i. V. ", "(i) ", "• ",  "1. - ", "」",     "。」说", "“？”",   "[...] "};
    static const char *const languages[] = {"en", "de", "ru", "zh", "xx"};
    (void)state;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        double seconds =
            seconds_for(languages[i % (sizeof languages / sizeof *languages)], units[i], 1 << 20);
        if (seconds > 5)
            fail_msg("a megabyte of %s took %.1f s", units[i], seconds);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty), cmocka_unit_test(test_unknown_language),
        cmocka_unit_test(test_habit), cmocka_unit_test(test_marks_do_not_hide),
        cmocka_unit_test(test_cover), cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
