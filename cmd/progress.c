#include "progress.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"

enum { WIDTH = 24 };
static const double FIRST = 0.5, EVERY = 0.1; /* seconds */

static void put(const char *text, size_t length)
{
    if (write(STDERR_FILENO, text, length) < 0)
        return; /* nobody looks */
}

void progress_begin(progress *p, bool quiet, uint64_t total)
{
    *p = (progress){.on = !quiet && isatty(STDERR_FILENO), .total = total};
    p->started = p->on ? clock_now() : 0;
    p->due = p->started + FIRST;
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
    double seconds = clock_now() - p->started, rate = (double)p->bytes / seconds;
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
    if (!p->on || clock_now() < p->due)
        return;
    draw(p);
    p->due = clock_now() + EVERY;
}

void progress_erase(progress *p)
{
    if (p->shown)
        put("\r\033[K", 4);
    p->shown = false;
}
