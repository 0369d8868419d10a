/* The methods against naive forms of what their papers say: matrices multiplied out,
 * decompositions, greedy picking; and the table of methods. */
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
            bags->total += f->count[i][t];
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

/* 1 where the cosine is above 0.1, and for each sentence with itself. */
static double linked(const fixture *f, uint32_t a, uint32_t b)
{
    return cosine(f, a, b) > 0.1;
}

/* Iterates score = base * bias + damping * (rows divided by their sums) ᵀ score; bias NULL: 1. */
static void iterate(const fixture *f, double (*similarity)(const fixture *, uint32_t, uint32_t),
                    double base, const double *bias, double start, double *score)
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
            next[i] = bias ? base * bias[i] : base;
            for (uint32_t j = 0; j < n; j++)
                next[i] += 0.85 * w[j][i] * score[j];
        }
        memcpy(score, next, n * sizeof *score);
    }
}

/* ---- tests ---- */

static void assert_close(const double *got, const double *wanted, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        assert_true(fabs(got[i] - wanted[i]) < TOLERANCE);
}

static void compare(uint32_t seed, uint32_t sentences, uint32_t longest)
{
    fixture *f = make_text(seed, sentences, longest);
    double got[SENTENCES], wanted[SENTENCES];
    pith__score_textrank(&f->arena, &f->material, got);
    iterate(f, overlap, 0.15, NULL, 1, wanted);
    assert_close(got, wanted, sentences);
    pith__score_lexrank(&f->arena, &f->material, got);
    iterate(f, cosine, 0.15 / sentences, NULL, 1.0 / sentences, wanted);
    assert_close(got, wanted, sentences);
    pith__score_lexrank_threshold(&f->arena, &f->material, got);
    iterate(f, linked, 0.15 / sentences, NULL, 1.0 / sentences, wanted);
    assert_close(got, wanted, sentences);
    pith__score_reduction(&f->arena, &f->material, got);
    for (uint32_t i = 0; i < sentences; i++) {
        wanted[i] = 0;
        for (uint32_t j = 0; j < sentences; j++)
            wanted[i] += overlap(f, i, j);
    }
    assert_close(got, wanted, sentences);
    free_text(f);
}

static void test_a_query_biases_the_walk(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= 20; seed++) {
        fixture *f = make_text(seed, SENTENCES, 9);
        double got[SENTENCES], wanted[SENTENCES], relevance[SENTENCES] = {0};
        for (uint32_t i = 0; i < SENTENCES; i += 3)
            relevance[i] = 3;
        f->material.relevance = relevance;
        pith__score_textrank(&f->arena, &f->material, got);
        iterate(f, overlap, 0.15, relevance, 1, wanted);
        assert_close(got, wanted, SENTENCES);
        pith__score_lexrank(&f->arena, &f->material, got);
        iterate(f, cosine, 0.15 / SENTENCES, relevance, 1.0 / SENTENCES, wanted);
        assert_close(got, wanted, SENTENCES);
        free_text(f);
    }
}

/* ---- LSA: the eigenvectors of AᵀA by Jacobi's rotations ---- */

static double gram(const fixture *f, uint32_t a, uint32_t b)
{
    double sum = 0;
    for (uint32_t t = 0; t < TERMS; t++)
        sum += (double)f->count[a][t] * f->count[b][t];
    return sum;
}

static void rotate(double (*a)[SENTENCES], double (*v)[SENTENCES], uint32_t n, uint32_t p,
                   uint32_t q)
{
    if (fabs(a[p][q]) < 1e-14)
        return;
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = (theta < 0 ? -1 : 1) / (fabs(theta) + sqrt(theta * theta + 1));
    double c = 1 / sqrt(t * t + 1), s = t * c;
    for (uint32_t k = 0; k < n; k++) {
        double x = a[k][p], y = a[k][q];
        a[k][p] = c * x - s * y;
        a[k][q] = s * x + c * y;
    }
    for (uint32_t k = 0; k < n; k++) {
        double x = a[p][k], y = a[q][k];
        a[p][k] = c * x - s * y;
        a[q][k] = s * x + c * y;
        x = v[k][p];
        y = v[k][q];
        v[k][p] = c * x - s * y;
        v[k][q] = s * x + c * y;
    }
}

static void naive_lsa(const fixture *f, uint32_t n, double *score)
{
    static double a[SENTENCES][SENTENCES], v[SENTENCES][SENTENCES];
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t j = 0; j < n; j++) {
            a[i][j] = gram(f, i, j);
            v[i][j] = i == j;
        }
    }
    for (int sweep = 0; sweep < 60; sweep++) {
        for (uint32_t p = 0; p < n; p++) {
            for (uint32_t q = p + 1; q < n; q++)
                rotate(a, v, n, p, q);
        }
    }
    double most = 0;
    for (uint32_t k = 0; k < n; k++)
        most = fmax(most, a[k][k]);
    for (uint32_t i = 0; i < n; i++) {
        score[i] = 0;
        for (uint32_t k = 0; k < n; k++)
            score[i] += 4 * a[k][k] >= most ? v[i][k] * v[i][k] * a[k][k] : 0;
        score[i] = sqrt(score[i]);
    }
}

