/* The annotated sets, as the programs here read them: a JSON object a line. */
#ifndef PITH_QUALITY_SETS_H
#define PITH_QUALITY_SETS_H

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stdint.h>

#include "text/document.h"

/* Ends the program with a message on standard error. */
_Noreturn void sets_fail(const char *what, const char *name);

/* The memory, which must not be NULL. */
void *sets_need(void *memory);

/* The paths of DIR's *.jsonl, sorted, or the path itself if it is a file; to be freed with what it
 * holds. */
char **sets_paths(const char *path, size_t *count);

/* The name of a file without its extension; to be freed. */
char *sets_name(const char *path);

/* Calls `each` with every record of DIR/NAME.jsonl, or of a file. */
void sets_read(const char *directory, const char *name,
               void (*each)(void *context, const cJSON *record), void *context);
void sets_read_file(const char *path, void (*each)(void *context, const cJSON *record),
                    void *context);

/* The text of a record as an English document. */
pith_document *sets_document(pith_engine *engine, const cJSON *record);

/* Byte offsets of the characters of a text, and of its end; to be freed. */
uint32_t *sets_bytes(const char *text);

/* A number of an object, or -1. */
int sets_number(const cJSON *object, const char *name);

/* The spans of a quote in characters, as [start, end] in turn; to be deleted. */
cJSON *sets_spans(const cJSON *quote);

/* A letter or digit; marks over letters are none. */
bool sets_is_alphanumeric(uint32_t code);

/* One of some signs. */
bool sets_is_among(uint32_t code, const char *signs);

#endif
