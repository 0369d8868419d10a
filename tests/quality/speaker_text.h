/* Whether two texts name the same speaker, as the sets see it: by the head of the words that stand
 * in the text, or by a full name and its aliases. Case, white space and marks at the edges never
 * count. */
#ifndef PITH_QUALITY_SPEAKER_TEXT_H
#define PITH_QUALITY_SPEAKER_TEXT_H

#include <stdbool.h>

#include <cjson/cJSON.h>

/* The heads are the same: the last word before a comma, a bracket, "of", "who" or the like, without
 * 's ("the minister" of "the minister of health, Ann Lee"). */
bool is_same_head(const char *a, const char *b);

/* found is the name of the speaker `canonical`, or one of the aliases that the record gives: its
 * "characters" [{"name", "aliases"}], where aliases are "A; B" or "{'A', 'B'}", and its
 * "speaker_aliases" ["A", "B"]. */
bool is_name_of(const cJSON *record, const char *canonical, const char *found);

#endif
