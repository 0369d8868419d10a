/* What the program adds to a document's JSON. */
#ifndef PITH_CMD_SPLICE_H
#define PITH_CMD_SPLICE_H

#include "digest.h"

/* Puts members before the brace that ends the object at the end of out, which is one line, or
 * indented: "degraded" if a limit was met, and the record's own, as they were written, if they are
 * to be kept. Those with a name that pith itself writes go into a member "input". r may be NULL.
 * False: memory ran out. */
bool splice(buffer *out, const args *a, const outcome *o, const record *r);

#endif
