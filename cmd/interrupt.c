#include "interrupt.h"

#include <errno.h>
#include <pthread.h>
#include <stddef.h>
#include <sys/select.h>
#include <unistd.h>

static const int asking[] = {SIGINT, SIGTERM, SIGHUP};
enum { ASKING = sizeof asking / sizeof *asking };

static volatile sig_atomic_t came; /* a signal handler has nothing else to write to */

static void note(int number)
{
    came = number;
}

/* Whoever starts us with a signal ignored (nohup) wants it to stay so. */
void interrupt_watch(void)
{
    struct sigaction action = {.sa_handler = note, .sa_flags = (int)SA_RESETHAND}, before;
    for (int i = 0; i < ASKING; i++) {
        if (sigaction(asking[i], NULL, &before) == 0 && before.sa_handler == SIG_DFL)
            sigaction(asking[i], &action, NULL);
    }
}

int interrupted(void)
{
    return came;
}

void interrupt_hold(sigset_t *before)
{
    sigset_t held;
    sigemptyset(&held);
    for (int i = 0; i < ASKING; i++)
        sigaddset(&held, asking[i]);
    pthread_sigmask(SIG_BLOCK, &held, before);
}

void interrupt_release(const sigset_t *before)
{
    pthread_sigmask(SIG_SETMASK, before, NULL);
}

/* A signal between the look at `came` and the wait would be slept over; so it is held off until
 * pselect lets it in. */
static int wait_for(int file)
{
    sigset_t before;
    fd_set wanted;
    FD_ZERO(&wanted);
    FD_SET(file, &wanted);
    interrupt_hold(&before);
    errno = EINTR;
    int ready = came ? -1 : pselect(file + 1, &wanted, NULL, NULL, NULL, &before);
    int error = errno;
    interrupt_release(&before);
    errno = error;
    return ready;
}

ssize_t interruptible_read(int file, void *into, size_t room)
{
    for (;;) {
        ssize_t got = wait_for(file) < 0 ? -1 : read(file, into, room);
        if (got >= 0 || errno != EINTR || came)
            return got;
    }
}

void interrupt_end(void)
{
    signal(came, SIG_DFL);
    raise(came);
}
