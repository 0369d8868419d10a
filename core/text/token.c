#include "text/token.h"

#include <stdlib.h>
#include <string.h>

#include "ground/block.h"
#include "ground/utf8.h"

/* What a character is to a token. */
typedef enum kind {
    SPACE,
    LETTER, /* of a script that puts spaces between words; "_" as well */
    DIGIT,
    SINGLE,   /* Han and kana: a word of its own */
    RUNNING,  /* Thai, Lao, Khmer, Burmese: words without spaces between them */
    ATTACHED, /* marks that combine with whatever stands before them */
    OTHER
} kind;

#define S SPACE
#define L LETTER
#define D DIGIT
#define O OTHER
static const unsigned char ascii_kinds[128] = {
    O, O, O, O, O, O, O, O, O, S, S, S, S, S, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
    S, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, D, D, D, D, D, D, D, D, D, D, O, O, O, O, O, O,
    O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, L,
    O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, O};
#undef S
#undef L
#undef D
#undef O

typedef struct range {
    uint32_t first, last;
    kind kind;
} range;

/* Blocks of one kind, sorted; what is in none of them goes by its Unicode category. */
static const range ranges[] = {
    {0x00AD, 0x00AD, ATTACHED}, /* soft hyphen */
    {0x00C0, 0x00D6, LETTER},   {0x00D8, 0x00F6, LETTER},  {0x00F8, 0x024F, LETTER},
    {0x0300, 0x036F, ATTACHED}, {0x0386, 0x0386, LETTER},  {0x0388, 0x03FF, LETTER},
    {0x0400, 0x0481, LETTER},   {0x048A, 0x052F, LETTER},  {0x0E01, 0x0E3A, RUNNING},
    {0x0E40, 0x0E4E, RUNNING},  {0x0E81, 0x0ECE, RUNNING}, {0x1000, 0x103F, RUNNING},
    {0x1780, 0x17D3, RUNNING},  {0x200B, 0x200B, SPACE},   {0x200C, 0x200D, ATTACHED},
    {0x2010, 0x206F, OTHER},    {0x3005, 0x3007, SINGLE},  {0x3041, 0x3096, SINGLE},
    {0x3099, 0x309A, ATTACHED}, {0x309D, 0x309F, SINGLE},  {0x30A1, 0x30FA, SINGLE},
    {0x30FC, 0x30FF, SINGLE},   {0x3400, 0x4DBF, SINGLE},  {0x4E00, 0x9FFF, SINGLE},
    {0xAC00, 0xD7A3, LETTER},   {0xF900, 0xFAFF, SINGLE},  {0xFE00, 0xFE0F, ATTACHED},
    {0xFF66, 0xFF9D, SINGLE},   {0x20000, 0x3FFFF, SINGLE}};

static int compare_range(const void *key, const void *item)
{
    uint32_t code = *(const uint32_t *)key;
    const range *r = item;
    return code < r->first ? -1 : code > r->last;
}

static kind kind_of(uint32_t code)
{
    if (code < 0x80)
        return (kind)ascii_kinds[code];
    const range *found =
        bsearch(&code, ranges, sizeof ranges / sizeof *ranges, sizeof *ranges, compare_range);
    if (found)
        return found->kind;
    if (pith__utf8_is_letter(code))
        return LETTER;
    if (pith__utf8_is_digit(code))
        return DIGIT;
    return pith__utf8_is_space(code) ? SPACE : OTHER;
}

/* A sentence while it is cut: text[at] up to text[end]. */
typedef struct cutter {
    const char *text; /* PITH__PADDING bytes can be read behind its end */
    uint32_t at, end;
} cutter;

static kind kind_at(const cutter *c, uint32_t at)
{
    return at < c->end ? kind_of(pith__utf8_at(c->text, c->end, at)) : SPACE;
}

static bool in_word(kind k)
{
    return k == LETTER || k == DIGIT || k == ATTACHED;
}

static void skip_attached(cutter *c)
{
    for (uint32_t next = c->at; c->at < c->end; c->at = next) {
        if ((unsigned char)c->text[c->at] < 0x80 ||
            kind_of(pith__utf8_next(c->text, &next)) != ATTACHED)
            return;
    }
}

/* Over the letters and digits. *letters counts characters up to 2, for "U.S.". */
static void skip_run(cutter *c, uint32_t *letters)
{
    *letters = 0;
    while (c->at < c->end) {
        unsigned char byte = (unsigned char)c->text[c->at];
        uint32_t next = c->at + 1;
        kind k = byte < 0x80 ? (kind)ascii_kinds[byte]
                             : kind_of((next = c->at, pith__utf8_next(c->text, &next)));
        if (!in_word(k))
            return;
        *letters += k != ATTACHED && *letters < 2;
        c->at = next;
    }
}

