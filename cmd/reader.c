#include "reader.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "file.h"
#include "records.h"

static void fail(batch *b, const source *s, const char *code, const char *message)
{
    item_fail(task_add(batch_task(b), ITEM_FAILED, s), code, message);
}

static void read_stdin(batch *b, const source *s)
{
    task *t = batch_task(b);
    size_t start = t->in.length;
    bool done = read_all(STDIN_FILENO, &t->in, batch_args(b)->max_record);
    if (!done && errno == EINTR)
        return; /* a signal asks to stop */
    item *i = task_add(t, ITEM_TEXT, s);
    i->start = start;
    i->length = t->in.length - start;
    if (done)
        return;
    i->kind = ITEM_FAILED;
    if (errno == EFBIG)
        item_fail(i, fault_size.code, fault_size.message);
    else
        item_fail(i, "read", strerror(errno));
}

static void read_records(batch *b, const source *s)
{
    int file = s->path ? open(s->path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
    if (file < 0) {
        fail(b, s, "read", strerror(errno));
        return;
    }
    records_read(b, s, file);
    if (s->path)
        close(file);
}

/* A source that a signal cut short has no end: its file in a tree shall not look complete. */
void read_inputs(batch *b, const inputs *all)
{
    for (size_t k = 0; k < all->count && !batch_stopped(b); k++) {
        const source *s = &all->items[k];
        if (s->problem)
            fail(b, s, "read", s->problem);
        else if (source_has_records(s))
            read_records(b, s);
        else if (s->path)
            task_add(batch_task(b), ITEM_FILE, s);
        else
            read_stdin(b, s);
        if (!batch_stopped(b))
            task_add(batch_task(b), ITEM_END, s);
    }
}
