#include "say.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void say(const char *format, ...)
{
    char line[1024] = "pith: ";
    size_t head = strlen(line), room = sizeof line - head - 1;
    va_list values;
    va_start(values, format);
    int length = vsnprintf(line + head, room, format, values);
    va_end(values);
    size_t end = head + (length < 0 ? 0 : (size_t)length < room ? (size_t)length : room - 1);
    for (size_t i = head; i < end; i++) {
        if ((unsigned char)line[i] < 0x20 || line[i] == 0x7F)
            line[i] = '?';
    }
    line[end++] = '\n';
    if (write(STDERR_FILENO, line, end) < 0)
        return; /* there is nobody left to tell */
}
