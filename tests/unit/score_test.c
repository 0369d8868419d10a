/* The linear forms of the graph methods against the matrices of the papers, multiplied out; and the
 * table of methods. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "summary/score.h"

enum { SENTENCES = 60, TERMS = 40, STEPS = 400 };
static const double TOLERANCE = 1e-9;

/* ---- texts of random terms ---- */

typedef struct fixture {
    pith__trap trap;
    pith__arena arena;
    pith_document document;
    pith__material material;
    uint32_t count[SENTENCES][TERMS];
} fixture;

static uint32_t random_below(uint32_t *state, uint32_t bound)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % bound;
}

/* Fills bags, lengths and idf from f->count. */
static void make_bags(fixture *f, uint32_t sentences)
{
    pith__bags *bags = &f->material.bags;
    bags->sentences = sentences;
    bags->terms = TERMS;
    bags->entry = pith__arena_alloc(&f->arena, SENTENCES * TERMS * sizeof *bags->entry);
    bags->first = pith__arena_zero(&f->arena, SENTENCES + 1, sizeof *bags->first);
    bags->length = pith__arena_zero(&f->arena, SENTENCES, sizeof *bags->length);
    bags->idf = pith__arena_zero(&f->arena, TERMS, sizeof *bags->idf);
    pith__term *term = pith__arena_zero(&f->arena, TERMS, sizeof *term);
    for (uint32_t i = 0; i < sentences; i++) {
        bags->first[i + 1] = bags->first[i];
        for (uint32_t t = 0; t < TERMS; t++) {
            if (!f->count[i][t])
                continue;
            bags->entry[bags->first[i + 1]++] = (pith__entry){t, f->count[i][t]};
            bags->length[i] += f->count[i][t];
            term[t].count += f->count[i][t];
            term[t].sentences++;
        }
    }
    for (uint32_t t = 0; t < TERMS; t++)
        bags->idf[t] = term[t].sentences ? log((double)sentences / term[t].sentences) : 0;
    f->document.terms.term.items = term;
    f->document.terms.term.count = TERMS;
    f->material.document = &f->document;
}

static fixture *make_text(uint32_t seed, uint32_t sentences, uint32_t longest)
{
    fixture *f = calloc(1, sizeof *f);
    pith__arena_init(&f->arena, &f->trap);
    for (uint32_t i = 0; i < sentences; i++) {
        for (uint32_t n = random_below(&seed, longest + 1); n > 0; n--)
            f->count[i][random_below(&seed, 1 + random_below(&seed, TERMS))]++;
    }
    make_bags(f, sentences);
    return f;
}

static void free_text(fixture *f)
{
    pith__arena_free(&f->arena);
    free(f);
}

/* ---- the papers ---- */

static double overlap(const fixture *f, uint32_t a, uint32_t b)
{
    double shared = 0;
    for (uint32_t t = 0; t < TERMS; t++)
        shared += f->count[a][t] && f->count[b][t];
    double denominator = log(f->material.bags.length[a]) + log(f->material.bags.length[b]);
    return a != b && shared > 0 && denominator > 0 ? shared / denominator : 0;
}

static double cosine(const fixture *f, uint32_t a, uint32_t b)
{
    double dot = 0, aa = 0, bb = 0;
    for (uint32_t t = 0; t < TERMS; t++) {
        double idf = f->material.bags.idf[t], x = f->count[a][t] * idf, y = f->count[b][t] * idf;
        dot += x * y;
        aa += x * x;
        bb += y * y;
    }
    return aa > 0 && bb > 0 ? dot / sqrt(aa) / sqrt(bb) : 0;
}

/* Iterates score = base + damping * (rows divided by their sums) ᵀ score. */
static void iterate(const fixture *f, double (*similarity)(const fixture *, uint32_t, uint32_t),
                    double base, double start, double *score)
{
    static double w[SENTENCES][SENTENCES];
    uint32_t n = f->material.bags.sentences;
    double next[SENTENCES];
    for (uint32_t i = 0; i < n; i++) {
        double sum = 0;
        score[i] = start;
        for (uint32_t j = 0; j < n; j++)
            sum += w[i][j] = similarity(f, i, j);
        for (uint32_t j = 0; j < n && sum > 0; j++)
            w[i][j] /= sum;
    }
    for (int step = 0; step < STEPS; step++) {
        for (uint32_t i = 0; i < n; i++) {
            next[i] = base;
            for (uint32_t j = 0; j < n; j++)
                next[i] += 0.85 * w[j][i] * score[j];
        }
        memcpy(score, next, n * sizeof *score);
    }
}

/* ---- tests ---- */

static void compare(uint32_t seed, uint32_t sentences, uint32_t longest)
{
    fixture *f = make_text(seed, sentences, longest);
    double got[SENTENCES], wanted[SENTENCES];
    pith__score_textrank(&f->arena, &f->material, got);
    iterate(f, overlap, 0.15, 1, wanted);
    for (uint32_t i = 0; i < sentences; i++)
        assert_true(fabs(got[i] - wanted[i]) < TOLERANCE);
    pith__score_lexrank(&f->arena, &f->material, got);
    iterate(f, cosine, 0.15 / sentences, 1.0 / sentences, wanted);
    for (uint32_t i = 0; i < sentences; i++)
        assert_true(fabs(got[i] - wanted[i]) < TOLERANCE);
    free_text(f);
}

static void test_linear_forms_equal_the_matrices(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= 40; seed++) {
        compare(seed, 1 + seed, 12);
        compare(seed + 100, SENTENCES, 3);
        compare(seed + 200, SENTENCES, 300);
    }
}

static void test_sentences_without_terms(void **state)
{
    (void)state;
    compare(7, 10, 0);
    compare(7, 1, 0);
    compare(7, 1, 5);
}

static void test_tfidf_is_the_mean(void **state)
{
    (void)state;
    fixture *f = calloc(1, sizeof *f);
    pith__arena_init(&f->arena, &f->trap);
    f->count[0][0] = 2;
    f->count[0][1] = 1;
    f->count[1][1] = 1;
    make_bags(f, 3);
    double score[3];
    pith__score_tfidf(&f->arena, &f->material, score);
    assert_true(fabs(score[0] - (2 * 2 * log(3.0) + 1 * 2 * log(1.5)) / 3) < TOLERANCE);
    assert_true(fabs(score[1] - 2 * log(1.5)) < TOLERANCE);
    assert_true(score[2] == 0);
    free_text(f);
}

static void test_table(void **state)
{
    (void)state;
    size_t names, scorers;
    const char *const *name = pith_methods(&names);
    const pith__scorer *scorer = pith__scorers(&scorers);
    assert_int_equal(names, scorers);
    for (size_t i = 0; i < names; i++) {
        assert_string_equal(name[i], scorer[i].name);
        assert_ptr_equal(pith__scorer_find(name[i]), &scorer[i]);
        assert_true(i < 2 || strcmp(name[i - 1], name[i]) < 0);
    }
    assert_string_equal(name[0], "auto");
    assert_null(pith__scorer_find("none"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_linear_forms_equal_the_matrices),
        cmocka_unit_test(test_sentences_without_terms),
        cmocka_unit_test(test_tfidf_is_the_mean),
        cmocka_unit_test(test_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
