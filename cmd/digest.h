/* One text -> its parts and their output, within the limits of the command line. */
#ifndef PITH_CMD_DIGEST_H
#define PITH_CMD_DIGEST_H

#include "args.h"
#include "buffer.h"

/* What stands beside the text. */
typedef struct about {
    const char *id, *source, *title, *language;
    buffer *input;          /* what the text came in, to be freed when it is read; or NULL */
    const pith_part *parts; /* texts that are read as one, part_count of them */
    size_t part_count;
    bool extracted; /* the text is no piece of the input, so JSON has to show it */
} about;

/* What is told of a document when it is done. */
typedef struct outcome {
    pith_counts counts;
    size_t quotes;
    const char *limit; /* "sentences" or "time" if that kept it from being read or analysed in full;
                          else NULL */
    size_t read;       /* how far it was read, in the unit of the offsets */
} outcome;

typedef struct digest {
    pith_document *document;
    pith_summary *summary;
    pith_keywords *keywords;
    pith_quotes *quotes;
    pith_output *output; /* NULL for the table of speakers */
} digest;

/* In any case digest_free has to follow. */
pith_status digest_make(pith_engine *engine, const args *a, const char *text, size_t length,
                        const about *it, digest *d, outcome *o);
void digest_free(digest *d);

#endif
