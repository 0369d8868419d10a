/* Makes the table of core/language/learnt: fit_words DATA > core/language/learnt_words.c
 *
 * DATA holds the annotated sets. Words are put into clusters by the words that they stand between
 * in all English news there: the exchange algorithm of Martin, Liermann and Ney (1998), which moves
 * a word to the cluster that makes the text likeliest under a bigram model of clusters, until the
 * rounds are over. Which words are cues is counted in polnear-train. The result depends on nothing
 * but these files and the library's tokens. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/engine.h"
#include "language/learnt.h"
#include "sets.h"

enum {
    WORDS_MAX = 10000, /* words in the table */
    COUNT_MIN = 5,     /* of a word in all sets */
    ROUNDS = 8,
    CUE_SHARE = 15,   /* of a hundred occurrences, at which a word is a cue */
    CUE_MIN = 2,      /* times that it has to be one */
    SMALL_SHARE = 75, /* of a hundred where nothing begins, at which a word is mostly small */
    CLASSES = PITH__CLUSTERS + 1, /* cluster 0 has all other words; the last: ends of sentences */
    BOUNDARY = CLASSES - 1,
    SCALE = 1 << 16 /* of logarithms, kept as whole numbers so that they add up the same anywhere */
};

/* Words of grammar are no cues, but for those of saying. */
static const uint32_t GRAMMAR =
    PITH__STOP | PITH__PREPOSITION | PITH__DETERMINER | PITH__INDEFINITE | PITH__MONTH;
static const uint32_t SAYING = PITH__SPEECH_VERB | PITH__SPEECH_NOUN | PITH__ATTRIBUTIVE;

static const char *const sets[] = {"summaries/cnndm-val1000", "summaries/cnndm-train200",
                                   "summaries/bbc-a",         "summaries/xsum-500",
                                   "summaries/writers-a",     "summaries/duc2004-multi-a",
                                   "quotes/polnear-train"};

/* ---- counting ---- */

typedef struct tally {
    uint32_t all, train, cue; /* in all sets, in polnear-train, as a cue there */
    uint32_t inside, small; /* where no sentence or speech begins; of these, with a small letter */
    bool grammar;           /* a word of grammar: no cue */
} tally;

typedef struct corpus {
    pith_engine *engine;
    pith__arena arena;
    pith__table words; /* in lower case */
    PITH__ARRAY(tally) tally;
    PITH__ARRAY(uint32_t) text; /* words, PITH_NONE between sentences */
    bool train;
} corpus;

static uint32_t word_of(corpus *c, const pith__document_form *form)
{
    uint32_t word = pith__table_find(&c->words, form->lower, form->lower_length);
    if (word != PITH__ABSENT)
        return word;
    const char *copy = pith__arena_copy(&c->arena, form->lower, form->lower_length);
    word = pith__table_intern(&c->words, copy, form->lower_length);
    *pith__array_add(&c->arena, &c->tally) =
        (tally){.grammar = form->shape == PITH__PUNCTUATION ||
                           (form->classes & GRAMMAR && !(form->classes & SAYING))};
    return word;
}

static void count_cue(corpus *c, const pith_document *document, const cJSON *quote,
                      const uint32_t *bytes)
{
    int start = sets_number(quote, "cue_start"), end = sets_number(quote, "cue_end");
    if (start < 0)
        return;
    for (uint32_t t = pith__token_at(document, bytes[start]);
         t < document->tokens.token.count && document->tokens.token.items[t].start < bytes[end];
         t++)
        c->tally.items[word_of(c, pith__token_form(document, t))].cue++;
}

static void count_word(corpus *c, const pith__document_form *form, bool inside)
{
    uint32_t word = word_of(c, form);
    tally *t = &c->tally.items[word];
    t->all++;
    t->train += c->train;
    t->inside += inside;
    t->small += inside && form->shape == PITH__LOWER;
    *pith__array_add(&c->arena, &c->text) = word;
}

