/* Selection under limits: none is ever exceeded, nothing is ever empty, whatever the combination.
 */
#include "unit.h"

#include <stdio.h>

#include "pith.h"

static const char article[] =
    "VESS, May 2 (Example News) - A storm broke the harbour wall of Vess on Friday night, and "
    "eleven boats sank at their moorings.\n\n"
    "\"We heard it go. It was like a train,\" said Ida Brandt, who has kept the harbour since "
    "2004. She had warned the council twice. But nobody came to look.\n\n"
    "The wall was built in 1911 and was due for repair in the autumn. Repairs were put off three "
    "times because the money was needed for the school. The council will meet on Monday.\n\n"
    "“Nothing is left of my boat,” Tom Hall said. “Not a plank.”\n\n"
    "Read more: walls that broke\n\n"
    "Insurers put the damage at four million crowns. A storm broke the harbour wall of Vess on "
    "Friday night, and eleven boats sank at their moorings.\n\n"
    "ENDS\n";

static pith_engine *engine;

static int open_engine(void **state)
{
    (void)state;
    return pith_engine_new(NULL, &engine) == PITH_OK ? 0 : -1;
}

static int close_engine(void **state)
{
    (void)state;
    pith_engine_free(engine);
    return 0;
}

static pith_document *read_text(const char *text)
{
    pith_document *document;
    pith_document_options options = {.size = sizeof options, .language = "en"};
    assert_int_equal(pith_document_new(engine, text, strlen(text), &options, &document), PITH_OK);
    return document;
}

static pith_summary *summarize(const pith_document *document, pith_summary_options options)
{
    pith_summary *summary;
    options.size = sizeof options;
    assert_int_equal(pith_summary_new(engine, document, &options, &summary), PITH_OK);
    return summary;
}

/* Words as the library counts them, by reading the summary as a document. */
static size_t words_of(const pith_summary *summary)
{
    size_t length;
    const char *text = pith_summary_text(summary, &length);
    pith_document *document = read_text(text);
    size_t words = pith_document_counts(document).words;
    pith_document_free(document);
    return words;
}

