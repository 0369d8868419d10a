/* What a text is written in, and text in any encoding -> UTF-8. iconv converts, uchardet guesses.
 */
#ifndef PITH_CMD_ENCODING_H
#define PITH_CMD_ENCODING_H

#include <iconv.h>

#include "buffer.h"

/* A conversion that goes on from block to block. */
typedef struct converter {
    iconv_t handle;
    bool open;
    char rest[16]; /* the part of a character at the end of the last block */
    size_t rest_length;
} converter;

/* False: iconv does not know the encoding. */
bool converter_open(converter *c, const char *encoding);

/* Adds the UTF-8 of the bytes; what is no character becomes U+FFFD. end: there are no more. False:
 * memory ran out. */
bool converter_add(converter *c, const char *bytes, size_t length, bool end, buffer *out);
void converter_close(converter *c);

/* The name of the encoding, for iconv; NULL: leave the bytes as they are, for they are UTF-8, at
 * least in the main, or UTF-16 with a byte order mark, or no text at all. declared: what the text
 * says of itself, or NULL; it counts only for bytes that are no UTF-8. */
const char *encoding_guess(const char *bytes, size_t length, const char *declared, char name[64]);

#endif
