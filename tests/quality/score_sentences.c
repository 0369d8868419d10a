/* How well sentences are split: a table of figures, a line for each set of annotated texts.
 *
 *     score_sentences [--lang CODE] [--together] [--errors N] PATH...
 *
 * PATH is a set (see sentence_set.h) or a directory of them. Of running text it prints F1 of the
 * ends but the last of each record: dot, those behind a terminator and on the line of what
 * follows; inner, all that are on the line of what follows; all. Of rules it prints how many are
 * split as the set has it, by group. --lang und does without the data of the language, --together
 * makes one text of a whole set: how well are words learnt from the text itself? --errors shows up
 * to N wrong places of each set. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ground/utf8.h"
#include "sentence_set.h"
#include "sets.h"

enum { LANGUAGES_MAX = 80, GROUPS_MAX = 32, MEASURES = 3, SHOWN = 50 };

typedef struct options {
    const char *lang;
    bool together;
    long errors;
} options;

/* One arena for the language data of all sets, one for each document. */
typedef struct splitter {
    pith__trap trap;
    double sums[MEASURES]; /* of F1 over the sets of running text */
    size_t texts;          /* how many these are */
    pith__arena lasting, passing;
    pith__vocabulary vocabularies[LANGUAGES_MAX];
    const pith__language *languages[LANGUAGES_MAX];
    size_t count;
} splitter;

typedef struct tally {
    size_t found, right, expected;
} tally;

typedef struct group {
    const char *name;
    size_t passed, all;
} group;

static pith__vocabulary *vocabulary_of(splitter *s, const char *code)
{
    const pith__language *known = pith__language_find(code);
    known = known ? known : pith__language_none();
    for (size_t i = 0; i < s->count; i++)
        if (s->languages[i] == known)
            return &s->vocabularies[i];
    s->languages[s->count] = known;
    pith__vocabulary_init(&s->vocabularies[s->count], &s->lasting, 1, known, NULL, 0);
    return &s->vocabularies[s->count++];
}

static const pith_document *split(splitter *s, const record *r, const options *o)
{
    const char *lang = o->lang ? o->lang : r->lang;
    return pith__document_read(&s->passing, &s->passing, vocabulary_of(s, lang),
                               pith__decode(&s->passing, r->text, strlen(r->text)), NULL);
}

/* ---- running text ---- */

static void show_error(const char *what, const char *text, uint32_t end)
{
    uint32_t from = end > SHOWN ? end - SHOWN : 0, length = (uint32_t)strlen(text);
    uint32_t to = length - end > SHOWN ? end + SHOWN : length;
    while (from && ((unsigned char)text[from] & 0xC0) == 0x80)
        from--;
    while (to < length && ((unsigned char)text[to] & 0xC0) == 0x80)
        to++;
    printf("    %s ", what);
    for (uint32_t at = from; at < to; at++) {
        if (at == end)
            fputs(" || ", stdout);
        putchar(text[at] == '\n' || text[at] == '\r' ? '/' : text[at]);
    }
    putchar('\n');
}

/* all, inner, dot: counts an end where it belongs. */
static void count_end(const char *text, uint32_t end, size_t *const counters[MEASURES])
{
    ++*counters[0];
    if (!is_inner_end(text, end))
        return;
    ++*counters[1];
    if (ends_with_terminator(text, end))
        ++*counters[2];
}

static void compare(const record *r, const uint32_t *ends, uint32_t count, tally tallies[MEASURES],
                    const options *o, long *errors)
{
    size_t *found[MEASURES], *right[MEASURES], *expected[MEASURES];
    for (int i = 0; i < MEASURES; i++) {
        found[i] = &tallies[i].found;
        right[i] = &tallies[i].right;
        expected[i] = &tallies[i].expected;
    }
    for (uint32_t i = 0, k = 0; i < count || k < r->end_count;) {
        bool got = i < count && (k == r->end_count || ends[i] <= r->ends[k]);
        bool want = k < r->end_count && (i == count || r->ends[k] <= ends[i]);
        uint32_t end = got ? ends[i] : r->ends[k];
        if (got)
            count_end(r->text, end, found);
        if (want)
            count_end(r->text, end, expected);
        if (got && want)
            count_end(r->text, end, right);
        if (got != want && is_inner_end(r->text, end) && ends_with_terminator(r->text, end) &&
            ++*errors <= o->errors)
            show_error(got ? "not an end:" : "missed:    ", r->text, end);
        i += got;
        k += want;
    }
}

