#include "rouge.h"

#include <libstemmer.h>
#include <string.h>

#include "ground/utf8.h"

enum { STEMMED_MIN = 4, WORD_MAX = 256 };

void rouge_init(rouge *r, pith__arena *arena)
{
    *r = (rouge){.arena = arena, .porter = sb_stemmer_new("porter", NULL)};
    if (!r->porter)
        pith__trap_spring(arena->trap, PITH__OUT_OF_MEMORY);
    pith__table_init(&r->words, arena, 1, 1 << 16);
    pith__table_init(&r->pairs, arena, 1, 1 << 18);
}

void rouge_free(rouge *r)
{
    sb_stemmer_delete(r->porter);
}

/* ---- reading ---- */

static uint32_t intern(rouge *r, pith__table *table, const char *bytes, size_t length)
{
    uint32_t known = table->keys.count, number = pith__table_intern(table, bytes, length);
    if (number == known)
        table->keys.items[number].bytes = pith__arena_copy(r->arena, bytes, length);
    return number;
}

static bool belongs(uint32_t code, bool english)
{
    if (english)
        return (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9');
    return pith__utf8_is_letter(code) || pith__utf8_is_digit(code);
}

static uint32_t number_of(rouge *r, const char *word, size_t length, bool english)
{
    if (!english || length < STEMMED_MIN)
        return intern(r, &r->words, word, length);
    const sb_symbol *stem = sb_stemmer_stem(r->porter, (const sb_symbol *)word, (int)length);
    return intern(r, &r->words, (const char *)stem, (size_t)sb_stemmer_length(r->porter));
}

static void add_pairs(rouge *r, rouge_text *t)
{
    t->pair = pith__arena_alloc(r->arena, (t->words + 1) * sizeof *t->pair);
    for (uint32_t i = 0; i + 1 < t->words; i++)
        t->pair[i] = intern(r, &r->pairs, (const char *)&t->word[i], 2 * sizeof *t->word);
}

rouge_text rouge_read(rouge *r, const char *text, size_t length, bool english)
{
    rouge_text t = {.word = pith__arena_alloc(r->arena, (length + 1) * sizeof *t.word),
                    .line = pith__arena_alloc(r->arena, (length + 2) * sizeof *t.line)};
    char word[WORD_MAX];
    size_t used = 0;
    bool open = false; /* the line has a word */
    for (uint32_t at = 0; at <= length;) {
        uint32_t code = at < length ? pith__utf8_next(text, &at) : (at++, (uint32_t)'\n');
        uint32_t lower = pith__utf8_lower(code);
        if (belongs(lower, english) && used + 4 <= sizeof word) {
            used += pith__utf8_put(lower, word + used);
            continue;
        }
        if (used) {
            if (!open)
                t.line[t.lines++] = t.words;
            open = true;
            t.word[t.words++] = number_of(r, word, used, english);
            used = 0;
        }
        open = open && code != '\n';
    }
    t.line[t.lines] = t.words;
    add_pairs(r, &t);
    return t;
}

/* ---- comparing ---- */

static double f1(uint32_t hits, uint32_t a, uint32_t b)
{
    return hits ? 2.0 * hits / (a + b) : 0;
}

/* How many items are in both, with repetitions; count is of `kinds` zeros, and is left so. */
static uint32_t shared(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count,
                       uint32_t *count)
{
    uint32_t hits = 0;
    for (uint32_t i = 0; i < a_count; i++)
        count[a[i]]++;
    for (uint32_t i = 0; i < b_count; i++) {
        if (count[b[i]]) {
            count[b[i]]--;
            hits++;
        }
    }
    for (uint32_t i = 0; i < a_count; i++)
        count[a[i]] = 0;
    return hits;
}

/* Marks the words of a that are in a longest common subsequence with b. */
static void mark_common(pith__arena *arena, const uint32_t *a, uint32_t m, const uint32_t *b,
                        uint32_t n, bool *in)
{
    size_t width = n + 1u;
    uint32_t *best = pith__arena_zero(arena, (m + 1u) * width, sizeof *best);
    for (uint32_t i = 1; i <= m; i++) {
        for (uint32_t j = 1; j <= n; j++) {
            uint32_t left = best[i * width + j - 1], up = best[(i - 1) * width + j];
            best[i * width + j] = a[i - 1] == b[j - 1] ? best[(i - 1) * width + j - 1] + 1
                                  : up > left          ? up
                                                       : left;
        }
    }
    for (uint32_t i = m, j = n; i && j;) {
        if (a[i - 1] == b[j - 1]) {
            in[--i] = true;
            j--;
        } else if (best[i * width + j - 1] > best[(i - 1) * width + j]) {
            j--;
        } else {
            i--;
        }
    }
}

static uint32_t union_hits(rouge *r, const rouge_text *a, const rouge_text *b)
{
    pith__arena scratch;
    pith__arena_init(&scratch, r->arena->trap);
    bool *in = pith__arena_zero(&scratch, a->words + 1u, sizeof *in);
    for (uint32_t i = 0; i < a->lines; i++) {
        for (uint32_t j = 0; j < b->lines; j++)
            mark_common(&scratch, a->word + a->line[i], a->line[i + 1] - a->line[i],
                        b->word + b->line[j], b->line[j + 1] - b->line[j], in + a->line[i]);
    }
    /* a word counts as often as both texts have it */
    uint32_t hits = 0, *left = pith__arena_zero(&scratch, r->words.keys.count, sizeof *left);
    for (uint32_t i = 0; i < b->words; i++)
        left[b->word[i]]++;
    for (uint32_t i = 0; i < a->words; i++) {
        if (in[i] && left[a->word[i]]) {
            left[a->word[i]]--;
            hits++;
        }
    }
    pith__arena_free(&scratch);
    return hits;
}

rouge_score rouge_compare(rouge *r, const rouge_text *a, const rouge_text *b)
{
    pith__arena scratch;
    pith__arena_init(&scratch, r->arena->trap);
    size_t kinds = r->words.keys.count + r->pairs.keys.count;
    uint32_t *count = pith__arena_zero(&scratch, kinds, sizeof *count);
    uint32_t a_pairs = a->words ? a->words - 1 : 0, b_pairs = b->words ? b->words - 1 : 0;
    rouge_score s = {f1(shared(a->word, a->words, b->word, b->words, count), a->words, b->words),
                     f1(shared(a->pair, a_pairs, b->pair, b_pairs, count), a_pairs, b_pairs),
                     f1(union_hits(r, a, b), a->words, b->words)};
    pith__arena_free(&scratch);
    return s;
}
