#include "completion.h"

#include <string.h>

#include "option.h"

/* What an option's value is called tells what completes it. */
static bool takes_path(const option *o)
{
    return o->argument && (strcmp(o->argument, "FILE") == 0 || strcmp(o->argument, "PATH") == 0 ||
                           (strcmp(o->argument, "LIST") == 0 && !o->values));
}

/* The values with a space between; false: anything goes. */
static bool print_values(FILE *out, const option *o)
{
    size_t count = 0;
    const char *const *names = o->names ? o->names(&count) : NULL;
    for (size_t i = 0; i < count; i++)
        fprintf(out, "%s%s", i ? " " : "", names[i]);
    if (o->values)
        fputs(o->values, out);
    return names || o->values;
}

static void print_commands(FILE *out)
{
    for (size_t i = 0; i < command_count; i++)
        fprintf(out, "%s%s", i ? " " : "", commands[i].name);
}

/* In single quotes, with what the shell puts for one inside. Zsh reads brackets and colons. */
static void print_quoted(FILE *out, const char *text, const char *escaped)
{
    for (; *text; text++) {
        if (*text == '\'')
            fputs("'\\''", out);
        else
            fprintf(out, "%s%c", strchr(escaped, *text) ? "\\" : "", *text);
    }
}

/* ---- bash ---- */

static void print_bash_cases(FILE *out)
{
    for (size_t i = 0; i < option_count; i++) {
        const option *o = &options[i];
        if (!option_needs_value(o))
            continue;
        fprintf(out, "    --%s", o->name);
        if (o->letter)
            fprintf(out, " | -%c", o->letter);
        fputs(")\n        ", out);
        if (takes_path(o))
            fputs("COMPREPLY=($(compgen -f -- \"$word\"))", out);
        else {
            fputs("COMPREPLY=($(compgen -W '", out);
            print_values(out, o);
            fputs("' -- \"$word\"))", out);
        }
        fputs("\n        return\n        ;;\n", out);
    }
}

static void print_bash(FILE *out)
{
    fputs("# bash completion for pith; made by pith --completion bash\n"
          "_pith() {\n"
          "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}\n"
          "    COMPREPLY=()\n"
          "    case $before in\n",
          out);
    print_bash_cases(out);
    fputs("    esac\n    if [[ $word == -* ]]; then\n        COMPREPLY=($(compgen -W '", out);
    for (size_t i = 0; i < option_count; i++)
        fprintf(out, "%s--%s", i ? " " : "", options[i].name);
    fputs("' -- \"$word\"))\n        return\n    fi\n    COMPREPLY=($(compgen -f -- \"$word\"))\n"
          "    if [[ $COMP_CWORD -eq 1 ]]; then\n        COMPREPLY+=($(compgen -W '",
          out);
    print_commands(out);
    fputs("' -- \"$word\"))\n    fi\n}\ncomplete -o filenames -F _pith pith\n", out);
}

/* ---- zsh ---- */

static void print_zsh_option(FILE *out, const option *o)
{
    fputs("        '", out);
    if (o->letter)
        fprintf(out, "(-%c --%s)'{-%c,--%s}'", o->letter, o->name, o->letter, o->name);
    else
        fprintf(out, "--%s%s", o->name, o->argument && !option_needs_value(o) ? "=-" : "");
    fputs("[", out);
    print_quoted(out, o->help, "[]:\\");
    fputs("]", out);
    if (o->argument) {
        fprintf(out, "%s:", option_needs_value(o) ? "" : ":");
        print_quoted(out, option_needs_value(o) ? o->argument : "form", "[]:\\");
        fputs(":", out);
        if (takes_path(o))
            fputs("_files", out);
        else if (o->values || o->names) {
            fputs("(", out);
            print_values(out, o);
            fputs(")", out);
        }
    }
    fputs("' \\\n", out);
}

static void print_zsh(FILE *out)
{
    fputs("#compdef pith\n# zsh completion for pith; made by pith --completion zsh\n"
          "_pith_first() {\n    local -a commands=(\n",
          out);
    for (size_t i = 0; i < command_count; i++) {
        fprintf(out, "        '%s:", commands[i].name);
        print_quoted(out, commands[i].help, "");
        fputs("'\n", out);
    }
    fputs("    )\n    _describe subcommand commands\n    _files\n}\n_pith() {\n    _arguments \\\n",
          out);
    for (size_t i = 0; i < option_count; i++)
        print_zsh_option(out, &options[i]);
    fputs("        '1:subcommand or input:_pith_first' '*:input:_files'\n}\n"
          "if [ \"$funcstack[1]\" = _pith ]; then _pith \"$@\"; else compdef _pith pith; fi\n",
          out);
}

/* ---- fish ---- */

static void print_fish(FILE *out)
{
    fputs("# fish completion for pith; made by pith --completion fish\n", out);
    for (size_t i = 0; i < command_count; i++) {
        fprintf(out, "complete -c pith -n __fish_use_subcommand -a %s -d '", commands[i].name);
        print_quoted(out, commands[i].help, "\\");
        fputs("'\n", out);
    }
    for (size_t i = 0; i < option_count; i++) {
        const option *o = &options[i];
        fprintf(out, "complete -c pith -l %s", o->name);
        if (o->letter)
            fprintf(out, " -s %c", o->letter);
        if (option_needs_value(o))
            fputs(takes_path(o) ? " -r -F" : " -x", out);
        if (o->argument && (o->values || o->names)) {
            fputs(" -a '", out);
            print_values(out, o);
            fputs("'", out);
        }
        fputs(" -d '", out);
        print_quoted(out, o->help, "\\");
        fputs("'\n", out);
    }
}

/* ---- the interface ---- */

void completion_print(FILE *out, const char *shell)
{
    if (strcmp(shell, "bash") == 0)
        print_bash(out);
    else if (strcmp(shell, "zsh") == 0)
        print_zsh(out);
    else
        print_fish(out);
}
