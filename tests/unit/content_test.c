#include "unit.h"

#include <stdio.h>
#include <time.h>

#include "quotes/content.h"
#include "reading.h"

/* Contents as "kind:cue:source:span … span", one a line. */
static void show(const pith_document *document, const pith__contents *contents, char *out,
                 size_t room)
{
    const char *text = document->text.bytes;
    size_t used = 0;
    out[0] = '\0';
    for (uint32_t i = 0; i < contents->count; i++) {
        const pith__content *c = &contents->items[i];
        used += (size_t)snprintf(out + used, room - used, "%s%s:%.*s:%.*s:", i ? "\n" : "",
                                 c->kind == PITH_DIRECT  ? "direct"
                                 : c->kind == PITH_MIXED ? "mixed"
                                                         : "indirect",
                                 (int)(c->cue.end - c->cue.start), text + c->cue.start,
                                 (int)(c->source.end - c->source.start), text + c->source.start);
        for (uint32_t k = 0; k < c->span.count; k++)
            used += (size_t)snprintf(out + used, room - used, "%s%.*s", k ? " … " : "",
                                     (int)pith__span_length(c->span.items[k]),
                                     text + c->span.items[k].start);
    }
}

/* unmarked: whether sentences without marks are read. */
static void check_read(const char *language, const char *text, bool unmarked, const char *expected)
{
    char shown[2048];
    pith__trap trap;
    pith__arena arena;
    pith__vocabulary vocabulary;
    open_arena(&arena, &trap);
    pith_document *document = read_text(&arena, &vocabulary, language, text, strlen(text));
    pith__contents contents =
        pith__contents_find(&arena, &arena, &vocabulary.lexicon, document, unmarked);
    show(document, &contents, shown, sizeof shown);
    assert_string_equal(shown, expected);
    pith__vocabulary_free(&vocabulary);
    pith__arena_free(&arena);
}

static void check(const char *language, const char *text, const char *expected)
{
    check_read(language, text, true, expected);
}

static void test_direct(void **state)
{
    (void)state;
    check("en", "\"The dam will hold,\" said Nora Hale.",
          "direct:said:Nora Hale:The dam will hold,");
    check("en", "\"The dam,\" Nora Hale said, \"will hold until spring.\"",
          "direct:said:Nora Hale:The dam, … will hold until spring.");
    check("en", "The weather was fine and nothing happened in the valley.", "");
}

static void test_reported(void **state)
{
    (void)state;
    check("en", "Nora Hale said that the dam would hold until spring.",
          "indirect:said:Nora Hale:that the dam would hold until spring");
    check("en", "The dam would hold until spring, said Nora Hale.",
          "indirect:said:Nora Hale:The dam would hold until spring");
}

static void test_unmarked(void **state)
{
    (void)state;
    const char *text =
        "Nora Hale said that the dam would hold. Its walls are \"as good as new,\" she "
        "said. Jon Berg said that nobody believed her.";
    check_read("en", text, true,
               "indirect:said:Nora Hale:that the dam would hold\n"
               "mixed:said:she:Its walls are \"as good as new,\"\n"
               "indirect:said:Jon Berg:that nobody believed her");
    check_read("en", text, false, "mixed:said:she:Its walls are \"as good as new,\"");
}

static void test_other_languages(void **state)
{
    (void)state;
    check("de", "Nora Hale sagte, dass der Damm bis zum Frühjahr halten werde.",
          "indirect:sagte:Nora Hale:dass der Damm bis zum Frühjahr halten werde");
    check("de", "Der Damm werde bis zum Frühjahr halten, sagte Nora Hale.",
          "indirect:sagte:Nora Hale:Der Damm werde bis zum Frühjahr halten");
    check("de", "Laut Nora Hale ist der Damm bis zum Frühjahr sicher.",
          "indirect:Laut:Nora Hale:ist der Damm bis zum Frühjahr sicher");
    check("es", "Nora Hale dijo que la presa resistirá hasta la primavera.",
          "indirect:dijo:Nora Hale:que la presa resistirá hasta la primavera");
}

static void test_dashes(void **state)
{
    (void)state;
    check("fr", "— Il pleut, dit Paul, rentrons vite.\n\nLe chien dormait.",
          "direct:dit:Paul:Il pleut, … rentrons vite.");
    check("fr", "« Il pleut, dit Paul, rentrons vite. » Le chien dormait.",
          "direct:dit:Paul:Il pleut, … rentrons vite.");
    check("es", "—Llueve mucho —dijo Pablo—. Entremos ya.",
          "direct:dijo:Pablo:Llueve mucho … Entremos ya.");
    check("ru", "— Идёт дождь, — сказал Павел. — Пойдём домой.",
          "direct:сказал:Павел:Идёт дождь, … Пойдём домой.");
    check("en", "— Rain at noon.\n\n— Wind at night.", "");
}

/* Milliseconds for the contents of `times` copies of a piece. */
static double cost_of(const char *language, const char *piece, size_t times)
{
    size_t length = strlen(piece);
    char *text = malloc(length * times + 1);
    assert_non_null(text);
    for (size_t i = 0; i < times; i++)
        memcpy(text + i * length, piece, length);
    pith__trap trap;
    pith__arena arena;
    pith__vocabulary vocabulary;
    open_arena(&arena, &trap);
    pith_document *document = read_text(&arena, &vocabulary, language, text, length * times);
    clock_t start = clock();
    pith__contents_find(&arena, &arena, &vocabulary.lexicon, document, true);
    double cost = (double)(clock() - start) * 1000 / CLOCKS_PER_SEC;
    pith__vocabulary_free(&vocabulary);
    pith__arena_free(&arena);
    free(text);
    return cost;
}

/* Ten times the text may not cost much more than ten times the time. */
static void check_linear(const char *language, const char *piece, size_t times)
{
    double small = cost_of(language, piece, times / 10), large = cost_of(language, piece, times);
    if (large > 30 * small + 100)
        fail_msg("\"%.20s\" in %s: %.1f ms for %zu, %.1f ms for %zu", piece, language, small,
                 times / 10, large, times);
}

static void test_linear(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "\"",          "“",       "“a” ",  "“We go,” said Ann. ", "“Yes.”\n\n", "said ",
        "said, dass ", "Laut X ", "word ", "according to Ann, ",  "“a\n\n",     "— A, dit Paul. "};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        check_linear("en", pieces[i], 50000);
        check_linear("de", pieces[i], 50000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_direct),   cmocka_unit_test(test_reported),
        cmocka_unit_test(test_unmarked), cmocka_unit_test(test_other_languages),
        cmocka_unit_test(test_dashes),   cmocka_unit_test(test_linear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
