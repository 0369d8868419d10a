#include "quotes/cue.h"

#include <string.h>

enum {
    PHRASE_WORDS = 5,
    PHRASE_BYTES = 64,
    KINDS = PITH__SPEECH_VERB | PITH__ATTRIBUTIVE,
};

/* A verb may have its pronoun with it: dit-il, s'écria-t-elle. */
static uint32_t classes_of(const pith__lexicon *lexicon, const pith__document_form *form)
{
    uint32_t classes = form->classes & KINDS;
    if (classes || form->shape != PITH__LOWER || !strpbrk(form->lower, "-'"))
        return classes;
    const char *mark = strchr(form->lower, '\'');
    const char *lower = mark ? mark + 1 : form->lower;
    const char *end = strchr(lower, '-');
    end = end ? end : form->lower + form->lower_length;
    return pith__lexicon_classes(lexicon, lower, (size_t)(end - lower)) & PITH__SPEECH_VERB;
}

/* Whether no space parts the token from the one before, as between Han characters. */
static bool is_joined(const pith_document *document, uint32_t token)
{
    return pith__token_span(document, token - 1).end == document->tokens.token.items[token].start &&
           (unsigned char)pith__token_form(document, token)->lower[0] >= 0xE3;
}

pith__cue pith__cue_at(const pith__lexicon *lexicon, const pith_document *document, uint32_t token,
                       uint32_t limit)
{
    const pith__document_form *form = pith__token_form(document, token);
    pith__cue cue = {token, token, classes_of(lexicon, form)};
    if (cue.classes)
        cue.end = token + 1;
    if (!(form->classes & PITH__PHRASE))
        return cue;
    char phrase[PHRASE_BYTES];
    uint32_t length = 0;
    for (uint32_t i = token; i < limit && i < token + PHRASE_WORDS; i++) {
        form = pith__token_form(document, i);
        if (length + form->lower_length + 1 > sizeof phrase)
            break;
        if (i > token && !is_joined(document, i))
            phrase[length++] = ' ';
        memcpy(phrase + length, form->lower, form->lower_length);
        length += form->lower_length;
        uint32_t classes = pith__lexicon_classes(lexicon, phrase, length) & KINDS;
        if (i > token && classes)
            cue = (pith__cue){token, i + 1, classes};
    }
    return cue;
}
