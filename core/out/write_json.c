/* The parts of a document as JSON. cJSON builds and prints the tree. Its memory lies outside the
 * arenas, so while there is a tree this file stands between the arenas and their trap, and gives
 * the tree back before it lets the jump go on. */
#include "out/write.h"

#include <cJSON.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "out/buffer.h"
#include "text/decode.h"

enum { PRINT_ROOM = 16 << 10 }; /* to begin with; most articles need no more */

typedef struct json {
    pith__trap trap;
    pith__arena *scratch;
    const pith_output_options *options;
    cJSON *root;
    char *printed;
} json;

/* ---- building: each node is given to its parent at once; strings are borrowed, for all of them
 * outlive the tree ---- */

static cJSON *put(json *j, cJSON *object, const char *key, cJSON *value)
{
    if (!value || !cJSON_AddItemToObjectCS(object, key, value))
        pith__trap_spring(&j->trap, PITH__OUT_OF_MEMORY);
    return value;
}

static cJSON *append(json *j, cJSON *array, cJSON *value)
{
    if (!value || !cJSON_AddItemToArray(array, value))
        pith__trap_spring(&j->trap, PITH__OUT_OF_MEMORY);
    return value;
}

/* A whole number; cJSON's own way over "%g" costs ten times as much. */
static cJSON *whole(size_t number)
{
    char digits[24], *p = digits + sizeof digits;
    *--p = 0;
    do {
        *--p = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    return cJSON_CreateRaw(p);
}

/* Rounded to six significant digits. */
static cJSON *fraction(double value)
{
    if (value != 0) {
        double scale = pow(10, 5 - floor(log10(fabs(value))));
        double rounded = round(value * scale) / scale;
        value = isfinite(rounded) ? rounded : value;
    }
    return cJSON_CreateNumber(value);
}

static cJSON *string_or_null(const char *text)
{
    return text ? cJSON_CreateStringReference(text) : cJSON_CreateNull();
}

/* From outside: made valid UTF-8 first. */
static void put_foreign(json *j, const char *key, const char *text)
{
    const char *valid = text ? pith__decode(j->scratch, text, strlen(text)).bytes : NULL;
    put(j, j->root, key, string_or_null(valid));
}

static size_t offset(const json *j, uint32_t byte)
{
    return pith_document_offset(j->options->document, byte, j->options->unit);
}

static void put_bounds(json *j, cJSON *object, pith_span span)
{
    put(j, object, "start", whole(offset(j, span.start)));
    put(j, object, "end", whole(offset(j, span.end)));
}

static void put_words(json *j, cJSON *object, pith_span span)
{
    const char *words = pith__arena_copy(j->scratch, j->options->document->text.bytes + span.start,
                                         span.end - span.start);
    put(j, object, "text", cJSON_CreateStringReference(words));
}

/* ---- the parts, in the order in which they are written ---- */

static void put_head(json *j)
{
    static const char *const units[] = {"codepoint", "byte", "utf16"}; /* by pith_unit */
    const pith_output_options *o = j->options;
    pith_counts counts = pith_document_counts(o->document);
    put(j, j->root, "id", o->id ? cJSON_CreateRaw(o->id) : cJSON_CreateNull());
    put_foreign(j, "source", o->source);
    put_foreign(j, "title", pith_document_title(o->document));
    put(j, j->root, "language", cJSON_CreateStringReference(pith_document_language(o->document)));
    put(j, j->root, "offsets", cJSON_CreateStringReference(units[o->unit]));
    cJSON *object = put(j, j->root, "counts", cJSON_CreateObject());
    put(j, object, "bytes", whole(counts.bytes));
    put(j, object, "paragraphs", whole(counts.paragraphs));
    put(j, object, "sentences", whole(counts.sentences));
    put(j, object, "words", whole(counts.words));
}

static void put_sentences(json *j)
{
    if (!j->options->list_sentences)
        return;
    size_t count;
    const pith_sentence *sentences = pith_document_sentences(j->options->document, &count);
    cJSON *array = put(j, j->root, "sentences", cJSON_CreateArray());
    for (size_t i = 0; i < count; i++) {
        cJSON *object = append(j, array, cJSON_CreateObject());
        put(j, object, "index", whole(i));
        put_bounds(j, object, sentences[i].span);
        put(j, object, "paragraph", whole(sentences[i].paragraph));
        if (sentences[i].heading)
            put(j, object, "heading", cJSON_CreateTrue());
        put_words(j, object, sentences[i].span);
    }
}

/* Why each place is the end of a sentence or none: what was seen there, with its weight. */
static void put_explain(json *j)
{
    const pith_document *document = j->options->document;
    if (!j->options->list_sentences || !document->explained)
        return;
    cJSON *array = put(j, j->root, "explain", cJSON_CreateArray());
    for (uint32_t i = 0; i < document->verdicts.count; i++) {
        const pith__verdict *verdict = &document->verdicts.items[i];
        cJSON *object = append(j, array, cJSON_CreateObject());
        put_bounds(j, object, verdict->run);
        put_words(j, object, verdict->run);
        put(j, object, "boundary", cJSON_CreateBool(verdict->score > 0));
        put(j, object, "score", cJSON_CreateNumber(verdict->score));
        cJSON *evidence = put(j, object, "evidence", cJSON_CreateObject());
        for (pith__hint hint = 0; hint < PITH__HINT_COUNT; hint++) {
            if (pith__hint_seen(verdict, hint))
                put(j, evidence, pith__hint_name(hint),
                    cJSON_CreateNumber(pith__hint_weights[hint]));
        }
    }
}

static void put_summary(json *j)
{
    const pith_summary *summary = j->options->summary;
    if (!summary)
        return;
    size_t count, length;
    const pith_pick *picks = pith_summary_picks(summary, &count);
    cJSON *part = put(j, j->root, "summary", cJSON_CreateObject());
    put(j, part, "method", cJSON_CreateStringReference(pith_summary_method(summary)));
    put(j, part, "text", cJSON_CreateStringReference(pith_summary_text(summary, &length)));
    cJSON *array = put(j, part, "sentences", cJSON_CreateArray());
    for (size_t i = 0; i < count; i++) {
        cJSON *object = append(j, array, cJSON_CreateObject());
        put(j, object, "index", whole(picks[i].sentence));
        put_bounds(j, object, picks[i].span);
        put(j, object, "score", fraction(picks[i].score));
        if (picks[i].cut)
            put(j, object, "cut", cJSON_CreateTrue());
        put_words(j, object, picks[i].span);
    }
}

static void put_keywords(json *j)
{
    if (!j->options->keywords)
        return;
    size_t count;
    const pith_keyword *items = pith_keywords_items(j->options->keywords, &count);
    cJSON *array = put(j, j->root, "keywords", cJSON_CreateArray());
    for (size_t i = 0; i < count; i++) {
        cJSON *object = append(j, array, cJSON_CreateObject());
        put(j, object, "text", cJSON_CreateStringReference(items[i].text));
        put(j, object, "weight", fraction(items[i].weight));
        put(j, object, "count", whole(items[i].count));
    }
}

/* The pieces of a quotation, joined by a space each. */
static void put_quoted(json *j, cJSON *object, const pith_quote *quote)
{
    pith__buffer joined = {.arena = j->scratch};
    for (uint32_t i = 0; i < quote->span_count; i++) {
        pith_span span = quote->spans[i];
        if (i)
            pith__buffer_add(&joined, " ", 1);
        pith__buffer_add(&joined, j->options->document->text.bytes + span.start,
                         span.end - span.start);
    }
    put(j, object, "text", cJSON_CreateStringReference(pith__buffer_end(&joined)));
}

static void put_spans(json *j, cJSON *object, const pith_quote *quote)
{
    cJSON *array = put(j, object, "spans", cJSON_CreateArray());
    for (uint32_t i = 0; i < quote->span_count; i++) {
        cJSON *pair = append(j, array, cJSON_CreateArray());
        append(j, pair, whole(offset(j, quote->spans[i].start)));
        append(j, pair, whole(offset(j, quote->spans[i].end)));
    }
}

static void put_place(json *j, cJSON *object, const char *key, pith_span span)
{
    bool none = span.start == span.end;
    cJSON *place = put(j, object, key, none ? cJSON_CreateNull() : cJSON_CreateObject());
    if (none)
        return;
    put_words(j, place, span);
    put_bounds(j, place, span);
}

static const char *kind_name(pith_kind kind)
{
    return kind == PITH_DIRECT ? "direct" : kind == PITH_MIXED ? "mixed" : "indirect";
}

static void put_quotes(json *j)
{
    if (!j->options->quotes)
        return;
    size_t count;
    const pith_quote *quotes = pith_quotes_items(j->options->quotes, &count);
    cJSON *array = put(j, j->root, "quotes", cJSON_CreateArray());
    for (size_t i = 0; i < count; i++) {
        const pith_quote *quote = &quotes[i];
        bool unknown = quote->speaker == PITH_NONE;
        cJSON *object = append(j, array, cJSON_CreateObject());
        put_quoted(j, object, quote);
        put(j, object, "kind", cJSON_CreateStringReference(kind_name(quote->kind)));
        put_spans(j, object, quote);
        put(j, object, "sentence", whole(quote->sentence));
        put(j, object, "speaker", unknown ? cJSON_CreateNull() : whole(quote->speaker));
        put_place(j, object, "mention", quote->mention);
        put_place(j, object, "cue", quote->cue);
        put(j, object, "confidence", fraction(quote->confidence));
        put(j, object, "rule", string_or_null(quote->rule));
    }
}

static void put_speakers(json *j)
{
    if (!j->options->quotes)
        return;
    size_t count;
    const pith_speaker *speakers = pith_quotes_speakers(j->options->quotes, &count);
    cJSON *array = put(j, j->root, "speakers", cJSON_CreateArray());
    for (size_t i = 0; i < count; i++) {
        cJSON *object = append(j, array, cJSON_CreateObject());
        put(j, object, "id", whole(i));
        put(j, object, "name", cJSON_CreateStringReference(speakers[i].name));
        put(j, object, "description", string_or_null(speakers[i].description));
        cJSON *aliases = put(j, object, "aliases", cJSON_CreateArray());
        for (uint32_t k = 0; k < speakers[i].alias_count; k++)
            append(j, aliases, cJSON_CreateStringReference(speakers[i].aliases[k]));
        put(j, object, "quotes", whole(speakers[i].quotes));
        put(j, object, "words", whole(speakers[i].words));
    }
}

/* ---- printing ---- */

/* The escape of a line end that JSON allows in a string but readers of lines do not (U+0085,
 * U+2028, U+2029), and how many bytes it replaces; NULL for all else. */
static const char *line_end(const unsigned char *p, size_t *replaced)
{
    if (p[0] == 0xC2 && p[1] == 0x85)
        return *replaced = 2, "\\u0085";
    if (p[0] == 0xE2 && p[1] == 0x80 && (p[2] == 0xA8 || p[2] == 0xA9))
        return *replaced = 3, p[2] == 0xA8 ? "\\u2028" : "\\u2029";
    return NULL;
}

static void add_escaped(pith__buffer *buffer, const char *text, size_t length)
{
    const unsigned char *p =
        (const unsigned char *)text; /* NUL-terminated: looking ahead is safe */
    size_t from = 0, replaced = 0;
    for (size_t at = 0; at < length; at++) {
        const char *escape = p[at] >= 0xC2 ? line_end(p + at, &replaced) : NULL;
        if (!escape)
            continue;
        pith__buffer_add(buffer, text + from, at - from);
        pith__buffer_print(buffer, escape);
        from = at + replaced;
        at = from - 1;
    }
    pith__buffer_add(buffer, text + from, length - from);
}

static void build(json *j, bool indented)
{
    j->root = cJSON_CreateObject();
    if (!j->root)
        pith__trap_spring(&j->trap, PITH__OUT_OF_MEMORY);
    put_head(j);
    put_sentences(j);
    put_explain(j);
    put_summary(j);
    put_keywords(j);
    put_quotes(j);
    put_speakers(j);
    j->printed = cJSON_PrintBuffered(j->root, PRINT_ROOM, indented);
    if (!j->printed)
        pith__trap_spring(&j->trap, PITH__OUT_OF_MEMORY);
}

static pith_output *finish(json *j, pith__arena *arena)
{
    pith_output *output = pith__arena_zero(arena, 1, sizeof *output);
    pith__buffer buffer = {.arena = arena};
    size_t length = strlen(j->printed);
    pith__buffer_reserve(&buffer, length + 2);
    add_escaped(&buffer, j->printed, length);
    pith__buffer_add(&buffer, "\n", 1);
    output->length = buffer.length;
    output->bytes = pith__buffer_end(&buffer);
    return output;
}

static pith_output *write_tree(pith__arena *arena, pith__arena *scratch,
                               const pith_output_options *options, bool indented)
{
    pith__trap *trap = arena->trap;
    json *j =
        pith__arena_zero(scratch, 1, sizeof *j); /* not on the stack, for it outlives a jump */
    *j = (json){.scratch = scratch, .options = options};
    arena->trap = scratch->trap = &j->trap;
    pith_output *output = NULL;
    int code = setjmp(j->trap.place);
    if (!code) {
        build(j, indented);
        output = finish(j, arena);
    }
    arena->trap = scratch->trap = trap;
    cJSON_Delete(j->root);
    cJSON_free(j->printed);
    if (code)
        pith__trap_spring(trap, code);
    return output;
}

pith_output *pith__write_json(pith__arena *arena, pith__arena *scratch,
                              const pith_output_options *options)
{
    return write_tree(arena, scratch, options, true);
}

pith_output *pith__write_jsonl(pith__arena *arena, pith__arena *scratch,
                               const pith_output_options *options)
{
    return write_tree(arena, scratch, options, false);
}
