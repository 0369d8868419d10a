#include "aliases.h"

#include <string.h>

/* A name as it is compared: letters small, white space one space, without marks at its edges. */
static void normalize(const char *name, size_t length, char out[ALIAS_BYTES])
{
    size_t n = 0;
    for (size_t i = 0; i < length && n + 1 < ALIAS_BYTES; i++) {
        unsigned char c = (unsigned char)name[i];
        bool edge =
            c == ' ' || c == '\n' || c == '_' || c == '\'' || c == '"' || c == ',' || c == '.';
        if (!edge)
            out[n++] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        else if (n && out[n - 1] != ' ')
            out[n++] = c == ' ' || c == '\n' || c == '_' ? ' ' : (char)c;
    }
    while (n && strchr(" '\",.", out[n - 1]))
        n--;
    out[n] = '\0';
}

static void add_name(aliases *all, const char *name, size_t length)
{
    if (all->count == ALIASES_MAX)
        return;
    normalize(name, length, all->name[all->count]);
    all->count += all->name[all->count][0] != '\0';
}

/* The names of a character, written {'one', 'other'}, ['one'] or one;other. */
static void add_listed(aliases *all, const char *listed)
{
    if (*listed == '{' || *listed == '[') {
        for (const char *at = listed; (at = strpbrk(at, "'\"")) != NULL; at++) {
            const char *end = strchr(at + 1, *at);
            if (!end)
                return;
            add_name(all, at + 1, (size_t)(end - at - 1));
            at = end;
        }
        return;
    }
    for (const char *at = listed; *at;) {
        size_t length = strcspn(at, ";");
        add_name(all, at, length);
        at += length + (at[length] == ';');
    }
}

void aliases_of(const cJSON *record, const char *canonical, aliases *all)
{
    const cJSON *character;
    char wanted[ALIAS_BYTES], name[ALIAS_BYTES];
    all->count = 0;
    add_name(all, canonical, strlen(canonical));
    normalize(canonical, strlen(canonical), wanted);
    cJSON_ArrayForEach(character, cJSON_GetObjectItem(record, "characters"))
    {
        const char *title = cJSON_GetStringValue(cJSON_GetObjectItem(character, "name"));
        const char *listed = cJSON_GetStringValue(cJSON_GetObjectItem(character, "aliases"));
        normalize(title, strlen(title), name);
        if (strcmp(name, wanted) == 0 && listed)
            add_listed(all, listed);
    }
}

bool aliases_have(const aliases *all, const char *name)
{
    char wanted[ALIAS_BYTES];
    normalize(name, strlen(name), wanted);
    for (int i = 0; i < all->count; i++)
        if (strcmp(all->name[i], wanted) == 0)
            return true;
    return false;
}
