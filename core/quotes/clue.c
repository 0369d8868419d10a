#include "quotes/clue.h"

#include "ground/utf8.h"

enum {
    CUE_REACH = 6,   /* tokens between a region and its word of saying */
    FAR_REACH = 24,  /* between one and a word of saying that may be its own */
    RESUME_MAX = 40, /* tokens of the clause between the pieces of one speech */
    LOOK_MAX = 200   /* tokens of a region that are looked at */
};

typedef struct view {
    const pith_document *document;
    const pith__marked *region;
    pith_span paragraph;
    uint32_t before, after; /* tokens next to the region; before is the last if there is none */
} view;

static const pith__document_form *form_at(const view *v, uint32_t token)
{
    return pith__token_form(v->document, token);
}

static bool is_sign(const view *v, uint32_t token)
{
    return form_at(v, token)->shape == PITH__PUNCTUATION;
}

static uint32_t code_at(const view *v, uint32_t token)
{
    uint32_t at = v->document->tokens.token.items[token].start;
    return pith__utf8_next(v->document->text.bytes, &at);
}

static bool in_paragraph(const view *v, uint32_t token)
{
    const pith__tokens *tokens = &v->document->tokens;
    return token < tokens->token.count && tokens->token.items[token].start >= v->paragraph.start &&
           tokens->token.items[token].start < v->paragraph.end;
}

/* ---- punctuation ---- */

typedef enum sign { FULL_STOP, CRY, TRAIL, COMMA, OTHER_SIGN } sign;

static sign sign_of(uint32_t code)
{
    switch (code) {
    case '.':
    case 0x3002:
    case 0xFF0E:
    case 0x0964:
    case 0x06D4:
    case 0x0589:
        return FULL_STOP;
    case '!':
    case '?':
    case 0xFF01:
    case 0xFF1F:
    case 0x061F:
    case 0x203D:
        return CRY;
    case 0x2026:
    case 0x22EF:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case '-':
        return TRAIL;
    case ',':
    case 0xFF0C:
    case 0x3001:
    case 0x060C:
        return COMMA;
    default:
        return OTHER_SIGN;
    }
}

static bool is_end(sign s)
{
    return s == FULL_STOP || s == CRY;
}

static pith__side side_of_sign(uint32_t code)
{
    switch (sign_of(code)) {
    case FULL_STOP:
    case CRY:
        return PITH__SIDE_STOP;
    case TRAIL:
        return PITH__SIDE_DASH;
    case COMMA:
        return PITH__SIDE_COMMA;
    case OTHER_SIGN:
        break;
    }
    return code == ':' || code == 0xFF1A ? PITH__SIDE_COLON : PITH__SIDE_SIGN;
}

/* ---- around ---- */

enum {
    SAYING = PITH__SPEECH_VERB | PITH__SPEECH_NOUN | PITH__ATTRIBUTIVE,
    PRONOUNS = PITH__PRONOUN_MALE | PITH__PRONOUN_FEMALE | PITH__PRONOUN_PLURAL
};

static pith__side side_of(const view *v, uint32_t token)
{
    if (!in_paragraph(v, token))
        return PITH__SIDE_EDGE;
    const pith__document_form *form = form_at(v, token);
    if (form->shape == PITH__PUNCTUATION)
        return side_of_sign(code_at(v, token));
    if (form->classes & SAYING)
        return PITH__SIDE_CUE;
    if (form->classes & PITH__COMPLEMENTIZER)
        return PITH__SIDE_THAT;
    if (form->classes & (PITH__DETERMINER | PITH__INDEFINITE | PITH__PREPOSITION))
        return PITH__SIDE_SMALL;
    if (form->classes & PRONOUNS)
        return PITH__SIDE_PRONOUN;
    return form->shape == PITH__CAPITAL || form->shape == PITH__UPPER ? PITH__SIDE_NAME
                                                                      : PITH__SIDE_WORD;
}

/* How many tokens away a word of saying stands on this side of the sentence's end; FAR_REACH if
 * none is that near. */
static uint32_t cue_distance(const view *v, uint32_t from, int step)
{
    uint32_t token = from;
    for (uint32_t i = 0; i < FAR_REACH && in_paragraph(v, token); i++) {
        if (form_at(v, token)->classes & (PITH__SPEECH_VERB | PITH__SPEECH_NOUN))
            return i;
        if (is_sign(v, token) && is_end(sign_of(code_at(v, token))))
            break;
        token = step < 0 ? token - 1 : token + 1; /* token 0 goes to a number beyond the last */
    }
    return FAR_REACH;
}

static bool is_naming(const view *v)
{
    if (!in_paragraph(v, v->before))
        return false;
    if (form_at(v, v->before)->classes & PITH__NAMING)
        return true;
    return v->before > 0 && in_paragraph(v, v->before - 1) && form_at(v, v->before)->length <= 2 &&
           form_at(v, v->before - 1)->classes & PITH__NAMING;
}

