/* The few most frequent of many words: see speakers.h for the method. */
#ifndef PITH_CMD_FREQUENT_H
#define PITH_CMD_FREQUENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct frequent_word {
    char *text;
    uint64_t count;
} frequent_word;

/* {0} is an empty one. */
typedef struct frequent {
    frequent_word *words;
    uint32_t count, room;
} frequent;

/* Counts a word, of which it keeps a copy; most: how many words at most. A word more takes one off
 * each of those there (Misra and Gries 1982). False: memory ran out. */
bool frequent_add(frequent *f, const char *text, uint32_t most);

/* The most frequent first, equal ones by their bytes. */
void frequent_sort(frequent *f);
void frequent_free(frequent *f);

#endif
