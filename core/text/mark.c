#include "text/mark.h"

#include <string.h>

#include "ground/block.h"
#include "ground/utf8.h"

/* ---- characters ---- */

/* Marks of one family can be partners. */
typedef enum family { NO_FAMILY, DOUBLE, SINGLE, ANGLE, SINGLE_ANGLE, CORNER, WHITE_CORNER } family;
enum { FAMILIES = WHITE_CORNER + 1 };

/* What a mark is where its surroundings do not tell. */
typedef enum habit {
    OPENS,         /* always */
    CLOSES,        /* always */
    OPENS_MOSTLY,  /* “ ‘ «: closes what „ ‚ » opened */
    CLOSES_MOSTLY, /* ” ’ »: opens as well in Swedish, Danish */
    TURNS          /* " ': closes if one is open */
} habit;

typedef struct character {
    uint32_t code;
    family family;
    habit habit;
} character;

static const character characters[] = {{'"', DOUBLE, TURNS},
                                       {0xFF02, DOUBLE, TURNS},
                                       {0x201C, DOUBLE, OPENS_MOSTLY},
                                       {0x201D, DOUBLE, CLOSES_MOSTLY},
                                       {0x201E, DOUBLE, OPENS},
                                       {0x201F, DOUBLE, OPENS},
                                       {0x301D, DOUBLE, OPENS},
                                       {0x301E, DOUBLE, CLOSES},
                                       {0x301F, DOUBLE, CLOSES},
                                       {'\'', SINGLE, TURNS},
                                       {'`', SINGLE, OPENS},
                                       {0x2018, SINGLE, OPENS_MOSTLY},
                                       {0x2019, SINGLE, CLOSES_MOSTLY},
                                       {0x201A, SINGLE, OPENS},
                                       {0x201B, SINGLE, OPENS},
                                       {0xAB, ANGLE, OPENS_MOSTLY},
                                       {0xBB, ANGLE, CLOSES_MOSTLY},
                                       {0x2039, SINGLE_ANGLE, OPENS_MOSTLY},
                                       {0x203A, SINGLE_ANGLE, CLOSES_MOSTLY},
                                       {0x300C, CORNER, OPENS},
                                       {0x300D, CORNER, CLOSES},
                                       {0xFF62, CORNER, OPENS},
                                       {0xFF63, CORNER, CLOSES},
                                       {0x300E, WHITE_CORNER, OPENS},
                                       {0x300F, WHITE_CORNER, CLOSES}};

/* Marks that are written as two ASCII characters. */
static const character twins[] = {
    {'`', DOUBLE, OPENS}, {'\'', DOUBLE, TURNS}, {',', DOUBLE, OPENS}};

static const character *character_of(uint32_t code)
{
    if (code >= 0x80 && code != 0xAB && code != 0xBB && code < 0x2018)
        return NULL;
    if (code > 0x203A && code < 0x300C) /* most dashes and dots are before these */
        return NULL;
    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++) {
        if (characters[i].code == code)
            return &characters[i];
    }
    return NULL;
}

/* First bytes of marks. A table, since every byte of a text is asked. */
static const bool may_begin_mark[256] = {
    ['"'] = true,  ['\''] = true, ['`'] = true,  [','] = true,
    [0xC2] = true, [0xE2] = true, [0xE3] = true, [0xEF] = true};

/* The mark at `at`, NULL if there is none; *length gets its bytes, or those to step over. */
static const character *mark_at(const char *text, uint32_t at, uint32_t end, uint32_t *length)
{
    uint32_t run = 1;
    unsigned char byte = (unsigned char)text[at];
    if (byte >= 0x80) {
        uint32_t next = at;
        const character *found = character_of(pith__utf8_next(text, &next));
        *length = next - at;
        return found;
    }
    while (byte != '"' && at + run < end && text[at + run] == text[at])
        run++;
    if (byte == '\'' && run == 3) /* ' and '', the inner one next to the word */
        run = at == 0 || pith__utf8_is_space(pith__utf8_before(text, at)) ? 2 : 1;
    *length = run;
    if (run == 1 && byte != ',')
        return character_of(byte);
    for (size_t i = 0; run == 2 && i < sizeof twins / sizeof *twins; i++) {
        if (twins[i].code == byte)
            return &twins[i];
    }
    return NULL;
}

