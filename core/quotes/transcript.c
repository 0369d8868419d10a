#include "quotes/transcript.h"

#include <string.h>

enum {
    LABEL_MAX = 12, /* tokens of a label */
    COUNT_MIN = 4,  /* statements in a transcript */
    AGAIN_MIN = 2,  /* of these by who has spoken before */
    SHARE_MAX = 4,  /* one of so many paragraphs at least is a statement */
    DENSE_MAX = 2,  /* and of so many where the others go on with it */
    REST_MAX = 3    /* paragraphs without a label that go on before the next one */
};

static const pith__document_form *form_at(const pith_document *document, uint32_t token)
{
    return pith__token_form(document, token);
}

static bool is_sign(const pith_document *document, uint32_t token, char sign)
{
    return document->text.bytes[document->tokens.token.items[token].start] == sign;
}

/* Behind brackets that open at the token: "(D-Maine)"; the token itself if none do. */
static uint32_t behind_brackets(const pith_document *document, uint32_t token, uint32_t end)
{
    uint32_t t = token;
    if (t == end || !is_sign(document, t, '('))
        return token;
    while (t < end && !is_sign(document, t, ')'))
        t++;
    return t < end ? t + 1 : token;
}

/* Whether a quotation mark stands at the token, as before each paragraph of what is cited. */
static bool is_mark(const pith_document *document, uint32_t token)
{
    static const char *const marks[] = {"\"", "“", "”", "``", "''"};
    return PITH__FORM_IS_ONE_OF(form_at(document, token), marks);
}

/* The name before the colon with which a paragraph begins, in capitals or with two of them at
 * least; false if there is none. */
static bool find_label(const pith_document *document, pith__range paragraph, pith__statement *made)
{
    if (is_mark(document, paragraph.first))
        paragraph.first++;
    uint32_t t = paragraph.first, words = 0;
    uint32_t end = paragraph.end > t + LABEL_MAX ? paragraph.first + LABEL_MAX : paragraph.end;
    made->upper = true;
    while (t < end && (pith__is_capital(form_at(document, t)) ||
                       (t > paragraph.first && is_sign(document, t, '.')))) {
        const pith__document_form *form = form_at(document, t++);
        words += form->lower_length > 1;
        made->upper = made->upper && form->shape != PITH__CAPITAL;
    }
    uint32_t colon = behind_brackets(document, t, end);
    if (words < (made->upper ? 1u : 2u) || colon + 1 >= paragraph.end || colon >= end ||
        !is_sign(document, colon, ':') || !pith__is_capital(form_at(document, t - 1)))
        return false;
    made->label = (pith__range){paragraph.first, t};
    made->said = colon + 1;
    return form_at(document, made->said)->shape != PITH__PUNCTUATION;
}

/* Leaves out those whose labels are not written as most are: a headline. */
static void keep_alike(pith__statements *all)
{
    uint32_t upper = 0, kept = 0;
    for (uint32_t i = 0; i < all->count; i++)
        upper += all->items[i].upper;
    for (uint32_t i = 0; i < all->count; i++)
        if (all->items[i].upper == (2 * upper >= all->count))
            all->items[kept++] = all->items[i];
    all->count = kept;
}

static bool is_same(const pith_document *document, const pith__statement *a,
                    const pith__statement *b)
{
    return strcmp(form_at(document, a->label.end - 1)->lower,
                  form_at(document, b->label.end - 1)->lower) == 0;
}

/* Whether a statement's label is a name: of two words, or one that the text has elsewhere as names
 * are written. PROs and CONs are none. */
static bool is_named(const pith_document *document, const pith__statement *statement)
{
    const pith__document_form *label = form_at(document, statement->label.end - 1);
    if (statement->label.end - statement->label.first > 1)
        return true;
    for (uint32_t i = 0; i < document->terms.form.count; i++) {
        const pith__document_form *form = &document->terms.form.items[i];
        if (form->shape == PITH__CAPITAL && form->lower_length == label->lower_length &&
            memcmp(form->lower, label->lower, label->lower_length) == 0)
            return true;
    }
    return false;
}

/* Whether names take turns: some statements are of those who spoke within the few before them. */
static bool takes_turns(const pith_document *document, const pith__statements *all)
{
    enum { BACK_MAX = 4 }; /* statements back to the last one of the same speaker */
    uint32_t again = 0, other = 1;
    for (uint32_t i = 0; i < all->count; i++) {
        uint32_t back = 1;
        while (back <= BACK_MAX && back <= i &&
               !is_same(document, &all->items[i], &all->items[i - back]))
            back++;
        again += back > 1 && back <= BACK_MAX && back <= i;
    }
    while (other < all->count && is_same(document, &all->items[0], &all->items[other]))
        other++;
    return again >= AGAIN_MIN && other < all->count &&
           (is_named(document, &all->items[0]) || is_named(document, &all->items[other]));
}

/* Whether a paragraph tells what happened: "(Applause)". */
static bool is_direction(const pith_document *document, uint32_t paragraph)
{
    uint32_t t = pith__token_at(document, document->paragraphs.items[paragraph].span.start);
    t += t + 1 < document->tokens.token.count && is_mark(document, t);
    return is_sign(document, t, '(') || is_sign(document, t, '[');
}

/* Paragraphs without a label go on with the statement before, if another one follows soon. */
static void lengthen(const pith_document *document, pith__statements *all)
{
    for (uint32_t i = 0; i + 1 < all->count; i++) {
        pith__statement *statement = &all->items[i];
        uint32_t next = all->items[i + 1].paragraph;
        bool soon = next - statement->paragraph <= REST_MAX + 1;
        while (soon && statement->last + 1 < next && !is_direction(document, statement->last + 1))
            statement->last++;
    }
}

pith__statements pith__transcript_find(pith__arena *arena, const pith_document *document)
{
    pith__statements all = {0};
    for (uint32_t i = 0; i < document->paragraphs.count; i++) {
        pith_span span = document->paragraphs.items[i].span;
        pith__range tokens = {pith__token_at(document, span.start),
                              pith__token_at(document, span.end)};
        pith__statement made = {.paragraph = i, .last = i};
        if (!pith__range_empty(tokens) && find_label(document, tokens, &made))
            *pith__array_add(arena, &all) = made;
    }
    keep_alike(&all);
    if (all.count < COUNT_MIN || !takes_turns(document, &all))
        return (pith__statements){0};
    uint32_t paragraphs = all.items[all.count - 1].paragraph - all.items[0].paragraph + 1;
    if (all.count * SHARE_MAX < paragraphs)
        return (pith__statements){0};
    if (all.count * DENSE_MAX >= paragraphs)
        lengthen(document, &all);
    return all;
}
