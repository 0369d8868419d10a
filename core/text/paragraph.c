#include "text/paragraph.h"

#include <string.h>

#include "ground/block.h"
#include "ground/utf8.h"

enum {
    WIDTH_MIN = 30,   /* columns: a text with shorter lines is verse or a list */
    WIDTH_MAX = 100,  /* and with longer ones is not hard-wrapped */
    WORD_MAX = 30,    /* columns of a word that might have moved to the next line */
    RAGGED = 3,       /* columns that wrapping may leave free for no reason */
    INDENT_MAX = 999, /* characters that are counted */
    HEADING_MAX = 80, /* columns */
    HEADINGS_MAX = 5  /* in a row; more of them are a list */
};

/* A line without the white space at its edges. */
typedef struct line {
    pith_span span;   /* empty if it is blank */
    uint16_t columns; /* of the span, or WIDTH_MAX + 1 if they are too many */
    uint16_t indent;  /* characters of white space before it, or INDENT_MAX */
    bool broken_off;  /* a form feed or paragraph separator ends it: as if a blank line came next */
} line;

typedef PITH__ARRAY(line) lines;

/* ---- lines ---- */

/* The length of the line end at `at`, 0 if there is none. *hard: it ends a paragraph too. */
static uint32_t line_end(pith__text text, uint32_t at, bool *hard)
{
    const char *p = text.bytes + at;
    *hard = false;
    switch ((unsigned char)*p) {
    case '\n':
    case '\v':
        return 1;
    case '\f':
        *hard = true;
        return 1;
    case '\r':
        return p[1] == '\n' ? 2 : 1;
    case 0xC2: /* U+0085 */
        return (unsigned char)p[1] == 0x85 ? 2 : 0;
    case 0xE2: /* U+2028, U+2029 */
        if ((unsigned char)p[1] != 0x80 || ((unsigned char)p[2] & 0xFE) != 0xA8)
            return 0;
        *hard = (unsigned char)p[2] == 0xA9;
        return 3;
    default:
        return 0;
    }
}

/* First bytes of line ends. */
static const bool may_end_line[256] = {
    ['\n'] = true, ['\v'] = true, ['\f'] = true, ['\r'] = true, [0xC2] = true, [0xE2] = true};

/* The first byte from `at` on that may end a line. Plain ASCII, which is neither below 0x0E nor
 * above 0x7F, is passed over by blocks. */
static uint32_t find_line_end(pith__text text, uint32_t at)
{
    for (; at < text.length; at += PITH__BLOCK) {
        pith__block b = pith__block_load(text.bytes + at);
        pith__block found = pith__block_high(b) | pith__block_within(b, 0, 0x0E);
        for (uint32_t bits = pith__block_bits(found); bits; bits &= bits - 1) {
            uint32_t here = at + (uint32_t)__builtin_ctz(bits);
            if (here >= text.length || may_end_line[(unsigned char)text.bytes[here]])
                return here < text.length ? here : text.length;
        }
    }
    return text.length;
}

static pith_span trimmed(pith__text text, pith_span span, uint16_t *indent)
{
    *indent = 0;
    for (uint32_t next = span.start; span.start < span.end; span.start = next) {
        if (!pith__utf8_is_space(pith__utf8_next(text.bytes, &next)))
            break;
        *indent = (uint16_t)(*indent + (*indent < INDENT_MAX));
    }
    for (uint32_t last = span.end; span.start < span.end; span.end = last) {
        if (!pith__utf8_is_space(pith__utf8_previous(text.bytes, &last)))
            break;
    }
    return span;
}

/* Characters of East Asian scripts, which are two columns wide (Unicode Standard Annex 11). */
static bool is_wide(uint32_t code)
{
    return (code >= 0x3000 && code <= 0xA4CF) || (code >= 0xAC00 && code <= 0xD7A3) ||
           (code >= 0xF900 && code <= 0xFAFF) || (code >= 0xFE30 && code <= 0xFE6F) ||
           (code >= 0xFF01 && code <= 0xFF60) || (code >= 0x20000 && code <= 0x3FFFD);
}

/* Whether there is a first byte of a wide character. */
static bool may_be_wide(const char *bytes, uint32_t length)
{
    pith__block found = {0};
    for (uint32_t i = 0; i < length; i += PITH__BLOCK)
        found |= pith__block_within(pith__block_load(bytes + i), 0xE3, 0x100 - 0xE3);
    return pith__block_bits(found) != 0;
}

