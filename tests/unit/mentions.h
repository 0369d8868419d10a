/* An English text with its mentions and persons: what the tests of attribution begin with. */
#ifndef PITH_TESTS_MENTIONS_H
#define PITH_TESTS_MENTIONS_H

#include "unit.h"

#include "quotes/person.h"

typedef struct reading {
    pith__trap trap;
    pith__arena arena, scratch;
    pith__vocabulary vocabulary;
    pith_document *document;
    pith__words words;
    pith__mentions mentions;
    pith__persons persons;
} reading;

static void read_text(reading *r, const char *source)
{
    open_arena(&r->arena, &r->trap);
    pith__arena_init(&r->scratch, &r->trap);
    pith__vocabulary_init(&r->vocabulary, &r->arena, 1, pith__language_find("en"), NULL, 0);
    pith__text text = pith__decode(&r->arena, source, strlen(source));
    r->document = pith__document_read(&r->arena, &r->scratch, &r->vocabulary, text, NULL);
    r->words = pith__words_find(&r->arena, &r->vocabulary.lexicon, r->document);
    r->mentions = pith__mentions_find(&r->arena, &r->words);
    r->persons = pith__persons_find(&r->arena, &r->scratch, &r->words, &r->mentions);
}

static void close_reading(reading *r)
{
    pith__vocabulary_free(&r->vocabulary);
    pith__arena_free(&r->arena);
    pith__arena_free(&r->scratch);
}

/* Whether the span is these words. */
static bool is_text(const reading *r, pith_span span, const char *words)
{
    return pith__span_length(span) == strlen(words) &&
           memcmp(r->document->text.bytes + span.start, words, strlen(words)) == 0;
}

/* The number of the nth mention (from 0) that is these words; fails if there is none. */
static uint32_t mention_of(const reading *r, const char *words, uint32_t nth)
{
    for (uint32_t i = 0; i < r->mentions.count; i++) {
        if (is_text(r, r->mentions.items[i].span, words) && nth-- == 0)
            return i;
    }
    fail_msg("no mention \"%s\"", words);
    return 0;
}

#endif
