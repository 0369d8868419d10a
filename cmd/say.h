/* Messages to the user, on standard error. */
#ifndef PITH_CMD_SAY_H
#define PITH_CMD_SAY_H

/* "pith: " and one line, in one write; control characters in it (of file names) become '?'. */
#if defined(__GNUC__)
__attribute__((format(printf, 1, 2)))
#endif
void say(const char *format, ...);

#endif
