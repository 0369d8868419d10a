#include "quotes/mention.h"

#include <string.h>

#include "ground/utf8.h"
#include "quotes/han.h"
#include "quotes/run.h"

enum {
    MODIFIERS_MAX = 5, /* words before the head of a description */
    TAIL_MAX = 8,      /* words behind it: "for the ministry of foreign affairs" */
    GENITIVES_MAX = 3, /* words between an office and a name */
    OPENER_MIN = 3     /* times that a word begins sentences before that tells it from a name */
};

/* The last mention if it ends where `token` begins. */
static const pith__mention *adjacent(const pith__scan *s, uint32_t token)
{
    const pith__mention *last =
        s->mentions.count ? &s->mentions.items[s->mentions.count - 1] : NULL;
    return last && last->end == token && token > s->first ? last : NULL;
}

static uint32_t with_determiner(const pith__scan *s, uint32_t first)
{
    return first > s->first && pith__scan_classes(s, first - 1) & PITH__DETERMINERS ? first - 1
                                                                                    : first;
}

/* ---- descriptions ---- */

static bool is_modifier(const pith__scan *s, uint32_t token)
{
    const pith__word *w = pith__scan_word(s, token);
    if (w->possessive)
        return true;
    if (w->shape == PITH__PUNCTUATION)
        return false;
    if (pith__word_is_capital(w) && !pith__scan_opens(s, token))
        return !(w->classes & (PITH__STOP | PITH__MONTH));
    return !(w->classes & (PITH__STOP | PITH__SPEECH_VERB | PITH__PREPOSITION | PITH__PRONOUNS |
                           PITH__CONNECTIVE | PITH__ATTRIBUTIVE));
}

/* Where the noun phrase with this head begins; it can begin with the mention before ("Gowdy
 * spokesman"). */
static uint32_t phrase_start(const pith__scan *s, uint32_t head)
{
    uint32_t start = head;
    for (uint32_t n = 0; start > s->first && n < MODIFIERS_MAX; n++) {
        if (start - 1 > s->first && pith__scan_is_possessor(s, start - 1))
            start--;
        const pith__mention *last = adjacent(s, start);
        if (last && last->kind == PITH__PRONOUN)
            break;
        if (last) {
            start = last->first;
            break;
        }
        if (pith__scan_classes(s, start - 1) & PITH__DETERMINERS)
            return start - 1;
        if (!is_modifier(s, start - 1))
            break;
        start--;
    }
    return with_determiner(s, start);
}

/* Whether the word goes on with what a named one did: "the senator from Florida | appeared". */
static bool is_participle(const pith__scan *s, uint32_t token)
{
    const pith__document_form *form = pith__token_form(s->document, token);
    return s->english && form->shape == PITH__LOWER && pith__scan_is_capital(s, token - 1) &&
           pith__form_ends(form, 4, "ed");
}

/* Whether the word can be one of the tail of a description. */
static bool goes_on(const pith__scan *s, uint32_t token)
{
    if (pith__scan_shape(s, token) == PITH__PUNCTUATION || is_participle(s, token))
        return false;
    return pith__scan_is_capital(s, token) ||
           !(pith__scan_classes(s, token) & (PITH__STOP | PITH__SPEECH_VERB | PITH__PREPOSITION |
                                             PITH__DETERMINERS | PITH__MONTH));
}

/* "for Mr. | Rossi", "for Ann L. | Rossi" */
static bool is_stop_of_title(const pith__scan *s, uint32_t token)
{
    const pith__word *before = pith__scan_word(s, token - 1);
    return pith__scan_is_stop(s, token) &&
           (before->classes & PITH__HONORIFIC || before->length == 1) &&
           pith__word_is_capital(before) && token + 1 < s->end &&
           pith__scan_is_capital(s, token + 1);
}

/* "for Strategic | and | International Studies": no name is cut. Somebody may follow: "to Kenya |
 * and General Ann Lee". */
static bool joins_names(const pith__scan *s, uint32_t token, uint32_t limit)
{
    uint32_t t = token + 1, classes = 0;
    if (!s->english || !pith__scan_is_capital(s, token - 1) ||
        strcmp(pith__token_form(s->document, token)->lower, "and") != 0)
        return false;
    for (; t < limit && pith__scan_is_capital(s, t); t++)
        classes |= pith__scan_classes(s, t);
    return t > token + 2 && !(classes & (PITH__GIVEN_NAMES | PITH__TITLES | PITH__ROLE));
}

