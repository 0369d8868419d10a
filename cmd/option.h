/* The table of options and that of subcommands. */
#ifndef PITH_CMD_OPTION_H
#define PITH_CMD_OPTION_H

#include "args.h"

typedef struct option option;

/* Takes the value into the arguments; what is wrong with it ("has to be …"), or NULL. */
typedef const char *option_set(args *a, const option *o, const char *value);

/* A list of names as the library gives them. */
typedef const char *const *option_names(size_t *count);

struct option {
    const char *name;
    char letter;          /* 0: none */
    const char *argument; /* how help calls its value; NULL: takes none; "[=…]": may have one */
    command commands;     /* to which it belongs */
    const char *help;
    option_set *set;     /* NULL: --help and --version, which end the program */
    size_t place;        /* where in args the value goes, for what sets it as it is */
    const char *values;  /* the values that it can have, with a space between, or NULL */
    option_names *names; /* the same from the library, or NULL */
};

extern const option options[];
extern const size_t option_count;

typedef struct command_entry {
    command command;
    const char *name, *help;
    const char *examples; /* lines */
} command_entry;

extern const command_entry commands[]; /* the first is the default */
extern const size_t command_count;

static inline bool option_needs_value(const option *o)
{
    return o->argument && o->argument[0] != '[';
}

#endif
