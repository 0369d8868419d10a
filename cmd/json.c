#include "json.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "utf8.h"

typedef struct scan {
    const char *at, *end;
    json_status status;
} scan;

static bool stop(scan *s, json_status status)
{
    s->status = status;
    return false;
}

static bool broken(scan *s)
{
    return stop(s, JSON_BROKEN);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void skip_blank(scan *s)
{
    while (s->at < s->end && is_blank(*s->at))
        s->at++;
}

static bool skip_char(scan *s, char wanted)
{
    skip_blank(s);
    if (s->at >= s->end || *s->at != wanted)
        return broken(s);
    s->at++;
    return true;
}

/* ---- strings ---- */

/* The value of four hexadecimal digits; -1 if they are none. */
static int hex4(const char *p)
{
    int value = 0;
    for (int i = 0; i < 4; i++) {
        char c = p[i], low = (char)(c | 0x20);
        if (c >= '0' && c <= '9')
            value = value << 4 | (c - '0');
        else if (low >= 'a' && low <= 'f')
            value = value << 4 | (low - 'a' + 10);
        else
            return -1;
    }
    return value;
}

static int unicode_escape(const char *p, const char *end)
{
    return end - p >= 6 && p[0] == '\\' && p[1] == 'u' ? hex4(p + 2) : -1;
}

static bool skip_escape(scan *s)
{
    if (s->end - s->at < 2)
        return broken(s);
    if (s->at[1] != 'u') {
        if (!memchr("\"\\/bfnrt", s->at[1], 8))
            return broken(s);
        s->at += 2;
        return true;
    }
    int code = unicode_escape(s->at, s->end);
    if (code < 0 || (code >= 0xDC00 && code <= 0xDFFF))
        return broken(s);
    if (code >= 0xD800 && code <= 0xDBFF) {
        int low = unicode_escape(s->at + 6, s->end);
        if (low < 0xDC00 || low > 0xDFFF)
            return broken(s);
        s->at += 6;
    }
    s->at += 6;
    return true;
}

/* One character of more than one byte. */
static bool skip_wide(scan *s)
{
    size_t length = utf8_character(s->at, s->end);
    s->at += length;
    return length || stop(s, JSON_NO_UTF8);
}

/* Skips what needs no look, eight bytes at a time: no quotation mark, no backslash, no control
 * character, and ASCII. A byte is zero where the word minus ones has borrowed. */
static const char *skip_plain(const char *at, const char *end)
{
    const uint64_t ones = 0x0101010101010101u, highs = ones << 7;
    for (; end - at >= 8; at += 8) {
        uint64_t word;
        memcpy(&word, at, sizeof word);
        uint64_t quote = word ^ ones * '"', backslash = word ^ ones * '\\';
        uint64_t found = ((quote - ones) & ~quote) | ((backslash - ones) & ~backslash) |
                         ((word - ones * 0x20) & ~word) | word;
        if (found & highs)
            break;
    }
    return at;
}

/* From one quotation mark behind the other. */
static bool skip_string(scan *s)
{
    for (s->at++;;) {
        s->at = skip_plain(s->at, s->end);
        while (s->at < s->end && (unsigned char)*s->at >= 0x20 && (signed char)*s->at > 0 &&
               *s->at != '"' && *s->at != '\\')
            s->at++;
        if (s->at >= s->end)
            return broken(s);
        unsigned char c = (unsigned char)*s->at;
        if (c == '"')
            break;
        if (c < 0x20)
            return broken(s);
        if (!(c == '\\' ? skip_escape(s) : skip_wide(s)))
            return false;
    }
    s->at++;
    return true;
}

/* ---- numbers ---- */

static size_t skip_digits(scan *s)
{
    const char *from = s->at;
    while (s->at < s->end && *s->at >= '0' && *s->at <= '9')
        s->at++;
    return (size_t)(s->at - from);
}

/* RFC 8259, section 6; cJSON takes more than it allows. */
static bool skip_number(scan *s)
{
    if (*s->at == '-')
        s->at++;
    bool zero = s->at < s->end && *s->at == '0';
    size_t digits = skip_digits(s);
    if (!digits || (zero && digits > 1))
        return broken(s);
    if (s->at < s->end && *s->at == '.') {
        s->at++;
        if (!skip_digits(s))
            return broken(s);
    }
    if (s->at < s->end && (*s->at == 'e' || *s->at == 'E')) {
        s->at++;
        if (s->at < s->end && (*s->at == '+' || *s->at == '-'))
            s->at++;
        if (!skip_digits(s))
            return broken(s);
    }
    return true;
}

/* ---- values ---- */

/* One string, number, word or bracket. */
static bool skip_piece(scan *s, size_t *depth)
{
    char c = *s->at;
    if (c == '"')
        return skip_string(s);
    if (c == '-' || (c >= '0' && c <= '9'))
        return skip_number(s);
    if (c == '{' || c == '[')
        ++*depth;
    else if ((c == '}' || c == ']') && *depth)
        --*depth;
    else if (!(c >= 'a' && c <= 'z') && !(*depth && (c == ',' || c == ':')))
        return broken(s);
    s->at++;
    return true;
}

static bool skip_value(scan *s)
{
    size_t depth = 0;
    skip_blank(s);
    if (s->at < s->end && *s->at >= 'a' && *s->at <= 'z') { /* true, false, null */
        while (s->at < s->end && *s->at >= 'a' && *s->at <= 'z')
            s->at++;
        return true;
    }
    do {
        if (s->at >= s->end)
            return broken(s);
        if (!skip_piece(s, &depth))
            return false;
        if (depth)
            skip_blank(s);
    } while (depth);
    return true;
}

static bool add_member(json_object *o, json_member m)
{
    if (o->count == o->room) {
        size_t room = o->room ? o->room * 2 : 16;
        json_member *members = realloc(o->members, room * sizeof *members);
        if (!members)
            return false;
        o->members = members;
        o->room = room;
    }
    o->members[o->count++] = m;
    return true;
}

static bool scan_member(scan *s, json_object *o)
{
    skip_blank(s);
    json_member m = {.name = s->at + 1};
    if (s->at >= s->end || *s->at != '"')
        return broken(s);
    if (!skip_string(s))
        return false;
    m.name_length = (size_t)(s->at - 1 - m.name);
    if (!skip_char(s, ':'))
        return false;
    skip_blank(s);
    m.value = s->at;
    if (!skip_value(s))
        return false;
    m.length = (size_t)(s->at - m.value);
    return add_member(o, m) || stop(s, JSON_NO_MEMORY);
}

/* Behind the opening brace. */
static bool scan_members(scan *s, json_object *o)
{
    skip_blank(s);
    if (s->at < s->end && *s->at == '}') {
        s->at++;
        return true;
    }
    for (;;) {
        if (!scan_member(s, o))
            return false;
        skip_blank(s);
        if (s->at >= s->end || *s->at != ',')
            return skip_char(s, '}');
        s->at++;
    }
}

json_status json_scan(json_object *o, const char *text, size_t length, size_t *at)
{
    scan s = {text, text + length, JSON_FINE};
    o->count = 0;
    if (skip_char(&s, '{') && scan_members(&s, o)) {
        skip_blank(&s);
        if (s.at < s.end)
            broken(&s);
    }
    *at = (size_t)(s.at - text);
    return s.status;
}

void json_object_free(json_object *o)
{
    free(o->members);
    *o = (json_object){0};
}

/* ---- pieces ---- */

static bool is_name(const json_member *m, const char *name, size_t length)
{
    char plain[256];
    if (!memchr(m->name, '\\', m->name_length))
        return m->name_length == length && memcmp(m->name, name, length) == 0;
    if (m->name_length > sizeof plain)
        return false;
    memcpy(plain, m->name, m->name_length);
    return json_unescape(plain, m->name_length) == length && memcmp(plain, name, length) == 0;
}

const json_member *json_find(const json_object *o, const char *name)
{
    size_t length = strlen(name);
    for (size_t i = 0; i < o->count; i++) {
        if (is_name(&o->members[i], name, length))
            return &o->members[i];
    }
    return NULL;
}

static char *put_code(char *out, uint32_t code)
{
    if (code < 0x80) {
        *out++ = (char)code;
        return out;
    }
    int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    static const unsigned char first[] = {0, 0xC0, 0xE0, 0xF0};
    *out++ = (char)(first[more] | code >> 6 * more);
    while (more--)
        *out++ = (char)(0x80 | (code >> 6 * more & 0x3F));
    return out;
}

/* The escape at p, written to out; how long it was. */
static size_t resolve(const char *p, char **out)
{
    static const char letters[] = "bfnrt", meant[] = "\b\f\n\r\t";
    if (p[1] != 'u') {
        const char *letter = strchr(letters, p[1]);
        *(*out)++ = letter ? meant[letter - letters] : p[1];
        return 2;
    }
    uint32_t code = (uint32_t)hex4(p + 2);
    if (code < 0xD800 || code > 0xDBFF) {
        *out = put_code(*out, code);
        return 6;
    }
    *out = put_code(*out, 0x10000 + ((code - 0xD800) << 10) + ((uint32_t)hex4(p + 8) - 0xDC00));
    return 12;
}

size_t json_unescape(char *text, size_t length)
{
    char *end = text + length, *out = memchr(text, '\\', length);
    if (!out)
        return length;
    for (const char *at = out; at < end;) {
        at += resolve(at, &out);
        const char *next = at < end ? memchr(at, '\\', (size_t)(end - at)) : NULL;
        size_t run = (size_t)((next ? next : end) - at);
        memmove(out, at, run);
        out += run;
        at += run;
    }
    return (size_t)(out - text);
}

/* What has to be written instead of the bytes at p, of which *replaced are taken; NULL: nothing. */
static const char *line_end(const unsigned char *p, size_t left, size_t *replaced)
{
    *replaced = 1;
    if (*p == '\n' || *p == '\r')
        return " ";
    *replaced = 2;
    if (left > 1 && p[0] == 0xC2 && p[1] == 0x85)
        return "\\u0085";
    *replaced = 3;
    if (left > 2 && p[0] == 0xE2 && p[1] == 0x80 && (p[2] == 0xA8 || p[2] == 0xA9))
        return p[2] == 0xA8 ? "\\u2028" : "\\u2029";
    return NULL;
}

bool json_add_line(buffer *out, const char *value, size_t length)
{
    size_t from = 0, replaced = 0;
    for (size_t at = 0; at < length; at++) {
        const unsigned char *p = (const unsigned char *)value + at;
        if (*p != 0xC2 && *p != 0xE2 && *p >= 0x20)
            continue;
        const char *instead = line_end(p, length - at, &replaced);
        if (!instead)
            continue;
        if (!buffer_add(out, value + from, at - from) || !buffer_print(out, instead))
            return false;
        from = at + replaced;
        at = from - 1;
    }
    return buffer_add(out, value + from, length - from);
}

bool json_add_string(buffer *out, const char *text, size_t length)
{
    size_t from = 0;
    bool good = buffer_print(out, "\"");
    for (size_t at = 0; good && at < length; at++) {
        unsigned char c = (unsigned char)text[at];
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        char escape[8];
        snprintf(escape, sizeof escape, c < 0x20 ? "\\u%04x" : "\\%c", c);
        good = json_add_line(out, text + from, at - from) && buffer_print(out, escape);
        from = at + 1;
    }
    return good && json_add_line(out, text + from, length - from) && buffer_print(out, "\"");
}