/* "a swimmer | to beat Ann Lee" */
static bool is_infinitive(const pith__scan *s, uint32_t to, uint32_t limit)
{
    return s->english && to + 1 < limit && pith__scan_shape(s, to + 1) == PITH__LOWER &&
           strcmp(pith__token_form(s->document, to)->lower, "to") == 0;
}

/* Where a tail of the description ends: "for the ministry", "of the union of teachers". */
static uint32_t tail_end(const pith__scan *s, uint32_t head_end, uint32_t links)
{
    uint32_t end = head_end, limit = head_end + TAIL_MAX < s->end ? head_end + TAIL_MAX : s->end;
    uint32_t t = head_end;
    for (; links > 0 && t < limit && !pith__scan_word(s, t - 1)->possessive &&
           pith__scan_classes(s, t) & PITH__PREPOSITION && pith__is_tail(s, t) &&
           !(pith__scan_classes(s, t) & PITH__COMPLEMENTIZER);
         links--) {
        uint32_t inner = t + 1;
        while (inner < limit && pith__scan_classes(s, inner) & PITH__DETERMINERS)
            inner++;
        if (inner == t + 1 && is_infinitive(s, t, limit))
            break;
        uint32_t words = inner;
        while (inner < limit &&
               (goes_on(s, inner) || is_stop_of_title(s, inner) || joins_names(s, inner, limit)))
            inner++;
        while (inner == limit && inner < s->end && pith__scan_is_capital(s, inner - 1) &&
               pith__scan_is_capital(s, inner))
            limit = ++inner; /* no name is cut */
        while (s->nouns && inner > words && !pith__scan_is_capital(s, inner - 1))
            inner--; /* "aus Berlin | kurz" */
        if (inner == words)
            break;
        end = t = inner;
    }
    return end;
}

/* A person or a group by its kind; "who" is not the WHO. */
static bool is_somebody(const pith__word *word)
{
    return word->classes & (PITH__ROLE | PITH__COLLECTIVE) &&
           (word->shape == PITH__UPPER || !(word->classes & PITH__PRONOUN_OTHER) ||
            !(word->classes & PITH__COMPLEMENTIZER));
}

/* "her head", "a chair", "came forward": persons only by what goes with them ("head of", "said").
 */
static bool is_thing(const pith__scan *s, uint32_t token)
{
    enum { THING_MAX = 7 }; /* bytes of the longest */
    static const char *const things[] = {"head", "chair", "half", "forward",
                                         "low",  "extra", "ideal"};
    if (!s->english || token + 1 >= s->end || pith__scan_word(s, token)->length > THING_MAX)
        return false;
    const pith__word *next = pith__scan_word(s, token + 1);
    return next->shape != PITH__CAPITAL && !(next->classes & (PITH__SPEECH_VERB | PITH__ROLE)) &&
           PITH__FORM_IS_ONE_OF(pith__token_form(s->document, token), things) &&
           strcmp(pith__token_form(s->document, token + 1)->lower, "of") != 0;
}

/* "you | suspect Ann Lee was late" */
static bool is_verb(const pith__scan *s, uint32_t token)
{
    uint32_t before = token > s->first ? pith__scan_classes(s, token - 1) : 0;
    return s->english && before & PITH__PRONOUNS && !(before & PITH__DETERMINERS) &&
           token + 1 < s->end && pith__scan_shape(s, token) == PITH__LOWER &&
           pith__scan_is_capital(s, token + 1);
}

static bool is_head(const pith__scan *s, uint32_t token)
{
    if (!is_somebody(pith__scan_word(s, token)) || is_verb(s, token))
        return false;
    if (!pith__scan_is_capital(s, token))
        return !is_thing(s, token);
    bool titled = token + 1 < s->end &&
                  (pith__is_name_word(s, token + 1, true) || pith__scan_is_stop(s, token + 1));
    return !titled && (pith__scan_opens(s, token) || pith__is_ordinary(s->document, token));
}

/* Whether a German particle is none of a name but tells which body its bearer is of: "Nora Hale |
 * von der IG Bau", "| vom Hafenamt". */
static bool is_of_body(const pith__scan *s, uint32_t particle, uint32_t end)
{
    uint32_t t = particle + 1;
    while (t < end && pith__scan_classes(s, t) & PITH__DETERMINERS)
        t++;
    return s->nouns && t < end &&
           (pith__scan_classes(s, t) & PITH__COLLECTIVE || pith__scan_shape(s, t) == PITH__UPPER ||
            strcmp(pith__token_form(s->document, particle)->lower, "vom") == 0);
}

