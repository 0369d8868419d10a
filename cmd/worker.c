#include "worker.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "record.h"

/* ---- reading ---- */

bool read_all(int file, buffer *into)
{
    struct stat found;
    size_t step = 1 << 16;
    if (fstat(file, &found) == 0 && S_ISREG(found.st_mode) && found.st_size > 0)
        step = (size_t)found.st_size + 1; /* one more shows the end without another round */
    for (;; step = 1 << 16) {
        if (!buffer_reserve(into, step)) {
            errno = ENOMEM;
            return false;
        }
        ssize_t got = read(file, into->bytes + into->length, into->room - into->length);
        if (got == 0)
            return true;
        if (got < 0 && errno != EINTR)
            return false;
        into->length += got > 0 ? (size_t)got : 0;
    }
}

bool read_path(const char *path, buffer *into)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    bool done = read_all(file, into);
    int error = errno;
    close(file);
    errno = error;
    return done;
}

/* ---- one document ---- */

/* What stands beside the text. */
typedef struct about {
    const char *id, *source, *title, *language;
} about;

/* What a document's output is made of; freed together. */
typedef struct parts {
    pith_document *document;
    pith_summary *summary;
    pith_keywords *keywords;
    pith_quotes *quotes;
    pith_output *output;
} parts;

static void free_parts(parts *p)
{
    pith_output_free(p->output);
    pith_quotes_free(p->quotes);
    pith_keywords_free(p->keywords);
    pith_summary_free(p->summary);
    pith_document_free(p->document);
}

/* The numbers of the subcommand's parts; in JSON a digest has keywords too. */
static pith_status analyse(worker *w, parts *p)
{
    const args *a = w->orders->args;
    bool keywords = a->command == KEYWORDS || (a->command == DIGEST && a->format != PITH_TEXT);
    pith_status status = PITH_OK;
    if (a->command & (DIGEST | SUMMARY))
        status = pith_summary_new(w->engine, p->document, &a->summary, &p->summary);
    if (status == PITH_OK && keywords)
        status = pith_keywords_new(w->engine, p->document, a->keywords, &p->keywords);
    if (status == PITH_OK && a->command & (DIGEST | QUOTES))
        status = pith_quotes_new(w->engine, p->document, &a->quotes, &p->quotes);
    return status;
}

static pith_status write_parts(worker *w, const about *it, parts *p)
{
    const args *a = w->orders->args;
    pith_output_options options = {.size = sizeof options,
                                   .format = a->format,
                                   .unit = a->unit,
                                   .id = it->id,
                                   .source = it->source,
                                   .document = p->document,
                                   .list_sentences = a->command == SENTENCES,
                                   .summary = p->summary,
                                   .keywords = p->keywords,
                                   .quotes = p->quotes};
    return pith_output_new(w->engine, &options, &p->output);
}

static pith_status make_engine(worker *w)
{
    pith_engine_options options = {.size = sizeof options,
                                   .stopwords = w->orders->stopwords,
                                   .stopwords_length = w->orders->stopwords_length};
    return w->engine ? PITH_OK : pith_engine_new(&options, &w->engine);
}

static pith_status digest(worker *w, const char *text, size_t length, const about *it, parts *p)
{
    pith_document_options options = {.size = sizeof options,
                                     .language = it->language,
                                     .title = it->title,
                                     .explain = w->orders->args->explain};
    pith_status status = make_engine(w);
    if (status == PITH_OK)
        status = pith_document_new(w->engine, text, length, &options, &p->document);
    if (status == PITH_OK)
        status = analyse(w, p);
    return status == PITH_OK ? write_parts(w, it, p) : status;
}

/* "==> name <==", as head and tail do it. */
static bool add_header(const orders *o, buffer *out, const item *i, const about *it)
{
    size_t start = out->length + 4;
    if (o->args->format != PITH_TEXT || !(o->tree ? i->kind == ITEM_RECORD : o->several))
        return true;
    if (!buffer_print(out, "==> ") || !buffer_print(out, it->source ? it->source : "stdin") ||
        (it->id && !(buffer_print(out, " ") && buffer_print(out, it->id))))
        return false;
    for (size_t k = start; k < out->length; k++) {
        if ((unsigned char)out->bytes[k] < 0x20 || out->bytes[k] == 0x7F)
            out->bytes[k] = '?';
    }
    return buffer_print(out, " <==\n");
}

static void process(worker *w, task *t, item *i, const char *text, size_t length, const about *it)
{
    static const char *const codes[] = {"", "memory", "size", "option", "option"}; /* by status */
    size_t before = t->out.length;
    parts p = {0};
    pith_status status = digest(w, text, length, it, &p);
    if (status == PITH_OK) {
        size_t written;
        const char *bytes = pith_output_bytes(p.output, &written);
        if (!add_header(w->orders, &t->out, i, it) || !buffer_add(&t->out, bytes, written))
            status = PITH_NO_MEMORY;
    }
    if (status != PITH_OK) {
        t->out.length = before;
        item_fail(i, codes[status],
                  w->engine ? pith_engine_message(w->engine) : pith_status_text(status));
    }
    free_parts(&p);
}

/* ---- the kinds of items ---- */

static void do_text(worker *w, task *t, item *i, const char *text, size_t length)
{
    const args *a = w->orders->args;
    process(w, t, i, text, length,
            &(about){.source = i->source->path, .title = a->title, .language = a->language});
}

static void do_file(worker *w, task *t, item *i)
{
    buffer_clear(&w->file);
    if (read_path(i->source->path, &w->file))
        do_text(w, t, i, w->file.bytes, w->file.length);
    else
        item_fail(i, "read", strerror(errno));
}

/* In JSON lines and JSON the output has a place for the error too. */
static void add_error(worker *w, task *t, item *i, const char *id)
{
    if (w->orders->args->format == PITH_TEXT)
        return;
    char *error = record_error(id, i->code, i->message, i->line);
    if (!error || !buffer_print(&t->out, error))
        buffer_print(&t->out, "{\"id\":null,\"error\":{\"code\":\"memory\"}}\n");
    free(error);
}

static void do_record(worker *w, task *t, item *i)
{
    const args *a = w->orders->args;
    record r;
    const fault *wrong = record_read(&r, t->in.bytes + i->start, i->length);
    if (wrong)
        item_fail(i, wrong->code, wrong->message);
    else
        process(w, t, i, r.text, strlen(r.text),
                &(about){.id = r.id,
                         .source = i->source->path,
                         .title = r.title ? r.title : a->title,
                         .language = r.language ? r.language : a->language});
    if (i->failed)
        add_error(w, t, i, r.id);
    record_free(&r);
}

void worker_do(worker *w, task *t)
{
    for (size_t k = 0; k < t->count; k++) {
        item *i = &t->items[k];
        if (i->kind == ITEM_FILE)
            do_file(w, t, i);
        else if (i->kind == ITEM_TEXT)
            do_text(w, t, i, t->in.bytes + i->start, i->length);
        else if (i->kind == ITEM_RECORD)
            do_record(w, t, i);
        else if (i->kind == ITEM_FAILED && i->line)
            add_error(w, t, i, NULL);
        i->out_end = t->out.length;
    }
}

void worker_free(worker *w)
{
    pith_engine_free(w->engine);
    buffer_free(&w->file);
}
