#include "quotes/trait.h"

#include <assert.h>
#include <string.h>

#include "ground/utf8.h"

/* ---- forms ---- */

typedef enum kind {
    EDGE,
    COMMA,
    STOP,
    COLON,
    BRACKET,
    SIGN,
    OPENING,
    CLOSING,
    THAT,
    SAYING,
    ATTRIBUTIVE,
    STATEMENT,
    PRONOUN,
    DETERMINER,
    PREPOSITION,
    ROLE,
    SMALL,
    NUMBER,
    NAME,
    ED,
    ING,
    LY,
    PLURAL,
    OTHER
} kind;

static uint32_t hash_of(const char *bytes, uint32_t length)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (uint32_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 16777619u;
    return hash ^ hash >> 15;
}

static bool ends_in(const pith__document_form *form, const char *ending)
{
    uint32_t length = (uint32_t)strlen(ending);
    return form->lower_length > length + 1 &&
           memcmp(form->lower + form->lower_length - length, ending, length) == 0;
}

static kind kind_of_sign(const char *sign)
{
    static const struct {
        const char *sign;
        kind kind;
    } signs[] = {{",", COMMA},   {".", STOP},    {"!", STOP},   {"?", STOP},
                 {"…", STOP},    {";", COLON},   {":", COLON},  {"(", BRACKET},
                 {")", BRACKET}, {"[", BRACKET}, {"]", BRACKET}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (strcmp(sign, signs[i].sign) == 0)
            return signs[i].kind;
    }
    return SIGN;
}

static kind kind_of_word(const pith__document_form *form)
{
    static const struct {
        uint32_t classes;
        kind kind;
    } classes[] = {
        {PITH__COMPLEMENTIZER, THAT},
        {PITH__ATTRIBUTIVE, ATTRIBUTIVE},
        {PITH__SPEECH_VERB, SAYING},
        {PITH__SPEECH_NOUN, STATEMENT},
        {PITH__PRONOUN_MALE | PITH__PRONOUN_FEMALE | PITH__PRONOUN_PLURAL | PITH__PRONOUN_OTHER,
         PRONOUN},
        {PITH__DETERMINER | PITH__INDEFINITE, DETERMINER},
        {PITH__PREPOSITION, PREPOSITION},
        {PITH__ROLE | PITH__COLLECTIVE | PITH__HONORIFIC, ROLE}};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        if (form->classes & classes[i].classes)
            return classes[i].kind;
    }
    return EDGE;
}

static kind kind_of(const pith__document_form *form)
{
    if (form->shape == PITH__PUNCTUATION)
        return kind_of_sign(form->lower);
    kind known = kind_of_word(form);
    if (known != EDGE)
        return known;
    if (form->shape == PITH__NUMBER)
        return NUMBER;
    if (form->classes & PITH__STOP)
        return SMALL;
    if (form->shape != PITH__LOWER)
        return NAME;
    return ends_in(form, "ed")    ? ED
           : ends_in(form, "ing") ? ING
           : ends_in(form, "ly")  ? LY
           : ends_in(form, "s")   ? PLURAL
                                  : OTHER;
}

pith__traits pith__traits_of(pith__arena *arena, const pith_document *document,
                             const pith__markeds *regions)
{
    uint32_t count = document->terms.form.count;
    pith__form_trait *traits = pith__arena_alloc(arena, (count + 1u) * sizeof *traits);
    for (uint32_t i = 0; i < count; i++) {
        const pith__document_form *form = &document->terms.form.items[i];
        uint32_t tail = form->lower_length < 3 ? form->lower_length : 3;
        traits[i].word = hash_of(form->lower, form->lower_length);
        traits[i].ending = hash_of(form->lower + form->lower_length - tail, tail);
        traits[i].kind = (uint8_t)kind_of(form);
        traits[i].shape = (uint8_t)form->shape;
        traits[i].cue =
            form->classes & (PITH__SPEECH_VERB | PITH__SPEECH_NOUN | PITH__ATTRIBUTIVE) ||
            traits[i].word == hash_of("according", 9);
    }
    return (pith__traits){document, regions, traits};
}

/* ---- spots ---- */

enum { OUTSIDE, FIRST_INSIDE, INSIDE, LAST_INSIDE, AT_OPENING, AT_CLOSING };
enum { NO_GAP = 15, NO_CUE = 12 };

