/* pith.h - the heart of a text, and who said what in it.
 *
 * pith reads an article and gives back a short extractive summary, every sentence of it a
 * byte-exact piece of the source, its keywords, and the list of its quotations with the speaker of
 * each.
 *
 *     pith_engine *engine;
 *     pith_document *document;
 *     pith_quotes *quotes;
 *     pith_engine_new(NULL, &engine);
 *     if (pith_document_new(engine, bytes, length, NULL, &document) != PITH_OK)
 *         fprintf(stderr, "%s\n", pith_engine_message(engine));
 *     pith_quotes_new(engine, document, NULL, &quotes);
 *
 * Text
 *
 * Documents come in as UTF-8 (with or without a byte order mark) or as UTF-16 with a byte order
 * mark; bytes that are no text become U+FFFD. All text that comes out is valid UTF-8. Line ends
 * stay as they came in; a byte order mark is not part of the document.
 *
 * Offsets
 *
 * Half-open, counted in bytes of the decoded document (pith_document_text), always on character
 * boundaries. pith_document_offset turns them into code points or UTF-16 units. Nothing is
 * rewritten: a span of the document is what the author wrote.
 *
 * Errors
 *
 * Every call that can fail returns a pith_status; the engine keeps a message for the caller's
 * user. After an error *out is NULL and the engine is ready for the next call.
 *
 * Ownership
 *
 * What arrives through `out` belongs to the caller, who frees it with the _free function of its
 * type (NULL is allowed); objects may be freed in any order. What a function returns belongs to the
 * object that was asked and lives as long as it does. Arguments are copied; none is kept.
 *
 * Threads
 *
 * An engine serves one thread at a time; use one for each thread. Documents, summaries, keyword
 * lists, quotes and outputs never change once made and may be read from many threads. There is no
 * state outside these objects.
 *
 * Surroundings
 *
 * The locale, the environment, the file system and the network are never consulted. Results depend
 * on nothing but the document and the options: same in, same out.
 *
 * Options
 *
 * Every options struct begins with its own size: `pith_summary_options o = {.size = sizeof o};`. A
 * field of zero is the default, NULL options are all defaults; later versions only append fields.
 */
#ifndef PITH_H
#define PITH_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(_WIN32)
#define PITH_API
#else
#define PITH_API __attribute__((visibility("default")))
#endif

/* The number of bytes a decoded document may have at most: 4 GiB less one. */
#define PITH_TEXT_MAX UINT32_MAX

/* "This has no number": an unknown speaker, no limit. */
#define PITH_NONE UINT32_MAX

typedef enum pith_status {
    PITH_OK = 0,
    PITH_NO_MEMORY = 1,   /* memory ran out; nothing was made */
    PITH_TOO_LARGE = 2,   /* more than PITH_TEXT_MAX bytes, or a count passed a limit */
    PITH_BAD_OPTION = 3,  /* an option is out of its range; the message names it */
    PITH_BAD_LANGUAGE = 4 /* the language code is not one of pith_languages() */
} pith_status;

typedef struct pith_engine pith_engine;
typedef struct pith_document pith_document;
typedef struct pith_summary pith_summary;
typedef struct pith_keywords pith_keywords;
typedef struct pith_quotes pith_quotes;
typedef struct pith_output pith_output;

/* A piece of a document: bytes start to end, end not included. Empty (start == end) where there is
 * nothing to name. */
typedef struct pith_span {
    uint32_t start, end;
} pith_span;

/* ---- about the library ---- */

/* The version, "1.2.3". */
PITH_API const char *pith_version(void);

/* A short English text for a status; never NULL. */
PITH_API const char *pith_status_text(pith_status status);

/* The codes (ISO 639-1) of the languages that have data of their own, sorted; *count of them. Texts
 * in other languages work as well: they are split and ranked without stop words and stems. */
PITH_API const char *const *pith_languages(size_t *count);

/* The names of the ranking methods, "auto" first; *count of them. */
PITH_API const char *const *pith_methods(size_t *count);

/* ---- engine ---- */

typedef struct pith_engine_options {
    size_t size;
    const char *stopwords; /* words separated by white space, used instead of the list of every
                              language; # begins a comment */
    size_t stopwords_length;
} pith_engine_options;

/* Makes an engine: language data, caches and scratch memory. Language data is read when a document
 * first needs it. */
PITH_API pith_status pith_engine_new(const pith_engine_options *options, pith_engine **out);
PITH_API void pith_engine_free(pith_engine *engine);

/* What went wrong in the last call that failed with this engine, one line of English without a
 * newline; "" if none did. It is valid until the next call with the engine. */
PITH_API const char *pith_engine_message(const pith_engine *engine);

/* ---- document ---- */

/* A text among several that are read as one document. */
typedef struct pith_part {
    size_t start;     /* its first byte among those given to pith_document_new */
    const char *name; /* UTF-8, NUL-terminated, or NULL: what the outputs call it */
} pith_part;

