#include "out/write.h"

#include <string.h>

/* In the order of pith_format. */
static pith__write_function *const writers[] = {
    pith__write_text, pith__write_json, pith__write_jsonl, pith__write_markdown, pith__write_html};

pith__write_function *const *pith__writers(size_t *count)
{
    *count = sizeof writers / sizeof *writers;
    return writers;
}

const char *pith__shown_description(const pith_speaker *speaker)
{
    const char *description = speaker->description;
    size_t length = description ? strlen(description) : 0;
    return description && strncmp(speaker->name, description, length) == 0 &&
                   speaker->name[length] == ' '
               ? NULL
               : description;
}
