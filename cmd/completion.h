/* Completions for shells, from the tables of options and subcommands. */
#ifndef PITH_CMD_COMPLETION_H
#define PITH_CMD_COMPLETION_H

#include <stdio.h>

/* shell: bash, zsh or fish. */
void completion_print(FILE *out, const char *shell);

#endif
