/* Words of the command line -> values. Each says what is wrong with the word, or NULL. */
#ifndef PITH_CMD_VALUE_H
#define PITH_CMD_VALUE_H

#include <stddef.h>
#include <stdint.h>

/* 1 or more, below UINT32_MAX. */
const char *value_whole(const char *value, uint32_t *number);

/* Digits with at most one point, as in 0.25; -1 if it is anything else. *end is what follows. */
double value_decimal(const char *value, const char **end);

/* A number of bytes, as in 500K, 64M or 2G, 1 or more. */
const char *value_bytes(const char *value, size_t *number);

/* I/N, I from 1 to N. */
const char *value_shard(const char *value, uint32_t *shard, uint32_t *shards);

/* The number of a word in a list with a space between the words; -1: it is none of them. */
int value_choice(const char *value, const char *words);

#endif
