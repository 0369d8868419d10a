#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "interrupt.h"

bool read_all(int file, buffer *into, size_t most)
{
    struct stat found;
    size_t step = 1 << 16, start = into->length;
    if (fstat(file, &found) == 0 && S_ISREG(found.st_mode) && found.st_size > 0)
        step = (size_t)found.st_size + 1; /* one more shows the end without another round */
    for (;; step = 1 << 16) {
        bool fits = step - 1 <= most && into->length - start <= most;
        if (!fits || !buffer_reserve(into, step)) {
            errno = fits ? ENOMEM : EFBIG;
            return false;
        }
        ssize_t got =
            interruptible_read(file, into->bytes + into->length, into->room - into->length);
        if (got <= 0)
            return got == 0;
        into->length += (size_t)got;
    }
}

bool read_path(const char *path, buffer *into, size_t most)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    bool done = read_all(file, into, most);
    int error = errno;
    close(file);
    errno = error;
    return done;
}
