/* JSON -> a record. */
#ifndef PITH_CMD_RECORD_H
#define PITH_CMD_RECORD_H

#include <cJSON.h>
#include <stdint.h>

#include "fault.h"
#include "json.h"

/* How the members are called that pith reads. */
typedef struct record_fields {
    const char *id, *text, *title, *language;
} record_fields;

/* {0} before the first; the memory is used again from record to record. */
typedef struct record {
    const char *id; /* the value of the id as it was written, on one line; NULL if there is none */
    const char *text; /* UTF-8, perhaps with NULs in it */
    size_t text_length;
    const char *title, *language; /* or NULL; the language is a code of pith_languages() */
    size_t at;                    /* the byte of the line that is wrong; 0: all of it */
    bool parsed;                  /* it is JSON, whatever else may be wrong */
    json_object object;           /* all members */
    buffer id_bytes, skeleton;
    cJSON *tree;
} record;

/* NULL: all is well. The line is changed (the escapes of the text are resolved in place) and has to
 * stay as long as the record is used. The id is there even of a bad line, if it could be found. */
const fault *record_read(record *r, const record_fields *fields, char *line, size_t length);

void record_free(record *r);

/* "EN", "en-GB" and "en_GB" are en; NULL: pith has no data for it. */
const char *known_language(const char *given);

/* Adds {"id":…,"error":{"code":…,"message":…,"line":…,"byte":…}} and a newline; line 0: without
 * line and byte. False: memory ran out. */
bool record_add_error(buffer *out, const char *id, const fault *wrong, size_t line, uint64_t byte);

#endif
