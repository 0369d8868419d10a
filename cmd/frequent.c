#include "frequent.h"

#include <stdlib.h>
#include <string.h>

static bool grow(frequent *f)
{
    if (f->count < f->room)
        return true;
    uint32_t room = f->room ? f->room * 2 : 2;
    frequent_word *words = realloc(f->words, room * sizeof *words);
    if (!words)
        return false;
    f->words = words;
    f->room = room;
    return true;
}

static void take_one_off(frequent *f)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < f->count; i++) {
        if (--f->words[i].count)
            f->words[kept++] = f->words[i];
        else
            free(f->words[i].text);
    }
    f->count = kept;
}

bool frequent_add(frequent *f, const char *text, uint32_t most)
{
    for (uint32_t i = 0; i < f->count; i++) {
        if (strcmp(f->words[i].text, text) == 0) {
            f->words[i].count++;
            return true;
        }
    }
    if (f->count == most) {
        take_one_off(f);
        return true;
    }
    char *copy = grow(f) ? strdup(text) : NULL;
    if (copy)
        f->words[f->count++] = (frequent_word){copy, 1};
    return copy != NULL;
}

static int by_count(const void *a, const void *b)
{
    const frequent_word *x = a, *y = b;
    return x->count != y->count ? (x->count < y->count ? 1 : -1) : strcmp(x->text, y->text);
}

void frequent_sort(frequent *f)
{
    if (f->count)
        qsort(f->words, f->count, sizeof *f->words, by_count);
}

void frequent_free(frequent *f)
{
    for (uint32_t i = 0; i < f->count; i++)
        free(f->words[i].text);
    free(f->words);
    *f = (frequent){0};
}
