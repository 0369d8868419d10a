/* The annotated sets, as the fitting programs read them: a JSON object a line. */
#ifndef PITH_QUALITY_SETS_H
#define PITH_QUALITY_SETS_H

#include <cjson/cJSON.h>
#include <stdint.h>

#include "text/document.h"

/* Ends the program with a message on standard error. */
_Noreturn void sets_fail(const char *what, const char *name);

/* The memory, which must not be NULL. */
void *sets_need(void *memory);

/* Calls `each` with every record of DIR/NAME.jsonl. */
void sets_read(const char *directory, const char *name,
               void (*each)(void *context, const cJSON *record), void *context);

/* The text of a record as an English document. */
pith_document *sets_document(pith_engine *engine, const cJSON *record);

/* Byte offsets of the characters of a text, and of its end; to be freed. */
uint32_t *sets_bytes(const char *text);

/* A number of an object, or -1. */
int sets_number(const cJSON *object, const char *name);

/* The spans of a quote in characters, as [start, end] in turn; to be deleted. */
cJSON *sets_spans(const cJSON *quote);

#endif
