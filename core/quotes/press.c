/* A program of the build: prints the tagger's weights as it reads them (quotes/pressed.h). */
#include <stdio.h>
#include <stdlib.h>

#include "quotes/pressed.h"

enum { MOST = UINT8_MAX };

/* A table of rows. */
typedef struct table {
    int rows;
    int *at;
} table;

/* room: where the next table begins; moved along. */
static table table_of(int **room, int rows)
{
    table t = {rows, *room};
    *room += rows * PITH__PRESSED_FORM;
    return t;
}

static int *row_of(const table *t, int row)
{
    return t->at + (size_t)row * PITH__PRESSED_FORM;
}

/* Makes the least of each column 0. Adds what was taken off to `taken`, and what is now the largest
 * to `most`, both by column. */
static void level(table *t, int *taken, int *most)
{
    for (int column = 0; column < PITH__PRESSED_FORM; column++) {
        int least = INT16_MAX, largest = INT16_MIN;
        for (int row = 0; row < t->rows; row++) {
            int number = row_of(t, row)[column];
            least = number < least ? number : least;
            largest = number > largest ? number : largest;
        }
        for (int row = 0; row < t->rows; row++)
            row_of(t, row)[column] -= least;
        taken[column] += least;
        most[column] += largest - least;
    }
}

/* most: the largest sums of rows. */
static void check_sums(const int *most)
{
    for (int column = 0; column < PITH__PRESSED_FORM; column++) {
        if (most[column] > MOST) {
            fprintf(stderr, "press: a sum of forms is not in a byte: fit smaller weights\n");
            exit(EXIT_FAILURE);
        }
    }
}

static void begin(const char *name, int bytes)
{
    printf("const _Alignas(64) uint8_t pith__pressed_%s[%d + 1] =", name, bytes);
}

static void print(const int *numbers, int count)
{
    printf("\n    \"");
    for (int i = 0; i < count; i++)
        printf("\\%03o", (unsigned)numbers[i]);
    printf("\"");
}

static void print_table(const table *t)
{
    for (int row = 0; row < t->rows; row++)
        print(row_of(t, row), PITH__PRESSED_FORM);
}

static const pith__look *const looks[PITH__PRESSED_LOOKS] = {&pith__first_look, &pith__second_look};

/* What is taken off, by look and label. */
typedef int bias[PITH__PRESSED_LOOKS][PITH__LABELS];

/* ---- forms ---- */

/* Adds a row of forms as it was fitted. */
static void add_form(table *t, int to, int row)
{
    for (int look = 0; look < PITH__PRESSED_LOOKS; look++) {
        const char *weights = looks[look]->forms + row * PITH__WINDOW * PITH__LABELS;
        for (int k = 0; k < PITH__WINDOW; k++) {
            for (int label = 0; label < PITH__LABELS; label++)
                row_of(t, to)[k * PITH__PAIR + pith__pair_at(look, label)] +=
                    *weights++ - PITH__WEIGHT_ZERO;
        }
    }
}

static table forms_of(int **room, int first, int rows)
{
    table t = table_of(room, rows);
    for (int row = 0; row < rows; row++)
        add_form(&t, row, first + row);
    return t;
}

/* Of each word with the row of its cluster, and then of each cluster with that of an unknown word.
 */
static table words_of(int **room, int clusters)
{
    table t = forms_of(room, 0, PITH__WORD_ROWS + PITH__CLUSTERS);
    for (int word = PITH__WORD_ROWS; word < t.rows; word++) {
        for (int i = 0; i < PITH__PRESSED_FORM; i++)
            row_of(&t, word)[i] = 0;
        add_form(&t, word, 0);
        add_form(&t, word, clusters + word - PITH__WORD_ROWS);
    }
    for (int i = 0; i < PITH__LEARNT_SLOTS; i++) {
        pith__learnt learnt = pith__learnt_in(pith__learnt_words[i]);
        if (learnt.row)
            add_form(&t, learnt.row, clusters + learnt.cluster);
    }
    return t;
}

