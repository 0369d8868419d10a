/* How well quotations are found and attributed: tables of figures over annotated sets.
 *
 *     score_quotes [--reliability SET] [--errors N] PATH...
 *
 * PATH is a set (see quote_reading.h) or a directory of them.
 *
 * The first table has a line for each set. F1 of the pieces of quotations (quote_piece.h), of all
 * and of each kind: pieces that are the same / that share 0.8 of their letters and digits. For a
 * kind, recall is over the set's pieces of that kind, precision over those found; a piece found as
 * another kind is found all the same. Of the pieces that share 0.8: how often the head of the words
 * that name the speaker is right; how often the full name is right, wrong, and unknown. Where no
 * speaker is given, the words that name one stand for the name if they are right, and are not
 * wrong: nobody said whom they mean.
 *
 * The second table tells how often the attribution of such a piece is right at each confidence, and
 * what is given at the default threshold: over one set, or over all.
 *
 * --errors shows up to N wrong speakers of each set. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "quote_match.h"
#include "quote_reading.h"
#include "reliability.h"
#include "sets.h"
#include "speaker_text.h"

enum { KINDS = 4, SHOWN = 60 };

/* Counts of pieces: of all, and of each kind. */
typedef struct tally {
    size_t gold[KINDS], found[KINDS];
    size_t gold_same[KINDS], found_same[KINDS];
    size_t gold_shared[KINDS], found_shared[KINDS];
} tally;

typedef struct scores {
    size_t documents, quotes;
    tally pieces;
    size_t heads, heads_right;                /* matched pieces whose speaker the text names */
    size_t names, names_right, names_unknown; /* matched pieces whose speaker has a full name */
    reliability by_words, by_name;
    long errors;
} scores;

typedef struct options {
    const char *reliability; /* the set of the second table, or NULL: all */
    long errors;
} options;

typedef struct scoring {
    pith_engine *engine;
    const options *options;
    scores set; /* the one that is read */
} scoring;

/* ---- errors ---- */

static void show(const char *text, uint32_t from, uint32_t to)
{
    for (uint32_t at = from; at < to; at++)
        putchar((unsigned char)text[at] < ' ' ? '/' : text[at]);
}

/* The place SHOWN bytes behind or before another, or the end there. */
static uint32_t onward(const quote_text *text, uint32_t at)
{
    uint32_t to = text->length - at > SHOWN ? at + SHOWN : text->length;
    while (to < text->length && ((unsigned char)text->bytes[to] & 0xC0) == 0x80)
        to++;
    return to;
}

static uint32_t back(const quote_text *text, uint32_t at)
{
    uint32_t from = at > SHOWN ? at - SHOWN : 0;
    while (from && ((unsigned char)text->bytes[from] & 0xC0) == 0x80)
        from--;
    return from;
}

/* The piece, in the middle of the words around. */
static void show_place(const quote_text *text, pith_span span)
{
    uint32_t begun = onward(text, span.start), ending = back(text, span.end);
    printf("        ");
    show(text->bytes, back(text, span.start), span.start);
    printf(" [[");
    show(text->bytes, span.start, begun < ending ? begun : span.end);
    if (begun < ending) {
        printf(" ... ");
        show(text->bytes, ending, span.end);
    }
    printf("]] ");
    show(text->bytes, span.end, onward(text, span.end));
    putchar('\n');
}

static void show_error(const quote_reading *r, const quote_piece *piece, const pith_quote *quote,
                       const char *gold, const char *found)
{
    printf("    %s %.2f: found \"%s\", is \"%s\"\n", quote->rule, quote->confidence, found, gold);
    show_place(&r->text, piece->span);
}

/* ---- speakers ---- */

/* Who said a quotation: as the set has it, and as found. NULL where there is none. */
typedef struct speaker {
    const char *gold_words, *gold_name;
    char *words;
    const char *name; /* or the words if no speaker is given */
    bool words_right, name_right;
} speaker;

static char *words_of(const quote_text *text, pith_span span)
{
    size_t length = span.end - span.start;
    if (!length)
        return NULL;
    char *words = sets_need(malloc(length + 1));
    memcpy(words, text->bytes + span.start, length);
    words[length] = '\0';
    return words;
}

