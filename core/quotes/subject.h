/* A cue -> the words that name who says it, by word order: for the languages that the tagger was
 * not trained for. */
#ifndef PITH_QUOTES_SUBJECT_H
#define PITH_QUOTES_SUBJECT_H

#include "quotes/phrase.h"

/* The subject of the cue first to end: before it, or else behind it. */
pith__range pith__subject_of(const pith__line *line, uint32_t first, uint32_t end);

/* The subject right behind a token that is a verb by its place; empty if that is none. */
pith__range pith__inverted_subject(const pith__line *line, uint32_t token);

#endif
