/* A program of the build: prints the language data as constants.
 *
 *     tables STOPWORDS LANG CODE...
 *
 * reads STOPWORDS/<code>.txt and LANG/<code>.txt, the codes sorted, and prints embedded.c. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "language/compile.h"

enum { LANGUAGES_MAX = 128 };

typedef struct users {
    uint64_t bits[2];
} users;

typedef struct tables {
    pith__arena arena;
    int count;
    pith__language language[LANGUAGES_MAX];
    pith__table words;        /* stop words */
    PITH__ARRAY(users) users; /* of each */
} tables;

static const char *read_file(pith__arena *arena, const char *folder, const char *code)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s.txt", folder, code);
    FILE *file = fopen(path, "rb");
    size_t length = 0, room = 1 << 20;
    char *text = pith__arena_alloc(arena, room);
    if (file)
        length = fread(text, 1, room, file);
    if (!file || ferror(file) || length == room) {
        fprintf(stderr, "tables: %s cannot be read, or is a megabyte or more\n", path);
        exit(EXIT_FAILURE);
    }
    fclose(file);
    text[length] = '\0';
    return pith__arena_resize(arena, text, room, length + 1);
}

/* ---- who uses which stop words ---- */

static bool shares_script(const tables *t, int language)
{
    for (int i = 0; i < t->count; i++) {
        if (i != language && t->language[i].script == t->language[language].script &&
            t->language[i].script != PITH__NO_SCRIPT)
            return true;
    }
    return false;
}

static void add_stopwords(tables *t, int language)
{
    const pith__language *l = &t->language[language];
    const pith__wordlist *w = &l->words;
    for (uint32_t i = 0; i < w->count; i++) {
        if (!(l->classes[i] & PITH__STOP))
            continue;
        uint32_t number =
            pith__table_intern(&t->words, w->bytes + w->start[i], w->start[i + 1] - w->start[i]);
        if (number == t->users.count)
            *pith__array_add(&t->arena, &t->users) = (users){{0, 0}};
        t->users.items[number].bits[language / 64] |= (uint64_t)1 << language % 64;
    }
}

/* ---- printing ---- */

static void print_wordlist(const pith__wordlist *w, const char *name)
{
    printf("static const unsigned char %s_bytes[] = {", name);
    for (uint32_t i = 0; i < w->start[w->count]; i++)
        printf("%u,", (unsigned char)w->bytes[i]);
    printf("0};\nstatic const uint32_t %s_start[] = {", name);
    for (uint32_t i = 0; i <= w->count; i++)
        printf("%u,", (unsigned)w->start[i]);
    printf("};\nstatic const uint16_t %s_slots[] = {", name);
    for (uint32_t i = 0; i < w->slot_count; i++)
        printf("%u,", (unsigned)w->slots[i]);
    printf("};\n");
}

static void print_filter(const char *code, const char *name, const uint64_t *filter, uint32_t bits)
{
    printf("static const uint64_t %s_%s[] = {", code, name);
    for (uint32_t i = 0; i < bits / 64; i++)
        printf("%lluu,", (unsigned long long)filter[i]);
    printf("};\n");
}

static void print_constants(const pith__language *l)
{
    char name[32];
    snprintf(name, sizeof name, "%s_words", l->code);
    print_wordlist(&l->words, name);
    printf("static const uint32_t %s_classes[] = {", l->code);
    for (uint32_t i = 0; i < l->words.count; i++)
        printf("%u,", (unsigned)l->classes[i]);
    printf("0};\n");
    print_filter(l->code, "filter", l->filter, l->filter_bits);
    print_filter(l->code, "abbreviations", l->abbreviations, PITH__ABBREVIATION_BITS);
}

static void print_language(const pith__language *l)
{
    printf("    {\"%s\", \"%s\", ", l->code, l->name);
    printf(l->stemmer ? "\"%s\"" : "NULL", l->stemmer);
    printf(", (pith__script)%d,\n     {(const char *)%s_words_bytes, %s_words_start, "
           "%s_words_slots, %u, %u},\n     %s_classes, %s_filter, %u, "
           "%s_abbreviations, {",
           (int)l->script, l->code, l->code, l->code, (unsigned)l->words.slot_count,
           (unsigned)l->words.count, l->code, l->code, (unsigned)l->filter_bits, l->code);
    for (int i = 0; i < 4; i++)
        printf("%lluu,", (unsigned long long)l->phrase_ends[i]);
    printf("}, %d},\n", l->compounds);
}

static void print_languages(const tables *t)
{
    for (int i = 0; i < t->count; i++)
        print_constants(&t->language[i]);
    printf("\nconst pith__language pith__embedded[] = {\n");
    for (int i = 0; i < t->count; i++)
        print_language(&t->language[i]);
    printf("};\nconst char *const pith__embedded_codes[] = {");
    for (int i = 0; i < t->count; i++)
        printf("\"%s\", ", t->language[i].code);
    printf("};\nconst size_t pith__embedded_count = %d;\n\n", t->count);
}

static void print_stopwords(tables *t)
{
    pith__wordlist all = pith__wordlist_of(&t->arena, &t->words);
    print_wordlist(&all, "stopwords");
    printf("const pith__wordlist pith__embedded_stopwords = {\n    (const char *)stopwords_bytes, "
           "stopwords_start, stopwords_slots, %u, %u};\n",
           (unsigned)all.slot_count, (unsigned)all.count);
    printf("const uint64_t pith__embedded_users[][2] = {");
    for (uint32_t i = 0; i < t->users.count; i++)
        printf("{%lluu,%lluu},", (unsigned long long)t->users.items[i].bits[0],
               (unsigned long long)t->users.items[i].bits[1]);
    printf("};\n");
}

int main(int argc, char **argv)
{
    static tables t;
    pith__trap trap;
    pith__arena_init(&t.arena, &trap);
    if (setjmp(trap.place) || argc < 4 || argc - 3 > LANGUAGES_MAX) {
        fprintf(stderr, "tables: too much, or no memory; usage: tables STOPWORDS LANG CODE...\n");
        return EXIT_FAILURE;
    }
    pith__table_init(&t.words, &t.arena, 1, 0);
    for (t.count = 0; t.count < argc - 3; t.count++) {
        const char *code = argv[t.count + 3];
        t.language[t.count] = pith__language_compile(
            &t.arena, code, read_file(&t.arena, argv[1], code), read_file(&t.arena, argv[2], code));
    }
    for (int i = 0; i < t.count; i++) {
        if (shares_script(&t, i))
            add_stopwords(&t, i);
    }
    printf("/* Generated by core/language/tables.c; do not edit. */\n"
           "#include \"language/embedded.h\"\n\n");
    print_languages(&t);
    print_stopwords(&t);
    pith__arena_free(&t.arena);
    return fflush(stdout) == 0 && !ferror(stdout) ? EXIT_SUCCESS : EXIT_FAILURE;
}