/* Where a name ends that tells where its bearer is from: "Ann Lee | of Maine". */
static uint32_t name_end(const pith__scan *s, uint32_t name, uint32_t end)
{
    enum { NAME_MIN = 2 }; /* words: not Joan of Arc's */
    if (end > name + NAME_MIN && pith__scan_shape(s, end - 1) == PITH__UPPER &&
        pith__scan_classes(s, end - 1) & PITH__ROLE)
        end--; /* "Ann Lee | MP" */
    for (uint32_t t = name + NAME_MIN; t < end; t++)
        if (pith__scan_shape(s, t) == PITH__LOWER && pith__scan_classes(s, t) & PITH__PREPOSITION &&
            (!(pith__scan_classes(s, t) & PITH__PARTICLE) || is_of_body(s, t, end)))
            return t;
    return end;
}

/* The name in apposition behind a definite description: "the director of the institute, Ann Lee,";
 * its first token, or `comma` if there is none. */
static uint32_t name_behind(const pith__scan *s, uint32_t start, uint32_t comma)
{
    if (comma + 1 >= s->end || pith__scan_byte(s, comma) != ',' ||
        !(pith__scan_classes(s, start) & PITH__DETERMINER ||
          pith__scan_word(s, start)->possessive) ||
        !pith__is_name_word(s, comma + 1, true))
        return comma;
    uint32_t end = pith__run_end(s, comma + 1);
    bool closed = end == s->end || pith__scan_shape(s, end) == PITH__PUNCTUATION;
    pith__name_parts p = pith__run_divide(s, comma + 1, end);
    return closed && end - comma > 2 && !p.collective && !p.titled ? comma + 1 : comma;
}

/* Over the nouns that stand behind an office before a name: министр финансов | Иван Петров. */
static uint32_t behind_genitives(const pith__scan *s, uint32_t token)
{
    uint32_t t = token;
    while (t < s->end && t < token + GENITIVES_MAX && pith__scan_shape(s, t) == PITH__LOWER &&
           !(pith__scan_classes(s, t) & (PITH__STOP | PITH__SPEECH_VERB | PITH__PREPOSITION)))
        t++;
    return t < s->end && pith__is_name_word(s, t, true) ? t : token;
}

/* The given name with which the name begins that an office with a tail goes before: "director of
 * research | Ann Lee", "Secretary of State | Ann Lee", but not "aide to | Ann Lee"; `end` if there
 * is none among tokens first to end. */
static uint32_t name_in_tail(const pith__scan *s, uint32_t first, uint32_t end)
{
    for (uint32_t t = first + 2; t + 1 < end; t++) {
        uint32_t before = pith__scan_classes(s, t - 1);
        if (pith__scan_classes(s, t) & PITH__GIVEN_NAMES &&
            !(pith__scan_classes(s, t) & PITH__TITLES) && pith__is_name_word(s, t, true) &&
            pith__is_name_word(s, t + 1, true))
            return before & (PITH__TITLES | PITH__PREPOSITION | PITH__DETERMINERS |
                             PITH__GIVEN_NAMES) ||
                           pith__scan_word(s, t - 1)->possessive
                       ? end
                       : t;
    }
    return end;
}

/* "the Peruvian president", "police", "Gowdy spokesman Jamal Ware"; returns the token behind. */
static uint32_t take_description(pith__scan *s, uint32_t head)
{
    uint32_t head_end = head + 1;
    for (const pith__word *word; head_end < s->end && !pith__scan_word(s, head_end - 1)->possessive;
         head_end++) {
        word = pith__scan_word(s, head_end);
        if (!is_somebody(word) || pith__word_is_capital(word))
            break;
    }
    uint32_t start = phrase_start(s, head);
    bool role = pith__scan_classes(s, head_end - 1) & PITH__ROLE;
    if (role && s->genitive)
        head_end = behind_genitives(s, head_end);
    if (role && head_end < s->end && !pith__scan_word(s, head_end - 1)->possessive &&
        pith__is_name_word(s, head_end, true)) {
        uint32_t end = pith__run_end(s, head_end);
        pith__name_parts p = pith__run_divide(s, head_end, end);
        if (!p.collective && p.name < end) {
            pith__mention *m = pith__scan_add(s, PITH__NAME, start, end);
            m->name = pith__scan_span(s, p.name, name_end(s, p.name, end));
            m->role = pith__scan_span(s, start, p.name);
            return end;
        }
    }
    uint32_t end = tail_end(s, head_end, role ? 2 : 1);
    uint32_t name = role ? name_in_tail(s, head_end, end) : end;
    if (role && name == end)
        name = name_behind(s, start, end);
    if (name != end) {
        pith__mention *m = pith__scan_add(s, PITH__NAME, start, pith__run_end(s, name));
        m->name = pith__scan_span(s, name, m->end);
        m->role = pith__scan_span(s, start, name < end ? name : end);
        return m->end;
    }
    bool body = pith__scan_classes(s, head_end - 1) & PITH__COLLECTIVE;
    pith__mention *m = pith__scan_add(s, body ? PITH__BODY : PITH__DESCRIPTION, start, end);
    m->role = m->kind == PITH__DESCRIPTION ? m->span : (pith_span){0, 0};
    m->name = m->kind == PITH__BODY ? m->span : (pith_span){0, 0};
    return end;
}