/* Whether a character between two runs of letters or digits joins them: `before` and `after` are
 * the kinds of its neighbours, `next` the character behind it, `letters` the length of the run
 * before it. */
static bool joins(uint32_t code, kind before, kind after, uint32_t next, uint32_t letters)
{
    bool digits = before == DIGIT && after == DIGIT;
    switch (code) {
    case '-':
    case 0x2010:
    case 0x2011:
    case '@':
        return in_word(after);
    case '\'':
    case 0x2019:
        return before == LETTER && after == LETTER;
    case '&':
        return before == LETTER && after == LETTER;
    case '.':
        return digits || (in_word(after) && (letters == 1 || !pith__utf8_is_upper(next)));
    case ',':
    case ':':
    case '/':
        return digits;
    default:
        return false;
    }
}

/* Over "://host/path?query", without the punctuation that ends it. */
static void skip_address(cutter *c)
{
    c->at += 3;
    uint32_t end = c->at;
    while (c->at < c->end) {
        uint32_t code = pith__utf8_next(c->text, &c->at);
        kind k = kind_of(code);
        if (k == SPACE || k == SINGLE ||
            (k == OTHER && (code >= 0x80 || strchr("<>\"`", (int)code))))
            break;
        if (k != OTHER || code == '/' || code == '=')
            end = c->at;
    }
    c->at = end;
}

/* Over a word that begins at c->at. */
static void cut_word(cutter *c)
{
    bool initials = true; /* so far single letters, each with a stop behind it: "U.S" */
    uint32_t start = c->at;
    for (;;) {
        uint32_t run = c->at, letters;
        skip_run(c, &letters);
        initials = initials && letters == 1 && kind_at(c, run) == LETTER;
        if (c->at >= c->end || c->text[c->at] == ' ')
            return;
        uint32_t here = c->at, behind = here;
        uint32_t code = pith__utf8_next(c->text, &behind);
        if (code == ':' && here > start && c->end - here > 3 &&
            memcmp(c->text + here, "://", 3) == 0) {
            skip_address(c);
            return;
        }
        if (code == '.' && initials && run > start &&
            (behind >= c->end || !in_word(kind_at(c, behind)))) {
            c->at = behind;
            return;
        }
        uint32_t before = here;
        kind k = kind_of(pith__utf8_previous(c->text, &before));
        if (!joins(code, k, kind_at(c, behind), pith__utf8_at(c->text, c->end, behind), letters))
            return;
        initials = initials && code == '.';
        c->at = behind;
    }
}

static void cut_running(cutter *c)
{
    while (c->at < c->end) {
        kind k = kind_at(c, c->at);
        if (k != RUNNING && k != ATTACHED)
            return;
        pith__utf8_next(c->text, &c->at);
    }
}

static void cut_repeated(cutter *c, uint32_t code)
{
    while (c->at < c->end) {
        uint32_t next = c->at;
        if (pith__utf8_next(c->text, &next) != code)
            break;
        c->at = next;
    }
    skip_attached(c);
}

/* ---- the common case: a word of ASCII letters and digits ---- */

/* How many ASCII letters and digits there are from a place on. */
static inline uint32_t plain_length(const char *text)
{
    for (uint32_t length = 0;; length += PITH__BLOCK) {
        pith__block b = pith__block_load(text + length);
        pith__block digits = (pith__block)(b - pith__block_of('0') < pith__block_of(10));
        uint32_t others = ~pith__block_bits(pith__block_letters(b) | digits);
        if (others & ((1u << PITH__BLOCK) - 1))
            return length + (uint32_t)__builtin_ctz(others);
    }
}

/* Whether a word surely ends before these two bytes: see joins. */
static inline bool parts(unsigned char here, unsigned char next)
{
    enum { NEVER, ALWAYS, BEFORE_OTHERS };
    static const unsigned char how[128] = {
        ['\0'] = ALWAYS,       ['\t'] = ALWAYS,       ['\n'] = ALWAYS,       ['\r'] = ALWAYS,
        [' '] = ALWAYS,        ['"'] = ALWAYS,        ['('] = ALWAYS,        [')'] = ALWAYS,
        [';'] = ALWAYS,        ['!'] = ALWAYS,        ['?'] = ALWAYS,        [']'] = ALWAYS,
        [','] = BEFORE_OTHERS, ['.'] = BEFORE_OTHERS, ['-'] = BEFORE_OTHERS, [':'] = BEFORE_OTHERS};
    if (here >= 0x80 || how[here] == NEVER)
        return false;
    return how[here] == ALWAYS || (next < 0x80 && ascii_kinds[next] != LETTER &&
                                   ascii_kinds[next] != DIGIT && next != '/');
}

