/* What the program says of itself. */
#ifndef PITH_CMD_HELP_H
#define PITH_CMD_HELP_H

#include <stdio.h>

#include "option.h"

/* All of it, or what belongs to one subcommand. */
void help_all(FILE *out);
void help_command(FILE *out, const command_entry *entry);

/* For somebody who typed only the name of the program. */
void help_short(FILE *out);

#endif
