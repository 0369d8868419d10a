#include "args.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "completion.h"
#include "help.h"
#include "option.h"
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

/* A reader that has seen enough (EPIPE) is no news. */
static int code_of_stdout(void)
{
    errno = 0;
    if (fflush(stdout) == 0 && !ferror(stdout))
        return EXIT_ALL_DONE;
    if (errno != EPIPE)
        say("standard output could not be written");
    return EXIT_NOT_WRITTEN;
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
    p->exit_code = code_of_stdout();
}

/* "json or jsonl" */
static void print_choices(char *out, size_t room, const option *o)
{
    size_t count = 0, length = 0;
    const char *const *names = o->names ? o->names(&count) : NULL;
    const char *words = o->values ? o->values : "";
    for (size_t i = 0; names && i < count && length < room; i++)
        length += (size_t)snprintf(out + length, room - length, "%s%s",
                                   !i              ? ""
                                   : i + 1 < count ? ", "
                                                   : " or ",
                                   names[i]);
    while (!names && *words && length < room) {
        size_t word = strcspn(words, " ");
        bool last = !words[word] || !strchr(words + word + 1, ' ');
        length += (size_t)snprintf(out + length, room - length, "%.*s%s", (int)word, words,
                                   !words[word] ? ""
                                   : last       ? " or "
                                                : ", ");
        words += word + (words[word] != 0);
    }
}

static void take(parse *p, const option *o, const char *value)
{
    if (!o->set) {
        end_with_text(p, o);
        return;
    }
    p->given |= UINT64_C(1) << (o - options);
    const char *problem = o->set(p->args, o, value);
    if (!problem)
        return;
    char choices[256] = "";
    print_choices(choices, sizeof choices, o);
    say("--%s %s: it %s%s", o->name, value, *problem ? problem : "has to be ",
        *problem ? "" : choices);
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
    else if (option_needs_value(o))
        take_value(p, o, equals ? equals + 1 : NULL);
    else if (equals && o->argument)
        take(p, o, equals + 1);
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
        else if (option_needs_value(o)) {
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

/* Options that need or exclude others. */
static const char *pair_problem(const parse *p)
{
    const args *a = p->args;
    bool json = format_is_json(a->format);
    if (a->keep_going && a->strict)
        return "--keep-going and --strict exclude each other; leave one out";
    if (given(p, "offsets") && !json)
        return "--offsets needs --json or --jsonl: other formats have no offsets";
    if (a->with_text && !json)
        return "--with-text needs --json or --jsonl";
    if (a->pass_through && !json)
        return "--pass-through needs --json or --jsonl";
    if (a->selection.nul_between && !a->selection.files)
        return "--null needs --files: it tells how that list is written";
    if (a->merge && (a->resume || a->pass_through || a->max_sentences || a->max_time > 0))
        return "--merge goes with none of --resume, --pass-through, --max-sentences and --max-time";
    if (a->resume && !a->output)
        return "--resume needs -o DIRECTORY: there is nothing else to resume from";
    if (a->format == AS_CSV && a->command != SPEAKERS)
        return "--format csv belongs to pith speakers";
    if (a->command == SPEAKERS && !json && a->format != AS_TEXT && a->format != AS_CSV)
        return "pith speakers writes text, csv, json or jsonl";
    return NULL;
}

static void check_pairs(parse *p)
{
    const char *problem = pair_problem(p);
    if (!problem)
        return;
    say("%s", problem);
    wrong(p);
}

static void check_input(parse *p)
{
    if (p->inputs || p->args->selection.files || !isatty(STDIN_FILENO))
        return;
    help_short(stderr);
    wrong(p);
}

/* https://no-color.org: set to anything but nothing. */
static bool wants_color(const args *a)
{
    const char *none = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (a->color != AUTO)
        return a->color == ALWAYS;
    return !a->output && isatty(STDOUT_FILENO) && !(none && *none) &&
           !(terminal && strcmp(terminal, "dumb") == 0);
}

static void defaults(args *a)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    *a = (args){.command = DIGEST,
                .summary = {.size = sizeof a->summary},
                .quotes = {.size = sizeof a->quotes},
                .fields = {"id", "text", "title", "lang"},
                .max_record = PITH_TEXT_MAX,
                .jobs = processors > 0 && processors < 256 ? (unsigned)processors : 1};
}

static void read_words(parse *p)
{
    for (; p->at < p->argc && p->exit_code < 0; p->at++) {
        char *word = p->argv[p->at];
        if (p->options_over || word[0] != '-' || !word[1])
            read_word(p, word);
        else if (strcmp(word, "--") == 0)
            p->options_over = true;
        else if (word[1] == '-')
            read_long(p, word);
        else
            read_letters(p, word);
    }
}

bool args_read(args *a, int argc, char **argv, int *exit_code)
{
    parse p = {.args = a, .argc = argc, .at = 1, .argv = argv, .exit_code = -1};
    defaults(a);
    read_words(&p);
    if (a->completion && p.exit_code < 0) {
        completion_print(stdout, a->completion);
        p.exit_code = code_of_stdout();
    }
    p.command = p.command ? p.command : &commands[0];
    a->command = p.command->command;
    a->selection.inputs = argv + 1;
    a->selection.input_count = p.inputs;
    void (*const checks[])(parse *) = {check_commands, check_pairs, check_input};
    for (size_t i = 0; i < sizeof checks / sizeof *checks && p.exit_code < 0; i++)
        checks[i](&p);
    a->colored = wants_color(a);
    *exit_code = p.exit_code;
    if (p.exit_code >= 0)
        args_free(a);
    return p.exit_code < 0;
}

void args_free(args *a)
{
    free(a->selection.include.items);
    free(a->selection.exclude.items);
}
