/* Holds the language data: every file has its source and licence on top, every section is known,
 * sorted by bytes, without doubles, valid UTF-8 in NFC and lower case. */
#include "unit.h"

#include <stdbool.h>
#include <stdio.h>
#include <utf8proc.h>

#include "language/compile.h"

typedef struct line {
    const char *bytes;
    size_t length;
} line;

/* The text of a file, NUL-terminated; the caller frees it. */
static char *read_file(const char *folder, const char *code)
{
    enum { ROOM = 1 << 20 };
    char path[4096], *text = malloc(ROOM);
    snprintf(path, sizeof path, "%s/%s.txt", folder, code);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t length = fread(text, 1, ROOM, file);
    assert_true(length < ROOM);
    text[length] = '\0';
    fclose(file);
    return text;
}

static line take_line(const char **rest)
{
    line l = {*rest, strcspn(*rest, "\n")};
    *rest += l.length + ((*rest)[l.length] == '\n');
    return l;
}

static bool begins(line l, const char *key)
{
    return l.length > strlen(key) && memcmp(l.bytes, key, strlen(key)) == 0;
}

static int order(line a, line b)
{
    int by_bytes = memcmp(a.bytes, b.bytes, a.length < b.length ? a.length : b.length);
    return by_bytes ? by_bytes : (a.length > b.length) - (a.length < b.length);
}

/* Lower case is that of one code point each; Turkish and all others agree on words that are lower
 * already. */
static void check_form(const char *code, line word)
{
    utf8proc_uint8_t *composed = NULL;
    utf8proc_ssize_t length =
        utf8proc_map((const utf8proc_uint8_t *)word.bytes, (utf8proc_ssize_t)word.length, &composed,
                     UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (length != (utf8proc_ssize_t)word.length || memcmp(composed, word.bytes, word.length) != 0)
        fail_msg("%s: not NFC: %.*s", code, (int)word.length, word.bytes);
    free(composed);
    for (utf8proc_ssize_t at = 0; at < (utf8proc_ssize_t)word.length;) {
        utf8proc_int32_t letter;
        at += utf8proc_iterate((const utf8proc_uint8_t *)word.bytes + at,
                               (utf8proc_ssize_t)word.length - at, &letter);
        if (utf8proc_tolower(letter) != letter)
            fail_msg("%s: not in lower case: %.*s", code, (int)word.length, word.bytes);
    }
}

static void check_spaces(const char *code, line word)
{
    bool fine = word.bytes[0] != ' ' && word.bytes[word.length - 1] != ' ';
    for (size_t i = 0; i < word.length; i++) {
        if ((unsigned char)word.bytes[i] < ' ' ||
            (word.bytes[i] == ' ' && word.bytes[i + 1] == ' '))
            fine = false;
    }
    if (!fine)
        fail_msg("%s: white space: \"%.*s\"", code, (int)word.length, word.bytes);
}

static void check_entry(const char *code, line before, line word)
{
    check_form(code, word);
    check_spaces(code, word);
    if (before.length && order(before, word) >= 0)
        fail_msg("%s: not sorted, or twice: %.*s", code, (int)word.length, word.bytes);
}

static const char *check_top(const char *code, const char *text)
{
    line source = take_line(&text);
    line licence = take_line(&text);
    if (!begins(source, "# source: ") || !begins(licence, "# licence: "))
        fail_msg("%s: source and licence are missing on top", code);
    return text;
}

static void check_stopwords(const pith__language *language)
{
    char *text = read_file(STOPWORDS, language->code);
    const char *rest = check_top(language->code, text);
    line before = {NULL, 0};
    while (*rest) {
        line l = take_line(&rest);
        if (l.length == 0 || memchr(l.bytes, ' ', l.length))
            fail_msg("%s: stop words: one word a line: %.*s", language->code, (int)l.length,
                     l.bytes);
        check_entry(language->code, before, l);
        before = l;
    }
    assert_int_not_equal(before.length, 0);
    free(text);
}

/* Whether words of a section get a class: the section is known to the build. */
static bool is_known(line section)
{
    pith__trap trap;
    pith__arena arena;
    open_arena(&arena, &trap);
    char text[128];
    size_t length = section.length < 100 ? section.length : 100;
    memcpy(text, section.bytes, length);
    strcpy(text + length, "\nprobe\n");
    pith__language language = pith__language_compile(&arena, "xx", "", text);
    pith__lexicon lexicon;
    pith__lexicon_init(&lexicon, &arena, 3, &language, NULL, 0);
    bool known = pith__lexicon_classes(&lexicon, "probe", 5) != 0;
    pith__arena_free(&arena);
    return known;
}

static const char *check_head(const pith__language *language, const char *rest)
{
    bool name = false, script = false;
    while (*rest && *rest != '[') {
        line l = take_line(&rest);
        name |= begins(l, "name: ");
        script |= begins(l, "script: ");
        if (l.length && !begins(l, "name: ") && !begins(l, "script: ") && !begins(l, "stemmer: ") &&
            l.bytes[0] != '#')
            fail_msg("%s: no line of a head: %.*s", language->code, (int)l.length, l.bytes);
    }
    if (!name || !script)
        fail_msg("%s: name and script are missing", language->code);
    return rest;
}

static void check_sections(const pith__language *language)
{
    char *text = read_file(LANG, language->code);
    const char *rest = check_head(language, check_top(language->code, text));
    line before = {NULL, 0};
    bool abbreviations = false;
    while (*rest) {
        line l = take_line(&rest);
        if (l.length == 0 || l.bytes[0] == '#')
            continue;
        if (l.bytes[0] == '[') {
            if (!is_known(l))
                fail_msg("%s: unknown section %.*s", language->code, (int)l.length, l.bytes);
            abbreviations = begins(l, "[abbreviation");
            before.length = 0;
            continue;
        }
        check_entry(language->code, before, l);
        if (abbreviations && l.bytes[l.length - 1] == '.')
            fail_msg("%s: abbreviations go without their last stop: %.*s", language->code,
                     (int)l.length, l.bytes);
        before = l;
    }
    free(text);
}

static void test_stopwords(void **state)
{
    (void)state;
    size_t count;
    const pith__language *all = pith__language_all(&count);
    for (size_t i = 0; i < count; i++)
        check_stopwords(&all[i]);
}

static void test_sections(void **state)
{
    (void)state;
    size_t count;
    const pith__language *all = pith__language_all(&count);
    for (size_t i = 0; i < count; i++)
        check_sections(&all[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stopwords),
        cmocka_unit_test(test_sections),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
