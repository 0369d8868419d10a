#include "splice.h"

#include <stdio.h>
#include <string.h>

/* A splice that is being made. */
typedef struct members {
    buffer *out;
    bool indented;
    size_t depth; /* of brackets that are open */
    bool first;   /* the next is the first of its object */
    bool failed;
} members;

static void print(members *m, const char *text)
{
    m->failed = !buffer_print(m->out, text) || m->failed;
}

static void begin_member(members *m)
{
    print(m, m->first ? "" : ",");
    if (m->indented)
        print(m, m->depth == 1 ? "\n\t" : "\n\t\t");
    m->first = false;
}

static void add_member(members *m, const json_member *from)
{
    begin_member(m);
    print(m, "\"");
    m->failed = !json_add_line(m->out, from->name, from->name_length) || m->failed;
    print(m, m->indented ? "\":\t" : "\":");
    m->failed = !json_add_line(m->out, from->value, from->length) || m->failed;
}

static void add_limit(members *m, const outcome *o)
{
    char text[96];
    if (!o->limit)
        return;
    begin_member(m);
    snprintf(text, sizeof text,
             m->indented ? "\"degraded\":\t{\"limit\":\t\"%s\", \"read\":\t%zu}"
                         : "\"degraded\":{\"limit\":\"%s\",\"read\":%zu}",
             o->limit, o->read);
    print(m, text);
}

/* ---- which members of a record are kept ---- */

static bool is_called(const json_member *m, const char *name)
{
    const json_object one = {.members = (json_member *)m, .count = 1};
    return json_find(&one, name) != NULL;
}

static bool is_read(const json_member *m, const record_fields *fields)
{
    return is_called(m, fields->id) || is_called(m, fields->text) || is_called(m, fields->title) ||
           is_called(m, fields->language);
}

static bool is_written(const json_member *m)
{
    static const char *const names[] = {"id",     "source",   "title",     "language", "offsets",
                                        "counts", "text",     "sentences", "summary",  "keywords",
                                        "quotes", "speakers", "marked",    "explain",  "degraded",
                                        "error",  "input"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (is_called(m, names[i]))
            return true;
    }
    return false;
}

static size_t add_kept(members *m, const record *r, const record_fields *fields, bool written)
{
    size_t added = 0;
    for (size_t i = 0; i < r->object.count; i++) {
        const json_member *member = &r->object.members[i];
        if (is_read(member, fields) || is_written(member) != written)
            continue;
        if (written && !added) {
            begin_member(m);
            print(m, m->indented ? "\"input\":\t{" : "\"input\":{");
            m->first = true;
            m->depth++;
        }
        add_member(m, member);
        added++;
    }
    return added;
}

static void add_record(members *m, const record *r, const record_fields *fields)
{
    add_kept(m, r, fields, false);
    if (!add_kept(m, r, fields, true))
        return;
    print(m, m->indented ? "\n\t}" : "}");
    m->depth--;
}

bool splice(buffer *out, const args *a, const outcome *o, const record *r)
{
    bool keeps = a->pass_through && r && r->parsed;
    if (!format_is_json(a->format) || !(o->limit || keeps))
        return true;
    members m = {.out = out, .depth = 1};
    m.indented = out->length >= 3 && memcmp(out->bytes + out->length - 3, "\n}\n", 3) == 0;
    out->length -= m.indented ? 3 : 2;
    add_limit(&m, o);
    if (keeps)
        add_record(&m, r, &a->fields);
    print(&m, m.indented ? "\n}\n" : "}\n");
    return !m.failed;
}
