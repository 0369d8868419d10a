#include "text/ending.h"

#include <string.h>

#include "ground/block.h"
#include "ground/utf8.h"
#include "text/smiley.h"

/* ---- characters ---- */

static bool ascii_terminator(const pith__ending_walk *walk, char c, pith__ending_kind *kind)
{
    switch (c) {
    case '.':
        *kind = PITH__ENDING_STOP;
        return true;
    case '!':
        *kind = PITH__ENDING_CALL;
        return true;
    case '?':
        *kind = PITH__ENDING_ASK;
        return true;
    case ')':
        *kind = PITH__ENDING_ITEM;
        return true;
    case ':':
        *kind = PITH__ENDING_CERTAIN;
        return walk->extra == ':';
    case ';':
        *kind = PITH__ENDING_ASK;
        return walk->extra == ';';
    default:
        return false;
    }
}

/* The terminator at *at, which is moved behind it. */
static bool take_terminator(const pith__ending_walk *walk, uint32_t *at, pith__ending_kind *kind,
                            bool *wide)
{
    const char *bytes = walk->text.bytes;
    if (*at >= walk->paragraph.end || !pith__may_end[(unsigned char)bytes[*at]])
        return false;
    if ((unsigned char)bytes[*at] < 0x80) {
        *wide = false;
        if (!ascii_terminator(walk, bytes[*at], kind))
            return false;
        ++*at;
        return true;
    }
    const pith__terminator *found = pith__terminator_at(bytes, at);
    if (!found)
        return false;
    *kind = found->kind;
    *wide = found->wide;
    return true;
}

static bool is_closing_bracket(uint32_t code)
{
    static const uint32_t brackets[] = {0x3009, 0x300B, 0x3011, 0x3015, 0x3017, 0xFF09,
                                        0xFF3D, 0xFF5D, 0x300D, 0x300F, 0x3019};
    if (code < 0x80)
        return code == ')' || code == ']' || code == '}';
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++)
        if (code == brackets[i])
            return true;
    return false;
}

static bool is_quote(uint32_t code)
{
    switch (code) {
    case '"':
    case '\'':
    case '`':
    case 0xAB:
    case 0xBB:
    case 0x2039:
    case 0x203A:
    case 0xFF02:
        return true;
    default:
        return code >= 0x2018 && code <= 0x201F;
    }
}

/* ---- a run of terminators ---- */

/* Tells what a run is, from its parts: the strongest counts. */
static void join_kind(pith__ending *ending, pith__ending_kind kind, uint32_t count)
{
    if (kind == PITH__ENDING_CALL || kind == PITH__ENDING_ASK || kind == PITH__ENDING_CERTAIN) {
        if (ending->kind < kind || ending->kind == PITH__ENDING_ELLIPSIS)
            ending->kind = kind;
    } else if (ending->kind == PITH__ENDING_STOP && (kind == PITH__ENDING_ELLIPSIS || count > 1)) {
        ending->kind = PITH__ENDING_ELLIPSIS;
    }
}

/* Takes the stops of ". . .", at least two more. After a word the first stop of ". . . ." ends the
 * sentence, and the other three open the next, if there is one. */
static void take_spaced_stops(const pith__ending_walk *walk, pith__ending *ending, uint32_t *count)
{
    const char *bytes = walk->text.bytes;
    uint32_t at = ending->run.end, more = 0;
    while (at + 1 < walk->paragraph.end && bytes[at] == ' ' && bytes[at + 1] == '.') {
        at += 2;
        more++;
    }
    uint32_t behind = at;
    bool word_follows = behind < walk->paragraph.end && bytes[behind] == ' ' &&
                        pith__utf8_is_upper(pith__utf8_at(bytes, walk->paragraph.end, behind + 1));
    bool word_before =
        ending->run.start > walk->paragraph.start && bytes[ending->run.start - 1] != ' ';
    if (*count + more < 3 || (more == 3 && word_before && word_follows))
        return;
    *count += more;
    ending->run.end = at;
    ending->kind = PITH__ENDING_ELLIPSIS;
}

