#include "record.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "pith.h"

/* ---- what needs no cJSON ---- */

static bool is_word(const json_member *m, const char *word)
{
    return m->length == strlen(word) && memcmp(m->value, word, m->length) == 0;
}

/* A value that is checked to its end when it is scanned. */
static bool is_checked(const json_member *m)
{
    enum { DIGITS_MAX = 60 }; /* cJSON does not read longer numbers */
    char c = m->value[0];
    if (c == '-' || (c >= '0' && c <= '9'))
        return m->length <= DIGITS_MAX;
    return json_is_string(m) || is_word(m, "null") || is_word(m, "true") || is_word(m, "false");
}

/* Absent or without an escape. */
static bool is_as_written(const json_member *m)
{
    return !m || !memchr(m->value, '\\', m->length);
}

/* Most records are such: pieces that the scan has checked, and what we read of them stands there as
 * it is meant. */
static bool is_simple(const record *r, const record_fields *fields)
{
    for (size_t i = 0; i < r->object.count; i++) {
        if (!is_checked(&r->object.members[i]))
            return false;
    }
    return is_as_written(json_find(&r->object, fields->title)) &&
           is_as_written(json_find(&r->object, fields->language));
}

/* ---- what cJSON gets to see ---- */

/* Strings from this length on are left out for cJSON: the scan has checked them already. */
enum { LONG_STRING = 64 };

static bool is_left_out(const json_member *m, const json_member *title)
{
    return m->length > LONG_STRING && json_is_string(m) && m != title;
}

/* cJSON ends a string at an escaped NUL, so it becomes U+FFFD, as in the text. An escape counts
 * only if its backslash is not escaped itself. */
static void replace_nul(char *line, size_t length)
{
    char *at = line, *end = line + length;
    while ((at = memchr(at, '\\', (size_t)(end - at))) && end - at >= 6) {
        if (memcmp(at, "\\u0000", 6) == 0)
            memcpy(at, "\\ufffd", 6);
        at += 2;
    }
}

/* The line with "" for what is left out, and a NUL behind it. */
static bool make_skeleton(record *r, const record_fields *fields, const char *line, size_t length)
{
    const json_member *title = json_find(&r->object, fields->title);
    const char *from = line;
    bool good = true;
    r->skeleton.length = 0;
    for (size_t i = 0; good && i < r->object.count; i++) {
        const json_member *m = &r->object.members[i];
        if (!is_left_out(m, title))
            continue;
        good = buffer_add(&r->skeleton, from, (size_t)(m->value - from)) &&
               buffer_print(&r->skeleton, "\"\"");
        from = m->value + m->length;
    }
    good = good && buffer_add(&r->skeleton, from, (size_t)(line + length - from)) &&
           buffer_add(&r->skeleton, "", 1);
    if (good)
        replace_nul(r->skeleton.bytes, r->skeleton.length);
    return good;
}

/* The place in the line of one in the skeleton. */
static size_t place_in_line(const record *r, const record_fields *fields, const char *line,
                            size_t at)
{
    const json_member *title = json_find(&r->object, fields->title);
    for (size_t i = 0; i < r->object.count; i++) {
        const json_member *m = &r->object.members[i];
        if (is_left_out(m, title) && at > (size_t)(m->value - line))
            at += m->length - 2;
    }
    return at;
}

static const fault *parse(record *r, const record_fields *fields, const char *line, size_t length)
{
    if (!make_skeleton(r, fields, line, length))
        return &fault_memory;
    const char *end = NULL;
    errno = 0;
    r->tree = cJSON_ParseWithLengthOpts(r->skeleton.bytes, r->skeleton.length, &end, true);
    if (r->tree)
        return NULL;
    if (errno == ENOMEM)
        return &fault_memory;
    r->at = place_in_line(r, fields, line, end ? (size_t)(end - r->skeleton.bytes) : 0);
    return &fault_json;
}

/* ---- members ---- */

static bool is_json(const json_member *m)
{
    cJSON *tree = cJSON_ParseWithLength(m->value, m->length);
    cJSON_Delete(tree);
    return tree != NULL;
}

