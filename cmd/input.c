#include "input.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

static bool holds_records(const args *a, const char *path)
{
    if (a->from != FROM_AUTO)
        return a->from == FROM_JSONL;
    return path && (ends_with(path, ".jsonl") || ends_with(path, ".ndjson"));
}

static source *add(inputs *all)
{
    if (all->count == all->room) {
        size_t room = all->room ? all->room * 2 : 64;
        source *items = realloc(all->items, room * sizeof *items);
        if (!items)
            return NULL;
        all->items = items;
        all->room = room;
    }
    source *s = &all->items[all->count++];
    *s = (source){0};
    return s;
}

/* Takes the path over. within: where in it the mirrored part begins. */
static bool add_file(inputs *all, const args *a, char *path, size_t within, uint64_t size)
{
    source *s = path ? add(all) : NULL;
    if (!s) {
        free(path);
        return false;
    }
    *s = (source){.path = path, .within = path + within, .size = size};
    s->records = holds_records(a, path);
    all->several = all->several || s->records;
    return true;
}

/* ---- directories ---- */

typedef struct search {
    inputs *all;
    const args *args;
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
    if (path && lstat(path, &found) != 0) {
        say("%s: %s", path, strerror(errno));
        s->all->failed++;
        free(path);
        return true;
    }
    if (path && S_ISREG(found.st_mode))
        return add_file(s->all, s->args, path, s->base, (uint64_t)found.st_size);
    if (path && S_ISDIR(found.st_mode) && !is_output(s, &found))
        return push(s, path);
    if (path && !S_ISDIR(found.st_mode) && !S_ISLNK(found.st_mode))
        say("%s: passed over, for it is neither a file nor a directory", path);
    free(path);
    return path != NULL;
}

static bool search_folder(search *s, const char *path)
{
    DIR *folder = opendir(path);
    if (!folder) {
        say("%s: %s", path, strerror(errno));
        s->all->failed++;
        return true;
    }
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

static bool add_directory(inputs *all, const args *a, const char *path)
{
    size_t length = strlen(path), first = all->count, failed = all->failed;
    search s = {.all = all, .args = a, .base = length + (path[length - 1] != '/')};
    s.has_output = a->output && stat(a->output, &s.output) == 0;
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
    else if (done && all->failed == failed)
        say("%s: there is no file in this directory", path);
    return done;
}

/* ---- arguments ---- */

static const char *last_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool refuse(inputs *all, const char *path, const char *why)
{
    say("%s: %s", path, why);
    all->failed++;
    return true;
}

/* A missing file that is called almost like a subcommand is likely to be meant as one. */
static const char *why_missing(const char *path, int error)
{
    static const char *const names[] = {"digest", "summary", "quotes", "sentences", "keywords"};
    for (size_t i = 0; error == ENOENT && i < sizeof names / sizeof *names; i++) {
        if (strncmp(path, names[i], 4) == 0 && !strpbrk(path, "./"))
            return "there is no such file, and no such subcommand; pith --help lists these";
    }
    return strerror(error);
}

static bool add_stdin(inputs *all, const args *a)
{
    struct stat found;
    source *s = add(all);
    if (!s)
        return false;
    *s = (source){.within = "stdin", .records = holds_records(a, NULL)};
    if (fstat(STDIN_FILENO, &found) == 0 && S_ISREG(found.st_mode))
        s->size = (uint64_t)found.st_size;
    all->several = all->several || s->records;
    return true;
}

static bool add_argument(inputs *all, const args *a, const char *path)
{
    struct stat found;
    if (strcmp(path, "-") == 0)
        return add_stdin(all, a);
    if (stat(path, &found) != 0)
        return refuse(all, path, why_missing(path, errno));
    if (S_ISDIR(found.st_mode)) {
        all->several = all->tree = true;
        return add_directory(all, a, path);
    }
    if (!S_ISREG(found.st_mode) && !S_ISFIFO(found.st_mode))
        return refuse(all, path, "it is a device or a socket; give a file, a directory or -");
    char *copy = strdup(path);
    return add_file(all, a, copy, copy ? (size_t)(last_part(copy) - copy) : 0,
                    (uint64_t)found.st_size);
}

static bool is_directory(const char *path)
{
    struct stat found;
    return path[strlen(path) - 1] == '/' || (stat(path, &found) == 0 && S_ISDIR(found.st_mode));
}

bool inputs_find(inputs *all, const args *a)
{
    *all = (inputs){.several = a->input_count > 1, .tree = a->input_count > 1};
    bool done = a->input_count > 0 || add_argument(all, a, "-");
    for (size_t i = 0; done && i < a->input_count; i++)
        done = a->inputs[i][0] ? add_argument(all, a, a->inputs[i])
                               : refuse(all, "\"\"", "an INPUT has to have a name");
    all->tree = a->output && (all->tree || is_directory(a->output));
    return done;
}

void inputs_free(inputs *all)
{
    for (size_t i = 0; i < all->count; i++)
        free(all->items[i].path);
    free(all->items);
    *all = (inputs){0};
}
