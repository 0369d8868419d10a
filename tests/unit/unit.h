/* What every unit test begins with: cmocka, and an arena whose trap fails the test. */
#ifndef PITH_TESTS_UNIT_H
#define PITH_TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ground/arena.h"

/* Opens the arena of a test; to be used once in a function, before the arena allocates. */
#define open_arena(arena, trap)                                                                    \
    do {                                                                                           \
        pith__arena_init((arena), (trap));                                                         \
        if (setjmp((trap)->place))                                                                 \
            fail_msg("the arena's trap was sprung");                                               \
    } while (0)

#endif
