/* The table of options and that of subcommands. */
#ifndef PITH_CMD_OPTION_H
#define PITH_CMD_OPTION_H

#include "args.h"

/* Takes the value into the arguments; what is wrong with it ("has to be …"), or NULL. */
typedef const char *option_set(args *a, const char *value);

typedef struct option {
    const char *name;
    char letter;          /* 0: none */
    const char *argument; /* how help calls its value; NULL: takes none */
    command commands;     /* to which it belongs */
    const char *help;
    option_set *set; /* NULL: --help and --version, which end the program */
} option;

extern const option options[];
extern const size_t option_count;

typedef struct command_entry {
    command command;
    const char *name, *help;
    const char *examples; /* lines */
} command_entry;

extern const command_entry commands[]; /* the first is the default */
extern const size_t command_count;

#endif