static double f1(const tally *t)
{
    return t->found + t->expected ? 200.0 * (double)t->right / (double)(t->found + t->expected)
                                  : 100;
}

/* One record of all, with two newlines between. */
static record joined(const sentence_set *set)
{
    size_t room = 1, ends = 0, length = 0;
    for (size_t i = 0; i < set->count; i++) {
        room += strlen(set->items[i].text) + 2;
        ends += set->items[i].end_count + 1;
    }
    char *text = calloc(room, 1);
    record all = {
        .text = text, .lang = set->items[0].lang, .ends = malloc(ends * sizeof(uint32_t))};
    if (!text || !all.ends)
        exit(1);
    for (size_t i = 0; i < set->count; i++) {
        const record *r = &set->items[i];
        for (uint32_t k = 0; k < r->end_count; k++)
            all.ends[all.end_count++] = (uint32_t)length + r->ends[k];
        size_t bytes = strlen(r->text);
        memcpy(text + length, r->text, bytes);
        while (bytes && strchr(" \t\r\n", r->text[bytes - 1]))
            bytes--;
        length += bytes;
        if (i + 1 < set->count) {
            all.ends[all.end_count++] = (uint32_t)length;
            memcpy(text + length, "\n\n", 3);
            length += 2;
        } else {
            text[length] = 0;
        }
    }
    return all;
}

static void score_record(splitter *s, const record *r, const options *o, tally tallies[MEASURES],
                         long *errors)
{
    uint32_t count;
    const pith_document *document = split(s, r, o);
    uint32_t *ends = ends_of(document->text, &document->sentences, &count);
    compare(r, ends, count, tallies, o, errors);
    free(ends);
    pith__arena_free(&s->passing);
}

static void score_text(splitter *s, const sentence_set *set, const options *o)
{
    tally tallies[MEASURES] = {{0}};
    long errors = 0;
    if (o->together) {
        record all = joined(set);
        score_record(s, &all, o, tallies, &errors);
        free((char *)all.text);
        free(all.ends);
    } else {
        for (size_t i = 0; i < set->count; i++)
            score_record(s, &set->items[i], o, tallies, &errors);
    }
    printf("%-36s %7zu %7zu   %5.1f   %5.1f   %5.1f\n", set->name, set->count,
           tallies[0].expected + set->count, f1(&tallies[2]), f1(&tallies[1]), f1(&tallies[0]));
    for (int i = 0; i < MEASURES; i++)
        s->sums[i] += f1(&tallies[i]);
    s->texts++;
}

/* ---- rules ---- */

/* Writes text with its runs of white space as one space each, none at the edges. */
static void normalize(const char *text, size_t length, char *out)
{
    size_t used = 0;
    for (size_t i = 0; i < length; i++) {
        bool blank = strchr(" \t\r\n\v\f", text[i]) != NULL;
        if (!blank)
            out[used++] = text[i];
        else if (used && out[used - 1] != ' ')
            out[used++] = ' ';
    }
    out[used - (used && out[used - 1] == ' ')] = 0;
}

static bool passes(const record *r, const pith_document *document)
{
    uint32_t i = 0;
    const cJSON *item;
    char *got = malloc(document->text.length + 1u), *want = NULL;
    bool same = got != NULL;
    cJSON_ArrayForEach(item, r->sentences)
    {
        const char *sentence = cJSON_GetStringValue(item);
        want = realloc(want, strlen(sentence) + 1);
        normalize(sentence, strlen(sentence), want);
        if (!*want)
            continue;
        same = same && i < document->sentences.count;
        if (!same)
            break;
        pith_span span = document->sentences.items[i++].span;
        normalize(document->text.bytes + span.start, span.end - span.start, got);
        same = strcmp(got, want) == 0;
    }
    same = same && i == document->sentences.count;
    free(got);
    free(want);
    return same;
}

