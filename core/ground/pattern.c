#include "ground/pattern.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/* PCRE2 reports the same error when memory ran out and when the system forbids compiled code;
 * only the first one is an error here, so allocations are watched. */
static void *take(size_t size, void *pattern)
{
    void *block = malloc(size);
    if (!block)
        ((pith__pattern *)pattern)->starved = true;
    return block;
}

static void give(void *block, void *pattern)
{
    (void)pattern;
    free(block);
}

bool pith__pattern_compile(pith__pattern *pattern, const char *source)
{
    int error;
    PCRE2_SIZE where;
    pcre2_compile_context *context = NULL;
    pattern->memory = pcre2_general_context_create(take, give, pattern);
    if (pattern->memory)
        context = pcre2_compile_context_create(pattern->memory);
    if (context)
        pattern->code =
            pcre2_compile((PCRE2_SPTR)source, PCRE2_ZERO_TERMINATED,
                          PCRE2_ANCHORED | PCRE2_UTF | PCRE2_UCP, &error, &where, context);
    pcre2_compile_context_free(context);
    assert(pattern->code || pattern->starved);
    if (pattern->code) {
        pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
        pattern->groups = pcre2_match_data_create(1, pattern->memory);
    }
    return pattern->groups && !pattern->starved;
}

void pith__pattern_free(pith__pattern *pattern)
{
    pcre2_match_data_free(pattern->groups);
    pcre2_code_free(pattern->code);
    pcre2_general_context_free(pattern->memory);
    memset(pattern, 0, sizeof *pattern);
}

bool pith__pattern_match(const pith__pattern *pattern, pith__trap *trap, const char *text,
                         pith_span span, uint32_t *end)
{
    int found = pcre2_match(pattern->code, (PCRE2_SPTR)text + span.start, span.end - span.start, 0,
                            PCRE2_NO_UTF_CHECK, pattern->groups, NULL);
    if (found == PCRE2_ERROR_NOMEMORY)
        pith__trap_spring(trap, PITH__OUT_OF_MEMORY);
    if (found < 0)
        return false;
    *end = span.start + (uint32_t)pcre2_get_ovector_pointer(pattern->groups)[1];
    return true;
}
