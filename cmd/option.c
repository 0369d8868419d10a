#include "option.h"

#include <stdlib.h>
#include <string.h>

/* ---- values ---- */

static const char *whole(const char *value, uint32_t *number)
{
    uint64_t sum = 0;
    const char *p = value;
    for (; *p >= '0' && *p <= '9' && sum < UINT32_MAX; p++)
        sum = sum * 10 + (uint64_t)(*p - '0');
    if (p == value || *p || sum < 1 || sum >= UINT32_MAX)
        return "has to be a whole number, 1 or more";
    *number = (uint32_t)sum;
    return NULL;
}

/* Digits with at most one point, as in 0.25; -1 if it is anything else. *end is what follows. */
static double decimal(const char *value, const char **end)
{
    size_t length = strspn(value, "0123456789.");
    char *stop;
    double number = strtod(value, &stop);
    *end = value + length;
    return length && stop == *end ? number : -1;
}

static const char *choice(const char *value, const char *const *names, size_t count, size_t *chosen)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(value, names[i]) == 0) {
            *chosen = i;
            return NULL;
        }
    }
    return "";
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- setters ---- */

static const char *set_sentences(args *a, const char *value)
{
    return whole(value, &a->summary.sentences);
}

static const char *set_words(args *a, const char *value)
{
    return whole(value, &a->summary.words);
}

static const char *set_chars(args *a, const char *value)
{
    return whole(value, &a->summary.characters);
}

static const char *set_tokens(args *a, const char *value)
{
    return whole(value, &a->summary.tokens);
}

static const char *set_ratio(args *a, const char *value)
{
    const char *end;
    double share = decimal(value, &end);
    if (strcmp(end, "%") == 0)
        share /= 100;
    else if (*end)
        share = -1;
    if (!(share > 0 && share <= 1))
        return "has to be a share of the words such as 20% or 0.2";
    a->summary.ratio = share;
    return NULL;
}

static const char *set_method(args *a, const char *value)
{
    size_t count, chosen;
    const char *const *names = pith_methods(&count);
    if (choice(value, names, count, &chosen))
        return "has to be auto, lead, lexrank, textrank or tfidf";
    a->summary.method = names[chosen];
    return NULL;
}

static const char *set_count(args *a, const char *value)
{
    return whole(value, &a->keywords);
}

static const char *set_kinds(args *a, const char *value)
{
    static const struct {
        const char *name;
        uint32_t kinds;
    } kinds[] = {{"direct", PITH_DIRECT},
                 {"mixed", PITH_MIXED},
                 {"indirect", PITH_INDIRECT},
                 {"all", PITH_DIRECT | PITH_MIXED | PITH_INDIRECT}};
    a->quotes.kinds = 0;
    for (const char *p = value;; p++) {
        size_t length = strcspn(p, ","), i = 0;
        while (i < COUNT(kinds) &&
               (strlen(kinds[i].name) != length || strncmp(kinds[i].name, p, length) != 0))
            i++;
        if (i == COUNT(kinds))
            return "has to be one or more of direct,mixed,indirect, or all";
        a->quotes.kinds |= kinds[i].kinds;
        p += length;
        if (!*p)
            return NULL;
    }
}

static const char *set_min_confidence(args *a, const char *value)
{
    const char *end;
    double least = decimal(value, &end);
    if (*end || !(least > 0 && least <= 1))
        return "has to be a number above 0, up to 1, such as 0.8";
    a->quotes.min_confidence = least;
    return NULL;
}

static const char *set_explain(args *a, const char *value)
{
    (void)value;
    a->explain = true;
    return NULL;
}

static const char *set_lang(args *a, const char *value)
{
    size_t count, chosen;
    const char *const *codes = pith_languages(&count);
    if (choice(value, codes, count, &chosen))
        return "has to be the two-letter code of a language that pith has data for, such as en; "
               "the man page lists them";
    a->language = codes[chosen];
    return NULL;
}

static const char *set_stopwords(args *a, const char *value)
{
    a->stopwords = value;
    return NULL;
}

static const char *set_title(args *a, const char *value)
{
    a->title = value;
    return NULL;
}

static const char *set_format(args *a, const char *value)
{
    static const char *const names[] = {"text", "json", "jsonl"}; /* by pith_format */
    size_t chosen;
    if (choice(value, names, COUNT(names), &chosen))
        return "has to be text, json or jsonl";
    a->format = (pith_format)chosen;
    return NULL;
}

static const char *set_json(args *a, const char *value)
{
    (void)value;
    a->format = PITH_JSON;
    return NULL;
}

static const char *set_jsonl(args *a, const char *value)
{
    (void)value;
    a->format = PITH_JSONL;
    return NULL;
}

