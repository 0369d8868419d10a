#include "quotes/evidence.h"

enum {
    ADVERBS_MAX = 4,     /* words between a subject and its verb */
    ASIDE_MAX = 24,      /* words of an apposition between them */
    CONJUNCTION_MAX = 3, /* bytes of a connective that joins verbs */
    FREQUENT_MIN = 5     /* mentions of a person */
};

static char first_byte(const pith_document *document, uint32_t token)
{
    return document->text.bytes[document->tokens.token.items[token].start];
}

/* Whether a verb of saying follows the mention before its sentence ends. "and", "but": behind it
 * the verb has another subject than the nearest noun. */
static bool verb_follows(const pith__words *words, const pith__mention *m, uint32_t end)
{
    uint32_t t = m->end;
    if (t < end && first_byte(words->document, t) == ',') {
        uint32_t limit = t + ASIDE_MAX < end ? t + ASIDE_MAX : end;
        for (t++; t < limit && first_byte(words->document, t) != ','; t++)
            ;
        if (t == limit)
            return false;
        t++;
    }
    for (uint32_t n = 0; t < end && n < ADVERBS_MAX; t++, n++) {
        const pith__word *word = pith__word_at(words, t);
        bool conjunction = word->classes & PITH__CONNECTIVE && word->length <= CONJUNCTION_MAX;
        if (word->classes & PITH__SPEECH_VERB)
            return true;
        if (!(word->classes & PITH__STOP) || conjunction)
            return false;
    }
    return false;
}

/* What the word right before a mention tells. */
static uint32_t evidence_before(uint32_t classes)
{
    bool object = classes & PITH__PREPOSITION && !(classes & PITH__ATTRIBUTIVE);
    return (uint32_t)((classes & PITH__SPEECH_VERB) != 0) << PITH__AFTER_VERB |
           (uint32_t)object << PITH__IS_OBJECT;
}

static uint32_t kind_evidence(const pith__mention *m, bool known)
{
    static const uint32_t by_kind[][2] = {
        [PITH__NAME] = {1u << PITH__IS_NAME, 1u << PITH__IS_NAME},
        [PITH__DESCRIPTION] = {1u << PITH__IS_DESCRIPTION, 1u << PITH__IS_DESCRIPTION},
        [PITH__PRONOUN] = {1u << PITH__IS_NOBODY, 1u << PITH__IS_PRONOUN},
        [PITH__BODY] = {0, 0}};
    return by_kind[m->kind][known];
}

static uint32_t evidence_of(const pith__words *words, const pith__mention *m)
{
    const uint32_t *first = &words->document->tokens.first[m->sentence];
    uint32_t evidence = (uint32_t)verb_follows(words, m, first[1]) << PITH__BEFORE_VERB;
    evidence |= m->first > first[0] ? evidence_before(pith__word_at(words, m->first - 1)->classes)
                                    : (uint32_t)(m->first == first[0]) << PITH__OPENS;
    evidence |= (uint32_t)m->possessive << PITH__IS_POSSESSIVE;
    evidence |= (uint32_t)m->relative << PITH__IS_RELATIVE;
    return evidence | (uint32_t)m->quoted << PITH__IS_QUOTED;
}

const uint32_t *pith__evidence_find(pith__arena *arena, const pith__words *words,
                                    const pith__mentions *mentions, const pith__persons *persons)
{
    uint32_t *evidence = pith__arena_alloc(arena, (mentions->count + 1) * sizeof *evidence);
    for (uint32_t i = 0; i < mentions->count; i++) {
        const pith__mention *m = &mentions->items[i];
        uint32_t person = persons->of_mention[i];
        bool known = person != PITH_NONE;
        bool frequent = known && persons->person.items[person].mentions >= FREQUENT_MIN;
        evidence[i] =
            evidence_of(words, m) | kind_evidence(m, known) | (uint32_t)frequent << PITH__FREQUENT;
    }
    return evidence;
}
