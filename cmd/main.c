/* pith: arguments -> inputs -> batch -> exit code. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "batch.h"
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

static uint64_t total_size(const inputs *all)
{
    uint64_t total = 0;
    for (size_t i = 0; i < all->count; i++)
        total += all->items[i].size;
    return total;
}

static int exit_code(const args *a, const inputs *all, const sink *out, tally t)
{
    size_t failed = t.files_failed + all->failed + (a->keep_going ? 0 : t.records_failed);
    if (out->failed)
        return EXIT_NOT_WRITTEN;
    if (!failed)
        return EXIT_ALL_DONE;
    return t.done ? EXIT_SOME_FAILED : EXIT_NONE_DONE;
}

static int run(const orders *o, const inputs *all)
{
    int code;
    sink out;
    if (!sink_open(&out, o->args, all, &code)) {
        sink_close(&out, false);
        return code;
    }
    batch *b = batch_new(o, &out, total_size(all));
    tally t = {0};
    if (b) {
        read_inputs(b, all);
        t = batch_finish(b);
    } else
        say("memory ran out; give the process more");
    sink_close(&out, b && (t.done || t.records_failed || !(t.files_failed + all->failed)));
    return b ? exit_code(o->args, all, &out, t) : EXIT_NONE_DONE;
}

static int run_inputs(orders *o)
{
    inputs all;
    int code = EXIT_NONE_DONE;
    if (!inputs_find(&all, o->args))
        say("memory ran out; give the process more");
    else if (!(o->args->strict && all.failed)) {
        o->several = all.several;
        o->tree = all.tree;
        code = run(o, &all);
    }
    inputs_free(&all);
    return code;
}

int main(int argc, char **argv)
{
    args a;
    int code;
    guard_streams();
    signal(SIGPIPE, SIG_IGN);
    if (!args_read(&a, argc, argv, &code))
        return code;
    buffer stopwords = {0};
    if (a.stopwords && !read_path(a.stopwords, &stopwords)) {
        say("--stopwords %s: %s", a.stopwords, strerror(errno));
        return EXIT_USAGE;
    }
    orders o = {.args = &a,
                .stopwords = a.stopwords ? stopwords.bytes : NULL,
                .stopwords_length = stopwords.length};
    code = run_inputs(&o);
    buffer_free(&stopwords);
    return code;
}
