#include "summary/score.h"

#include <string.h>

static const pith__scorer scorers[] = {
    {"auto", pith__score_auto, 0.3},     {"lead", pith__score_lead, 0},
    {"lexrank", pith__score_lexrank, 0}, {"textrank", pith__score_textrank, 0},
    {"tfidf", pith__score_tfidf, 0},
};
enum { SCORERS = sizeof scorers / sizeof *scorers };

const pith__scorer *pith__scorers(size_t *count)
{
    *count = SCORERS;
    return scorers;
}

const pith__scorer *pith__scorer_find(const char *name)
{
    for (size_t i = 0; i < SCORERS; i++) {
        if (strcmp(scorers[i].name, name) == 0)
            return &scorers[i];
    }
    return NULL;
}

const char *const *pith_methods(size_t *count)
{
    static const char *const names[] = {"auto", "lead", "lexrank", "textrank", "tfidf"};
    _Static_assert(sizeof names / sizeof *names == SCORERS, "a name for every scorer");
    *count = SCORERS;
    return names;
}