static const char *set_offsets(args *a, const char *value)
{
    static const char *const names[] = {"codepoint", "byte", "utf16"}; /* by pith_unit */
    size_t chosen;
    if (choice(value, names, COUNT(names), &chosen))
        return "has to be codepoint, byte or utf16";
    a->unit = (pith_unit)chosen;
    return NULL;
}

static const char *set_from(args *a, const char *value)
{
    static const char *const names[] = {"auto", "text", "jsonl"}; /* by origin */
    size_t chosen;
    if (choice(value, names, COUNT(names), &chosen))
        return "has to be auto, text or jsonl";
    a->from = (origin)chosen;
    return NULL;
}

static const char *set_output(args *a, const char *value)
{
    if (!*value)
        return "has to be the path of a file or a directory";
    a->output = strcmp(value, "-") == 0 ? NULL : value;
    return NULL;
}

static const char *set_jobs(args *a, const char *value)
{
    enum { MOST = 256 };
    uint32_t number = 0;
    if (whole(value, &number) || number > MOST)
        return "has to be a whole number from 1 to 256";
    a->jobs = number;
    return NULL;
}

static const char *set_keep_going(args *a, const char *value)
{
    (void)value;
    a->keep_going = true;
    return NULL;
}

static const char *set_strict(args *a, const char *value)
{
    (void)value;
    a->strict = true;
    return NULL;
}

static const char *set_quiet(args *a, const char *value)
{
    (void)value;
    a->quiet = true;
    return NULL;
}

/* ---- the tables ---- */

const option options[] = {
    {"sentences", 'n', "N", DIGEST | SUMMARY, "at most N sentences (default: 3)", set_sentences},
    {"words", 0, "N", DIGEST | SUMMARY, "at most N words", set_words},
    {"chars", 0, "N", DIGEST | SUMMARY, "at most N characters", set_chars},
    {"tokens", 0, "N", DIGEST | SUMMARY, "at most N tokens of a language model, estimated",
     set_tokens},
    {"ratio", 0, "P%", DIGEST | SUMMARY, "at most P% of the words", set_ratio},
    {"method", 0, "NAME", DIGEST | SUMMARY,
     "how to rank: auto (default), lead, lexrank, textrank, tfidf", set_method},
    {"title", 0, "TEXT", DIGEST | SUMMARY, "the title, where the input has none of its own",
     set_title},
    {"kinds", 0, "LIST", DIGEST | QUOTES,
     "which of direct,mixed,indirect, or all (default: direct,mixed)", set_kinds},
    {"min-confidence", 0, "X", DIGEST | QUOTES,
     "name no speaker less sure than X, 0 to 1 (default: 0.5)", set_min_confidence},
    {"count", 'k', "N", KEYWORDS, "at most N keywords (default: 10)", set_count},
    {"explain", 0, NULL, SENTENCES, "why each place is the end of a sentence or none", set_explain},
    {"lang", 0, "CODE", EVERY_COMMAND, "the language, such as en (default: detected)", set_lang},
    {"stopwords", 0, "FILE", DIGEST | SUMMARY | KEYWORDS,
     "words that tell nothing, instead of the built-in list", set_stopwords},
    {"from", 0, "KIND", EVERY_COMMAND,
     "the input is text, jsonl, or auto: jsonl by file name (default: auto)", set_from},
    {"format", 0, "NAME", EVERY_COMMAND, "text (default), json or jsonl", set_format},
    {"json", 0, NULL, EVERY_COMMAND, "the same as --format json", set_json},
    {"jsonl", 0, NULL, EVERY_COMMAND, "the same as --format jsonl", set_jsonl},
    {"offsets", 0, "UNIT", EVERY_COMMAND, "in JSON: codepoint (default), byte or utf16",
     set_offsets},
    {"output", 'o', "PATH", EVERY_COMMAND, "a file for one input, a directory for many",
     set_output},
    {"jobs", 'j', "N", EVERY_COMMAND, "threads (default: one a processor)", set_jobs},
    {"keep-going", 0, NULL, EVERY_COMMAND, "bad records do not change the exit code",
     set_keep_going},
    {"strict", 0, NULL, EVERY_COMMAND, "stop at the first record or file that fails", set_strict},
    {"quiet", 'q', NULL, EVERY_COMMAND, "no progress bar", set_quiet},
    {"help", 'h', NULL, EVERY_COMMAND, "this text; with a subcommand, its own", NULL},
    {"version", 'V', NULL, EVERY_COMMAND, "the version", NULL},
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
     "  pith sentences --explain article.txt      and why they end where they do\n"
     "  pith sentences --json --offsets byte article.txt\n"},
    {KEYWORDS, "keywords", "the words that tell most, with how often they stand in the text",
     "  pith keywords article.txt                 ten of them\n"
     "  pith keywords -k 25 articles/\n"},
};
const size_t command_count = COUNT(commands);
