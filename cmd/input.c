#include "input.h"

#include <dirent.h>
#include <errno.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "buffer.h"
#include "file.h"
#include "option.h"
#include "say.h"

const char *source_name(const source *s)
{
    return s->path ? s->path : "stdin";
}

static bool ends_with(const char *path, const char *ending)
{
    size_t length = strlen(path), tail = strlen(ending);
    return length >= tail && strcmp(path + length - tail, ending) == 0;
}

static origin kind_of(const selection *wanted, const char *path)
{
    static const struct {
        const char *ending;
        origin kind;
    } endings[] = {{".jsonl", FROM_JSONL}, {".ndjson", FROM_JSONL},     {".json", FROM_JSON},
                   {".html", FROM_HTML},   {".htm", FROM_HTML},         {".xhtml", FROM_HTML},
                   {".md", FROM_MARKDOWN}, {".markdown", FROM_MARKDOWN}};
    if (wanted->from != FROM_AUTO)
        return wanted->from;
    for (size_t i = 0; path && i < sizeof endings / sizeof *endings; i++) {
        if (ends_with(path, endings[i].ending))
            return endings[i].kind;
    }
    return FROM_TEXT;
}

/* ---- patterns ---- */

bool patterns_add(patterns *p, const char *pattern)
{
    if (p->count == p->room) {
        size_t room = p->room ? p->room * 2 : 8;
        const char **items = realloc(p->items, room * sizeof *items);
        if (!items)
            return false;
        p->items = items;
        p->room = room;
    }
    p->items[p->count++] = pattern;
    return true;
}

/* A pattern with a slash in it is for the path, one without for the last name of it. */
static bool matches(const patterns *p, const char *path)
{
    const char *slash = strrchr(path, '/');
    for (size_t i = 0; i < p->count; i++) {
        bool whole = strchr(p->items[i], '/') != NULL;
        if (fnmatch(p->items[i], whole || !slash ? path : slash + 1, 0) == 0)
            return true;
    }
    return false;
}

static bool is_wanted(const selection *wanted, const char *within)
{
    return (!wanted->include.count || matches(&wanted->include, within)) &&
           !matches(&wanted->exclude, within);
}

/* ---- the list ---- */

/* Takes path and problem over; all of it but the kind is the caller's. */
static bool add(inputs *all, const selection *wanted, source s)
{
    if (all->count == all->room) {
        size_t room = all->room ? all->room * 2 : 64;
        source *items = realloc(all->items, room * sizeof *items);
        if (!items) {
            free(s.path);
            free(s.problem);
            return false;
        }
        all->items = items;
        all->room = room;
    }
    s.kind = kind_of(wanted, s.path);
    all->several = all->several || source_has_records(&s);
    all->items[all->count++] = s;
    return true;
}

static bool add_problem(inputs *all, const selection *wanted, const char *path, const char *why)
{
    source s = {.path = strdup(path), .problem = strdup(why)};
    if (s.path && s.problem) {
        s.within = s.path;
        return add(all, wanted, s);
    }
    free(s.path);
    free(s.problem);
    return false;
}

/* ---- directories ---- */

typedef struct search {
    inputs *all;
    const selection *wanted;
    char **folders; /* still to be searched; a stack of owned paths */
    size_t count, room;
    size_t base; /* length of the directory's own path and the slash behind it */
    struct stat output;
    bool has_output;
} search;

static char *join(const char *folder, const char *name)
{
    size_t length = strlen(folder), more = strlen(name);
    bool slash = length && folder[length - 1] != '/';
    char *path = malloc(length + slash + more + 1);
    if (!path)
        return NULL;
    memcpy(path, folder, length);
    if (slash)
        path[length] = '/';
    memcpy(path + length + slash, name, more + 1);
    return path;
}

static bool push(search *s, char *path)
{
    if (path && s->count == s->room) {
        size_t room = s->room ? s->room * 2 : 16;
        char **folders = realloc(s->folders, room * sizeof *folders);
        if (folders) {
            s->folders = folders;
            s->room = room;
        }
    }
    if (!path || s->count == s->room) {
        free(path);
        return false;
    }
    s->folders[s->count++] = path;
    return true;
}

static bool is_output(const search *s, const struct stat *found)
{
    return s->has_output && found->st_dev == s->output.st_dev && found->st_ino == s->output.st_ino;
}

/* Takes the path over. */
static bool sort_in(search *s, char *path)
{
    struct stat found;
    if (!path)
        return false;
    const char *within = path + s->base;
    bool known = lstat(path, &found) == 0, done = true;
    if (!known)
        done = add_problem(s->all, s->wanted, path, strerror(errno));
    else if (S_ISDIR(found.st_mode)) {
        if (!is_output(s, &found) && !matches(&s->wanted->exclude, within))
            return push(s, path);
    } else if (S_ISREG(found.st_mode)) {
        if (is_wanted(s->wanted, within))
            return add(s->all, s->wanted,
                       (source){.path = path, .within = within, .size = (uint64_t)found.st_size});
    } else if (!S_ISLNK(found.st_mode))
        say("%s: passed over, for it is neither a file nor a directory", path);
    free(path);
    return done;
}

static bool search_folder(search *s, const char *path)
{
    DIR *folder = opendir(path);
    if (!folder)
        return add_problem(s->all, s->wanted, path, strerror(errno));
    bool done = true;
    for (struct dirent *entry; done && (entry = readdir(folder));) {
        if (entry->d_name[0] != '.')
            done = sort_in(s, join(path, entry->d_name));
    }
    closedir(folder);
    return done;
}

static int by_path(const void *a, const void *b)
{
    return strcmp(((const source *)a)->path, ((const source *)b)->path);
}

