#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json.h"
#include "speaker_table.h"

typedef struct writing {
    speakers *all;
    buffer *out;
    bool failed;
} writing;

static void print(writing *w, const char *text)
{
    w->failed = !buffer_print(w->out, text) || w->failed;
}

#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
static void
print_format(writing *w, const char *layout, ...)
{
    char text[256];
    va_list values;
    va_start(values, layout);
    vsnprintf(text, sizeof text, layout, values);
    va_end(values);
    print(w, text);
}

static double share(const writing *w, const speaker_entry *e)
{
    return w->all->quotes ? (double)e->quotes / (double)w->all->quotes : 0;
}

static double position(const speaker_entry *e)
{
    return e->quotes ? e->positions / (double)e->quotes : 0;
}

/* The library counts words by speaker, so for the unknown ones there is no number. */
static const char *words(const speaker_entry *e, const char *none, char number[24])
{
    snprintf(number, 24, "%" PRIu64, e->words);
    return e->name ? number : none;
}

/* ---- text ---- */

static void text_line(writing *w, const speaker_entry *e)
{
    char number[24];
    print_format(w, "%8" PRIu64 "  %5.1f%%  %8s  %8.2f  %9" PRIu64 "  ", e->quotes,
                 100 * share(w, e), words(e, "-", number), position(e), e->documents);
    print(w, e->name ? e->name : "(unknown)");
    if (e->roles.count) {
        print(w, " (");
        print(w, e->roles.words[0].text);
        print(w, ")");
    }
    for (uint32_t i = 0; i < e->verbs.count && i < 3; i++) {
        print(w, i ? ", " : ": ");
        print(w, e->verbs.words[i].text);
    }
    print(w, "\n");
}

static void text_head(writing *w)
{
    print(w, "  QUOTES   SHARE     WORDS  POSITION  DOCUMENTS  SPEAKER\n");
}

/* ---- CSV (RFC 4180) ---- */

/* A cell that begins like a formula would be one for a spreadsheet. */
static void csv_cell(writing *w, const char *text)
{
    print(w, *text && strchr("=+-@", *text) ? "\"'" : "\"");
    for (; *text; text++) {
        const char c[3] = {*text, *text == '"' ? '"' : 0, 0};
        print(w, c);
    }
    print(w, "\"");
}

static void csv_words(writing *w, const frequent *f)
{
    buffer cell = {0};
    bool good = true;
    for (uint32_t i = 0; i < f->count; i++) {
        char count[32];
        snprintf(count, sizeof count, " %" PRIu64, f->words[i].count);
        good = good && buffer_print(&cell, i ? "; " : "") &&
               buffer_print(&cell, f->words[i].text) && buffer_print(&cell, count);
    }
    good = good && buffer_add(&cell, "", 1);
    print(w, ",");
    if (good)
        csv_cell(w, cell.bytes);
    w->failed = w->failed || !good;
    buffer_free(&cell);
}

static void csv_line(writing *w, const speaker_entry *e)
{
    char number[24];
    csv_cell(w, e->name ? e->name : "");
    print_format(w, ",%" PRIu64 ",%.4f,%s,%.4f,%" PRIu64 ",%" PRIu64, e->quotes, share(w, e),
                 words(e, "", number), position(e), e->documents, e->missed);
    csv_words(w, &e->verbs);
    csv_words(w, &e->roles);
    print(w, "\r\n");
}

static void csv_head(writing *w)
{
    print(w, "speaker,quotes,share,words,position,documents,missed,verbs,roles\r\n");
}

/* ---- JSON ---- */

static void json_string(writing *w, const char *text)
{
    w->failed = !json_add_string(w->out, text, strlen(text)) || w->failed;
}

static void json_words(writing *w, const char *name, const frequent *f)
{
    print_format(w, ",\"%s\":[", name);
    for (uint32_t i = 0; i < f->count; i++) {
        print(w, i ? ",{\"text\":" : "{\"text\":");
        json_string(w, f->words[i].text);
        print_format(w, ",\"count\":%" PRIu64 "}", f->words[i].count);
    }
    print(w, "]");
}

static void json_object_of(writing *w, const speaker_entry *e)
{
    char number[24];
    print(w, "{\"name\":");
    if (e->name)
        json_string(w, e->name);
    else
        print(w, "null");
    print_format(w,
                 ",\"quotes\":%" PRIu64
                 ",\"share\":%.6g,\"words\":%s,\"position\":%.4g,\"documents\":%" PRIu64
                 ",\"missed\":%" PRIu64,
                 e->quotes, share(w, e), words(e, "null", number), position(e), e->documents,
                 e->missed);
    json_words(w, "verbs", &e->verbs);
    json_words(w, "roles", &e->roles);
    print(w, "}");
}

static void json_line(writing *w, const speaker_entry *e)
{
    bool first = w->out->length && w->out->bytes[w->out->length - 1] == '[';
    print(w, first ? "\n" : ",\n");
    json_object_of(w, e);
}

static void json_head(writing *w)
{
    print_format(w,
                 "{\"documents\":%" PRIu64 ",\"quotes\":%" PRIu64 ",\"missed\":%" PRIu64
                 ",\"speakers\":[",
                 w->all->documents, w->all->quotes, w->all->missed);
}

static void jsonl_line(writing *w, const speaker_entry *e)
{
    json_object_of(w, e);
    print(w, "\n");
}

/* ---- all of it ---- */

static int by_quotes(const void *a, const void *b)
{
    const speaker_entry *x = *(speaker_entry *const *)a, *y = *(speaker_entry *const *)b;
    if (x->quotes != y->quotes)
        return x->quotes < y->quotes ? 1 : -1;
    if (x->words != y->words)
        return x->words < y->words ? 1 : -1;
    if (!x->name || !y->name)
        return !x->name - !y->name;
    return strcmp(x->name, y->name);
}

/* The unknown ones have their place among the others. */
static speaker_entry **sorted(speakers *all, size_t *count)
{
    speaker_entry **order = malloc((all->count + 1) * sizeof *order);
    if (!order)
        return NULL;
    *count = 0;
    for (size_t i = 0; i < all->count; i++)
        order[(*count)++] = &all->entries[i];
    if (all->unknown.quotes)
        order[(*count)++] = &all->unknown;
    qsort(order, *count, sizeof *order, by_quotes);
    return order;
}

bool speakers_write(speakers *all, const args *a, buffer *out)
{
    static const struct {
        void (*head)(writing *);
        void (*line)(writing *, const speaker_entry *);
        const char *end;
    } formats[FORMAT_COUNT] = {[AS_TEXT] = {text_head, text_line, ""},
                               [AS_JSON] = {json_head, json_line, "\n]}\n"},
                               [AS_JSONL] = {NULL, jsonl_line, ""},
                               [AS_CSV] = {csv_head, csv_line, ""}};
    size_t count = 0;
    speaker_entry **order = sorted(all, &count);
    writing w = {all, out, !order};
    if (order && formats[a->format].head)
        formats[a->format].head(&w);
    for (size_t i = 0; i < count && (!a->count || i < a->count); i++) {
        frequent_sort(&order[i]->verbs);
        frequent_sort(&order[i]->roles);
        formats[a->format].line(&w, order[i]);
    }
    print(&w, formats[a->format].end);
    free(order);
    return !w.failed;
}
