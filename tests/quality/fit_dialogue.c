/* Fits the weights of core/quotes/dialogue:
 *
 *     fit_dialogue DATA_DIR > core/quotes/dialogue_weights.c
 *     fit_dialogue DATA_DIR --check     how often each confidence is right, each half of the novels
 *                                       with the weights of the other
 *
 * The novels come from DATA_DIR/quotes/pdnc-14.jsonl, a JSON object a line. The contents are those
 * that the stages before find and that begin where a quotation of the set does. A person is right
 * if the set lists the name. Nothing of a text is in the result: a weight for each pointer.
 *
 * Conditional maximum likelihood of a log-linear ranking with a Gaussian prior, by gradient descent
 * with moments (Adam, Kingma and Ba 2015) over all examples at once. Who said the contents before
 * is taken from the set in the first round and from the weights of the round before in the others.
 * The result depends on nothing but the set and the code of libpith with the weights of
 * quotes/attribution.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "language/vocabulary.h"
#include "quotes/dialogue.h"
#include "quotes/source.h"
#include "quotes/speaker.h"
#include "sets.h"
#include "speaker_text.h"

enum {
    ROUNDS = 3,
    STEPS = 300, /* of descent */
    HUNDREDTHS = 100,
    DECILES = 10,
    START_MAX = 6, /* bytes between the start of a content and that of its quotation */
    NOVELS_MAX = 64,
    CHARACTERS_MAX = 512 /* of a novel */
};

/* ---- novels ---- */

/* Who speaks in a novel, as the set names them. */
typedef struct character {
    const char *name;
    bool *means;        /* by person: whether the person's name is one of the character's */
    uint32_t likeliest; /* of these persons, the one whom the text mentions most, or PITH_NONE */
} character;

typedef struct novel {
    pith__arena arena;
    cJSON *record;
    pith__contents contents;
    pith__persons persons;
    pith__speakers speakers; /* by person */
    pith__attribution *attributions;
    pith__dialogue dialogue;
    character characters[CHARACTERS_MAX];
    uint32_t character_count;
    uint32_t *said; /* by content: the number of the character, or PITH_NONE if the set has no such
                       quotation */
} novel;

typedef struct course {
    pith__trap trap;
    pith__vocabulary words; /* English */
    novel *novels[NOVELS_MAX];
    size_t count;
    int part; /* 0 or 1: only each second novel; -1: all */
} course;

/* Who said what begins at the byte. */
static const char *said_at(const novel *n, const uint32_t *bytes, uint32_t byte)
{
    const cJSON *quote;
    cJSON_ArrayForEach(quote, cJSON_GetObjectItem(n->record, "quotes"))
    {
        uint32_t start = bytes[sets_number(quote, "start")];
        if (start + START_MAX >= byte && start <= byte + START_MAX)
            return cJSON_GetStringValue(cJSON_GetObjectItem(quote, "speaker_canonical"));
    }
    return NULL;
}

static character read_character(novel *n, const char *name)
{
    uint32_t count = n->persons.person.count;
    character c = {name, pith__arena_alloc(&n->arena, count + 1), PITH_NONE};
    const pith__person *persons = n->persons.person.items;
    for (uint32_t i = 0; i < count; i++) {
        c.means[i] = is_name_of(n->record, name, n->speakers.items[i].name);
        if (c.means[i] &&
            (c.likeliest == PITH_NONE || persons[i].mentions > persons[c.likeliest].mentions))
            c.likeliest = i;
    }
    return c;
}

static uint32_t character_of(novel *n, const char *name)
{
    uint32_t i = 0;
    if (!name)
        return PITH_NONE;
    while (i < n->character_count && strcmp(n->characters[i].name, name) != 0)
        i++;
    if (i == CHARACTERS_MAX)
        sets_fail("has too many characters", "a novel");
    if (i == n->character_count)
        n->characters[n->character_count++] = read_character(n, name);
    return i;
}

