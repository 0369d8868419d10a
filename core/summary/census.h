/* Tokens -> how many of each kind they are. */
#ifndef PITH_SUMMARY_CENSUS_H
#define PITH_SUMMARY_CENSUS_H

#include "text/document.h"

typedef struct pith__census {
    uint32_t shape[PITH__PUNCTUATION + 1];
    uint32_t selves;  /* I, we, you, it, who */
    uint32_t persons; /* he, she */
} pith__census;

static inline uint32_t pith__census_words(const pith__census *census)
{
    return census->shape[PITH__LOWER] + census->shape[PITH__CAPITAL] + census->shape[PITH__UPPER] +
           census->shape[PITH__NUMBER];
}

/* A token counts one in each byte that stands for a kind it is of, so that no token has to be told
 * from the others. The numbers of up to 255 tokens may be added. */
static inline uint64_t pith__census_of(const pith__document_form *form)
{
    /* By the bits of pronouns: he, she, they, others. */
    enum { FIRST_PRONOUN = 17 };
#define SELF (1ull << 40)
#define PERSON (1ull << 48)
#define BOTH (SELF | PERSON)
    static const uint64_t pronouns[16] = {0,      PERSON, PERSON, PERSON, 0,    PERSON,
                                          PERSON, PERSON, SELF,   BOTH,   BOTH, BOTH,
                                          SELF,   BOTH,   BOTH,   BOTH};
#undef SELF
#undef PERSON
#undef BOTH
    _Static_assert(PITH__PRONOUN_MALE == 1 << FIRST_PRONOUN &&
                       PITH__PRONOUN_FEMALE == 2 << FIRST_PRONOUN &&
                       PITH__PRONOUN_OTHER == 8 << FIRST_PRONOUN,
                   "their bits stand together");
    static const uint64_t shapes[] = {1, 1 << 8, 1 << 16, 1 << 24, 1ull << 32};
    return shapes[form->shape] + pronouns[form->classes >> FIRST_PRONOUN & 15];
}

static inline void pith__census_add(pith__census *census, uint64_t sums)
{
    for (int i = 0; i <= PITH__PUNCTUATION; i++)
        census->shape[i] += (uint32_t)(sums >> 8 * i & 0xFF);
    census->selves += sums >> 40 & 0xFF;
    census->persons += sums >> 48 & 0xFF;
}

#endif
