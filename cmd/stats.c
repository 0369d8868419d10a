#include "stats.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

#include "clock.h"

void stats_begin(stats *s)
{
    *s = (stats){.started = clock_now()};
}

void stats_count(stats *s, const item *i, size_t written)
{
    bool of_file = i->kind != ITEM_RECORD && !i->line;
    s->bytes_in += i->length;
    s->bytes_out += written;
    if (i->failed) {
        s->records_failed += !of_file;
        s->files_failed += of_file;
        return;
    }
    s->documents++;
    s->degraded += i->outcome.limit != NULL;
    s->sentences += i->outcome.counts.sentences;
    s->words += i->outcome.counts.words;
    s->quotes += i->outcome.quotes;
}

static double cpu_seconds(const struct rusage *used)
{
    return (double)(used->ru_utime.tv_sec + used->ru_stime.tv_sec) +
           (double)(used->ru_utime.tv_usec + used->ru_stime.tv_usec) / 1e6;
}

static const char JSON_LAYOUT[] =
    "{\"documents\":%zu,\"failed\":{\"records\":%zu,\"files\":%zu},\"left_out\":%zu,"
    "\"degraded\":%zu,\"bytes_in\":%" PRIu64 ",\"bytes_out\":%" PRIu64 ",\"sentences\":%" PRIu64
    ",\"words\":%" PRIu64 ",\"quotes\":%" PRIu64 ",\"seconds\":%.3f,\"cpu_seconds\":%.3f,"
    "\"documents_a_second\":%.1f,\"megabytes_a_second\":%.3f,\"jobs\":%u,"
    "\"peak_memory_bytes\":%" PRIu64 "}\n";

static const char TEXT_LAYOUT[] =
    "documents       %zu\nfailed          %zu records, %zu files\nleft out        %zu, done "
    "before\ndegraded        %zu\nbytes in        %" PRIu64 "\nbytes out       %" PRIu64
    "\nsentences       %" PRIu64 "\nwords           %" PRIu64 "\nquotes          %" PRIu64
    "\nseconds         %.3f, of processor time %.3f\ndocuments/s     %.1f\nMB/s            "
    "%.2f\njobs            %u\npeak memory     %" PRIu64 " bytes\n";

void stats_print(const stats *s, const args *a)
{
    char text[1024];
    struct rusage used;
    double seconds = fmax(clock_now() - s->started, 1e-6);
    getrusage(RUSAGE_SELF, &used);
    int length =
        snprintf(text, sizeof text, a->stats == STATS_JSON ? JSON_LAYOUT : TEXT_LAYOUT,
                 s->documents, s->records_failed, s->files_failed, s->left_out, s->degraded,
                 s->bytes_in, s->bytes_out, s->sentences, s->words, s->quotes, seconds,
                 cpu_seconds(&used), (double)s->documents / seconds,
                 (double)s->bytes_in / 1e6 / seconds, a->jobs, (uint64_t)used.ru_maxrss * 1024);
    if (write(STDERR_FILENO, text, (size_t)length) < 0)
        return; /* nobody looks */
}