/* Its words are to be freed. */
static speaker speaker_of(const quote_reading *r, const cJSON *gold, const found_quotes *found,
                          uint32_t number)
{
    const pith_quote *quote = &found->items[number];
    speaker s = {.gold_words = quote_string(gold, "speaker"),
                 .gold_name = quote_string(gold, "speaker_canonical"),
                 .words = words_of(&r->text, quote->mention)};
    s.name = quote->speaker == PITH_NONE ? s.words : found->speakers[quote->speaker].name;
    s.words_right = s.gold_words && s.words && is_same_head(s.gold_words, s.words);
    s.name_right = s.gold_name && s.name && is_name_of(r->record, s.gold_name, s.name);
    return s;
}

static void judge_given(scoring *c, const quote_reading *r, const quote_piece *gold,
                        const quote_piece *found)
{
    speaker s = speaker_of(r, r->gold[gold->quote], &r->given, found->quote);
    const pith_quote *quote = &r->given.items[found->quote];
    c->set.heads += s.gold_words != NULL;
    c->set.heads_right += s.words_right;
    c->set.names += s.gold_name != NULL;
    c->set.names_right += s.name_right;
    bool known = quote->speaker != PITH_NONE;
    c->set.names_unknown += s.gold_name && !known && !s.name_right;
    bool words_wrong = s.gold_words && s.words && !s.words_right;
    bool name_wrong = s.gold_name && known && !s.name_right;
    if ((words_wrong || name_wrong) && ++c->set.errors <= c->options->errors)
        show_error(r, gold, quote, words_wrong ? s.gold_words : s.gold_name,
                   words_wrong ? s.words : s.name);
    free(s.words);
}

/* At every confidence, so of the likeliest speakers. */
static void judge_likely(scoring *c, const quote_reading *r, const quote_piece *gold,
                         const quote_piece *found)
{
    const pith_quote *quote = &r->likely.items[found->quote];
    bool given = r->given.items[found->quote].speaker != PITH_NONE;
    speaker s = speaker_of(r, r->gold[gold->quote], &r->likely, found->quote);
    c->set.by_words.asked += s.gold_words != NULL;
    c->set.by_name.asked += s.gold_name != NULL;
    if (s.gold_words && quote->speaker != PITH_NONE)
        reliability_add(&c->set.by_words, quote->confidence, given, s.words_right);
    if (s.gold_name && quote->speaker != PITH_NONE)
        reliability_add(&c->set.by_name, quote->confidence, given, s.name_right);
    free(s.words);
}

/* ---- pieces ---- */

static void count(size_t counter[KINDS], pith_kind kind)
{
    counter[0]++;
    if (kind)
        counter[kind == PITH_INDIRECT ? 3 : kind]++;
}

static void count_pieces(const quote_pieces *pieces, size_t counter[KINDS])
{
    for (uint32_t i = 0; i < pieces->count; i++)
        count(counter, pieces->items[i].kind);
}

static void count_matched(const quote_reading *r, const uint32_t *match, size_t gold[KINDS],
                          size_t found[KINDS])
{
    for (uint32_t i = 0; i < r->gold_pieces.count; i++) {
        if (match[i] == PITH_NONE)
            continue;
        count(gold, r->gold_pieces.items[i].kind);
        count(found, r->found_pieces.items[match[i]].kind);
    }
}

static void score_record(void *context, const cJSON *record)
{
    scoring *c = context;
    tally *t = &c->set.pieces;
    quote_reading r = quote_reading_open(c->engine, record);
    uint32_t *same = quote_match_exact(&r.gold_pieces, &r.found_pieces);
    uint32_t *shared = quote_match_overlap(&r.text, &r.gold_pieces, &r.found_pieces, 0.8);
    c->set.documents++;
    c->set.quotes += (size_t)cJSON_GetArraySize(cJSON_GetObjectItem(record, "quotes"));
    count_pieces(&r.gold_pieces, t->gold);
    count_pieces(&r.found_pieces, t->found);
    count_matched(&r, same, t->gold_same, t->found_same);
    count_matched(&r, shared, t->gold_shared, t->found_shared);
    for (uint32_t i = 0; i < r.gold_pieces.count; i++) {
        if (shared[i] == PITH_NONE)
            continue;
        judge_given(c, &r, &r.gold_pieces.items[i], &r.found_pieces.items[shared[i]]);
        judge_likely(c, &r, &r.gold_pieces.items[i], &r.found_pieces.items[shared[i]]);
    }
    free(same);
    free(shared);
    quote_reading_close(&r);
}

