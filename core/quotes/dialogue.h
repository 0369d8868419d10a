/* Attributions of a dialogue, each made for itself -> attributions of the conversation: what nobody
 * is named for is given to whose turn it is.
 *
 * A log-linear ranking as in quotes/attribution, of persons instead of mentions and with "nobody"
 * as one more candidate, one content after the other: what was decided for those before and named
 * for those behind points to a person like what the author says around the content. Turn taking and
 * vocatives as in He, Barbosa and Kondrak (ACL 2013); names first, then pronouns, then what is left
 * as in Muzny et al. (EACL 2017). */
#ifndef PITH_QUOTES_DIALOGUE_H
#define PITH_QUOTES_DIALOGUE_H

#include "quotes/heard.h"

enum { PITH__LOOKS = 2 };

/* In hundredths, by how a content is told; of a first look, and of a second one that foresees what
 * the first made of the turns to come. */
typedef struct pith__dialogue_weights {
    int16_t pointer[PITH__LOOKS][PITH__TOLD_BY_NAME][PITH__POINTERS];
} pith__dialogue_weights;

/* Fitted by tests/quality/fit_dialogue.c. */
extern const pith__dialogue_weights pith__dialogue_fitted;

/* The likeliest of those heard, and how likely it is: 0 to 1. PITH_NONE if there is nobody. */
uint32_t pith__heard_best(const pith__dialogue_weights *weights, uint32_t look,
                          const pith__heard *heard, double *confidence);

/* Makes what was decided what is foreseen, and begins anew. */
void pith__dialogue_foresee(pith__dialogue *dialogue);

/* Whether the document is one: English, nearly all that it quotes is direct speech, and there is
 * much of it, or a good part goes without a cue. */
bool pith__is_conversation(const pith_document *document, const pith__contents *contents);

/* Decides again, in place, all contents of a conversation that no name tells. reasons: for each
 * content, or NULL if nobody asks. Linear. */
void pith__dialogue_settle(pith__arena *arena, const pith__words *words,
                           const pith__contents *contents, const pith__mentions *mentions,
                           const pith__persons *persons, pith__attribution *attributions,
                           pith__reasons *reasons);

#endif
