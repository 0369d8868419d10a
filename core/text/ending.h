/* Places where a sentence may end: a run of terminators with what closes behind it. One fast scan
 * finds them; text/boundary.h decides. */
#ifndef PITH_TEXT_ENDING_H
#define PITH_TEXT_ENDING_H

#include "ground/span.h"
#include "text/mark.h"
#include "text/terminator.h"

typedef struct pith__ending {
    pith__ending_kind kind;
    pith_span run;  /* the terminators */
    uint32_t end;   /* behind the closing marks, brackets and note numbers that belong to it */
    uint32_t next;  /* where the next sentence would begin; the end of the paragraph if none */
    bool quoted;    /* a quotation mark closes behind the run */
    bool bracketed; /* a bracket closes behind the run */
    bool new_line;  /* a line ends between end and next */
    bool full;      /* an ellipsis of four stops: it holds a full stop */
    bool wide;      /* of a script that writes no spaces */
} pith__ending;

/* A ! or ?, which a small letter may follow in mid-sentence. */
static inline bool pith__ending_is_call(const pith__ending *ending)
{
    return ending->kind == PITH__ENDING_CALL || ending->kind == PITH__ENDING_ASK;
}

/* A walk over the endings of a text, one paragraph after the other. */
typedef struct pith__ending_walk {
    pith__text text;
    pith__marks marks;
    uint32_t mark;       /* first mark that is not before the last ending */
    uint32_t broken;     /* first mark that may close speech that is broken off */
    pith_span paragraph; /* set by the caller for each paragraph */
    char extra; /* a terminator of the language: : in Armenian, ; which asks in Greek, or . */
} pith__ending_walk;

/* Finds the first ending that begins at `from` or later in the paragraph; false if there is none.
 * Calls must go forward in the text. */
bool pith__ending_next(pith__ending_walk *walk, uint32_t from, pith__ending *ending);

#endif
