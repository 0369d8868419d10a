/* A language: what pith knows of it before it has read a word of the text.
 *
 * The data is plain text in the tree, stopwords/<code>.txt and core/lang/<code>.txt, which the
 * build makes tables of (language/compile.h): nothing is parsed when a process starts. Their
 * format: lines; `#` begins a comment line; `[class]` begins a class of words; every other line is
 * one entry, a word or a phrase of words with one space between them, in lower case, NFC; a word
 * that begins with ^ is one of its class only where it is written with a capital: ^sat, ^mass; one
 * that begins with - is the end of compounds: -str, -minister.
 * stopwords/<code>.txt is one class, [stop]. In the head of lang/<code>.txt, before the first
 * class, `name: English`, `stemmer: english` (libstemmer's name; absent if it has none), `script:
 * Latin`. */
#ifndef PITH_LANGUAGE_LANGUAGE_H
#define PITH_LANGUAGE_LANGUAGE_H

#include <stdbool.h>

#include "ground/table.h"
#include "language/script.h"

/* What a word can be, a bit each. Abbreviations are listed without their last stop ("mr", "e.g",
 * "u.s"). */
typedef enum pith__class {
    PITH__STOP = 1u << 0,        /* [stop] tells nothing of what a text is about */
    PITH__ABBR_TITLE = 1u << 1,  /* [abbreviation title] a name follows: mr, dr, gen */
    PITH__ABBR_NUMBER = 1u << 2, /* [abbreviation number] a number follows: no, p, art, fig */
    PITH__ABBR_UNIT = 1u << 3,   /* [abbreviation unit] a number goes before: km, min, ft */
    PITH__ABBR_MONTH = 1u << 4,  /* [abbreviation month] jan, feb, and of weekdays */
    PITH__ABBR_END =
        1u << 5, /* [abbreviation end] may end a sentence too: etc, inc, co, u.s, a.m */
    PITH__ABBR_INNER = 1u << 6, /* [abbreviation inner] ends none: e.g, i.e, vs, cf */
    PITH__MONTH = 1u << 7,      /* [month] names of months and weekdays */
    PITH__STARTER = 1u << 8,    /* [starter] common first words of a sentence: the, he, in, but */
    PITH__MARKED_NAME =
        1u << 9, /* [marked name] written with a mark that ends no sentence: yahoo!, jeopardy! */
    PITH__SPEECH_VERB = 1u << 10, /* [speech verb] said, says, told, added */
    PITH__SPEECH_NOUN = 1u << 11, /* [speech noun] statement, claim, announcement */
    PITH__ATTRIBUTIVE = 1u << 12, /* [attributive] names a source: according to, laut, selon */
    PITH__COMPLEMENTIZER =
        1u << 13, /* [complementizer] opens a reported clause: that, whether, dass, que */
    PITH__HONORIFIC = 1u << 14, /* [honorific] goes before a surname: mr, mrs, dr, sir, frau */
    PITH__ROLE =
        1u << 15, /* [role] a person by office or kind: president, minister, spokeswoman, expert */
    PITH__COLLECTIVE =
        1u
        << 16, /* [collective] bodies and groups that speak: police, ministry, officials, company */
    PITH__PRONOUN_MALE = 1u << 17,   /* [pronoun male] he */
    PITH__PRONOUN_FEMALE = 1u << 18, /* [pronoun female] she */
    PITH__PRONOUN_PLURAL = 1u << 19, /* [pronoun plural] they */
    PITH__PRONOUN_OTHER =
        1u << 20, /* [pronoun other] i, we, you, it, who: subjects that name nobody in the text */
    PITH__PARTICLE = 1u << 21,    /* [particle] small words inside names: van, de, bin */
    PITH__NAME_MALE = 1u << 22,   /* [name male] given names */
    PITH__NAME_FEMALE = 1u << 23, /* [name female] */
    PITH__CONNECTIVE =
        1u
        << 24, /* [connective] leans on the sentence before: but, this, these, however, moreover */
    PITH__NAMING = 1u << 25,      /* [naming] what follows in marks is a name for something:
                                     so-called, titled, the term */
    PITH__DETERMINER = 1u << 26,  /* [determiner] opens a noun phrase: the, his, all */
    PITH__PREPOSITION = 1u << 27, /* [preposition] of, for, in, to, against */
    PITH__INDEFINITE =
        1u << 28, /* [indefinite] opens a noun phrase too, that names somebody new: a, another */
    PITH__ABBR_ETC = 1u << 29, /* [abbreviation etc] ends what it closes, often the sentence: etc */
    PITH__PHRASE = 1u << 30 /* set by the loader: a phrase of several words begins with this word,
                               or a connective with these words */
} pith__class;

/* [surname] goes before given names, in Chinese. (An enumerator has to fit into an int.) */
#define PITH__SURNAME (1u << 31)

