/* Signals that ask to stop: SIGINT, SIGTERM, SIGHUP. The first one ends the reading, so that what
 * is finished is written and stays; a second one kills. */
#ifndef PITH_CMD_INTERRUPT_H
#define PITH_CMD_INTERRUPT_H

#include <signal.h>
#include <sys/types.h>

void interrupt_watch(void);

/* The signal that came; 0: none did. */
int interrupted(void);

/* read, but tried again after signals that do not ask to stop. -1 and EINTR: one did, before or
 * while there was nothing to read. */
ssize_t interruptible_read(int file, void *into, size_t room);

/* Threads that are started while they are held off leave the signals to the main thread. */
void interrupt_hold(sigset_t *before);
void interrupt_release(const sigset_t *before);

/* Ends the process by the signal that came, as whoever waits for it expects. */
void interrupt_end(void);

#endif
