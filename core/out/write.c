#include "out/write.h"

/* In the order of pith_format. */
static pith__write_function *const writers[] = {
    pith__write_text, pith__write_json, pith__write_jsonl, pith__write_markdown, pith__write_html};

pith__write_function *const *pith__writers(size_t *count)
{
    *count = sizeof writers / sizeof *writers;
    return writers;
}