static void count_record(void *context, const cJSON *record)
{
    corpus *c = context;
    pith_document *document = sets_document(c->engine, record);
    for (uint32_t s = 0; s < document->sentences.count; s++) {
        bool inside = false;
        for (uint32_t t = document->tokens.first[s]; t < document->tokens.first[s + 1]; t++) {
            const pith__document_form *form = pith__token_form(document, t);
            count_word(c, form, inside);
            inside = form->shape != PITH__PUNCTUATION;
        }
        *pith__array_add(&c->arena, &c->text) = PITH_NONE;
    }
    if (c->train) {
        uint32_t *bytes = sets_bytes(cJSON_GetObjectItem(record, "text")->valuestring);
        const cJSON *quotes = cJSON_GetObjectItem(record, "quotes"), *quote;
        cJSON_ArrayForEach(quote, quotes) count_cue(c, document, quote, bytes);
        free(bytes);
    }
    pith_document_free(document);
}

/* ---- the words of the table, the most frequent first ---- */

typedef struct ranked {
    uint32_t word, count;
} ranked;

static int by_count(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    if (x->count != y->count)
        return x->count < y->count ? 1 : -1;
    return (x->word > y->word) - (x->word < y->word);
}

static ranked *rank(const corpus *c, bool train)
{
    ranked *list = sets_need(malloc(c->tally.count * sizeof *list));
    for (uint32_t i = 0; i < c->tally.count; i++)
        list[i] = (ranked){i, train ? c->tally.items[i].train : c->tally.items[i].all};
    qsort(list, c->tally.count, sizeof *list, by_count);
    return list;
}

/* ---- clusters ---- */

typedef struct pair {
    uint32_t before, behind, count;
} pair;

/* Words by rank, `rest` for all that are not in the table, `end` for ends of sentences. */
typedef struct clustering {
    uint32_t words, rest, end;
    pair *pairs, *turned; /* sorted by the word before, and by the one behind */
    uint32_t *first, *turned_first;
    uint8_t *class_of;
    int64_t between[CLASSES][CLASSES], before[CLASSES], behind[CLASSES];
} clustering;

static int by_before(const void *a, const void *b)
{
    const pair *x = a, *y = b;
    if (x->before != y->before)
        return x->before < y->before ? -1 : 1;
    return (x->behind > y->behind) - (x->behind < y->behind);
}

static size_t add_up(pair *pairs, size_t count)
{
    size_t kept = 0;
    qsort(pairs, count, sizeof *pairs, by_before);
    for (size_t i = 0; i < count; i++) {
        if (kept && by_before(&pairs[kept - 1], &pairs[i]) == 0)
            pairs[kept - 1].count += pairs[i].count;
        else
            pairs[kept++] = pairs[i];
    }
    return kept;
}

/* Where the pairs of each first word begin. */
static uint32_t *index_of(const pair *pairs, size_t count, uint32_t words)
{
    uint32_t *first = sets_need(calloc(words + 1u, sizeof *first));
    for (size_t i = 0; i < count; i++)
        first[pairs[i].before + 1]++;
    for (uint32_t i = 0; i < words; i++)
        first[i + 1] += first[i];
    return first;
}

