/* INPUT arguments -> the list of sources: files, and standard input. */
#ifndef PITH_CMD_INPUT_H
#define PITH_CMD_INPUT_H

#include "args.h"

typedef struct source {
    char *path;         /* NULL: standard input */
    const char *within; /* the part of path that output mirrors: below the directory it was found
                           in, or the name of the file */
    uint64_t size;      /* bytes, as far as known */
    bool records;       /* JSON lines, not one text */
} source;

typedef struct inputs {
    source *items;
    size_t count, room;
    size_t failed; /* INPUT arguments that could not be used; a message told why */
    bool several;  /* the arguments allow for more than one document, even if there is but one */
    bool tree;     /* output goes to a directory */
} inputs;

/* Directories are searched to any depth, their files sorted by the bytes of their paths; names that
 * begin with a dot, symbolic links in them and what is no file are passed over, and so is the
 * output's own directory. False: memory ran out. Read nothing yet. */
bool inputs_find(inputs *all, const args *a);
void inputs_free(inputs *all);

/* "stdin" or the path. */
const char *source_name(const source *s);

#endif