/* "the 43-year-old", where no noun follows. */
static bool is_aged(const pith__scan *s, uint32_t token)
{
    const pith__document_form *form = pith__token_form(s->document, token);
    if (form->shape != PITH__NUMBER || form->lower_length < 6 || token == s->first ||
        !(pith__scan_classes(s, token - 1) & PITH__DETERMINERS))
        return false;
    if (pith__utf8_is_digit(pith__utf8_before(form->lower, form->lower_length)))
        return false;
    return token + 1 == s->end || pith__scan_shape(s, token + 1) == PITH__PUNCTUATION ||
           pith__scan_classes(s, token + 1) & (PITH__STOP | PITH__SPEECH_VERB);
}

/* ---- names ---- */

/* "in Berg, | but there are people who" */
static bool opens_clause(const pith__scan *s, uint32_t token)
{
    static const char *const words[] = {"and",   "but",   "or", "so",    "because", "when",
                                        "where", "while", "if", "there", "has",     "whose"};
    return s->english && PITH__FORM_IS_ONE_OF(pith__token_form(s->document, token), words);
}

/* A role in apposition behind a name: “Hugh Hill, a doctor,”, "Maria Lopez, head of the union,
 * said". */
static pith_span apposition(const pith__scan *s, uint32_t comma)
{
    static const char *const copulas[] = {"is", "was", "are", "were"};
    pith_span none = {0, 0};
    if (comma + 2 >= s->end || pith__scan_byte(s, comma) != ',')
        return none;
    uint32_t t = comma + 1, limit = t + MODIFIERS_MAX + 1;
    if (pith__scan_shape(s, t) == PITH__NUMBER && comma + 4 < s->end &&
        pith__scan_byte(s, t + 1) == ',')
        t += 2, limit += 2; /* "Ann Lee, 43, a nurse," */
    uint32_t start = t, head = 0;
    if (opens_clause(s, start))
        return none;
    for (; t < s->end && t < limit && pith__scan_shape(s, t) != PITH__PUNCTUATION; t++) {
        if (s->english && !head && PITH__FORM_IS_ONE_OF(pith__token_form(s->document, t), copulas))
            return none; /* "in Berg, Ann Lee was the mayor" */
        bool another = !head && t + 1 < s->end && pith__scan_is_capital(s, t) &&
                       pith__scan_is_capital(s, t + 1); /* "President Rossi's director" */
        if (pith__scan_classes(s, t) & PITH__ROLE && !another)
            head = t;
        else if (head || pith__scan_classes(s, t) &
                             (PITH__SPEECH_VERB | PITH__PRONOUNS | PITH__PREPOSITION))
            break;
    }
    return head ? pith__scan_span(s, start, tail_end(s, head + 1, 2)) : none;
}

/* Whether a title tells an office and not only a form of address. */
static bool has_role(const pith__scan *s, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t++)
        if (pith__scan_classes(s, t) & (PITH__ROLE | PITH__COLLECTIVE))
            return true;
    return false;
}

static bool speaks_soon(const pith__scan *s, uint32_t token)
{
    for (uint32_t t = token + 1; t < s->end && t < token + 4; t++)
        if (pith__scan_classes(s, t) & PITH__SPEECH_VERB)
            return true;
    return false;
}

/* Looks through the sentences that were not looked at yet until one of them has the form where no
 * sentence, quotation or title begins. */
static void look_inside(pith__scan *s, uint32_t form)
{
    const uint32_t *first = s->document->tokens.first, count = s->document->sentences.count;
    const pith__word *words = s->of_form;
    uint8_t *inner = s->inner;
    uint32_t sentence = s->looked;
    for (; sentence < count && !inner[form]; sentence++) {
        const pith__token *token = s->tokens + first[sentence],
                          *end = s->tokens + first[sentence + 1];
        for (bool inside = false; token < end; token++) {
            inner[token->form] |= inside;
            inside = words[token->form].shape != PITH__PUNCTUATION;
        }
    }
    s->looked = sentence;
}