static void count_rule(group *groups, const char *name, bool passed)
{
    size_t i = 0;
    while (groups[i].name && strcmp(groups[i].name, name) != 0)
        i++;
    if (i + 1 >= GROUPS_MAX)
        return;
    groups[i].name = name;
    groups[i].all++;
    groups[i].passed += passed;
}

static void show_rule(const record *r, const pith_document *document)
{
    const cJSON *item;
    printf("    text: %s\n", cJSON_PrintUnformatted(cJSON_GetObjectItem(r->json, "text")));
    for (uint32_t i = 0; i < document->sentences.count; i++) {
        pith_span span = document->sentences.items[i].span;
        printf("      got:  %.*s\n", (int)(span.end - span.start),
               document->text.bytes + span.start);
    }
    cJSON_ArrayForEach(item, r->sentences) printf("      want: %s\n", cJSON_GetStringValue(item));
}

static void score_rules(splitter *s, const sentence_set *set, const options *o)
{
    group groups[GROUPS_MAX] = {{0}};
    long errors = 0;
    for (size_t i = 0; i < set->count; i++) {
        const record *r = &set->items[i];
        const pith_document *document = split(s, r, o);
        bool passed = passes(r, document);
        count_rule(groups, r->group ? r->group : "", passed);
        if (cJSON_IsTrue(cJSON_GetObjectItem(r->json, "gr48")))
            count_rule(groups, "gr48", passed);
        if (!passed && ++errors <= o->errors)
            show_rule(r, document);
        pith__arena_free(&s->passing);
    }
    for (size_t i = 0; groups[i].name; i++)
        printf("%-20s %-15s %7zu of %zu\n", set->name, groups[i].name, groups[i].passed,
               groups[i].all);
}

/* ---- the table ---- */

static void score_path(splitter *s, const char *path, const options *o)
{
    size_t count;
    char **paths = sets_paths(path, &count);
    for (size_t i = 0; i < count; i++) {
        sentence_set set = sentence_set_read(paths[i]);
        if (set.count && set.items[0].sentences) {
            score_rules(s, &set, o);
        } else if (set.count) {
            score_text(s, &set, o);
        }
        sentence_set_free(&set);
        free(paths[i]);
    }
    free(paths);
}

static int usage(void)
{
    fprintf(stderr,
            "usage: score_sentences [--lang CODE] [--together] [--errors N] FILE|DIRECTORY...\n");
    return 2;
}

/* Scores all of it inside the reach of the trap. */
static int score_all(splitter *s, char **paths, int count, const options *o)
{
    if (setjmp(s->trap.place)) {
        fprintf(stderr, "score_sentences: memory ran out\n");
        return 1;
    }
    printf("%-36s %7s %7s   %5s   %5s   %5s\n", "set", "records", "gold", "dot", "inner", "all");
    for (int i = 0; i < count; i++)
        score_path(s, paths[i], o);
    double texts = (double)s->texts;
    if (s->texts)
        printf("%-36s %7zu %7s   %5.1f   %5.1f   %5.1f\n", "mean of the sets", s->texts, "",
               s->sums[2] / texts, s->sums[1] / texts, s->sums[0] / texts);
    return 0;
}

int main(int argc, char **argv)
{
    static splitter s;
    options o = {0};
    int i = 1;
    for (; i < argc && argv[i][0] == '-'; i++) {
        if (strcmp(argv[i], "--together") == 0)
            o.together = true;
        else if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
            o.lang = argv[++i];
        else if (strcmp(argv[i], "--errors") == 0 && i + 1 < argc)
            o.errors = atol(argv[++i]);
        else
            return usage();
    }
    if (i == argc)
        return usage();
    pith__arena_init(&s.lasting, &s.trap);
    pith__arena_init(&s.passing, &s.trap);
    int code = score_all(&s, argv + i, argc - i, &o);
    for (size_t k = 0; k < s.count; k++)
        pith__vocabulary_free(&s.vocabularies[k]);
    pith__arena_free(&s.passing);
    pith__arena_free(&s.lasting);
    return code;
}