/* ---- surroundings ---- */

typedef enum side {
    SIGN,    /* letters, digits, all that is none of these */
    EDGE,    /* of the paragraph */
    BLANK,   /* white space */
    BRACKET, /* opening */
    DASH,
    STOP, /* closing punctuation and brackets */
    MARK
} side;

static bool is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

/* Scripts that put no spaces around their marks. */
static bool is_dense(uint32_t code)
{
    return (code >= 0x3001 && code <= 0x9FFF) || (code >= 0xFF01 && code <= 0xFF60) ||
           (code >= 0x20000 && code <= 0x3FFFF);
}

static const unsigned char ascii_sides[128] = {
    ['\t'] = BLANK, ['\n'] = BLANK,  ['\v'] = BLANK,  ['\f'] = BLANK,  ['\r'] = BLANK,
    [' '] = BLANK,  ['('] = BRACKET, ['['] = BRACKET, ['{'] = BRACKET, ['<'] = BRACKET,
    ['.'] = STOP,   [','] = STOP,    [';'] = STOP,    [':'] = STOP,    ['!'] = STOP,
    ['?'] = STOP,   [')'] = STOP,    [']'] = STOP,    ['}'] = STOP,    ['>'] = STOP,
    ['%'] = STOP,   ['-'] = DASH,    ['/'] = DASH,    ['"'] = MARK,    ['\''] = MARK,
    ['`'] = MARK};

static side side_of(uint32_t code)
{
    if (code < 0x80)
        return (side)ascii_sides[code];
    if (code == 0xBF || code == 0xA1)
        return BRACKET;
    if (code >= 0x2010 && code <= 0x2015)
        return DASH;
    if (code == 0x2026 || code == 0x3002 || code == 0x3001 || (code >= 0xFF01 && code <= 0xFF1F))
        return STOP;
    if (character_of(code))
        return MARK;
    return pith__utf8_is_space(code) ? BLANK : SIGN;
}

typedef enum lean { EITHER, OPEN, CLOSE } lean;

/* What the characters before and after a mark say of it. */
static lean lean_of(side before, side after)
{
    bool loose_before = before == EDGE || before == BLANK || before == BRACKET;
    bool loose_after = after == EDGE || after == BLANK;
    if (before == EDGE && after != EDGE)
        return OPEN;
    if (after == EDGE && before != EDGE)
        return CLOSE;
    if (loose_before)
        return loose_after || after == STOP ? EITHER : OPEN;
    if (loose_after || after == BRACKET || after == DASH)
        return CLOSE;
    if (after == STOP)
        return CLOSE;
    if (after == MARK)
        return before == SIGN || before == STOP ? CLOSE : EITHER;
    return before == DASH || before == MARK ? OPEN : EITHER;
}

/* ---- pairing ---- */

/* Open marks are a stack that is linked through `partner`, the top one first. Once a paragraph has
 * ended, those that stayed open wait in `left`, for the next paragraph to reopen them. The `depth`
 * of a reopening mark is, until the end, the number of the mark that it repeats. A mark with an
 * empty span is none. */
enum {
    LEFT_MAX = 4, /* marks that a paragraph can leave open */
    LOOK_MAX = 8  /* open marks that are looked through for one of a family */
};

typedef struct pairing {
    pith__arena *arena;
    pith__text text;
    pith__marks marks;
    uint32_t top;            /* of the stack, PITH_NONE */
    uint32_t open[FAMILIES]; /* how many of each family are on the stack */
    uint32_t left[LEFT_MAX]; /* the lowest first */
    uint32_t left_count;
    uint32_t weak; /* a mark that may close the topmost single one or be an apostrophe, PITH_NONE */
    uint32_t weak_of; /* the single one */
} pairing;

/* A mark that was met, before it is decided what it is. */
typedef struct meeting {
    const character *character;
    pith_span span;
    pith_span paragraph;
    uint32_t before, after; /* characters; 0 at the edges of the paragraph */
    lean lean;
} meeting;

