#include "encoding.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <uchardet/uchardet.h>

#include "late.h"
#include "utf8.h"

static const char REPLACEMENT[] = "\xEF\xBF\xBD"; /* U+FFFD */

/* ---- conversion ---- */

bool converter_open(converter *c, const char *encoding)
{
    *c = (converter){.handle = iconv_open("UTF-8", encoding)};
    c->open = c->handle != (iconv_t)-1;
    return c->open;
}

void converter_close(converter *c)
{
    if (c->open)
        iconv_close(c->handle);
    *c = (converter){0};
}

/* As far as it goes. *left is what remains: nothing, or part of a character. */
static bool convert(converter *c, char *bytes, size_t *left, buffer *out)
{
    while (*left) {
        if (!buffer_reserve(out, *left + 16))
            return false;
        char *to = out->bytes + out->length;
        size_t room = out->room - out->length;
        size_t failed = iconv(c->handle, &bytes, left, &to, &room);
        out->length = (size_t)(to - out->bytes);
        if (failed != (size_t)-1 || errno == E2BIG)
            continue;
        if (errno != EILSEQ)
            return true;
        if (!buffer_print(out, REPLACEMENT))
            return false;
        bytes++;
        --*left;
    }
    return true;
}

/* The rest of the block before, with the first bytes of this one behind it, until it is used up.
 * Then *bytes and *length are what is left of the block. */
static bool convert_rest(converter *c, const char **bytes, size_t *length, buffer *out)
{
    while (c->rest_length && *length && c->rest_length < sizeof c->rest) {
        c->rest[c->rest_length++] = *(*bytes)++;
        --*length;
        size_t left = c->rest_length;
        if (!convert(c, c->rest, &left, out))
            return false;
        memmove(c->rest, c->rest + c->rest_length - left, left);
        c->rest_length = left;
    }
    return true;
}

bool converter_add(converter *c, const char *bytes, size_t length, bool end, buffer *out)
{
    if (!convert_rest(c, &bytes, &length, out))
        return false;
    size_t left = length;
    if (!convert(c, (char *)bytes, &left, out))
        return false;
    if (left && left <= sizeof c->rest) {
        memcpy(c->rest, bytes + length - left, left);
        c->rest_length = left;
    }
    return !end || !c->rest_length || buffer_print(out, REPLACEMENT);
}

/* ---- guessing ---- */

/* ASCII, eight bytes at a time. */
static const char *skip_ascii(const char *at, const char *end)
{
    uint64_t word;
    for (; end - at >= 8; at += 8) {
        memcpy(&word, at, sizeof word);
        if (word & 0x8080808080808080u)
            break;
    }
    return at;
}

/* How many characters of more than one byte there are, and bytes that belong to none. */
static void count_wide(const char *bytes, size_t length, size_t *wide, size_t *wrong)
{
    const char *end = bytes + length;
    for (const char *at = bytes; (at = skip_ascii(at, end)) < end;) {
        size_t size = utf8_character(at, end);
        *wide += size > 1;
        *wrong += size == 0;
        at += size ? size : 1;
    }
}

typedef struct detector_functions {
    uchardet_t (*make)(void);
    int (*handle)(uchardet_t, const char *, size_t);
    void (*end)(uchardet_t);
    const char *(*charset)(uchardet_t);
    void (*delete)(uchardet_t);
} detector_functions;

static bool detect(const char *bytes, size_t length, char name[64])
{
    static const char *const names[] = {"uchardet_new",      "uchardet_handle_data",
                                        "uchardet_data_end", "uchardet_get_charset",
                                        "uchardet_delete",   NULL};
    detector_functions f;
    void *loaded[sizeof names / sizeof *names - 1];
    if (!late_load("libuchardet.so.0", names, loaded))
        return false;
    memcpy(&f, loaded, sizeof f);
    uchardet_t detector = f.make();
    if (!detector)
        return false;
    f.handle(detector, bytes, length);
    f.end(detector);
    snprintf(name, 64, "%s", f.charset(detector));
    f.delete(detector);
    return name[0] != 0;
}

static bool is_known(const char *name)
{
    converter c;
    bool known = converter_open(&c, name);
    converter_close(&c);
    return known;
}

const char *encoding_guess(const char *bytes, size_t length, const char *declared, char name[64])
{
    enum { ENOUGH = 1 << 20 }; /* for a guess */
    size_t wide = 0, wrong = 0;
    if (length >= 2 && (memcmp(bytes, "\xFE\xFF", 2) == 0 || memcmp(bytes, "\xFF\xFE", 2) == 0))
        return NULL;
    count_wide(bytes, length, &wide, &wrong);
    if (!wrong || wide > wrong || memchr(bytes, 0, length))
        return NULL;
    if (declared && is_known(declared))
        return declared;
    bool found = detect(bytes, length < ENOUGH ? length : ENOUGH, name);
    /* what the guess leaves open is most often Western, and pure ASCII up to where it looked */
    if (!found || !is_known(name) || strcmp(name, "UTF-8") == 0 || strcmp(name, "ASCII") == 0)
        strcpy(name, "WINDOWS-1252");
    return name;
}
