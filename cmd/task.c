#include "task.h"

#include <stdio.h>

void task_init(task *t)
{
    t->count = 0;
    t->load = 0;
    t->in = t->out = t->ids = (buffer){0};
    t->done = false;
}

item *task_add(task *t, item_kind kind, const source *from)
{
    item *i = &t->items[t->count++];
    i->kind = kind;
    i->source = from;
    i->byte = 0;
    i->line = i->start = i->length = i->id_length = i->out_end = 0;
    i->failed = false;
    i->outcome = (outcome){0};
    i->kept = (digest){0};
    t->load += kind == ITEM_FILE ? from->size : 0;
    return i;
}

bool task_full(const task *t)
{
    return t->count == TASK_ITEMS || t->load + t->in.length >= TASK_BYTES;
}

void task_clear(task *t)
{
    for (size_t k = 0; k < t->count; k++)
        digest_free(&t->items[k].kept);
    t->count = 0;
    t->load = 0;
    t->done = false;
    buffer_clear(&t->in);
    buffer_clear(&t->out);
    buffer_clear(&t->ids);
}

void task_free(task *t)
{
    task_clear(t);
    buffer_free(&t->in);
    buffer_free(&t->out);
    buffer_free(&t->ids);
}

void item_fail(item *i, const char *code, const char *message)
{
    i->failed = true;
    i->code = code;
    snprintf(i->message, sizeof i->message, "%s", message);
}