static const character *character_at(const pairing *p, uint32_t mark)
{
    uint32_t length;
    pith_span span = p->marks.items[mark].span;
    return mark_at(p->text.bytes, span.start, span.end, &length);
}

static uint32_t add(pairing *p, pith_span span, pith__mark_role role)
{
    *pith__array_add(p->arena, &p->marks) = (pith__mark){span, role, PITH_NONE, PITH_NONE};
    return p->marks.count - 1;
}

static void drop(pairing *p, uint32_t mark)
{
    p->marks.items[mark].span.end = p->marks.items[mark].span.start;
}

static void push(pairing *p, const meeting *m, pith__mark_role role, uint32_t repeats)
{
    uint32_t mark = add(p, m->span, role);
    p->marks.items[mark].partner = p->top;
    p->marks.items[mark].depth = repeats;
    p->top = mark;
    p->open[m->character->family]++;
}

static void pop(pairing *p)
{
    pith__mark *mark = &p->marks.items[p->top];
    p->open[character_at(p, p->top)->family]--;
    p->top = mark->partner;
    mark->partner = PITH_NONE;
}

/* Makes `closing` the partner of the topmost mark and of those that it repeats. */
static void close_top(pairing *p, uint32_t closing)
{
    uint32_t mark = p->top;
    pop(p);
    for (uint32_t next; mark != PITH_NONE; mark = next) {
        pith__mark *m = &p->marks.items[mark];
        next = m->role == PITH__REOPENING ? m->depth : PITH_NONE;
        m->partner = closing;
        p->marks.items[closing].partner = mark;
    }
}

/* An opening mark that nothing closes: `'` and the like were apostrophes then. */
static bool is_apostrophe(const character *c)
{
    return c->family == SINGLE && c->code != 0x2018 && c->code != 0x201A && c->code != 0x201B;
}

/* Takes the topmost mark off the stack: closed by its weak mark, or never closed. */
static void give_up_top(pairing *p)
{
    uint32_t mark = p->top;
    if (p->weak != PITH_NONE && p->weak_of == mark) {
        close_top(p, p->weak);
        p->weak = PITH_NONE;
        return;
    }
    pop(p);
    if (is_apostrophe(character_at(p, mark)) && p->marks.items[mark].role == PITH__OPENING)
        drop(p, mark);
}

/* ---- what a mark does ---- */

/* The topmost open mark of a family, NULL if there is none near the top. */
static const character *topmost(const pairing *p, family f)
{
    uint32_t mark = p->top;
    for (uint32_t i = 0; p->open[f] && i < LOOK_MAX && mark != PITH_NONE; i++) {
        const character *c = character_at(p, mark);
        if (c->family == f)
            return c;
        mark = p->marks.items[mark].partner;
    }
    return NULL;
}

/* Tokenizers take a mark behind a dash for an opening one: `` But -- `` */
static bool is_mistaken(const pairing *p, const meeting *m)
{
    uint32_t at = m->span.start;
    while (at > m->paragraph.start && p->text.bytes[at - 1] == ' ')
        at--;
    return m->character->code == '`' && at > m->paragraph.start && p->text.bytes[at - 1] == '-';
}

static lean decide(const pairing *p, const meeting *m)
{
    const character *c = m->character;
    const character *open = topmost(p, c->family);
    switch (c->habit) {
    case OPENS:
        return open && open->code == c->code && is_mistaken(p, m) ? CLOSE : OPEN;
    case CLOSES:
        return CLOSE;
    case OPENS_MOSTLY: /* closes what another character opened, or the same one where it must */
        if (!open || m->lean == OPEN)
            return OPEN;
        if (open->habit != OPENS_MOSTLY)
            return CLOSE;
        return m->lean == CLOSE && !is_dense(m->before) && !is_dense(m->after) ? CLOSE : OPEN;
    case CLOSES_MOSTLY:
        if (m->lean == OPEN && !is_dense(m->before))
            return open && open->code != c->code ? CLOSE : OPEN;
        return CLOSE;
    case TURNS:
        if (m->lean != EITHER && !is_dense(m->before) && !is_dense(m->after))
            return m->lean;
        return open ? CLOSE : OPEN;
    }
    return m->lean;
}

/* ---- single marks ---- */

