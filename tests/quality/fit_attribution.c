/* Fits the weights of core/quotes/attribution:
 *
 *     fit_attribution DATA_DIR > core/quotes/attribution_weights.c
 *     fit_attribution DATA_DIR --check     how often each confidence is right, on texts not fitted
 *
 * Reports come from DATA_DIR/quotes/polnear-train.jsonl, dialogue from pdnc-14.jsonl: documents
 * with their quotations, a JSON object a line. The contents are those that the stages before find
 * and that cover a quotation of the set; of reports every second document is taken once more
 * without the sources that the tagger found, since it has seen these texts and errs in others
 * (--check shows how the confidences stand on texts that it has not seen). A candidate is right if
 * it stands where the set's speaker stands, or, where the set gives none, names the same person.
 * Nothing of a text is in the result: a weight for each relation and each piece of evidence.
 *
 * Conditional maximum likelihood of a log-linear ranking with a Gaussian prior, by gradient descent
 * with moments (Adam, Kingma and Ba 2015) over all examples at once. Who said the content before is
 * taken from the sets in the first round and from the weights of the round before in the others.
 * The result depends on nothing but these files and the code of libpith, not on the weights in it.
 */
#include <cjson/cJSON.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "language/vocabulary.h"
#include "quotes/attribution.h"
#include "quotes/source.h"
#include "quotes/speaker.h"
#include "sets.h"
#include "speaker_text.h"

enum {
    ROUNDS = 3,
    STEPS = 400, /* of descent */
    CUES = 2,    /* without and with: the weights of a relation */
    WEIGHTS = CUES * PITH__RELATIONS + PITH__EVIDENCES,
    HUNDREDTHS = 100,
    DECILES = 10,
    COVER_PERCENT = 70 /* of the bytes of content and quotation that both have */
};

/* ---- examples ---- */

/* A content with its candidates. right: a bit for each candidate; none if nobody found is it. */
typedef struct example {
    uint32_t count, right;
    bool cueless;
    struct {
        uint8_t relation;
        uint32_t evidence;
    } candidate[PITH__VOICES_MAX];
} example;

/* How often a confidence came, and how often it was right. */
typedef struct reliability {
    uint32_t count[DECILES], right[DECILES];
} reliability;

/* What is done with the documents of a set. */
typedef struct course {
    pith__arena *arena;      /* of one document */
    pith__vocabulary *words; /* English */
    pith__style style;
    const pith__attribution_weights *weights; /* that tell who spoke before; NULL: the set tells */
    bool without_sources;                     /* take them away */
    int part;                                 /* 0 or 1: only each second document; -1: all */
    example *items;
    size_t count, room;
    reliability *reliability; /* of the weights, or NULL */
} course;

static example *add_example(course *c)
{
    if (c->count == c->room) {
        c->room = c->room ? c->room * 2 : 1024;
        c->items = sets_need(realloc(c->items, c->room * sizeof *c->items));
    }
    return &c->items[c->count++];
}

/* ---- the sets ---- */

/* A document of a set, and what the stages find in it. */
typedef struct reading {
    const cJSON *record;
    pith__words words;
    pith__contents contents;
    pith__mentions mentions;
    pith__persons persons;
    pith__speakers speakers; /* by person */
    uint32_t *bytes;         /* offsets of the characters of the text */
} reading;

static int number_of(const cJSON *object, const char *name)
{
    const cJSON *item = cJSON_GetObjectItem(object, name);
    return cJSON_IsNumber(item) ? item->valueint : -1;
}

static pith_span span_of(const reading *r, int start, int end)
{
    return (pith_span){r->bytes[start], r->bytes[end]};
}

static uint32_t shared(const pith__content *content, pith_span span)
{
    uint32_t bytes = 0;
    for (uint32_t i = 0; i < content->span.count; i++) {
        pith_span s = content->span.items[i];
        uint32_t start = s.start > span.start ? s.start : span.start;
        uint32_t end = s.end < span.end ? s.end : span.end;
        bytes += end > start ? end - start : 0;
    }
    return bytes;
}

/* Whether the quotation and the content are the same but for their edges, in the paragraphs where
 * the content is: a set has one quotation where somebody goes on in the next paragraph. */