static uint8_t grouped(uint32_t distance)
{
    static const uint8_t groups[] = {0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 7, 7, 7, 7, 7};
    if (distance < sizeof groups)
        return groups[distance];
    return distance < 25 ? 8 : 9;
}

static void set_mark(const pith__marked *region, uint32_t token, pith_span span, pith__spot *spot)
{
    uint32_t length = region->end - region->first;
    spot->region = (uint8_t)(1 + (int)region->class +
                             6 * (length < 3    ? 0
                                  : length < 8  ? 1
                                  : length < 20 ? 2
                                                : 3));
    if (span.start < region->span.start) {
        spot->mark = AT_OPENING;
        spot->kind = OPENING;
    } else if (span.start >= region->span.end) {
        spot->mark = AT_CLOSING;
        spot->kind = CLOSING;
    } else {
        spot->mark = token == region->first     ? FIRST_INSIDE
                     : token + 1 == region->end ? LAST_INSIDE
                                                : INSIDE;
    }
}

static bool in_speech(const pith__spot *spot)
{
    return spot->region && (spot->region - 1) % 6 == PITH__MARKED_SPEECH;
}

static void fill_forms(const pith__traits *traits, uint32_t first, uint32_t end, uint32_t region,
                       pith__spot *spots)
{
    for (uint32_t token = first; token < end; token++) {
        pith_span span = pith__token_span(traits->document, token);
        const pith__form_trait *form =
            &traits->of_form[traits->document->tokens.token.items[token].form];
        pith__spot *spot = &spots[token - first];
        *spot = (pith__spot){
            .word = form->word, .ending = form->ending, .kind = form->kind, .shape = form->shape};
        while (region < traits->regions->count &&
               traits->regions->items[region].outer.end <= span.start)
            region++;
        if (region < traits->regions->count &&
            traits->regions->items[region].outer.start <= span.start)
            set_mark(&traits->regions->items[region], token, span, spot);
        spot->cue = form->cue && !in_speech(spot);
    }
}

/* What a walk remembers of the cue that it passed and of what came after. */
typedef struct passed {
    uint32_t cue, gap;
    uint8_t commas, that, other;
} passed;

static uint8_t seen(const passed *p)
{
    return (uint8_t)(p->commas + 3 * p->that + 6 * p->other);
}

static void pass(passed *p, const pith__spot *spot)
{
    p->gap++;
    if (spot->cue) {
        *p = (passed){.cue = spot->word};
        return;
    }
    if (spot->kind == COMMA && p->commas < 2)
        p->commas++;
    p->that |= spot->kind == THAT;
    p->other |= spot->kind == COLON || spot->kind == OPENING || spot->kind == STOP;
}

static void fill_cues(pith__spot *spots, uint32_t first, uint32_t end)
{
    passed left = {0}, right = {0};
    uint32_t first_cue = 0, last_cue = 0;
    for (uint32_t i = first; i < end; i++) {
        pass(&left, &spots[i]);
        spots[i].left_cue = left.cue;
        spots[i].left_gap = left.cue ? grouped(left.gap) : NO_GAP;
        spots[i].since = left.cue ? seen(&left) : NO_CUE;
        first_cue = first_cue ? first_cue : left.cue;
    }
    for (uint32_t i = end; i-- > first;) {
        pass(&right, &spots[i]);
        spots[i].right_cue = right.cue;
        spots[i].right_gap = right.cue ? grouped(right.gap) : NO_GAP;
        spots[i].until = right.cue ? seen(&right) : NO_CUE;
        last_cue = last_cue ? last_cue : right.cue;
    }
    for (uint32_t i = first; i < end; i++) {
        spots[i].first_cue = first_cue;
        spots[i].last_cue = last_cue;
    }
}

static void fill_places(pith__spot *spots, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        spots[i].from_start = grouped(i - first);
        spots[i].to_end = grouped(end - 1 - i);
    }
}

void pith__spots_fill(const pith__traits *traits, uint32_t first_sentence, uint32_t end_sentence,
                      uint32_t region, pith__spot *spots)
{
    const uint32_t *firsts = traits->document->tokens.first;
    uint32_t base = firsts[first_sentence], from = 0;
    fill_forms(traits, base, firsts[end_sentence], region, spots);
    for (uint32_t s = first_sentence; s < end_sentence; s++) {
        uint32_t next = firsts[s + 1] - base;
        fill_places(spots, firsts[s] - base, next);
        /* the sentences of one marked region have their cue outside it */
        if (s + 1 < end_sentence && (spots[next].mark == INSIDE || spots[next].mark == LAST_INSIDE))
            continue;
        fill_cues(spots, from, next);
        from = next;
    }
}