typedef struct pith_document_options {
    size_t size;
    const char *language; /* a code of pith_languages(), or NULL: detected from the text */
    const char
        *title; /* UTF-8, NUL-terminated, or NULL: sentences that share words with it rank higher */
    uint32_t explain; /* 1: remember why each place where a sentence might end is an end or none; an
                         output that lists the sentences then tells it */
    /* Several texts as one: part_count of them, the first from byte 0, each up to the next. Each is
     * decoded for itself, they are joined by an empty line, and places in a text, such as its first
     * sentence, are counted in each anew. */
    const pith_part *parts;
    size_t part_count;
} pith_document_options;

/* Reads a text: decodes it and finds its paragraphs, sentences and words. bytes need no NUL at the
 * end; length may be 0. */
PITH_API pith_status pith_document_new(pith_engine *engine, const char *bytes, size_t length,
                                       const pith_document_options *options, pith_document **out);
PITH_API void pith_document_free(pith_document *document);

/* The decoded text, *length bytes of valid UTF-8 with a NUL behind them. */
PITH_API const char *pith_document_text(const pith_document *document, size_t *length);

/* The title it was given, or NULL. */
PITH_API const char *pith_document_title(const pith_document *document);

/* The code of its language, given or detected; "und" when neither told. */
PITH_API const char *pith_document_language(const pith_document *document);

typedef struct pith_counts {
    size_t bytes, paragraphs, sentences, words;
} pith_counts;

PITH_API pith_counts pith_document_counts(const pith_document *document);

/* A sentence. Sentences are in order, do not overlap, and neither begin nor end with white space.
 */
typedef struct pith_sentence {
    pith_span span;
    uint32_t paragraph; /* counted from 0 */
    uint32_t heading;   /* 1 for a line that is a heading, else 0 */
} pith_sentence;

PITH_API const pith_sentence *pith_document_sentences(const pith_document *document, size_t *count);

typedef enum pith_unit { PITH_CODEPOINT = 0, PITH_BYTE = 1, PITH_UTF16 = 2 } pith_unit;

/* The byte offset of a document (at most its length) in another unit. Constant time. */
PITH_API size_t pith_document_offset(const pith_document *document, size_t byte, pith_unit unit);

/* ---- summary ---- */

typedef struct pith_summary_options {
    size_t size;
    const char *method; /* a name of pith_methods(); NULL is "auto" */
    /* Limits; 0 is none, all that are given hold together. Without any, three sentences. Only a
     * limit that is smaller than every sentence of the text makes the summary shorter than a
     * sentence: then the best one is cut at a word, and marked so. */
    uint32_t sentences;
    uint32_t words;      /* as pith_counts counts them */
    uint32_t characters; /* code points of pith_summary_text */
    uint32_t tokens;     /* of a language model, estimated from above: see pith_summary_text */
    double ratio;        /* share of the document's words, 0 to 1 */
    uint32_t seed;       /* of the method "random" */
    const char *query; /* UTF-8, NUL-terminated, or NULL: words that the summary shall be about; for
                          the methods "auto", "lexrank" and "textrank" only */
    uint32_t context;  /* 1: a sentence that opens with "He" or "But" may bring the one before it
                          along; else it is picked only where that one is */
    uint32_t explain;  /* 1: remember what each sentence of the document scored, and why; JSON and
                          text then tell it */
} pith_summary_options;

/* Picks the sentences that stand for the document. A document with any word in it never has an
 * empty summary. */
PITH_API pith_status pith_summary_new(pith_engine *engine, const pith_document *document,
                                      const pith_summary_options *options, pith_summary **out);
PITH_API void pith_summary_free(pith_summary *summary);

/* One piece of a summary: a sentence of the document, or several that one quotation binds together.
 */
typedef struct pith_pick {
    uint32_t sentence; /* number of its first sentence */
    uint32_t cut;   /* 1 when the piece was cut to fit a limit smaller than any sentence, else 0 */
    pith_span span; /* what of the document it is, without a dateline */
    double score;   /* finite; comparable within one summary */
    uint32_t rank;  /* when it was picked, the first one 1 */
    const char
        *source; /* the name of its part, "" for one without; NULL for a document of one text */
} pith_pick;

/* The pieces in the order of the document. */
PITH_API const pith_pick *pith_summary_picks(const pith_summary *summary, size_t *count);

/* The pieces joined by one space, line ends inside them turned into spaces: *length bytes of UTF-8
 * with a NUL behind. Limits count this text. Language-model tokens are estimated as one for each 4
 * bytes of a word or part of it, and one for each mark. */
PITH_API const char *pith_summary_text(const pith_summary *summary, size_t *length);

/* The method that ranked, by name. */
PITH_API const char *pith_summary_method(const pith_summary *summary);

/* ---- keywords ---- */

typedef struct pith_keyword {
    const char *text; /* the form that the document uses most, NUL-terminated */
    double weight;    /* 0 to 1, the first one has 1 */
    uint32_t count;   /* how often any form of it stands in the document */
} pith_keyword;

