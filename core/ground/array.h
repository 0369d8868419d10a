/* Growing arrays in an arena. Declare one as PITH__ARRAY(type) name; {0} is an empty one. */
#ifndef PITH_GROUND_ARRAY_H
#define PITH_GROUND_ARRAY_H

#include <stdint.h>

#include "ground/arena.h"

#define PITH__ARRAY(type)                                                                          \
    struct {                                                                                       \
        type *items;                                                                               \
        uint32_t count, room;                                                                      \
    }

/* Makes room for one more and gives its address; the item is not cleared. */
#define pith__array_add(arena, array)                                                              \
    ((array)->count == (array)->room                                                               \
         ? (void)((array)->items = pith__array_grow((arena), (array)->items, &(array)->room,       \
                                                    sizeof *(array)->items))                       \
         : (void)0,                                                                                \
     &(array)->items[(array)->count++])

/* Gives the room that is left over back to the arena. */
#define pith__array_trim(arena, array)                                                             \
    ((array)->items = pith__arena_resize((arena), (array)->items,                                  \
                                         (size_t)(array)->room * sizeof *(array)->items,           \
                                         (size_t)(array)->count * sizeof *(array)->items),         \
     (array)->room = (array)->count)

/* Gives all of it back to the arena where that is possible. */
#define pith__array_drop(arena, array)                                                             \
    (pith__arena_drop((arena), (array)->items, (size_t)(array)->room * sizeof *(array)->items),    \
     (array)->items = NULL, (array)->count = (array)->room = 0)

static inline void *pith__array_grow(pith__arena *arena, void *items, uint32_t *room, size_t size)
{
    if (*room > UINT32_MAX / 2)
        pith__trap_spring(arena->trap, PITH__TOO_LARGE);
    uint32_t wanted = *room ? *room * 2 : 16;
    items = pith__arena_resize(arena, items, *room * size, wanted * size);
    *room = wanted;
    return items;
}

#endif
