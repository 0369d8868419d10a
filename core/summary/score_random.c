/* Random: any order, the floor that a method has to rise above; the same for the same seed. */
#include "summary/score.h"

/* SplitMix64: Steele, Lea and Flood 2014, "Fast Splittable Pseudorandom Number Generators". */
static uint64_t mixed(uint64_t number)
{
    number += 0x9E3779B97F4A7C15u;
    number = (number ^ number >> 30) * 0xBF58476D1CE4E5B9u;
    number = (number ^ number >> 27) * 0x94D049BB133111EBu;
    return number ^ number >> 31;
}

void pith__score_random(pith__arena *scratch, const pith__material *material, double *score)
{
    (void)scratch;
    for (uint32_t i = 0; i < material->bags.sentences; i++)
        score[i] = (double)(mixed((uint64_t)material->seed << 32 | i) >> 11) / (1ull << 53);
}