/* What may follow an apostrophe that begins a word: '80s, 'em, 'twas, and in tokenized texts 's. */
static const char *const elisions[] = {
    "s",     "d",      "t",      "m",     "n",     "ll",     "re",     "ve",
    "em",    "er",     "im",     "un",    "tis",   "twas",   "til",    "till",
    "cause", "cos",    "cuz",    "bout",  "round", "neath",  "twould", "twill",
    "tween", "gainst", "nother", "fraid", "spect", "course", "ere",    "tisn"};

static bool is_elision(const char *text, uint32_t at, uint32_t end)
{
    char word[8];
    uint32_t length = 0;
    while (at < end && length < sizeof word && pith__utf8_is_letter((unsigned char)text[at]) &&
           (unsigned char)text[at] < 0x80)
        word[length++] = (char)(text[at++] | 0x20);
    if (!length && end - at >= 3 && is_digit((unsigned char)text[at]) &&
        is_digit((unsigned char)text[at + 1]))
        return text[at + 2] == 's';
    for (size_t i = 0; i < sizeof elisions / sizeof *elisions; i++) {
        if (strlen(elisions[i]) == length && memcmp(elisions[i], word, length) == 0)
            return true;
    }
    return false;
}

/* A word that ends in s or has lost its last letters may have an apostrophe there: dogs', goin'. */
static bool may_be_cut_off(const pairing *p, const meeting *m)
{
    uint32_t at = m->span.start, letters = 0;
    uint32_t last = 0, second = 0;
    while (at > m->paragraph.start && letters < 3) {
        uint32_t code = pith__utf8_previous(p->text.bytes, &at);
        if (!pith__utf8_is_letter(code))
            break;
        second = letters == 1 ? code : second;
        last = letters == 0 ? code : last;
        letters++;
    }
    return last == 's' || last == 'x' || last == 'z' || (last == 'n' && second == 'i') ||
           (letters > 0 && letters <= 2);
}

/* Whether a single mark goes on in a word or a measure. */
static bool is_inside_word(const meeting *m)
{
    if (is_digit(m->before) && is_digit(m->after))
        return true;
    return pith__utf8_is_letter(m->before) && !is_dense(m->before) &&
           pith__utf8_is_letter(m->after) && !is_dense(m->after);
}

static bool top_is_single(const pairing *p)
{
    return p->top != PITH_NONE && character_at(p, p->top)->family == SINGLE;
}

static void close_single(pairing *p, const meeting *m)
{
    bool strong = side_of(m->before) != SIGN || !m->after || side_of(m->after) != BLANK ||
                  !may_be_cut_off(p, m);
    if (!top_is_single(p)) {
        if (side_of(m->before) == STOP && m->character->habit != OPENS)
            add(p, m->span, PITH__CLOSING);
        return;
    }
    uint32_t mark = add(p, m->span, PITH__CLOSING);
    if (p->weak != PITH_NONE) {
        drop(p, p->weak);
        p->weak = PITH_NONE;
    }
    if (strong) {
        close_top(p, mark);
    } else {
        p->weak = mark;
        p->weak_of = p->top;
    }
}

static void meet_single(pairing *p, const meeting *m)
{
    if (is_inside_word(m))
        return;
    lean l = m->character->habit == OPENS ? OPEN : decide(p, m);
    if (l == CLOSE) {
        close_single(p, m);
        return;
    }
    if (is_apostrophe(m->character) && is_elision(p->text.bytes, m->span.end, m->paragraph.end))
        return;
    if (top_is_single(p))
        give_up_top(p);
    push(p, m, PITH__OPENING, PITH_NONE);
}

/* ---- all other marks ---- */

/* Feet and inches: 6'2", and 12" where nothing is open. */
static bool is_measure(const pairing *p, const meeting *m)
{
    uint32_t at = m->span.start;
    if (m->character->code != '"' || !is_digit(m->before))
        return false;
    while (at > m->paragraph.start && is_digit((unsigned char)p->text.bytes[at - 1]))
        at--;
    uint32_t code = at > m->paragraph.start ? pith__utf8_before(p->text.bytes, at) : 0;
    return code == '\'' || code == 0x2019 || !p->open[DOUBLE];
}

