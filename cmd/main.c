/* pith: the way of the data.
 *
 *   args      words of the command line, by the table in option
 *   input     what to read, by arguments, directories and lists: sources
 *   reader    sources -> items in tasks; records: where one record ends (bytes from stream)
 *   batch     tasks through threads and back, in order
 *   worker    an item -> its output: record (json) or reading (encoding, html, markdown) gives the
 *             text, digest its parts, splice what the program adds to the library's JSON
 *   sink      outputs -> stdout, a file, a tree; beside it failures, stats, and speakers, the table
 */
#include <errno.h>
#include <fcntl.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "encoding.h"
#include "file.h"
#include "interrupt.h"
#include "reader.h"
#include "say.h"

/* Whoever starts us with a standard stream closed must not find the first file that we open in its
 * place. Each gets a stand-in on which reading or writing fails as on a closed one. */
static void guard_streams(void)
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++) {
        if (fcntl(stream, F_GETFD) == -1)
            open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

/* glibc learns from each large block that is freed to keep the next ones; what a long text needs
 * for one stage would then be there in all others. What every record needs is smaller. */
static void return_large_blocks(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 320 << 10);
    mallopt(M_TRIM_THRESHOLD, 4 << 20);
#endif
}

static uint64_t total_size(const inputs *all)
{
    uint64_t total = 0;
    for (size_t i = 0; i < all->count; i++)
        total += all->items[i].size;
    return total;
}

static int exit_code(const args *a, const results *r)
{
    size_t records_failed = a->keep_going ? 0 : r->stats.records_failed;
    if (r->sink.failed || r->failures.failed)
        return EXIT_NOT_WRITTEN;
    if (!r->stats.files_failed && !records_failed)
        return EXIT_ALL_DONE;
    return r->stats.documents || r->stats.left_out ? EXIT_SOME_FAILED : EXIT_NONE_DONE;
}

/* False: memory ran out. */
static bool process(const orders *o, const inputs *all, results *r)
{
    batch *b = batch_new(o, r, total_size(all));
    if (!b)
        return false;
    read_inputs(b, all);
    batch_finish(b);
    return true;
}

static bool write_speakers(const args *a, results *r)
{
    buffer table = {0};
    bool done = speakers_write(r->speakers, a, &table);
    if (done && speakers_missed(r->speakers))
        say("there are more names than fit: counts may be too small, by %llu at most",
            (unsigned long long)speakers_missed(r->speakers));
    if (done)
        sink_add(&r->sink, NULL, table.bytes ? table.bytes : "", table.length);
    buffer_free(&table);
    return done;
}

static bool write_merged(const orders *o, results *r)
{
    buffer text = {0};
    char message[200];
    bool done = merge_write(r->merge, o->args, o->stopwords, o->stopwords_length, &text, message);
    if (done)
        sink_add(&r->sink, NULL, text.bytes, text.length);
    else
        say("--merge: %s", message);
    buffer_free(&text);
    return done;
}

static bool write_one(const orders *o, results *r)
{
    return o->args->merge ? write_merged(o, r) : write_speakers(o->args, r);
}

/* Something can be shown for the work, or there was none: then the output shall be there. */
static bool is_worth_keeping(const results *r)
{
    return r->stats.documents || r->stats.records_failed || !r->stats.files_failed;
}

/* False: a message told why, and *code says how to end. */
static bool open_results(results *r, const args *a, const inputs *all, int *code)
{
    *r = (results){.failures.file = -1};
    stats_begin(&r->stats);
    if (a->resume && !all->tree) {
        say("--resume needs -o to be a directory; put a slash behind its name");
        *code = EXIT_USAGE;
        return false;
    }
    bool opened = sink_open(&r->sink, a, all, args_want_one(a), code);
    if (opened && !failures_open(&r->failures, a->failures)) {
        *code = EXIT_NOT_WRITTEN;
        opened = false;
    }
    if (!opened)
        sink_close(&r->sink, false);
    return opened;
}

static int run(const orders *o, inputs *all)
{
    const args *a = o->args;
    int code;
    results r;
    bool one = args_want_one(a), done = true;
    merge all_texts = {0};
    if (!open_results(&r, a, all, &code))
        return code;
    inputs_shard(all, &a->selection);
    if (a->resume)
        r.stats.left_out = sink_leave_out_done(&r.sink, all);
    if (a->merge)
        r.merge = &all_texts;
    else if (one)
        done = (r.speakers = speakers_new(SPEAKERS_MOST)) != NULL;
    done = done && process(o, all, &r) && (!one || write_one(o, &r));
    if (!done)
        say("memory ran out; give the process more");
    sink_close(&r.sink, done && is_worth_keeping(&r));
    failures_close(&r.failures);
    speakers_free(r.speakers);
    merge_free(&all_texts);
    if (a->stats && done)
        stats_print(&r.stats, a);
    if (interrupted())
        say("stopped by a signal; %zu documents are done", r.stats.documents);
    return done ? exit_code(a, &r) : EXIT_NONE_DONE;
}

static int run_inputs(orders *o)
{
    inputs all;
    int code = EXIT_NONE_DONE;
    if (!inputs_find(&all, &o->args->selection, o->args->output))
        say("memory ran out; give the process more");
    else {
        o->several = all.several;
        o->tree = all.tree;
        code = run(o, &all);
    }
    inputs_free(&all);
    return code;
}

/* What has to be there before anything is read. False: a message told what is not. */
static bool prepare(const args *a, buffer *stopwords)
{
    converter c;
    if (a->stopwords && !read_path(a->stopwords, stopwords, SIZE_MAX)) {
        say("--stopwords %s: %s", a->stopwords, strerror(errno));
        return false;
    }
    if (a->encoding && !converter_open(&c, a->encoding)) {
        say("--encoding %s: no encoding has this name; iconv -l lists them", a->encoding);
        return false;
    }
    if (a->encoding)
        converter_close(&c);
    return true;
}

int main(int argc, char **argv)
{
    args a;
    int code;
    guard_streams();
    return_large_blocks();
    signal(SIGPIPE, SIG_IGN); /* writing fails instead, and is told */
    signal(SIGXFSZ, SIG_IGN);
    if (!args_read(&a, argc, argv, &code))
        return code;
    interrupt_watch();
    buffer stopwords = {0};
    code = EXIT_USAGE;
    if (prepare(&a, &stopwords)) {
        orders o = {.args = &a,
                    .stopwords = a.stopwords ? stopwords.bytes : NULL,
                    .stopwords_length = stopwords.length};
        code = run_inputs(&o);
    }
    buffer_free(&stopwords);
    args_free(&a);
    if (interrupted())
        interrupt_end();
    return code;
}