/* ---- rows ---- */

/* The values of the traits, in the order of their templates. */
typedef struct list {
    uint32_t a[PITH__TRAITS], b[PITH__TRAITS];
    uint32_t count;
} list;

static inline void put(list *l, uint32_t a, uint32_t b)
{
    l->a[l->count] = a;
    l->b[l->count++] = b;
}

/* The same value has a row of its own in each template: the high bits of a product with a number
 * near the golden section of 2^64 (Knuth 1998, section 6.4). */
static void hash_rows(const list *l, uint32_t rows[PITH__TRAITS])
{
    static const uint64_t golden = 0x9E3779B97F4A7C15u;
    uint64_t template = 0;
    for (uint32_t i = 0; i < PITH__TRAITS; i++, template += golden) {
        uint64_t value = (uint64_t)l->b[i] << 32 | l->a[i];
        uint32_t hash = (uint32_t)((value ^ template) * golden >> 48);
        rows[i] = hash - (hash % 512 == 511); /* see tagger.h */
    }
}

static void put_words(list *l, const pith__spot *const s[7])
{
    for (int i = 0; i < 7; i++)
        put(l, s[i]->word, 0);
    put(l, s[2]->word, s[3]->word);
    put(l, s[3]->word, s[4]->word);
    put(l, s[2]->ending, 0);
    put(l, s[3]->ending, 0);
    put(l, s[4]->ending, 0);
}

static void put_kinds(list *l, const pith__spot *const s[7])
{
    uint32_t before = s[2]->kind, here = s[3]->kind, after = s[4]->kind;
    put(l, here, 0);
    put(l, before << 5 | here, 0);
    put(l, here << 5 | after, 0);
    put(l, (uint32_t)s[2]->shape << 10 | (uint32_t)s[3]->shape << 5 | s[4]->shape, 0);
}

static void put_places(list *l, const pith__spot *const s[7])
{
    const pith__spot *t = s[3];
    put(l, t->mark, t->region);
    put(l, (uint32_t)s[2]->mark << 8 | t->mark, t->region);
    put(l, (uint32_t)s[4]->mark << 8 | t->mark, t->region);
    put(l, (uint32_t)t->mark << 8 | t->kind, 0);
    put(l, (uint32_t)t->mark << 8 | t->left_gap, t->region);
    put(l, (uint32_t)t->mark << 8 | t->right_gap, t->region);
    put(l, t->from_start, t->first_cue);
    put(l, t->to_end, t->last_cue);
}

static void put_cues(list *l, const pith__spot *const s[7])
{
    const pith__spot *t = s[3];
    put(l, t->left_cue, 0);
    put(l, t->left_cue, t->left_gap);
    put(l, t->left_cue, t->since);
    put(l, t->left_cue, t->kind);
    put(l, t->left_gap, t->since);
    put(l, t->since, t->kind);
    put(l, t->since, t->word);
    put(l, (uint32_t)t->left_gap << 8 | t->since, (uint32_t)s[2]->kind << 8 | t->kind);
    put(l, t->right_cue, 0);
    put(l, t->right_cue, t->right_gap);
    put(l, t->right_cue, t->until);
    put(l, t->right_gap, t->until);
    put(l, t->right_gap, t->kind);
    put(l, (uint32_t)t->right_gap << 8 | t->until, (uint32_t)t->kind << 8 | s[4]->kind);
}

void pith__spot_rows(const pith__spot *spots, uint32_t count, uint32_t i,
                     uint32_t rows[PITH__TRAITS])
{
    static const pith__spot edge;
    const pith__spot *around[7];
    for (uint32_t k = 0; k < 7; k++)
        around[k] = i + k >= 3 && i + k - 3 < count ? &spots[i + k - 3] : &edge;
    list l;
    l.count = 0;
    put_words(&l, around);
    put_kinds(&l, around);
    put_places(&l, around);
    put_cues(&l, around);
    assert(l.count == PITH__TRAITS);
    hash_rows(&l, rows);
}
