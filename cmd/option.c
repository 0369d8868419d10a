#include "option.h"

#include <stdlib.h>
#include <string.h>

#include "value.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- setters of a field of args ---- */

static void *place_of(args *a, const option *o)
{
    return (char *)a + o->place;
}

static const char *set_flag(args *a, const option *o, const char *value)
{
    (void)value;
    *(bool *)place_of(a, o) = true;
    return NULL;
}

static const char *set_word(args *a, const option *o, const char *value)
{
    *(const char **)place_of(a, o) = value;
    return *value ? NULL : "has to have at least one letter";
}

static const char *set_number(args *a, const option *o, const char *value)
{
    return value_whole(value, place_of(a, o));
}

/* All enumerations of args are in the order of their names. */
static const char *set_choice(args *a, const option *o, const char *value)
{
    int chosen = value_choice(value, o->values);
    unsigned number = (unsigned)chosen;
    memcpy(place_of(a, o), &number, sizeof number);
    return chosen < 0 ? "" : NULL;
}

static const char *set_name(args *a, const option *o, const char *value)
{
    size_t count;
    const char *const *names = o->names(&count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(value, names[i]) == 0) {
            *(const char **)place_of(a, o) = names[i];
            return NULL;
        }
    }
    return "";
}

static const char *set_pattern(args *a, const option *o, const char *value)
{
    return patterns_add(place_of(a, o), value) ? NULL : "found no memory";
}

/* ---- setters with a mind of their own ---- */

static const char *set_ratio(args *a, const option *o, const char *value)
{
    (void)o;
    const char *end;
    double share = value_decimal(value, &end);
    if (strcmp(end, "%") == 0)
        share /= 100;
    else if (*end)
        share = -1;
    if (!(share > 0 && share <= 1))
        return "has to be a share of the words such as 20% or 0.2";
    a->summary.ratio = share;
    return NULL;
}

static const char *set_kinds(args *a, const option *o, const char *value)
{
    static const char wrong[] = "has to be one or more of direct,mixed,indirect, or all";
    a->quotes.kinds = 0;
    for (const char *p = value;; p++) {
        char word[16];
        size_t length = strcspn(p, ",");
        if (length >= sizeof word)
            return wrong;
        memcpy(word, p, length);
        word[length] = 0;
        int kind = value_choice(word, o->values);
        if (kind < 0)
            return wrong;
        a->quotes.kinds |= kind == 3 ? PITH_DIRECT | PITH_MIXED | PITH_INDIRECT : 1u << kind;
        p += length;
        if (!*p)
            return NULL;
    }
}

static const char *set_min_confidence(args *a, const option *o, const char *value)
{
    (void)o;
    const char *end;
    double least = value_decimal(value, &end);
    if (*end || !(least > 0 && least <= 1))
        return "has to be a number above 0, up to 1, such as 0.8";
    a->quotes.min_confidence = least;
    return NULL;
}

static const char *set_marked(args *a, const option *o, const char *value)
{
    (void)o;
    (void)value;
    a->quotes.marked = 1;
    return NULL;
}

static const char *set_lang(args *a, const option *o, const char *value)
{
    return set_name(a, o, value) ? "has to be the two-letter code of a language that pith has data "
                                   "for, such as en; the man page lists them"
                                 : NULL;
}

static const char *set_context(args *a, const option *o, const char *value)
{
    (void)o;
    (void)value;
    a->summary.context = 1;
    return NULL;
}

static const char *set_json(args *a, const option *o, const char *value)
{
    (void)value;
    a->format = o->name[4] ? AS_JSONL : AS_JSON;
    return NULL;
}

static const char *set_shard(args *a, const option *o, const char *value)
{
    (void)o;
    return value_shard(value, &a->selection.shard, &a->selection.shards);
}

static const char *set_max_record(args *a, const option *o, const char *value)
{
    (void)o;
    return value_bytes(value, &a->max_record);
}

static const char *set_max_time(args *a, const option *o, const char *value)
{
    (void)o;
    const char *end;
    a->max_time = value_decimal(value, &end);
    return *end || !(a->max_time > 0) ? "has to be a number of seconds, such as 2 or 0.5" : NULL;
}

static const char *set_output(args *a, const option *o, const char *value)
{
    (void)o;
    if (!*value)
        return "has to be the path of a file or a directory";
    a->output = strcmp(value, "-") == 0 ? NULL : value;
    return NULL;
}

static const char *set_jobs(args *a, const option *o, const char *value)
{
    enum { MOST = 256 };
    uint32_t number = 0;
    (void)o;
    if (value_whole(value, &number) || number > MOST)
        return "has to be a whole number from 1 to 256";
    a->jobs = number;
    return NULL;
}

static const char *set_completion(args *a, const option *o, const char *value)
{
    a->completion = value;
    return value_choice(value, o->values) < 0 ? "" : NULL;
}

static const char *set_stats(args *a, const option *o, const char *value)
{
    int chosen = value ? value_choice(value, o->values) : 0;
    a->stats = chosen ? STATS_JSON : STATS_TEXT;
    return chosen < 0 ? "" : NULL;
}

