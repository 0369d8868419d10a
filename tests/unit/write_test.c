/* Writers: what a reader sees and what a program parses. Summaries and quotes are made by hand
 * here, so that only the writing is tested. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "out/buffer.h"
#include "quotes/quotes.h"
#include "summary/keyword.h"
#include "summary/summary.h"

/* What stands here is what the spans below index. */
static const char text[] = "\"Yes,\" Ann said, \"we will.\" He left. They\xC2\x85left.";

enum { YES = 1, YES_END = 5, WE = 18, WE_END = 26, HE = 28, HE_END = 36 };

static pith_engine *engine;
static pith_document *document;

static int begin(void **state)
{
    (void)state;
    pith_document_options options = {.size = sizeof options, .language = "en"};
    return pith_engine_new(NULL, &engine) ||
           pith_document_new(engine, text, strlen(text), &options, &document);
}

static int end(void **state)
{
    (void)state;
    pith_document_free(document);
    pith_engine_free(engine);
    return 0;
}

static pith_output_options options_for(pith_format format)
{
    return (pith_output_options){
        .size = sizeof(pith_output_options), .format = format, .document = document};
}

static void assert_written(pith_output_options options, const char *expected)
{
    pith_output *output;
    size_t length;
    assert_int_equal(pith_output_new(engine, &options, &output), PITH_OK);
    assert_string_equal(pith_output_bytes(output, &length), expected);
    assert_int_equal(length, strlen(expected));
    pith_output_free(output);
}

static void assert_has(pith_output_options options, const char *piece)
{
    pith_output *output;
    size_t length;
    assert_int_equal(pith_output_new(engine, &options, &output), PITH_OK);
    if (!strstr(pith_output_bytes(output, &length), piece))
        fail_msg("%s\nis not in\n%s", piece, pith_output_bytes(output, &length));
    pith_output_free(output);
}

/* ---- made by hand ---- */

static const char *const aliases[] = {"Ann", "Ms \"B\""};
static pith_speaker speakers[] = {
    {.name = "Ann Berg",
     .description = "mayor\nof Tilden",
     .alias_count = 2,
     .aliases = aliases,
     .quotes = 2,
     .words = 5},
    {.name = "Bo\x1B[1m", .quotes = 1, .words = 2},
};
static const pith_span interrupted[] = {{YES, YES_END}, {WE, WE_END}};
static const pith_span left[] = {{HE, HE_END}};
static pith_quote quote[] = {
    {.kind = PITH_DIRECT,
     .span_count = 2,
     .spans = interrupted,
     .sentence = 0,
     .speaker = 0,
     .mention = {7, 10},
     .cue = {11, 15},
     .confidence = 0.87654321,
     .rule = "left-of-cue"},
    {.kind = PITH_INDIRECT,
     .span_count = 1,
     .spans = left,
     .sentence = 1,
     .speaker = 0,
     .rule = "same-sentence"},
    {.kind = PITH_MIXED, .span_count = 1, .spans = left, .speaker = 1, .rule = "same-sentence"},
    {.kind = PITH_DIRECT, .span_count = 1, .spans = left, .speaker = PITH_NONE},
};
static const pith_quotes quotes = {.quote = {quote, 4, 4}, .speaker = {speakers, 2, 2}};

static pith_pick picks[] = {
    {.sentence = 1, .span = {HE, HE_END}, .score = 0.123456789, .rank = 2},
    {.sentence = 2, .span = {37, 48}, .cut = 1, .score = 1234567, .rank = 1},
};
static const pith_summary summary = {
    .method = "lead", .pick = {picks, 2, 2}, .text = "He left. They left.", .length = 19};

static pith_keyword keyword[] = {{"fox", 1, 3}, {"den", 0.5, 1}};
static const pith_keywords keywords = {.keyword = {keyword, 2, 2}};

/* ---- text ---- */

static void text_shows_quotes(void **state)
{
    (void)state;
    pith_output_options options = options_for(PITH_TEXT);
    options.quotes = &quotes;
    assert_written(options, "Ann Berg (mayor of Tilden): “Yes,” … “we will.”\n"
                            "Ann Berg [reported]: He left.\n"
                            "Bo\xEF\xBF\xBD[1m [in part]: He left.\n"
                            "Unknown speaker: “He left.”\n");
}

static void text_separates_parts(void **state)
{
    (void)state;
    static const pith_quotes none = {.quote = {NULL, 0, 0}};
    pith_output_options options = options_for(PITH_TEXT);
    options.summary = &summary;
    options.quotes = &none;
    assert_written(options, "He left. They left.\n");
    options.keywords = &keywords;
    assert_written(options, "He left. They left.\n\nfox\t3\nden\t1\n");
    assert_written(options_for(PITH_TEXT), "");
}

