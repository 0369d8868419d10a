/* spec_runner FILE...: runs the golden cases of plain text files; see README.md for their format.
 * Exit 0 if every case of every file passed. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pith.h"

/* ---- strings ---- */

typedef struct text {
    char *bytes; /* NUL-terminated, or NULL while empty */
    size_t length, room;
} text;

static void *grow(void *block, size_t size)
{
    void *grown = realloc(block, size);
    if (!grown) {
        fputs("spec_runner: out of memory\n", stderr);
        exit(2);
    }
    return grown;
}

static void append(text *t, const char *bytes, size_t length)
{
    if (t->length + length + 1 > t->room) {
        t->room = (t->length + length + 1) * 2;
        t->bytes = grow(t->bytes, t->room);
    }
    memcpy(t->bytes + t->length, bytes, length);
    t->length += length;
    t->bytes[t->length] = '\0';
}

static void append_string(text *t, const char *string)
{
    append(t, string, strlen(string));
}

/* Appends with runs of white space as one space. */
static void append_flat(text *t, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        bool blank = strchr(" \t\r\n", bytes[i]) != NULL;
        if (!blank)
            append(t, bytes + i, 1);
        else if (t->length && t->bytes[t->length - 1] != ' ')
            append(t, " ", 1);
    }
}

static const char *string_of(const text *t)
{
    return t->bytes ? t->bytes : "";
}

static void clear(text *t)
{
    t->length = 0;
    if (t->bytes)
        t->bytes[0] = '\0';
}

/* ---- cases ---- */

enum { KEY_MAX = 32 };

typedef struct spec_case {
    const char *file;
    unsigned line;
    char kind[KEY_MAX];
    text title, options; /* options: "lang=de n=2" */
    text input;
    text expected; /* lines */
} spec_case;

typedef struct tally {
    unsigned passed, failed;
} tally;

/* The value of an option, in `out`; false if the case does not give it. */
static bool option(const spec_case *c, const char *key, char out[KEY_MAX])
{
    size_t length = strlen(key);
    for (const char *at = string_of(&c->options); *at;) {
        size_t word = strcspn(at, " ");
        if (word > length && word - length <= KEY_MAX && at[length] == '=' &&
            memcmp(at, key, length) == 0) {
            memcpy(out, at + length + 1, word - length - 1);
            out[word - length - 1] = '\0';
            return true;
        }
        at += word;
        at += strspn(at, " ");
    }
    return false;
}

static double number_option(const spec_case *c, const char *key)
{
    char value[KEY_MAX];
    return option(c, key, value) ? strtod(value, NULL) : 0;
}

/* ---- what pith finds, a line each ---- */

static void must(pith_engine *engine, pith_status status)
{
    if (status == PITH_OK)
        return;
    fprintf(stderr, "spec_runner: %s\n", pith_engine_message(engine));
    exit(2);
}

static void add_line(text *out, const char *bytes, size_t length)
{
    text flat = {0};
    append_flat(&flat, bytes, length);
    append(out, string_of(&flat), flat.length);
    append(out, "\n", 1);
    free(flat.bytes);
}

static void list_sentences(const pith_document *document, text *out)
{
    size_t count;
    const char *bytes = pith_document_text(document, &(size_t){0});
    const pith_sentence *sentences = pith_document_sentences(document, &count);
    for (size_t i = 0; i < count; i++)
        add_line(out, bytes + sentences[i].span.start,
                 sentences[i].span.end - sentences[i].span.start);
}

static void list_summary(pith_engine *engine, const spec_case *c, const pith_document *document,
                         text *out)
{
    pith_summary *summary;
    char method[KEY_MAX], query[KEY_MAX];
    size_t count;
    const char *bytes = pith_document_text(document, &(size_t){0});
    pith_summary_options options = {.size = sizeof options};
    options.method = option(c, "method", method) ? method : NULL;
    options.sentences = (uint32_t)number_option(c, "n");
    options.words = (uint32_t)number_option(c, "words");
    options.characters = (uint32_t)number_option(c, "chars");
    options.tokens = (uint32_t)number_option(c, "tokens");
    options.ratio = number_option(c, "ratio");
    options.query = option(c, "query", query) ? query : NULL;
    options.context = (uint32_t)number_option(c, "context");
    must(engine, pith_summary_new(engine, document, &options, &summary));
    const pith_pick *picks = pith_summary_picks(summary, &count);
    for (size_t i = 0; i < count; i++)
        add_line(out, bytes + picks[i].span.start, picks[i].span.end - picks[i].span.start);
    pith_summary_free(summary);
}

