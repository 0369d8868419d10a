/* The list of what failed, a line of JSON each:
 * {"source":"a.jsonl","line":3,"byte":120,"id":7,"code":"text","message":"…"} */
#ifndef PITH_CMD_FAILURES_H
#define PITH_CMD_FAILURES_H

#include "task.h"

typedef struct failures {
    const char *path; /* NULL: no list is wanted */
    int file;
    buffer lines; /* not written yet */
    bool failed;  /* could not be written; a message told it */
} failures;

bool failures_open(failures *f, const char *path);

/* The task that the item belongs to holds its id. */
void failures_add(failures *f, const item *i, const task *t);
void failures_flush(failures *f);
void failures_close(failures *f);

#endif
