/* A bundle of documents that a thread works on at a time: small ones are bundled, so that handing
 * them over costs nothing to speak of. */
#ifndef PITH_CMD_TASK_H
#define PITH_CMD_TASK_H

#include "buffer.h"
#include "digest.h"
#include "fault.h"
#include "input.h"

enum { TASK_ITEMS = 64, TASK_BYTES = 64 << 10 };

typedef enum item_kind {
    ITEM_FILE,   /* one text; the worker reads the file */
    ITEM_TEXT,   /* one text, in the task's bytes */
    ITEM_RECORD, /* a record, in the task's bytes */
    ITEM_FAILED, /* could not be read: code and message say why */
    ITEM_END     /* nothing more comes from this source */
} item_kind;

typedef struct item {
    item_kind kind;
    const source *source;
    size_t line;          /* of a record, from 1; else 0 */
    uint64_t byte;        /* where in the input it begins; then, where it is wrong */
    size_t start, length; /* in task.in */
    /* what came of it */
    bool failed;
    const char *code; /* of an error, from a fixed list */
    char message[200];
    size_t id, id_length; /* of an error: the id in task.ids, as JSON; no length: none. With
                             --merge: what the text is called */
    size_t out_end;       /* in task.out, where the next item's part begins */
    outcome outcome;
    digest kept; /* for the table of speakers; else nothing */
} item;

typedef struct task {
    item items[TASK_ITEMS];
    size_t count;
    uint64_t load; /* bytes of the documents in it, as far as known */
    buffer in, out, ids;
    bool done; /* worked on */
} task;

/* Items are set when they are added: a task that is not used takes no memory. */
void task_init(task *t);
item *task_add(task *t, item_kind kind, const source *from);
bool task_full(const task *t);
void task_clear(task *t);
void task_free(task *t);

void item_fail(item *i, const char *code, const char *message);

#endif
