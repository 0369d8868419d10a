#include "quotes/unsaid.h"

static const char *const names[] = {
    [PITH__MARKED_SPEECH] = "speech",     [PITH__MARKED_FRAGMENT] = "fragment",
    [PITH__MARKED_SCARE] = "scare",       [PITH__MARKED_TITLE] = "title",
    [PITH__MARKED_NICKNAME] = "nickname", [PITH__MARKED_TERM] = "term"};

/* A piece of a content, in the order of the document. */
typedef struct place {
    const pith__contents *contents;
    uint32_t content, piece;
} place;

/* Moves to the first piece that ends behind the byte; NULL if there is none. */
static const pith_span *piece_behind(place *p, uint32_t byte)
{
    for (; p->content < p->contents->count; p->content++, p->piece = 0) {
        const pith__content *c = &p->contents->items[p->content];
        for (; p->piece < c->span.count; p->piece++)
            if (c->span.items[p->piece].end > byte)
                return &c->span.items[p->piece];
    }
    return NULL;
}

pith__unsaids pith__unsaids_find(pith__arena *arena, pith__arena *scratch,
                                 const pith_document *document, const pith__contents *contents)
{
    pith__markeds regions = pith__markeds_find(scratch, document);
    pith__unsaids found = {0};
    place at = {contents, 0, 0};
    for (uint32_t i = 0; i < regions.count; i++) {
        const pith__marked *r = &regions.items[i];
        const pith_span *piece = piece_behind(&at, r->span.start);
        if (r->class == PITH__MARKED_SPEECH || (piece && pith__span_overlaps(*piece, r->span)))
            continue;
        *pith__array_add(arena, &found) =
            (pith__unsaid){r->span, names[r->class], pith__sentence_at(document, r->span.start)};
    }
    return found;
}
