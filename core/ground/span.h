/* Questions about a pith_span: a half-open piece of a text, in bytes of its UTF-8. */
#ifndef PITH_GROUND_SPAN_H
#define PITH_GROUND_SPAN_H

#include <stdbool.h>

#include "pith.h"

static inline uint32_t pith__span_length(pith_span span)
{
    return span.end - span.start;
}

static inline bool pith__span_contains(pith_span outer, pith_span inner)
{
    return outer.start <= inner.start && inner.end <= outer.end;
}

static inline bool pith__span_overlaps(pith_span a, pith_span b)
{
    return a.start < b.end && b.start < a.end;
}

#endif
