/* A strict scan of a JSON object, and what may be done with the pieces that it finds. */
#ifndef PITH_CMD_JSON_H
#define PITH_CMD_JSON_H

#include "buffer.h"

typedef struct json_member {
    const char *name; /* as it was written, without its quotation marks */
    size_t name_length;
    const char *value; /* as it was written */
    size_t length;
} json_member;

/* {0} is an empty one; the members point into the text that was scanned. */
typedef struct json_object {
    json_member *members;
    size_t count, room;
} json_object;

typedef enum json_status { JSON_FINE, JSON_BROKEN, JSON_NO_UTF8, JSON_NO_MEMORY } json_status;

/* Finds the top-level members. All that is made of characters is checked to the letter of RFC 8259:
 * strings (UTF-8 by Unicode 15, table 3-7; escapes; surrogates come in pairs; no control
 * characters), numbers, and that nothing follows the object. How pieces follow each other between
 * inner brackets is not looked at: cJSON does that. *at is where it stopped; the members before it
 * are there. Linear, without recursion. */
json_status json_scan(json_object *o, const char *text, size_t length, size_t *at);
void json_object_free(json_object *o);

/* The first member of this name, which may be written with escapes; NULL if there is none. */
const json_member *json_find(const json_object *o, const char *name);

static inline int json_is_string(const json_member *m)
{
    return m->value[0] == '"';
}

/* Resolves the escapes of a string that was scanned, in place; the new length. \u0000 becomes a
 * NUL. */
size_t json_unescape(char *text, size_t length);

/* Adds a value (or several bytes of JSON) that was scanned so that it stands on one line for every
 * reader of lines: U+0085, U+2028 and U+2029, which JSON allows in strings, are escaped, and line
 * ends between pieces become spaces. All else stays byte for byte. False: memory ran out. */
bool json_add_line(buffer *out, const char *value, size_t length);

/* Adds text, which has to be valid UTF-8, as a JSON string with its quotation marks. */
bool json_add_string(buffer *out, const char *text, size_t length);

#endif
