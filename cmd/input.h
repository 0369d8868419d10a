/* INPUT arguments and lists of files -> the list of sources: files, and standard input. */
#ifndef PITH_CMD_INPUT_H
#define PITH_CMD_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum origin {
    FROM_AUTO, /* by the ending of the name */
    FROM_TEXT,
    FROM_MARKDOWN,
    FROM_HTML,
    FROM_JSON, /* an array of records, or records one after the other */
    FROM_JSONL /* a record a line */
} origin;

typedef struct patterns {
    const char **items;
    size_t count, room;
} patterns;

/* What the command line says of inputs. */
typedef struct selection {
    char *const *inputs;
    size_t input_count;
    const char *files; /* a file of paths, "-" for standard input, or NULL */
    bool nul_between;  /* the paths are separated by NUL, not by line ends */
    patterns include, exclude;
    uint32_t shard, shards; /* the shard-th of shards, from 1; 0 of 0: all */
    origin from;
} selection;

typedef struct source {
    char *path;         /* NULL: standard input */
    const char *within; /* the part of path that output mirrors: below the directory it was found
                           in, the path as a list has it, or the name of the file */
    char *problem;      /* why it cannot be read, or NULL */
    uint64_t size;      /* bytes, as far as known */
    origin kind;        /* not FROM_AUTO */
} source;

typedef struct inputs {
    source *items;
    size_t count, room;
    bool several; /* the arguments allow for more than one document, even if there is but one */
    bool tree;    /* output goes to a directory, if it goes anywhere by name */
} inputs;

/* Directories are searched to any depth, their files sorted by the bytes of their paths; names that
 * begin with a dot, symbolic links in them and what is no file are passed over, and so is the
 * output's own directory. False: memory ran out. Read no document yet. */
bool inputs_find(inputs *all, const selection *wanted, const char *output);

/* Leaves only the shard's own: every shards-th, so that shards differ by one at most. */
void inputs_shard(inputs *all, const selection *wanted);
void inputs_free(inputs *all);
void source_free(source *s);

bool patterns_add(patterns *p, const char *pattern);

/* Its documents are records. */
static inline bool source_has_records(const source *s)
{
    return s->kind == FROM_JSON || s->kind == FROM_JSONL;
}

/* "stdin" or the path. */
const char *source_name(const source *s);

#endif
