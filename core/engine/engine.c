#include "engine/engine.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "out/write.h"
#include "quotes/quotes.h"
#include "summary/keyword.h"
#include "summary/summary.h"
#include "text/document.h"

/* Words that a vocabulary keeps at most between two documents: about 16 MB. */
enum { VOCABULARY_MAX = 150000 };

enum { SENTENCES_DEFAULT = 3, KEYWORDS_DEFAULT = 10 };

/* ---- errors ---- */

static pith_status fail(pith_engine *engine, pith_status status, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    vsnprintf(engine->message, sizeof engine->message, format, values);
    va_end(values);
    return status;
}

static pith_status trapped(pith_engine *engine, int code)
{
    pith__arena_free(&engine->scratch);
    pith__arena_free(&engine->passing);
    if (code == PITH__TOO_LARGE)
        return fail(engine, PITH_TOO_LARGE,
                    "the text is too large: split it into parts below 4 GiB");
    return fail(engine, PITH_NO_MEMORY, "memory ran out: give the process more, or split the text");
}

/* Copies the caller's options over the defaults in `known`, of known_size bytes: a smaller struct
 * is an older caller's, and what a larger one has beyond ours, a newer caller's, has to be unset.
 */
static pith_status take_options(pith_engine *engine, const void *given, void *known,
                                size_t known_size)
{
    if (!given)
        return PITH_OK;
    size_t size;
    memcpy(&size, given, sizeof size);
    if (size < sizeof size)
        return fail(engine, PITH_BAD_OPTION,
                    "options.size is not set: write {.size = sizeof options}");
    for (size_t i = known_size; i < size; i++) {
        if (((const unsigned char *)given)[i])
            return fail(engine, PITH_BAD_OPTION,
                        "options have a field that this version does not know");
    }
    memcpy(known, given, size < known_size ? size : known_size);
    return PITH_OK;
}

/* ---- engine ---- */

pith_status pith_engine_new(const pith_engine_options *options, pith_engine **out)
{
    *out = NULL;
    pith_engine *engine = calloc(1, sizeof *engine);
    if (!engine)
        return PITH_NO_MEMORY;
    pith__arena_init(&engine->lasting, &engine->trap);
    pith__arena_init(&engine->scratch, &engine->trap);
    pith__arena_init(&engine->passing, &engine->trap);
    pith_engine_options known = {0};
    pith_status status = take_options(engine, options, &known, sizeof known);
    if (status == PITH_OK && setjmp(engine->trap.place))
        status = PITH_NO_MEMORY;
    if (status != PITH_OK) {
        pith_engine_free(engine);
        return status;
    }
    size_t languages;
    pith__language_all(&languages);
    engine->seed = pith__table_seed();
    if (known.stopwords) {
        engine->stopwords =
            pith__arena_copy(&engine->lasting, known.stopwords, known.stopwords_length);
        engine->stopwords_length = known.stopwords_length;
    }
    engine->tongues = pith__arena_zero(&engine->lasting, languages + 1, sizeof *engine->tongues);
    *out = engine;
    return PITH_OK;
}

static void forget(pith__tongue *tongue)
{
    if (tongue->ready)
        pith__vocabulary_free(&tongue->vocabulary);
    tongue->ready = false;
    pith__arena_free(&tongue->arena);
}

void pith_engine_free(pith_engine *engine)
{
    if (!engine)
        return;
    size_t languages;
    pith__language_all(&languages);
    for (size_t i = 0; engine->tongues && i <= languages; i++) {
        if (engine->tongues[i])
            forget(engine->tongues[i]);
    }
    pith__furniture_free(&engine->furniture);
    pith__arena_free(&engine->scratch);
    pith__arena_free(&engine->passing);
    pith__arena_free(&engine->lasting);
    free(engine);
}

const char *pith_engine_message(const pith_engine *engine)
{
    return engine->message;
}

/* The vocabulary of a language, made when it is first needed, and again when it has grown too
 * large. */
static pith__vocabulary *vocabulary_of(pith_engine *engine, const pith__language *language)
{
    size_t languages;
    const pith__language *all = pith__language_all(&languages);
    size_t index = language == pith__language_none() ? languages : (size_t)(language - all);
    if (!engine->tongues[index])
        engine->tongues[index] = pith__arena_zero(&engine->lasting, 1, sizeof(pith__tongue));
    pith__tongue *tongue = engine->tongues[index];
    if (tongue->ready && tongue->vocabulary.forms.count > VOCABULARY_MAX)
        forget(tongue);
    if (!tongue->ready) {
        pith__arena_free(&tongue->arena); /* of a making that ran out of memory */
        pith__arena_init(&tongue->arena, &engine->trap);
        pith__vocabulary_init(&tongue->vocabulary, &tongue->arena, engine->seed, language,
                              engine->stopwords, engine->stopwords_length);
        tongue->ready = true;
    }
    return &tongue->vocabulary;
}

