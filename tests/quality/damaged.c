/* Damaged records among good ones: damaged PITH [COUNT] (default 10,000 of each). Every good record
 * has to have the answer that it has when there are no damaged ones, byte for byte, and every
 * damaged one an error record with its line, its id where that stands before the damage, and
 * nothing else. Some flips leave a record that is still JSON: those may have either. One record is
 * of 50 MB, beyond --max-record. */
#define _XOPEN_SOURCE 700
#include <cJSON.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LARGE = 50 << 20, LINE_MAX_LENGTH = 1 << 20 };

typedef enum fate { GOOD, BAD, EITHER } fate;

static uint64_t state = 88172645463325252u;

/* Xorshift (Marsaglia 2003): the same numbers everywhere. */
static size_t random_below(size_t limit)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (size_t)(state % limit);
}

static void die(const char *what)
{
    perror(what);
    exit(2);
}

/* ---- good records ---- */

static size_t make_good(char *line, size_t room, size_t id)
{
    static const char *const pieces[] = {"The mayor opened the wall on Tuesday. ",
                                         "\\\"It is done,\\\" Ann Berg told reporters. ",
                                         "It cost 62 million pounds. ",
                                         "Caf\xC3\xA9s stayed open \xF0\x9F\x98\x80 all night. ",
                                         "\\u00c9t\\u00e9 came \\ud83d\\ude00 late. ",
                                         "A tab\\there, a line\\nthere. ",
                                         "Nobody saw \\u0000 it. ",
                                         "He said \\\\ and \\/ again. "};
    size_t length =
        (size_t)snprintf(line, room, "{\"id\":%zu,\"title\":\"T %zu\",\"text\":\"", id, id);
    for (size_t i = 1 + random_below(12); i; i--) {
        const char *piece = pieces[random_below(sizeof pieces / sizeof *pieces)];
        length += (size_t)snprintf(line + length, room - length, "%s", piece);
    }
    return length + (size_t)snprintf(line + length, room - length,
                                     "\",\"tags\":[1,{\"a\":null}],\"n\":-1.5e3}");
}

/* ---- damage ---- */

typedef size_t damage(char *line, size_t length, size_t id, fate *f);

static size_t cut(char *line, size_t length, size_t id, fate *f)
{
    (void)line, (void)id, (void)f;
    return 1 + random_below(length - 1);
}

static size_t flip_any(char *line, size_t length, size_t id, fate *f)
{
    (void)id;
    line[random_below(length)] ^= (char)(1 << random_below(8));
    *f = EITHER;
    return length;
}

/* A byte of ASCII between others gets the high bit: no UTF-8. */
static size_t flip_high(char *line, size_t length, size_t id, fate *f)
{
    (void)id, (void)f;
    size_t at;
    do
        at = 1 + random_below(length - 2);
    while ((line[at - 1] | line[at] | line[at + 1]) & 0x80);
    line[at] = (char)(line[at] | 0x80);
    return length;
}

static size_t put_inside(char *line, size_t length, const char *bytes, size_t count)
{
    char *text = strstr(line, "\"text\":\"") + 8;
    memmove(text + count, text, length - (size_t)(text - line));
    memcpy(text, bytes, count);
    return length + count;
}

static size_t put_nul(char *line, size_t length, size_t id, fate *f)
{
    (void)id, (void)f;
    return put_inside(line, length, "", 1);
}

static size_t put_control(char *line, size_t length, size_t id, fate *f)
{
    (void)id, (void)f;
    return put_inside(line, length, "\t", 1);
}

static size_t put_surrogate(char *line, size_t length, size_t id, fate *f)
{
    (void)f;
    return put_inside(line, length, id % 2 ? "\\ud83d" : "\\udc00", 6);
}

static size_t put_escape(char *line, size_t length, size_t id, fate *f)
{
    (void)f;
    return put_inside(line, length, id % 2 ? "\\x41" : "\\u12G4", id % 2 ? 4 : 6);
}