/* The most telling words, at most `most` of them (0: ten), the best first. */
PITH_API pith_status pith_keywords_new(pith_engine *engine, const pith_document *document,
                                       uint32_t most, pith_keywords **out);
PITH_API void pith_keywords_free(pith_keywords *keywords);
PITH_API const pith_keyword *pith_keywords_items(const pith_keywords *keywords, size_t *count);

/* ---- quotes ---- */

typedef enum pith_kind {
    PITH_DIRECT = 1,  /* all of it inside quotation marks, after a dialogue dash or the label of a
                         transcript */
    PITH_MIXED = 2,   /* reported in the author's words, with a part inside marks */
    PITH_INDIRECT = 4 /* reported without marks */
} pith_kind;

typedef struct pith_quotes_options {
    size_t size;
    uint32_t kinds; /* pith_kind values or'ed together; 0 is PITH_DIRECT | PITH_MIXED. English
                       sentences without marks are read for PITH_INDIRECT alone; who spoke in them
                       may then tell who said what stands in marks elsewhere */
    double min_confidence; /* a speaker below it is given as unknown; 0 is the default, 0.68, or
                              0.5 in a conversation as novels print them */
    uint32_t marked;  /* 1: outputs list as well what stands in marks and is no speech, with its
                         class: fragment, scare, title, nickname, term */
    uint32_t explain; /* 1: outputs tell for each quotation who else was considered, and why */
} pith_quotes_options;

typedef struct pith_quote {
    pith_kind kind;
    uint32_t span_count; /* 1 or more: the pieces of an interrupted or multi-paragraph quotation */
    const pith_span *spans; /* in order, without their quotation marks */
    uint32_t sentence;      /* the sentence in which it begins */
    uint32_t speaker;       /* number of the speaker, or PITH_NONE: unknown */
    pith_span mention; /* the words that name the speaker here ("She"), empty if none is likelier
                          than not; they may be likely where it is not sure enough whom they mean:
                          "the company" */
    pith_span cue;     /* the word that says it is said ("saying"), empty if none */
    double confidence; /* 0 to 1: how likely the speaker is right; without one, the mention */
    const char *rule;  /* which evidence decided, a short name of those in pith(1) */
} pith_quote;

typedef struct pith_speaker {
    const char *name;        /* the fullest form that the document uses, NUL-terminated */
    const char *description; /* a role or affiliation ("Peruvian President"), or NULL */
    uint32_t alias_count;
    const char *const
        *aliases;    /* other forms by which the document names the speaker; no pronouns */
    uint32_t quotes; /* how many of the quotes are the speaker's */
    uint32_t words;  /* and how many words these have */
} pith_speaker;

/* Finds the quotations and their speakers. The speaker of a quote is unknown rather than guessed.
 */
PITH_API pith_status pith_quotes_new(pith_engine *engine, const pith_document *document,
                                     const pith_quotes_options *options, pith_quotes **out);
PITH_API void pith_quotes_free(pith_quotes *quotes);

/* The quotes in the order of the document. */
PITH_API const pith_quote *pith_quotes_items(const pith_quotes *quotes, size_t *count);

/* The speakers of these quotes in the order in which they first speak; quote.speaker is an index
 * into them. */
PITH_API const pith_speaker *pith_quotes_speakers(const pith_quotes *quotes, size_t *count);

/* ---- output ---- */

typedef enum pith_format {
    PITH_TEXT = 0,
    PITH_JSON = 1,     /* one document, indented */
    PITH_JSONL = 2,    /* one document on one line */
    PITH_MARKDOWN = 3, /* CommonMark; what the text has of its marks is escaped */
    PITH_HTML = 4      /* an <article> element, to be put into a page */
} pith_format;

/* What to write: parts that are NULL are left out. All parts must be of this document. */
typedef struct pith_output_options {
    size_t size;
    pith_format format;
    pith_unit unit;                /* of the offsets in JSON, which names it */
    const char *id;                /* a JSON value to be written as it is, or NULL: null */
    const char *source;            /* where the document came from, or NULL */
    const pith_document *document; /* required */
    uint32_t list_sentences;       /* 1: with all sentences of the document */
    const pith_summary *summary;
    const pith_keywords *keywords;
    const pith_quotes *quotes;
    uint32_t with_text; /* 1: JSON has the text of the document, which the offsets index */
    uint32_t color;     /* 1: text has escape sequences (ECMA-48, SGR) that set speakers off */
} pith_output_options;

/* Writes a document's parts. In JSON U+0085, U+2028 and U+2029 are escaped; in the other formats
 * control characters of the source (terminal escapes among them) are replaced by U+FFFD. */
PITH_API pith_status pith_output_new(pith_engine *engine, const pith_output_options *options,
                                     pith_output **out);
PITH_API void pith_output_free(pith_output *output);

/* The bytes written, *length of them, with a NUL behind; they end with a newline. */
PITH_API const char *pith_output_bytes(const pith_output *output, size_t *length);

#ifdef __cplusplus
}
#endif

#endif