static bool covers(const reading *r, const cJSON *quote, const pith__content *content)
{
    const cJSON *spans = cJSON_GetObjectItem(quote, "spans"), *span;
    uint32_t common = 0, all = 0;
    uint32_t paragraph = pith__paragraph_at(r->words.document, content->span.items[0].start);
    for (uint32_t i = 0; i < content->span.count; i++)
        all += pith__span_length(content->span.items[i]);
    if (!cJSON_IsArray(spans)) {
        pith_span whole = span_of(r, number_of(quote, "start"), number_of(quote, "end"));
        common = shared(content, whole);
        all += pith__span_length(whole);
    } else {
        cJSON_ArrayForEach(span, spans)
        {
            pith_span piece = span_of(r, cJSON_GetArrayItem(span, 0)->valueint,
                                      cJSON_GetArrayItem(span, 1)->valueint);
            uint32_t both = shared(content, piece);
            common += both;
            if (both || pith__paragraph_at(r->words.document, piece.start) == paragraph)
                all += pith__span_length(piece);
        }
    }
    return (uint64_t)common * 100 >= (uint64_t)(all - common) * COVER_PERCENT;
}

static const cJSON *quote_of(const reading *r, const pith__content *content)
{
    uint32_t start = content->span.items[0].start;
    uint32_t end = content->span.items[content->span.count - 1].end;
    const cJSON *quote;
    cJSON_ArrayForEach(quote, cJSON_GetObjectItem(r->record, "quotes"))
    {
        int from = number_of(quote, "start"), to = number_of(quote, "end");
        if (r->bytes[from] < end && start < r->bytes[to] && covers(r, quote, content))
            return quote;
    }
    return NULL;
}

/* ---- right candidates ---- */

/* The candidate that the set's words for the speaker begin with and that is no other's possessor.
 */
static uint32_t right_by_place(const reading *r, const pith__voices *voices, pith_span speaker)
{
    uint32_t best = PITH_NONE;
    for (uint32_t i = 0; i < voices->count; i++) {
        const pith__mention *m = &r->mentions.items[voices->items[i].mention];
        if (!pith__span_overlaps(m->span, speaker))
            continue;
        const pith__mention *other =
            best == PITH_NONE ? NULL : &r->mentions.items[voices->items[best].mention];
        if (!other || other->possessive > m->possessive ||
            (other->possessive == m->possessive && m->first < other->first))
            best = i;
    }
    return best == PITH_NONE ? 0 : 1u << best;
}

static uint32_t right_by_name(const reading *r, const pith__voices *voices, const char *canonical)
{
    uint32_t right = 0;
    for (uint32_t i = 0; i < voices->count; i++) {
        uint32_t person = voices->items[i].person;
        if (person != PITH_NONE && is_name_of(r->record, canonical, r->speakers.items[person].name))
            right |= 1u << i;
    }
    return right;
}

/* False if the set does not tell, or nobody that it could mean is among the candidates. */
static bool find_right(const reading *r, const cJSON *quote, const pith__voices *voices,
                       uint32_t *right)
{
    const char *canonical = cJSON_GetStringValue(cJSON_GetObjectItem(quote, "speaker_canonical"));
    int start = number_of(quote, "speaker_start"), end = number_of(quote, "speaker_end");
    *right = start >= 0 ? right_by_place(r, voices, span_of(r, start, end)) : 0;
    if (start < 0 && canonical)
        *right = right_by_name(r, voices, canonical);
    return *right || !canonical;
}

/* ---- reading documents ---- */

static void take_example(course *c, const pith__content *content, const pith__voices *voices,
                         uint32_t right)
{
    example *e = add_example(c);
    *e = (example){.count = voices->count, .right = right, .cueless = !pith__has_cue(content)};
    for (uint32_t i = 0; i < voices->count; i++) {
        e->candidate[i].relation = (uint8_t)voices->items[i].relation;
        e->candidate[i].evidence = voices->items[i].evidence;
    }
}

static void count_reliability(reliability *r, const pith__attribution *a,
                              const pith__voices *voices, uint32_t right)
{
    bool is_right = false;
    if (a->person == PITH_NONE)
        return;
    for (uint32_t i = 0; i < voices->count; i++)
        is_right = is_right || (right >> i & 1 && (voices->items[i].mention == a->mention ||
                                                   voices->items[i].person == a->person));
    int decile = (int)(a->confidence * DECILES);
    decile = decile < DECILES ? decile : DECILES - 1;
    r->count[decile]++;
    r->right[decile] += is_right;
}

