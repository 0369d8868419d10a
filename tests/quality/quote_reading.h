/* A record of a set of quotations, with the quotations that pith finds in its text:
 *
 *     {"text", "lang", "title", "wrapped", "quotes": [{"spans" or "start" and "end", "type",
 *      "speaker", "speaker_canonical"}]}
 *
 * Offsets are code points. wrapped: lines are broken anywhere. type: direct, mixed, indirect.
 * speaker: the words of the text that name who said it; speaker_canonical: who that is, with
 * aliases as speaker_text.h tells. All but text and quotes may be missing. */
#ifndef PITH_QUALITY_QUOTE_READING_H
#define PITH_QUALITY_QUOTE_READING_H

#include <cjson/cJSON.h>

#include "quote_piece.h"

/* Quotations of all kinds with the speakers that they number. */
typedef struct found_quotes {
    pith_quotes *quotes;
    const pith_quote *items;
    size_t count;
    const pith_speaker *speakers;
} found_quotes;

typedef struct quote_reading {
    const cJSON *record;
    pith_document *document;
    quote_text text;
    const cJSON **gold;         /* the quotations of the set */
    found_quotes given, likely; /* the same quotations: at the default threshold, and with a speaker
                                   however unsure */
    quote_pieces gold_pieces, found_pieces;
} quote_reading;

/* Ends the program with a message when the record is none, or memory runs out. */
quote_reading quote_reading_open(pith_engine *engine, const cJSON *record);
void quote_reading_close(quote_reading *r);

/* A string of an object; NULL if it is empty or no string. */
const char *quote_string(const cJSON *object, const char *name);

#endif
