#include "records.h"

#include <errno.h>
#include <string.h>

#include "stream.h"

/* Where the reading of a source stands. `at` indexes the block of the stream; what is before it
 * has been looked at. */
typedef struct intake {
    batch *batch;
    const source *source;
    task *task; /* of the item added last */
    stream in;
    size_t at;
    size_t start; /* of the record that is being read, in the block */
    size_t line;  /* of the start, from 1 */
    bool dropped; /* the rest of this record: it has its error already */
    /* of JSON that is no JSON lines: */
    bool inside; /* a record, from start on */
    size_t depth;
    bool in_string;
    bool in_array;   /* the one that holds the records */
    bool comma_next; /* in it, a record just ended */
    bool comma_was;  /* in it, a comma just came */
    bool broken;     /* nobody can tell where the next record begins */
} intake;

static const fault fault_layout = {
    "json", "here a comma or a bracket between records is missing, or one too many; what follows "
            "in this input is not read"};

static size_t max_record(const intake *k)
{
    return batch_args(k->batch)->max_record;
}

/* ---- items ---- */

/* The bytes go with the item, with a NUL behind them. */
static bool copy_bytes(task *t, item *i, const char *bytes, size_t length)
{
    if (!buffer_reserve(&t->in, length + 1))
        return false;
    i->start = t->in.length;
    i->length = length;
    buffer_add(&t->in, bytes, length);
    buffer_add(&t->in, "", 1);
    return true;
}

static item *add_item(intake *k, item_kind kind)
{
    k->task = batch_task(k->batch);
    item *i = task_add(k->task, kind, k->source);
    i->line = k->line;
    i->byte = k->in.taken + k->start;
    return i;
}

/* An error for the record that begins at start; of its bytes the first go along, since the id may
 * be in them. */
static void fail_record(intake *k, const fault *why)
{
    enum { HEAD = 1 << 12 };
    item *i = add_item(k, ITEM_FAILED);
    size_t length = k->in.block.length - k->start;
    copy_bytes(k->task, i, k->in.block.bytes + k->start, length < HEAD ? length : HEAD);
    item_fail(i, why->code, why->message);
}

static bool is_blank(const char *line, size_t length)
{
    size_t i = 0;
    while (i < length && (line[i] == ' ' || line[i] == '\t' || line[i] == '\r'))
        i++;
    return i == length;
}

/* The record from start to end. What is blank is none. */
static void take_record(intake *k, size_t end)
{
    const char *bytes = k->in.block.bytes + k->start;
    size_t length = end - k->start;
    if (!k->dropped && length > max_record(k))
        fail_record(k, &fault_size);
    else if (!k->dropped && !is_blank(bytes, length)) {
        item *i = add_item(k, ITEM_RECORD);
        if (!copy_bytes(k->task, i, bytes, length)) {
            i->kind = ITEM_FAILED;
            item_fail(i, fault_memory.code, fault_memory.message);
        }
    }
    k->dropped = false;
}

/* ---- JSON lines ---- */

static void take_lines(intake *k)
{
    const char *bytes = k->in.block.bytes;
    size_t length = k->in.block.length;
    const char *newline;
    while (!batch_stopped(k->batch) && k->at < length &&
           (newline = memchr(bytes + k->at, '\n', length - k->at))) {
        k->at = (size_t)(newline - bytes);
        take_record(k, k->at);
        k->start = ++k->at;
        k->line++;
    }
    k->at = length;
}

/* ---- JSON ---- */

static void count_lines(intake *k, size_t from, size_t to)
{
    const char *at = k->in.block.bytes + from, *end = k->in.block.bytes + to;
    while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) {
        k->line++;
        at++;
    }
}

static void break_off(intake *k)
{
    k->start = k->at;
    fail_record(k, &fault_layout);
    k->broken = true;
}

/* One byte between records. */
static void step_between(intake *k, char c)
{
    bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0x1E; /* RFC 7464 */
    if (blank) {
        k->line += c == '\n';
        k->at++;
        return;
    }
    if (c == '[' && !k->in_array)
        k->in_array = true;
    else if (c == ']' && k->in_array && !k->comma_was)
        k->in_array = k->comma_next = false;
    else if (c == ',' && k->comma_next) {
        k->comma_next = false;
        k->comma_was = true;
    } else if (k->comma_next || c == ',' || c == ']' || c == '}') {
        break_off(k);
        return;
    } else {
        k->inside = true;
        k->comma_was = false;
        k->start = k->at;
        return;
    }
    k->at++;
}

