/* The command line: one table of options, from which parsing, checks, help and completions all
 * follow. */
#ifndef PITH_CMD_ARGS_H
#define PITH_CMD_ARGS_H

#include "input.h"
#include "pith.h"
#include "record.h"

/* Exit codes. A signal that ended the run is raised again instead. */
enum {
    EXIT_ALL_DONE = 0,
    EXIT_SOME_FAILED = 1,
    EXIT_USAGE = 2,
    EXIT_NOT_WRITTEN = 3,
    EXIT_NONE_DONE = 4
};

/* Subcommands, a bit each, so that an option can name those that it belongs to. */
typedef enum command {
    DIGEST = 1,
    SUMMARY = 2,
    QUOTES = 4,
    SENTENCES = 8,
    KEYWORDS = 16,
    SPEAKERS = 32,
    EVERY_COMMAND = 63
} command;

/* The library's formats come first and have its numbers. */
typedef enum format {
    AS_TEXT = PITH_TEXT,
    AS_JSON = PITH_JSON,
    AS_JSONL = PITH_JSONL,
    AS_MARKDOWN = PITH_MARKDOWN,
    AS_HTML = PITH_HTML,
    AS_CSV
} format;

static inline bool format_is_json(format f)
{
    return f == AS_JSON || f == AS_JSONL;
}

/* Names by format, and the endings of file names. */
extern const char *const format_names[];
enum { FORMAT_COUNT = AS_CSV + 1 };

typedef enum choice { AUTO, ALWAYS, NEVER } choice;
typedef enum stats_kind { NO_STATS, STATS_TEXT, STATS_JSON } stats_kind;

typedef struct args {
    command command;
    pith_summary_options summary;
    pith_quotes_options quotes;
    uint32_t count; /* of keywords or speakers; 0: the default */
    const char *language, *title, *stopwords;
    format format;
    pith_unit unit;
    bool with_text; /* JSON with the text that the offsets index */
    bool explain;   /* show the evidence */
    bool merge;     /* all inputs as one document */
    choice color;
    bool colored; /* what color comes to here */
    selection selection;
    const char *encoding; /* or NULL: found out */
    record_fields fields;
    bool pass_through;
    size_t max_record;      /* bytes */
    uint32_t max_sentences; /* 0: no limit */
    double max_time;        /* seconds; 0: no limit */
    const char *output;     /* or NULL: standard output */
    bool resume;
    unsigned jobs; /* 1 or more */
    bool keep_going, strict, quiet;
    stats_kind stats;
    const char *failures;   /* a file for the list of what failed, or NULL */
    const char *completion; /* the shell that wants completions, or NULL */
} args;

/* There is one result for all inputs together. */
static inline bool args_want_one(const args *a)
{
    return a->command == SPEAKERS || a->merge;
}

/* The inputs are moved to the front of argv[1 ...]. True: run, and args_free at the end. False:
 * *exit_code says how to end; help, completions or the version stand on standard output, or an
 * error on standard error. */
bool args_read(args *a, int argc, char **argv, int *exit_code);
void args_free(args *a);

#endif