static size_t wrong_type(char *line, size_t length, size_t id, fate *f)
{
    static const char *const layouts[] = {"{\"id\":%zu,\"text\":7}",
                                          "{\"id\":%zu,\"text\":null}",
                                          "{\"id\":%zu,\"text\":[\"a.\"]}",
                                          "{\"id\":%zu}",
                                          "{\"id\":%zu,\"text\":{\"a\":1}}",
                                          "{\"id\":%zu,\"title\":[],\"text\":\"a.\"}",
                                          "{\"id\":%zu,\"lang\":1,\"text\":\"a.\"}",
                                          "[%zu]",
                                          "%zu",
                                          "\"%zu\""};
    (void)length, (void)f;
    return (size_t)sprintf(line, layouts[random_below(sizeof layouts / sizeof *layouts)], id);
}

static size_t no_json(char *line, size_t length, size_t id, fate *f)
{
    static const char *const layouts[] = {"{\"id\":%zu,\"text\":\"a.\",}",
                                          "{\"id\":%zu,\"text\":\"a.\"",
                                          "{\"id\":%zu,\"text\":\"a.\"}}",
                                          "{\"id\":%zu,\"text\":\"a.\"} x",
                                          "{\"id\":%zu 'text':'a.'}",
                                          "{id:%zu,text:\"a.\"}",
                                          "{\"id\":%zu,\"n\":01,\"text\":\"a.\"}",
                                          "{\"id\":%zu,\"n\":1.,\"text\":\"a.\"}",
                                          "{\"id\":%zu,\"n\":NaN,\"text\":\"a.\"}",
                                          "{\"id\":%zu,\"n\":+1,\"text\":\"a.\"}",
                                          "{\"id\":%zu,\"text\":\"a.\"} // no",
                                          "{\"id\":%zu,\"a\":[1 2],\"text\":\"a.\"}",
                                          "{\"id\":%zu,\"a\":{\"b\" 1},\"text\":\"a.\"}",
                                          "{\"id\":%zu,\"a\":[1,],\"text\":\"a.\"}",
                                          "{\"id\":%zu,\"a\":tru,\"text\":\"a.\"}",
                                          "{\"id\":%zu,\"text\":\"a.\"}{\"id\":1,\"text\":\"b.\"}"};
    (void)length, (void)f;
    return (size_t)sprintf(line, layouts[random_below(sizeof layouts / sizeof *layouts)], id);
}

static size_t nest(char *line, size_t length, size_t id, fate *f)
{
    (void)length, (void)f;
    size_t depth = 2000 + random_below(20000), at = (size_t)sprintf(line, "{\"id\":%zu,\"a\":", id);
    memset(line + at, id % 2 ? '[' : '{', depth);
    at += depth;
    if (id % 4 < 2) {
        memset(line + at, id % 2 ? ']' : '}', depth);
        at += depth;
    }
    return at + (size_t)sprintf(line + at, ",\"text\":\"a.\"}");
}

static damage *const damages[] = {cut,           flip_any,   flip_high,  put_nul, put_control,
                                  put_surrogate, put_escape, wrong_type, no_json, nest};

/* ---- files ---- */

static FILE *open_file(const char *name, const char *mode)
{
    FILE *file = fopen(name, mode);
    if (!file)
        die(name);
    return file;
}

static void put_large(FILE *mixed, size_t id)
{
    fprintf(mixed, "{\"id\":%zu,\"text\":\"", id);
    for (size_t i = 0; i < LARGE / 11; i++)
        fputs("Ten bytes. ", mixed);
    fputs("\"}\n", mixed);
}

