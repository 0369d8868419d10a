#define _DEFAULT_SOURCE /* scandir */
#include "sets.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "ground/utf8.h"

void sets_fail(const char *what, const char *name)
{
    fprintf(stderr, "%s: %s\n", name, what);
    exit(1);
}

void *sets_need(void *memory)
{
    if (!memory)
        sets_fail("memory ran out", "this program");
    return memory;
}

static char *bytes_of(const char *name)
{
    FILE *file = fopen(name, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0)
        sets_fail("cannot be read", name);
    long size = ftell(file);
    rewind(file);
    char *bytes = sets_need(malloc((size_t)size + 1));
    if (fread(bytes, 1, (size_t)size, file) != (size_t)size)
        sets_fail("cannot be read", name);
    bytes[size] = '\0';
    fclose(file);
    return bytes;
}

static int is_set(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);
    return length > 6 && strcmp(entry->d_name + length - 6, ".jsonl") == 0;
}

static char *path_in(const char *directory, const char *name)
{
    size_t room = strlen(directory) + strlen(name) + 2;
    char *path = sets_need(malloc(room));
    snprintf(path, room, "%s/%s", directory, name);
    return path;
}

char **sets_paths(const char *path, size_t *count)
{
    struct stat found;
    struct dirent **entries = NULL;
    if (stat(path, &found) != 0)
        sets_fail("cannot be read", path);
    int n = S_ISDIR(found.st_mode) ? scandir(path, &entries, is_set, alphasort) : -1;
    char **paths = sets_need(malloc((n > 0 ? (size_t)n : 1) * sizeof *paths));
    *count = n < 0 ? 1 : (size_t)n;
    if (n < 0)
        paths[0] = sets_need(strdup(path));
    for (int i = 0; i < n; i++) {
        paths[i] = path_in(path, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    return paths;
}

char *sets_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *name = sets_need(strdup(slash ? slash + 1 : path));
    char *extension = strrchr(name, '.');
    if (extension)
        *extension = '\0';
    return name;
}

void sets_read_file(const char *path, void (*each)(void *context, const cJSON *record),
                    void *context)
{
    char *bytes = bytes_of(path);
    for (const char *at = bytes; *at;) {
        const char *end;
        cJSON *record = cJSON_ParseWithOpts(at, &end, false);
        if (!record)
            sets_fail("is no JSON", path);
        each(context, record);
        cJSON_Delete(record);
        at = end + strspn(end, "\r\n ");
    }
    free(bytes);
}

void sets_read(const char *directory, const char *name,
               void (*each)(void *context, const cJSON *record), void *context)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s.jsonl", directory, name);
    sets_read_file(path, each, context);
}

pith_document *sets_document(pith_engine *engine, const cJSON *record)
{
    const char *text = cJSON_GetObjectItem(record, "text")->valuestring;
    pith_document_options options = {.size = sizeof options, .language = "en"};
    pith_document *document;
    if (pith_document_new(engine, text, strlen(text), &options, &document) != PITH_OK)
        sets_fail(pith_engine_message(engine), "a text");
    return document;
}

uint32_t *sets_bytes(const char *text)
{
    size_t length = strlen(text);
    uint32_t *bytes = sets_need(malloc((length + 2) * sizeof *bytes)), points = 0;
    for (size_t i = 0; i <= length; i++) {
        if (((unsigned char)text[i] & 0xC0) != 0x80)
            bytes[points++] = (uint32_t)i;
    }
    return bytes;
}

int sets_number(const cJSON *object, const char *name)
{
    const cJSON *item = cJSON_GetObjectItem(object, name);
    return cJSON_IsNumber(item) ? item->valueint : -1;
}

cJSON *sets_spans(const cJSON *quote)
{
    const cJSON *spans = cJSON_GetObjectItem(quote, "spans");
    if (spans)
        return sets_need(cJSON_Duplicate(spans, true));
    int ends[2] = {sets_number(quote, "start"), sets_number(quote, "end")};
    cJSON *whole = sets_need(cJSON_CreateArray());
    cJSON_AddItemToArray(whole, sets_need(cJSON_CreateIntArray(ends, 2)));
    return whole;
}

bool sets_is_alphanumeric(uint32_t code)
{
    return (pith__utf8_is_letter(code) && !pith__utf8_is_mark(code)) || pith__utf8_is_digit(code);
}

bool sets_is_among(uint32_t code, const char *signs)
{
    for (uint32_t at = 0, length = (uint32_t)strlen(signs); at < length;)
        if (pith__utf8_next(signs, &at) == code)
            return true;
    return false;
}
