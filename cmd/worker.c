#include "worker.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "file.h"
#include "splice.h"
#include "utf8.h"

/* ---- one document ---- */

static pith_status make_engine(worker *w)
{
    pith_engine_options options = {.size = sizeof options,
                                   .stopwords = w->orders->stopwords,
                                   .stopwords_length = w->orders->stopwords_length};
    return w->engine ? PITH_OK : pith_engine_new(&options, &w->engine);
}

/* Names of files may be any bytes: what is a control character, or no UTF-8, becomes '?'. */
static void make_printable(char *at, const char *end)
{
    while (at < end) {
        size_t size = utf8_character(at, end);
        if (!size || (unsigned char)*at < 0x20 || *at == 0x7F)
            *at = '?';
        at += size ? size : 1;
    }
}

/* "==> name <==", as head and tail do it. */
static bool add_header(const orders *o, buffer *out, const item *i, const about *it)
{
    const char *bold = o->args->colored ? "\x1B[1m" : "", *plain = *bold ? "\x1B[0m" : "";
    bool plain_text = o->args->format == AS_TEXT || o->args->format == AS_MARKDOWN;
    if (!plain_text || !(o->tree ? i->kind == ITEM_RECORD : o->several))
        return true;
    bool good = buffer_print(out, bold) && buffer_print(out, "==> ");
    size_t start = out->length;
    good = good && buffer_print(out, it->source ? it->source : "stdin") &&
           (!it->id || (buffer_print(out, " ") && buffer_print(out, it->id)));
    if (good)
        make_printable(out->bytes + start, out->bytes + out->length);
    return good && buffer_print(out, " <==") && buffer_print(out, plain) && buffer_print(out, "\n");
}

static bool add_output(worker *w, task *t, item *i, const about *it, const digest *d)
{
    size_t length;
    const char *bytes = pith_output_bytes(d->output, &length);
    const record *r = i->kind == ITEM_RECORD ? &w->record : NULL;
    return add_header(w->orders, &t->out, i, it) && buffer_add(&t->out, bytes, length) &&
           splice(&t->out, w->orders->args, &i->outcome, r);
}

/* With --merge the texts themselves are what comes of the work. */
static void keep_text(task *t, item *i, const char *text, size_t length, const about *it)
{
    char line[32] = "";
    const char *name = it->source ? it->source : "stdin";
    i->id = t->ids.length;
    if (it->id && strcmp(it->id, "null") != 0)
        name = it->id;
    else if (i->kind == ITEM_RECORD)
        snprintf(line, sizeof line, ":%zu", i->line);
    size_t named = strlen(name);
    bool marks = named > 1 && it->id == name && *name == '"';
    bool good = buffer_add(&t->ids, name + marks, named - 2 * marks) &&
                buffer_print(&t->ids, line) && buffer_add(&t->out, text, length);
    i->id_length = t->ids.length - i->id;
    make_printable(t->ids.bytes + i->id, t->ids.bytes + t->ids.length);
    if (!good)
        item_fail(i, fault_memory.code, fault_memory.message);
}

static void process(worker *w, task *t, item *i, const char *text, size_t length, const about *it)
{
    static const char *const codes[] = {"", "memory", "size", "option", "option"}; /* by status */
    size_t before = t->out.length;
    digest d = {0};
    if (w->orders->args->merge) {
        keep_text(t, i, text, length, it);
        return;
    }
    pith_status status = make_engine(w);
    if (status == PITH_OK)
        status = digest_make(w->engine, w->orders->args, text, length, it, &d, &i->outcome);
    if (status == PITH_OK && d.output && !add_output(w, t, i, it, &d))
        status = PITH_NO_MEMORY;
    if (status != PITH_OK) {
        const char *message = w->engine ? pith_engine_message(w->engine) : "";
        t->out.length = before;
        item_fail(i, codes[status], *message ? message : fault_memory.message);
    } else if (!d.output) {
        i->kept = d;
        return;
    }
    digest_free(&d);
}

/* ---- the kinds of items ---- */

static void fail(item *i, const fault *why)
{
    item_fail(i, why->code, why->message);
}

/* A text of `length` bytes in `input`. If it is large and alone there, its memory is given back as
 * soon as the document has its own copy. */
static void do_text(worker *w, task *t, item *i, buffer *input, size_t length)
{
    enum { LARGE = 1 << 20 };
    const args *a = w->orders->args;
    const char *bytes = input->bytes + i->start;
    about it = {.source = i->source->path,
                .title = a->title,
                .language = a->language,
                .input = length >= LARGE && length == input->length ? input : NULL};
    const fault *wrong = reading_make(&w->reading, a, i->source->kind, &bytes, &length, &it);
    i->length = length;
    if (wrong)
        fail(i, wrong);
    else
        process(w, t, i, bytes, length, &it);
}

static void do_file(worker *w, task *t, item *i)
{
    buffer_clear(&w->file);
    if (read_path(i->source->path, &w->file, w->orders->args->max_record))
        do_text(w, t, i, &w->file, w->file.length);
    else if (errno == EFBIG)
        fail(i, &fault_size);
    else if (errno == ENOMEM)
        fail(i, &fault_memory);
    else
        item_fail(i, "read", strerror(errno));
}

/* In JSON lines and JSON the output has a place for the error too; the id is kept for the list of
 * failures. */
static void add_error(worker *w, task *t, item *i, const record *r)
{
    const fault wrong = {i->code, i->message};
    i->id = t->ids.length;
    if (r->id && buffer_print(&t->ids, r->id))
        i->id_length = t->ids.length - i->id;
    size_t before = t->out.length;
    if (!format_is_json(w->orders->args->format) || args_want_one(w->orders->args))
        return;
    if (record_add_error(&t->out, r->id, &wrong, i->line, i->byte) &&
        splice(&t->out, w->orders->args, &i->outcome, r))
        return;
    t->out.length = before;
    buffer_print(&t->out, "{\"id\":null,\"error\":{\"code\":\"memory\"}}\n");
}

static void do_record(worker *w, task *t, item *i)
{
    const args *a = w->orders->args;
    record *r = &w->record;
    const fault *wrong = record_read(r, &a->fields, t->in.bytes + i->start, i->length);
    if (wrong)
        fail(i, wrong);
    else
        process(w, t, i, r->text, r->text_length,
                &(about){.id = r->id,
                         .source = i->source->path,
                         .title = r->title ? r->title : a->title,
                         .language = r->language ? r->language : a->language});
    i->byte += r->at;
    if (i->failed)
        add_error(w, t, i, r);
}

/* A record that was given up while it was read; its first bytes are there. */
static void do_failed(worker *w, task *t, item *i)
{
    if (!i->line)
        return;
    record_read(&w->record, &w->orders->args->fields, t->in.bytes + i->start, i->length);
    w->record.parsed = false;
    add_error(w, t, i, &w->record);
}

void worker_do(worker *w, task *t)
{
    for (size_t k = 0; k < t->count; k++) {
        item *i = &t->items[k];
        if (i->kind == ITEM_FILE)
            do_file(w, t, i);
        else if (i->kind == ITEM_TEXT)
            do_text(w, t, i, &t->in, i->length);
        else if (i->kind == ITEM_RECORD)
            do_record(w, t, i);
        else if (i->kind == ITEM_FAILED)
            do_failed(w, t, i);
        i->out_end = t->out.length;
    }
}

void worker_free(worker *w)
{
    pith_engine_free(w->engine);
    buffer_free(&w->file);
    reading_free(&w->reading);
    record_free(&w->record);
}
