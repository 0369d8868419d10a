/* Files, read to their end. */
#ifndef PITH_CMD_FILE_H
#define PITH_CMD_FILE_H

#include <stdint.h>

#include "buffer.h"

/* Adds all of an open file; false: errno says why (ENOMEM too; EFBIG if there are more than `most`
 * bytes; EINTR if a signal asks to stop). */
bool read_all(int file, buffer *into, size_t most);

/* The same of a file by its name. */
bool read_path(const char *path, buffer *into, size_t most);

#endif
