#include "progress.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { FIRST_MS = 500, EVERY_MS = 100, WIDTH = 30 };

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
    if (p->on)
        wait_for(p, FIRST_MS);
}

static void draw(progress *p)
{
    char line[128], bar[WIDTH + 1];
    double share = p->total ? (double)p->bytes / (double)p->total : 0;
    share = share > 1 ? 1 : share;
    memset(bar, '-', WIDTH);
    memset(bar, '#', (size_t)(share * WIDTH));
    bar[WIDTH] = 0;
    int length = p->total ? snprintf(line, sizeof line, "\r[%s] %3d%%  %zu done\033[K", bar,
                                     (int)(share * 100), p->documents)
                          : snprintf(line, sizeof line, "\r%zu done\033[K", p->documents);
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