static uint32_t lowest(uint32_t bits)
{
    uint32_t i = 0;
    while (!(bits >> i & 1))
        i++;
    return i;
}

/* The contents in order; each sees who said the ones before. */
static void follow(course *c, const reading *r)
{
    pith__view view = pith__view_open(c->arena, &r->words, &r->contents, &r->mentions, &r->persons);
    pith__histories before = pith__no_histories;
    pith__voices voices = {.count = 0};
    for (uint32_t i = 0; i < r->contents.count; i++) {
        const pith__content *content = &r->contents.items[i];
        const cJSON *quote = quote_of(r, content);
        uint32_t right = 0, said = PITH_NONE;
        pith__view_turn(&view, i, &before);
        pith__voices_find(&view, &voices);
        bool told = quote && find_right(r, quote, &voices, &right);
        if (c->weights) {
            pith__attribution a =
                pith__decide(c->weights, c->style, !pith__has_cue(content), &voices, &r->persons);
            said = a.mention;
            if (quote && c->reliability)
                count_reliability(c->reliability, &a, &voices, right);
        } else if (right) {
            said = voices.items[lowest(right)].mention;
        }
        if (told)
            take_example(c, content, &voices, right);
        pith__histories_add(&before, content, said);
    }
}

static void read_document(course *c, const cJSON *record)
{
    pith__arena *arena = c->arena;
    const pith__lexicon *lexicon = &c->words->lexicon;
    const char *bytes = cJSON_GetStringValue(cJSON_GetObjectItem(record, "text"));
    pith__text text = pith__decode(arena, bytes, strlen(bytes));
    const pith_document *document = pith__document_read(arena, arena, c->words, text, NULL);
    reading r = {.record = record};
    r.contents = pith__contents_find(arena, arena, lexicon, document, true);
    for (uint32_t i = 0; c->without_sources && i < r.contents.count; i++)
        r.contents.items[i].source = (pith_span){0, 0};
    r.words = pith__words_find(arena, lexicon, document);
    r.mentions =
        pith__sources_add(arena, &r.words, pith__mentions_find(arena, &r.words), &r.contents);
    r.persons = pith__persons_find(arena, arena, &r.words, &r.mentions);
    uint32_t persons = r.persons.person.count;
    uint32_t *number = pith__arena_alloc(arena, (persons + 1) * sizeof *number);
    for (uint32_t i = 0; i < persons; i++)
        number[i] = i;
    r.speakers =
        pith__speakers_make(arena, arena, &r.words, &r.mentions, &r.persons, number, persons);
    r.bytes = sets_bytes(bytes);
    follow(c, &r);
    free(r.bytes);
    pith__arena_reset(arena);
}

/* A set, its documents parsed. */
typedef struct set {
    pith__style style;
    cJSON **records;
    size_t count, room;
} set;

static void keep_record(void *context, const cJSON *record)
{
    set *s = context;
    if (s->count == s->room) {
        s->room = s->room ? s->room * 2 : 64;
        s->records = sets_need(realloc(s->records, s->room * sizeof *s->records));
    }
    s->records[s->count++] = sets_need(cJSON_Duplicate(record, true));
}

static set read_set(pith__style style, const char *folder, const char *file)
{
    char name[256];
    set s = {.style = style};
    snprintf(name, sizeof name, "quotes/%s", file);
    sets_read(folder, name, keep_record, &s);
    return s;
}

static void free_set(set *s)
{
    for (size_t i = 0; i < s->count; i++)
        cJSON_Delete(s->records[i]);
    free(s->records);
}

/* The documents of the course's part, reports by halves without sources as well. */
static void read_documents(course *c, const set *s)
{
    c->style = s->style;
    c->count = 0;
    for (size_t i = 0; i < s->count; i++) {
        if (c->part >= 0 && i % 2 != (size_t)c->part)
            continue;
        c->without_sources = false;
        read_document(c, s->records[i]);
        c->without_sources = s->style == PITH__REPORT && i / 2 % 2 == 0;
        if (c->without_sources && !c->reliability)
            read_document(c, s->records[i]);
    }
}

/* ---- learning ---- */

