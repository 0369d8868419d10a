/* Words as they are written, looked up once an engine: their lower case, stem and classes. A stem
 * costs about 120 ns, a look-up here about 15. */
#ifndef PITH_LANGUAGE_VOCABULARY_H
#define PITH_LANGUAGE_VOCABULARY_H

#include <stdbool.h>
#include <string.h>

#include "language/language.h"

/* How a form is written. */
typedef enum pith__shape {
    PITH__LOWER,   /* begins with a small letter, or a letter without case */
    PITH__CAPITAL, /* Begins with a capital, the rest is not all capitals; or is a single capital
                      letter */
    PITH__UPPER,   /* TWO CAPITALS OR MORE and no small letter */
    PITH__NUMBER,  /* begins with a digit */
    PITH__PUNCTUATION
} pith__shape;

enum { PITH__ENDINGS = 512, PITH__BEGINNINGS = 1024, PITH__LEARNT_CUE = 0x80 };

/* What the tagger of quotes asks of the letters of a form, in one number. */
typedef struct pith__spelling {
    uint32_t word : 12;      /* of learnt.h: its row or, behind all rows, that of its cluster */
    uint32_t ending : 9;     /* a hash of the last three bytes of the lower case */
    uint32_t beginning : 10; /* and one of the first three */
} pith__spelling;

enum { PITH__HEAD = 16 };

/* A word to look up: its first bytes as numbers as well, zeros behind the end of a shorter one. */
typedef struct pith__written {
    const char *bytes;
    uint32_t length, hash;
    uint64_t head[PITH__HEAD / 8];
} pith__written;

/* What every text needs to know of a form, in one line of the cache. */
typedef struct pith__form {
    uint64_t head[PITH__HEAD / 8]; /* of it as written, as in pith__written */
    union {
        char lower_head[PITH__HEAD]; /* of a short form: all of the lower case, NUL-terminated */
        const char *strings; /* of a long one: the same, and behind it the form as written */
    };
    uint32_t length; /* bytes as written */
    uint32_t lower_length;
    uint32_t document; /* its number in the text that was cut last, if that has it: text/token.c */
    uint32_t stem;     /* number of the stem in the vocabulary */
    uint32_t classes;  /* pith__class bits of the lower case */
    uint32_t hash;     /* pith__fixed_hash of the lower case */
    pith__spelling spelling;
    unsigned char kind;   /* a pith__kind */
    unsigned char learnt; /* the cluster of learnt.h; and PITH__LEARNT_CUE if it is a cue */
    unsigned char shape;  /* a pith__shape */
    bool apostrophe;      /* ' or \u2019 is among its last bytes, where an ending would have it */
} pith__form;

typedef struct pith__vocabulary {
    pith__arena *arena;
    pith__lexicon lexicon;
    struct sb_stemmer *stemmer; /* NULL: a word is its own stem */
    uint64_t seed;
    uint64_t *slots; /* of a hash table of the forms as written, as in ground/table.h */
    uint32_t slot_count;
    PITH__ARRAY(pith__form) forms; /* by number: 0, 1, 2, ... in the order of arrival */
    char *lowered;                 /* where the lower case of a word is made, lowered_room bytes */
    size_t lowered_room;
    pith__table stems;
    PITH__ARRAY(uint32_t)
    terms; /* by number of the stem: its term in the text that was read last, if it has one there:
              text/term.c */
} pith__vocabulary;

/* The vocabulary owns nothing but arena memory and the stemmer, which pith__vocabulary_free gives
 * back. */
void pith__vocabulary_init(pith__vocabulary *vocabulary, pith__arena *arena, uint64_t seed,
                           const pith__language *language, const char *stopwords,
                           size_t stopwords_length);
void pith__vocabulary_free(pith__vocabulary *vocabulary);

/* A word to look up soon: where it would be is asked for here, since a look-up mostly waits for
 * memory. */
pith__written pith__written_of(const pith__vocabulary *vocabulary, const char *word, size_t length);

/* Hashes a word whose other fields are set, and asks for its slot. */
static inline void pith__written_hash(const pith__vocabulary *vocabulary, pith__written *word)
{
    uint64_t state = pith__fold(word->head[0] ^ vocabulary->seed,
                                word->head[1] ^ word->length ^ 0x9E3779B97F4A7C15u);
    if (word->length > PITH__HEAD)
        state ^= pith__hash(vocabulary->seed, word->bytes + PITH__HEAD, word->length - PITH__HEAD);
    word->hash = (uint32_t)(state ^ state >> 32);
    __builtin_prefetch(&vocabulary->slots[word->hash & (vocabulary->slot_count - 1)]);
}

/* The same of a word behind whose begin PITH__HEAD bytes can be read, as in every text. */
static inline void pith__written_in(const pith__vocabulary *vocabulary, const char *text,
                                    uint32_t length, pith__written *word)
{
    static const unsigned char masks[2 * PITH__HEAD] = {
        0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}; /* and then zeros */
    uint64_t mask[PITH__HEAD / 8];
    memcpy(mask, masks + PITH__HEAD - (length < PITH__HEAD ? length : PITH__HEAD), PITH__HEAD);
    memcpy(word->head, text, PITH__HEAD);
    word->bytes = text;
    word->length = length;
    word->head[0] &= mask[0];
    word->head[1] &= mask[1];
    pith__written_hash(vocabulary, word);
}

/* Whether the form itself does not hold all of it. */
static inline bool pith__form_is_long(const pith__form *form)
{
    return form->length > PITH__HEAD || form->lower_length >= PITH__HEAD;
}

/* The lower case of a form, NUL-terminated. */
static inline const char *pith__form_lower(const pith__form *form)
{
    return pith__form_is_long(form) ? form->strings : form->lower_head;
}

/* The numbers of the forms of some words, PITH__BATCH at most; what is new is copied. A look-up
 * mostly waits for memory: those of a batch wait together. */
enum { PITH__BATCH = 64 };
void pith__vocabulary_forms(pith__vocabulary *vocabulary, const pith__written *words,
                            uint32_t count, uint32_t *numbers);

#endif
