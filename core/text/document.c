#include "text/document.h"

#include <assert.h>
#include <string.h>

#include "ground/utf8.h"

enum {
    CHECKPOINT = 256, /* bytes between two entries of offsets */
    BLOCK = 32,       /* bytes of the text that share an entry of token_at_block, */
    STRETCH = 256,    /* of sentence_at_stretch, */
    REGION = 1 << 16  /* and of token_at_region */
};

/* ---- reading ---- */

/* The numbers of the document's terms whose stem is in the title too. */
static void find_title_terms(pith__arena *arena, pith__arena *scratch, pith__vocabulary *vocabulary,
                             pith_document *document)
{
    pith__text title = {document->title, (uint32_t)strlen(document->title)};
    pith_sentence whole = {.span = {0, title.length}};
    pith__sentences sentences = {&whole, 1, 1};
    pith__tokens tokens = pith__tokens_find(scratch, vocabulary, title, sentences);
    uint32_t terms = document->terms.term.count;
    bool *found = pith__arena_zero(scratch, terms, sizeof *found);
    for (uint32_t i = 0; i < tokens.forms.count; i++) {
        uint32_t stem = vocabulary->forms.items[tokens.forms.items[i]].stem;
        uint32_t term = pith__term_of(vocabulary, &document->terms, stem);
        if (term != PITH_NONE)
            found[term] = true;
    }
    document->title_terms = pith__arena_alloc(arena, terms * sizeof *document->title_terms);
    for (uint32_t i = 0; i < terms; i++) {
        if (found[i])
            document->title_terms[document->title_term_count++] = i;
    }
}

/* A text of nothing but ASCII needs none. */
static void set_checkpoints(pith__arena *arena, pith_document *document)
{
    pith__text text = document->text;
    if (pith__utf8_is_ascii(text.bytes, text.length))
        return;
    size_t count = text.length / CHECKPOINT + 1u;
    document->offsets = pith__arena_alloc(arena, count * 2 * sizeof *document->offsets);
    uint32_t points = 0, units = 0;
    for (size_t i = 0; i < count; i++) {
        document->offsets[2 * i] = points;
        document->offsets[2 * i + 1] = units;
        size_t start = i * CHECKPOINT;
        size_t length = text.length - start < CHECKPOINT ? text.length - start : CHECKPOINT;
        points += (uint32_t)pith__utf8_count(text.bytes + start, length);
        units += (uint32_t)pith__utf8_count16(text.bytes + start, length);
    }
}

/* For each region of the text the first token that begins in it or later, for each block how many
 * more begin before it, for each stretch the first sentence that ends behind its begin; one entry
 * more for what is behind the last. Where in a text something stands is asked about as often as it
 * has tokens. */
static void set_blocks(pith__arena *arena, pith_document *document)
{
    enum { BLOCKS = REGION / BLOCK };
    uint32_t count = document->text.length / BLOCK + 2;
    uint32_t regions = document->text.length / REGION + 2;
    uint16_t *at_block = pith__arena_zero(arena, count, sizeof *at_block);
    uint32_t *at_region = pith__arena_alloc(arena, regions * sizeof *at_region);
    const pith__token *tokens = document->tokens.token.items, *token = tokens;
    for (uint32_t region = 0; region < regions; region++) {
        const pith__token *first = token;
        uint32_t end = region < UINT32_MAX / REGION ? (region + 1) * REGION : UINT32_MAX;
        uint32_t block = region * BLOCKS, before = 0;
        at_region[region] = (uint32_t)(first - tokens);
        for (; token->start < end; token++) /* of those in a block the last one's number stays */
            at_block[token->start / BLOCK + 1] = (uint16_t)(token - first + 1);
        if (block < count)
            at_block[block++] = 0;
        for (; block < count && block < (region + 1) * BLOCKS; block++) {
            before = at_block[block] ? at_block[block] : before;
            at_block[block] = (uint16_t)before;
        }
    }
    document->token_at_block = at_block;
    document->token_at_region = at_region;
}

static void set_stretches(pith__arena *arena, pith_document *document)
{
    const pith_sentence *sentences = document->sentences.items;
    uint32_t count = document->text.length / STRETCH + 1, sentence = 0;
    document->sentence_at_stretch = pith__arena_alloc(arena, count * sizeof(uint32_t));
    for (uint32_t i = 0; i < count; i++) {
        while (sentence < document->sentences.count && sentences[sentence].span.end <= i * STRETCH)
            sentence++;
        document->sentence_at_stretch[i] = sentence;
    }
}

#ifndef NDEBUG
static bool on_boundary(pith__text text, uint32_t at)
{
    return at <= text.length && ((unsigned char)text.bytes[at] & 0xC0) != 0x80;
}

static void check_paragraphs(const pith_document *d)
{
    for (uint32_t i = 0; i < d->paragraphs.count; i++) {
        pith_span span = d->paragraphs.items[i].span;
        assert(span.start < span.end);
        assert(on_boundary(d->text, span.start) && on_boundary(d->text, span.end));
        assert(!i || d->paragraphs.items[i - 1].span.end <= span.start);
    }
}

/* A partner's partner is the mark itself, or the one that it repeats. */
static void check_marks(const pith_document *d)
{
    for (uint32_t i = 0; i < d->marks.count; i++) {
        const pith__mark *mark = &d->marks.items[i];
        assert(mark->span.start < mark->span.end);
        assert(!i || mark[-1].span.end <= mark->span.start);
        if (mark->partner == PITH_NONE)
            continue;
        assert(mark->partner < d->marks.count);
        const pith__mark *partner = &d->marks.items[mark->partner];
        assert((mark->role == PITH__CLOSING) != (partner->role == PITH__CLOSING));
        assert(mark->role == PITH__REOPENING ? partner->partner < i : partner->partner == i);
    }
}