/* A space and a letter come next, or the paragraph ends, as behind most terminators: nothing else
 * to take. */
static bool stands_free(const pith__ending_walk *walk, uint32_t at)
{
    const unsigned char *bytes = (const unsigned char *)walk->text.bytes + at;
    return at >= walk->paragraph.end ||
           (bytes[0] == ' ' && (bytes[1] | 0x20u) - 'a' < 26u && at + 1 < walk->paragraph.end);
}

static void take_run(const pith__ending_walk *walk, pith__ending *ending)
{
    uint32_t at = ending->run.end, count = 1;
    pith__ending_kind kind;
    if (stands_free(walk, at)) {
        ending->full = false;
        return;
    }
    bool wide;
    while (take_terminator(walk, &at, &kind, &wide) && kind != PITH__ENDING_ITEM) {
        count++;
        join_kind(ending, kind, count);
        ending->wide |= wide;
        ending->run.end = at;
    }
    if (ending->kind == PITH__ENDING_STOP)
        take_spaced_stops(walk, ending, &count);
    ending->full = ending->kind == PITH__ENDING_ELLIPSIS && count > 3;
}

/* ---- what closes behind it ---- */

static uint32_t skip_space(const pith__ending_walk *walk, uint32_t at, bool *new_line)
{
    const char *bytes = walk->text.bytes;
    while (at < walk->paragraph.end) {
        uint32_t behind = at;
        uint32_t code = pith__utf8_next(bytes, &behind);
        if (!pith__utf8_is_space(code))
            break;
        *new_line |= code == '\n' || code == 0x2028;
        at = behind;
    }
    return at;
}

/* The mark that begins at `at`, or NULL. */
static const pith__mark *mark_at(const pith__ending_walk *walk, uint32_t *mark, uint32_t at)
{
    while (*mark < walk->marks.count && walk->marks.items[*mark].span.start < at)
        ++*mark;
    return *mark < walk->marks.count && walk->marks.items[*mark].span.start == at
               ? &walk->marks.items[*mark]
               : NULL;
}

/* A quote character that no pair explains closes if it stands against what is before it and not
 * against a word behind it. */
static bool looks_closing(const pith__ending_walk *walk, uint32_t behind)
{
    uint32_t code = pith__utf8_at(walk->text.bytes, walk->paragraph.end, behind);
    return !pith__utf8_is_letter(code) && !pith__utf8_is_digit(code);
}

/* Takes one closing mark or bracket at *at; gap: white space goes before it, so that only a mark
 * known to close belongs to this sentence. */
static bool take_closer(const pith__ending_walk *walk, pith__ending *ending, uint32_t *mark,
                        uint32_t *at, bool gap)
{
    if (*at >= walk->paragraph.end)
        return false;
    uint32_t behind = *at;
    uint32_t code = pith__utf8_next(walk->text.bytes, &behind);
    if (code < 0x80 && code != '"' && code != '\'' && code != '`' && !is_closing_bracket(code))
        return false;
    if (is_closing_bracket(code)) {
        ending->bracketed = true;
        *at = behind;
        return true;
    }
    const pith__mark *known = mark_at(walk, mark, *at);
    if (known ? known->role != PITH__CLOSING
              : gap || !is_quote(code) || !looks_closing(walk, behind))
        return false;
    ending->quoted = true;
    *at = known ? known->span.end : behind;
    return true;
}

/* ---- what leans on it: notes, smileys ---- */

static bool in_note(const char *bytes, uint32_t *at)
{
    uint32_t behind = *at;
    uint32_t code = pith__utf8_next(bytes, &behind);
    bool inside =
        (code >= '0' && code <= '9') || code == '.' || code == 0x2026 || code == '*' || code == ',';
    *at = inside ? behind : *at;
    return inside;
}

/* The end of a note reference "[12]" or an omission "[...]" at `at`, or `at`. */
static uint32_t skip_note(const pith__ending_walk *walk, uint32_t at)
{
    const char *bytes = walk->text.bytes;
    uint32_t end = at + 1;
    if (at + 2 >= walk->paragraph.end || bytes[at] != '[')
        return at;
    while (end < walk->paragraph.end && end < at + 12 && in_note(bytes, &end))
        ;
    return end > at + 1 && end < walk->paragraph.end && bytes[end] == ']' ? end + 1 : at;
}

