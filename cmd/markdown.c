#include "markdown.h"

#include <md4c.h>
#include <stdint.h>
#include <string.h>

#include "utf8.h"

typedef struct blank {
    const char *text;
    size_t length;
    char *kept;      /* the result: at first all blank */
    unsigned images; /* how many we are in */
    bool in_code;    /* in a block of code */
} blank;

/* ---- white space instead of everything ---- */

/* One character of white space for one of `length` bytes that has as many: U+0020, U+00A0, U+3000.
 * There is none of four bytes; a character of four, such as an emoji, stays. */
static void put_space(char *to, const char *from, size_t length)
{
    static const char *const spaces[] = {" ", " ", "\xC2\xA0", "\xE3\x80\x80"};
    bool line_end = *from == '\n' || *from == '\r';
    memcpy(to, length > 3 || line_end ? from : spaces[length], length);
}

static void put_spaces(char *to, const char *from, size_t length)
{
    const char *end = from + length;
    while (from < end) {
        size_t size = utf8_character(from, end);
        size = size ? size : 1;
        put_space(to, from, size);
        from += size;
        to += size;
    }
}

/* ---- and back what is text ---- */

/* The ASCII character that an entity stands for, as near as it can be; 0: none. */
static char entity_character(const char *text, size_t length)
{
    static const struct {
        const char *name;
        char character;
    } entities[] = {{"&quot;", '"'},  {"&ldquo;", '"'},  {"&rdquo;", '"'},  {"&#34;", '"'},
                    {"&apos;", '\''}, {"&lsquo;", '\''}, {"&rsquo;", '\''}, {"&#39;", '\''},
                    {"&amp;", '&'},   {"&#38;", '&'},    {"&lt;", '<'},     {"&gt;", '>'},
                    {"&mdash;", '-'}, {"&ndash;", '-'},  {"&nbsp;", ' '}};
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
        if (strlen(entities[i].name) == length && memcmp(entities[i].name, text, length) == 0)
            return entities[i].character;
    }
    return 0;
}

/* The character stands at the side of the entity's place where a word touches it. */
static void keep_entity(blank *b, size_t at, size_t length)
{
    char character = entity_character(b->text + at, length);
    bool spaced = at == 0 || strchr(" \t\r\n", b->text[at - 1]);
    if (character)
        b->kept[spaced ? at + length - 1 : at] = character;
    else
        memcpy(b->kept + at, b->text + at, length);
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
    blank *b = data;
    uintptr_t first = (uintptr_t)b->text, here = (uintptr_t)text;
    bool inside = here >= first && here - first <= b->length && size <= b->length - (here - first);
    if (!inside || b->images || b->in_code)
        return 0; /* line breaks come from elsewhere, and stand there already */
    if (type == MD_TEXT_NORMAL || type == MD_TEXT_CODE)
        memcpy(b->kept + (here - first), text, size);
    else if (type == MD_TEXT_ENTITY)
        keep_entity(b, here - first, size);
    return 0;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    (void)detail;
    ((blank *)data)->in_code |= type == MD_BLOCK_CODE;
    return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    (void)detail;
    ((blank *)data)->in_code &= type != MD_BLOCK_CODE;
    return 0;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *data)
{
    (void)detail;
    ((blank *)data)->images += type == MD_SPAN_IMG;
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *data)
{
    (void)detail;
    ((blank *)data)->images -= type == MD_SPAN_IMG;
    return 0;
}

/* ---- front matter ---- */

/* The length of the YAML between two lines of three dashes at the beginning; 0: there is none. */
static size_t front_matter(const char *text, size_t length)
{
    const char *end = text + length, *at = text;
    if (length < 4 || memcmp(text, "---", 3) != 0 || (text[3] != '\n' && text[3] != '\r'))
        return 0;
    while ((at = memchr(at, '\n', (size_t)(end - at)))) {
        at++;
        if (end - at >= 3 && memcmp(at, "---", 3) == 0)
            return (size_t)(at + 3 - text);
    }
    return 0;
}

bool markdown_blank(buffer *text)
{
    buffer kept = {0};
    if (!buffer_reserve(&kept, text->length + 1))
        return false;
    size_t skipped = front_matter(text->bytes, text->length);
    blank b = {.text = text->bytes, .length = text->length, .kept = kept.bytes};
    MD_PARSER parser = {.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH,
                        .enter_block = enter_block,
                        .leave_block = leave_block,
                        .enter_span = enter_span,
                        .leave_span = leave_span,
                        .text = on_text};
    put_spaces(kept.bytes, text->bytes, text->length);
    kept.length = text->length;
    bool good =
        text->length <= UINT32_MAX &&
        md_parse(text->bytes + skipped, (MD_SIZE)(text->length - skipped), &parser, &b) == 0;
    if (!good) {
        buffer_free(&kept);
        return false;
    }
    buffer_free(text);
    *text = kept;
    return true;
}