/* Where the line ends of a text were lost, a quotation of several paragraphs goes on in the midst
 * of one: "First part. "Second part," she said. A mark that opens behind the end of a sentence,
 * while the same one is open, repeats that. */
static bool goes_on(const pairing *p, const meeting *m)
{
    uint32_t at = m->span.start;
    if (p->top == PITH_NONE || m->character->family != DOUBLE || m->lean != OPEN ||
        character_at(p, p->top)->code != m->character->code || side_of(m->before) != BLANK)
        return false;
    uint32_t before = pith__utf8_previous(p->text.bytes, &at);
    before = at > m->paragraph.start ? pith__utf8_previous(p->text.bytes, &at) : before;
    return before == '.' || before == '!' || before == '?' || before == 0x2026;
}

/* Whether the topmost mark is a single one that was closed where an apostrophe could stand as well,
 * in a sentence that has ended since: 'Dogs' are out. "Cats" follow. */
static bool is_closed_before(const pairing *p, const meeting *m)
{
    enum { REACH = 200 }; /* bytes */
    if (p->weak == PITH_NONE || p->weak_of != p->top)
        return false;
    uint32_t at = p->marks.items[p->weak].span.end;
    uint32_t end = m->span.start - at > REACH ? at + REACH : m->span.start;
    for (; at + 1 < end; at++)
        if (p->text.bytes[at + 1] == ' ' &&
            (p->text.bytes[at] == '.' || p->text.bytes[at] == '!' || p->text.bytes[at] == '?'))
            return true;
    return false;
}

static void meet_double(pairing *p, const meeting *m)
{
    if (is_measure(p, m))
        return;
    family f = m->character->family;
    if (decide(p, m) == OPEN) {
        if (is_closed_before(p, m))
            give_up_top(p);
        uint32_t repeats = goes_on(p, m) ? p->top : PITH_NONE;
        if (repeats != PITH_NONE)
            pop(p);
        push(p, m, repeats == PITH_NONE ? PITH__OPENING : PITH__REOPENING, repeats);
        return;
    }
    if (!p->open[f]) {
        add(p, m->span, PITH__CLOSING);
        return;
    }
    while (character_at(p, p->top)->family != f)
        give_up_top(p);
    close_top(p, add(p, m->span, PITH__CLOSING));
}

/* ---- paragraphs ---- */

/* Whether the mark, the first thing in its paragraph or behind others that are, repeats one of
 * those from left[*next] on that the paragraph before left open. */
static bool reopen(pairing *p, const meeting *m, uint32_t *next)
{
    for (uint32_t i = *next; i < p->left_count; i++) {
        if (character_at(p, p->left[i])->family == m->character->family) {
            push(p, m, PITH__REOPENING, p->left[i]);
            *next = i + 1;
            return true;
        }
    }
    return false;
}

/* A paragraph has ended: what is open waits for the next one. */
static void leave(pairing *p)
{
    uint32_t count = 0;
    while (p->top != PITH_NONE) {
        uint32_t mark = p->top;
        if (p->weak != PITH_NONE && p->weak_of == mark) {
            give_up_top(p);
            continue;
        }
        pop(p);
        p->left[count++ % LEFT_MAX] = mark;
    }
    p->weak = PITH_NONE;
    p->left_count = count < LEFT_MAX ? count : LEFT_MAX;
    /* the last one taken off was the lowest */
    uint32_t lowest[LEFT_MAX];
    for (uint32_t i = 0; i < p->left_count; i++)
        lowest[i] = p->left[(count - 1 - i) % LEFT_MAX];
    memcpy(p->left, lowest, sizeof lowest);
}

/* The first byte from `at` on at which a mark may begin, or end. */
static uint32_t find_mark(const char *text, uint32_t at, uint32_t end)
{
    for (; at < end; at += PITH__BLOCK) {
        pith__block b = pith__block_load(text + at), behind = pith__block_load(text + at + 1);
        pith__block low = pith__block_equal(b, ',') & pith__block_equal(behind, ',');
        pith__block found = pith__block_high(b) | pith__block_equal(b, '"') | low |
                            pith__block_equal(b, '\'') | pith__block_equal(b, '`');
        for (uint32_t bits = pith__block_bits(found); bits; bits &= bits - 1) {
            uint32_t here = at + (uint32_t)__builtin_ctz(bits);
            if (here >= end)
                return end;
            if (may_begin_mark[(unsigned char)text[here]])
                return here;
        }
    }
    return end;
}