/* ---- calls ---- */

/* What one public call does between its checks and its end. */
typedef struct call {
    pith_engine *engine;
    pith__arena arena; /* of the result */
    const void *options;
    const pith_document *document;
    const char *bytes;
    size_t length;
    const void *choice; /* language, scorer or writer */
    uint32_t most;
    void *result;
} call;

/* The one place that sets the trap: all that the work allocates is in the two arenas, and is freed
 * here if it fails. */
static pith_status run(call *c, void (*work)(call *))
{
    pith_engine *engine = c->engine;
    pith__arena_init(&c->arena, &engine->trap);
    int code = setjmp(engine->trap.place);
    if (code) {
        pith__arena_free(&c->arena);
        return trapped(engine, code);
    }
    work(c);
    pith__arena_reset(&engine->scratch);
    return PITH_OK;
}

/* Frees an object that lies in the arena that it holds. */
static void free_in_own(pith__arena *held)
{
    pith__arena arena = *held;
    pith__arena_free(&arena);
}

/* ---- document ---- */

static const pith__language *guessed(pith_engine *engine, pith__text text)
{
    if (!engine->guesser)
        engine->guesser = pith__guesser_new(&engine->lasting, engine->seed);
    return pith__guess(engine->guesser, text.bytes, text.length);
}

static void read_document(call *c)
{
    const pith_document_options *options = c->options;
    pith__parts parts = {0};
    pith__text text = options->part_count
                          ? pith__parts_join(&c->arena, &c->engine->scratch, c->bytes, c->length,
                                             options->parts, options->part_count, &parts)
                          : pith__decode(&c->arena, c->bytes, c->length);
    const pith__language *language = c->choice ? c->choice : guessed(c->engine, text);
    pith_document *document = pith__document_read(
        &c->arena, &c->engine->scratch, vocabulary_of(c->engine, language), text, options);
    document->parts = parts;
    document->arena = c->arena;
    c->result = document;
}

pith_status pith_document_new(pith_engine *engine, const char *bytes, size_t length,
                              const pith_document_options *options, pith_document **out)
{
    *out = NULL;
    pith_document_options known = {0};
    pith_status status = take_options(engine, options, &known, sizeof known);
    if (status != PITH_OK)
        return status;
    if (!pith__parts_valid(known.parts, known.part_count, length))
        return fail(engine, PITH_BAD_OPTION,
                    "parts have to begin at 0 and at rising places of the text");
    call c = {.engine = engine, .options = &known, .bytes = bytes, .length = length};
    if (known.language && !(c.choice = pith__language_find(known.language)))
        return fail(engine, PITH_BAD_LANGUAGE, "no language has the code \"%.20s\"",
                    known.language);
    status = run(&c, read_document);
    *out = c.result;
    return status;
}

void pith_document_free(pith_document *document)
{
    if (document)
        free_in_own(&document->arena);
}

/* ---- summary ---- */

static void summarize(call *c)
{
    pith__vocabulary *vocabulary = vocabulary_of(c->engine, c->document->language);
    pith_summary *summary =
        pith__summarize(&c->arena, &c->engine->scratch, vocabulary, &c->engine->furniture,
                        c->document, c->choice, c->options);
    summary->arena = c->arena;
    c->result = summary;
}

pith_status pith_summary_new(pith_engine *engine, const pith_document *document,
                             const pith_summary_options *options, pith_summary **out)
{
    *out = NULL;
    pith_summary_options known = {0};
    pith_status status = take_options(engine, options, &known, sizeof known);
    if (status != PITH_OK)
        return status;
    if (!(known.ratio >= 0 && known.ratio <= 1))
        return fail(engine, PITH_BAD_OPTION, "ratio has to be from 0 to 1");
    if (!known.sentences && !known.words && !known.characters && !known.tokens && known.ratio == 0)
        known.sentences = SENTENCES_DEFAULT;
    const pith__scorer *scorer = pith__scorer_find(known.method ? known.method : "auto");
    if (!scorer)
        return fail(engine, PITH_BAD_OPTION, "no method is called \"%.40s\"", known.method);
    if (known.query && !scorer->focuses)
        return fail(engine, PITH_BAD_OPTION,
                    "the method %s takes no query; auto, lexrank and textrank do", scorer->name);
    call c = {.engine = engine, .document = document, .options = &known, .choice = scorer};
    status = run(&c, summarize);
    *out = c.result;
    return status;
}

void pith_summary_free(pith_summary *summary)
{
    if (summary)
        free_in_own(&summary->arena);
}

const pith_pick *pith_summary_picks(const pith_summary *summary, size_t *count)
{
    *count = summary->pick.count;
    return summary->pick.items;
}