/* The numbers of the weights of a candidate; returns how many. */
static int weights_of(const example *e, uint32_t candidate, int numbers[PITH__EVIDENCES + 1])
{
    int count = 0;
    numbers[count++] = e->candidate[candidate].relation * CUES + e->cueless;
    for (int i = 0; i < PITH__EVIDENCES; i++)
        if (e->candidate[candidate].evidence >> i & 1)
            numbers[count++] = CUES * PITH__RELATIONS + i;
    return count;
}

/* Adds the gradient of an example: what the weights expect less what is right. */
static void add_gradient(const example *e, const double weights[WEIGHTS], double gradient[WEIGHTS])
{
    double power[PITH__VOICES_MAX], total = 1, right = e->right ? 0 : 1;
    int numbers[PITH__EVIDENCES + 1];
    for (uint32_t i = 0; i < e->count; i++) {
        double sum = 0;
        for (int k = weights_of(e, i, numbers); k > 0; k--)
            sum += weights[numbers[k - 1]];
        total += power[i] = exp(sum);
        right += e->right >> i & 1 ? power[i] : 0;
    }
    for (uint32_t i = 0; i < e->count; i++) {
        double by = power[i] / total - (e->right >> i & 1 ? power[i] / right : 0);
        for (int k = weights_of(e, i, numbers); k > 0; k--)
            gradient[numbers[k - 1]] += by;
    }
}

static void fit(const course *c, double weights[WEIGHTS])
{
    const double rate = 0.1, prior = 2e-4, keep = 0.9, keep_square = 0.99;
    double mean[WEIGHTS] = {0}, square[WEIGHTS] = {0};
    double keeps = 1, keeps_square = 1;
    memset(weights, 0, WEIGHTS * sizeof *weights);
    for (int step = 0; step < STEPS; step++) {
        double gradient[WEIGHTS] = {0};
        for (size_t i = 0; i < c->count; i++)
            add_gradient(&c->items[i], weights, gradient);
        keeps *= keep;
        keeps_square *= keep_square;
        for (int k = 0; k < WEIGHTS; k++) {
            double g = gradient[k] / (double)c->count + prior * weights[k];
            mean[k] = keep * mean[k] + (1 - keep) * g;
            square[k] = keep_square * square[k] + (1 - keep_square) * g * g;
            weights[k] -=
                rate * (mean[k] / (1 - keeps)) / (sqrt(square[k] / (1 - keeps_square)) + 1e-6);
        }
    }
}

static void round_weights(pith__attribution_weights *table, pith__style style,
                          const double weights[WEIGHTS])
{
    for (int r = 0; r < PITH__RELATIONS; r++)
        for (int k = 0; k < CUES; k++)
            table->relation[style][r][k] = (int16_t)lround(weights[r * CUES + k] * HUNDREDTHS);
    for (int e = 0; e < PITH__EVIDENCES; e++)
        table->evidence[style][e] =
            (int16_t)lround(weights[CUES * PITH__RELATIONS + e] * HUNDREDTHS);
}

/* Fits the weights for the style of a set to its documents of a part. */
static void learn(course *c, const set *s, int part, pith__attribution_weights *table)
{
    double weights[WEIGHTS];
    c->reliability = NULL;
    c->part = part;
    for (int round = 0; round < ROUNDS; round++) {
        c->weights = round ? table : NULL;
        read_documents(c, s);
        fit(c, weights);
        round_weights(table, s->style, weights);
    }
}

/* ---- checking ---- */

static void write_reliability(const char *what, const reliability *r)
{
    uint32_t count = 0, right = 0, given = 0, given_right = 0;
    printf("%s\n  confidence  attributed  right\n", what);
    for (int i = 0; i < DECILES; i++) {
        count += r->count[i];
        right += r->right[i];
        given += i >= DECILES / 2 ? r->count[i] : 0;
        given_right += i >= DECILES / 2 ? r->right[i] : 0;
        if (r->count[i])
            printf("  %.1f to %.1f  %10u  %4.1f %%\n", i / 10.0, (i + 1) / 10.0, r->count[i],
                   100.0 * r->right[i] / r->count[i]);
    }
    printf("  all         %10u  %4.1f %%\n", count, 100.0 * right / (count ? count : 1));
    printf("  0.5 or more %10u  %4.1f %%\n", given, 100.0 * given_right / (given ? given : 1));
}