/* Of a line that is no JSON the id has to be JSON at least. */
static bool take_id(record *r, const record_fields *fields)
{
    const json_member *id = json_find(&r->object, fields->id);
    if (!id || (!r->parsed && !is_json(id)))
        return true;
    r->id_bytes.length = 0;
    if (!json_add_line(&r->id_bytes, id->value, id->length) || !buffer_add(&r->id_bytes, "", 1))
        return false;
    r->id = r->id_bytes.bytes;
    return true;
}

static bool take_text(record *r, const record_fields *fields, char *line)
{
    const json_member *text = json_find(&r->object, fields->text);
    if (!text || !json_is_string(text))
        return false;
    char *inside = line + (text->value - line) + 1;
    r->text = inside;
    r->text_length = json_unescape(inside, text->length - 2);
    return true;
}

/* The string of a member, NULL if it is absent or null; anything else is a fault. */
static const char *string_in_tree(const cJSON *tree, const char *name, const fault **wrong)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(tree, name);
    if (!value || cJSON_IsNull(value))
        return NULL;
    if (!cJSON_IsString(value))
        *wrong = &fault_field;
    return cJSON_GetStringValue(value);
}

/* The same where no tree was made: it ends in the line, in place of its quotation mark. */
static const char *string_in_line(const json_object *o, const char *name, char *line,
                                  const fault **wrong)
{
    const json_member *m = json_find(o, name);
    if (!m || is_word(m, "null"))
        return NULL;
    if (!json_is_string(m)) {
        *wrong = &fault_field;
        return NULL;
    }
    char *string = line + (m->value - line) + 1;
    string[m->length - 2] = '\0';
    return string;
}

static const char *string_of(const record *r, const char *name, char *line, const fault **wrong)
{
    return r->tree ? string_in_tree(r->tree, name, wrong)
                   : string_in_line(&r->object, name, line, wrong);
}

const char *known_language(const char *given)
{
    size_t count, length = given ? strcspn(given, "-_") : 0;
    const char *const *codes = pith_languages(&count);
    for (size_t i = 0; length == 2 && i < count; i++) {
        if ((given[0] | 0x20) == codes[i][0] && (given[1] | 0x20) == codes[i][1])
            return codes[i];
    }
    return NULL;
}

/* ---- the interface ---- */

static void clear(record *r)
{
    cJSON_Delete(r->tree);
    r->tree = NULL;
    r->id = r->text = r->title = r->language = NULL;
    r->text_length = r->at = 0;
    r->parsed = false;
    buffer_clear(&r->skeleton);
}

const fault *record_read(record *r, const record_fields *fields, char *line, size_t length)
{
    static const fault *const faults[] = {NULL, &fault_json, &fault_encoding, &fault_memory};
    clear(r);
    const fault *wrong = faults[json_scan(&r->object, line, length, &r->at)];
    if (!wrong) {
        r->at = 0;
        wrong = is_simple(r, fields) ? NULL : parse(r, fields, line, length);
    }
    r->parsed = !wrong;
    if (!take_id(r, fields))
        return &fault_memory;
    if (wrong)
        return wrong;
    r->title = string_of(r, fields->title, line, &wrong);
    r->language = known_language(string_of(r, fields->language, line, &wrong));
    return take_text(r, fields, line) ? wrong : &fault_text;
}

void record_free(record *r)
{
    clear(r);
    json_object_free(&r->object);
    buffer_free(&r->id_bytes);
    buffer_free(&r->skeleton);
}

bool record_add_error(buffer *out, const char *id, const fault *wrong, size_t line, uint64_t byte)
{
    char place[80] = "";
    if (line)
        snprintf(place, sizeof place, ",\"line\":%zu,\"byte\":%" PRIu64, line, byte);
    return buffer_print(out, "{\"id\":") && buffer_print(out, id ? id : "null") &&
           buffer_print(out, ",\"error\":{\"code\":") &&
           json_add_string(out, wrong->code, strlen(wrong->code)) &&
           buffer_print(out, ",\"message\":") &&
           json_add_string(out, wrong->message, strlen(wrong->message)) &&
           buffer_print(out, place) && buffer_print(out, "}}\n");
}
