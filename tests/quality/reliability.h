/* How often an attribution is right at each confidence. */
#ifndef PITH_QUALITY_RELIABILITY_H
#define PITH_QUALITY_RELIABILITY_H

#include <stdbool.h>
#include <stddef.h>

enum { DECILES = 10 };

typedef struct reliability {
    size_t asked;                          /* who said it is known of so many */
    size_t count[DECILES], right[DECILES]; /* somebody was found */
    size_t given, given_right;             /* and surely enough to be given */
} reliability;

/* Adds an attribution that was made with this confidence. */
void reliability_add(reliability *r, double confidence, bool given, bool right);

/* Adds all of another one. */
void reliability_merge(reliability *r, const reliability *other);

/* Prints them side by side, judged by the words in the text and by the full name; one of them is
 * left out when nothing was asked. */
void reliability_write(const char *title, const reliability *words, const reliability *names);

#endif
