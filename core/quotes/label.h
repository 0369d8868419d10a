/* Marked region -> the name that is put beside it as a label. */
#ifndef PITH_QUOTES_LABEL_H
#define PITH_QUOTES_LABEL_H

#include "quotes/marked.h"
#include "quotes/report.h"

/* The tokens of "Ann Lee" in “…” — Ann Lee; empty if there is none. */
pith__range pith__signature_of(const pith_document *document, const pith__marked *region);

/* Those in Ann Lee: “…”, at the beginning of a paragraph. */
pith__range pith__introduction_of(const pith_document *document, const pith__marked *region);

#endif
