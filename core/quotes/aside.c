#include "quotes/aside.h"

#include <string.h>

enum { WORDS_MAX = 4 /* between brackets */ };

static const pith__document_form *form_at(const pith_document *document, uint32_t token)
{
    return pith__token_form(document, token);
}

/* Laughter, loud cheers, hear, hear: what is heard. */
static bool is_sound(const pith_document *document, uint32_t first, uint32_t end)
{
    static const char *const sounds[] = {
        "laughs",   "laughter", "laughing", "chuckles",  "chuckling", "applause", "cheers",
        "cheering", "boos",     "booing",   "crosstalk", "inaudible", "coughs",   "sighs",
        "pause",    "pauses",   "sobs",     "smiles",    "grins",     "groans"};
    bool heard = end - first == 3 && strcmp(form_at(document, first)->lower, "hear") == 0 &&
                 strcmp(form_at(document, end - 1)->lower, "hear") == 0;
    for (uint32_t t = first; t < end; t++)
        heard |= PITH__FORM_IS_ONE_OF(form_at(document, t), sounds);
    return heard;
}

static char byte_at(const pith_document *document, uint32_t token)
{
    return document->text.bytes[document->tokens.token.items[token].start];
}

/* The token that closes the brackets which open at the token, if an aside is between; else the
 * token itself. */
static uint32_t aside_end(const pith_document *document, uint32_t token, uint32_t end)
{
    char opening = byte_at(document, token), closing = opening == '(' ? ')' : ']';
    uint32_t t = token + 1, limit = t + WORDS_MAX < end ? t + WORDS_MAX : end - 1;
    if (opening != '(' && opening != '[')
        return token;
    while (t < limit && byte_at(document, t) != closing)
        t++;
    bool closed = t < end && byte_at(document, t) == closing;
    return closed && is_sound(document, token + 1, t) ? t : token;
}

/* Without white space, commas and dashes at its edges, where it was cut. */
static void add(pith__arena *arena, const char *text, pith_span span, pith__spans *spans)
{
    while (span.start < span.end && strchr(" \t\r\n,;-", text[span.start]))
        span.start++;
    while (span.end > span.start && strchr(" \t\r\n", text[span.end - 1]))
        span.end--;
    if (span.end > span.start)
        *pith__array_add(arena, spans) = span;
}

void pith__asides_cut(pith__arena *arena, const pith_document *document, pith_span span,
                      pith__spans *spans)
{
    const pith__tokens *tokens = &document->tokens;
    uint32_t start = span.start, before = spans->count;
    if (strcmp(document->language->code, "en") == 0) {
        uint32_t end = pith__token_at(document, span.end);
        for (uint32_t t = pith__token_at(document, span.start); t < end; t++) {
            uint32_t close = aside_end(document, t, end);
            if (close == t)
                continue;
            add(arena, document->text.bytes, (pith_span){start, tokens->token.items[t].start},
                spans);
            start = pith__token_span(document, close).end;
            t = close;
        }
    }
    if (start == span.start)
        *pith__array_add(arena, spans) = span;
    else
        add(arena, document->text.bytes, (pith_span){start, span.end}, spans);
    if (spans->count == before) /* all of it is an aside */
        *pith__array_add(arena, spans) = span;
}
