/* Contents, mentions and persons -> who said each content, how sure that is, and why.
 *
 * The candidates of a content are the mentions around it and those that the contents before it were
 * attributed to. Each stands to the content in one relation (the rule) and has evidence; the
 * weights of both add up, and P(candidate) = exp(sum) / (1 + exp of the sums of all candidates) is
 * what conditional maximum likelihood makes a probability of them: a log-linear ranking with
 * "nobody" as one more candidate (Berger, Della Pietra and Della Pietra 1996). The confidence in a
 * speaker is the sum over the candidates that name the same person, each times the certainty that
 * its mention means that person.
 *
 * Rules: source-before-cue, cue-before-source and source: the words that the content stage took for
 * the source. introduced: "Ann Lee:" and then the content. signed: the content, a dash, "Ann Lee".
 * left-of-cue, inverted, right-of-cue: next to the cue ("Xi said", “…,” said Xi). between: between
 * two pieces. same-sentence, same-paragraph, previous-paragraph, further: by place alone.
 * continued: who spoke in the paragraph before one that is a quotation and nothing else.
 * previous-quote, earlier-quote, alternation: who said the content before in this paragraph, in an
 * earlier one, or the one before that. none: no candidate. */
#ifndef PITH_QUOTES_ATTRIBUTION_H
#define PITH_QUOTES_ATTRIBUTION_H

#include "quotes/reason.h"

typedef struct pith__attribution {
    uint32_t mention;  /* PITH_NONE if there was no candidate */
    uint32_t person;   /* PITH_NONE if the mention's person is not known */
    double confidence; /* that this person said it: 0 to 1 */
    double naming;     /* that the mention names who said it, whoever that is: 0 to 1 */
    const char *rule;
    pith__relation relation; /* of the mention, if there is one */
} pith__attribution;

/* What kind of text it is: one that reports and cites, or one whose direct speech mostly goes
 * without a cue. */
typedef enum pith__style { PITH__REPORT, PITH__DIALOGUE, PITH__STYLES } pith__style;

/* In hundredths. Relations have weights for contents with a cue word and for contents without. */
typedef struct pith__attribution_weights {
    int16_t relation[PITH__STYLES][PITH__RELATIONS][2];
    int16_t evidence[PITH__STYLES][PITH__EVIDENCES];
} pith__attribution_weights;

/* Fitted by tests/quality/fit_attribution.c. */
extern const pith__attribution_weights pith__attribution_fitted;

pith__style pith__style_of(const pith__contents *contents);

/* The most likely person among the candidates of a content. */
pith__attribution pith__decide(const pith__attribution_weights *weights, pith__style style,
                               bool cueless, const pith__voices *candidates,
                               const pith__persons *persons);

/* One for each content. reasons: for as many, or NULL if nobody asks. */
pith__attribution *pith__attribute(pith__arena *arena, const pith__words *words,
                                   const pith__contents *contents, const pith__mentions *mentions,
                                   const pith__persons *persons, pith__reasons *reasons);

#endif