/* Whether the token's word stands somewhere where none of these begins. */
static bool stands_inside(pith__scan *s, uint32_t token)
{
    uint32_t form = s->tokens[token].form;
    if (!s->inner)
        s->inner = pith__arena_zero(s->arena, s->document->terms.form.count, sizeof *s->inner);
    look_inside(s, form);
    return s->inner[form];
}

/* Whether the word stands often. */
static bool is_frequent(const pith__scan *s, uint32_t token)
{
    return pith__token_form(s->document, token)->count >= OPENER_MIN;
}

/* Whether a word stands often, and always where a sentence or a speech begins: "Ah, ..." */
static bool is_exclaimed(pith__scan *s, uint32_t token)
{
    const pith__word *word = pith__scan_word(s, token);
    return word->shape == PITH__CAPITAL && pith__scan_opens(s, token) && !word->possessive &&
           !(word->classes & (PITH__GIVEN_NAMES | PITH__TITLES | PITH__COLLECTIVE)) &&
           is_frequent(s, token) && !speaks_soon(s, token) && !stands_inside(s, token);
}

/* Whether English mostly writes the word small, which this text may have for a name: many words
 * that are known, and adverbs. */
static bool is_small(const pith__scan *s, uint32_t token)
{
    const pith__document_form *form = pith__token_form(s->document, token);
    return s->english && (form->small || pith__form_ends(form, 6, "ly"));
}

/* Whether a single capitalized word at the start of a sentence is a name after all: the text has it
 * again, or it speaks. */
static bool is_known(pith__scan *s, uint32_t token)
{
    const pith__word *word = pith__scan_word(s, token);
    if (is_exclaimed(s, token))
        return false;
    if (token != s->first || word->possessive || word->shape == PITH__UPPER ||
        word->classes & (PITH__GIVEN_NAMES | PITH__TITLES | PITH__COLLECTIVE))
        return true;
    bool again = pith__token_form(s->document, token)->count > 1;
    if (again && !is_small(s, token))
        return true;
    return speaks_soon(s, token) || (again && stands_inside(s, token));
}

/* Whether a capitalized word goes before a name only because a sentence begins with it: "Presently
 * Rossi". */
static bool is_opener(pith__scan *s, uint32_t first, uint32_t end)
{
    return end - first > 1 && pith__scan_opens(s, first) &&
           !(pith__scan_classes(s, first) & (PITH__GIVEN_NAMES | PITH__TITLES)) &&
           (is_frequent(s, first) || (is_small(s, first) && !is_small(s, first + 1))) &&
           !stands_inside(s, first) && stands_inside(s, first + 1);
}

/* Where the phrase of a German noun with an article and adjectives begins: "der neue | Schalter";
 * the noun itself if it has none. */
static uint32_t with_adjectives(const pith__scan *s, uint32_t noun)
{
    enum { ADJECTIVES_MAX = 2 };
    uint32_t t = noun;
    while (t > s->first && noun - t < ADJECTIVES_MAX && pith__scan_shape(s, t - 1) == PITH__LOWER &&
           !(pith__scan_classes(s, t - 1) &
             (PITH__STOP | PITH__SPEECH_VERB | PITH__DETERMINERS | PITH__PREPOSITION)))
        t--;
    return with_determiner(s, t) < t ? t - 1 : noun;
}

/* Dutchman, Englishwoman; PITH__UNKNOWN for other words. */
static pith__gender countryman(const pith__scan *s, uint32_t token)
{
    const pith__document_form *form = pith__token_form(s->document, token);
    if (!s->english || !pith__form_ends(form, 6, "man"))
        return PITH__UNKNOWN;
    return pith__form_ends(form, 6, "woman") ? PITH__FEMALE : PITH__MALE;
}

/* A name of one word without a title, as most are; or a body, if it has an article or is an
 * acronym.
 */
static void take_word(pith__scan *s, uint32_t token, const pith__word *word)
{
    uint32_t start = with_determiner(s, token), end = token + 1;
    bool acronym = word->shape == PITH__UPPER && !(word->classes & PITH__GIVEN_NAMES);
    bool body = acronym || start < token;
    if (start < token && countryman(s, token) != PITH__UNKNOWN) {
        pith__mention *m = pith__scan_add(s, PITH__DESCRIPTION, start, end);
        m->role = m->span;
        m->gender = countryman(s, token);
        return;
    }
    pith__mention *m = pith__scan_add(s, body ? PITH__BODY : PITH__NAME, start, end);
    m->name = (pith_span){s->tokens[token].start, m->span.end};
    if (!body && end < s->end && !m->possessive)
        m->role = apposition(s, end);
}