static uint16_t columns_of(pith__text text, pith_span span)
{
    uint32_t bytes = pith__span_length(span);
    if (bytes > 4 * WIDTH_MAX)
        return WIDTH_MAX + 1;
    uint32_t columns = (uint32_t)pith__utf8_count(text.bytes + span.start, bytes);
    if (columns != bytes && may_be_wide(text.bytes + span.start, bytes))
        for (uint32_t at = span.start; at < span.end;)
            columns += is_wide(pith__utf8_next(text.bytes, &at));
    return (uint16_t)(columns > WIDTH_MAX ? WIDTH_MAX + 1 : columns);
}

static lines read_lines(pith__arena *scratch, pith__text text)
{
    lines all = {0};
    for (uint32_t at = 0; at < text.length;) {
        pith_span whole = {at, at};
        uint32_t length = 0;
        line l = {.span = whole};
        for (whole.end = find_line_end(text, at); whole.end < text.length;
             whole.end = find_line_end(text, whole.end + 1)) {
            if ((length = line_end(text, whole.end, &l.broken_off)) != 0)
                break;
        }
        at = whole.end + length;
        l.span = trimmed(text, whole, &l.indent);
        l.columns = columns_of(text, l.span);
        *pith__array_add(scratch, &all) = l;
    }
    return all;
}

static bool is_blank(const line *l)
{
    return l->span.start == l->span.end;
}

/* The columns of what had to be moved to this line at once: a word, or a character of a script
 * that breaks its lines anywhere. */
static uint32_t first_word_columns(pith__text text, pith_span span)
{
    uint32_t columns = 0;
    for (uint32_t at = span.start; at < span.end && columns < WORD_MAX; columns++) {
        uint32_t code = pith__utf8_next(text.bytes, &at);
        if (is_wide(code))
            return columns + 2;
        if (pith__utf8_is_space(code))
            break;
    }
    return columns;
}

/* ---- what a line begins and ends with ---- */

static bool begins_lower(pith__text text, pith_span span)
{
    return pith__utf8_is_lower(pith__utf8_at(text.bytes, span.end, span.start));
}

static bool begins_digit(pith__text text, pith_span span)
{
    return pith__utf8_is_digit(pith__utf8_at(text.bytes, span.end, span.start));
}

static bool is_closer(uint32_t code)
{
    switch (code) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case 0xBB:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x300D:
    case 0x300F:
    case 0xFF09:
        return true;
    default:
        return false;
    }
}

/* The last character of a line that is neither a closing mark or bracket nor white space. */
static uint32_t last_character(pith__text text, pith_span span)
{
    while (span.end > span.start) {
        uint32_t code = pith__utf8_previous(text.bytes, &span.end);
        if (!is_closer(code) && !pith__utf8_is_space(code))
            return code;
    }
    return 0;
}

static bool ends_sentence(uint32_t code)
{
    switch (code) {
    case '.':
    case '!':
    case '?':
    case 0x2026: /* ellipsis */
    case 0x3002: /* ideographic full stop */
    case 0xFF01:
    case 0xFF1F:
    case 0x0964: /* danda */
    case 0x06D4: /* Arabic full stop */
    case 0x061F:
    case 0x0589: /* Armenian full stop */
        return true;
    default:
        return false;
    }
}

static bool ends_clause(uint32_t code)
{
    return code == ':' || code == ';' || code == ',' || code == '-' ||
           (code >= 0x2013 && code <= 0x2015) || code == 0xFF1A || code == 0xFF0C ||
           code == 0x3001 || code == 0xFF1B;
}

static bool is_space_at(pith__text text, pith_span span, uint32_t at)
{
    return at < span.end && pith__utf8_is_space(pith__utf8_at(text.bytes, span.end, at));
}

/* "1. ", "12) ", "(a) ", "b) " */
static bool begins_numbered(pith__text text, pith_span span)
{
    uint32_t at = span.start;
    bool bracket = text.bytes[at] == '(';
    at += bracket;
    uint32_t start = at;
    while (at < span.end && at - start < 3 && text.bytes[at] >= '0' && text.bytes[at] <= '9')
        at++;
    bool letter = at == start && at < span.end && text.bytes[at] >= 'a' && text.bytes[at] <= 'z';
    at += letter;
    if (at == start || at >= span.end)
        return false;
    bool stop = text.bytes[at] == '.' && !bracket && !letter;
    return (stop || text.bytes[at] == ')') && is_space_at(text, span, at + 1);
}

