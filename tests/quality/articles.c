#include "articles.h"

#include <string.h>

const char *article_string(const cJSON *record, const char *key)
{
    return cJSON_GetStringValue(cJSON_GetObjectItem(record, key));
}

const char *article_language(const cJSON *record)
{
    const char *language = article_string(record, "lang");
    return language ? language : "en";
}

size_t article_references(const cJSON *record)
{
    const cJSON *all = cJSON_GetObjectItem(record, "references");
    return cJSON_GetArraySize(all) ? (size_t)cJSON_GetArraySize(all) : 1;
}

const char *article_reference(const cJSON *record, size_t index)
{
    const cJSON *all = cJSON_GetObjectItem(record, "references");
    if (!cJSON_GetArraySize(all))
        return article_string(record, "summary");
    return cJSON_GetStringValue(cJSON_GetArrayItem(all, (int)index));
}

char *article_joined(const cJSON *record, pith__arena *arena, size_t *length)
{
    const cJSON *article;
    size_t room = 0;
    cJSON_ArrayForEach(article, cJSON_GetObjectItem(record, "docs")) room +=
        strlen(article->valuestring);
    char *text = pith__arena_alloc(arena, room + 1), *end = text;
    cJSON_ArrayForEach(article, cJSON_GetObjectItem(record, "docs"))
    {
        size_t size = strlen(article->valuestring);
        memcpy(end, article->valuestring, size);
        end += size;
    }
    *length = (size_t)(end - text);
    return text;
}

const pith_part *article_parts(const cJSON *record, pith__arena *arena, size_t *count)
{
    const cJSON *articles = cJSON_GetObjectItem(record, "docs"), *article;
    pith_part *part = pith__arena_zero(arena, (size_t)cJSON_GetArraySize(articles), sizeof *part);
    size_t start = 0;
    *count = 0;
    cJSON_ArrayForEach(article, articles)
    {
        part[(*count)++].start = start;
        start += strlen(article->valuestring);
    }
    return part;
}
