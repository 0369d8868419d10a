#include "task.h"

#include <stdio.h>

item *task_add(task *t, item_kind kind, const source *from)
{
    item *i = &t->items[t->count++];
    i->kind = kind;
    i->source = from;
    i->line = i->start = i->length = i->out_end = 0;
    i->failed = false;
    t->load += kind == ITEM_FILE ? from->size : 0;
    return i;
}

bool task_full(const task *t)
{
    return t->count == TASK_ITEMS || t->load + t->in.length >= TASK_BYTES;
}

void task_clear(task *t)
{
    t->count = 0;
    t->load = 0;
    t->done = false;
    buffer_clear(&t->in);
    buffer_clear(&t->out);
}

void task_free(task *t)
{
    buffer_free(&t->in);
    buffer_free(&t->out);
}

void item_fail(item *i, const char *code, const char *message)
{
    i->failed = true;
    i->code = code;
    snprintf(i->message, sizeof i->message, "%s", message);
}