static void count_pairs(clustering *k, const corpus *c, const uint32_t *rank_of)
{
    pair *pairs = sets_need(malloc(c->text.count * sizeof *pairs));
    uint32_t before = k->end;
    for (uint32_t i = 0; i < c->text.count; i++) {
        uint32_t word = c->text.items[i];
        uint32_t here = word == PITH_NONE          ? k->end
                        : rank_of[word] < k->words ? rank_of[word]
                                                   : k->rest;
        pairs[i] = (pair){before, here, 1};
        before = here;
    }
    size_t count = add_up(pairs, c->text.count);
    pair *turned = sets_need(malloc(count * sizeof *turned));
    for (size_t i = 0; i < count; i++)
        turned[i] = (pair){pairs[i].behind, pairs[i].before, pairs[i].count};
    qsort(turned, count, sizeof *turned, by_before);
    k->pairs = pairs;
    k->turned = turned;
    k->first = index_of(pairs, count, k->end + 1);
    k->turned_first = index_of(turned, count, k->end + 1);
    for (size_t i = 0; i < count; i++) {
        uint8_t a = k->class_of[pairs[i].before], b = k->class_of[pairs[i].behind];
        k->between[a][b] += pairs[i].count;
        k->before[a] += pairs[i].count;
        k->behind[b] += pairs[i].count;
    }
}

/* count ln count, scaled. */
static int64_t weight(int64_t count)
{
    enum { KNOWN = 1 << 20 };
    static int64_t known[KNOWN];
    if (count < 2)
        return 0;
    if (count >= KNOWN)
        return llround((double)count * log((double)count) * SCALE);
    if (!known[count])
        known[count] = llround((double)count * log((double)count) * SCALE);
    return known[count];
}

/* How often a word stands before and behind each class. */
typedef struct links {
    int64_t before[CLASSES], behind[CLASSES], self, all_before, all_behind;
    int used[CLASSES], count;
} links;

static void find_links(const clustering *k, uint32_t word, links *l)
{
    *l = (links){0};
    for (uint32_t i = k->first[word]; i < k->first[word + 1]; i++) {
        l->all_before += k->pairs[i].count;
        if (k->pairs[i].behind == word)
            l->self = k->pairs[i].count;
        else
            l->before[k->class_of[k->pairs[i].behind]] += k->pairs[i].count;
    }
    for (uint32_t i = k->turned_first[word]; i < k->turned_first[word + 1]; i++) {
        l->all_behind += k->turned[i].count;
        if (k->turned[i].behind != word)
            l->behind[k->class_of[k->turned[i].behind]] += k->turned[i].count;
    }
    for (int x = 0; x < CLASSES; x++) {
        if (l->before[x] || l->behind[x])
            l->used[l->count++] = x;
    }
}

/* Puts a word into a class (sign 1) or takes it out (-1). */
static void put(clustering *k, const links *l, int class, int sign)
{
    for (int i = 0; i < l->count; i++) {
        int x = l->used[i];
        k->between[class][x] += sign * l->before[x];
        k->between[x][class] += sign * l->behind[x];
    }
    k->between[class][class] += sign * l->self;
    k->before[class] += sign * l->all_before;
    k->behind[class] += sign * l->all_behind;
}

/* What putting a word into a class adds to the likelihood of the text. */
static int64_t gain_of(const clustering *k, const links *l, int class)
{
    int64_t gain = 0, within = l->self + l->before[class] + l->behind[class];
    for (int i = 0; i < l->count; i++) {
        int x = l->used[i];
        if (x == class)
            continue;
        gain += weight(k->between[class][x] + l->before[x]) - weight(k->between[class][x]);
        gain += weight(k->between[x][class] + l->behind[x]) - weight(k->between[x][class]);
    }
    gain += weight(k->between[class][class] + within) - weight(k->between[class][class]);
    gain -= weight(k->before[class] + l->all_before) - weight(k->before[class]);
    return gain - (weight(k->behind[class] + l->all_behind) - weight(k->behind[class]));
}

static void exchange(clustering *k)
{
    links l;
    for (uint32_t word = 0; word < k->words; word++) {
        find_links(k, word, &l);
        put(k, &l, k->class_of[word], -1);
        int best = 1;
        int64_t most = INT64_MIN;
        for (int class = 1; class < BOUNDARY; class ++) {
            int64_t gain = gain_of(k, &l, class);
            if (gain > most) {
                most = gain;
                best = class;
            }
        }
        k->class_of[word] = (uint8_t)best;
        put(k, &l, best, 1);
    }
}