/* "OSLO — ", "OSLO (AP) — " before a text: where it was written. */
static bool is_dateline(const pith__scan *s, uint32_t first, uint32_t end)
{
    enum { AGENCY_MAX = 4 };
    uint32_t t = end;
    if (first != s->first || pith__scan_shape(s, first) != PITH__UPPER || end >= s->end)
        return false;
    if (pith__scan_byte(s, t) == '(') {
        while (t < s->end && t < end + AGENCY_MAX && pith__scan_byte(s, t) != ')')
            t++;
        t++;
    }
    return t < s->end && pith__scan_shape(s, t) == PITH__PUNCTUATION &&
           (pith__scan_byte(s, t) == '-' ||
            memcmp(s->text + s->tokens[t].start, "\xE2\x80", 2) == 0);
}

/* A capitalized run; returns the token behind. */
static uint32_t take_run(pith__scan *s, uint32_t first)
{
    uint32_t end = pith__run_end(s, first);
    if (is_dateline(s, first, end))
        return end;
    if (is_opener(s, first, end))
        first++;
    const pith__word *word = pith__scan_word(s, first);
    if (end == first + 1 && !is_known(s, first))
        return end;
    if (end == first + 1 && !s->nouns && !(word->classes & (PITH__TITLES | PITH__COLLECTIVE))) {
        take_word(s, first, word);
        return end;
    }
    pith__name_parts p = pith__run_divide(s, first, end);
    uint32_t start = with_determiner(s, first);
    if (s->nouns && start == first && end == first + 1 && !p.given && !p.titled)
        start = with_adjectives(s, first);
    if (p.name == end && !(pith__scan_classes(s, end - 1) & PITH__ROLE) && !p.collective)
        return end; /* an honorific alone */
    if (p.name == end && pith__scan_classes(s, first) & PITH__GIVEN_NAMES && end - first > 1) {
        p.name = first; /* Stephen King */
        p.titled = false;
    }
    bool office = p.titled && p.name < end && !pith__scan_is_capital(s, p.name) &&
                  !(pith__scan_classes(s, p.name) & PITH__PARTICLE);
    if (office)
        p.name = end; /* the President of the United States */
    bool acronym = end == first + 1 && pith__scan_shape(s, first) == PITH__UPPER && !p.given;
    bool role = p.name == end && (!p.collective || office);
    bool before = !role && !p.titled && p.given && start < first && /* a | Ann Lee fund */
                  pith__scan_classes(s, start) & PITH__INDEFINITE;
    bool body = !role && !p.titled && !before && (p.collective || acronym || start < first);
    start = before ? first : start;
    if (role)
        end = tail_end(s, end, 2);
    pith__mention *m = pith__scan_add(s,
                                      role                    ? PITH__DESCRIPTION
                                      : body || p.name == end ? PITH__BODY
                                                              : PITH__NAME,
                                      start, end);
    if (m->kind == PITH__DESCRIPTION) {
        m->role = m->span;
    } else {
        uint32_t name = p.name == end ? first : p.name;
        m->possessive |= before;
        m->name = pith__scan_span(s, name, m->kind == PITH__NAME ? name_end(s, name, end) : end);
        if (m->kind == PITH__NAME && p.titled && has_role(s, start, p.name))
            m->role = pith__scan_span(s, start, p.name);
        else if (m->kind == PITH__NAME && end < s->end && !m->possessive)
            m->role = apposition(s, end);
    }
    return end;
}

/* ---- all of it ---- */

static bool is_adverb(const pith__scan *s, uint32_t token)
{
    const pith__document_form *form = pith__token_form(s->document, token);
    if (form->shape != PITH__LOWER || form->classes & (PITH__PRONOUNS | PITH__DETERMINERS))
        return false;
    return form->classes & PITH__STOP || pith__form_ends(form, 4, "ly");
}

/* Nouns next to a verb of saying: "the lawsuit claims", "a Bloomberg poll also shows". */
static void take_subject(pith__scan *s, uint32_t verb)
{
    uint32_t end = verb;
    while (end > s->first && end + 3 > verb && is_adverb(s, end - 1))
        end--;
    if (end == s->first || adjacent(s, end) || !is_modifier(s, end - 1) ||
        pith__scan_is_capital(s, end - 1) || pith__scan_is_time(s, end - 1))
        return;
    uint32_t start = phrase_start(s, end - 1);
    if (pith__scan_classes(s, start) & PITH__DETERMINERS)
        pith__scan_add(s, PITH__DESCRIPTION, start, end)->role = pith__scan_span(s, start, end);
}

