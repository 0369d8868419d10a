/* Writes JSON (RFC 8259) into a buffer, a value at a time, on one line or indented. cJSON reads;
 * its tree costs ten times as much as the text that is printed from it. */
#ifndef PITH_OUT_JSON_H
#define PITH_OUT_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "out/buffer.h"

typedef struct pith__json {
    pith__buffer buffer;
    bool indented;   /* with tabs: each member of an object on a line */
    bool started;    /* the innermost bracket that is open has a value */
    unsigned depth;  /* brackets that are open */
    uint32_t arrays; /* a bit for each: it is an array */
} pith__json;

/* The key is NULL in an array and for the outermost value. Keys are not escaped. */
void pith__json_open_object(pith__json *json, const char *key);
void pith__json_open_array(pith__json *json, const char *key);
void pith__json_close(pith__json *json);

void pith__json_null(pith__json *json, const char *key);
void pith__json_boolean(pith__json *json, const char *key, bool value);
void pith__json_whole(pith__json *json, const char *key, uint64_t number);

/* Rounded to six significant digits. The number is finite. */
void pith__json_fraction(pith__json *json, const char *key, double number);

/* Valid UTF-8. Line ends that JSON allows in a string but readers of lines do not (U+0085, U+2028,
 * U+2029) are escaped. */
void pith__json_string(pith__json *json, const char *key, const char *text, size_t length);

/* The same of NUL-terminated text; null for NULL. */
void pith__json_text(pith__json *json, const char *key, const char *text);

/* A value that is JSON already; line ends are escaped in it too. */
void pith__json_raw(pith__json *json, const char *key, const char *value);

#endif
