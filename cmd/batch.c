#include "batch.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "interrupt.h"
#include "progress.h"
#include "say.h"

enum { TASKS_PER_JOB = 6 };

struct batch {
    const orders *orders;
    results *out;
    bool source_failed; /* the one that is being written */
    progress progress;
    atomic_bool stopped;

    /* The ring: tasks are numbered as they are filled, and task n lies at n modulo size. Three
     * counts tell where it stands; written <= taken <= filled <= written + size. */
    task *ring;
    size_t size;
    size_t filled, taken, written;
    bool filling; /* the task `filled` has been given to the reader */
    bool closed;  /* nothing will be filled any more */
    bool writing; /* a worker writes what is done */

    worker *workers;
    unsigned jobs,
        running; /* threads that work: wanted, and there; 0 until there is work for two */
    bool alone;  /* no thread could be had */
    pthread_t *threads;
    pthread_mutex_t lock; /* of the ring's counts, closed, writing and task.done */
    pthread_cond_t may_fill, may_work;
};

static task *slot(batch *b, size_t number)
{
    return &b->ring[number % b->size];
}

/* Whether it is worth to wake the reader: half of the ring is free. */
static bool has_room(const batch *b)
{
    return 2 * (b->filled - b->written) <= b->size;
}

/* ---- writing, in order ---- */

static void report(batch *b, const item *i, const char *text)
{
    progress_erase(&b->progress);
    if (i->line)
        say("%s:%zu: %s", source_name(i->source), i->line, text);
    else
        say("%s: %s", source_name(i->source), text);
}

static void report_failed(batch *b, const task *t, const item *i)
{
    report(b, i, i->message);
    failures_add(&b->out->failures, i, t);
    b->source_failed = b->source_failed || (i->kind != ITEM_RECORD && !i->line);
    if (b->orders->args->strict)
        atomic_store(&b->stopped, true);
}

static void report_limit(batch *b, const item *i)
{
    report(b, i,
           i->outcome.limit[0] == 't' ? "the time of --max-time allowed for a part of the work only"
                                      : "only the sentences of --max-sentences were read");
}

static void write_item(batch *b, task *t, item *i, const char *bytes, size_t length)
{
    sink *out = &b->out->sink;
    if (i->kind == ITEM_END) {
        sink_end_source(out, i->source, !b->source_failed);
        b->source_failed = false;
        return;
    }
    stats_count(&b->out->stats, i, length);
    if (i->failed)
        report_failed(b, t, i);
    else if (i->outcome.limit)
        report_limit(b, i);
    if (b->out->speakers && !i->failed) {
        speakers_add(b->out->speakers, &i->kept);
        digest_free(&i->kept);
    } else if (b->out->merge && !i->failed) {
        merge_add(b->out->merge, t->ids.bytes + i->id, i->id_length, bytes, length);
    } else if (!args_want_one(b->orders->args) && (length || !i->failed))
        sink_add(out, i->source, bytes, length);
    progress_step(&b->progress, i->kind == ITEM_FILE ? i->source->size : i->length + 1, 1);
}

static void write_task(batch *b, task *t)
{
    size_t from = 0;
    for (size_t k = 0; k < t->count && !atomic_load(&b->stopped); k++) {
        const char *bytes = t->out.bytes ? t->out.bytes + from : "";
        write_item(b, t, &t->items[k], bytes, t->items[k].out_end - from);
        from = t->items[k].out_end;
    }
    sink_flush(&b->out->sink);
    failures_flush(&b->out->failures);
    if (b->out->sink.failed || b->out->failures.failed)
        atomic_store(&b->stopped, true);
}

/* ---- threads ---- */

/* Writes what is done, in order, under the lock: whoever has done a task does, if nobody is at it,
 * so that no thread has to be woken for it. The reader is woken when it has something to do. */
static void write_done(batch *b)
{
    if (b->writing)
        return;
    b->writing = true;
    while (b->written < b->taken && slot(b, b->written)->done) {
        pthread_mutex_unlock(&b->lock);
        write_task(b, slot(b, b->written));
        pthread_mutex_lock(&b->lock);
        b->written++;
        if (has_room(b))
            pthread_cond_signal(&b->may_fill);
    }
    b->writing = false;
}