static uint32_t skip_notes(const pith__ending_walk *walk, uint32_t at)
{
    for (uint32_t end; (end = skip_note(walk, at)) != at;)
        at = end;
    return at;
}

/* The end of the raised note number of "…in law.12 The …", or `at`. */
static uint32_t skip_raised_number(const pith__ending_walk *walk, uint32_t run, uint32_t at)
{
    const char *bytes = walk->text.bytes;
    uint32_t end = at;
    while (end < walk->paragraph.end && end < at + 3 && bytes[end] >= '0' && bytes[end] <= '9')
        end++;
    if (end == at)
        return at;
    uint32_t before = pith__utf8_before(bytes, run);
    if (!pith__utf8_is_letter(before) && !is_closing_bracket(before))
        return at;
    uint32_t second = end + 1;
    while (second < walk->paragraph.end && second < end + 4 && bytes[end] == ' ' &&
           bytes[second] >= '0' && bytes[second] <= '9')
        second++;
    end = second > end + 1 ? second : end;
    if (end + 1 >= walk->paragraph.end || bytes[end] != ' ')
        return at;
    uint32_t next = pith__utf8_at(bytes, walk->paragraph.end, end + 1);
    return pith__utf8_is_upper(next) ? end : at;
}

/* Two single marks behind white space close what ,, opened. */
static uint32_t skip_double_marks(const pith__ending_walk *walk, uint32_t at)
{
    const char *bytes = walk->text.bytes;
    bool marks = at + 2 < walk->paragraph.end && bytes[at] == '\'' && bytes[at + 1] == '\'' &&
                 bytes[at + 2] == ' ';
    return marks ? at + 2 : at;
}

/* Takes what stands behind white space and still belongs to the sentence. */
static bool take_loose(const pith__ending_walk *walk, pith__ending *ending, uint32_t *mark,
                       uint32_t *at)
{
    unsigned char first = (unsigned char)walk->text.bytes[*at];
    if (*at >= walk->paragraph.end || (first | 0x20u) - 'a' < 26u) /* nearly always a word */
        return false;
    uint32_t end = skip_notes(walk, *at);
    end = end == *at ? pith__smiley_end(walk->text, walk->paragraph.end, *at) : end;
    if (end == *at) {
        end = skip_double_marks(walk, *at);
        ending->quoted |= end > *at;
    }
    if (end == *at && !take_closer(walk, ending, mark, &end, true))
        return false;
    *at = ending->end = end;
    return true;
}

static void take_closers(pith__ending_walk *walk, pith__ending *ending)
{
    uint32_t at = ending->run.end;
    if (stands_free(walk, at)) {
        ending->end = at;
        ending->next = at < walk->paragraph.end ? at + 1 : at;
        return;
    }
    (void)mark_at(walk, &walk->mark, at);
    uint32_t mark = walk->mark;
    while (take_closer(walk, ending, &mark, &at, false))
        ;
    if (ending->kind != PITH__ENDING_SMILEY)
        at = pith__smiley_end(walk->text, walk->paragraph.end, at);
    at = skip_notes(walk, skip_raised_number(walk, ending->run.start, at));
    do {
        ending->end = at;
        at = skip_space(walk, at, &ending->new_line);
        ending->next = at;
    } while (!ending->new_line && at > ending->end && take_loose(walk, ending, &mark, &at));
}

/* Where the dash before `at` begins; `at` if there is none. */
static uint32_t dash_before(const char *bytes, uint32_t least, uint32_t at)
{
    uint32_t start = at;
    if (at > least + 2 && pith__utf8_before(bytes, at) >= 0x2013 &&
        pith__utf8_before(bytes, at) <= 0x2015)
        return at - 3;
    while (start > least && bytes[start - 1] == '-')
        start--;
    return start;
}