/* Writes the files "good" and "mixed"; the fate of each line of the latter. */
static fate *make_files(size_t count)
{
    FILE *good = open_file("good", "w"), *mixed = open_file("mixed", "w");
    char *line = malloc(LINE_MAX_LENGTH);
    fate *fates = malloc(2 * count * sizeof *fates);
    if (!line || !fates)
        die("malloc");
    for (size_t i = 0; i < 2 * count; i++) {
        size_t length = make_good(line, LINE_MAX_LENGTH, i);
        fates[i] = i % 2 ? BAD : GOOD;
        if (i % 2)
            length =
                damages[i / 2 % (sizeof damages / sizeof *damages)](line, length, i, &fates[i]);
        else
            fprintf(good, "%.*s\n", (int)length, line);
        for (size_t k = 0; i % 2 && k < length; k++)
            line[k] = line[k] == '\n' ? ' ' : line[k]; /* a flip must not make two lines of it */
        if (i == count + 1 - count % 2)
            put_large(mixed, i);
        else {
            fwrite(line, 1, length, mixed);
            putc('\n', mixed);
        }
        if (i == count + 1 - count % 2)
            fates[i] = BAD;
    }
    free(line);
    if (fclose(good) || fclose(mixed))
        die("write");
    return fates;
}

static void run(const char *pith, const char *from, const char *to)
{
    char command[4096];
    snprintf(command, sizeof command,
             "'%s' --from jsonl --jsonl --lang en --max-record 32M <%s >%s 2>/dev/null", pith, from,
             to);
    int status = system(command);
    if (status == -1 || status & 0x7F)
        die(command);
}

/* ---- checks ---- */

static bool is_error(const char *line, size_t number, fate f)
{
    cJSON *tree = cJSON_Parse(line);
    const cJSON *error = cJSON_GetObjectItem(tree, "error");
    const cJSON *place = cJSON_GetObjectItem(error, "line");
    bool right = cJSON_IsString(cJSON_GetObjectItem(error, "code")) && cJSON_IsNumber(place) &&
                 place->valuedouble == (double)number &&
                 cJSON_IsNumber(cJSON_GetObjectItem(error, "byte"));
    if (f == EITHER && cJSON_IsObject(tree) && !error)
        right = cJSON_IsObject(cJSON_GetObjectItem(tree, "summary"));
    cJSON_Delete(tree);
    return right;
}

/* A blank line is no record; nothing else may be missing or be too much. */
static size_t check(const fate *fates, size_t count)
{
    FILE *alone = open_file("alone", "r"), *all = open_file("all", "r");
    char *expected = NULL, *got = NULL;
    size_t expected_room = 0, got_room = 0, wrong = 0;
    for (size_t i = 0; i < count; i++) {
        bool there = getline(&got, &got_room, all) > 0;
        bool right = there && (fates[i] != GOOD ? is_error(got, i + 1, fates[i])
                                                : getline(&expected, &expected_room, alone) > 0 &&
                                                      strcmp(expected, got) == 0);
        if (!right && wrong++ < 10)
            printf("FAILED line %zu: %.200s\n", i + 1, there ? got : "(nothing)\n");
    }
    bool rest = getline(&got, &got_room, all) > 0 || getline(&expected, &expected_room, alone) > 0;
    if (rest)
        printf("FAILED: there is more output than input\n");
    free(expected);
    free(got);
    fclose(alone);
    fclose(all);
    return wrong + rest;
}

int main(int argc, char **argv)
{
    char folder[] = "/tmp/pith-damaged-XXXXXX";
    size_t count = argc > 2 ? strtoul(argv[2], NULL, 10) : 10000;
    char *pith = argc > 1 ? realpath(argv[1], NULL) : NULL;
    if (!pith || !count || !mkdtemp(folder) || chdir(folder) != 0) {
        fprintf(stderr, "usage: damaged PITH [COUNT]\n");
        return 2;
    }
    fate *fates = make_files(count);
    run(pith, "good", "alone");
    run(pith, "mixed", "all");
    size_t wrong = check(fates, 2 * count);
    printf("%zu good and %zu damaged records: %zu passed, %zu failed\n", count, count,
           2 * count - wrong, wrong);
    static const char *const names[] = {"good", "mixed", "alone", "all"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(names[i]);
    rmdir(folder);
    free(fates);
    free(pith);
    return wrong != 0;
}
