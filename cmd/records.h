/* A source of records -> items: where one record ends and the next begins. */
#ifndef PITH_CMD_RECORDS_H
#define PITH_CMD_RECORDS_H

#include "batch.h"

/* JSON lines, or JSON: one array of records, or records one after the other, or both. Nothing of it
 * is held but the record that is being read, and of one that is too large only the beginning. Reads
 * to the end, or until the batch wants no more. */
void records_read(batch *b, const source *s, int file);

#endif