/* Over the word that begins at c->at, if it is one of these. */
static inline bool cut_plain_word(cutter *c)
{
    uint32_t end = c->at + plain_length(c->text + c->at);
    if (end > c->end)
        end = c->end;
    if (end == c->at ||
        (end < c->end && !parts((unsigned char)c->text[end], (unsigned char)c->text[end + 1])))
        return false;
    c->at = end;
    return true;
}

/* Moves over the next token and gives what it is: SPACE when there is none left. *start gets where
 * it begins. */
static kind cut(cutter *c, uint32_t *start)
{
    while (c->at < c->end) {
        if (c->text[c->at] == ' ') {
            c->at++;
            continue;
        }
        *start = c->at;
        if (cut_plain_word(c))
            return LETTER;
        uint32_t code = pith__utf8_next(c->text, &c->at);
        kind k = kind_of(code);
        switch (k) {
        case SPACE:
            continue;
        case LETTER:
        case DIGIT:
            c->at = *start;
            cut_word(c);
            return k;
        case RUNNING:
            cut_running(c);
            return k;
        case SINGLE:
            skip_attached(c);
            return k;
        case ATTACHED:
        case OTHER:
            cut_repeated(c, code);
            return OTHER;
        }
    }
    return SPACE;
}

/* ---- tokens ---- */

/* Words that are looked up together. */
typedef struct batch {
    pith__written word[PITH__BATCH];
    uint32_t start[PITH__BATCH];
    uint32_t count;
} batch;

/* The document's number of a form of the vocabulary. What that keeps from an earlier text does not
 * hold: then the form of that number, if there is one, is another. (A sparse set: Briggs and
 * Torczon, 1993.) Half of the forms that come are new, which no processor can guess: there is room
 * for one more, and it is written to in both cases. */
static uint32_t number_of(pith__vocabulary *vocabulary, pith__tokens *tokens, uint32_t known)
{
    pith__form *form = &vocabulary->forms.items[known];
    uint32_t *forms = tokens->forms.items, count = tokens->forms.count, number = form->document;
    bool is_new = (number >= count) | (forms[number < count ? number : 0] != known);
    forms[count] = known;
    tokens->forms.count += is_new;
    return form->document = is_new ? count : number;
}

static void add_tokens(pith__arena *arena, pith__vocabulary *vocabulary, pith__tokens *tokens,
                       batch *b)
{
    uint32_t known[PITH__BATCH];
    pith__vocabulary_forms(vocabulary, b->word, b->count, known);
    while (tokens->forms.room - tokens->forms.count <= b->count)
        tokens->forms.items = pith__array_grow(arena, tokens->forms.items, &tokens->forms.room,
                                               sizeof *tokens->forms.items);
    for (uint32_t i = 0; i < b->count; i++)
        *pith__array_add(arena, &tokens->token) =
            (pith__token){b->start[i], number_of(vocabulary, tokens, known[i])};
    b->count = 0;
}

pith__tokens pith__tokens_find(pith__arena *arena, pith__vocabulary *vocabulary, pith__text text,
                               pith__sentences sentences)
{
    pith__tokens tokens = {0};
    batch b = {.count = 0};
    tokens.first = pith__arena_alloc(arena, (sentences.count + 1u) * sizeof *tokens.first);
    for (uint32_t i = 0; i < sentences.count; i++) {
        pith_span span = sentences.items[i].span;
        cutter c = {text.bytes, span.start, span.end};
        tokens.first[i] = tokens.token.count + b.count;
        for (kind k; (k = cut(&c, &b.start[b.count])) != SPACE;) {
            uint32_t start = b.start[b.count];
            pith__written_in(vocabulary, text.bytes + start, c.at - start, &b.word[b.count++]);
            tokens.words += k != OTHER;
            if (b.count == PITH__BATCH)
                add_tokens(arena, vocabulary, &tokens, &b);
        }
    }
    add_tokens(arena, vocabulary, &tokens, &b);
    tokens.first[sentences.count] = tokens.token.count;
    pith__array_trim(arena, &tokens.token);
    pith__array_trim(arena, &tokens.forms);
    return tokens;
}
