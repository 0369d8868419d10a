/* Results -> bytes: one function a format, and the table of them. */
#ifndef PITH_OUT_WRITE_H
#define PITH_OUT_WRITE_H

#include "text/document.h"

struct pith_output {
    pith__arena arena; /* holds all of it, this struct as well; the engine moves it in at the end */
    const char *bytes; /* NUL-terminated; the NUL is not counted */
    size_t length;
};

/* Options are checked and complete. */
typedef pith_output *pith__write_function(pith__arena *arena, pith__arena *scratch,
                                          const pith_output_options *options);

/* What a reader is told of a speaker beside the name, NULL if nothing: not "President" beside
 * "President Rossi". */
const char *pith__shown_description(const pith_speaker *speaker);

/* By pith_format; *count of them. */
pith__write_function *const *pith__writers(size_t *count);

pith__write_function pith__write_text, pith__write_json, pith__write_jsonl, pith__write_markdown,
    pith__write_html;

#endif