enum {
    PITH__COMPOUNDED = PITH__ROLE | PITH__COLLECTIVE | PITH__SPEECH_NOUN,
    PITH__ANY_ABBREVIATION = PITH__ABBR_TITLE | PITH__ABBR_NUMBER | PITH__ABBR_UNIT |
                             PITH__ABBR_MONTH | PITH__ABBR_END | PITH__ABBR_INNER | PITH__ABBR_ETC
};

/* Words and their numbers 0, 1, 2, ...: a hash table of constants. */
typedef struct pith__wordlist {
    const char *bytes;     /* the words, one right behind the other */
    const uint32_t *start; /* where each begins there, and where the last ends */
    const uint16_t *slots; /* number of a word + 1, or 0; by pith__fixed_hash, open addressing */
    uint32_t slot_count;   /* a power of two */
    uint32_t count;        /* of words */
} pith__wordlist;

/* The number of the word, or PITH__ABSENT. */
uint32_t pith__wordlist_find(const pith__wordlist *list, const char *word, size_t length);

enum { PITH__ABBREVIATION_BITS = 8192 };

typedef struct pith__language {
    const char *code; /* ISO 639-1; "und" for the one without data */
    const char *name;
    const char *stemmer;           /* NULL if there is none */
    pith__script script;           /* that it is written in */
    pith__wordlist words;          /* words and phrases in lower case */
    const uint32_t *classes;       /* of each */
    const uint64_t *filter;        /* no other words are in it, told by their ends */
    uint32_t filter_bits;          /* a power of two, 64 at least */
    const uint64_t *abbreviations; /* a filter of PITH__ABBREVIATION_BITS for what abbreviates */
    uint64_t phrase_ends[4];       /* first bytes of the last words of phrases that abbreviate */
    bool compounds;                /* nouns are told by their ends: Verkehrsminister */
} pith__language;

/* Where a word that is listed has its bit in a filter, before it is cut to the filter's bits: words
 * whose length, first two and last two bytes are alike share one. */
static inline uint32_t pith__filter_bit(const char *word, size_t length)
{
    const unsigned char *p = (const unsigned char *)word;
    uint32_t first = length > 1 ? (uint32_t)p[0] << 8 | p[1] : p[0];
    uint32_t last = length > 3 ? (uint32_t)p[length - 2] << 8 | p[length - 1] : p[length - 1];
    uint32_t mixed =
        (first * 0x9E3779B1u) ^ (last * 0x85EBCA6Bu) ^ ((uint32_t)length * 0xC2B2AE35u);
    return mixed >> 16;
}

/* The languages sorted by code; *count of them. */
const pith__language *pith__language_all(size_t *count);

/* The one of this code, or NULL. */
const pith__language *pith__language_find(const char *code);

/* The one without data, for texts of no known language. */
const pith__language *pith__language_none(void);

/* A language as an engine knows it: with the caller's stop words, if there are any. */
typedef struct pith__lexicon {
    const pith__language *language;
    uint64_t seed;         /* for what is hashed of texts */
    bool own;              /* these replace the language's stop words: */
    pith__table stopwords; /* in lower case */
} pith__lexicon;

/* stopwords: a text to use instead of the language's own list, or NULL. */
void pith__lexicon_init(pith__lexicon *lexicon, pith__arena *arena, uint64_t seed,
                        const pith__language *language, const char *stopwords,
                        size_t stopwords_length);

/* Whether it knows a word. */
static inline bool pith__lexicon_informed(const pith__lexicon *lexicon)
{
    return lexicon->language->words.count > 0 || (lexicon->own && lexicon->stopwords.keys.count);
}

/* May the word be the last of a phrase that abbreviates? */
static inline bool pith__lexicon_ends_phrase(const pith__lexicon *lexicon, const char *lower)
{
    unsigned char first = (unsigned char)lower[0];
    return (lexicon->language->phrase_ends[first / 64] >> first % 64 & 1) != 0;
}

/* False: the word is not listed. Most words of a text are not, and need not be looked for. */
bool pith__lexicon_may_have(const pith__lexicon *lexicon, const char *lower, size_t length);

/* The classes of a word or phrase in lower case; 0 if it is not listed. */
uint32_t pith__lexicon_classes(const pith__lexicon *lexicon, const char *lower, size_t length);

/* Those of PITH__ANY_ABBREVIATION. */
static inline uint32_t pith__lexicon_abbreviations(const pith__lexicon *lexicon, const char *lower,
                                                   size_t length)
{
    uint32_t bit = pith__filter_bit(lower, length) % PITH__ABBREVIATION_BITS;
    return lexicon->language->abbreviations[bit / 64] >> bit % 64 & 1
               ? pith__lexicon_classes(lexicon, lower, length) & PITH__ANY_ABBREVIATION
               : 0;
}

#endif
