/* The persons of a text while they are gathered from its mentions, in the order of the text. */
#ifndef PITH_QUOTES_GATHERING_H
#define PITH_QUOTES_GATHERING_H

#include "quotes/register.h"

/* What the words of a mention tell, a bit each. */
typedef enum pith__fact {
    PITH__IS_OPEN = 1,       /* its person is not known before the mentions are gone through */
    PITH__IS_OWNED = 2,      /* it begins with whose it is, by a pronoun: "his wife" */
    PITH__IS_DETERMINED = 4, /* it begins with a determiner: "the", "his", "a" */
    PITH__IS_NEW = 8,        /* with an indefinite one: "a" */
    PITH__IS_THE = 16,       /* with "the" */
    PITH__IS_SUBJECT = 32,   /* the first of its sentence that is no object, or joined to it */
    PITH__IS_OBJECT = 64,    /* it stands behind a preposition, or is joined to one that does */
    PITH__IS_DEFINITE = 128  /* more follows "the" or "this" */
} pith__fact;

enum {
    PITH__RECENT_MAX = 10, /* persons that a pronoun or a description can mean */
    PITH__RANK_BITS = 4,   /* of the order of them */
    PITH__RANK_MASK = (1 << PITH__RANK_BITS) - 1
};

typedef struct pith__gathering {
    pith__arena *arena, *scratch;
    const pith__words *words;
    const pith_document *document;
    const pith__mentions *mentions;
    pith__persons persons;
    pith__register known;
    bool english;
    uint32_t *phrase; /* by mention: the key of its words, or PITH_NONE before it is made */
    uint8_t *facts;   /* by mention: pith__fact bits */
    uint32_t recent[PITH__RECENT_MAX];  /* persons; no one twice */
    uint8_t pronouns[PITH__RECENT_MAX]; /* of each of them */
    uint64_t order; /* their numbers, PITH__RANK_BITS each, the latest in the lowest bits */
    uint32_t recent_count;
} pith__gathering;

static inline const pith__document_form *pith__form_at(const pith__gathering *g, uint32_t token)
{
    return &g->known.forms[g->known.tokens[token].form];
}

static inline const pith__word *pith__word_in(const pith__gathering *g, uint32_t token)
{
    return &g->known.of_form[g->known.tokens[token].form];
}

/* The recent person who is the first of an order: go through all by order >>= PITH__RANK_BITS. */
static inline uint32_t pith__nearest(const pith__gathering *g, uint64_t order)
{
    return g->recent[order & PITH__RANK_MASK];
}

/* The key of the words of a mention but for articles, in lower case: of a body's name, of all
 * others' whole span. */
static inline uint32_t pith__phrase_key(pith__gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    if (g->phrase[mention] == PITH_NONE)
        g->phrase[mention] = pith__register_phrase(
            &g->known, mention, m->kind == PITH__BODY ? m->name : m->span, PITH_NONE);
    return g->phrase[mention];
}

/* The same with the word at token `owner` in place of the first one. */
uint32_t pith__phrase_key_of(pith__gathering *g, uint32_t mention, uint32_t owner);

/* A new person who is known by that key. */
uint32_t pith__gather_new(pith__gathering *g, uint32_t mention, uint32_t key);

typedef struct pith__likely {
    uint32_t person;   /* or PITH_NONE */
    uint8_t certainty; /* in hundredths */
} pith__likely;

/* Notes what pronouns can mean the person. */
void pith__pronouns_note(pith__person *person);

static inline uint32_t pith__paragraph_of(const pith__gathering *g, const pith__mention *m)
{
    return g->document->sentences.items[m->sentence].paragraph;
}

/* How near the recent person of that rank is to a mention that names nobody: the nearest, subjects
 * before others, those of its own sentence and the one before most of all. The round numbers came
 * from a coordinate search over novels and news. */
static inline int pith__nearness(const pith__gathering *g, const pith__person *person,
                                 const pith__mention *m, uint32_t rank)
{
    enum {
        OFTEN_MIN = 3,       /* mentions of a person that make a pronoun likelier */
        VERY_OFTEN_MIN = 20, /* and likelier still */
        APART_MAX = 8,       /* sentences from a person to a pronoun that make a difference */
        NEAR = 2             /* those that make another one for subjects and objects */
    };
    static const int8_t by_place[NEAR + 1][3] = {{0, 9, -6}, {-3, 4, -9}, {-5, -1, -11}};
    const pith__mention *latest = &g->mentions->items[person->latest];
    uint32_t apart = m->sentence - latest->sentence;
    apart = apart > APART_MAX ? APART_MAX : apart;
    uint32_t near = apart > NEAR ? NEAR : apart;
    bool passing = latest->quoted & !m->quoted; /* named in what is said, by a pronoun outside */
    int points = by_place[near][g->facts[person->latest] / PITH__IS_SUBJECT & (passing ? 2 : 3)];
    points -= (int)(2 * (apart - near) + rank);
    points -= pith__paragraph_of(g, m) != pith__paragraph_of(g, latest);
    points += 3 * (latest->kind == PITH__PRONOUN) - 2 * latest->possessive; /* he goes on as he */
    points += (person->mentions > OFTEN_MIN) + 4 * (person->mentions > VERY_OFTEN_MIN);
    return points - 10 * passing;
}

/* How sure the nearest person is, in hundredths: the more, the farther behind the next one is. */
uint8_t pith__certainty_of_lead(int lead);

/* Persons whom a pronoun does not mean. */
typedef struct pith__others {
    uint32_t person[4];
    uint32_t count;
} pith__others;

/* Of the recent persons but some the likeliest for a pronoun with a gender. */
pith__likely pith__likeliest(const pith__gathering *g, const pith__mention *pronoun,
                             const pith__others *others);

/* Whom a pronoun means, or PITH_NONE; how sure that is goes to the certainty of the mention. */
uint32_t pith__of_pronoun(pith__gathering *g, uint32_t mention);

/* Whether the role that the person was introduced with has the token's word, or a short form of it:
 * Sen. for the senator. */
bool pith__has_office(const pith__gathering *g, pith__person *person, uint32_t token);

/* Whom a description means: "the Chinese president". */
uint32_t pith__of_description(pith__gathering *g, uint32_t mention);

#endif
