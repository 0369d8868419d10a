/* Writes JSON (RFC 8259) into a buffer, a value at a time, on one line or indented. cJSON reads;
 * its tree costs ten times as much as the text that is printed from it. */
#ifndef PITH_OUT_JSON_H
#define PITH_OUT_JSON_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "out/buffer.h"

typedef struct pith__json {
    pith__buffer buffer;
    bool indented;   /* with tabs: each member of an object on a line */
    bool started;    /* the innermost bracket that is open has a value */
    unsigned depth;  /* brackets that are open */
    uint32_t arrays; /* a bit for each: it is an array */
} pith__json;

/* Where a value goes: the name of the member, or NULL in an array and for the outermost value.
 * Names are not escaped. The compiler knows how long most are. */
typedef struct pith__member {
    const char *name;
    size_t length;
} pith__member;

static inline pith__member pith__member_of(const char *name)
{
    return (pith__member){name, name ? strlen(name) : 0};
}

void pith__json_open_at(pith__json *json, pith__member member, bool array);
void pith__json_word_at(pith__json *json, pith__member member, const char *word);
void pith__json_whole_at(pith__json *json, pith__member member, uint64_t number);
void pith__json_fraction_at(pith__json *json, pith__member member, double number);
void pith__json_string_at(pith__json *json, pith__member member, const char *text, size_t length);

static inline void pith__json_open_object(pith__json *json, const char *key)
{
    pith__json_open_at(json, pith__member_of(key), false);
}

static inline void pith__json_open_array(pith__json *json, const char *key)
{
    pith__json_open_at(json, pith__member_of(key), true);
}

void pith__json_close(pith__json *json);

static inline void pith__json_null(pith__json *json, const char *key)
{
    pith__json_word_at(json, pith__member_of(key), "null");
}

static inline void pith__json_boolean(pith__json *json, const char *key, bool value)
{
    pith__json_word_at(json, pith__member_of(key), value ? "true" : "false");
}

static inline void pith__json_whole(pith__json *json, const char *key, uint64_t number)
{
    pith__json_whole_at(json, pith__member_of(key), number);
}

/* Rounded to six significant digits. The number is finite. */
static inline void pith__json_fraction(pith__json *json, const char *key, double number)
{
    pith__json_fraction_at(json, pith__member_of(key), number);
}

/* Valid UTF-8. Line ends that JSON allows in a string but readers of lines do not (U+0085, U+2028,
 * U+2029) are escaped. */
static inline void pith__json_string(pith__json *json, const char *key, const char *text,
                                     size_t length)
{
    pith__json_string_at(json, pith__member_of(key), text, length);
}

/* The same of NUL-terminated text; null for NULL. */
static inline void pith__json_text(pith__json *json, const char *key, const char *text)
{
    if (text)
        pith__json_string(json, key, text, strlen(text));
    else
        pith__json_null(json, key);
}

/* A value that is JSON already; line ends are escaped in it too. */
void pith__json_raw(pith__json *json, const char *key, const char *value);

#endif