/* A bullet or a dialogue dash, with white space behind it. */
static bool begins_bullet(pith__text text, pith_span span)
{
    uint32_t at = span.start;
    switch (pith__utf8_next(text.bytes, &at)) {
    case '*':
    case '-':
    case 0x2013:
    case 0x2014:
        return is_space_at(text, span, at);
    case 0x2022:
    case 0x2023:
    case 0x2043:
    case 0x25A0:
    case 0x25AA:
    case 0x25CF:
    case 0x25E6:
        return true;
    default:
        return false;
    }
}

static bool is_item(pith__text text, pith_span span)
{
    return begins_bullet(text, span) || begins_numbered(text, span);
}

/* Markdown's # to ###### and MediaWiki's = to ======, with a space behind. */
static bool is_marked_heading(pith__text text, pith_span span)
{
    char mark = text.bytes[span.start];
    uint32_t at = span.start;
    while (at < span.end && text.bytes[at] == mark)
        at++;
    return (mark == '#' || mark == '=') && at - span.start <= 6 && is_space_at(text, span, at);
}

/* Characters that leave a sentence of a script without case open at the end of a line: commas,
 * and the particles of Japanese and Chinese that no headline ends with. */
static bool leaves_open(uint32_t code)
{
    switch (code) {
    case 0x3001: /* ideographic comma */
    case 0xFF0C:
    case 0x306E: /* no */
    case 0x304C: /* ga */
    case 0x306F: /* wa */
    case 0x3066: /* te */
    case 0x7684: /* de */
    case 0x548C: /* he */
    case 0x4E0E: /* yu */
        return true;
    default:
        return false;
    }
}

/* ---- hard-wrapped lines ---- */

static bool in_one_block(const lines *all, uint32_t i)
{
    const line *l = &all->items[i];
    return i + 1 < all->count && !is_blank(l) && !is_blank(l + 1) && !l->broken_off;
}

/* The width at which lines were wrapped, or 0. Lines that go on in the next one are counted by
 * their columns: the width is what 49 of 50 of them do not pass, and most of them have to come
 * close to it. */
static uint32_t find_width(const lines *all)
{
    uint32_t lines_of[WIDTH_MAX + 2] = {0}, total = 0;
    for (uint32_t i = 0; i < all->count; i++) {
        if (!in_one_block(all, i))
            continue;
        lines_of[all->items[i].columns]++;
        total++;
    }
    uint32_t width = WIDTH_MAX + 1, longer = 0, close = 0;
    if (!total)
        return 0;
    while (width > 0 && (longer += lines_of[width]) * 50 <= total)
        width--;
    if (width < WIDTH_MIN || width > WIDTH_MAX)
        return 0;
    for (uint32_t i = width - width / 5; i <= width; i++)
        close += lines_of[i];
    return close * 10 >= total * 6 ? width : 0;
}

/* Whether the line was broken because the first word of the next one did not fit. */
static bool is_full(pith__text text, const line *this, uint32_t width)
{
    return this->columns + 1 + first_word_columns(text, this[1].span) + RAGGED > width;
}

/* Lines between blank ones. */
typedef struct block {
    const lines *all;
    uint32_t first;
    enum { NOT_ASKED, LIST, PROSE } kind;
} block;

/* Whether nothing in the block ends a sentence and somewhere the next word would have fitted. */
static bool lines_stand_alone(pith__text text, const lines *all, uint32_t first)
{
    uint32_t widest = 0, last = first;
    for (; in_one_block(all, last); last++)
        widest = all->items[last].columns > widest ? all->items[last].columns : widest;
    widest = all->items[last].columns > widest ? all->items[last].columns : widest;
    bool broken = false;
    for (uint32_t i = first; i < last; i++)
        broken |=
            all->items[i].columns + 1 + first_word_columns(text, all->items[i + 1].span) <= widest;
    for (uint32_t at = all->items[first].span.start; broken && at < all->items[last].span.end;)
        if (ends_sentence(pith__utf8_next(text.bytes, &at)))
            return false;
    return broken;
}

/* Whether the lines of the block are a list without marks. Told once a block, if it is asked. */
static bool is_bare_list(pith__text text, block *b)
{
    if (b->kind == NOT_ASKED)
        b->kind = lines_stand_alone(text, b->all, b->first) ? LIST : PROSE;
    return b->kind == LIST;
}

/* Whether the next line goes on with the paragraph of this one: as the line was full, or in
 * mid-sentence. */
