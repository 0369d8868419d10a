/* The command line: one table of options, from which parsing, checks and help all follow. */
#ifndef PITH_CMD_ARGS_H
#define PITH_CMD_ARGS_H

#include <stdbool.h>

#include "pith.h"

/* Exit codes. */
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
    EVERY_COMMAND = 31
} command;

typedef enum origin { FROM_AUTO, FROM_TEXT, FROM_JSONL } origin;

typedef struct args {
    command command;
    pith_summary_options summary;
    pith_quotes_options quotes;
    uint32_t keywords; /* 0: the library's default */
    const char *language, *title, *stopwords;
    pith_format format;
    pith_unit unit;
    origin from;
    const char *output; /* or NULL: standard output */
    unsigned jobs;      /* 1 or more */
    bool explain;       /* show the evidence */
    bool keep_going, strict, quiet;
    char *const *inputs;
    size_t input_count;
} args;

/* The inputs are moved to the front of argv[1 ...]. True: run. False: *exit_code says how to end;
 * help or the version stand on standard output, or an error on standard error. */
bool args_read(args *a, int argc, char **argv, int *exit_code);

#endif