/* To the end of the string, or of the block. An escaped byte may lie in the next block: then `at`
 * is one beyond. */
static void skip_string(intake *k)
{
    const char *bytes = k->in.block.bytes, *end = bytes + k->in.block.length;
    const char *at = bytes + k->at, *quote = memchr(at, '"', (size_t)(end - at)), *backslash;
    while (at < end && (backslash = memchr(at, '\\', (size_t)((quote ? quote : end) - at)))) {
        at = backslash + 2;
        if (quote && quote < at)
            quote = at < end ? memchr(at, '"', (size_t)(end - at)) : NULL;
    }
    k->in_string = !quote;
    k->at = (size_t)((quote ? quote + 1 : at > end ? at : end) - bytes);
}

static bool is_scalar_end(char c)
{
    return strchr(" \t\r\n,]}", c) != NULL;
}

/* Moves on inside a record; true: it ends at `at`. */
static bool step_inside(intake *k)
{
    const char *bytes = k->in.block.bytes;
    if (k->in_string) {
        skip_string(k);
        return !k->in_string && !k->depth;
    }
    char c = bytes[k->at];
    if (!k->depth && k->at > k->start && is_scalar_end(c))
        return true;
    k->at++;
    k->in_string = c == '"';
    if (c == '{' || c == '[')
        k->depth++;
    else if ((c == '}' || c == ']') && k->depth)
        return --k->depth == 0;
    return false;
}

static void end_element(intake *k)
{
    take_record(k, k->at);
    count_lines(k, k->start, k->at);
    k->inside = false;
    k->comma_next = k->in_array;
    k->start = k->at;
}

static void take_elements(intake *k)
{
    while (!batch_stopped(k->batch) && !k->broken && k->at < k->in.block.length) {
        if (!k->inside)
            step_between(k, k->in.block.bytes[k->at]);
        else if (step_inside(k))
            end_element(k);
    }
    if (!k->inside)
        k->start = k->at;
}

/* ---- both ---- */

static bool is_lines(const intake *k)
{
    return k->source->kind == FROM_JSONL;
}

/* Gives the record that is being read its error, and drops what there is of it. */
static void drop_record(intake *k, const fault *why)
{
    if (!k->dropped)
        fail_record(k, why);
    k->dropped = true;
    if (!is_lines(k) && k->at >= k->start)
        count_lines(k, k->start, k->at < k->in.block.length ? k->at : k->in.block.length);
    k->start = k->in.block.length;
}

/* Takes from the block what is done with. */
static void settle(intake *k)
{
    bool open = is_lines(k) || k->inside;
    if (open && (k->dropped || k->in.block.length - k->start > max_record(k)))
        drop_record(k, &fault_size);
    stream_take(&k->in, k->start);
    k->at -= k->start;
    k->start = 0;
}

static void end_source(intake *k)
{
    bool rest = k->in.block.length > k->start || k->dropped;
    if (batch_stopped(k->batch) || k->broken)
        return;
    if (is_lines(k) ? rest : k->inside)
        take_record(k, k->in.block.length);
    else if (k->in_array) {
        k->start = k->in.block.length;
        fail_record(k, &fault_layout);
    }
}

static void fail_source(intake *k, int error)
{
    if (error == EINTR)
        return; /* a signal asks to stop; the rest is not missing but not wanted */
    item_fail(task_add(batch_task(k->batch), ITEM_FAILED, k->source), "read", strerror(error));
    k->broken = true;
}

void records_read(batch *b, const source *s, int file)
{
    intake k = {.batch = b, .source = s, .line = 1};
    stream_status status;
    stream_open(&k.in, file, batch_args(b)->encoding);
    do {
        batch_submit(b); /* whoever feeds a pipe slowly gets his answers before we wait for more */
        status = stream_read(&k.in);
        if (status == STREAM_FAILED)
            fail_source(&k, errno);
        else if (status == STREAM_NO_MEMORY && !k.in.block.length)
            fail_source(&k, ENOMEM);
        else if (status == STREAM_NO_MEMORY)
            drop_record(&k, &fault_memory);
        else if (is_lines(&k))
            take_lines(&k);
        else
            take_elements(&k);
        settle(&k);
    } while ((status == STREAM_MORE || status == STREAM_NO_MEMORY) && !batch_stopped(b) &&
             !k.broken);
    if (status == STREAM_END)
        end_source(&k);
    stream_close(&k.in);
}
