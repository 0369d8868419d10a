/* Words and phrases -> the persons who are known by them. */
#ifndef PITH_QUOTES_REGISTER_H
#define PITH_QUOTES_REGISTER_H

#include "ground/slots.h"
#include "quotes/person.h"

/* How a key names a person; a bit each. */
typedef enum pith__knowing {
    PITH__BY_SURNAME = 1,
    PITH__BY_GIVEN = 2,
    PITH__BY_WHOLE = 4,
    PITH__BY_ACRONYM = 8,
    PITH__BY_ROLE = 16,
    PITH__BY_OUTLINE = 32, /* the first and the last letter of the surname */
    PITH__BY_HEAD = 64     /* the noun of a description */
} pith__knowing;

typedef struct pith__link {
    uint32_t person, next; /* number of the next link of the same key, or PITH_NONE */
    pith__knowing place;
} pith__link;

/* A word in lower case without possessive and accents, which not every writer types: Garcia is
 * García. */
typedef struct pith__known_word {
    const char *bytes;
    uint32_t length, hash;
    uint32_t newest; /* link, or PITH_NONE */
    uint32_t alone;  /* the form that quotes/naming has for it alone, or PITH_NONE */
} pith__known_word;

/* Words of a mention that name somebody. */
typedef struct pith__known_phrase {
    uint32_t hash;
    uint32_t mention; /* the first that has them */
    uint32_t owner;   /* token whose word stands in place of its first one, or PITH_NONE */
    pith_span span;   /* where they stand in it */
    uint32_t newest;  /* link, or PITH_NONE */
} pith__known_phrase;

typedef struct pith__register {
    pith__arena *arena, *scratch; /* of the persons; of the rest */
    const pith__words *words;
    const pith__mentions *mentions;
    pith__persons *persons;
    const pith__token *tokens; /* of the document, with its forms and their words */
    const pith__document_form *forms;
    const pith__word *of_form;
    uint64_t seed;
    PITH__ARRAY(pith__known_word) known_word;
    PITH__ARRAY(pith__known_phrase) phrase;
    PITH__ARRAY(pith__link) link;
    pith__slots word_slots, phrase_slots;
    uint32_t *word; /* by form: its key, or PITH_NONE before it is asked for */
} pith__register;

enum { PITH__LINKS_MAX = 16 /* persons of one key that are looked at */ };

/* Phrases have keys of their own. */
static const uint32_t PITH__OF_PHRASE = 1u << 31;

/* A register without keys. */
pith__register pith__register_open(pith__arena *arena, pith__arena *scratch,
                                   const pith__words *words, const pith__mentions *mentions,
                                   pith__persons *persons);

/* The key of a word. The bytes have to live as long as the register. */
uint32_t pith__register_key(pith__register *r, const char *bytes, size_t length);

/* Finds the key of a form. */
uint32_t pith__register_form(pith__register *r, uint32_t form);

/* The key of a token's word. */
static inline uint32_t pith__register_word(pith__register *r, uint32_t token)
{
    uint32_t form = r->tokens[token].form;
    return r->word[form] != PITH_NONE ? r->word[form] : pith__register_form(r, form);
}

/* The key of the words of a mention that stand in the span, but for articles, in lower case without
 * possessives; in place of the first of the mention the word at token `owner`, if that is not
 * PITH_NONE. */
uint32_t pith__register_phrase(pith__register *r, uint32_t mention, pith_span span, uint32_t owner);

/* The number of the newest link of a key, PITH_NONE if it has none. */
static inline uint32_t pith__register_first(const pith__register *r, uint32_t key)
{
    return key & PITH__OF_PHRASE ? r->phrase.items[key - PITH__OF_PHRASE].newest
                                 : r->known_word.items[key].newest;
}

static inline void pith__register_add(pith__register *r, uint32_t key, uint32_t person,
                                      pith__knowing place)
{
    uint32_t *newest = key & PITH__OF_PHRASE ? &r->phrase.items[key - PITH__OF_PHRASE].newest
                                             : &r->known_word.items[key].newest;
    *pith__array_add(r->scratch, &r->link) = (pith__link){person, *newest, place};
    *newest = r->link.count - 1;
}

/* A new person whom the mention names. */
uint32_t pith__register_new(pith__register *r, uint32_t mention);

/* Whom the key names in one of the places: the one named in full most often, then the one mentioned
 * most, then the latest; PITH_NONE. */
uint32_t pith__register_find(const pith__register *r, uint32_t key, uint32_t places,
                             pith__gender gender);

static inline bool pith__agree(pith__gender a, pith__gender b)
{
    return a == b || a == PITH__UNKNOWN || b == PITH__UNKNOWN;
}

#endif