/* How often the speaker is right at each confidence: on a set, with the weights of libpith. */
static void check(course *c, const set *s, const char *what)
{
    reliability r = {0};
    c->reliability = &r;
    c->part = -1;
    c->weights = &pith__attribution_fitted;
    read_documents(c, s);
    write_reliability(what, &r);
}

/* The same with each half of a set under the weights that the other half fits. */
static void check_halves(course *c, const set *s, const char *what)
{
    pith__attribution_weights table = {0};
    reliability r = {0};
    for (int part = 0; part < 2; part++) {
        learn(c, s, part, &table);
        c->reliability = &r;
        c->part = 1 - part;
        c->weights = &table;
        read_documents(c, s);
    }
    write_reliability(what, &r);
}

/* ---- writing ---- */

static void write_row(const int16_t *row, int count, int together)
{
    for (int i = 0; i < count; i++) {
        if (i % 12 == 0)
            printf(i ? "\n         " : "        {");
        if (together > 1 && i % together == 0)
            printf("{");
        printf("%d", row[i]);
        if (together > 1 && i % together == together - 1)
            printf("}");
        if (i + 1 < count)
            printf((i + 1) % 12 == 0 ? "," : ", ");
    }
    printf("},\n");
}

static void write_weights(const pith__attribution_weights *table)
{
    printf(
        "/* Generated by tests/quality/fit_attribution.c: do not edit.\n"
        " * Reports are fitted to the PolNeAR corpus, train part (news in English, annotated by\n"
        " * E. Newell, D. Margolin and D. Ruths, LREC 2018; no licence is stated for its text),\n"
        " * dialogue to 14 novels of the Project Dialogism Novel Corpus (K. Vishnubhotla,\n"
        " * A. Hammond and G. Hirst, LREC 2022). This table holds nothing of any text: a number\n"
        " * for each relation and each piece of evidence, in hundredths. */\n"
        "/* clang-format off */\n"
        "#include \"quotes/attribution.h\"\n\n"
        "const pith__attribution_weights pith__attribution_fitted = {\n"
        "    .relation = {\n");
    for (int s = 0; s < PITH__STYLES; s++)
        write_row(table->relation[s][0], CUES * PITH__RELATIONS, CUES);
    printf("    },\n    .evidence = {\n");
    for (int s = 0; s < PITH__STYLES; s++)
        write_row(table->evidence[s], PITH__EVIDENCES, 1);
    printf("    },\n};\n");
}

static void write_fitted(course *c, const char *folder)
{
    pith__attribution_weights table = {0};
    set reports = read_set(PITH__REPORT, folder, "polnear-train");
    set dialogue = read_set(PITH__DIALOGUE, folder, "pdnc-14");
    learn(c, &reports, -1, &table);
    learn(c, &dialogue, -1, &table);
    write_weights(&table);
    free_set(&reports);
    free_set(&dialogue);
}

static void write_checks(course *c, const char *folder)
{
    set reports = read_set(PITH__REPORT, folder, "polnear-dev");
    set dialogue = read_set(PITH__DIALOGUE, folder, "pdnc-14");
    check(c, &reports, "polnear-dev, of which nothing was fitted");
    check_halves(c, &dialogue, "pdnc-14, each half with the weights of the other");
    free_set(&reports);
    free_set(&dialogue);
}

int main(int argc, char **argv)
{
    bool checks = argc == 3 && strcmp(argv[2], "--check") == 0;
    pith__trap trap;
    pith__arena arena, lasting;
    pith__vocabulary words;
    if (argc != 2 && !checks)
        sets_fail("DATA_DIR [--check]", "usage: fit_attribution");
    if (setjmp(trap.place))
        sets_fail("has no memory left", "the program");
    pith__arena_init(&arena, &trap);
    pith__arena_init(&lasting, &trap);
    pith__vocabulary_init(&words, &lasting, 1, pith__language_find("en"), NULL, 0);
    course c = {.arena = &arena, .words = &words};
    if (checks)
        write_checks(&c, argv[1]);
    else
        write_fitted(&c, argv[1]);
    free(c.items);
    pith__vocabulary_free(&words);
    pith__arena_free(&arena);
    pith__arena_free(&lasting);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
