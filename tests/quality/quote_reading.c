#include "quote_reading.h"

#include <float.h>
#include <stdlib.h>
#include <string.h>

#include "ground/utf8.h"
#include "sets.h"

const char *quote_string(const cJSON *object, const char *name)
{
    const char *string = cJSON_GetStringValue(cJSON_GetObjectItem(object, name));
    return string && *string ? string : NULL;
}

/* ---- what the set has ---- */

/* 0 if it is of another kind. */
static pith_kind kind_of(const cJSON *quote)
{
    static const char *const names[] = {"direct", "mixed", "indirect"};
    const char *type = quote_string(quote, "type");
    for (int i = 0; type && i < 3; i++)
        if (strcmp(type, names[i]) == 0)
            return (pith_kind)(1 << i);
    return 0;
}

/* A span in bytes; points: how many code points begin at `bytes`. */
static pith_span span_of(const cJSON *span, const uint32_t *bytes, int points)
{
    const cJSON *start = cJSON_GetArrayItem(span, 0), *end = cJSON_GetArrayItem(span, 1);
    if (!start || !end || start->valueint < 0 || start->valueint > end->valueint ||
        end->valueint > points)
        sets_fail("is no span of the text", "a quotation");
    return (pith_span){bytes[start->valueint], bytes[end->valueint]};
}

static void read_gold(quote_reading *r)
{
    const cJSON *quotes = cJSON_GetObjectItem(r->record, "quotes"), *quote, *span;
    uint32_t *bytes = sets_bytes(r->text.bytes), number = 0;
    int points = (int)pith__utf8_count(r->text.bytes, r->text.length);
    r->gold = sets_need(malloc(((size_t)cJSON_GetArraySize(quotes) + 1) * sizeof *r->gold));
    cJSON_ArrayForEach(quote, quotes)
    {
        cJSON *spans = sets_spans(quote);
        cJSON_ArrayForEach(span, spans) quote_pieces_add(
            &r->gold_pieces, &r->text, span_of(span, bytes, points), kind_of(quote), number);
        cJSON_Delete(spans);
        r->gold[number++] = quote;
    }
    free(bytes);
}

/* ---- what is found ---- */

static const char *known_language(const char *code)
{
    size_t count;
    const char *const *codes = pith_languages(&count);
    for (size_t i = 0; code && i < count; i++)
        if (strcmp(codes[i], code) == 0)
            return codes[i];
    return NULL;
}

static void read_document(quote_reading *r, pith_engine *engine)
{
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItem(r->record, "text"));
    pith_document_options options = {.size = sizeof options,
                                     .language = known_language(quote_string(r->record, "lang")),
                                     .title = quote_string(r->record, "title")};
    if (!text)
        sets_fail("has no text", "a record");
    if (pith_document_new(engine, text, strlen(text), &options, &r->document) != PITH_OK)
        sets_fail(pith_engine_message(engine), "a text");
    size_t length;
    const char *decoded = pith_document_text(r->document, &length);
    if (strcmp(text, decoded) != 0)
        sets_fail("is no UTF-8 without byte order mark", "a text");
    r->text =
        quote_text_open(decoded, length, cJSON_IsTrue(cJSON_GetObjectItem(r->record, "wrapped")));
}

static found_quotes find(pith_engine *engine, const pith_document *document, double min_confidence)
{
    pith_quotes_options options = {.size = sizeof options,
                                   .kinds = PITH_DIRECT | PITH_MIXED | PITH_INDIRECT,
                                   .min_confidence = min_confidence};
    found_quotes found;
    size_t speakers;
    if (pith_quotes_new(engine, document, &options, &found.quotes) != PITH_OK)
        sets_fail(pith_engine_message(engine), "a text");
    found.items = pith_quotes_items(found.quotes, &found.count);
    found.speakers = pith_quotes_speakers(found.quotes, &speakers);
    return found;
}

static void cut_found(quote_reading *r)
{
    for (uint32_t i = 0; i < r->given.count; i++) {
        const pith_quote *quote = &r->given.items[i];
        for (uint32_t k = 0; k < quote->span_count; k++)
            quote_pieces_add(&r->found_pieces, &r->text, quote->spans[k], quote->kind, i);
    }
}

quote_reading quote_reading_open(pith_engine *engine, const cJSON *record)
{
    quote_reading r = {.record = record};
    read_document(&r, engine);
    read_gold(&r);
    r.given = find(engine, r.document, 0);
    r.likely = find(engine, r.document, DBL_MIN);
    cut_found(&r);
    return r;
}

void quote_reading_close(quote_reading *r)
{
    pith_quotes_free(r->given.quotes);
    pith_quotes_free(r->likely.quotes);
    pith_document_free(r->document);
    quote_text_close(&r->text);
    free(r->gold);
    free(r->gold_pieces.items);
    free(r->found_pieces.items);
}