static void find_said(novel *n, const char *text)
{
    uint32_t *bytes = sets_bytes(text);
    n->said = pith__arena_alloc(&n->arena, (n->contents.count + 1) * sizeof *n->said);
    for (uint32_t i = 0; i < n->contents.count; i++) {
        uint32_t start = n->contents.items[i].span.items[0].start;
        n->said[i] = character_of(n, said_at(n, bytes, start));
    }
    free(bytes);
}

static pith__speakers speakers_of(novel *n, const pith__words *words,
                                  const pith__mentions *mentions)
{
    uint32_t count = n->persons.person.count;
    uint32_t *number = pith__arena_alloc(&n->arena, (count + 1) * sizeof *number);
    for (uint32_t i = 0; i < count; i++)
        number[i] = i;
    return pith__speakers_make(&n->arena, &n->arena, words, mentions, &n->persons, number, count);
}

static void read_novel(void *context, const cJSON *record)
{
    course *c = context;
    novel *n = sets_need(calloc(1, sizeof *n));
    pith__arena *arena = &n->arena;
    const pith__lexicon *lexicon = &c->words.lexicon;
    if (c->count == NOVELS_MAX)
        sets_fail("has too many records", "the set");
    pith__arena_init(arena, &c->trap);
    n->record = sets_need(cJSON_Duplicate(record, true));
    const char *bytes = cJSON_GetStringValue(cJSON_GetObjectItem(n->record, "text"));
    pith__text text = pith__decode(arena, bytes, strlen(bytes));
    const pith_document *document = pith__document_read(arena, arena, &c->words, text, NULL);
    pith__words *words = pith__arena_alloc(arena, sizeof *words);
    pith__mentions *mentions = pith__arena_alloc(arena, sizeof *mentions);
    n->contents = pith__contents_find(arena, arena, lexicon, document, true);
    *words = pith__words_find(arena, lexicon, document);
    *mentions = pith__sources_add(arena, words, pith__mentions_find(arena, words), &n->contents);
    n->persons = pith__persons_find(arena, arena, words, mentions);
    n->speakers = speakers_of(n, words, mentions);
    n->attributions = pith__attribute(arena, words, &n->contents, mentions, &n->persons, NULL);
    n->dialogue =
        pith__dialogue_open(arena, words, &n->contents, mentions, &n->persons, n->attributions);
    find_said(n, bytes);
    c->novels[c->count++] = n;
}

static void free_novels(course *c)
{
    for (size_t i = 0; i < c->count; i++) {
        cJSON_Delete(c->novels[i]->record);
        pith__arena_free(&c->novels[i]->arena);
        free(c->novels[i]);
    }
}

/* ---- examples ---- */

/* A content with those heard. right: none if nobody of them is. */
typedef struct example {
    pith__heard heard;
    uint32_t right;
} example;

typedef struct examples {
    example *items;
    size_t count, room;
} examples;

static void add_example(examples *all, const pith__heard *heard, uint32_t right)
{
    if (all->count == all->room) {
        all->room = all->room ? all->room * 2 : 1024;
        all->items = sets_need(realloc(all->items, all->room * sizeof *all->items));
    }
    all->items[all->count++] = (example){*heard, right};
}

/* A bit for each of the heard who is the character. */
static uint32_t right_of(const pith__heard *heard, const character *c)
{
    uint32_t right = 0;
    for (uint32_t i = 0; i < heard->count; i++)
        right |= (uint32_t)c->means[heard->items[i].person] << i;
    return right;
}

/* weights: NULL if the set tells who spoke before. */
typedef struct looking {
    const pith__dialogue_weights *weights;
    uint32_t look;
} looking;

/* Who said a content, for those behind it. */
static uint32_t said(const looking *by, const novel *n, uint32_t content, const pith__heard *heard,
                     const character *c)
{
    double confidence;
    uint32_t found = n->attributions[content].person;
    if (by->weights) {
        uint32_t best = pith__heard_best(by->weights, by->look, heard, &confidence);
        return best == PITH_NONE ? found : heard->items[best].person;
    }
    return !c || (found != PITH_NONE && c->means[found]) ? found : c->likeliest;
}

