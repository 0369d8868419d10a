/* The names of a character of a set of novels, compared as the sets' own scores do. */
#ifndef PITH_QUALITY_ALIASES_H
#define PITH_QUALITY_ALIASES_H

#include <cjson/cJSON.h>
#include <stdbool.h>

enum { ALIASES_MAX = 64 /* of one person */, ALIAS_BYTES = 256 /* of a name as it is compared */ };

typedef struct aliases {
    char name[ALIASES_MAX][ALIAS_BYTES];
    int count;
} aliases;

/* The canonical name, and what the record lists beside it. */
void aliases_of(const cJSON *record, const char *canonical, aliases *all);

bool aliases_have(const aliases *all, const char *name);

#endif