static void list_keywords(pith_engine *engine, const spec_case *c, const pith_document *document,
                          text *out)
{
    pith_keywords *keywords;
    size_t count;
    must(engine, pith_keywords_new(engine, document, (uint32_t)number_option(c, "n"), &keywords));
    const pith_keyword *items = pith_keywords_items(keywords, &count);
    for (size_t i = 0; i < count; i++)
        add_line(out, items[i].text, strlen(items[i].text));
    pith_keywords_free(keywords);
}

static void append_span(text *out, const char *bytes, pith_span span)
{
    append_flat(out, bytes + span.start, span.end - span.start);
}

static void append_speaker(text *out, const pith_speaker *speaker)
{
    append_string(out, speaker->name);
    if (!speaker->description)
        return;
    append_string(out, " (");
    append_string(out, speaker->description);
    append_string(out, ")");
}

/* "direct | Jane Roe (mayor) | she | said | text of the quote … its next piece" */
static void list_quote(const char *bytes, const pith_quote *quote, const pith_speaker *speakers,
                       text *out)
{
    append_string(out, quote->kind == PITH_DIRECT  ? "direct | "
                       : quote->kind == PITH_MIXED ? "mixed | "
                                                   : "indirect | ");
    if (quote->speaker == PITH_NONE)
        append_string(out, "?");
    else
        append_speaker(out, &speakers[quote->speaker]);
    append_string(out, " | ");
    append_span(out, bytes, quote->mention);
    append_string(out, " | ");
    append_span(out, bytes, quote->cue);
    append_string(out, " | ");
    for (uint32_t i = 0; i < quote->span_count; i++) {
        append_string(out, i ? " … " : "");
        append_span(out, bytes, quote->spans[i]);
    }
    append_string(out, "\n");
}

static uint32_t kinds_of(const spec_case *c)
{
    char value[KEY_MAX];
    if (!option(c, "kinds", value))
        return 0;
    if (strcmp(value, "all") == 0)
        return PITH_DIRECT | PITH_MIXED | PITH_INDIRECT;
    return (strstr(value, "mixed") ? (uint32_t)PITH_MIXED : 0) |
           (strstr(value, "indirect") ? (uint32_t)PITH_INDIRECT : 0) |
           (strncmp(value, "direct", 6) == 0 || strstr(value, ",direct") ? (uint32_t)PITH_DIRECT
                                                                         : 0);
}

static void list_quotes(pith_engine *engine, const spec_case *c, const pith_document *document,
                        text *out)
{
    pith_quotes *quotes;
    size_t count;
    const char *bytes = pith_document_text(document, &(size_t){0});
    pith_quotes_options options = {.size = sizeof options, .kinds = kinds_of(c)};
    options.min_confidence = number_option(c, "confidence");
    must(engine, pith_quotes_new(engine, document, &options, &quotes));
    const pith_speaker *speakers = pith_quotes_speakers(quotes, &count);
    const pith_quote *items = pith_quotes_items(quotes, &count);
    for (size_t i = 0; i < count; i++)
        list_quote(bytes, &items[i], speakers, out);
    pith_quotes_free(quotes);
}

static bool is_quotes(const char *kind)
{
    return strcmp(kind, "quotes") == 0 || strcmp(kind, "attribution") == 0;
}

