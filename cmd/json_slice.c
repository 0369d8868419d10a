#include "json_slice.h"

#include <cJSON.h>
#include <stdbool.h>
#include <string.h>

typedef struct scan {
    const char *at, *end;
} scan;

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
        return false;
    s->at++;
    return true;
}

/* From one quotation mark behind the other. */
static bool skip_string(scan *s)
{
    for (s->at++; s->at < s->end && *s->at != '"'; s->at++) {
        if ((unsigned char)*s->at < 0x20)
            return false;
        if (*s->at == '\\')
            s->at++;
    }
    if (s->at >= s->end)
        return false;
    s->at++;
    return true;
}

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
        return false;
    if (s->at < s->end && *s->at == '.') {
        s->at++;
        if (!skip_digits(s))
            return false;
    }
    if (s->at < s->end && (*s->at == 'e' || *s->at == 'E')) {
        s->at++;
        if (s->at < s->end && (*s->at == '+' || *s->at == '-'))
            s->at++;
        if (!skip_digits(s))
            return false;
    }
    return true;
}

/* One string, number, word or bracket. */
static bool skip_piece(scan *s, int *depth)
{
    char c = *s->at;
    if (c == '"')
        return skip_string(s);
    if (c == '-' || (c >= '0' && c <= '9'))
        return skip_number(s);
    *depth += (c == '{' || c == '[') - (c == '}' || c == ']');
    if (*depth < 0 || (unsigned char)c < 0x20)
        return false;
    s->at++;
    return true;
}

/* A whole value. What is between its brackets is skipped piece by piece, without a look at how the
 * pieces follow each other. */
static bool skip_value(scan *s)
{
    int depth = 0;
    skip_blank(s);
    if (s->at >= s->end)
        return false;
    if (*s->at >= 'a' && *s->at <= 'z') { /* true, false, null */
        while (s->at < s->end && *s->at >= 'a' && *s->at <= 'z')
            s->at++;
        return true;
    }
    do {
        if (s->at >= s->end || !skip_piece(s, &depth))
            return false;
        if (depth)
            skip_blank(s);
    } while (depth);
    return true;
}

/* How many bytes follow the first one of a character; 4 if none begins with it. */
static size_t followers(unsigned char first)
{
    if (first < 0x80)
        return 0;
    if (first < 0xC2 || first > 0xF4)
        return 4;
    return first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
}

/* Unicode 15, table 3-7. */
static bool is_utf8(const char *text, size_t length)
{
    const unsigned char *p = (const unsigned char *)text, *end = p + length;
    while (p < end) {
        size_t more = followers(*p);
        if (more == 4 || (size_t)(end - p) <= more)
            return false;
        unsigned char low = *p == 0xE0 ? 0xA0 : *p == 0xF0 ? 0x90 : 0x80;
        unsigned char high = *p == 0xED ? 0x9F : *p == 0xF4 ? 0x8F : 0xBF;
        if (more && (p[1] < low || p[1] > high))
            return false;
        for (size_t i = 2; i <= more; i++) {
            if ((p[i] & 0xC0) != 0x80)
                return false;
        }
        p += more + 1;
    }
    return true;
}

static bool is_valid(const char *value, size_t length)
{
    cJSON *tree = is_utf8(value, length) ? cJSON_ParseWithLength(value, length) : NULL;
    cJSON_Delete(tree);
    return tree != NULL;
}

const char *json_slice(const char *line, size_t length, const char *name, size_t *value_length)
{
    scan s = {line, line + length};
    size_t name_length = strlen(name);
    if (!skip_char(&s, '{'))
        return NULL;
    do {
        skip_blank(&s);
        const char *key = s.at + 1;
        if (s.at >= s.end || *s.at != '"' || !skip_string(&s))
            return NULL;
        bool found = (size_t)(s.at - 1 - key) == name_length && memcmp(key, name, name_length) == 0;
        if (!skip_char(&s, ':'))
            return NULL;
        skip_blank(&s);
        const char *value = s.at;
        if (!skip_value(&s))
            return NULL;
        *value_length = (size_t)(s.at - value);
        if (found)
            return is_valid(value, *value_length) ? value : NULL;
    } while (skip_char(&s, ','));
    return NULL;
}