static bool is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* An apostrophe between ASCII letters, as most single marks are: its length, or 0. */
static uint32_t apostrophe_at(const char *text, pith_span paragraph, uint32_t at)
{
    uint32_t length = text[at] == '\'' ? 1 : memcmp(text + at, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
    return length && at > paragraph.start && at + length < paragraph.end &&
                   is_letter(text[at - 1]) && is_letter(text[at + length])
               ? length
               : 0;
}

static void pair_paragraph(pairing *p, pith_span paragraph)
{
    const char *text = p->text.bytes;
    uint32_t left = 0, expected = paragraph.start;
    uint32_t length = 1;
    for (uint32_t at = paragraph.start; (at = find_mark(text, at, paragraph.end)) < paragraph.end;
         at += length) {
        if ((length = apostrophe_at(text, paragraph, at)) != 0)
            continue;
        const character *c = mark_at(text, at, paragraph.end, &length);
        if (!c)
            continue;
        pith_span span = {at, at + length};
        meeting m = {.character = c, .span = span, .paragraph = paragraph};
        m.before = at > paragraph.start ? pith__utf8_before(text, at) : 0;
        m.after = pith__utf8_at(text, paragraph.end, span.end);
        m.lean = lean_of(m.before ? side_of(m.before) : EDGE, m.after ? side_of(m.after) : EDGE);
        if (at == expected && reopen(p, &m, &left)) {
            expected = span.end;
        } else if (c->family == SINGLE) {
            meet_single(p, &m);
        } else {
            meet_double(p, &m);
        }
    }
}

/* ---- the end ---- */

/* Marks that never closed are opening ones, whatever they repeat; single ones were apostrophes. */
static void settle_unpaired(pairing *p)
{
    for (uint32_t i = 0; i < p->marks.count; i++) {
        pith__mark *mark = &p->marks.items[i];
        if (mark->partner != PITH_NONE || mark->role == PITH__CLOSING ||
            mark->span.start == mark->span.end)
            continue;
        mark->role = PITH__OPENING;
        if (is_apostrophe(character_at(p, i)))
            drop(p, i);
    }
}

/* Takes out what was dropped. `depth` holds the new number of each mark meanwhile. */
static void close_ranks(pith__marks *marks)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < marks->count; i++) {
        pith__mark *mark = &marks->items[i];
        mark->depth = kept;
        kept += mark->span.start != mark->span.end;
    }
    for (uint32_t i = 0; i < marks->count; i++) {
        pith__mark *mark = &marks->items[i];
        if (mark->partner != PITH_NONE)
            mark->partner = marks->items[mark->partner].depth;
    }
    kept = 0;
    for (uint32_t i = 0; i < marks->count; i++) {
        if (marks->items[i].span.start != marks->items[i].span.end)
            marks->items[kept++] = marks->items[i];
    }
    marks->count = kept;
}

static void set_depths(pith__marks *marks)
{
    uint32_t depth = 0;
    for (uint32_t i = 0; i < marks->count; i++) {
        pith__mark *mark = &marks->items[i];
        if (mark->partner == PITH_NONE)
            mark->depth = depth;
        else if (mark->role == PITH__OPENING)
            mark->depth = depth++;
        else if (mark->role == PITH__CLOSING)
            mark->depth = --depth;
        else
            mark->depth = marks->items[marks->items[mark->partner].partner].depth;
    }
}

pith__marks pith__marks_find(pith__arena *arena, pith__text text, pith__paragraphs paragraphs)
{
    pairing p = {.arena = arena, .text = text, .top = PITH_NONE, .weak = PITH_NONE};
    for (uint32_t i = 0; i < paragraphs.count; i++) {
        pair_paragraph(&p, paragraphs.items[i].span);
        leave(&p);
    }
    settle_unpaired(&p);
    close_ranks(&p.marks);
    set_depths(&p.marks);
    pith__array_trim(arena, &p.marks);
    return p.marks;
}
