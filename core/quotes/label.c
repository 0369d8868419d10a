#include "quotes/label.h"

#include <string.h>

enum {
    NAME_MAX = 8,     /* tokens of a name */
    PARTICLES_MAX = 2 /* small words in a row inside of it */
};

static const pith__document_form *form_at(const pith_document *document, uint32_t token)
{
    return pith__token_form(document, token);
}

static bool is_dash(const pith_document *document, uint32_t token)
{
    static const char *const dashes[] = {"-", "--", "–", "—", "―"};
    return PITH__FORM_IS_ONE_OF(form_at(document, token), dashes);
}

static bool is_in_name(const pith__document_form *form)
{
    return (pith__is_capital(form) && !(form->classes & PITH__SPEECH_VERB)) ||
           form->classes & PITH__PARTICLE || strcmp(form->lower, ".") == 0;
}

/* Behind the next capitalized word or stop of the name, over two small words: Juan de la Cruz. */
static uint32_t next_in_name(const pith_document *document, pith__range name, uint32_t end)
{
    uint32_t t = name.end, limit = t + PARTICLES_MAX;
    end = end > name.first + NAME_MAX ? name.first + NAME_MAX : end;
    while (t < end && t < limit && form_at(document, t)->shape == PITH__LOWER &&
           !(form_at(document, t)->classes & PITH__SPEECH_VERB))
        t++;
    return t < end && is_in_name(form_at(document, t)) ? t + 1 : name.end;
}

/* The tokens of a paragraph. */
static pith__range paragraph_of(const pith_document *document, uint32_t byte)
{
    uint32_t paragraph = pith__paragraph_at(document, byte);
    pith_span span = document->paragraphs.items[paragraph].span;
    return (pith__range){pith__token_at(document, span.start), pith__token_at(document, span.end)};
}

pith__range pith__signature_of(const pith_document *document, const pith__marked *region)
{
    pith__range none = {0, 0};
    uint32_t first = region->outer_end, start = region->outer_first;
    if (first + 1 >= document->tokens.token.count || !is_dash(document, first) ||
        !pith__is_capital(form_at(document, first + 1)))
        return none;
    pith__range paragraph = paragraph_of(document, region->span.end - 1);
    bool turn = start > 0 && is_dash(document, start - 1); /* behind a turn stands the next one */
    if (turn || first + 1 >= paragraph.end)
        return none;
    pith__range name = {first + 1, first + 2};
    for (uint32_t next; (next = next_in_name(document, name, paragraph.end)) > name.end;)
        name.end = next;
    bool ends =
        name.end == paragraph.end ||
        (form_at(document, name.end)->shape == PITH__PUNCTUATION && !is_dash(document, name.end));
    while (name.end > name.first && !pith__is_capital(form_at(document, name.end - 1)))
        name.end--;
    return ends ? name : none;
}

pith__range pith__introduction_of(const pith_document *document, const pith__marked *region)
{
    pith__range none = {0, 0};
    uint32_t first = region->outer_first;
    if (first < 2 || strcmp(form_at(document, first - 1)->lower, ":") != 0)
        return none;
    pith__range paragraph = paragraph_of(document, region->span.start);
    if (first < paragraph.first + 2 || first > paragraph.first + NAME_MAX)
        return none;
    for (uint32_t t = paragraph.first; t < first - 1; t++)
        if (!is_in_name(form_at(document, t)))
            return none;
    return (pith__range){paragraph.first, first - 1};
}