static bool add_directory(inputs *all, const selection *wanted, const char *output,
                          const char *path)
{
    size_t length = strlen(path), first = all->count;
    search s = {.all = all, .wanted = wanted, .base = length + (path[length - 1] != '/')};
    s.has_output = output && stat(output, &s.output) == 0;
    bool done = push(&s, strdup(path));
    while (done && s.count) {
        char *folder = s.folders[--s.count];
        done = search_folder(&s, folder);
        free(folder);
    }
    while (s.count)
        free(s.folders[--s.count]);
    free(s.folders);
    if (all->count > first)
        qsort(all->items + first, all->count - first, sizeof *all->items, by_path);
    else if (done)
        say("%s: there is no file in this directory", path);
    return done;
}

/* ---- arguments ---- */

static const char *last_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* A missing file that is called almost like a subcommand is likely to be meant as one. */
static const char *why_missing(const char *path, int error)
{
    for (size_t i = 0; error == ENOENT && i < command_count; i++) {
        if (strncmp(path, commands[i].name, 4) == 0 && !strpbrk(path, "./"))
            return "there is no such file, and no such subcommand; pith --help lists these";
    }
    return strerror(error);
}

static bool add_stdin(inputs *all, const selection *wanted)
{
    struct stat found;
    source s = {.within = "stdin"};
    if (fstat(STDIN_FILENO, &found) == 0 && S_ISREG(found.st_mode))
        s.size = (uint64_t)found.st_size;
    return add(all, wanted, s);
}

/* within: what output mirrors, a part of path. */
static bool add_path(inputs *all, const selection *wanted, const char *output, const char *path,
                     const char *within)
{
    struct stat found;
    if (stat(path, &found) != 0)
        return add_problem(all, wanted, path, why_missing(path, errno));
    if (S_ISDIR(found.st_mode)) {
        all->several = all->tree = true;
        return add_directory(all, wanted, output, path);
    }
    if (!S_ISREG(found.st_mode) && !S_ISFIFO(found.st_mode))
        return add_problem(all, wanted, path,
                           "it is a device or a socket; give a file, a directory or -");
    char *copy = strdup(path);
    return copy && add(all, wanted,
                       (source){.path = copy,
                                .within = copy + (within - path),
                                .size = (uint64_t)found.st_size});
}

static bool add_argument(inputs *all, const selection *wanted, const char *output, const char *path)
{
    if (strcmp(path, "-") == 0)
        return add_stdin(all, wanted);
    return path[0] ? add_path(all, wanted, output, path, last_part(path))
                   : add_problem(all, wanted, "\"\"", "an INPUT has to have a name");
}

/* ---- lists of files ---- */

/* The path as output mirrors it: without what would lead out of the output's directory at its
 * beginning; NULL if something in it does. */
static const char *mirrored_part(const char *path)
{
    for (;;) {
        if (path[0] == '/')
            path++;
        else if (path[0] == '.' && path[1] == '/')
            path += 2;
        else
            break;
    }
    size_t length = strlen(path);
    bool up = strncmp(path, "../", 3) == 0 || strstr(path, "/../") ||
              (length >= 2 && strcmp(path + length - 2, "..") == 0);
    return up ? NULL : path;
}

static bool add_listed(inputs *all, const selection *wanted, const char *output, const char *path)
{
    const char *within = mirrored_part(path);
    if (output && !within)
        return add_problem(all, wanted, path,
                           "with -o a listed path must not lead upwards (..); list it from there");
    within = within && *within ? within : last_part(path);
    return !is_wanted(wanted, within) || add_path(all, wanted, output, path, within);
}

static bool add_list(inputs *all, const selection *wanted, const char *output)
{
    buffer list = {0};
    bool from_stdin = strcmp(wanted->files, "-") == 0;
    bool done = from_stdin ? read_all(STDIN_FILENO, &list, SIZE_MAX)
                           : read_path(wanted->files, &list, SIZE_MAX);
    if (!done && errno != ENOMEM)
        done = add_problem(all, wanted, wanted->files, strerror(errno));
    done = done && buffer_add(&list, "", 1);
    for (char *at = list.bytes, *end = at + list.length; done && at < end - 1;) {
        size_t length = wanted->nul_between ? strlen(at) : strcspn(at, "\n");
        at[length] = 0;
        done = !length || add_listed(all, wanted, output, at);
        at += length + 1;
    }
    buffer_free(&list);
    return done;
}

/* ---- the interface ---- */

static bool is_directory(const char *path)
{
    struct stat found;
    return path[strlen(path) - 1] == '/' || (stat(path, &found) == 0 && S_ISDIR(found.st_mode));
}

bool inputs_find(inputs *all, const selection *wanted, const char *output)
{
    bool many = wanted->input_count > 1 || wanted->files;
    *all = (inputs){.several = many, .tree = many};
    bool done = wanted->input_count || wanted->files || add_stdin(all, wanted);
    for (size_t i = 0; done && i < wanted->input_count; i++)
        done = add_argument(all, wanted, output, wanted->inputs[i]);
    if (done && wanted->files)
        done = add_list(all, wanted, output);
    all->tree = output && (all->tree || is_directory(output));
    return done;
}

void source_free(source *s)
{
    free(s->path);
    free(s->problem);
}

void inputs_shard(inputs *all, const selection *wanted)
{
    size_t kept = 0;
    for (size_t i = 0; wanted->shards && i < all->count; i++) {
        if (i % wanted->shards == wanted->shard - 1)
            all->items[kept++] = all->items[i];
        else
            source_free(&all->items[i]);
    }
    all->count = wanted->shards ? kept : all->count;
}

void inputs_free(inputs *all)
{
    for (size_t i = 0; i < all->count; i++)
        source_free(&all->items[i]);
    free(all->items);
    *all = (inputs){0};
}
