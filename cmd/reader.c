#include "reader.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "record.h"
#include "worker.h"

/* A source of records that is being read. */
typedef struct lines {
    batch *batch;
    const source *source;
    int file;
    buffer block; /* what was read and is no whole line yet */
    size_t line;  /* the number of the one that comes next, from 1 */
    bool lost;    /* memory ran out for the line that is being read: its rest is skipped */
} lines;

static void fail_line(lines *l, const char *code, const char *message)
{
    item *i = task_add(batch_task(l->batch), ITEM_FAILED, l->source);
    i->line = l->line;
    item_fail(i, code, message);
}

static bool is_blank(const char *line, size_t length)
{
    size_t i = 0;
    while (i < length && (line[i] == ' ' || line[i] == '\t' || line[i] == '\r'))
        i++;
    return i == length;
}

/* An empty line is no record. */
static void take_line(lines *l, const char *line, size_t length)
{
    l->line++;
    if (l->lost || is_blank(line, length)) {
        if (l->lost)
            fail_line(l, fault_memory.code, fault_memory.message);
        l->lost = false;
        return;
    }
    task *t = batch_task(l->batch);
    size_t start = t->in.length;
    if (!buffer_reserve(&t->in, length + 1)) {
        fail_line(l, fault_memory.code, fault_memory.message);
        return;
    }
    buffer_add(&t->in, line, length);
    buffer_add(&t->in, "", 1);
    item *i = task_add(t, ITEM_RECORD, l->source);
    i->line = l->line;
    i->start = start;
    i->length = length;
}

/* Takes the whole lines; searched: how much of the block is known to hold no line end. */
static void take_lines(lines *l, size_t searched)
{
    const char *from = l->block.bytes, *end = from + l->block.length, *at = from + searched;
    while (!batch_stopped(l->batch) && (at = memchr(at, '\n', (size_t)(end - at)))) {
        take_line(l, from, (size_t)(at - from));
        from = ++at;
    }
    l->block.length = (size_t)(end - from);
    memmove(l->block.bytes, from, l->block.length);
}

/* False at the end. */
static bool read_block(lines *l)
{
    if (!buffer_reserve(&l->block, 1 << 16)) {
        l->lost = true;
        l->block.length = 0;
    }
    size_t searched = l->block.length;
    ssize_t got = read(l->file, l->block.bytes + searched, l->block.room - searched);
    if (got < 0 && errno != EINTR)
        item_fail(task_add(batch_task(l->batch), ITEM_FAILED, l->source), "read", strerror(errno));
    if (got <= 0)
        return got < 0 && errno == EINTR;
    l->block.length += (size_t)got;
    take_lines(l, searched);
    return true;
}

static void read_lines(batch *b, const source *s, int file)
{
    lines l = {.batch = b, .source = s, .file = file};
    do
        batch_submit(b); /* whoever feeds a pipe slowly gets his answers before we wait for more */
    while (!batch_stopped(b) && read_block(&l));
    if (!batch_stopped(b) && (l.block.length || l.lost))
        take_line(&l, l.block.bytes, l.block.length);
    buffer_free(&l.block);
}

static void read_stdin(batch *b, const source *s)
{
    task *t = batch_task(b);
    item *i = task_add(t, ITEM_TEXT, s);
    i->start = t->in.length;
    if (!read_all(STDIN_FILENO, &t->in)) {
        i->kind = ITEM_FAILED;
        item_fail(i, "read", strerror(errno));
    }
    i->length = t->in.length - i->start;
}

static void read_records(batch *b, const source *s)
{
    int file = s->path ? open(s->path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
    if (file < 0) {
        item_fail(task_add(batch_task(b), ITEM_FAILED, s), "read", strerror(errno));
        return;
    }
    read_lines(b, s, file);
    if (s->path)
        close(file);
}

void read_inputs(batch *b, const inputs *all)
{
    for (size_t k = 0; k < all->count && !batch_stopped(b); k++) {
        const source *s = &all->items[k];
        if (s->records)
            read_records(b, s);
        else if (s->path)
            task_add(batch_task(b), ITEM_FILE, s);
        else
            read_stdin(b, s);
        task_add(batch_task(b), ITEM_END, s);
    }
}