/* Nouns behind a verb of saying that follows marked speech: “…,” said the jailer. */
static void take_subject_behind(pith__scan *s, uint32_t verb)
{
    uint32_t first = verb + 1, end = first + 1;
    if (verb == s->first || pith__scan_shape(s, verb - 1) != PITH__PUNCTUATION ||
        pith__scan_byte(s, verb - 1) == ',' || end >= s->end ||
        !(pith__scan_classes(s, first) & PITH__DETERMINERS))
        return;
    while (end < s->end && end < first + MODIFIERS_MAX && pith__scan_shape(s, end) == PITH__LOWER &&
           is_modifier(s, end) && !is_adverb(s, end))
        end++;
    bool named = end < s->end && pith__scan_is_capital(s, end); /* the good Mrs. Holm */
    if (end > first + 1 && !named)
        pith__scan_add(s, PITH__DESCRIPTION, first, end)->role = pith__scan_span(s, first, end);
}

/* The pronoun in a verb: dit-il, a-t-elle. */
static void take_inverted(pith__scan *s, uint32_t token)
{
    const pith__document_form *form = pith__token_form(s->document, token);
    const char *hyphen = form->shape == PITH__LOWER ? strrchr(form->lower, '-') : NULL;
    uint32_t size = hyphen ? (uint32_t)strlen(hyphen + 1) : 0;
    uint32_t c = hyphen ? pith__lexicon_classes(s->words->lexicon, hyphen + 1, size) : 0;
    if (!(c & PITH__PRONOUNS) || form->length != form->lower_length)
        return;
    pith__mention *m = pith__scan_add(s, PITH__PRONOUN, token, token + 1);
    m->gender = pith__gender_of(c & PITH__PRONOUNS);
    m->span.start = m->span.end - size;
}

/* Whether the word is a verb by its form, as far as it goes: no small word that is none. */
static bool is_verb_form(const pith__scan *s, uint32_t token)
{
    static const char *const small[] = {
        "ist",  "sind",  "hat",  "haben",  "hatte",  "hatten", "habe",   "sei",  "seien",
        "war",  "waren", "wird", "werden", "wurde",  "wurden", "kann",   "soll", "will",
        "muss", "is",    "zijn", "heeft",  "hebben", "had",    "hadden", "was",  "zou"};
    const pith__document_form *form = pith__token_form(s->document, token);
    if (form->shape != PITH__LOWER || form->lower_length < 2)
        return false;
    return PITH__FORM_IS_ONE_OF(form, small) ||
           !(form->classes & (PITH__STOP | PITH__CONNECTIVE | PITH__COMPLEMENTIZER |
                              PITH__PREPOSITION | PITH__DETERMINERS));
}

/* "sie" and "zij" are she or they: what the verb beside them tells, which stands before them, or
 * else behind them, or else at the end of their clause. */
static pith__gender gender_by_verb(const pith__scan *s, uint32_t pronoun)
{
    enum { CLAUSE_MAX = 30 };
    uint32_t verb = pronoun + 1;
    bool subordinate = pronoun > s->first &&
                       pith__scan_classes(s, pronoun - 1) & (PITH__COMPLEMENTIZER | PITH__STOP) &&
                       !pith__scan_opens(s, pronoun) && !is_verb_form(s, pronoun - 1);
    if (pronoun > s->first && is_verb_form(s, pronoun - 1)) {
        verb = pronoun - 1;
    } else if (subordinate) {
        while (verb + 1 < s->end && verb < pronoun + CLAUSE_MAX &&
               pith__scan_shape(s, verb + 1) != PITH__PUNCTUATION)
            verb++;
    }
    if (verb >= s->end || !is_verb_form(s, verb))
        return PITH__UNKNOWN;
    const pith__document_form *form = pith__token_form(s->document, verb);
    return form->lower[form->lower_length - 1] == 'n' || strcmp(form->lower, "sind") == 0
               ? PITH__PLURAL
               : PITH__FEMALE;
}