static bool goes_on(pith__text text, const line *this, uint32_t width, block *b)
{
    const line *next = this + 1;
    if (is_marked_heading(text, this->span) || is_marked_heading(text, next->span) ||
        is_item(text, next->span))
        return false;
    uint32_t last = last_character(text, this->span);
    if (width && is_full(text, this, width))
        return next->indent <= this->indent + 1 || !ends_sentence(last);
    if (leaves_open(last))
        return true;
    if (last == ':' || last == ';' || last == 0)
        return false;
    if (!begins_lower(text, next->span))
        return width && begins_digit(text, next->span);
    return width || (!ends_sentence(last) && !is_bare_list(text, b));
}

/* ---- headings ---- */

static bool has_inner_stop(pith__text text, pith_span span)
{
    bool lower = false; /* a stop behind a number or an initial is none */
    for (uint32_t at = span.start; at < span.end;) {
        uint32_t code = pith__utf8_next(text.bytes, &at);
        if ((code == '.' || code == '!' || code == '?') && lower && is_space_at(text, span, at))
            return true;
        lower = pith__utf8_is_lower(code);
    }
    return false;
}

static bool is_all_capitals(pith__text text, pith_span span)
{
    uint32_t capitals = 0;
    for (uint32_t at = span.start; at < span.end;) {
        uint32_t code = pith__utf8_next(text.bytes, &at);
        if (pith__utf8_is_lower(code))
            return false;
        capitals += pith__utf8_is_upper(code);
    }
    return capitals >= 2 || (capitals && span.end - span.start <= 4); /* V. */
}

static bool begins_speech(uint32_t code)
{
    switch (code) {
    case '"':
    case '\'':
    case '`':
    case 0xAB:
    case 0xBB:
    case 0x2018:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x300C:
    case 0x300E:
        return true;
    default:
        return false;
    }
}

/* Whether a paragraph looks like a heading, whatever comes next. */
static bool is_heading_like(pith__text text, pith_span span, bool single, uint32_t columns)
{
    if (!single || columns > HEADING_MAX)
        return false;
    uint32_t first = pith__utf8_at(text.bytes, span.end, span.start);
    uint32_t last = last_character(text, span);
    if (begins_bullet(text, span) || begins_speech(first) || pith__utf8_is_lower(first) ||
        ends_clause(last))
        return false;
    if (ends_sentence(last))
        return last == '.' && is_all_capitals(text, span);
    return !has_inner_stop(text, span);
}

/* Paragraphs while they are found. */
typedef struct finder {
    pith__arena *arena;
    pith__text text;
    pith__paragraphs found;
    uint32_t candidates; /* of the paragraphs found last, that may be headings */
} finder;

/* The candidates are headings if a text follows that does not go on with them and is no line of
 * verse. */
static void settle_headings(finder *f, pith_span following)
{
    bool headings = f->candidates <= HEADINGS_MAX && !begins_lower(f->text, following) &&
                    last_character(f->text, following) != ',';
    for (uint32_t i = 0; headings && i < f->candidates; i++)
        f->found.items[f->found.count - 1 - i].heading = true;
    f->candidates = 0;
}

static void add_paragraph(finder *f, pith_span span, bool single, uint32_t columns)
{
    bool marked = is_marked_heading(f->text, span);
    bool candidate = !marked && is_heading_like(f->text, span, single, columns);
    if (!candidate)
        settle_headings(f, span);
    *pith__array_add(f->arena, &f->found) = (pith__paragraph){span, marked};
    f->candidates += candidate;
}

pith__paragraphs pith__paragraphs_find(pith__arena *arena, pith__arena *scratch, pith__text text)
{
    finder f = {.arena = arena, .text = text};
    lines all = read_lines(scratch, text);
    block b = {.all = &all};
    uint32_t width = find_width(&all), first = 0; /* of the paragraph */
    for (uint32_t i = 0; i < all.count; i++) {
        if (i == 0 || !in_one_block(&all, i - 1)) {
            first = i;
            b.first = i;
            b.kind = NOT_ASKED;
        }
        if (is_blank(&all.items[i]) ||
            (in_one_block(&all, i) && goes_on(text, &all.items[i], width, &b)))
            continue;
        pith_span span = {all.items[first].span.start, all.items[i].span.end};
        add_paragraph(&f, span, first == i, all.items[i].columns);
        first = i + 1;
    }
    pith__array_trim(arena, &f.found);
    return f.found;
}
