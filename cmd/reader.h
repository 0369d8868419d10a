/* Sources -> items. */
#ifndef PITH_CMD_READER_H
#define PITH_CMD_READER_H

#include "batch.h"

/* Reads all inputs to their end, or until the batch wants no more. */
void read_inputs(batch *b, const inputs *all);

#endif