/* ---- the tables ---- */

const char *const format_names[] = {"text", "json", "jsonl", "markdown", "html", "csv"};

#define PLACE(field) offsetof(args, field)
#define ONE_EACH (EVERY_COMMAND & ~SPEAKERS) /* those with a result for each document */
#define PARTS (DIGEST | SUMMARY)
#define SPOKEN (DIGEST | QUOTES | SPEAKERS)

const option options[] = {
    {"sentences", 'n', "N", PARTS, "at most N sentences (default: 3)", set_number,
     PLACE(summary.sentences), NULL, NULL},
    {"words", 0, "N", PARTS, "at most N words", set_number, PLACE(summary.words), NULL, NULL},
    {"chars", 0, "N", PARTS, "at most N characters", set_number, PLACE(summary.characters), NULL,
     NULL},
    {"tokens", 0, "N", PARTS, "at most N tokens of a language model, estimated", set_number,
     PLACE(summary.tokens), NULL, NULL},
    {"ratio", 0, "P%", PARTS, "at most P% of the words", set_ratio, 0, NULL, NULL},
    {"method", 0, "NAME", PARTS,
     "how to rank: auto (default), edmundson, kl, lead, lexrank, lexrank-threshold, lsa, luhn, "
     "random, reduction, sumbasic, textrank or tfidf",
     set_name, PLACE(summary.method), NULL, pith_methods},
    {"seed", 0, "N", PARTS, "with --method random, which of its orders (default: 0)", set_number,
     PLACE(summary.seed), NULL, NULL},
    {"query", 0, "WORDS", PARTS, "what the summary shall be about", set_word, PLACE(summary.query),
     NULL, NULL},
    {"context", 0, NULL, PARTS, "bring along what a sentence that opens with He or But leans on",
     set_context, 0, NULL, NULL},
    {"merge", 0, NULL, SUMMARY | KEYWORDS, "one result for all inputs together", set_flag,
     PLACE(merge), NULL, NULL},
    {"title", 0, "TEXT", PARTS, "the title, where the input has none of its own", set_word,
     PLACE(title), NULL, NULL},
    {"kinds", 0, "LIST", SPOKEN, "which of direct,mixed,indirect, or all (default: direct,mixed)",
     set_kinds, 0, "direct mixed indirect all", NULL},
    {"min-confidence", 0, "X", SPOKEN, "name no speaker less sure than X, 0 to 1 (default: 0.68)",
     set_min_confidence, 0, NULL, NULL},
    {"marked", 0, NULL, DIGEST | QUOTES,
     "list what stands in marks and is no speech, with its class", set_marked, 0, NULL, NULL},
    {"count", 'k', "N", KEYWORDS | SPEAKERS, "at most N keywords (default: 10) or speakers",
     set_number, PLACE(count), NULL, NULL},
    {"explain", 0, NULL, SENTENCES | QUOTES | PARTS,
     "why sentences end there, how they scored, why speakers are who they are", set_flag,
     PLACE(explain), NULL, NULL},
    {"lang", 0, "CODE", EVERY_COMMAND, "the language, such as en (default: detected)", set_lang,
     PLACE(language), NULL, pith_languages},
    {"stopwords", 0, "FILE", PARTS | KEYWORDS,
     "words that tell nothing, instead of the built-in list", set_word, PLACE(stopwords), NULL,
     NULL},
    {"from", 0, "KIND", EVERY_COMMAND, "auto (by file name), text, markdown, html, json or jsonl",
     set_choice, PLACE(selection.from), "auto text markdown html json jsonl", NULL},
    {"encoding", 0, "NAME", EVERY_COMMAND, "what the input is written in (default: found out)",
     set_word, PLACE(encoding), NULL, NULL},
    {"id-field", 0, "NAME", EVERY_COMMAND, "the field of a record that is its id (default: id)",
     set_word, PLACE(fields.id), NULL, NULL},
    {"text-field", 0, "NAME", EVERY_COMMAND, "the one that is its text (default: text)", set_word,
     PLACE(fields.text), NULL, NULL},
    {"title-field", 0, "NAME", EVERY_COMMAND, "the one that is its title (default: title)",
     set_word, PLACE(fields.title), NULL, NULL},
    {"lang-field", 0, "NAME", EVERY_COMMAND, "the one that is its language (default: lang)",
     set_word, PLACE(fields.language), NULL, NULL},
    {"pass-through", 0, NULL, ONE_EACH, "results in JSON keep a record's other fields", set_flag,
     PLACE(pass_through), NULL, NULL},
    {"max-record", 0, "BYTES", EVERY_COMMAND, "refuse larger documents (default: 4G)",
     set_max_record, 0, NULL, NULL},
    {"max-sentences", 0, "N", EVERY_COMMAND, "read the first N sentences of a document only",
     set_number, PLACE(max_sentences), NULL, NULL},
    {"max-time", 0, "SECONDS", EVERY_COMMAND, "read as much of a document as this time allows",
     set_max_time, 0, NULL, NULL},
    {"files", 0, "LIST", EVERY_COMMAND, "a file of inputs, one a line; - is standard input",
     set_word, PLACE(selection.files), NULL, NULL},
    {"null", '0', NULL, EVERY_COMMAND, "the list has NUL between its names, as of find -print0",
     set_flag, PLACE(selection.nul_between), NULL, NULL},
    {"include", 0, "PATTERN", EVERY_COMMAND, "of directories and lists, only such files",
     set_pattern, PLACE(selection.include), NULL, NULL},
    {"exclude", 0, "PATTERN", EVERY_COMMAND, "of directories and lists, no such files", set_pattern,
     PLACE(selection.exclude), NULL, NULL},
    {"shard", 0, "I/N", EVERY_COMMAND, "only the I-th of N equal parts of the inputs", set_shard, 0,
     NULL, NULL},
    {"format", 0, "NAME", EVERY_COMMAND,
     "text (default), json, jsonl, markdown, html; for speakers csv", set_choice, PLACE(format),
     "text json jsonl markdown html csv", NULL},
    {"json", 0, NULL, EVERY_COMMAND, "the same as --format json", set_json, 0, NULL, NULL},
    {"jsonl", 0, NULL, EVERY_COMMAND, "the same as --format jsonl", set_json, 0, NULL, NULL},
    {"offsets", 0, "UNIT", ONE_EACH, "in JSON: codepoint (default), byte or utf16", set_choice,
     PLACE(unit), "codepoint byte utf16", NULL},
    {"with-text", 0, NULL, ONE_EACH, "in JSON: the text that the offsets count in", set_flag,
     PLACE(with_text), NULL, NULL},
    {"color", 0, "WHEN", ONE_EACH, "auto (default: on a terminal), always or never", set_choice,
     PLACE(color), "auto always never", NULL},
    {"output", 'o', "PATH", EVERY_COMMAND, "a file for one input, a directory for many", set_output,
     0, NULL, NULL},
    {"resume", 0, NULL, ONE_EACH, "with -o DIRECTORY, leave out what is done already", set_flag,
     PLACE(resume), NULL, NULL},
    {"jobs", 'j', "N", EVERY_COMMAND, "threads (default: one a processor)", set_jobs, 0, NULL,
     NULL},
    {"keep-going", 0, NULL, EVERY_COMMAND, "bad records do not change the exit code", set_flag,
     PLACE(keep_going), NULL, NULL},
    {"strict", 0, NULL, EVERY_COMMAND, "stop at the first record or file that fails", set_flag,
     PLACE(strict), NULL, NULL},
    {"failures", 0, "FILE", EVERY_COMMAND, "list what failed there, as JSON lines", set_word,
     PLACE(failures), NULL, NULL},
    {"stats", 0, "[=json]", EVERY_COMMAND, "at the end, how much of what, and how fast", set_stats,
     0, "text json", NULL},
    {"quiet", 'q', NULL, EVERY_COMMAND, "no progress bar", set_flag, PLACE(quiet), NULL, NULL},
    {"completion", 0, "SHELL", EVERY_COMMAND, "print completions for bash, zsh or fish",
     set_completion, 0, "bash zsh fish", NULL},
    {"help", 'h', NULL, EVERY_COMMAND, "this text; with a subcommand, its own", NULL, 0, NULL,
     NULL},
    {"version", 'V', NULL, EVERY_COMMAND, "the version", NULL, 0, NULL, NULL},
};
const size_t option_count = COUNT(options);