/* “A,” she said, “b.” and “A?” she said, “B”: nothing but one clause with a cue goes between. */
static bool resumes(const view *v, const pith__marked *last)
{
    uint32_t first = pith__token_at(v->document, last->outer.end);
    uint32_t end = pith__token_at(v->document, v->region->outer.start);
    bool cue = false;
    if (end - first > RESUME_MAX || end <= first ||
        pith__utf8_before(v->document->text.bytes, last->span.end) == '.')
        return false;
    for (uint32_t t = first; t < end; t++)
        cue |= (form_at(v, t)->classes & PITH__SPEECH_VERB) != 0;
    return cue &&
           pith__sentence_at(v->document, v->document->tokens.token.items[first].start) ==
               pith__sentence_at(v->document, v->document->tokens.token.items[end - 1].start);
}

static pith__clues bit(int clue, bool holds)
{
    return (pith__clues)holds << clue;
}

static pith__clues around(const view *v, const pith__marked *last, bool capital, bool speech)
{
    pith__side left = side_of(v, v->before), right = side_of(v, v->after);
    bool beside = last && last->outer.end <= v->region->outer.start &&
                  pith__token_at(v->document, last->outer.end) > v->before;
    if (beside && in_paragraph(v, v->before))
        left = PITH__SIDE_MARKED;
    pith__clues clues = bit((capital ? PITH__CLUE_LEFT : PITH__CLUE_LEFT_SMALL) + (int)left, true);
    clues |= bit(PITH__CLUE_RIGHT + (int)right, true);
    uint32_t before = cue_distance(v, v->before, -1), behind = cue_distance(v, v->after, 1);
    clues |= bit(PITH__CLUE_CUE_BEFORE, before < CUE_REACH);
    clues |= bit(PITH__CLUE_CUE_BEHIND, behind < CUE_REACH);
    clues |= bit(PITH__CLUE_CUE_FAR, before >= CUE_REACH && behind >= CUE_REACH &&
                                         (before < FAR_REACH || behind < FAR_REACH));
    clues |= bit(PITH__CLUE_NAMING, is_naming(v));
    if (!last || last->outer.start < v->paragraph.start)
        return clues;
    uint32_t ended = pith__utf8_before(v->document->text.bytes, last->span.end);
    clues |= bit(PITH__CLUE_SPEECH, speech);
    clues |= bit(PITH__CLUE_RESUMES, speech && !v->region->goes_on && resumes(v, last));
    return clues |
           bit(PITH__CLUE_REPLIES, left == PITH__SIDE_MARKED && speech && sign_of(ended) <= TRAIL);
}

/* ---- inside ---- */

static pith__clues words_clue(uint32_t words)
{
    static const uint32_t most[] = {1, 2, 3, 5, 9, 19};
    int i = 0;
    while (i < 6 && words > most[i])
        i++;
    return bit(PITH__CLUE_WORDS + i, true);
}

static pith__clues inside(const view *v)
{
    const pith__marked *r = v->region;
    uint32_t words = 0, capitals = 0;
    uint32_t end = r->end - r->first > LOOK_MAX ? r->first + LOOK_MAX : r->end;
    bool person = false, small = false, stop = false;
    for (uint32_t t = r->first; t < end; t++) {
        const pith__document_form *form = form_at(v, t);
        if (form->shape == PITH__PUNCTUATION) {
            stop |= t + 1 < end && t > r->first && is_end(sign_of(code_at(v, t)));
            continue;
        }
        words++;
        capitals += pith__is_capital(form);
        person |= (form->classes & PITH__PRONOUN_OTHER) && !(form->classes & PITH__COMPLEMENTIZER);
        small |= (form->classes & PITH__STOP) != 0;
    }
    uint32_t last = pith__utf8_before(v->document->text.bytes, r->span.end);
    return words_clue(words) | bit(PITH__CLUE_END + (int)sign_of(last), true) |
           bit(PITH__CLUE_CAPITALS, words > 1 && capitals * 3 >= words * 2) |
           bit(PITH__CLUE_PERSON, person) | bit(PITH__CLUE_SMALL, small) |
           bit(PITH__CLUE_SENTENCES, stop);
}

pith__clues pith__clues_of(const pith_document *document, const pith__markeds *regions, uint32_t i,
                           pith_span paragraph, bool speech)
{
    const pith__marked *region = &regions->items[i];
    view v = {.document = document, .region = region, .paragraph = paragraph};
    v.before = pith__token_at(document, region->outer.start) - 1;
    v.after = pith__token_at(document, region->outer.end);
    uint32_t at = region->span.start;
    bool capital = !pith__utf8_is_lower(pith__utf8_next(document->text.bytes, &at));
    return around(&v, i ? region - 1 : NULL, capital, speech) | inside(&v);
}
