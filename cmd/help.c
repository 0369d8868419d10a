#include "help.h"

#include <string.h>

/* Goes on below where it began when the line is full. */
static void print_wrapped(FILE *out, const char *text)
{
    enum { LEFT = 27, RIGHT = 100 };
    size_t column = LEFT;
    for (const char *word = text; *word;) {
        size_t length = strcspn(word, " "), space = word > text;
        if (space && column + space + length > RIGHT) {
            fprintf(out, "\n%*s", LEFT, "");
            column = LEFT;
            space = 0;
        }
        fprintf(out, "%s%.*s", space ? " " : "", (int)length, word);
        column += space + length;
        word += length + (word[length] == ' ');
    }
    fputs("\n", out);
}

static void print_options(FILE *out, command wanted)
{
    fputs("\nOptions:\n", out);
    for (size_t i = 0; i < option_count; i++) {
        const option *o = &options[i];
        if (!(o->commands & wanted))
            continue;
        char letter[8] = "    ", left[40];
        if (o->letter)
            snprintf(letter, sizeof letter, "-%c, ", o->letter);
        snprintf(left, sizeof left, "%s--%s%s%s", letter, o->name, option_needs_value(o) ? " " : "",
                 o->argument ? o->argument : "");
        fprintf(out, "  %-24s ", left);
        print_wrapped(out, o->help);
    }
}

static void print_input(FILE *out)
{
    fputs(
        "\nAn INPUT is a file, a directory (all files in it, hidden ones and links left out) or -\n"
        "for standard input, which is read when there is none. Exit codes: 0 all done, 1 some\n"
        "inputs failed, 2 wrong usage, 3 output could not be written, 4 nothing succeeded.\n",
        out);
}

void help_all(FILE *out)
{
    fputs("pith - the heart of a text, and who said what in it\n\nExamples:\n", out);
    fputs(commands[0].examples, out);
    fputs("\nUsage: pith [SUBCOMMAND] [OPTIONS] [INPUT...]\n\nSubcommands:\n", out);
    for (size_t i = 0; i < command_count; i++)
        fprintf(out, "  %-24s %s\n", commands[i].name, commands[i].help);
    print_options(out, EVERY_COMMAND);
    print_input(out);
}

void help_command(FILE *out, const command_entry *entry)
{
    fprintf(out, "pith %s - %s\n\nExamples:\n%s\nUsage: pith %s [OPTIONS] [INPUT...]\n",
            entry->name, entry->help, entry->examples, entry->name);
    print_options(out, entry->command);
    print_input(out);
}

void help_short(FILE *out)
{
    fprintf(out, "pith reads an article and tells its heart, and who said what in it.\n\n%s\n",
            commands[0].examples);
    fputs("pith --help tells more.\n", out);
}
