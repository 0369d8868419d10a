#include "record.h"

#include <stdlib.h>
#include <string.h>

#include "json_slice.h"
#include "pith.h"

const fault fault_memory = {"memory", "memory ran out; give the process more, or split the text"};
static const fault fault_json = {"json", "this is no JSON object; write one object a line"};
static const fault fault_text = {"text", "there is no string \"text\"; name the text so"};
static const fault fault_field = {"field", "\"title\" and \"lang\" have to be strings or null"};

/* An escape counts only if its backslash is not escaped itself. */
static void replace_nul(char *line, size_t length)
{
    char *at = line, *end = line + length;
    while ((at = memchr(at, '\\', (size_t)(end - at))) && end - at >= 6) {
        if (memcmp(at, "\\u0000", 6) == 0)
            memcpy(at, "\\ufffd", 6);
        at += 2;
    }
}

/* A copy in which the line ends that JSON allows in strings, U+0085, U+2028 and U+2029, are
 * escaped: what is written as it came in may not break a line either. */
static char *copy_value(const char *value, size_t length)
{
    char *copy = malloc(length * 3 + 1), *out = copy;
    if (!copy)
        return NULL;
    for (size_t i = 0; i < length; i++) {
        const unsigned char *p = (const unsigned char *)value + i;
        bool two = length - i > 1 && p[0] == 0xC2 && p[1] == 0x85;
        bool three =
            length - i > 2 && p[0] == 0xE2 && p[1] == 0x80 && (p[2] == 0xA8 || p[2] == 0xA9);
        if (two || three) {
            memcpy(out, two ? "\\u0085" : p[2] == 0xA8 ? "\\u2028" : "\\u2029", 6);
            out += 6;
            i += three ? 2 : 1;
        } else
            *out++ = value[i];
    }
    *out = 0;
    return copy;
}

static bool is_blank_or_end(const char *rest)
{
    return rest[strspn(rest, " \t\r\n")] == 0;
}

/* The string of a member, NULL if it is absent or null; anything else is a fault. */
static const char *member(const cJSON *tree, const char *name, const fault **wrong)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(tree, name);
    if (!value || cJSON_IsNull(value))
        return NULL;
    if (!cJSON_IsString(value))
        *wrong = &fault_field;
    return cJSON_GetStringValue(value);
}

/* "EN", "en-GB" and "en_GB" are en; a language without data is as good as none. */
static const char *known_language(const char *given)
{
    size_t count, length = given ? strcspn(given, "-_") : 0;
    const char *const *codes = pith_languages(&count);
    for (size_t i = 0; length == 2 && i < count; i++) {
        if ((given[0] | 0x20) == codes[i][0] && (given[1] | 0x20) == codes[i][1])
            return codes[i];
    }
    return NULL;
}

const fault *record_read(record *r, char *line, size_t length)
{
    *r = (record){0};
    size_t id_length, bom = length >= 3 && memcmp(line, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    const char *id = json_slice(line + bom, length - bom, "id", &id_length);
    if (id && !(r->id = copy_value(id, id_length)))
        return &fault_memory;
    replace_nul(line, length);
    const char *end = NULL;
    r->tree = cJSON_ParseWithLengthOpts(line, length + 1, &end, false);
    if (!cJSON_IsObject(r->tree) || !is_blank_or_end(end) || strlen(line) != length)
        return &fault_json;
    if (!r->id && cJSON_GetObjectItemCaseSensitive(r->tree, "id"))
        return &fault_json; /* cJSON takes numbers that JSON does not have, such as 007 */
    const fault *wrong = NULL;
    const cJSON *text = cJSON_GetObjectItemCaseSensitive(r->tree, "text");
    r->text = cJSON_GetStringValue(text);
    r->title = member(r->tree, "title", &wrong);
    r->language = known_language(member(r->tree, "lang", &wrong));
    return r->text ? wrong : &fault_text;
}

void record_free(record *r)
{
    free(r->id);
    cJSON_Delete(r->tree);
    *r = (record){0};
}

static bool put(cJSON *object, const char *name, cJSON *value)
{
    return value && cJSON_AddItemToObject(object, name, value);
}

char *record_error(const char *id, const char *code, const char *message, size_t line)
{
    cJSON *root = cJSON_CreateObject(), *error = NULL;
    char *printed = NULL, *text = NULL;
    bool done = root && put(root, "id", id ? cJSON_CreateRaw(id) : cJSON_CreateNull()) &&
                put(root, "error", error = cJSON_CreateObject()) &&
                put(error, "code", cJSON_CreateString(code)) &&
                put(error, "message", cJSON_CreateString(message)) &&
                (!line || put(error, "line", cJSON_CreateNumber((double)line)));
    if (done && (printed = cJSON_PrintUnformatted(root)) && (text = malloc(strlen(printed) + 2))) {
        strcpy(text, printed);
        strcat(text, "\n");
    }
    cJSON_free(printed);
    cJSON_Delete(root);
    return text;
}
