#define _DEFAULT_SOURCE /* getline */
#include "sentence_set.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ground/utf8.h"
#include "sets.h"

_Noreturn static void fail(const char *path, size_t line, const char *what)
{
    fprintf(stderr, "%s:%zu: %s\n", path, line, what);
    exit(2);
}

/* ---- ends ---- */

static bool is_blank(uint32_t code)
{
    return pith__utf8_is_space(code) || (code >= 0x1C && code <= 0x1F);
}

static uint32_t trimmed(const char *text, uint32_t end)
{
    for (uint32_t before = end; end > 0; end = before)
        if (!is_blank(pith__utf8_previous(text, &before)))
            break;
    return end;
}

static int by_place(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* Trims, sorts, takes out doubles, 0 and the end of the text; the new count. */
static uint32_t tidy(const char *text, uint32_t length, uint32_t *ends, uint32_t count)
{
    uint32_t kept = 0, last = trimmed(text, length);
    for (uint32_t i = 0; i < count; i++)
        ends[i] = trimmed(text, ends[i]);
    if (count)
        qsort(ends, count, sizeof *ends, by_place);
    for (uint32_t i = 0; i < count; i++)
        if (ends[i] && ends[i] < last && (!kept || ends[kept - 1] != ends[i]))
            ends[kept++] = ends[i];
    return kept;
}

uint32_t *ends_of(const pith__text text, const pith__sentences *sentences, uint32_t *count)
{
    uint32_t *ends = sets_need(malloc((sentences->count + 1u) * sizeof *ends));
    for (uint32_t i = 0; i < sentences->count; i++)
        ends[i] = sentences->items[i].span.end;
    *count = tidy(text.bytes, text.length, ends, sentences->count);
    return ends;
}

bool ends_with_terminator(const char *text, uint32_t end)
{
    uint32_t code = pith__utf8_previous(text, &end);
    while (end > 0 && sets_is_among(code, "\"'”’“‘»«›‹)]}」』）】》"))
        code = pith__utf8_previous(text, &end);
    return sets_is_among(code, ".!?…。！？։؟।॥۔።‼⁇⁈⁉．｡");
}

bool is_inner_end(const char *text, uint32_t end)
{
    uint32_t length = (uint32_t)strlen(text);
    while (end < length) {
        uint32_t code = pith__utf8_next(text, &end);
        if (code == '\n')
            return false;
        if (!is_blank(code))
            break;
    }
    return true;
}

/* ---- records ---- */

static const char *string_of(const cJSON *json, const char *key)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(json, key));
}

/* Code points to bytes: both in order once the ends are. */
static uint32_t *bytes_of(const char *text, const cJSON *ends, uint32_t *count)
{
    uint32_t length = (uint32_t)strlen(text), at = 0, points = 0, i = 0;
    *count = (uint32_t)cJSON_GetArraySize(ends);
    uint32_t *bytes = sets_need(malloc((*count + 1u) * sizeof *bytes));
    const cJSON *end;
    cJSON_ArrayForEach(end, ends) bytes[i++] = (uint32_t)end->valuedouble;
    if (i)
        qsort(bytes, i, sizeof *bytes, by_place);
    for (i = 0; i < *count; i++) {
        for (; points < bytes[i] && at < length; points++)
            (void)pith__utf8_next(text, &at);
        bytes[i] = at;
    }
    *count = tidy(text, length, bytes, *count);
    return bytes;
}

static record read_record(const char *path, size_t number, const char *line)
{
    record r = {.json = cJSON_Parse(line)};
    const cJSON *ends = cJSON_GetObjectItemCaseSensitive(r.json, "ends");
    r.text = string_of(r.json, "text");
    r.lang = string_of(r.json, "lang");
    r.lang = r.lang ? r.lang : "";
    r.group = string_of(r.json, "group");
    r.sentences = cJSON_GetObjectItemCaseSensitive(r.json, "sentences");
    if (!r.text || (!ends && !r.sentences))
        fail(path, number, "no record with a text and its ends or sentences");
    if (ends)
        r.ends = bytes_of(r.text, ends, &r.end_count);
    return r;
}

sentence_set sentence_set_read(const char *path)
{
    sentence_set set = {.name = sets_name(path)};
    FILE *file = fopen(path, "r");
    char *line = NULL;
    size_t room = 0, number = 0;
    if (!file)
        fail(path, 0, "cannot be read");
    while (getline(&line, &room, file) > 0) {
        number++;
        if (line[strspn(line, " \r\n")] == 0)
            continue;
        set.items = sets_need(realloc(set.items, (set.count + 1) * sizeof *set.items));
        set.items[set.count++] = read_record(path, number, line);
    }
    free(line);
    fclose(file);
    return set;
}

void sentence_set_free(sentence_set *set)
{
    for (size_t i = 0; i < set->count; i++) {
        cJSON_Delete(set->items[i].json);
        free(set->items[i].ends);
    }
    free(set->items);
    free(set->name);
}
