/* How fast sentences are split, stage by stage, and beside them ICU's break iterator in the same
 * run, where the build found libicu. Prints megabytes of UTF-8 a second of processor time, the
 * best of several rounds. A benchmark: nothing passes or fails here.
 *
 *     bench_sentences LANG FILE...
 *
 * The files are joined and repeated up to 16 MB. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "text/sentence.h"

#ifdef PITH_BENCH_ICU
#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#endif

enum { SIZE = 16 << 20, ROUNDS = 7, STAGES = 4 };

typedef struct prose {
    char *bytes;
    size_t length;
} prose;

static double now(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

static void add_file(prose *p, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        fprintf(stderr, "bench_sentences: %s: cannot be read\n", path);
        exit(2);
    }
    p->length += fread(p->bytes + p->length, 1, SIZE - p->length, file);
    fclose(file);
}

/* Whole copies of what was read, so that no character is cut. */
static void repeat(prose *p)
{
    size_t once = p->length;
    if (!once) {
        fprintf(stderr, "bench_sentences: the files are empty\n");
        exit(2);
    }
    while (p->length + once <= SIZE) {
        memcpy(p->bytes + p->length, p->bytes, once);
        p->length += once;
    }
}

static void show(const char *stage, const prose *p, double seconds)
{
    printf("%-34s %8.1f MB/s\n", stage, (double)p->length / 1e6 / seconds);
}

/* One pass of all stages; the time of each is kept if it is the best yet. */
static uint32_t split(const prose *p, const pith__lexicon *lexicon, double best[STAGES])
{
    pith__trap trap;
    pith__arena arena;
    pith__arena_init(&arena, &trap);
    if (setjmp(trap.place)) {
        fprintf(stderr, "bench_sentences: memory ran out\n");
        exit(1);
    }
    double at[STAGES + 1] = {now()};
    pith__text text = pith__decode(&arena, p->bytes, p->length);
    at[1] = now();
    pith__paragraphs paragraphs = pith__paragraphs_find(&arena, &arena, text);
    at[2] = now();
    pith__marks marks = pith__marks_find(&arena, text, paragraphs);
    at[3] = now();
    pith__sentences sentences =
        pith__sentences_find(&arena, &arena, lexicon, text, paragraphs, marks, NULL);
    at[4] = now();
    for (int i = 0; i < STAGES; i++)
        best[i] = at[i + 1] - at[i] < best[i] ? at[i + 1] - at[i] : best[i];
    uint32_t count = sentences.count;
    pith__arena_free(&arena);
    return count;
}

static void bench_stages(const prose *p, const pith__lexicon *lexicon)
{
    static const char *const names[STAGES] = {"decode", "paragraphs", "marks", "sentences"};
    double best[STAGES] = {1e9, 1e9, 1e9, 1e9}, all = 0;
    uint32_t count = 0;
    for (int i = 0; i < ROUNDS; i++)
        count = split(p, lexicon, best);
    for (int i = 0; i < STAGES; i++) {
        show(names[i], p, best[i]);
        all += best[i];
    }
    printf("%-34s %8.1f MB/s   %u sentences\n", "pith, from bytes to sentences",
           (double)p->length / 1e6 / all, count);
}

static void bench_pith(const prose *p, const char *language)
{
    const pith__language *known = pith__language_find(language);
    pith__trap trap;
    pith__arena arena;
    pith__lexicon lexicon;
    pith__arena_init(&arena, &trap);
    if (setjmp(trap.place))
        exit(1);
    pith__lexicon_init(&lexicon, &arena, 1, known ? known : pith__language_none(), NULL, 0);
    bench_stages(p, &lexicon);
    pith__arena_free(&arena);
}

#ifdef PITH_BENCH_ICU
/* The boundaries of a text that is UTF-8 already, and of one in ICU's own UTF-16. */
static uint32_t boundaries(UBreakIterator *iterator)
{
    uint32_t count = 0;
    ubrk_first(iterator);
    while (ubrk_next(iterator) != UBRK_DONE)
        count++;
    return count;
}

static void bench_icu8(const prose *p, const char *language)
{
    UErrorCode error = U_ZERO_ERROR;
    double best = 1e9;
    uint32_t count = 0;
    UBreakIterator *iterator = ubrk_open(UBRK_SENTENCE, language, NULL, 0, &error);
    UText *text = utext_openUTF8(NULL, p->bytes, (int64_t)p->length, &error);
    for (int i = 0; i < ROUNDS && U_SUCCESS(error); i++) {
        double start = now();
        ubrk_setUText(iterator, text, &error);
        count = boundaries(iterator);
        best = now() - start < best ? now() - start : best;
    }
    printf("%-34s %8.1f MB/s   %u sentences\n", "ICU " U_ICU_VERSION ", UTF-8",
           (double)p->length / 1e6 / best, count);
    utext_close(text);
    ubrk_close(iterator);
}

static void bench_icu16(const prose *p, const char *language)
{
    UErrorCode error = U_ZERO_ERROR;
    double best = 1e9;
    uint32_t count = 0;
    int32_t length = 0;
    UChar *units = malloc((p->length + 1) * sizeof *units);
    UBreakIterator *iterator = ubrk_open(UBRK_SENTENCE, language, NULL, 0, &error);
    u_strFromUTF8(units, (int32_t)p->length, &length, p->bytes, (int32_t)p->length, &error);
    for (int i = 0; units && i < ROUNDS && U_SUCCESS(error); i++) {
        double start = now();
        ubrk_setText(iterator, units, length, &error);
        count = boundaries(iterator);
        best = now() - start < best ? now() - start : best;
    }
    printf("%-34s %8.1f MB/s   %u sentences\n", "ICU " U_ICU_VERSION ", UTF-16 made before",
           (double)p->length / 1e6 / best, count);
    ubrk_close(iterator);
    free(units);
}

static void bench_icu(const prose *p, const char *language)
{
    bench_icu8(p, language);
    bench_icu16(p, language);
}
#else
static void bench_icu(const prose *p, const char *language)
{
    (void)p;
    (void)language;
    printf("ICU: not compared, libicu-dev was missing when this was built\n");
}
#endif

int main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "usage: bench_sentences LANG FILE...\n");
        return 2;
    }
    prose p = {malloc(SIZE + 1), 0};
    if (!p.bytes)
        return 1;
    for (int i = 2; i < argc; i++)
        add_file(&p, argv[i]);
    repeat(&p);
    printf("%s, %.1f MB\n", argv[1], (double)p.length / 1e6);
    bench_pith(&p, argv[1]);
    bench_icu(&p, argv[1]);
    free(p.bytes);
    return 0;
}