static void check_sentences(const pith_document *d)
{
    for (uint32_t i = 0; i < d->sentences.count; i++) {
        const pith_sentence *s = &d->sentences.items[i];
        assert(s->span.start < s->span.end);
        assert(on_boundary(d->text, s->span.start) && on_boundary(d->text, s->span.end));
        assert(!i || s[-1].span.end <= s->span.start);
        assert(s->paragraph < d->paragraphs.count);
        assert(pith__span_contains(d->paragraphs.items[s->paragraph].span, s->span));
    }
}

static void check_tokens(const pith_document *d)
{
    for (uint32_t s = 0; s < d->sentences.count; s++) {
        assert(d->tokens.first[s] <= d->tokens.first[s + 1]);
        uint32_t at = d->sentences.items[s].span.start;
        for (uint32_t i = d->tokens.first[s]; i < d->tokens.first[s + 1]; i++) {
            pith_span span = pith__token_span(d, i);
            assert(at <= span.start && span.start < span.end);
            assert(on_boundary(d->text, span.start) && on_boundary(d->text, span.end));
            at = span.end;
        }
        assert(at <= d->sentences.items[s].span.end);
    }
}
#endif

static void check(const pith_document *document)
{
#ifndef NDEBUG
    check_paragraphs(document);
    check_marks(document);
    check_sentences(document);
    check_tokens(document);
    assert(document->tokens.first[document->sentences.count] == document->tokens.token.count);
#else
    (void)document;
#endif
}

pith_document *pith__document_read(pith__arena *arena, pith__arena *scratch,
                                   pith__vocabulary *vocabulary, pith__text text,
                                   const pith_document_options *options)
{
    pith_document *d = pith__arena_zero(arena, 1, sizeof *d);
    d->language = vocabulary->lexicon.language;
    d->text = text;
    d->paragraphs = pith__paragraphs_find(arena, scratch, text);
    d->marks = pith__marks_find(arena, text, d->paragraphs);
    d->explained = options && options->explain;
    d->sentences = pith__sentences_find(arena, scratch, &vocabulary->lexicon, text, d->paragraphs,
                                        d->marks, d->explained ? &d->verdicts : NULL);
    d->tokens = pith__tokens_find(arena, vocabulary, text, d->sentences);
    d->terms = pith__terms_find(arena, scratch, vocabulary, &d->tokens, d->sentences.count);
    if (options && options->title) {
        d->title = pith__decode(arena, options->title, strlen(options->title)).bytes;
        find_title_terms(arena, scratch, vocabulary, d);
    }
    set_checkpoints(arena, d);
    set_blocks(arena, d);
    set_stretches(arena, d);
    check(d);
    return d;
}

/* ---- asking ---- */

static uint32_t within(const pith_document *document, uint32_t byte)
{
    return byte < document->text.length ? byte : document->text.length;
}

uint32_t pith__sentence_at(const pith_document *document, uint32_t byte)
{
    uint32_t at = document->sentence_at_stretch[within(document, byte) / STRETCH];
    uint32_t count = document->sentences.count;
    while (at < count && document->sentences.items[at].span.end <= byte)
        at++;
    return at < count || count == 0 ? at : count - 1;
}

/* How many of PITH__TOKENS_PADDING tokens begin before a byte: all are counted, so that nothing
 * waits for anything else. */
static inline uint32_t count_before(const pith__token *t, uint32_t byte)
{
    _Static_assert(PITH__TOKENS_PADDING == 8, "one term each");
    uint32_t before = t[0].start < byte;
    before += t[1].start < byte;
    before += t[2].start < byte;
    before += t[3].start < byte;
    before += t[4].start < byte;
    before += t[5].start < byte;
    before += t[6].start < byte;
    before += t[7].start < byte;
    return before;
}

/* Those behind the block begin behind the byte. */
uint32_t pith__token_at(const pith_document *document, uint32_t byte)
{
    uint32_t place = within(document, byte), before;
    uint32_t at =
        document->token_at_region[place / REGION] + document->token_at_block[place / BLOCK];
    const pith__token *token = document->tokens.token.items + at;
    for (; (before = count_before(token, byte)) == PITH__TOKENS_PADDING; at += before)
        token += before;
    return at + before;
}

const char *pith_document_text(const pith_document *document, size_t *length)
{
    *length = document->text.length;
    return document->text.bytes;
}

const char *pith_document_title(const pith_document *document)
{
    return document->title;
}

const char *pith_document_language(const pith_document *document)
{
    return document->language->code;
}

pith_counts pith_document_counts(const pith_document *document)
{
    return (pith_counts){.bytes = document->text.length,
                         .paragraphs = document->paragraphs.count,
                         .sentences = document->sentences.count,
                         .words = document->tokens.words};
}

const pith_sentence *pith_document_sentences(const pith_document *document, size_t *count)
{
    *count = document->sentences.count;
    return document->sentences.items;
}

size_t pith_document_offset(const pith_document *document, size_t byte, pith_unit unit)
{
    if (byte > document->text.length)
        byte = document->text.length;
    if (unit == PITH_BYTE || !document->offsets)
        return byte;
    size_t point = byte / CHECKPOINT, start = point * CHECKPOINT;
    const char *from = document->text.bytes + start;
    if (unit == PITH_UTF16)
        return document->offsets[2 * point + 1] + pith__utf8_count16(from, byte - start);
    return document->offsets[2 * point] + pith__utf8_count(from, byte - start);
}
