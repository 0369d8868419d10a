/* Markdown -> the same text without its markup, at the same offsets. */
#ifndef PITH_CMD_MARKDOWN_H
#define PITH_CMD_MARKDOWN_H

#include "buffer.h"

/* What is markup in the UTF-8 text (CommonMark with GitHub's tables and strikethrough, as md4c
 * reads it), code blocks, images and HTML become white space, character by character, so that
 * offsets count in the text as it came in. False: memory ran out. */
bool markdown_blank(buffer *text);

#endif
