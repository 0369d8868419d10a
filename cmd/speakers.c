#include "speakers.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "speaker_table.h"
#include "utf8.h"

/* Bytes of a name, a role or a verb at most, and how many of the latter two a speaker has. */
enum { NAME_LONG = 200, ROLE_LONG = 160, VERB_LONG = 60, ROLES = 8, VERBS = 16 };

/* ---- words from texts ---- */

/* Terminals obey controls, readers are deceived by turns of direction (Unicode TR 36). */
static bool is_unsafe(const unsigned char *p, size_t size)
{
    if (size == 1)
        return *p < 0x20 || *p == 0x7F;
    if (size == 2)
        return p[0] == 0xC2 && p[1] < 0xA0;
    return size == 3 && p[0] == 0xE2 &&
           ((p[1] == 0x80 && p[2] >= 0xA8 && p[2] <= 0xAE) ||
            (p[1] == 0x81 && p[2] >= 0xA6 && p[2] <= 0xA9));
}

/* One line of at most `most` bytes, white space and what is unsafe made one space. */
static void tidy(char *out, size_t most, const char *text, size_t length)
{
    const char *end = text + length;
    size_t written = 0;
    bool space = false;
    while (text < end) {
        size_t size = utf8_character(text, end);
        size = size ? size : 1;
        if (*text == ' ' || is_unsafe((const unsigned char *)text, size)) {
            space = written > 0;
        } else {
            if (written + space + size > most)
                break;
            if (space)
                out[written++] = ' ';
            memcpy(out + written, text, size);
            written += size;
            space = false;
        }
        text += size;
    }
    out[written] = 0;
}

static void lower_ascii(char *text)
{
    for (; *text; text++)
        *text |= *text >= 'A' && *text <= 'Z' ? 0x20 : 0;
}

/* ---- the table of names ---- */

/* Seeded, so that nobody can write names that all fall into one place. */
static uint64_t hash(const speakers *all, const char *name)
{
    uint64_t sum = all->seed;
    for (size_t left = strlen(name); left;) {
        uint64_t word = 0;
        size_t size = left < 8 ? left : 8;
        memcpy(&word, name, size);
        sum = (sum ^ word) * 0x9E3779B97F4A7C15u;
        sum ^= sum >> 29;
        name += size;
        left -= size;
    }
    return sum * 0xBF58476D1CE4E5B9u >> 20;
}

/* Where the name is, or would be put. */
static size_t slot_of(const speakers *all, const char *name)
{
    size_t at = hash(all, name) & (all->slots - 1);
    while (all->slot[at] && strcmp(all->entries[all->slot[at] - 1].name, name) != 0)
        at = (at + 1) & (all->slots - 1);
    return at;
}

static void free_entry(speaker_entry *e)
{
    free(e->name);
    frequent_free(&e->verbs);
    frequent_free(&e->roles);
}

static int by_number(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

/* The number of quotes that the less quoted half has had at most. */
static uint64_t median(speakers *all)
{
    for (size_t i = 0; i < all->count; i++)
        all->numbers[i] = all->entries[i].quotes + all->entries[i].missed;
    qsort(all->numbers, all->count, sizeof *all->numbers, by_number);
    return all->numbers[all->count / 2];
}

static void prune(speakers *all)
{
    uint64_t most = median(all);
    size_t kept = 0;
    memset(all->slot, 0, all->slots * sizeof *all->slot);
    for (size_t i = 0; i < all->count; i++) {
        if (all->entries[i].quotes + all->entries[i].missed <= most) {
            free_entry(&all->entries[i]);
            continue;
        }
        all->entries[kept] = all->entries[i];
        size_t at = slot_of(all, all->entries[kept].name);
        all->slot[at] = (uint32_t)++kept;
    }
    all->count = kept;
    all->missed = all->missed > most ? all->missed : most;
}

/* The entry of a name; NULL: memory ran out. Entries move when the next name comes. */
static speaker_entry *entry_of(speakers *all, const char *text)
{
    char name[NAME_LONG + 1];
    tidy(name, NAME_LONG, text, strlen(text));
    size_t at = slot_of(all, name);
    if (all->slot[at])
        return &all->entries[all->slot[at] - 1];
    if (all->count == all->most) {
        prune(all);
        at = slot_of(all, name);
    }
    char *copy = strdup(name);
    if (!copy)
        return NULL;
    speaker_entry *e = &all->entries[all->count++];
    *e = (speaker_entry){.name = copy, .missed = all->missed};
    all->slot[at] = (uint32_t)all->count;
    return e;
}

/* ---- documents ---- */

static void add_speaker(speakers *all, const pith_speaker *from)
{
    char role[ROLE_LONG + 1];
    speaker_entry *e = entry_of(all, from->name);
    if (!e) {
        all->missed += from->quotes;
        return;
    }
    e->words += from->words;
    e->documents += e->last_document != all->documents;
    e->last_document = all->documents;
    if (!from->description)
        return;
    tidy(role, ROLE_LONG, from->description, strlen(from->description));
    frequent_add(&e->roles, role, ROLES);
}

static void add_quote(speakers *all, const digest *d, const pith_quote *quote,
                      const pith_speaker *from)
{
    size_t length;
    char verb[VERB_LONG + 1];
    const char *text = pith_document_text(d->document, &length);
    speaker_entry *e = from ? entry_of(all, from->name) : &all->unknown;
    all->quotes++;
    if (!e)
        return;
    e->quotes++;
    e->positions += (double)quote->spans[0].start / (double)length;
    tidy(verb, VERB_LONG, text + quote->cue.start, quote->cue.end - quote->cue.start);
    lower_ascii(verb);
    if (*verb)
        frequent_add(&e->verbs, verb, VERBS);
}

void speakers_add(speakers *all, const digest *d)
{
    size_t count = 0, named = 0;
    const pith_quote *quotes = d->quotes ? pith_quotes_items(d->quotes, &count) : NULL;
    const pith_speaker *of = d->quotes ? pith_quotes_speakers(d->quotes, &named) : NULL;
    bool unknown = false;
    all->documents++;
    for (size_t i = 0; i < count; i++) {
        bool nobody = quotes[i].speaker == PITH_NONE;
        add_quote(all, d, &quotes[i], nobody ? NULL : &of[quotes[i].speaker]);
        unknown = unknown || nobody;
    }
    for (size_t i = 0; i < named; i++)
        add_speaker(all, &of[i]);
    all->unknown.documents += unknown;
}

/* ---- its life ---- */

speakers *speakers_new(size_t most)
{
    speakers *all = calloc(1, sizeof *all);
    if (!all)
        return NULL;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    all->seed = ((uint64_t)now.tv_nsec << 32 ^ (uint64_t)now.tv_sec ^ (uint64_t)getpid() << 16) *
                0x94D049BB133111EBu;
    all->most = most;
    for (all->slots = 16; all->slots < most * 2; all->slots *= 2)
        ;
    all->entries = calloc(most, sizeof *all->entries);
    all->numbers = calloc(most, sizeof *all->numbers);
    all->slot = calloc(all->slots, sizeof *all->slot);
    if (all->entries && all->numbers && all->slot)
        return all;
    speakers_free(all);
    return NULL;
}

uint64_t speakers_missed(const speakers *all)
{
    return all->missed;
}

void speakers_free(speakers *all)
{
    if (!all)
        return;
    for (size_t i = 0; i < all->count; i++)
        free_entry(&all->entries[i]);
    free_entry(&all->unknown);
    free(all->entries);
    free(all->numbers);
    free(all->slot);
    free(all);
}