static void *work(void *argument)
{
    worker *w = argument;
    batch *b = w->batch;
    pthread_mutex_lock(&b->lock);
    for (;;) {
        while (b->taken == b->filled && !b->closed)
            pthread_cond_wait(&b->may_work, &b->lock);
        if (b->taken == b->filled)
            break;
        task *t = slot(b, b->taken++);
        pthread_mutex_unlock(&b->lock);
        if (!atomic_load(&b->stopped))
            worker_do(w, t);
        pthread_mutex_lock(&b->lock);
        t->done = true;
        write_done(b);
    }
    pthread_mutex_unlock(&b->lock);
    return NULL;
}

static void join_threads(batch *b)
{
    pthread_mutex_lock(&b->lock);
    b->closed = true;
    pthread_cond_broadcast(&b->may_work);
    pthread_mutex_unlock(&b->lock);
    for (unsigned i = 0; i < b->running; i++)
        pthread_join(b->threads[i], NULL);
    b->running = 0;
}

/* As many as the system grants; without any, the caller's thread does the work. */
static void start_threads(batch *b)
{
    sigset_t before;
    interrupt_hold(&before);
    while (b->running < b->jobs &&
           pthread_create(&b->threads[b->running], NULL, work, &b->workers[b->running]) == 0)
        b->running++;
    interrupt_release(&before);
    b->alone = !b->running;
}

/* ---- filling ---- */

task *batch_task(batch *b)
{
    if (b->filling && task_full(slot(b, b->filled)))
        batch_submit(b);
    if (!b->filling) {
        pthread_mutex_lock(&b->lock);
        if (b->filled == b->written + b->size)
            while (!has_room(b))
                pthread_cond_wait(&b->may_fill, &b->lock);
        pthread_mutex_unlock(&b->lock);
        task_clear(slot(b, b->filled));
        b->filling = true;
    }
    return slot(b, b->filled);
}

/* In the caller's thread. */
static void do_here(batch *b)
{
    task *t = slot(b, b->filled);
    if (!atomic_load(&b->stopped))
        worker_do(&b->workers[0], t);
    write_task(b, t);
    b->taken = b->written = ++b->filled;
}

void batch_submit(batch *b)
{
    if (!b->filling || !slot(b, b->filled)->count)
        return;
    b->filling = false;
    bool more = b->filled > 0 || task_full(slot(b, 0)); /* than the caller's thread does best */
    if (more && !b->running && b->jobs > 1 && !b->alone)
        start_threads(b);
    if (!b->running) {
        do_here(b);
        return;
    }
    pthread_mutex_lock(&b->lock);
    b->filled++;
    pthread_cond_signal(&b->may_work);
    pthread_mutex_unlock(&b->lock);
}

bool batch_stopped(batch *b)
{
    return atomic_load(&b->stopped) || interrupted();
}

/* ---- its life ---- */

static void free_batch(batch *b)
{
    for (size_t i = 0; b->ring && i < b->size; i++)
        task_free(&b->ring[i]);
    for (unsigned i = 0; b->workers && i < b->jobs; i++)
        worker_free(&b->workers[i]);
    free(b->ring);
    free(b->workers);
    free(b->threads);
    pthread_mutex_destroy(&b->lock);
    pthread_cond_destroy(&b->may_fill);
    pthread_cond_destroy(&b->may_work);
    free(b);
}

const args *batch_args(const batch *b)
{
    return b->orders->args;
}

batch *batch_new(const orders *o, results *out, uint64_t total)
{
    batch *b = calloc(1, sizeof *b);
    if (!b)
        return NULL;
    b->orders = o;
    b->out = out;
    b->jobs = o->args->jobs;
    b->size = (size_t)b->jobs * TASKS_PER_JOB;
    b->ring = malloc(b->size * sizeof *b->ring);
    for (size_t i = 0; b->ring && i < b->size; i++)
        task_init(&b->ring[i]);
    b->workers = calloc(b->jobs, sizeof *b->workers);
    b->threads = calloc(b->jobs, sizeof *b->threads);
    pthread_mutex_init(&b->lock, NULL);
    pthread_cond_init(&b->may_fill, NULL);
    pthread_cond_init(&b->may_work, NULL);
    if (!b->ring || !b->workers || !b->threads) {
        free_batch(b);
        return NULL;
    }
    for (unsigned i = 0; i < b->jobs; i++)
        b->workers[i] = (worker){.orders = o, .batch = b};
    progress_begin(&b->progress, o->args->quiet, total);
    return b;
}

void batch_finish(batch *b)
{
    batch_submit(b);
    if (b->running)
        join_threads(b);
    progress_erase(&b->progress);
    free_batch(b);
}
