#include "args.h"

#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "help.h"
#include "say.h"

/* Where the parser stands. */
typedef struct parse {
    args *args;
    int argc, at;
    char **argv;
    uint64_t given;               /* options by number in the table */
    const command_entry *command; /* or NULL: none named yet */
    bool options_over;            /* after -- */
    size_t inputs;
    int exit_code; /* -1: go on */
} parse;

static void wrong(parse *p)
{
    p->exit_code = EXIT_USAGE;
}

static const option *by_name(const char *name, size_t length)
{
    for (size_t i = 0; i < option_count; i++) {
        if (strlen(options[i].name) == length && memcmp(options[i].name, name, length) == 0)
            return &options[i];
    }
    return NULL;
}

static const option *by_letter(char letter)
{
    for (size_t i = 0; i < option_count; i++) {
        if (options[i].letter == letter)
            return &options[i];
    }
    return NULL;
}

/* The option that begins most like the name. */
static const option *like(const char *name)
{
    const option *best = NULL;
    size_t most = 2; /* fewer letters in common say nothing */
    for (size_t i = 0; i < option_count; i++) {
        size_t same = 0;
        while (name[same] && name[same] == options[i].name[same])
            same++;
        if (same > most) {
            most = same;
            best = &options[i];
        }
    }
    return best;
}

static void unknown(parse *p, const char *word)
{
    const option *near = strncmp(word, "--", 2) == 0 ? like(word + 2) : NULL;
    if (near)
        say("unknown option %s; did you mean --%s?", word, near->name);
    else
        say("unknown option %s; pith --help lists them", word);
    wrong(p);
}

static void end_with_text(parse *p, const option *o)
{
    /* the subcommand may still follow: pith --help quotes */
    for (int i = p->at + 1; o->letter == 'h' && !p->command && i < p->argc; i++) {
        for (size_t k = 0; k < command_count; k++) {
            if (strcmp(p->argv[i], commands[k].name) == 0)
                p->command = &commands[k];
        }
    }
    if (o->letter == 'V')
        printf("pith %s\n", pith_version());
    else if (p->command)
        help_command(stdout, p->command);
    else
        help_all(stdout);
    p->exit_code = fflush(stdout) == 0 && !ferror(stdout) ? EXIT_ALL_DONE : EXIT_NOT_WRITTEN;
    if (p->exit_code)
        say("standard output could not be written");
}

static void take(parse *p, const option *o, const char *value)
{
    if (!o->set) {
        end_with_text(p, o);
        return;
    }
    p->given |= UINT64_C(1) << (o - options);
    const char *problem = o->set(p->args, value);
    if (!problem)
        return;
    say("--%s %s: it %s", o->name, value, problem);
    wrong(p);
}

/* The value of an option that needs one: behind it in the same word, or the next word. */
static void take_value(parse *p, const option *o, const char *rest)
{
    if (!rest && p->at + 1 < p->argc)
        rest = p->argv[++p->at];
    if (rest) {
        take(p, o, rest);
        return;
    }
    say("--%s needs a value: --%s %s", o->name, o->name, o->argument);
    wrong(p);
}

static void read_long(parse *p, const char *word)
{
    const char *equals = strchr(word, '=');
    const option *o = by_name(word + 2, equals ? (size_t)(equals - word - 2) : strlen(word + 2));
    if (!o)
        unknown(p, word);
    else if (o->argument)
        take_value(p, o, equals ? equals + 1 : NULL);
    else if (equals) {
        say("--%s takes no value", o->name);
        wrong(p);
    } else
        take(p, o, NULL);
}

/* -q, -n3, -n 3, -qn3 */
static void read_letters(parse *p, const char *word)
{
    for (const char *letter = word + 1; *letter && p->exit_code < 0; letter++) {
        const option *o = by_letter(*letter);
        if (!o)
            unknown(p, word);
        else if (o->argument) {
            take_value(p, o, letter[1] ? letter + 1 : NULL);
            return;
        } else
            take(p, o, NULL);
    }
}

static void read_word(parse *p, char *word)
{
    for (size_t i = 0; !p->command && !p->inputs && !p->options_over && i < command_count; i++) {
        if (strcmp(word, commands[i].name) == 0) {
            p->command = &commands[i];
            return;
        }
    }
    p->argv[1 + p->inputs++] = word;
}

/* ---- checks of what only the whole line can show ---- */

static bool given(const parse *p, const char *name)
{
    return p->given >> (by_name(name, strlen(name)) - options) & 1;
}

static void check_commands(parse *p)
{
    for (size_t i = 0; i < option_count && p->exit_code < 0; i++) {
        if (!(p->given >> i & 1) || options[i].commands & p->args->command)
            continue;
        say("--%s does not belong to pith %s; pith %s --help lists what does", options[i].name,
            p->command->name, p->command->name);
        wrong(p);
    }
}

static void check_pairs(parse *p)
{
    if (given(p, "keep-going") && given(p, "strict"))
        say("--keep-going and --strict exclude each other; leave one out");
    else if (given(p, "offsets") && p->args->format == PITH_TEXT)
        say("--offsets needs --json or --jsonl: text output has no offsets");
    else
        return;
    wrong(p);
}

static void check_input(parse *p)
{
    if (p->inputs || !isatty(STDIN_FILENO))
        return;
    help_short(stderr);
    wrong(p);
}

static void defaults(args *a)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    *a = (args){.command = DIGEST,
                .summary = {.size = sizeof a->summary},
                .quotes = {.size = sizeof a->quotes},
                .jobs = processors > 0 && processors < 256 ? (unsigned)processors : 1};
}

bool args_read(args *a, int argc, char **argv, int *exit_code)
{
    parse p = {.args = a, .argc = argc, .at = 1, .argv = argv, .exit_code = -1};
    defaults(a);
    for (; p.at < argc && p.exit_code < 0; p.at++) {
        char *word = argv[p.at];
        if (p.options_over || word[0] != '-' || !word[1])
            read_word(&p, word);
        else if (strcmp(word, "--") == 0)
            p.options_over = true;
        else if (word[1] == '-')
            read_long(&p, word);
        else
            read_letters(&p, word);
    }
    a->command = p.command ? p.command->command : DIGEST;
    p.command = p.command ? p.command : &commands[0];
    a->inputs = argv + 1;
    a->input_count = p.inputs;
    void (*const checks[])(parse *) = {check_commands, check_pairs, check_input};
    for (size_t i = 0; i < sizeof checks / sizeof *checks && p.exit_code < 0; i++)
        checks[i](&p);
    *exit_code = p.exit_code;
    return p.exit_code < 0;
}
