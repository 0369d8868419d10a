#include "summary/score.h"

#include <string.h>

static const pith__scorer scorers[] = {
    {"auto", pith__score_auto, 1, true},
    {"edmundson", pith__score_edmundson, 0, false},
    {"kl", pith__score_kl, 0, false},
    {"lead", pith__score_lead, 0, false},
    {"lexrank", pith__score_lexrank, 0, true},
    {"lexrank-threshold", pith__score_lexrank_threshold, 0, false},
    {"lsa", pith__score_lsa, 0, false},
    {"luhn", pith__score_luhn, 0, false},
    {"random", pith__score_random, 0, false},
    {"reduction", pith__score_reduction, 0, false},
    {"sumbasic", pith__score_sumbasic, 0, false},
    {"textrank", pith__score_textrank, 0, true},
    {"tfidf", pith__score_tfidf, 0, false},
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
    static const char *const names[] = {"auto",    "edmundson",         "kl",       "lead",
                                        "lexrank", "lexrank-threshold", "lsa",      "luhn",
                                        "random",  "reduction",         "sumbasic", "textrank",
                                        "tfidf"};
    _Static_assert(sizeof names / sizeof *names == SCORERS, "a name for every scorer");
    *count = SCORERS;
    return names;
}