/* A token that is not quiet; returns where to look next. */
static uint32_t take(pith__scan *s, uint32_t t)
{
    const pith__word *word = pith__scan_word(s, t);
    uint32_t c = word->classes;
    if (c & PITH__PRONOUNS && !(c & PITH__DETERMINERS) &&
        (word->shape != PITH__UPPER || word->length == 1)) {
        pith__mention *m = pith__scan_add(s, PITH__PRONOUN, t, t + 1);
        m->gender = c & PITH__PRONOUN_PLURAL && c & PITH__PRONOUN_FEMALE ? gender_by_verb(s, t)
                                                                         : pith__gender_of(c);
        m->relative = pith__scan_is_relative(s, t) && pith__scan_follows(s, t);
        return t + 1;
    }
    if (is_head(s, t))
        return take_description(s, t);
    if (pith__is_name_word(s, t, false) &&
        (c & PITH__GIVEN_NAMES || !pith__word_is_capital(word) || !pith__scan_opens(s, t) ||
         !pith__is_ordinary(s->document, t)))
        return take_run(s, t);
    if (is_aged(s, t)) {
        pith__scan_add(s, PITH__DESCRIPTION, t - 1, t + 1)->role = pith__scan_span(s, t - 1, t + 1);
        return t + 1;
    }
    if (c & PITH__SPEECH_VERB && s->english) {
        take_subject(s, t);
        take_subject_behind(s, t);
    }
    if (!s->english)
        take_inverted(s, t);
    return t + 1;
}

/* Whether the sentence is a paragraph of its own. */
static bool is_alone(const pith__sentences *sentences, uint32_t sentence)
{
    uint32_t paragraph = sentences->items[sentence].paragraph;
    return (sentence == 0 || sentences->items[sentence - 1].paragraph != paragraph) &&
           (sentence + 1 == sentences->count ||
            sentences->items[sentence + 1].paragraph != paragraph);
}

/* A line of its own in Title Case or in capitals: there capitals tell no names. */
static bool is_headline(const pith__scan *s)
{
    const pith__sentences *sentences = &s->document->sentences;
    if (!is_alone(sentences, s->sentence))
        return false;
    uint32_t words = 0, small = 0, large = 0; /* small: one in so many words at most */
    uint32_t share = sentences->items[s->sentence].heading ? 3 : 8;
    for (uint32_t t = s->first; t < s->end && small * share <= s->end - s->first; t++) {
        uint32_t shape = pith__scan_word(s, t)->shape;
        small += shape == PITH__LOWER;
        large += shape == PITH__UPPER;
        words += shape <= PITH__UPPER;
    }
    return (large > 1 && large == words) || (words >= 5 && small * share <= words);
}

/* The tokens that are not quiet, 64 at a time: which of them are, no processor can guess. */
typedef struct walk {
    const pith__token *tokens;
    const pith__word *of_form;
    uint32_t count, base; /* tokens; the first of the 64 */
    uint64_t telling;     /* of the 64 from there on, a bit each */
} walk;

static void look_ahead(walk *w, uint32_t base)
{
    uint32_t end = w->count - base < 64 ? w->count : base + 64;
    uint64_t telling = 0;
    for (uint32_t t = end; t-- > base;)
        telling = telling << 1 | !(w->of_form[w->tokens[t].form].naming & PITH__IS_QUIET);
    w->base = base;
    w->telling = telling;
}

/* The first one from a token on that is not quiet, or the end. */
static inline uint32_t next_telling(walk *w, uint32_t token)
{
    while (true) {
        uint32_t at = token - w->base, left = at < 64 ? 64 - at : 0;
        uint64_t telling = at < 64 ? w->telling >> at : 0;
        if (telling)
            return token + (uint32_t)__builtin_ctzll(telling);
        if (w->count - token <= left)
            return w->count;
        token += left;
        look_ahead(w, token);
    }
}

pith__mentions pith__mentions_find(pith__arena *arena, const pith__words *words)
{
    const pith_document *document = words->document;
    if (strcmp(document->language->code, "zh") == 0)
        return pith__han_mentions(arena, words);
    pith__scan s = pith__scan_open(arena, words);
    walk w = {.tokens = s.tokens, .of_form = s.of_form, .count = document->tokens.token.count};
    uint32_t next = 0, sentence = 0;
    look_ahead(&w, 0);
    s.end = 0;
    while ((next = next_telling(&w, next)) < w.count) {
        bool begins = next >= s.end;
        while (next >= s.end)
            pith__scan_turn(&s, sentence++);
        next = begins && is_headline(&s) ? s.end : take(&s, next);
    }
    return pith__scan_close(&s);
}

/* Binary search, without a branch that the processor would have to guess. */
uint32_t pith__mention_at(const pith__mentions *mentions, uint32_t byte)
{
    const pith__mention *items = mentions->items;
    uint32_t at = 0;
    for (uint32_t left = mentions->count; left > 0; left /= 2) {
        uint32_t half = (left + 1) / 2;
        at += half & -(uint32_t)(items[at + half - 1].span.start < byte);
    }
    return at;
}
