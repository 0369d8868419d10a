/* Words as they are written, looked up once an engine: their lower case, stem and classes. A stem
 * of a word that no English rules know costs about 120 ns, a look-up here about 10. */
#ifndef PITH_LANGUAGE_VOCABULARY_H
#define PITH_LANGUAGE_VOCABULARY_H

#include <stdbool.h>
#include <string.h>

#include "ground/block.h"
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

enum { PITH__ENDINGS = 512, PITH__LEARNT_CUE = 0x80 };

/* What quotes ask of the letters of a form, in one number: the first two the tagger. */
typedef struct pith__spelling {
    uint32_t word : 12;   /* of learnt.h: its row or, behind all rows, that of its cluster */
    uint32_t ending : 9;  /* a hash of the last three bytes of the lower case */
    uint32_t toponym : 1; /* toponym.h */
} pith__spelling;

enum { PITH__HEAD = PITH__BLOCK };

/* A word to look up: its first bytes as numbers as well, zeros behind the end of a shorter one. */
typedef struct pith__written {
    const char *bytes;
    uint32_t length, hash;
    uint64_t head[PITH__HEAD / 8];
} pith__written;

/* What every text needs to know of a form, in one line of the cache. From `length` on to `document`
 * it is as in pith__document_form. */
typedef struct pith__form {
    uint64_t head[PITH__HEAD / 8]; /* of it as written, as in pith__written */
    union {
        char lower_head[PITH__HEAD]; /* of a short form: all of the lower case, NUL-terminated */
        const char *strings; /* of a long one: the same, and behind it the form as written */
    };
    uint32_t length; /* bytes as written */
    uint32_t lower_length;
    uint32_t classes; /* pith__class bits of the lower case */
    uint32_t hash;    /* pith__fixed_hash of the lower case */
    pith__spelling spelling;
    unsigned char kind;       /* a pith__kind */
    unsigned char learnt;     /* the cluster of learnt.h; and PITH__LEARNT_CUE if it is a cue */
    unsigned char shape;      /* a pith__shape */
    bool apostrophe : 1;      /* ' or ’ is among its last bytes, where an ending would have it */
    bool telling : 1;         /* no stop word, no mark, not too short: text is about such */
    bool small : 1;           /* an English word that is mostly written small: learnt.h */
    unsigned char naming : 5; /* pith__naming bits, of a word that is not ordinary */
    uint32_t document; /* its number in the text that was cut last, if that has it: text/token.c */
    uint32_t stem;     /* number of the stem in the vocabulary */
} pith__form;

typedef struct pith__vocabulary {
    pith__arena *arena;
    pith__lexicon lexicon;
    struct sb_stemmer *stemmer; /* NULL: a word is its own stem */
    bool english;               /* the stemmer is */
    bool dotless;               /* two letters i: I is the capital of ı, İ that of i */
    bool elides;   /* writes a short word before its noun with an apostrophe: l'homme, dell'arte */
    bool suffixes; /* and endings of names behind one */
    uint64_t seed;
    uint32_t *slots; /* numbers + 1 of the forms as written, or 0: open addressing */
    uint32_t
        slot_count; /* a power of two; three of four are empty, so that most are found at once */
    PITH__ARRAY(pith__form)
    forms;             /* by number: 0, 1, 2, ... in the order of arrival */
    void *forms_block; /* where they lie, each in a line of the cache */
    char *lowered;     /* where the lower case of a word is made, lowered_room bytes */
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

/* What a look-up needs of a vocabulary; it stands until a word is added. */
typedef struct pith__index {
    uint64_t seed;
    const uint32_t *slots;
    pith__form *forms;
    uint32_t mask;
} pith__index;

static inline pith__index pith__index_of(const pith__vocabulary *vocabulary)
{
    return (pith__index){vocabulary->seed, vocabulary->slots, vocabulary->forms.items,
                         vocabulary->slot_count - 1};
}

/* Hashes a word by its first bytes and length; state: what there is to be of it beyond these. The
 * slot, where a look-up will begin, is asked for. */
static inline uint32_t pith__index_hash(const pith__index *index, pith__block head, uint32_t length,
                                        uint64_t state)
{
    uint64_t half[PITH__HEAD / 8];
    memcpy(half, &head, PITH__HEAD);
    state ^= pith__fold(half[0] ^ index->seed, half[1] ^ length ^ 0x9E3779B97F4A7C15u);
    uint32_t hash = (uint32_t)(state ^ state >> 32);
    __builtin_prefetch(&index->slots[hash & index->mask]);
    return hash;
}

/* A word of PITH__HEAD bytes at most, the first of those from `text` on, which are `head`. */
static inline void pith__written_short(const pith__index *index, const char *text, pith__block head,
                                       uint32_t length, pith__written *word)
{
    static const char masks[2 * PITH__HEAD] = {-1, -1, -1, -1, -1, -1, -1, -1,
                                               -1, -1, -1, -1, -1, -1, -1, -1}; /* and then zeros */
    head &= pith__block_load(masks + PITH__HEAD - length);
    memcpy(word->head, &head, PITH__HEAD);
    word->bytes = text;
    word->length = length;
    word->hash = pith__index_hash(index, head, length, 0);
}

/* Any word, behind whose begin PITH__HEAD bytes can be read. */
void pith__written_in(const pith__index *index, const char *text, uint32_t length,
                      pith__written *word);

/* Where the form is that the look-up of a word will look at first, to be asked for, or NULL. (GCC
 * leaves out calls of functions that do nothing but ask.) */
static inline const pith__form *pith__index_first(const pith__index *index,
                                                  const pith__written *word)
{
    uint32_t slot = index->slots[word->hash & index->mask];
    return slot ? &index->forms[slot - 1] : NULL;
}

/* Whether a word is short, known, and where it is looked for first, as most are; *number gets its
 * form's. Since no word has a NUL, short ones are the same if their heads are. */
static inline bool pith__index_has(const pith__index *index, const pith__written *word,
                                   uint32_t *number)
{
    uint32_t slot = index->slots[word->hash & index->mask];
    *number = slot - 1;
    if (!slot)
        return false;
    const pith__form *form = &index->forms[slot - 1];
    return form->head[0] == word->head[0] && form->head[1] == word->head[1] &&
           word->length < PITH__HEAD;
}

/* The number of a word's form, which is added, with a copy of the word, when it is new. */
uint32_t pith__vocabulary_form(pith__vocabulary *vocabulary, const pith__written *word);

/* The same of any bytes. */
uint32_t pith__vocabulary_number(pith__vocabulary *vocabulary, const char *word, size_t length);

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

#endif
