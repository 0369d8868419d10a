#include "progress.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { FIRST_MS = 500, EVERY_MS = 100, WIDTH = 24 };

static void put(const char *text, size_t length)
{
    if (write(STDERR_FILENO, text, length) < 0)
        return; /* nobody looks */
}

static void wait_for(progress *p, long milliseconds)
{
    clock_gettime(CLOCK_MONOTONIC, &p->due);
    p->due.tv_nsec += milliseconds * 1000000;
    p->due.tv_sec += p->due.tv_nsec / 1000000000;
    p->due.tv_nsec %= 1000000000;
}

static bool is_due(const progress *p)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec > p->due.tv_sec ||
           (now.tv_sec == p->due.tv_sec && now.tv_nsec >= p->due.tv_nsec);
}

void progress_begin(progress *p, bool quiet, uint64_t total)
{
    *p = (progress){.on = !quiet && isatty(STDERR_FILENO), .total = total};
    clock_gettime(CLOCK_MONOTONIC, &p->started);
    if (p->on)
        wait_for(p, FIRST_MS);
}

static double seconds_since(struct timespec start)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    double seconds =
        (double)(now.tv_sec - start.tv_sec) + (double)(now.tv_nsec - start.tv_nsec) / 1e9;
    return seconds > 1e-3 ? seconds : 1e-3;
}

/* "1:02:03", "2:03" */
static void print_time(char out[24], double seconds)
{
    long whole = (long)(seconds + 0.5);
    if (whole >= 3600)
        snprintf(out, 24, "%ld:%02ld:%02ld", whole / 3600, whole / 60 % 60, whole % 60);
    else
        snprintf(out, 24, "%ld:%02ld", whole / 60, whole % 60);
}

static void draw(progress *p)
{
    char line[192], bar[WIDTH + 1], left[24];
    double share = p->total ? (double)p->bytes / (double)p->total : 0;
    double seconds = seconds_since(p->started), rate = (double)p->bytes / seconds;
    share = share > 1 ? 1 : share;
    memset(bar, '-', WIDTH);
    memset(bar, '#', (size_t)(share * WIDTH));
    bar[WIDTH] = 0;
    print_time(left, share > 0 ? seconds * (1 - share) / share : 0);
    int length =
        p->total
            ? snprintf(line, sizeof line, "\r[%s] %3d%%  %zu done, %.1f MB/s, %s left\033[K", bar,
                       (int)(share * 100), p->documents, rate / 1e6, left)
            : snprintf(line, sizeof line, "\r%zu done, %.1f MB/s\033[K", p->documents, rate / 1e6);
    put(line, (size_t)length);
    p->shown = true;
}

void progress_step(progress *p, uint64_t bytes, size_t documents)
{
    p->bytes += bytes;
    p->documents += documents;
    if (!p->on || !is_due(p))
        return;
    draw(p);
    wait_for(p, EVERY_MS);
}

void progress_erase(progress *p)
{
    if (p->shown)
        put("\r\033[K", 4);
    p->shown = false;
}