/* The contents in order; each sees who said the ones before. */
static void follow(novel *n, const looking *by, examples *all)
{
    for (uint32_t i = 0; i < n->contents.count; i++) {
        pith__turn *turn = &n->dialogue.turn[i];
        pith__heard heard;
        turn->said = n->attributions[i].person;
        if (turn->telling == PITH__TOLD_BY_NAME)
            continue;
        pith__heard_find(&n->dialogue, i, &heard);
        const character *c = n->said[i] == PITH_NONE ? NULL : &n->characters[n->said[i]];
        if (c)
            add_example(all, &heard, right_of(&heard, c));
        turn->said = said(by, n, i, &heard, c);
    }
}

static void read_examples(const course *c, const looking *by, examples *all)
{
    all->count = 0;
    for (size_t i = 0; i < c->count; i++)
        if (c->part < 0 || i % 2 == (size_t)c->part)
            follow(c->novels[i], by, all);
}

/* ---- learning ---- */

/* The pointers of one of the heard; returns how many. */
static int pointers_of(const pith__hearing *h, int numbers[PITH__POINTERS])
{
    int count = 0;
    for (int i = 0; i < PITH__POINTERS; i++)
        if (pith__points(h, (uint32_t)i))
            numbers[count++] = i;
    return count;
}

/* Adds the gradient of an example: what the weights expect less what is right. */
static void add_gradient(const example *e, const double *weights, double *gradient)
{
    double power[PITH__HEARD_MAX], total = 1, right = e->right ? 0 : 1;
    int numbers[PITH__POINTERS];
    for (uint32_t i = 0; i < e->heard.count; i++) {
        double sum = 0;
        for (int k = pointers_of(&e->heard.items[i], numbers); k > 0; k--)
            sum += weights[numbers[k - 1]];
        total += power[i] = exp(sum);
        right += e->right >> i & 1 ? power[i] : 0;
    }
    for (uint32_t i = 0; i < e->heard.count; i++) {
        double by = power[i] / total - (e->right >> i & 1 ? power[i] / right : 0);
        for (int k = pointers_of(&e->heard.items[i], numbers); k > 0; k--)
            gradient[numbers[k - 1]] += by;
    }
}

static void fit(const examples *all, pith__telling telling, int16_t *table)
{
    const double rate = 0.1, prior = 2e-4, keep = 0.9, keep_square = 0.99;
    double weights[PITH__POINTERS] = {0}, mean[PITH__POINTERS] = {0}, square[PITH__POINTERS] = {0};
    double keeps = 1, keeps_square = 1;
    for (int step = 0; step < STEPS; step++) {
        double gradient[PITH__POINTERS] = {0}, count = 1;
        for (size_t i = 0; i < all->count; i++) {
            if (all->items[i].heard.telling != telling)
                continue;
            add_gradient(&all->items[i], weights, gradient);
            count++;
        }
        keeps *= keep;
        keeps_square *= keep_square;
        for (int k = 0; k < PITH__POINTERS; k++) {
            double g = gradient[k] / count + prior * weights[k];
            mean[k] = keep * mean[k] + (1 - keep) * g;
            square[k] = keep_square * square[k] + (1 - keep_square) * g * g;
            weights[k] -=
                rate * (mean[k] / (1 - keeps)) / (sqrt(square[k] / (1 - keeps_square)) + 1e-6);
        }
    }
    for (int k = 0; k < PITH__POINTERS; k++)
        table[k] = (int16_t)lround(weights[k] * HUNDREDTHS);
}

/* What the first look of the weights makes of all novels is foreseen. */
static void foresee(const course *c, const pith__dialogue_weights *table)
{
    examples none = {0};
    const looking first = {table, 0};
    for (size_t i = 0; i < c->count; i++) {
        novel *n = c->novels[i];
        for (uint32_t k = 0; k < n->contents.count; k++)
            n->dialogue.turn[k].foreseen = PITH_NONE;
        follow(n, &first, &none);
        pith__dialogue_foresee(&n->dialogue);
    }
    free(none.items);
}

