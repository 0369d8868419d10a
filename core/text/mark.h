/* Text and paragraphs -> quotation marks, paired. Both the sentences and the quotes stand on them.
 */
#ifndef PITH_TEXT_MARK_H
#define PITH_TEXT_MARK_H

#include "text/paragraph.h"

typedef enum pith__mark_role {
    PITH__OPENING,
    PITH__CLOSING,
    PITH__REOPENING /* of a quotation that is open already: at the start of a paragraph, or behind a
                       sentence where paragraphs have lost their line ends */
} pith__mark_role;

/* A quotation mark. Apostrophes, inches and minutes are none. */
typedef struct pith__mark {
    pith_span span; /* of the mark itself: “, ``, « ... */
    pith__mark_role role;
    uint32_t partner; /* index of the mark that closes or opens it, PITH_NONE if it stands alone; a
                         reopening mark has the partner of the mark that it repeats */
    uint32_t depth;   /* 0 for a mark that is in no other pair */
} pith__mark;

typedef PITH__ARRAY(pith__mark) pith__marks;

/* In the order of the text. Pairs nest; none goes over the end of a paragraph unless the next
 * paragraph reopens it.
 *
 * No language is asked. Each mark leans to open or to close by the characters around it; where they
 * do not tell, by what is open and by its code point (“ opens in English and closes in German). A
 * stack pairs them within the paragraph: a closing mark takes the topmost open one of its family
 * and leaves what is above that without a partner. Single marks give way to double ones and are
 * dropped where they can be apostrophes: within words, before known elisions, and if nothing closes
 * them. After a word that may have lost its end (dogs') one closes only if no better one comes.
 * Linear: every mark is pushed and popped once, and a look down the stack is bounded. */
pith__marks pith__marks_find(pith__arena *arena, pith__text text, pith__paragraphs paragraphs);

#endif