/* Few dimensions pass half of the largest singular value in such texts, and well apart. */
static void test_lsa_equals_the_decomposition(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= 10; seed++) {
        fixture *f = make_text(seed, 20, 60);
        double got[SENTENCES], wanted[SENTENCES];
        pith__score_lsa(&f->arena, &f->material, got);
        naive_lsa(f, 20, wanted);
        for (uint32_t i = 0; i < 20; i++)
            assert_true(fabs(got[i] - wanted[i]) < 1e-4 * (1 + wanted[i]));
        free_text(f);
    }
}

/* ---- KL and SumBasic: the order in which sentences are picked ---- */

static double divergence_with(const fixture *f, const bool *picked, uint32_t added)
{
    const pith__term *term = f->document.terms.term.items;
    double sum = 0, length = TERMS, total = 0;
    uint32_t count[TERMS] = {0};
    for (uint32_t i = 0; i < f->material.bags.sentences; i++) {
        for (uint32_t t = 0; t < TERMS && (picked[i] || i == added); t++) {
            count[t] += f->count[i][t];
            length += f->count[i][t];
        }
    }
    for (uint32_t t = 0; t < TERMS; t++)
        total += term[t].count;
    for (uint32_t t = 0; t < TERMS; t++) {
        double p = term[t].count / total, q = (count[t] + 1) / length;
        sum += p > 0 ? p * log(p / q) : 0;
    }
    return sum;
}

static uint32_t best_of(const double *score, const bool *picked, uint32_t n)
{
    uint32_t best = n;
    for (uint32_t i = 0; i < n; i++)
        best = !picked[i] && (best == n || score[i] > score[best]) ? i : best;
    return best;
}

static void test_kl_picks_what_comes_closest(void **state)
{
    (void)state;
    fixture *f = make_text(5, 30, 12);
    double got[SENTENCES];
    bool picked[SENTENCES] = {false};
    pith__score_kl(&f->arena, &f->material, got);
    for (int pick = 0; pick < 10; pick++) {
        uint32_t next = best_of(got, picked, 30);
        for (uint32_t i = 0; i < 30; i++) {
            if (!picked[i] && f->material.bags.length[i])
                assert_true(divergence_with(f, picked, next) <=
                            divergence_with(f, picked, i) + TOLERANCE);
        }
        picked[next] = true;
    }
    free_text(f);
}

static double mean_probability(const fixture *f, const double *p, uint32_t i)
{
    double sum = 0;
    for (uint32_t t = 0; t < TERMS; t++)
        sum += f->count[i][t] * p[t];
    return sum / f->material.bags.length[i];
}

static void test_sumbasic_follows_its_steps(void **state)
{
    (void)state;
    fixture *f = make_text(9, 30, 12);
    double got[SENTENCES], p[TERMS];
    bool picked[SENTENCES] = {false};
    pith__score_sumbasic(&f->arena, &f->material, got);
    for (uint32_t t = 0; t < TERMS; t++)
        p[t] = (double)f->document.terms.term.items[t].count / f->material.bags.total;
    for (int pick = 0; pick < 8; pick++) {
        uint32_t top = TERMS, next = best_of(got, picked, 30);
        for (uint32_t t = 0; t < TERMS; t++) {
            bool open = false; /* a sentence that is left has it */
            for (uint32_t i = 0; i < 30; i++)
                open = open || (f->count[i][t] && !picked[i]);
            top = open && (top == TERMS || p[t] > p[top]) ? t : top;
        }
        assert_true(f->count[next][top] > 0);
        for (uint32_t i = 0; i < 30; i++) {
            if (!picked[i] && f->count[i][top])
                assert_true(mean_probability(f, p, i) <= mean_probability(f, p, next) + TOLERANCE);
        }
        picked[next] = true;
        for (uint32_t t = 0; t < TERMS; t++)
            p[t] = f->count[next][t] ? p[t] * p[t] : p[t];
    }
    free_text(f);
}

static void test_random_depends_on_the_seed_alone(void **state)
{
    (void)state;
    fixture *f = make_text(1, 30, 12);
    double one[SENTENCES], again[SENTENCES], other[SENTENCES];
    f->material.seed = 1;
    pith__score_random(&f->arena, &f->material, one);
    pith__score_random(&f->arena, &f->material, again);
    f->material.seed = 2;
    pith__score_random(&f->arena, &f->material, other);
    assert_memory_equal(one, again, 30 * sizeof *one);
    assert_memory_not_equal(one, other, 30 * sizeof *one);
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
        cmocka_unit_test(test_a_query_biases_the_walk),
        cmocka_unit_test(test_lsa_equals_the_decomposition),
        cmocka_unit_test(test_kl_picks_what_comes_closest),
        cmocka_unit_test(test_sumbasic_follows_its_steps),
        cmocka_unit_test(test_random_depends_on_the_seed_alone),
        cmocka_unit_test(test_tfidf_is_the_mean),
        cmocka_unit_test(test_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
