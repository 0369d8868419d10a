#include "summary/heap.h"

#include <stdbool.h>

static bool above(const pith__heap_entry *a, const pith__heap_entry *b)
{
    return a->value > b->value || (a->value == b->value && a->item < b->item);
}

static void swap(pith__heap_entry *a, pith__heap_entry *b)
{
    pith__heap_entry moved = *a;
    *a = *b;
    *b = moved;
}

static void sink(pith__heap *heap, uint32_t at)
{
    pith__heap_entry moved = heap->items[at];
    for (uint32_t child; (child = 2 * at + 1) < heap->count; at = child) {
        child += child + 1 < heap->count && above(&heap->items[child + 1], &heap->items[child]);
        if (!above(&heap->items[child], &moved))
            break;
        heap->items[at] = heap->items[child];
    }
    heap->items[at] = moved;
}

void pith__heap_order(pith__heap *heap)
{
    for (uint32_t i = heap->count / 2; i-- > 0;)
        sink(heap, i);
}

void pith__heap_push(pith__arena *arena, pith__heap *heap, double value, uint32_t item)
{
    *pith__array_add(arena, heap) = (pith__heap_entry){value, item, 0};
    for (uint32_t at = heap->count - 1; at > 0;) {
        uint32_t parent = (at - 1) / 2;
        if (!above(&heap->items[at], &heap->items[parent]))
            return;
        swap(&heap->items[at], &heap->items[parent]);
        at = parent;
    }
}

void pith__heap_lower(pith__heap *heap, double value)
{
    heap->items[0].value = value;
    heap->items[0].revisions++;
    sink(heap, 0);
}

void pith__heap_pop(pith__heap *heap)
{
    heap->items[0] = heap->items[--heap->count];
    sink(heap, 0);
}
