#include "merge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void merge_add(merge *m, const char *name, size_t name_length, const char *text, size_t length)
{
    size_t start = m->text.length;
    bool good = buffer_add(&m->starts, (const char *)&start, sizeof start) &&
                buffer_add(&m->names, name, name_length) && buffer_add(&m->names, "", 1) &&
                buffer_add(&m->text, text, length);
    m->failed = m->failed || !good;
}

static pith_part *parts_of(const merge *m, size_t *count)
{
    *count = m->starts.length / sizeof(size_t);
    pith_part *parts = calloc(*count + 1, sizeof *parts);
    const char *name = m->names.bytes;
    for (size_t i = 0; parts && i < *count; i++) {
        memcpy(&parts[i].start, m->starts.bytes + i * sizeof(size_t), sizeof(size_t));
        parts[i].name = name;
        name += strlen(name) + 1;
    }
    return parts;
}

bool merge_write(const merge *m, const args *a, const char *stopwords, size_t stopwords_length,
                 buffer *out, char message[200])
{
    pith_engine_options options = {
        .size = sizeof options, .stopwords = stopwords, .stopwords_length = stopwords_length};
    pith_engine *engine = NULL;
    about it = {.title = a->title, .language = a->language};
    it.parts = parts_of(m, &it.part_count);
    digest d = {0};
    outcome o = {0};
    bool done = !m->failed && it.parts && pith_engine_new(&options, &engine) == PITH_OK;
    snprintf(message, 200, "memory ran out; give the process more, or merge fewer");
    if (done && digest_make(engine, a, m->text.bytes ? m->text.bytes : "", m->text.length, &it, &d,
                            &o) != PITH_OK) {
        snprintf(message, 200, "%s", pith_engine_message(engine));
        done = false;
    }
    if (done) {
        size_t length;
        const char *bytes = pith_output_bytes(d.output, &length);
        done = buffer_add(out, bytes, length);
    }
    digest_free(&d);
    pith_engine_free(engine);
    free((void *)it.parts);
    return done;
}

void merge_free(merge *m)
{
    buffer_free(&m->text);
    buffer_free(&m->names);
    buffer_free(&m->starts);
}