static void assert_line(const char *in, const char *expected)
{
    pith__trap trap;
    pith__arena arena;
    pith__arena_init(&arena, &trap);
    pith__buffer buffer = {.arena = &arena};
    pith__buffer_line(&buffer, in, strlen(in));
    assert_string_equal(pith__buffer_end(&buffer), expected);
    pith__arena_free(&arena);
}

static void lines_are_fit_for_a_terminal(void **state)
{
    (void)state;
    assert_line("a b", "a b");
    assert_line(" a \r\n\t b ", " a b ");
    assert_line("a\xE2\x80\xA8\xE2\x80\xA9\xC2\x85\xC2\xA0\xE3\x80\x80z", "a z");
    assert_line("a  b  c", "a b c");
    assert_line("母の\n家。\r\nは", "母の家。は");
    assert_line("母の\nB\n家 は", "母の B 家 は");
    assert_line("\x1B[0m\x7F\x08", "\xEF\xBF\xBD[0m\xEF\xBF\xBD\xEF\xBF\xBD");
    assert_line("\xC2\x9B\xC2\x80", "\xEF\xBF\xBD\xEF\xBF\xBD");
    assert_line("\xE2\x80\xAE\xE2\x81\xA6\xE2\x80\xAA", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    assert_line("é\xF0\x9F\x98\x80“", "é\xF0\x9F\x98\x80“");
}

/* ---- JSON ---- */

static void json_has_only_its_parts(void **state)
{
    (void)state;
    assert_written(
        options_for(PITH_JSONL),
        "{\"id\":null,\"source\":null,\"title\":null,\"language\":\"en\",\"offsets\":\"codepoint\","
        "\"counts\":{\"bytes\":48,\"paragraphs\":1,\"sentences\":3,\"words\":9}}\n");
}

/* Both writers tell why sentences end, of a document that knows. */
static void reasons_are_told(void **state)
{
    (void)state;
    pith_document_options explaining = {.size = sizeof explaining, .language = "en", .explain = 1};
    pith_document *explained;
    assert_int_equal(pith_document_new(engine, "He left. They stay.", 19, &explaining, &explained),
                     PITH_OK);
    pith_output_options options = options_for(PITH_TEXT);
    options.document = explained;
    assert_written(options, "");
    options.list_sentences = 1;
    assert_has(options, "He left.\n    left.| They: ends, ");
    options.format = PITH_JSONL;
    assert_has(options, "\"explain\":[{\"start\":7,\"end\":8,\"text\":\".\",\"boundary\":true,");
    pith_document_free(explained);
}

/* And why a speaker is who it is. */
static void candidates_are_told(void **state)
{
    (void)state;
    const char *source = "\"The gate is shut,\" Ann Lee told Tom Roe.";
    pith_document_options english = {.size = sizeof english, .language = "en"};
    pith_quotes_options explaining = {.size = sizeof explaining, .explain = 1};
    pith_document *told;
    pith_quotes *found;
    assert_int_equal(pith_document_new(engine, source, strlen(source), &english, &told), PITH_OK);
    assert_int_equal(pith_quotes_new(engine, told, &explaining, &found), PITH_OK);
    pith_output_options options = options_for(PITH_TEXT);
    options.document = told;
    options.quotes = found;
    assert_has(options, "Ann Lee: source-before-cue ");
    assert_has(options, " Tom Roe: ");
    options.format = PITH_JSONL;
    assert_has(options, "\"explain\":[{\"mention\":{\"text\":\"Ann Lee\",\"start\":20,\"end\":27},"
                        "\"rule\":\"source-before-cue\",\"share\":0.");
    pith_quotes_free(found);
    pith_document_free(told);
}

static void json_shows_quotes(void **state)
{
    (void)state;
    pith_output_options options = options_for(PITH_JSONL);
    options.quotes = &quotes;
    assert_has(
        options,
        "\"quotes\":[{\"text\":\"Yes, we will.\",\"kind\":\"direct\",\"spans\":[[1,5],[18,26]],"
        "\"sentence\":0,\"speaker\":0,\"mention\":{\"text\":\"Ann\",\"start\":7,\"end\":10},"
        "\"cue\":{\"text\":\"said\",\"start\":11,\"end\":15},\"confidence\":0.876543,"
        "\"rule\":\"left-of-cue\"},");
    assert_has(options, "\"kind\":\"mixed\"");
    assert_has(options,
               "\"speaker\":null,\"mention\":null,\"cue\":null,\"confidence\":0,\"rule\":null}],");
    assert_has(options,
               "\"speakers\":[{\"id\":0,\"name\":\"Ann Berg\",\"description\":\"mayor\\nof "
               "Tilden\",\"aliases\":[\"Ann\",\"Ms \\\"B\\\"\"],\"quotes\":2,\"words\":5},"
               "{\"id\":1,\"name\":\"Bo\\u001b[1m\",\"description\":null,\"aliases\":[],");
}

static void json_shows_summary_and_keywords(void **state)
{
    (void)state;
    pith_output_options options = options_for(PITH_JSONL);
    options.summary = &summary;
    options.keywords = &keywords;
    assert_has(
        options,
        "\"summary\":{\"method\":\"lead\",\"text\":\"He left. They left.\",\"sentences\":["
        "{\"index\":1,\"start\":28,\"end\":36,\"score\":0.123457,\"rank\":2,\"text\":\"He left.\"},"
        "{\"index\":2,\"start\":37,\"end\":47,\"score\":1234570,\"rank\":1,\"cut\":true,"
        "\"text\":\"They\\u0085left.\"}]},"
        "\"keywords\":[{\"text\":\"fox\",\"weight\":1,\"count\":3},"
        "{\"text\":\"den\",\"weight\":0.5,\"count\":1}]}");
}

static void json_counts_in_units(void **state)
{
    (void)state;
    pith_output_options options = options_for(PITH_JSONL);
    options.summary = &summary;
    options.unit = PITH_BYTE;
    assert_has(options, "\"offsets\":\"byte\"");
    assert_has(options, "\"start\":37,\"end\":48");
    options.unit = PITH_UTF16;
    assert_has(options, "\"offsets\":\"utf16\"");
    assert_has(options, "\"start\":37,\"end\":47");
}

static void json_takes_ids_and_sources(void **state)
{
    (void)state;
    pith_output_options options = options_for(PITH_JSONL);
    options.id = "[12345678901234567890, \"\xE2\x80\xA8\"]";
    options.source = "a\"\xFF\xE2\x80\xA9.txt";
    assert_has(
        options,
        "{\"id\":[12345678901234567890, \"\\u2028\"],\"source\":\"a\\\"\xEF\xBF\xBD\\u2029.txt\"");
}

static void json_can_be_indented(void **state)
{
    (void)state;
    assert_has(options_for(PITH_JSON), "{\n\t\"id\":\tnull,\n\t\"source\":\tnull,\n");
}

static void json_can_show_the_text(void **state)
{
    (void)state;
    pith_output_options options = options_for(PITH_JSONL);
    options.with_text = 1;
    assert_has(options, "},\"text\":\"\\\"Yes,\\\" Ann said, \\\"we will.\\\" He left. "
                        "They\\u0085left.\"");
}

static void text_can_set_speakers_off(void **state)
{
    (void)state;
    pith_output_options options = options_for(PITH_TEXT);
    options.quotes = &quotes;
    options.color = 1;
    assert_has(options, "\x1B[1mAnn Berg\x1B[0m (mayor of Tilden)");
    assert_has(options, "\x1B[1mBo\xEF\xBF\xBD[1m\x1B[0m"); /* its own escape is none */
}

static void markdown_escapes_the_text(void **state)
{
    (void)state;
    pith_output_options options = options_for(PITH_MARKDOWN);
    options.quotes = &quotes;
    assert_has(options, "> “Yes,” … “we will.”\n>\n> — **Ann Berg**, mayor of Tilden\n");
    assert_has(options, "**Bo\xEF\xBF\xBD\\[1m**");
}

static void html_escapes_the_text(void **state)
{
    (void)state;
    pith_output_options options = options_for(PITH_HTML);
    options.quotes = &quotes;
    options.list_sentences = 1;
    assert_has(options, "<article lang=\"en\">\n<ol class=\"sentences\">\n<li>&quot;Yes,&quot; Ann "
                        "said, &quot;we will.&quot;</li>");
    assert_has(options, "<figure class=\"quote direct\">\n<blockquote><p>“Yes,” … “we will.”</p>"
                        "</blockquote>\n<figcaption><cite>Ann Berg</cite>, mayor of Tilden");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_shows_quotes),
        cmocka_unit_test(text_separates_parts),
        cmocka_unit_test(lines_are_fit_for_a_terminal),
        cmocka_unit_test(json_has_only_its_parts),
        cmocka_unit_test(reasons_are_told),
        cmocka_unit_test(candidates_are_told),
        cmocka_unit_test(json_shows_quotes),
        cmocka_unit_test(json_shows_summary_and_keywords),
        cmocka_unit_test(json_counts_in_units),
        cmocka_unit_test(json_takes_ids_and_sources),
        cmocka_unit_test(json_can_be_indented),
        cmocka_unit_test(json_can_show_the_text),
        cmocka_unit_test(text_can_set_speakers_off),
        cmocka_unit_test(markdown_escapes_the_text),
        cmocka_unit_test(html_escapes_the_text),
    };
    return cmocka_run_group_tests_name("write", tests, begin, end);
}