const char *pith_summary_text(const pith_summary *summary, size_t *length)
{
    *length = summary->length;
    return summary->text;
}

const char *pith_summary_method(const pith_summary *summary)
{
    return summary->method;
}

/* ---- keywords ---- */

static void find_keywords(call *c)
{
    pith_keywords *keywords =
        pith__keywords_find(&c->arena, &c->engine->scratch, c->document, c->most, c->engine->seed);
    keywords->arena = c->arena;
    c->result = keywords;
}

pith_status pith_keywords_new(pith_engine *engine, const pith_document *document, uint32_t most,
                              pith_keywords **out)
{
    call c = {.engine = engine, .document = document, .most = most ? most : KEYWORDS_DEFAULT};
    pith_status status = run(&c, find_keywords);
    *out = c.result;
    return status;
}

void pith_keywords_free(pith_keywords *keywords)
{
    if (keywords)
        free_in_own(&keywords->arena);
}

const pith_keyword *pith_keywords_items(const pith_keywords *keywords, size_t *count)
{
    *count = keywords->keyword.count;
    return keywords->keyword.items;
}

/* ---- quotes ---- */

static void find_quotes(call *c)
{
    const pith__vocabulary *vocabulary = vocabulary_of(c->engine, c->document->language);
    pith_quotes *quotes = pith__quotes_find(&c->arena, &c->engine->scratch, &c->engine->passing,
                                            &vocabulary->lexicon, c->document, c->options);
    quotes->arena = c->arena;
    c->result = quotes;
}

pith_status pith_quotes_new(pith_engine *engine, const pith_document *document,
                            const pith_quotes_options *options, pith_quotes **out)
{
    *out = NULL;
    pith_quotes_options known = {0};
    pith_status status = take_options(engine, options, &known, sizeof known);
    if (status != PITH_OK)
        return status;
    if (!known.kinds)
        known.kinds = PITH_DIRECT | PITH_MIXED;
    if (known.kinds & ~(uint32_t)(PITH_DIRECT | PITH_MIXED | PITH_INDIRECT))
        return fail(engine, PITH_BAD_OPTION, "kinds has a bit that is no pith_kind");
    if (!(known.min_confidence >= 0 && known.min_confidence <= 1))
        return fail(engine, PITH_BAD_OPTION, "min_confidence has to be from 0 to 1");
    if (known.marked > 1)
        return fail(engine, PITH_BAD_OPTION, "marked has to be 0 or 1");
    if (known.explain > 1)
        return fail(engine, PITH_BAD_OPTION, "explain has to be 0 or 1");
    call c = {.engine = engine, .document = document, .options = &known};
    status = run(&c, find_quotes);
    *out = c.result;
    return status;
}

void pith_quotes_free(pith_quotes *quotes)
{
    if (quotes)
        free_in_own(&quotes->arena);
}

const pith_quote *pith_quotes_items(const pith_quotes *quotes, size_t *count)
{
    *count = quotes->quote.count;
    return quotes->quote.items;
}

const pith_speaker *pith_quotes_speakers(const pith_quotes *quotes, size_t *count)
{
    *count = quotes->speaker.count;
    return quotes->speaker.items;
}

/* ---- output ---- */

static void write_output(call *c)
{
    pith__write_function *const *writer = c->choice;
    pith_output *output = (*writer)(&c->arena, &c->engine->scratch, c->options);
    output->arena = c->arena;
    c->result = output;
}

pith_status pith_output_new(pith_engine *engine, const pith_output_options *options,
                            pith_output **out)
{
    *out = NULL;
    pith_output_options known = {0};
    pith_status status = take_options(engine, options, &known, sizeof known);
    if (status != PITH_OK)
        return status;
    size_t formats;
    pith__write_function *const *writers = pith__writers(&formats);
    if ((size_t)known.format >= formats)
        return fail(engine, PITH_BAD_OPTION, "format is none of pith_format");
    if ((unsigned)known.unit > PITH_UTF16)
        return fail(engine, PITH_BAD_OPTION, "unit is none of pith_unit");
    if (!known.document)
        return fail(engine, PITH_BAD_OPTION, "an output needs its document");
    call c = {.engine = engine, .options = &known, .choice = &writers[known.format]};
    status = run(&c, write_output);
    *out = c.result;
    return status;
}

void pith_output_free(pith_output *output)
{
    if (output)
        free_in_own(&output->arena);
}

const char *pith_output_bytes(const pith_output *output, size_t *length)
{
    *length = output->length;
    return output->bytes;
}

/* ---- about the library ---- */

const char *pith_version(void)
{
    return PITH_VERSION;
}

const char *pith_status_text(pith_status status)
{
    static const char *const texts[] = {"done", "memory ran out", "too large", "bad option",
                                        "unknown language"};
    return (size_t)status < sizeof texts / sizeof *texts ? texts[status] : "unknown status";
}
