#include "speaker_text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "ground/span.h"
#include "ground/utf8.h"
#include "sets.h"

/* ---- plain text: lower case, single spaces, nothing at the edges ---- */

static pith_span without_edges(const char *text, pith_span span)
{
    static const char *const edges = " \t,.;:\"“”'’‘()[]—–-";
    for (uint32_t next = span.start; span.start < span.end; span.start = next)
        if (!sets_is_among(pith__utf8_next(text, &next), edges))
            break;
    for (uint32_t before = span.end; span.end > span.start; span.end = before)
        if (!sets_is_among(pith__utf8_previous(text, &before), edges))
            break;
    return span;
}

/* To be freed. */
static char *plain(const char *text, size_t length)
{
    char *out = sets_need(malloc(2 * length + 4)); /* no small letter has twice the bytes */
    uint32_t used = 0;
    for (uint32_t at = 0; at < length;) {
        uint32_t code = pith__utf8_next(text, &at);
        if (!pith__utf8_is_space(code))
            used += (uint32_t)pith__utf8_put(pith__utf8_lower(code), out + used);
        else if (used && out[used - 1] != ' ')
            out[used++] = ' ';
    }
    pith_span kept = without_edges(out, (pith_span){0, used});
    memmove(out, out + kept.start, kept.end - kept.start);
    out[kept.end - kept.start] = '\0';
    return out;
}

/* ---- heads ---- */

/* Takes 's and ’s from the end. */
static void drop_genitive(const char *text, pith_span *span)
{
    static const char *const endings[] = {"'s", "’s"};
    for (int i = 0; i < 2; i++) {
        size_t length = strlen(endings[i]);
        if (span->end - span->start >= length &&
            memcmp(text + span->end - length, endings[i], length) == 0) {
            span->end -= (uint32_t)length;
            return;
        }
    }
}

static bool is_letter_before(const char *text, uint32_t start, uint32_t at)
{
    return at > start && sets_is_alphanumeric(pith__utf8_before(text, at));
}

/* The last word of a span: letters and digits, with single apostrophes, dots and hyphens inside. */
static pith_span last_word(const char *text, pith_span span)
{
    span = without_edges(text, span);
    drop_genitive(text, &span);
    pith_span word = {span.end, span.end};
    while (word.end > span.start && !is_letter_before(text, span.start, word.end))
        (void)pith__utf8_previous(text, &word.end);
    word.start = word.end;
    while (word.start > span.start) {
        uint32_t before = word.start;
        uint32_t code = pith__utf8_previous(text, &before);
        if (!sets_is_alphanumeric(code) &&
            !(sets_is_among(code, "’'.-") && is_letter_before(text, span.start, before)))
            break;
        word.start = before;
    }
    drop_genitive(text, &word);
    return word;
}

/* Whether what follows the head begins at `at`. */
static bool ends_head(const char *text, uint32_t at)
{
    static const char *const words[] = {" of ", " who ",  " whose ",    " which ", " that ",
                                        " in ", " from ", " for ",      " with ",  " at ",
                                        " on ", " to ",   " and other "};
    if (text[at] == ',' || text[at] == '(')
        return true;
    for (size_t i = 0; text[at] == ' ' && i < sizeof words / sizeof *words; i++)
        if (strncmp(text + at, words[i], strlen(words[i])) == 0)
            return true;
    return false;
}

static pith_span head_of(const char *text)
{
    pith_span all = {0, (uint32_t)strlen(text)}, part = {0, 0};
    while (part.end < all.end && !ends_head(text, part.end))
        part.end++;
    pith_span head = last_word(text, part);
    return head.end > head.start ? head : last_word(text, all);
}

bool is_same_head(const char *a, const char *b)
{
    char *x = plain(a, strlen(a)), *y = plain(b, strlen(b));
    pith_span p = head_of(x), q = head_of(y);
    bool same = p.end - p.start == q.end - q.start &&
                memcmp(x + p.start, y + q.start, p.end - p.start) == 0;
    free(x);
    free(y);
    return same;
}

/* ---- names ---- */

/* Whether a text of `length` bytes is `wanted`, which is plain. */
static bool is_plain(const char *text, size_t length, const char *wanted)
{
    char *words = plain(text, length);
    bool same = strcmp(words, wanted) == 0;
    free(words);
    return same;
}

/* The same of a character's name, in which _ may stand for a space. */
static bool is_name(const char *name, const char *wanted)
{
    size_t length = strlen(name);
    char *spaced = sets_need(malloc(length + 1));
    for (size_t i = 0; i <= length; i++)
        spaced[i] = name[i] == '_' ? ' ' : name[i];
    bool same = is_plain(name, length, wanted) || is_plain(spaced, length, wanted);
    free(spaced);
    return same;
}

/* The next alias of a list from *at on, which is moved behind it; false if there is none. */
static bool next_alias(const char **at, bool quoted, const char **alias, size_t *length)
{
    const char *end = NULL;
    for (; quoted && **at && !end; ++*at)
        end = **at == '\'' || **at == '"' ? strchr(*at + 1, **at) : NULL;
    if (!**at || (quoted && !end))
        return false;
    *alias = *at;
    *length = quoted ? (size_t)(end - *at) : strcspn(*at, ";");
    *at += *length;
    *at += **at != '\0';
    return true;
}

static bool is_alias(const char *list, const char *wanted)
{
    const char *alias;
    size_t length;
    bool quoted = *list == '{' || *list == '[';
    while (next_alias(&list, quoted, &alias, &length))
        if (is_plain(alias, length, wanted))
            return true;
    return false;
}

static const char *string_of(const cJSON *object, const char *name)
{
    const char *string = cJSON_GetStringValue(cJSON_GetObjectItem(object, name));
    return string ? string : "";
}

/* canonical and found are plain. */
static bool is_character(const cJSON *record, const char *canonical, const char *found)
{
    const cJSON *character;
    cJSON_ArrayForEach(character, cJSON_GetObjectItem(record, "characters"))
    {
        const char *name = string_of(character, "name");
        if (is_name(name, canonical) &&
            (is_name(name, found) || is_alias(string_of(character, "aliases"), found)))
            return true;
    }
    return strcmp(canonical, found) == 0;
}

bool is_name_of(const cJSON *record, const char *canonical, const char *found)
{
    char *wanted = plain(canonical, strlen(canonical)), *given = plain(found, strlen(found));
    bool same = *given && is_character(record, wanted, given);
    const cJSON *alias;
    cJSON_ArrayForEach(alias, cJSON_GetObjectItem(record, "speaker_aliases"))
    {
        const char *text = cJSON_GetStringValue(alias);
        same = same || (*given && text && is_plain(text, strlen(text), given));
    }
    free(wanted);
    free(given);
    return same;
}
