#include "reliability.h"

#include <stdio.h>

void reliability_add(reliability *r, double confidence, bool given, bool right)
{
    int decile = (int)(confidence * DECILES);
    decile = decile < DECILES ? decile : DECILES - 1;
    r->count[decile]++;
    r->right[decile] += right;
    r->given += given;
    r->given_right += given && right;
}

void reliability_merge(reliability *r, const reliability *other)
{
    for (int i = 0; i < DECILES; i++) {
        r->count[i] += other->count[i];
        r->right[i] += other->right[i];
    }
    r->asked += other->asked;
    r->given += other->given;
    r->given_right += other->given_right;
}

static void write_share(size_t part, size_t whole)
{
    if (whole)
        printf(" %5.1f %%", 100.0 * (double)part / (double)whole);
    else
        printf(" %7s", "-");
}

static void write_decile(const reliability *r, int decile)
{
    printf("   %17zu", r->count[decile]);
    write_share(r->right[decile], r->count[decile]);
}

static void write_part(size_t part, size_t whole)
{
    printf("   %8zu of %5zu", part, whole);
    write_share(part, whole);
}

void reliability_write(const char *title, const reliability *words, const reliability *names)
{
    const reliability *const all[] = {words, names};
    static const char *const judged[] = {"by the words in the text", "by the full name"};
    const int first = words->asked ? 0 : 1, end = names->asked ? 2 : 1;
    printf("\n%-22s", title);
    for (int k = first; k < end; k++)
        printf("   %25s", judged[k]);
    printf("\n%-22s", "confidence");
    for (int k = first; k < end; k++)
        printf("   %17s %7s", "attributions", "right");
    for (int i = 0; i < DECILES; i++) {
        printf("\n%.1f to %.1f%12s", i / 10.0, (i + 1) / 10.0, "");
        for (int k = first; k < end; k++)
            write_decile(all[k], i);
    }
    printf("\n%-22s", "at the default, given");
    for (int k = first; k < end; k++)
        write_part(all[k]->given, all[k]->asked);
    printf("\n%-22s", "of these, right");
    for (int k = first; k < end; k++)
        write_part(all[k]->given_right, all[k]->given);
    putchar('\n');
}