/* The next mark, from `at` on, that closes speech broken off at a dash; moves walk->broken to it.
 */
static const pith__mark *find_broken(pith__ending_walk *walk, uint32_t at)
{
    for (; walk->broken < walk->marks.count; walk->broken++) {
        const pith__mark *mark = &walk->marks.items[walk->broken];
        uint32_t start = mark->span.start;
        if (start >= at && start > walk->paragraph.start && mark->role == PITH__CLOSING &&
            dash_before(walk->text.bytes, walk->paragraph.start, start) < start)
            return mark;
    }
    return NULL;
}

/* "But I--": speech that is broken off has no terminator, only its dash and its closing mark. */
static void take_broken(pith__ending_walk *walk, const pith__mark *mark, pith__ending *ending)
{
    const char *bytes = walk->text.bytes;
    uint32_t start = dash_before(bytes, walk->paragraph.start, mark->span.start);
    *ending =
        (pith__ending){.kind = PITH__ENDING_BROKEN, .run = {start, mark->span.end}, .quoted = true};
    take_closers(walk, ending);
}

/* The first byte from `at` on at which a terminator may begin, or end. */
static uint32_t find_candidate(const pith__ending_walk *walk, uint32_t at, uint32_t end)
{
    const char *bytes = walk->text.bytes;
    for (; at < end; at += PITH__BLOCK) {
        pith__block b = pith__block_load(bytes + at);
        pith__block found = pith__block_high(b) | pith__block_equal(b, '.') |
                            pith__block_equal(b, '!') | pith__block_equal(b, '?') |
                            pith__block_equal(b, ')') |
                            pith__block_equal(b, (unsigned char)walk->extra);
        for (uint32_t bits = pith__block_bits(found); bits; bits &= bits - 1) {
            uint32_t here = at + (uint32_t)__builtin_ctz(bits);
            if (here >= end)
                return end;
            if (pith__may_end_at(bytes + here))
                return here;
        }
    }
    return end;
}

/* The smiley or emoji at `at`, unless terminators come behind. */
static bool take_smiley(pith__ending_walk *walk, uint32_t from, uint32_t at, pith__ending *ending)
{
    pith_span run = {at, at};
    if (walk->text.bytes[at] == ')')
        run.start = pith__smiley_start(walk->text, from, walk->paragraph.end, at, &run.end);
    else
        run.end = pith__smiley_end(walk->text, walk->paragraph.end, at);
    if (run.start > at || run.end == run.start || pith__may_end_at(walk->text.bytes + run.end))
        return false;
    *ending = (pith__ending){.kind = PITH__ENDING_SMILEY, .run = run};
    take_closers(walk, ending);
    return true;
}

/* Nearly all places are stops before a space and a letter, or at the end of the paragraph. */
bool pith__ending_next(pith__ending_walk *walk, uint32_t from, pith__ending *ending)
{
    const pith__mark *broken = find_broken(walk, from);
    uint32_t end = walk->paragraph.end;
    if (broken && broken->span.start < end)
        end = broken->span.start;
    for (uint32_t at = from; (at = find_candidate(walk, at, end)) < end; at++) {
        if (walk->text.bytes[at] == '.' && stands_free(walk, at + 1)) {
            uint32_t next = at + 1 < walk->paragraph.end ? at + 2 : at + 1;
            *ending = (pith__ending){.run = {at, at + 1}, .end = at + 1, .next = next};
            return true;
        }
        if ((walk->text.bytes[at] == ')' || pith__is_pictograph_at(walk->text.bytes + at)) &&
            take_smiley(walk, from, at, ending))
            return true;
        *ending = (pith__ending){.run = {at, at}};
        if (!take_terminator(walk, &ending->run.end, &ending->kind, &ending->wide))
            continue;
        if (ending->kind == PITH__ENDING_ITEM) {
            ending->end = ending->next = ending->run.end;
            return true;
        }
        take_run(walk, ending);
        take_closers(walk, ending);
        return true;
    }
    if (end == walk->paragraph.end)
        return false;
    take_broken(walk, broken, ending);
    return true;
}
