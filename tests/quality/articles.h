/* Records of the sets of summaries: an object with id, text, title, lang, and summary or
 * references; where a record is of several articles, docs has them apart. */
#ifndef PITH_QUALITY_ARTICLES_H
#define PITH_QUALITY_ARTICLES_H

#include <cjson/cJSON.h>
#include <stddef.h>

#include "ground/arena.h"
#include "pith.h"

/* A string of a record, or NULL. */
const char *article_string(const cJSON *record, const char *key);

/* Its language; English unless it says so. */
const char *article_language(const cJSON *record);

/* Summaries that people wrote of it: how many, and each of them. */
size_t article_references(const cJSON *record);
const char *article_reference(const cJSON *record, size_t index);

/* Its articles, joined, and where each begins. */
char *article_joined(const cJSON *record, pith__arena *arena, size_t *length);
const pith_part *article_parts(const cJSON *record, pith__arena *arena, size_t *count);

#endif