static uint8_t *cluster(const corpus *c, const ranked *list, uint32_t words)
{
    clustering *k = sets_need(calloc(1, sizeof *k));
    uint32_t *rank_of = sets_need(malloc(c->tally.count * sizeof *rank_of));
    *k = (clustering){.words = words, .rest = words, .end = words + 1};
    k->class_of = sets_need(calloc(words + 2u, 1));
    for (uint32_t i = 0; i < c->tally.count; i++)
        rank_of[list[i].word] = i;
    for (uint32_t i = 0; i < words; i++)
        k->class_of[i] = (uint8_t)(1 + i % (BOUNDARY - 1));
    k->class_of[k->end] = BOUNDARY;
    count_pairs(k, c, rank_of);
    for (int round = 0; round < ROUNDS; round++)
        exchange(k);
    return k->class_of;
}

/* ---- the table ---- */

static bool is_small(const tally *t)
{
    return t->small * 100 >= t->inside * SMALL_SHARE && t->small > 0;
}

static bool is_cue(const tally *t)
{
    return !t->grammar && t->cue >= CUE_MIN && t->cue * 100 >= t->train * CUE_SHARE;
}

static void write_table(const uint32_t *table, uint32_t words)
{
    printf(
        "/* Generated by tests/quality/fit_words.c: do not edit.\n"
        " * The %u most frequent words of English news, told by a part of their hash: clusters\n"
        " * of those that stand in the same places, which are cues, which mostly small. Counted "
        "in\n"
        " * the sets of CNN/DailyMail, BBC, XSum, DUC 2004 and PolNeAR, of whose text this table\n"
        " * holds nothing but these numbers. */\n"
        "/* clang-format off */\n"
        "#include \"language/learnt.h\"\n\n"
        "const uint32_t pith__learnt_words[PITH__LEARNT_SLOTS] = {",
        words);
    for (uint32_t i = 0; i < PITH__LEARNT_SLOTS; i++)
        printf(table[i] ? "%s0x%X," : "%s%u,", i % 16 ? "" : "\n", table[i]);
    printf("\n};\n");
}

static void make_table(const corpus *c)
{
    static uint32_t table[PITH__LEARNT_SLOTS];
    ranked *all = rank(c, false), *train = rank(c, true);
    uint16_t *row = sets_need(calloc(c->tally.count, sizeof *row));
    uint32_t words = 0;
    while (words < c->tally.count && words < WORDS_MAX && all[words].count >= COUNT_MIN)
        words++;
    uint8_t *class_of = cluster(c, all, words);
    for (uint32_t i = 0; i + 1 < PITH__WORD_ROWS; i++)
        row[train[i].word] = (uint16_t)(i + 1);
    for (uint32_t i = 0; i < words; i++) {
        const pith__key *key = &c->words.keys.items[all[i].word];
        uint32_t hash = pith__fixed_hash(key->bytes, key->length), at = hash;
        const tally *t = &c->tally.items[all[i].word];
        pith__learnt word = {row[all[i].word], class_of[i], is_cue(t), is_small(t)};
        while (table[at % PITH__LEARNT_SLOTS])
            at++;
        table[at % PITH__LEARNT_SLOTS] = pith__learnt_entry(word, hash);
    }
    write_table(table, words);
}

int main(int argc, char **argv)
{
    if (argc != 2)
        sets_fail("fit_words DATA > core/language/learnt_words.c", "usage");
    static corpus c;
    pith__trap trap;
    if (pith_engine_new(NULL, &c.engine) != PITH_OK || setjmp(trap.place))
        sets_need(NULL);
    pith__arena_init(&c.arena, &trap);
    pith__table_init(&c.words, &c.arena, 1, 1 << 17);
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        c.train = strcmp(sets[i], "quotes/polnear-train") == 0;
        sets_read(argv[1], sets[i], count_record, &c);
    }
    make_table(&c);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