static size_t characters_of(const pith_summary *summary)
{
    size_t length, count = 0;
    const char *text = pith_summary_text(summary, &length);
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

/* The sentences of the document that begin inside the picks. */
static size_t sentences_of(const pith_document *document, const pith_summary *summary)
{
    size_t picks, sentences, count = 0;
    const pith_pick *pick = pith_summary_picks(summary, &picks);
    const pith_sentence *sentence = pith_document_sentences(document, &sentences);
    for (size_t p = 0; p < picks; p++) {
        for (size_t s = pick[p].sentence;
             s < sentences && sentence[s].span.start < pick[p].span.end; s++)
            count++;
    }
    return count;
}

static void check(const pith_document *document, pith_summary_options options)
{
    pith_summary *summary = summarize(document, options);
    size_t picks, length;
    const pith_pick *pick = pith_summary_picks(summary, &picks);
    pith_summary_text(summary, &length);
    assert_true(picks > 0 && length > 0);
    for (size_t i = 1; i < picks; i++)
        assert_true(pick[i - 1].span.end <= pick[i].span.start && !pick[i].cut);
    if (options.sentences)
        assert_true(sentences_of(document, summary) <= options.sentences);
    if (options.words)
        assert_true(words_of(summary) <= options.words);
    if (options.characters)
        assert_true(characters_of(summary) <= options.characters);
    if (options.tokens)
        assert_true(length <= 8 * (size_t)options.tokens + 8);
    if (options.ratio > 0) {
        double most = options.ratio * (double)pith_document_counts(document).words;
        assert_true((double)words_of(summary) <= (most < 1 ? 1 : most));
    }
    pith_summary_free(summary);
}

static void test_limits_hold_in_every_combination(void **state)
{
    (void)state;
    static const uint32_t sentences[] = {0, 1, 2, 5}, words[] = {0, 1, 4, 17, 40, 90},
                          characters[] = {0, 1, 9, 60, 61, 250}, tokens[] = {0, 1, 3, 30, 70};
    static const double ratio[] = {0, 0.001, 0.2, 1};
    size_t methods;
    const char *const *method = pith_methods(&methods);
    pith_document *document = read_text(article);
    for (unsigned i = 0; i < 4 * 6 * 6 * 5 * 4; i++) {
        pith_summary_options options = {.method = method[i % methods],
                                        .sentences = sentences[i % 4],
                                        .words = words[i / 4 % 6],
                                        .characters = characters[i / 24 % 6],
                                        .tokens = tokens[i / 144 % 5],
                                        .ratio = ratio[i / 720]};
        check(document, options);
    }
    pith_document_free(document);
}

static void test_no_limit_is_three_sentences(void **state)
{
    (void)state;
    pith_document *document = read_text(article);
    pith_summary *summary = summarize(document, (pith_summary_options){0});
    assert_true(sentences_of(document, summary) <= 3);
    assert_string_equal(pith_summary_method(summary), "auto");
    pith_summary_free(summary);
    pith_document_free(document);
}

static void test_large_budget_leaves_furniture_out(void **state)
{
    (void)state;
    pith_document *document = read_text(article);
    pith_summary *summary = summarize(document, (pith_summary_options){.sentences = 100});
    size_t length;
    const char *text = pith_summary_text(summary, &length);
    assert_int_equal(strncmp(text, "A storm broke", 13), 0);
    assert_null(strstr(text, "Read more"));
    assert_null(strchr(text, '\n'));
    assert_non_null(strstr(text, "It was like a train,\" said Ida Brandt"));
    pith_summary_free(summary);
    pith_document_free(document);
}

static void test_quotation_keeps_its_speaker(void **state)
{
    (void)state;
    size_t methods;
    const char *const *method = pith_methods(&methods);
    pith_document *document = read_text(article);
    for (uint32_t i = 0; i < 200; i++) {
        pith_summary *summary = summarize(
            document, (pith_summary_options){.method = method[i % methods], .words = 15 + i / 2});
        size_t length;
        const char *text = pith_summary_text(summary, &length);
        assert_true(!strstr(text, "We heard it go") || strstr(text, "said Ida Brandt"));
        assert_true(!strstr(text, "Not a plank") || strstr(text, "Tom Hall said"));
        assert_true(!strstr(text, "She had warned") || strstr(text, "said Ida Brandt"));
        assert_true(!strstr(text, "But nobody came") || strstr(text, "She had warned"));
        pith_summary_free(summary);
    }
    pith_document_free(document);
}

static void test_degenerate_texts(void **state)
{
    (void)state;
    static const char *const texts[] = {"word",
                                        "...",
                                        "WORD WORD WORD WORD",
                                        "\"",
                                        "\"word.",
                                        "He. She. But.",
                                        "He left. He came. He sat down again by the window.",
                                        "a\n\nb\n\nc",
                                        "¿",
                                        "Read more: nothing"};
    size_t methods;
    const char *const *method = pith_methods(&methods);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        pith_document *document = read_text(texts[i]);
        for (size_t m = 0; m < methods; m++) {
            pith_summary *summary =
                summarize(document, (pith_summary_options){.method = method[m], .characters = 6});
            size_t length;
            pith_summary_text(summary, &length);
            assert_true(length > 0 || pith_document_counts(document).words == 0);
            assert_true(characters_of(summary) <= 6);
            pith_summary_free(summary);
        }
        pith_document_free(document);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_limits_hold_in_every_combination),
        cmocka_unit_test(test_no_limit_is_three_sentences),
        cmocka_unit_test(test_large_budget_leaves_furniture_out),
        cmocka_unit_test(test_quotation_keeps_its_speaker),
        cmocka_unit_test(test_degenerate_texts),
    };
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
