#include "text/listing.h"

#include "ground/utf8.h"

/* The parts of a style, a bit each. */
enum {
    NUMBERED = 1,
    LETTERED = 2,
    CAPITAL = 4,
    OPENED = 8,
    STOPPED = 16,
    CLOSED = 32,
    BULLET = 64
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* Reads back from `end`, where the value of a label ends, as far as `least`. */
static pith__label read_value(const char *bytes, uint32_t least, uint32_t end)
{
    pith__label label = {.start = end};
    uint32_t at = end, place = 1;
    while (at > least && end - at < 3 && is_digit(bytes[at - 1])) {
        label.value += place * (uint32_t)(bytes[--at] - '0');
        place *= 10;
    }
    if (at < end) {
        label.style = NUMBERED;
    } else if (at > least && is_letter(bytes[at - 1])) {
        at--;
        label.value = (uint32_t)((bytes[at] | 0x20) - 'a' + 1);
        label.style = LETTERED | (bytes[at] < 'a' ? CAPITAL : 0);
    }
    if (at > least && bytes[at - 1] == '(') {
        at--;
        label.style |= OPENED;
    }
    label.start = at;
    return label;
}

/* White space or the beginning goes before a label. */
static bool stands_free(pith__text text, uint32_t least, uint32_t at)
{
    return at == least || pith__utf8_is_space(pith__utf8_before(text.bytes, at));
}

static pith__label read_label(pith__text text, uint32_t start, const pith__ending *ending)
{
    pith__label none = {0};
    const char *bytes = text.bytes;
    uint32_t end = ending->run.start, style = 0;
    if (ending->kind == PITH__ENDING_ITEM && bytes[end] != ')')
        return stands_free(text, start, end) ? (pith__label){end, 0, BULLET} : none;
    if (ending->kind == PITH__ENDING_ITEM) {
        style = CLOSED;
        if (end > start && bytes[end - 1] == '.') {
            style |= STOPPED;
            end--;
        }
    } else {
        style = bytes[ending->run.end] == ')' ? STOPPED | CLOSED : STOPPED;
    }
    pith__label label = read_value(bytes, start, end);
    if (!(label.style & (NUMBERED | LETTERED)) || !stands_free(text, start, label.start))
        return none;
    label.style |= style;
    return label.style == (LETTERED | CAPITAL | STOPPED) ? none : label; /* an initial */
}

/* White space and a word come behind a label. */
static bool item_follows(pith__text text, pith_span paragraph, uint32_t at)
{
    uint32_t code = pith__utf8_at(text.bytes, paragraph.end, at);
    if (!pith__utf8_is_space(code))
        return false;
    while (at < paragraph.end && pith__utf8_is_space(code)) {
        (void)pith__utf8_next(text.bytes, &at);
        code = pith__utf8_at(text.bytes, paragraph.end, at);
    }
    return pith__utf8_is_letter(code) || pith__utf8_is_digit(code);
}

pith__listing pith__listing_begin(pith__text text, pith_span paragraph)
{
    pith__listing listing = {{0}};
    if (pith__is_bullet(pith__utf8_at(text.bytes, paragraph.end, paragraph.start)))
        listing.last = (pith__label){paragraph.start, 0, BULLET};
    return listing;
}

/* The stop behind `end` is behind a letter that another goes before, as most are, or behind no
 * letter or digit at all. */
static bool is_no_label(const char *bytes, uint32_t start, uint32_t end)
{
    char last = end > start ? bytes[end - 1] : ' ';
    return is_letter(last) ? end - start > 1 && is_letter(bytes[end - 2]) : !is_digit(last);
}

uint32_t pith__listing_item(pith__listing *listing, pith__text text, pith_span paragraph,
                            uint32_t start, const pith__ending *ending)
{
    if (ending->kind != PITH__ENDING_ITEM && ending->kind != PITH__ENDING_STOP)
        return PITH_NONE;
    if (ending->kind == PITH__ENDING_STOP && is_no_label(text.bytes, start, ending->run.start))
        return PITH_NONE;
    pith__label label = read_label(text, start, ending);
    if (!label.style)
        return PITH_NONE;
    if (label.style == BULLET)
        return listing->last.style == BULLET && label.start > start ? label.start : PITH_NONE;
    if (!item_follows(text, paragraph, ending->end))
        return PITH_NONE;
    bool goes_on = label.style == listing->last.style && label.value == listing->last.value + 1;
    if (label.start != start && !goes_on)
        return PITH_NONE;
    listing->last = label;
    return label.start;
}
