/* e to the power of a sum of weights, which are in hundredths. */
#ifndef PITH_QUOTES_POWER_H
#define PITH_QUOTES_POWER_H

enum { PITH__POWER_STEP = 64, PITH__POWER_STEPS = 64, PITH__POWER_LEAST = -2048 };

extern const double pith__power_low[PITH__POWER_STEP];
extern const double pith__power_high[PITH__POWER_STEPS];

/* Of what the tables do not have. */
double pith__power_far(int hundredths);

/* To the last or the last but one of its 53 bits, and the same on every machine. */
static inline double pith__power_of(int hundredths)
{
    unsigned at = (unsigned)(hundredths - PITH__POWER_LEAST);
    return at < PITH__POWER_STEP * PITH__POWER_STEPS
               ? pith__power_high[at / PITH__POWER_STEP] * pith__power_low[at % PITH__POWER_STEP]
               : pith__power_far(hundredths);
}

#endif
