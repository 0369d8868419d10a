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

/* A name in the same folder that no directory search takes for an input. It depends on nothing but
 * the file, so that a run that goes on after one that was killed takes over what that one left. */
static char *temporary_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    int folder = slash ? (int)(slash + 1 - path) : 0;
    size_t room = strlen(path) + 16;
    char *name = malloc(room);
    if (name)
        snprintf(name, room, "%.*s.%s.pith-tmp", folder, path, path + folder);
    return name;
}

/* Two runs at once may have the same file to write. Only the one with the lock does; the lock goes
 * with the process, however that ends. The name may have gone to another file in between: the run
 * that had the lock before has finished and renamed it. -1: errno says why. */
static int open_temporary(const char *name)
{
    for (;;) {
        struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
        struct stat opened, named;
        int file = open(name, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
        if (file < 0)
            return -1;
        bool locked = fcntl(file, F_SETLK, &lock) == 0 || errno == ENOLCK || errno == EINVAL;
        bool same = fstat(file, &opened) == 0 && stat(name, &named) == 0 &&
                    opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
        if (locked && same && ftruncate(file, 0) == 0)
            return file;
        int error = errno;
        close(file);
        if (locked && !same)
            continue;
        errno = locked ? error : ETXTBSY;
        return -1;
    }
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
        s->file = special ? open(s->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)
                          : open_temporary(s->temporary);
    if (s->file >= 0)
        return;
    if (errno == ETXTBSY)
        say("%s: another run of pith is writing it", s->path);
    else
        fail(s, s->path, errno);
    s->failed = true;
    free(s->temporary);
    s->temporary = NULL;
}

/* ---- what stands around and between the results of one file ---- */

static const char PAGE_BEGIN[] = "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
                                 "<title>pith</title>\n</head>\n<body>\n";
static const char PAGE_END[] = "</body>\n</html>\n";

static void put_text(sink *s, const char *text)
{
    put(s, text, strlen(text));
}

static void begin(sink *s)
{
    s->results = 0;
    if (s->several && s->args->format == AS_JSON)
        put_text(s, "[");
    else if (s->args->format == AS_HTML)
        put_text(s, PAGE_BEGIN);
}

static void end(sink *s)
{
    if (s->several && s->args->format == AS_JSON)
        put_text(s, s->results ? "\n]\n" : "]\n");
    else if (s->args->format == AS_HTML)
        put_text(s, PAGE_END);
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
    static const char *const endings[] = {".txt", ".json", ".jsonl", ".md",
                                          ".html"}; /* by format */
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
    s->several = source_has_records(from);
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
    size_t count = 0;
    for (size_t i = 0; good && i < all->count; i++) {
        if (all->items[i].problem)
            continue;
        targets[count] = (target){mirrored(a, &all->items[i]), &all->items[i]};
        good = targets[count++].path != NULL;
    }
    if (good) {
        qsort(targets, count, sizeof *targets, by_path);
        good = distinct(targets, count) && spares_inputs(targets, count);
    } else
        say("memory ran out");
    for (size_t i = 0; targets && i < count; i++)
        free(targets[i].path);
    free(targets);
    return good;
}

/* ---- the interface ---- */

bool sink_open(sink *s, const args *a, const inputs *all, bool one, int *exit_code)
{
    *s = (sink){.args = a, .tree = all->tree && !one, .file = STDOUT_FILENO};
    s->several = all->several && !one;
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

static bool is_older(const struct stat *a, const struct stat *b)
{
    return a->st_mtim.tv_sec != b->st_mtim.tv_sec ? a->st_mtim.tv_sec < b->st_mtim.tv_sec
                                                  : a->st_mtim.tv_nsec < b->st_mtim.tv_nsec;
}

static bool is_done(const sink *s, const source *from)
{
    struct stat output, input;
    char *path = from->path && !from->problem ? mirrored(s->args, from) : NULL;
    bool done = path && lstat(path, &output) == 0 && S_ISREG(output.st_mode) &&
                stat(from->path, &input) == 0 && !is_older(&output, &input);
    free(path);
    return done;
}

size_t sink_leave_out_done(const sink *s, inputs *all)
{
    size_t kept = 0, count = all->count;
    for (size_t i = 0; s->tree && i < count; i++) {
        if (is_done(s, &all->items[i]))
            source_free(&all->items[i]);
        else
            all->items[kept++] = all->items[i];
    }
    all->count = s->tree ? kept : count;
    return count - all->count;
}

void sink_add(sink *s, const source *from, const char *bytes, size_t length)
{
    if (s->failed)
        return;
    if (s->tree && s->file < 0)
        begin_source(s, from);
    if (s->several && s->args->format == AS_JSON) {
        put(s, s->results ? ",\n" : "\n", s->results ? 2 : 1);
        length -= length > 0; /* the newline */
    } else if (s->several && s->args->format != AS_JSONL && s->results)
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
