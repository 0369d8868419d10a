#include "sink.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "say.h"

enum { FLUSH_AT = 64 << 10 };

/* A reader that has seen enough (EPIPE) is no news. */
static void fail(sink *s, const char *path, int error)
{
    if (!s->failed && error != EPIPE)
        say("%s: could not be written: %s", path ? path : "standard output", strerror(error));
    s->failed = true;
    s->out.length = 0;
}

/* ---- bytes ---- */

static void put_out(sink *s)
{
    for (size_t at = 0; !s->failed && at < s->out.length;) {
        ssize_t put = write(s->file, s->out.bytes + at, s->out.length - at);
        if (put < 0 && errno != EINTR)
            fail(s, s->path, errno);
        at += put > 0 ? (size_t)put : 0;
    }
    buffer_clear(&s->out);
}

static void put(sink *s, const char *bytes, size_t length)
{
    if (!s->failed && !buffer_add(&s->out, bytes, length))
        fail(s, s->path, ENOMEM);
    if (s->out.length >= FLUSH_AT)
        put_out(s);
}

/* ---- files ---- */

/* Makes the folders above a path. */
static bool make_folders(char *path)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        bool made = mkdir(path, 0777) == 0 || errno == EEXIST;
        *slash = '/';
        if (!made)
            return false;
    }
    return true;
}

/* A name in the same folder that no directory search takes for an input. */
static char *temporary_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    int folder = slash ? (int)(slash + 1 - path) : 0;
    size_t room = (size_t)folder + 40;
    char *name = malloc(room);
    if (name)
        snprintf(name, room, "%.*s.pith-%ld.tmp", folder, path, (long)getpid());
    return name;
}

/* A regular file gets its contents all at once, by rename; a device, a pipe or a link is written
 * to. */
static void open_file(sink *s)
{
    struct stat found;
    bool special = lstat(s->path, &found) == 0 && !S_ISREG(found.st_mode);
    s->file = -1;
    if (!special && !(s->temporary = temporary_name(s->path)))
        errno = ENOMEM;
    else if (make_folders(s->path))
        s->file =
            open(special ? s->path : s->temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (s->file >= 0)
        return;
    fail(s, s->path, errno);
    free(s->temporary);
    s->temporary = NULL;
}

static void begin(sink *s)
{
    s->results = 0;
    if (s->several && s->args->format == PITH_JSON)
        put(s, "[", 1);
}

static void end(sink *s)
{
    if (s->several && s->args->format == PITH_JSON)
        put(s, s->results ? "\n]\n" : "]\n", s->results ? 3 : 2);
    put_out(s);
}

/* Closes the open file and moves it to its place, or takes it away again. */
static void close_file(sink *s, bool keep)
{
    if (s->file >= 0 && close(s->file) != 0)
        fail(s, s->path, errno);
    s->file = -1;
    if (s->temporary && keep && !s->failed && rename(s->temporary, s->path) != 0)
        fail(s, s->path, errno);
    if (s->temporary && (!keep || s->failed))
        unlink(s->temporary);
    free(s->temporary);
    s->temporary = NULL;
}

/* ---- the tree ---- */

/* The directory, the mirrored part, and the format's ending instead of the one it has. */
static char *mirrored(const args *a, const source *from)
{
    static const char *const endings[] = {".txt", ".json", ".jsonl"}; /* by pith_format */
    const char *name = strrchr(from->within, '/');
    name = name ? name + 1 : from->within;
    const char *dot = strrchr(name, '.');
    size_t kept = dot && dot > name ? (size_t)(dot - from->within) : strlen(from->within);
    size_t folder = strlen(a->output);
    const char *slash = a->output[folder - 1] == '/' ? "" : "/";
    size_t room = folder + kept + 16;
    char *path = malloc(room);
    if (path)
        snprintf(path, room, "%s%s%.*s%s", a->output, slash, (int)kept, from->within,
                 endings[a->format]);
    return path;
}

static void begin_source(sink *s, const source *from)
{
    s->path = mirrored(s->args, from);
    s->several = from->records;
    if (!s->path)
        fail(s, s->args->output, ENOMEM);
    else
        open_file(s);
    begin(s);
}

/* ---- checks before anything is read ---- */

typedef struct target {
    char *path;
    const source *from;
} target;

static int by_path(const void *a, const void *b)
{
    return strcmp(((const target *)a)->path, ((const target *)b)->path);
}

static bool replaces_input(const char *path, const inputs *all)
{
    struct stat output, input;
    if (stat(path, &output) != 0 || !S_ISREG(output.st_mode))
        return false;
    for (size_t i = 0; i < all->count; i++) {
        const char *from = all->items[i].path;
        if (from && stat(from, &input) == 0 && input.st_dev == output.st_dev &&
            input.st_ino == output.st_ino)
            return true;
    }
    return false;
}

static bool distinct(const target *targets, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        if (strcmp(targets[i - 1].path, targets[i].path) == 0) {
            say("%s and %s would both be written to %s; rename one, or run pith for each",
                source_name(targets[i - 1].from), source_name(targets[i].from), targets[i].path);
            return false;
        }
    }
    return true;
}

