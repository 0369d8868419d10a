#include "ground/pattern.h"

#include <assert.h>
#include <stdlib.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/* Matches before machine code is made: making it takes as long as some hundreds of them, and a
 * single article does not need it. */
enum { MATCHES_BEFORE_JIT = 200 };

struct pith__compiled {
    pcre2_general_context *memory;
    pcre2_code *code;
    pcre2_match_data *groups;
    uint32_t matches; /* up to the ones before machine code */
    bool starved;     /* an allocation failed */
};

/* PCRE2 reports the same error when memory ran out and when the system forbids compiled code;
 * only the first one is an error here, so allocations are watched. */
static void *take(size_t size, void *compiled)
{
    void *block = malloc(size);
    if (!block)
        ((struct pith__compiled *)compiled)->starved = true;
    return block;
}

static void give(void *block, void *compiled)
{
    (void)compiled;
    free(block);
}

bool pith__pattern_compile(pith__pattern *pattern, const char *source)
{
    int error;
    PCRE2_SIZE where;
    struct pith__compiled *made = pattern->compiled = calloc(1, sizeof *made);
    if (!made)
        return false;
    made->memory = pcre2_general_context_create(take, give, made);
    pcre2_compile_context *context =
        made->memory ? pcre2_compile_context_create(made->memory) : NULL;
    if (context)
        made->code = pcre2_compile((PCRE2_SPTR)source, PCRE2_ZERO_TERMINATED,
                                   PCRE2_ANCHORED | PCRE2_UTF | PCRE2_UCP, &error, &where, context);
    pcre2_compile_context_free(context);
    assert(made->code || made->starved);
    if (made->code)
        made->groups = pcre2_match_data_create(1, made->memory);
    return made->groups && !made->starved;
}

void pith__pattern_free(pith__pattern *pattern)
{
    struct pith__compiled *made = pattern->compiled;
    if (!made)
        return;
    pcre2_match_data_free(made->groups);
    pcre2_code_free(made->code);
    pcre2_general_context_free(made->memory);
    free(made);
    pattern->compiled = NULL;
}

/* Where it cannot be made, matching goes on without. */
static void make_machine_code(struct pith__compiled *made, pith__trap *trap)
{
    made->starved = false;
    pcre2_jit_compile(made->code, PCRE2_JIT_COMPLETE);
    if (made->starved)
        pith__trap_spring(trap, PITH__OUT_OF_MEMORY);
}

bool pith__pattern_match(const pith__pattern *pattern, pith__trap *trap, const char *text,
                         pith_span span, uint32_t *end)
{
    struct pith__compiled *made = pattern->compiled;
    if (made->matches < MATCHES_BEFORE_JIT && ++made->matches == MATCHES_BEFORE_JIT)
        make_machine_code(made, trap);
    int found = pcre2_match(made->code, (PCRE2_SPTR)text + span.start, pith__span_length(span), 0,
                            PCRE2_NO_UTF_CHECK, made->groups, NULL);
    if (found == PCRE2_ERROR_NOMEMORY)
        pith__trap_spring(trap, PITH__OUT_OF_MEMORY);
    if (found < 0)
        return false;
    *end = span.start + (uint32_t)pcre2_get_ovector_pointer(made->groups)[1];
    return true;
}
