/* libFuzzer: any bytes through every stage and every writer. The first byte chooses the options,
 * the rest is the document. Between the stages the Debug build's assertions check their invariants;
 * here, what the public interface promises. Run it: see CONTRIBUTING.md. */
#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "pith.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *pick_language(unsigned choice)
{
    size_t count;
    const char *const *languages = pith_languages(&count);
    return choice % 4 == 0 ? NULL : languages[choice % count];
}

static bool is_boundary(const char *text, size_t at)
{
    return ((unsigned char)text[at] & 0xC0) != 0x80;
}

static void check_span(const pith_document *document, pith_span span)
{
    size_t length;
    const char *text = pith_document_text(document, &length);
    assert(span.start <= span.end && span.end <= length);
    assert(is_boundary(text, span.start) && is_boundary(text, span.end));
}

static void check_sentences(const pith_document *document)
{
    size_t count;
    const pith_sentence *sentences = pith_document_sentences(document, &count);
    for (size_t i = 0; i < count; i++) {
        check_span(document, sentences[i].span);
        assert(sentences[i].span.start < sentences[i].span.end);
        assert(i == 0 || sentences[i - 1].span.end <= sentences[i].span.start);
    }
}

static void check_summary(pith_engine *engine, const pith_document *document, unsigned choice)
{
    size_t methods, picks, length;
    const char *const *names = pith_methods(&methods);
    pith_summary_options options = {.size = sizeof options, .method = names[choice % methods]};
    options.words = choice & 16 ? choice : 0;
    options.characters = choice & 32 ? choice * 3 : 0;
    pith_summary *summary;
    assert(pith_summary_new(engine, document, &options, &summary) == PITH_OK);
    const pith_pick *pick = pith_summary_picks(summary, &picks);
    for (size_t i = 0; i < picks; i++)
        check_span(document, pick[i].span);
    pith_summary_text(summary, &length);
    assert(length > 0 || pith_document_counts(document).words == 0 || options.characters ||
           options.words);
    pith_summary_free(summary);
}

static void check_quotes(const pith_document *document, const pith_quotes *quotes)
{
    size_t count, speakers;
    const pith_quote *quote = pith_quotes_items(quotes, &count);
    pith_quotes_speakers(quotes, &speakers);
    for (size_t i = 0; i < count; i++) {
        assert(quote[i].span_count > 0);
        for (uint32_t k = 0; k < quote[i].span_count; k++)
            check_span(document, quote[i].spans[k]);
        check_span(document, quote[i].mention);
        check_span(document, quote[i].cue);
        assert(quote[i].speaker == PITH_NONE || quote[i].speaker < speakers);
        assert(quote[i].confidence >= 0 && quote[i].confidence <= 1);
    }
}

static void write(pith_engine *engine, pith_output_options options, unsigned choice)
{
    pith_output *output;
    options.format = (pith_format)(choice % 3);
    options.unit = (pith_unit)(choice / 3 % 3);
    assert(pith_output_new(engine, &options, &output) == PITH_OK);
    pith_output_free(output);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static pith_engine *engine;
    if (!engine)
        pith_engine_new(NULL, &engine);
    unsigned choice = size ? data[0] : 0;
    pith_document_options how = {
        .size = sizeof how, .language = pick_language(choice), .explain = choice & 1};
    pith_document *document;
    const char *bytes = size ? (const char *)data + 1 : "";
    assert(pith_document_new(engine, bytes, size ? size - 1 : 0, &how, &document) == PITH_OK);
    check_sentences(document);
    check_summary(engine, document, choice);
    pith_keywords *keywords;
    pith_quotes *quotes;
    pith_quotes_options all = {.size = sizeof all,
                               .kinds = PITH_DIRECT | PITH_MIXED | PITH_INDIRECT,
                               .marked = choice >> 1 & 1,
                               .explain = choice & 1};
    assert(pith_keywords_new(engine, document, 0, &keywords) == PITH_OK);
    assert(pith_quotes_new(engine, document, &all, &quotes) == PITH_OK);
    check_quotes(document, quotes);
    write(engine,
          (pith_output_options){.size = sizeof(pith_output_options),
                                .document = document,
                                .list_sentences = 1,
                                .keywords = keywords,
                                .quotes = quotes},
          choice);
    pith_keywords_free(keywords);
    pith_quotes_free(quotes);
    pith_document_free(document);
    return 0;
}