/* What pith makes of the input of a case; false if the kind is unknown. */
static bool answer(pith_engine *engine, const spec_case *c, text *out)
{
    char language[KEY_MAX];
    pith_document *document;
    pith_document_options options = {.size = sizeof options};
    options.language = option(c, "lang", language) ? language : NULL;
    must(engine,
         pith_document_new(engine, string_of(&c->input), c->input.length, &options, &document));
    bool known = true;
    if (strcmp(c->kind, "sentences") == 0)
        list_sentences(document, out);
    else if (strcmp(c->kind, "summary") == 0)
        list_summary(engine, c, document, out);
    else if (strcmp(c->kind, "keywords") == 0)
        list_keywords(engine, c, document, out);
    else if (is_quotes(c->kind))
        list_quotes(engine, c, document, out);
    else
        known = false;
    pith_document_free(document);
    return known;
}

/* ---- comparing ---- */

typedef struct piece {
    const char *bytes;
    size_t length;
} piece;

/* Takes what goes before `mark` off *rest, without the blanks around it. */
static piece take(const char **rest, const char *mark)
{
    const char *found = strstr(*rest, mark);
    piece p = {*rest, found ? (size_t)(found - *rest) : strlen(*rest)};
    *rest += p.length + (found ? strlen(mark) : 0);
    while (p.length && p.bytes[0] == ' ') {
        p.bytes++;
        p.length--;
    }
    while (p.length && p.bytes[p.length - 1] == ' ')
        p.length--;
    return p;
}

static bool same(piece a, piece b)
{
    return a.length == b.length && memcmp(a.bytes, b.bytes, a.length) == 0;
}

static bool unchecked(piece wanted)
{
    return wanted.length == 1 && wanted.bytes[0] == '~';
}

/* A field "Jane Roe" also fits "Jane Roe (mayor)". */
static bool same_speaker(piece wanted, piece got)
{
    if (same(wanted, got) || unchecked(wanted))
        return true;
    return got.length > wanted.length + 2 && memcmp(wanted.bytes, got.bytes, wanted.length) == 0 &&
           memcmp(got.bytes + wanted.length, " (", 2) == 0;
}

static bool same_quote(piece wanted, piece got)
{
    text w = {0}, g = {0};
    append(&w, wanted.bytes, wanted.length);
    append(&g, got.bytes, got.length);
    const char *left = string_of(&w), *right = string_of(&g);
    bool fits = true;
    for (int field = 0; field < 5 && fits; field++) {
        piece a = take(&left, field < 4 ? "|" : "\n"), b = take(&right, field < 4 ? "|" : "\n");
        fits = field == 1 ? same_speaker(a, b) : unchecked(a) || same(a, b);
    }
    free(w.bytes);
    free(g.bytes);
    return fits;
}

static bool begins(piece line, const char *prefix)
{
    size_t length = strlen(prefix);
    return line.length >= length && memcmp(line.bytes, prefix, length) == 0;
}

static bool contains(const char *haystack, piece line, size_t skip)
{
    text needle = {0};
    append_flat(&needle, line.bytes + skip, line.length - skip);
    bool found = strstr(haystack, string_of(&needle)) != NULL;
    free(needle.bytes);
    return found;
}

/* Each plain line of what is wanted against the line of the same number; "has:" and "not:" against
 * all of them. Without any plain line the number of lines is free. */
static bool fits(const spec_case *c, const text *got)
{
    const char *left = string_of(&c->expected), *right = string_of(got);
    bool plain = c->expected.length == 0;
    while (*left) {
        piece wanted = take(&left, "\n");
        if (begins(wanted, "not: ") || begins(wanted, "has: ")) {
            if (contains(string_of(got), wanted, 5) != begins(wanted, "has: "))
                return false;
            continue;
        }
        plain = true;
        if (!*right)
            return false;
        piece line = take(&right, "\n");
        if (!(is_quotes(c->kind) ? same_quote(wanted, line) : same(wanted, line)))
            return false;
    }
    return !plain || !*right;
}

static void show(const char *label, const char *lines)
{
    printf("  %s\n", label);
    while (*lines) {
        piece line = take(&lines, "\n");
        printf("    %.*s\n", (int)line.length, line.bytes);
    }
}