static void press_forms(bias taken)
{
    enum {
        ENDINGS = PITH__WORD_ROWS,
        CLUSTERS = ENDINGS + PITH__ENDINGS,
        KINDS = CLUSTERS + PITH__CLUSTERS
    };
    static int numbers[(PITH__PRESSED_FORMS + 1) * PITH__PRESSED_FORM]; /* the edge as well */
    int *room = numbers;
    table tables[] = {words_of(&room, CLUSTERS), forms_of(&room, ENDINGS, PITH__ENDINGS),
                      forms_of(&room, KINDS, PITH__KINDS)};
    int off[PITH__PRESSED_FORM] = {0}, most[PITH__PRESSED_FORM] = {0};
    table edge = forms_of(&room, PITH__EDGE_ROW, 1);
    begin("forms", PITH__PRESSED_FORMS * PITH__PRESSED_FORM);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        level(&tables[i], off, most);
        print_table(&tables[i]);
    }
    printf(";\n");
    for (int i = 0; i < PITH__PRESSED_FORM; i++) {
        int number = edge.at[i] -= off[i];
        most[i] = number < 0 || number > MOST ? MOST + 1 : most[i];
    }
    for (int look = 0; look < PITH__PRESSED_LOOKS; look++) {
        for (int label = 0; label < PITH__LABELS; label++) {
            for (int k = 0; k < PITH__WINDOW; k++)
                taken[look][label] += off[k * PITH__PAIR + pith__pair_at(look, label)];
        }
    }
    check_sums(most);
    begin("edge", PITH__PRESSED_FORM);
    print_table(&edge);
    printf(";\n");
}

/* ---- places and glances: two weights as they were fitted are in a byte ---- */

_Static_assert(2 * (PITH__WEIGHT_ZERO + PITH__WEIGHT_MOST) <= UINT8_MAX, "two weights in a byte");

static void press_rows(const char *name, const char *weights, int rows)
{
    begin(name, rows * PITH__LABELS);
    for (int row = 0; row < rows; row++) {
        int numbers[PITH__LABELS];
        for (int label = 0; label < PITH__LABELS; label++)
            numbers[label] = *weights++;
        print(numbers, PITH__LABELS);
    }
    printf(";\n");
}

/* ---- turns ---- */

static void print_turns(const int16_t (*turns)[PITH__LABELS], int rows)
{
    printf("{");
    for (int row = 0; row < rows; row++) {
        printf("{");
        for (int label = 0; label < PITH__LABELS; label++)
            printf("%d,", turns[row][label]);
        printf("},");
    }
    printf("},");
}

/* With what is missing in the bytes of forms: a path takes one turn a token. */
static void press_kind(const int16_t (*turns)[PITH__LABELS], const int taken[PITH__LABELS])
{
    int16_t whole[PITH__LABELS][PITH__LABELS];
    pith__turns pressed;
    for (int before = 0; before < PITH__LABELS; before++) {
        for (int label = 0; label < PITH__LABELS; label++)
            whole[before][label] = (int16_t)(turns[before][label] + taken[label]);
    }
    pith__turns_press((const int16_t(*)[PITH__LABELS])whole, &pressed);
    printf("{");
    print_turns((const int16_t(*)[PITH__LABELS])pressed.even, 4);
    print_turns((const int16_t(*)[PITH__LABELS])pressed.odd, 4);
    print_turns((const int16_t(*)[PITH__LABELS])pressed.before, PITH__LABELS);
    printf("},\n");
}

static void press_turns(bias taken)
{
    printf("const pith__turns pith__pressed_turns[PITH__PRESSED_LOOKS][PITH__KINDS] = {\n");
    for (int look = 0; look < PITH__PRESSED_LOOKS; look++) {
        printf("{");
        for (int kind = 0; kind < PITH__KINDS; kind++)
            press_kind(looks[look]->turns[kind], taken[look]);
        printf("},\n");
    }
    printf("};\n");
}

int main(void)
{
    bias taken = {{0}};
    printf("#include \"quotes/pressed.h\"\n\n"
           "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n");
    press_forms(taken);
    press_rows("places", pith__first_look.places, PITH__PLACE_ROWS);
    press_rows("glances", pith__second_look.glances, PITH__GLANCE_ROWS);
    press_turns(taken);
    return fflush(stdout) == 0 && !ferror(stdout) ? EXIT_SUCCESS : EXIT_FAILURE;
}
