/* Memory regions. All memory of a result, and all scratch memory of a stage, comes from an arena
 * and is given back in one free.
 *
 * An arena never returns NULL: when memory runs out it jumps to its trap, which the public entry
 * point set. So no stage checks an allocation, and between an entry point and the end of its call
 * nothing may own memory, files or locks outside an arena. Not thread-safe: an arena belongs to one
 * call at a time. */
#ifndef PITH_GROUND_ARENA_H
#define PITH_GROUND_ARENA_H

#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>

/* Where to go when memory runs out (code PITH__OUT_OF_MEMORY) or a limit is passed
 * (PITH__TOO_LARGE). */
typedef struct pith__trap {
    jmp_buf place;
} pith__trap;

enum { PITH__OUT_OF_MEMORY = 1, PITH__TOO_LARGE = 2 };

typedef struct pith__chunk pith__chunk;

typedef struct pith__arena {
    pith__trap *trap;    /* borrowed; may be changed between calls */
    pith__chunk *chunks; /* the newest first */
} pith__arena;

void pith__arena_init(pith__arena *arena, pith__trap *trap);

/* Frees all that was allocated; the arena may be used again. */
void pith__arena_free(pith__arena *arena);

/* Forgets all that was allocated but keeps the largest chunk of many blocks, so that the next
 * record costs no malloc. */
void pith__arena_reset(pith__arena *arena);

/* size bytes, aligned for any object, not cleared. */
void *pith__arena_alloc(pith__arena *arena, size_t size);

/* The same, cleared, for count objects of size bytes each. */
void *pith__arena_zero(pith__arena *arena, size_t count, size_t size);

/* Makes the block of old_size bytes at block (or NULL) new_size bytes large, in place where that is
 * possible: where it is the newest of its chunk or has a chunk of its own. The old pointer is void
 * after the call. */
void *pith__arena_resize(pith__arena *arena, void *block, size_t old_size, size_t new_size);

/* Gives back the block of size bytes (or fewer, if that is not known), which nothing points to any
 * more, where that is possible: where it is the newest of its chunk or has a chunk of its own. For
 * what is large, or made in vain. */
void pith__arena_drop(pith__arena *arena, void *block, size_t size);

/* A copy of length bytes with a NUL behind them, right behind the block before: words that are
 * copied in turn stay close together in the cache. */
char *pith__arena_copy(pith__arena *arena, const char *bytes, size_t length);

/* Where the first line of the cache begins in a block of PITH__LINE bytes more than are needed. */
enum { PITH__LINE = 64 };

static inline void *pith__line_in(void *block)
{
    return (void *)(((uintptr_t)block + PITH__LINE - 1) & ~(uintptr_t)(PITH__LINE - 1));
}

_Noreturn void pith__trap_spring(pith__trap *trap, int code);

#endif
