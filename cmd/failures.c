#include "failures.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "json.h"
#include "reading.h"
#include "say.h"
#include "utf8.h"

static void fail(failures *f)
{
    if (!f->failed)
        say("%s: could not be written: %s", f->path, strerror(errno));
    f->failed = true;
}

bool failures_open(failures *f, const char *path)
{
    *f = (failures){.path = path, .file = -1};
    if (path && (f->file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) < 0)
        fail(f);
    return !f->failed;
}

/* A path may be any bytes; what is no character becomes U+FFFD, as in other JSON. */
static bool add_path(buffer *out, const char *path)
{
    const char *end = path + strlen(path), *from = path;
    buffer valid = {0};
    bool good = true;
    while (good && from < end) {
        size_t size = utf8_character(from, end);
        good = size ? buffer_add(&valid, from, size) : buffer_print(&valid, "\xEF\xBF\xBD");
        from += size ? size : 1;
    }
    good = good && json_add_string(out, valid.bytes, valid.length);
    buffer_free(&valid);
    return good;
}

void failures_add(failures *f, const item *i, const task *t)
{
    char place[80] = "";
    if (!f->path || f->failed)
        return;
    if (i->line)
        snprintf(place, sizeof place, ",\"line\":%zu,\"byte\":%" PRIu64, i->line, i->byte);
    bool good = buffer_print(&f->lines, "{\"source\":") &&
                (i->source->path ? add_path(&f->lines, i->source->path)
                                 : buffer_print(&f->lines, "null")) &&
                buffer_print(&f->lines, place) && buffer_print(&f->lines, ",\"id\":") &&
                (i->id_length ? buffer_add(&f->lines, t->ids.bytes + i->id, i->id_length)
                              : buffer_print(&f->lines, "null")) &&
                buffer_print(&f->lines, ",\"code\":") &&
                json_add_string(&f->lines, i->code, strlen(i->code)) &&
                buffer_print(&f->lines, ",\"message\":") &&
                json_add_string(&f->lines, i->message, strlen(i->message)) &&
                buffer_print(&f->lines, "}\n");
    if (!good) {
        errno = ENOMEM;
        fail(f);
    }
}

void failures_flush(failures *f)
{
    for (size_t at = 0; !f->failed && at < f->lines.length;) {
        ssize_t put = write(f->file, f->lines.bytes + at, f->lines.length - at);
        if (put < 0 && errno != EINTR)
            fail(f);
        at += put > 0 ? (size_t)put : 0;
    }
    buffer_clear(&f->lines);
}

void failures_close(failures *f)
{
    failures_flush(f);
    if (f->file >= 0 && close(f->file) != 0)
        fail(f);
    buffer_free(&f->lines);
}