/* ---- the tables ---- */

static void write_header(void)
{
    printf("%-18s %9s %6s   %-51s  %5s   %s\n", "", "", "", "F1 of pieces, exact / at 0.8 overlap",
           "head", "full name");
    printf("%-18s %9s %6s   %-12s %-12s %-12s %-12s  %5s   %5s %5s %7s\n", "set", "documents",
           "quotes", "all", "direct", "mixed", "indirect", "right", "right", "wrong", "unknown");
}

static double f1(size_t found_right, size_t found, size_t gold_right, size_t gold)
{
    double precision = found ? (double)found_right / (double)found : 0;
    double recall = gold ? (double)gold_right / (double)gold : 0;
    return precision + recall > 0 ? 200 * precision * recall / (precision + recall) : 0;
}

static void write_f1(const tally *t, int kind)
{
    if (!t->gold[kind]) {
        printf(" %-12s", "    -");
        return;
    }
    printf(" %5.1f /%5.1f",
           f1(t->found_same[kind], t->found[kind], t->gold_same[kind], t->gold[kind]),
           f1(t->found_shared[kind], t->found[kind], t->gold_shared[kind], t->gold[kind]));
}

static void write_share(size_t part, size_t whole, int width)
{
    if (whole)
        printf(" %*.1f", width, 100.0 * (double)part / (double)whole);
    else
        printf(" %*s", width, "-");
}

static void write_scores(const char *name, const scores *s)
{
    printf("%-18s %9zu %6zu  ", name, s->documents, s->quotes);
    for (int kind = 0; kind < KINDS; kind++)
        write_f1(&s->pieces, kind);
    printf(" ");
    write_share(s->heads_right, s->heads, 6);
    printf("  ");
    write_share(s->names_right, s->names, 5);
    write_share(s->names - s->names_right - s->names_unknown, s->names, 5);
    write_share(s->names_unknown, s->names, 7);
    putchar('\n');
}

/* Adds what the second table wants of a set. */
static void score_set(scoring *c, const char *path, reliability *by_words, reliability *by_name)
{
    char *name = sets_name(path);
    c->set = (scores){0};
    sets_read_file(path, score_record, c);
    write_scores(name, &c->set);
    if (!c->options->reliability || strcmp(c->options->reliability, name) == 0) {
        reliability_merge(by_words, &c->set.by_words);
        reliability_merge(by_name, &c->set.by_name);
    }
    free(name);
}

static void score_all(scoring *c, char **paths, int path_count)
{
    reliability by_words = {0}, by_name = {0};
    write_header();
    for (int i = 0; i < path_count; i++) {
        size_t count;
        char **sets = sets_paths(paths[i], &count);
        for (size_t k = 0; k < count; k++) {
            score_set(c, sets[k], &by_words, &by_name);
            free(sets[k]);
        }
        free(sets);
    }
    bool asked = by_words.asked || by_name.asked;
    if (asked)
        reliability_write(c->options->reliability ? c->options->reliability : "all sets", &by_words,
                          &by_name);
    else if (c->options->reliability)
        sets_fail("none of the sets, or one without speakers", c->options->reliability);
}

static int usage(void)
{
    fprintf(stderr, "usage: score_quotes [--reliability SET] [--errors N] FILE|DIRECTORY...\n");
    return 2;
}

int main(int argc, char **argv)
{
    options o = {0};
    scoring c = {.options = &o};
    int i = 1;
    for (; i + 1 < argc && argv[i][0] == '-'; i += 2) {
        if (strcmp(argv[i], "--reliability") == 0)
            o.reliability = argv[i + 1];
        else if (strcmp(argv[i], "--errors") == 0)
            o.errors = atol(argv[i + 1]);
        else
            return usage();
    }
    if (i >= argc)
        return usage();
    if (pith_engine_new(NULL, &c.engine) != PITH_OK)
        sets_fail("memory ran out", argv[0]);
    score_all(&c, argv + i, argc - i);
    pith_engine_free(c.engine);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