const command_entry commands[] = {
    {DIGEST, "digest", "a summary and the quotations with their speakers (default)",
     "  pith article.txt                          what it says, and who is quoted\n"
     "  pith < article.txt                        the same from standard input\n"
     "  pith --json article.txt | jq .quotes      for other programs\n"
     "  pith articles/ -o digests/                a directory; the tree is mirrored\n"
     "  pith --jsonl --from jsonl < many.jsonl    a record a line in, a record a line out\n"},
    {SUMMARY, "summary", "the sentences that stand for the text",
     "  pith summary article.txt                  three sentences\n"
     "  pith summary --words 60 article.txt       as many as fit into 60 words\n"
     "  pith summary -n5 --chars 500 article.txt  five, if they fit into 500 characters\n"},
    {QUOTES, "quotes", "who said what",
     "  pith quotes article.txt                   what stands in quotation marks\n"
     "  pith quotes --kinds all article.txt       and what is reported without them\n"
     "  pith quotes --json article.txt | jq -r '.speakers[].name'\n"},
    {SENTENCES, "sentences", "all sentences, one a line",
     "  pith sentences article.txt                one a line\n"
     "  pith sentences --json --offsets byte article.txt\n"},
    {KEYWORDS, "keywords", "the words that tell most, with how often they stand in the text",
     "  pith keywords article.txt                 ten of them\n"
     "  pith keywords -k 25 articles/\n"},
    {SPEAKERS, "speakers", "who is quoted how much, over all inputs together",
     "  pith speakers articles/                   a table, the most quoted first\n"
     "  pith speakers --format csv many.jsonl     for a spreadsheet\n"
     "  pith speakers -k 20 --json articles/      the first twenty, for other programs\n"},
};
const size_t command_count = COUNT(commands);
