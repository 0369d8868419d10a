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
    if (code - 0x2010 <= 0x206F - 0x2010) /* dashes and quotation marks */
        return OTHER;
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

/* Moves over the token that begins at c->at and gives what it is, or over one character of white
 * space: SPACE. */
static kind cut(cutter *c)
{
    uint32_t start = c->at;
    uint32_t code = pith__utf8_next(c->text, &c->at);
    kind k = kind_of(code);
    switch (k) {
    case SPACE:
        return k;
    case LETTER:
    case DIGIT:
        c->at = start;
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
    return k;
}

/* ---- the common case: a word of ASCII letters and digits, or one mark ---- */

/* What a character says of the token before it and, if that may end there, of the one before
 * itself. */
enum {
    PARTS = 1,        /* no word goes on with it */
    PARTS_MOSTLY = 2, /* nor with it, if it is not joined to the next: see joins */
    ALONE = 4         /* a mark */
};

/* Nothing is told of what is not ASCII. */
static const unsigned char plain_kinds[256] = {['/'] = PARTS_MOSTLY | ALONE,
                                               ['\0'] = PARTS,
                                               ['\t'] = PARTS,
                                               ['\n'] = PARTS,
                                               ['\r'] = PARTS,
                                               [' '] = PARTS,
                                               ['"'] = PARTS | ALONE,
                                               ['('] = PARTS | ALONE,
                                               [')'] = PARTS | ALONE,
                                               [';'] = PARTS | ALONE,
                                               ['!'] = PARTS | ALONE,
                                               ['?'] = PARTS | ALONE,
                                               [']'] = PARTS | ALONE,
                                               [','] = PARTS_MOSTLY | ALONE,
                                               ['.'] = PARTS_MOSTLY | ALONE,
                                               ['-'] = PARTS_MOSTLY | ALONE,
                                               [':'] = PARTS_MOSTLY | ALONE,
                                               ['['] = PARTS | ALONE,
                                               ['$'] = PARTS | ALONE,
                                               ['%'] = PARTS | ALONE,
                                               ['&'] = PARTS_MOSTLY | ALONE,
                                               ['\''] = PARTS_MOSTLY | ALONE,
                                               ['@'] = PARTS_MOSTLY | ALONE,
                                               ['#'] = PARTS | ALONE,
                                               ['*'] = PARTS | ALONE,
                                               ['+'] = PARTS | ALONE,
                                               ['='] = PARTS | ALONE,
                                               ['<'] = PARTS | ALONE,
                                               ['>'] = PARTS | ALONE,
                                               ['`'] = PARTS | ALONE,
                                               ['\\'] = PARTS | ALONE,
                                               ['^'] = PARTS | ALONE,
                                               ['{'] = PARTS | ALONE,
                                               ['|'] = PARTS | ALONE,
                                               ['}'] = PARTS | ALONE,
                                               ['~'] = PARTS | ALONE};

/* Which bytes of a block are ASCII letters or digits, a bit each. */
static inline uint32_t plain_bits(pith__block b)
{
    return pith__block_bits(pith__block_letters(b) | pith__block_within(b, '0', 10));
}

/* The length of a word of such that begins a block, of which `length` bytes are known, with what it
 * is joined to by hyphens and apostrophes: see joins. */
static uint32_t joined_length(const char *word, uint32_t plain, uint32_t length)
{
    for (;;) {
        bool curled = memcmp(word + length, "\xE2\x80\x99", 3) == 0;
        uint32_t next = length + (curled ? 3 : 1);
        if (next >= PITH__HEAD || !(plain >> next & 1))
            return length;
        bool letters = ascii_kinds[(unsigned char)word[length - 1]] == LETTER &&
                       ascii_kinds[(unsigned char)word[next]] == LETTER;
        if (word[length] != '-' && !((curled || word[length] == '\'') && letters))
            return length;
        length = next + (uint32_t)__builtin_ctz(~(plain >> next));
    }
}

/* Whether a mark between words may join them to what follows: a letter, a digit, "//", or what is
 * not ASCII. */
static inline bool may_join(unsigned char next)
{
    return next >= 0x80 || ascii_kinds[next] == LETTER || ascii_kinds[next] == DIGIT || next == '/';
}

/* Whether a word of letters and digits surely ends before a character. */
static inline bool parts(const char *at)
{
    const unsigned char *here = (const unsigned char *)at;
    unsigned how = plain_kinds[here[0]];
    return (how & PARTS) || ((how & PARTS_MOSTLY) && !may_join(here[1]));
}

/* Whether a character is a token for certain. */
static inline bool is_alone(const char *at)
{
    const unsigned char *here = (const unsigned char *)at;
    return (plain_kinds[here[0]] & ALONE) && here[1] < 0x80 && here[1] != here[0];
}

/* ---- tokens ---- */

enum { BATCH = 64 };

/* Words that are looked up together. */
typedef struct batch {
    pith__written word[BATCH];
} batch;

/* Cutting. A look-up mostly waits for memory: where a word would be is asked for when it is cut,
 * its form when its batch is full, and both are looked at when the next one is. */
typedef struct reader {
    pith__arena *arena;
    pith__vocabulary *vocabulary;
    pith__index index; /* of the vocabulary */
    const char *text;
    pith__tokens tokens;
    uint32_t marks;   /* tokens that are punctuation */
    batch *current;   /* of the two: the one that is filled */
    uint32_t waiting; /* words in the other */
    batch batches[2];
} reader;

static batch *other_of(reader *r)
{
    return r->current == r->batches ? r->batches + 1 : r->batches;
}

/* Looks up the words that wait and gives them their numbers in the document. What the vocabulary
 * keeps of these from an earlier text does not hold: then the form of that number, if there is one,
 * is another. (A sparse set: Briggs and Torczon, 1993.) Half of the forms that come are new, which
 * no processor can guess: there is room for one more, and it is written to in both cases. What is
 * read does not depend on how many there are, which is known late. */
static void number_words(reader *r)
{
    pith__index index = r->index;
    uint32_t *forms = r->tokens.forms.items, count = r->tokens.forms.count, known;
    const uint32_t room = r->tokens.forms.room;
    pith__token *token = r->tokens.token.items + r->tokens.token.count;
    const pith__written *word = other_of(r)->word, *last = word + r->waiting;
    for (; word < last; word++, token++) {
        if (!pith__index_has(&index, word, &known)) {
            known = pith__vocabulary_form(r->vocabulary, word);
            index = pith__index_of(r->vocabulary);
        }
        pith__form *form = &index.forms[known];
        uint32_t number = form->document, within = -(uint32_t)(number < room);
        uint32_t is_new = (uint32_t)(number >= count) | (forms[number & within] != known);
        number += (count - number) & -is_new;
        forms[count] = known;
        count += is_new;
        form->document = number;
        token->start = (uint32_t)(word->bytes - r->text);
        token->form = number;
    }
    r->index = index;
    r->tokens.token.count += r->waiting;
    r->tokens.forms.count = count;
}

/* What is not yet taken is cleared. */
static void grow_forms(reader *r)
{
    uint32_t *room = &r->tokens.forms.room, old = *room;
    size_t size = sizeof *r->tokens.forms.items;
    r->tokens.forms.items = pith__array_grow(r->arena, r->tokens.forms.items, room, size);
    memset(r->tokens.forms.items + old, 0, (*room - old) * size);
}

/* Ends the batch that is filled, up to `end`; gives where the next one begins. */
static __attribute__((noinline)) pith__written *end_batch(reader *r, const pith__written *end)
{
    pith__tokens *tokens = &r->tokens;
    while (tokens->forms.room - tokens->forms.count <= BATCH)
        grow_forms(r);
    while (tokens->token.room - tokens->token.count < BATCH)
        tokens->token.items = pith__array_grow(r->arena, tokens->token.items, &tokens->token.room,
                                               sizeof *tokens->token.items);
    number_words(r);
    pith__index index = r->index;
    for (const pith__written *word = r->current->word; word < end; word++)
        __builtin_prefetch(pith__index_first(&index, word));
    r->waiting = (uint32_t)(end - r->current->word);
    r->current = other_of(r);
    return r->current->word;
}

/* Takes any token; gives where it ends. If there is white space, the word has no bytes. */
static __attribute__((noinline)) const char *take_other(reader *r, const char *at, const char *end,
                                                        pith__written *word)
{
    cutter c = {r->text, (uint32_t)(at - r->text), (uint32_t)(end - r->text)};
    kind k = cut(&c);
    const char *stop = r->text + c.at;
    word->length = 0;
    r->marks += k == OTHER;
    if (k != SPACE)
        pith__written_in(&r->index, at, (uint32_t)(stop - at), word);
    return stop;
}

/* The bytes from `start` on: which are ASCII letters or digits and which are spaces, a bit each. */
typedef struct window {
    const char *start;
    uint64_t plain, spaces;
} window;

enum { WINDOW = PITH__PADDING };

static inline window window_at(const char *start)
{
    window w = {start, 0, 0};
#pragma GCC unroll 4
    for (uint32_t i = 0; i < WINDOW; i += PITH__BLOCK) {
        pith__block b = pith__block_load(start + i);
        w.plain |= (uint64_t)plain_bits(b) << i;
        w.spaces |= (uint64_t)pith__block_bits(pith__block_equal(b, ' ')) << i;
    }
    return w;
}

/* Whether a word of letters and digits, of fewer bytes than its head has, surely ends behind
 * `length` of these. */
static inline bool ends_behind(const char *at, uint32_t length, uint64_t spaces, const char *end)
{
    const char *stop = at + length;
    return length - 1 < PITH__HEAD - 1 &&
           (stop < end ? (spaces >> length & 1) || parts(stop) : stop == end);
}

/* Cuts a sentence; gives the end of the batch. */
static pith__written *read_sentence(reader *r, const char *at, const char *end, pith__written *word)
{
    pith__index index = r->index;
    const pith__written *full = r->current->word + BATCH;
    window w = window_at(at);
    while (at < end) {
        if (at - w.start > WINDOW - PITH__HEAD)
            w = window_at(at);
        uint64_t plain = w.plain >> (at - w.start), spaces = w.spaces >> (at - w.start);
        uint32_t length = (uint32_t)__builtin_ctzll(~plain | 1u << PITH__HEAD);
        bool ends = ends_behind(at, length, spaces, end);
        if (length && !ends) {
            length = joined_length(at, (uint32_t)plain & 0xFFFF, length);
            ends = ends_behind(at, length, spaces, end);
        }
        if (ends) {
            pith__written_short(&index, at, pith__block_load(at), length, word++);
            at += length + (spaces >> length & 1);
        } else if (!length && is_alone(at)) {
            pith__written_short(&index, at, pith__block_load(at), 1, word++);
            r->marks++;
            at += 1 + (spaces >> 1 & 1);
        } else {
            at = take_other(r, at, end, word);
            at += *at == ' ';
            word += word->length > 0;
        }
        if (word < full)
            continue;
        word = end_batch(r, word);
        full = word + BATCH;
        index = r->index;
    }
    return word;
}

/* Gives back the room that is left over, but for the padding. */
static void pad(pith__arena *arena, pith__tokens *tokens)
{
    uint32_t count = tokens->token.count;
    tokens->token.items = pith__arena_resize(
        arena, tokens->token.items, (size_t)tokens->token.room * sizeof *tokens->token.items,
        ((size_t)count + PITH__TOKENS_PADDING) * sizeof *tokens->token.items);
    tokens->token.room = count + PITH__TOKENS_PADDING;
    for (uint32_t i = 0; i < PITH__TOKENS_PADDING; i++)
        tokens->token.items[count + i] = (pith__token){UINT32_MAX, 0};
}

pith__tokens pith__tokens_find(pith__arena *arena, pith__vocabulary *vocabulary, pith__text text,
                               pith__sentences sentences)
{
    reader r;
    r.arena = arena;
    r.vocabulary = vocabulary;
    r.index = pith__index_of(vocabulary);
    r.text = text.bytes;
    r.tokens = (pith__tokens){0};
    r.marks = r.waiting = 0;
    r.current = r.batches;
    pith__written *word = r.current->word;
    uint32_t *first = pith__arena_alloc(arena, (sentences.count + 1u) * sizeof *first);
    for (uint32_t i = 0; i < sentences.count; i++) {
        pith_span span = sentences.items[i].span;
        first[i] = r.tokens.token.count + r.waiting + (uint32_t)(word - r.current->word);
        word = read_sentence(&r, text.bytes + span.start, text.bytes + span.end, word);
    }
    word = end_batch(&r, word);
    end_batch(&r, word); /* the one that waits */
    first[sentences.count] = r.tokens.token.count;
    pad(arena, &r.tokens);
    pith__array_trim(arena, &r.tokens.forms);
    r.tokens.first = first;
    r.tokens.words = r.tokens.token.count - r.marks;
    return r.tokens;
}
