#include "value.h"

#include <stdlib.h>
#include <string.h>

static const char *digits(const char *value, uint64_t most, uint64_t *number)
{
    const char *p = value;
    for (*number = 0; *p >= '0' && *p <= '9' && *number <= most; p++)
        *number = *number * 10 + (uint64_t)(*p - '0');
    return p;
}

const char *value_whole(const char *value, uint32_t *number)
{
    uint64_t sum;
    const char *end = digits(value, UINT32_MAX, &sum);
    if (end == value || *end || sum < 1 || sum >= UINT32_MAX)
        return "has to be a whole number, 1 or more";
    *number = (uint32_t)sum;
    return NULL;
}

double value_decimal(const char *value, const char **end)
{
    size_t length = strspn(value, "0123456789.");
    char *stop;
    double number = strtod(value, &stop);
    *end = value + length;
    return length && stop == *end ? number : -1;
}

const char *value_bytes(const char *value, size_t *number)
{
    static const char units[] = "KMGT";
    uint64_t sum;
    const char *end = digits(value, UINT32_MAX, &sum);
    const char *unit = *end ? strchr(units, *end & ~0x20) : NULL;
    int shift = unit ? (int)(unit - units + 1) * 10 : 0;
    if (end == value || sum < 1 || sum > UINT32_MAX || (*end && (!unit || end[1])) ||
        sum > (SIZE_MAX / 2) >> shift)
        return "has to be a number of bytes such as 500K, 64M or 2G";
    *number = (size_t)sum << shift;
    return NULL;
}

const char *value_shard(const char *value, uint32_t *shard, uint32_t *shards)
{
    static const char wrong[] = "has to be I/N, such as 2/8: the second of eight parts";
    char first[16];
    size_t length = strcspn(value, "/");
    if (!value[length] || length >= sizeof first)
        return wrong;
    memcpy(first, value, length);
    first[length] = 0;
    if (value_whole(first, shard) || value_whole(value + length + 1, shards) || *shard > *shards)
        return wrong;
    return NULL;
}

int value_choice(const char *value, const char *words)
{
    for (int number = 0;; number++) {
        size_t length = strcspn(words, " ");
        if (strlen(value) == length && memcmp(value, words, length) == 0)
            return number;
        if (!words[length])
            return -1;
        words += length + 1;
    }
}
