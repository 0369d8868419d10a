#include "text/hint.h"

const char *pith__hint_name(pith__hint hint)
{
    static const char *const names[] = {
#define NAME(name, shown, weight) [PITH__HINT_##name] = shown,
        PITH__HINTS(NAME)
#undef NAME
    };
    return names[hint];
}

const signed char pith__hint_weights[PITH__HINT_COUNT] = {
#define WEIGHT(name, shown, weight) [PITH__HINT_##name] = weight,
    PITH__HINTS(WEIGHT)
#undef WEIGHT
};
