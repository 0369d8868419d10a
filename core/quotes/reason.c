#include "quotes/reason.h"

#include <stdlib.h>

static int by_share(const void *a, const void *b)
{
    double x = ((const pith__reason *)a)->share, y = ((const pith__reason *)b)->share;
    return (x < y) - (x > y);
}

void pith__reasons_sort(pith__reason *items, uint32_t count)
{
    qsort(items, count, sizeof *items, by_share);
}

const char *pith__evidence_name(pith__evidence evidence)
{
    static const char *const names[PITH__EVIDENCES] = {
        [PITH__BEFORE_VERB] = "before-verb",
        [PITH__AFTER_VERB] = "after-verb",
        [PITH__NEAREST] = "nearest",
        [PITH__SECOND] = "second",
        [PITH__OPENS] = "opens-sentence",
        [PITH__IS_NAME] = "name",
        [PITH__IS_PRONOUN] = "pronoun",
        [PITH__IS_NOBODY] = "pronoun-unknown",
        [PITH__IS_DESCRIPTION] = "description",
        [PITH__IS_POSSESSIVE] = "possessive",
        [PITH__IS_OBJECT] = "object",
        [PITH__IS_QUOTED] = "quoted",
        [PITH__SAME_SPEAKER] = "same-speaker",
        [PITH__OTHER_TURN] = "other-turn",
        [PITH__ADDRESSED] = "addressed",
        [PITH__IS_SPOKEN_OF] = "spoken-of",
        [PITH__ANSWERS] = "answers",
        [PITH__FREQUENT] = "frequent",
        [PITH__IS_RELATIVE] = "relative",
        [PITH__IS_FAR] = "far-source",
        [PITH__CUE_SAYS] = "verb-of-saying",
        [PITH__IS_REPORTED] = "reported",
    };
    return names[evidence];
}
