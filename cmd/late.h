/* Libraries that only some inputs need, loaded when the first of these comes: linked in the usual
 * way libxml2 and uchardet would add two milliseconds to every start (they bring ICU and the C++
 * library with them), half of what a whole article costs. */
#ifndef PITH_CMD_LATE_H
#define PITH_CMD_LATE_H

#include <stdbool.h>

/* The addresses of the named functions of a shared library; names ends with NULL. False: it is not
 * installed. */
bool late_load(const char *library, const char *const *names, void **functions);

#endif
