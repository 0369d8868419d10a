#include "ground/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* The first chunk of an arena is small, for most results are; others are larger up to CHUNK_SIZE.
 */
enum {
    ALIGNMENT = 16,
    CHUNK_FIRST = 16 * 1024,
    CHUNK_GROWTH = 4,
    CHUNK_SIZE = 1024 * 1024,
    LONE_SIZE = 32 * 1024
};

/* A block of LONE_SIZE bytes or more has a chunk of its own, so that growing it is one realloc and
 * leaves no hole. */
struct pith__chunk {
    _Alignas(ALIGNMENT) pith__chunk *next;
    pith__chunk *previous;
    size_t used, size; /* bytes behind this header */
    size_t newest;     /* where the block allocated last begins */
    bool lone;
};

static unsigned char *bytes_of(pith__chunk *chunk)
{
    return (unsigned char *)(chunk + 1);
}

static size_t rounded(size_t size)
{
    return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

_Noreturn void pith__trap_spring(pith__trap *trap, int code)
{
    longjmp(trap->place, code);
}

void pith__arena_init(pith__arena *arena, pith__trap *trap)
{
    arena->trap = trap;
    arena->chunks = NULL;
}

void pith__arena_free(pith__arena *arena)
{
    for (pith__chunk *chunk = arena->chunks, *next; chunk; chunk = next) {
        next = chunk->next;
        free(chunk);
    }
    arena->chunks = NULL;
}

void pith__arena_reset(pith__arena *arena)
{
    pith__chunk *kept = NULL;
    for (pith__chunk *chunk = arena->chunks, *next; chunk; chunk = next) {
        next = chunk->next;
        if (!kept && !chunk->lone) {
            kept = chunk;
        } else {
            free(chunk);
        }
    }
    arena->chunks = kept;
    if (kept) {
        kept->next = kept->previous = NULL;
        kept->used = kept->newest = 0;
    }
}

static pith__chunk *make_chunk(pith__arena *arena, size_t size)
{
    pith__chunk *chunk = size > SIZE_MAX / 2 ? NULL : malloc(sizeof *chunk + size);
    if (!chunk)
        pith__trap_spring(arena->trap, PITH__OUT_OF_MEMORY);
    *chunk = (pith__chunk){.size = size};
    return chunk;
}

/* A chunk for blocks of less than LONE_SIZE, of which the next is this large. It becomes the head.
 */
static pith__chunk *add_chunk(pith__arena *arena, size_t size)
{
    pith__chunk *head = arena->chunks;
    size_t wanted = head && !head->lone ? head->size * CHUNK_GROWTH : CHUNK_FIRST;
    pith__chunk *chunk =
        make_chunk(arena, wanted > CHUNK_SIZE || size > wanted ? CHUNK_SIZE : wanted);
    chunk->next = head;
    if (head)
        head->previous = chunk;
    return arena->chunks = chunk;
}

/* A chunk for one block; it goes behind the head, which may have room left. */
static pith__chunk *add_lone(pith__arena *arena, size_t size)
{
    pith__chunk *chunk = make_chunk(arena, size), *head = arena->chunks;
    chunk->lone = true;
    if (!head)
        return arena->chunks = chunk;
    chunk->previous = head;
    chunk->next = head->next;
    head->next = chunk;
    if (chunk->next)
        chunk->next->previous = chunk;
    return chunk;
}

/* The block of a size that is rounded, at the end of a chunk that has room for it. */
static inline void *take(pith__chunk *chunk, size_t used, size_t size)
{
    chunk->newest = used;
    chunk->used = used + size;
    return bytes_of(chunk) + used;
}

static __attribute__((noinline)) void *alloc_anew(pith__arena *arena, size_t size)
{
    if (size > SIZE_MAX / 4)
        pith__trap_spring(arena->trap, PITH__OUT_OF_MEMORY);
    size = rounded(size);
    return take(size >= LONE_SIZE ? add_lone(arena, size) : add_chunk(arena, size), 0, size);
}

/* Nearly always the newest chunk has room. */
void *pith__arena_alloc(pith__arena *arena, size_t size)
{
    pith__chunk *chunk = arena->chunks;
    if (size > LONE_SIZE - ALIGNMENT || !chunk)
        return alloc_anew(arena, size);
    size_t used = rounded(chunk->used);
    size = rounded(size);
    return chunk->size - used >= size ? take(chunk, used, size) : alloc_anew(arena, size);
}

void *pith__arena_zero(pith__arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        pith__trap_spring(arena->trap, PITH__OUT_OF_MEMORY);
    void *block = pith__arena_alloc(arena, count * size);
    return memset(block, 0, count * size);
}

static void *resize_lone(pith__arena *arena, void *block, size_t size)
{
    pith__chunk *chunk = (pith__chunk *)block - 1;
    pith__chunk *moved = size > SIZE_MAX / 2 ? NULL : realloc(chunk, sizeof *chunk + size);
    if (!moved)
        pith__trap_spring(arena->trap, PITH__OUT_OF_MEMORY);
    moved->used = moved->size = size;
    if (moved->next)
        moved->next->previous = moved;
    if (moved->previous)
        moved->previous->next = moved;
    else
        arena->chunks = moved;
    return bytes_of(moved);
}

void *pith__arena_resize(pith__arena *arena, void *block, size_t old_size, size_t new_size)
{
    if (!block)
        return pith__arena_alloc(arena, new_size);
    if (new_size > SIZE_MAX / 4)
        pith__trap_spring(arena->trap, PITH__OUT_OF_MEMORY);
    old_size = rounded(old_size);
    new_size = rounded(new_size);
    if (old_size >= LONE_SIZE && new_size >= LONE_SIZE)
        return resize_lone(arena, block, new_size);
    pith__chunk *chunk = arena->chunks;
    if (new_size < LONE_SIZE && old_size < LONE_SIZE && chunk &&
        block == bytes_of(chunk) + chunk->newest && chunk->size - chunk->newest >= new_size) {
        chunk->used = chunk->newest + new_size;
        return block;
    }
    if (new_size <= old_size)
        return block;
    void *moved = pith__arena_alloc(arena, new_size);
    return memcpy(moved, block, old_size);
}

static void drop_lone(pith__arena *arena, void *block)
{
    pith__chunk *chunk = (pith__chunk *)block - 1;
    if (chunk->next)
        chunk->next->previous = chunk->previous;
    if (chunk->previous)
        chunk->previous->next = chunk->next;
    else
        arena->chunks = chunk->next;
    free(chunk);
}

void pith__arena_drop(pith__arena *arena, void *block, size_t size)
{
    pith__chunk *chunk = arena->chunks;
    if (rounded(size) >= LONE_SIZE)
        drop_lone(arena, block);
    else if (chunk && block == bytes_of(chunk) + chunk->newest)
        chunk->used = chunk->newest;
}

char *pith__arena_copy(pith__arena *arena, const char *bytes, size_t length)
{
    pith__chunk *chunk = arena->chunks;
    char *copy;
    if (chunk && chunk->size - chunk->used > length) {
        copy = (char *)bytes_of(chunk) + chunk->used;
        chunk->newest = chunk->used;
        chunk->used += length + 1;
    } else {
        copy = pith__arena_alloc(arena, length + 1);
    }
    if (length)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}
