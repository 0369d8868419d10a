/* Time that only goes forward. */
#ifndef PITH_CMD_CLOCK_H
#define PITH_CMD_CLOCK_H

#include <time.h>

/* Seconds since some moment in the past. */
static inline double clock_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

#endif