static void run_case(pith_engine *engine, const spec_case *c, tally *total)
{
    text got = {0};
    bool known = answer(engine, c, &got);
    if (known && fits(c, &got)) {
        total->passed++;
    } else {
        total->failed++;
        printf("%s:%u: %s\n", c->file, c->line, string_of(&c->title));
        if (known) {
            show("expected", string_of(&c->expected));
            show("got", string_of(&got));
        } else {
            printf("  no kind \"%s\"\n", c->kind);
        }
    }
    free(got.bytes);
}

/* ---- reading files ---- */

static bool read_file(const char *path, text *out)
{
    FILE *file = fopen(path, "rb");
    char buffer[4096];
    size_t length;
    bool ok = file != NULL;
    while (ok && (length = fread(buffer, 1, sizeof buffer, file)) > 0)
        append(out, buffer, length);
    if (file) {
        ok = ok && !ferror(file);
        (void)fclose(file);
    }
    if (!ok)
        printf("%s: cannot be read\n", path);
    return ok;
}

/* The kind by the name of the file: "tests/spec/quotes-nested.txt" has quotes. */
static void kind_of_file(const char *path, char kind[KEY_MAX])
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    size_t length = strcspn(name, "-.");
    length = length < KEY_MAX ? length : KEY_MAX - 1;
    memcpy(kind, name, length);
    kind[length] = '\0';
}

/* Begins a case with its line "### title [options]". */
static void begin(spec_case *c, const char *path, unsigned number, piece line)
{
    char kind[KEY_MAX];
    clear(&c->title);
    clear(&c->options);
    clear(&c->input);
    clear(&c->expected);
    c->file = path;
    c->line = number;
    line.bytes += 4;
    line.length -= 4;
    size_t length = line.length;
    if (length && line.bytes[length - 1] == ']') {
        while (length && line.bytes[length - 1] != '[')
            length--;
        append(&c->options, line.bytes + length, line.length - length - 1);
        length = length ? length - 1 : 0;
    }
    append(&c->title, line.bytes, length);
    kind_of_file(path, c->kind);
    if (option(c, "kind", kind))
        memcpy(c->kind, kind, sizeof kind);
}

/* Takes the next line off *rest as it is, without its newline. */
static piece next_line(const char **rest)
{
    piece line = {*rest, strcspn(*rest, "\n")};
    *rest += line.length + ((*rest)[line.length] == '\n');
    return line;
}

static bool is_rule(piece line)
{
    return line.length == 3 && memcmp(line.bytes, "---", 3) == 0;
}

static void run_file(pith_engine *engine, const char *path, tally *total)
{
    text file = {0};
    spec_case c = {0};
    enum { HEAD, INPUT, EXPECTED } part = HEAD;
    tally before = *total;
    bool ok = read_file(path, &file);
    const char *rest = string_of(&file);
    for (unsigned number = 1; ok && *rest; number++) {
        piece line = next_line(&rest);
        if (begins(line, "### ")) {
            if (part != HEAD)
                run_case(engine, &c, total);
            begin(&c, path, number, line);
            part = INPUT;
        } else if (part == INPUT && is_rule(line)) {
            part = EXPECTED;
        } else if (part == INPUT) {
            append(&c.input, line.bytes, line.length);
            append(&c.input, "\n", 1);
        } else if (part == EXPECTED && line.length) {
            append(&c.expected, line.bytes, line.length);
            append(&c.expected, "\n", 1);
        }
    }
    if (part != HEAD)
        run_case(engine, &c, total);
    if (total->passed + total->failed == before.passed + before.failed) {
        printf("%s: no cases\n", path);
        total->failed++;
    }
    free(file.bytes);
    free(c.title.bytes);
    free(c.options.bytes);
    free(c.input.bytes);
    free(c.expected.bytes);
}

int main(int argc, char **argv)
{
    tally total = {0};
    pith_engine *engine;
    if (argc < 2) {
        fputs("usage: spec_runner FILE...\n", stderr);
        return 2;
    }
    if (pith_engine_new(NULL, &engine) != PITH_OK)
        return 2;
    for (int i = 1; i < argc; i++)
        run_file(engine, argv[i], &total);
    pith_engine_free(engine);
    printf("%u passed, %u failed\n", total.passed, total.failed);
    return total.failed != 0;
}