/* In a tree the output of a source may only replace that source, so one look a file is enough. */
static bool spares_inputs(const target *targets, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const inputs own = {.items = (source *)targets[i].from, .count = 1};
        if (replaces_input(targets[i].path, &own)) {
            say("%s would be replaced by its own output; name another directory with -o",
                targets[i].path);
            return false;
        }
    }
    return true;
}

static bool check_tree(const args *a, const inputs *all)
{
    target *targets = calloc(all->count + 1, sizeof *targets);
    bool good = targets != NULL;
    for (size_t i = 0; good && i < all->count; i++) {
        targets[i] = (target){mirrored(a, &all->items[i]), &all->items[i]};
        good = targets[i].path != NULL;
    }
    if (good) {
        qsort(targets, all->count, sizeof *targets, by_path);
        good = distinct(targets, all->count) && spares_inputs(targets, all->count);
    } else
        say("memory ran out");
    for (size_t i = 0; targets && i < all->count; i++)
        free(targets[i].path);
    free(targets);
    return good;
}

/* ---- the interface ---- */

bool sink_open(sink *s, const args *a, const inputs *all, int *exit_code)
{
    *s = (sink){.args = a, .tree = all->tree, .several = all->several, .file = STDOUT_FILENO};
    *exit_code = EXIT_USAGE;
    if (s->tree) {
        s->file = -1;
        return check_tree(a, all);
    }
    if (a->output && replaces_input(a->output, all)) {
        say("%s would be replaced by its own output; name another file with -o", a->output);
        return false;
    }
    *exit_code = EXIT_NOT_WRITTEN;
    if (a->output && !(s->path = strdup(a->output)))
        fail(s, a->output, ENOMEM);
    else if (a->output)
        open_file(s);
    begin(s);
    return !s->failed;
}

void sink_add(sink *s, const source *from, const char *bytes, size_t length)
{
    if (s->failed)
        return;
    if (s->tree && s->file < 0)
        begin_source(s, from);
    if (s->several && s->args->format == PITH_JSON) {
        put(s, s->results ? ",\n" : "\n", s->results ? 2 : 1);
        length -= length > 0; /* the newline */
    } else if (s->several && s->args->format == PITH_TEXT && s->results)
        put(s, "\n", 1);
    put(s, bytes, length);
    s->results++;
}

void sink_end_source(sink *s, const source *from, bool keep)
{
    if (!s->tree || s->failed)
        return;
    if (s->file < 0 && keep)
        begin_source(s, from);
    if (s->file >= 0) {
        end(s);
        close_file(s, keep);
    }
    free(s->path);
    s->path = NULL;
}

void sink_flush(sink *s)
{
    if (!s->failed && s->file >= 0)
        put_out(s);
}

bool sink_close(sink *s, bool keep)
{
    if (!s->tree && !s->failed)
        end(s);
    close_file(s, !s->tree && keep);
    free(s->path);
    buffer_free(&s->out);
    return !s->failed;
}