static void learn(course *c, int part, pith__dialogue_weights *table)
{
    examples all = {0};
    for (size_t i = 0; i < c->count; i++)
        for (uint32_t k = 0; k < c->novels[i]->contents.count; k++)
            c->novels[i]->dialogue.turn[k].foreseen = PITH_NONE;
    for (uint32_t look = 0; look < PITH__LOOKS; look++) {
        if (look)
            foresee(c, table);
        c->part = part;
        for (int round = 0; round < ROUNDS; round++) {
            const looking by = {round ? table : NULL, look};
            read_examples(c, &by, &all);
            for (int t = 0; t < PITH__TOLD_BY_NAME; t++)
                fit(&all, (pith__telling)t, table->pointer[look][t]);
        }
    }
    free(all.items);
}

/* ---- checking ---- */

static void check(course *c, int part, uint32_t count[DECILES], uint32_t right[DECILES])
{
    pith__dialogue_weights table = {0};
    examples all = {0};
    learn(c, !part, &table);
    c->part = part;
    const looking second = {&table, 1};
    read_examples(c, &second, &all);
    for (size_t i = 0; i < all.count; i++) {
        double confidence;
        uint32_t best = pith__heard_best(&table, 1, &all.items[i].heard, &confidence);
        int decile = (int)(confidence * DECILES);
        decile = decile < DECILES ? decile : DECILES - 1;
        count[decile]++;
        right[decile] += best != PITH_NONE && all.items[i].right >> best & 1;
    }
    free(all.items);
}

static void write_checks(course *c)
{
    uint32_t count[DECILES] = {0}, right[DECILES] = {0}, all = 0, good = 0;
    check(c, 0, count, right);
    check(c, 1, count, right);
    printf(
        "each half of the novels with the weights of the other\n  confidence  contents  right\n");
    for (int i = 0; i < DECILES; i++) {
        all += count[i];
        good += right[i];
        if (count[i])
            printf("  %.1f to %.1f  %8u  %4.1f %%\n", i / 10.0, (i + 1) / 10.0, count[i],
                   100.0 * right[i] / count[i]);
    }
    printf("  all         %8u  %4.1f %%\n", all, 100.0 * good / (all ? all : 1));
}

static void write_weights(const pith__dialogue_weights *table)
{
    printf(
        "/* Generated by tests/quality/fit_dialogue.c: do not edit.\n"
        " * Fitted to 14 novels of the Project Dialogism Novel Corpus (K. Vishnubhotla,\n"
        " * A. Hammond and G. Hirst, LREC 2022). This table holds nothing of any text: a number\n"
        " * for each pointer, in hundredths. */\n"
        "/* clang-format off */\n"
        "#include \"quotes/dialogue.h\"\n\n"
        "const pith__dialogue_weights pith__dialogue_fitted = {{\n");
    for (int i = 0; i < PITH__LOOKS * PITH__TOLD_BY_NAME; i++) {
        const int16_t *row = table->pointer[i / PITH__TOLD_BY_NAME][i % PITH__TOLD_BY_NAME];
        printf(i % PITH__TOLD_BY_NAME ? "     {" : "    {{");
        for (int k = 0; k < PITH__POINTERS; k++)
            printf("%s%d", k == 0 ? "" : k % 16 == 0 ? ",\n      " : ", ", row[k]);
        printf(i % PITH__TOLD_BY_NAME == PITH__TOLD_BY_NAME - 1 ? "}},\n" : "},\n");
    }
    printf("}};\n");
}

int main(int argc, char **argv)
{
    bool checks = argc == 3 && strcmp(argv[2], "--check") == 0;
    static course c;
    pith__arena lasting;
    if (argc != 2 && !checks)
        sets_fail("DATA_DIR [--check]", "usage: fit_dialogue");
    if (setjmp(c.trap.place))
        sets_fail("memory ran out", "fit_dialogue");
    pith__arena_init(&lasting, &c.trap);
    pith__vocabulary_init(&c.words, &lasting, 1, pith__language_find("en"), NULL, 0);
    sets_read(argv[1], "quotes/pdnc-14", read_novel, &c);
    if (checks) {
        write_checks(&c);
    } else {
        pith__dialogue_weights table = {0};
        learn(&c, -1, &table);
        write_weights(&table);
    }
    free_novels(&c);
    pith__vocabulary_free(&c.words);
    pith__arena_free(&lasting);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
