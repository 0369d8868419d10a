/* A line of JSON -> a record. */
#ifndef PITH_CMD_RECORD_H
#define PITH_CMD_RECORD_H

#include <cJSON.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct record {
    char *id; /* the value of "id" as it was written, valid JSON; NULL if there is none. Owned */
    const char *text, *title; /* title may be NULL */
    const char *language;     /* a code of pith_languages(), or NULL */
    cJSON *tree;              /* owns them */
} record;

/* What is wrong with a line; code is from a fixed list, which the man page gives. */
typedef struct fault {
    const char *code, *message;
} fault;

extern const fault fault_memory;

/* line[length] has to be NUL. The line is changed: \u0000 becomes \ufffd, since the parser ends a
 * string there. NULL: all is well. record_free either way; id is there even of a bad line, if it
 * could be found. */
const fault *record_read(record *r, char *line, size_t length);
void record_free(record *r);

/* {"id":…,"error":{"code":…,"message":…,"line":…}} and a newline; line 0 is left out. NULL if
 * memory ran out; else the caller's to free. */
char *record_error(const char *id, const char *code, const char *message, size_t line);

#endif
