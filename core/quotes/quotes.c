#include "quotes/quotes.h"

#include <math.h>
#include <string.h>

#include "ground/utf8.h"
#include "quotes/aside.h"
#include "quotes/dialogue.h"
#include "quotes/source.h"
#include "quotes/speaker.h"
#include "quotes/transcript.h"
#include "quotes/turn.h"

/* How sure a speaker is who is given. */
static const double LEAST = 0.68, LEAST_OF_TURNS = 0.5;

/* How sure a mention is that is given: likelier than not to be who speaks, even where it is less
 * sure whom it means. */
static const double NAMING_LEAST = 0.5;

/* What the stages before found. */
typedef struct findings {
    pith__words words;
    pith__contents contents;
    pith__mentions mentions;
    pith__persons persons;
    const pith__attribution *attributions;
    const pith__reasons *reasons; /* or NULL */
    double least;                 /* confidence of a speaker who is given */
} findings;

static bool is_listed(const pith__content *content, const pith_quotes_options *options)
{
    return content->kind & options->kinds;
}

static bool is_any_listed(const pith__contents *contents, const pith_quotes_options *options)
{
    uint32_t kinds = 0;
    for (uint32_t i = 0; i < contents->count; i++)
        kinds |= (uint32_t)contents->items[i].kind;
    return kinds & options->kinds;
}

/* The least confidence of a speaker who is given. Most turns of a conversation go without a name:
 * to know who spoke there is to guess more often. */
static double least_of(const pith_quotes_options *options, bool conversation)
{
    if (options->min_confidence > 0)
        return options->min_confidence;
    return conversation ? LEAST_OF_TURNS : LEAST;
}

/* The person whom the result gives as the speaker, or PITH_NONE. */
static uint32_t speaker_of(const findings *f, uint32_t content)
{
    const pith__attribution *a = &f->attributions[content];
    return a->confidence >= f->least ? a->person : PITH_NONE;
}

static uint32_t words_in(const pith_document *document, pith_span span)
{
    uint32_t words = 0;
    uint32_t t = pith__token_at(document, span.start);
    for (; t < document->tokens.token.count && document->tokens.token.items[t].start < span.end;
         t++)
        words += pith__token_form(document, t)->shape != PITH__PUNCTUATION;
    return words;
}

/* The cue without the speaker, where it was taken too long: "said Xi". */
static pith_span cue_of(const findings *f, const pith__content *content, pith_span mention)
{
    pith_span cue = content->cue;
    if (!pith__span_contains(cue, mention) || cue.start == mention.start)
        return cue;
    const char *text = f->words.document->text.bytes;
    while (mention.start > cue.start &&
           (text[mention.start - 1] == '-' || /* dit-il */
            pith__utf8_is_space(pith__utf8_before(text, mention.start))))
        pith__utf8_previous(text, &mention.start);
    return (pith_span){cue.start, mention.start};
}

/* speaker: its number, or PITH_NONE. named: whether the mention is sure enough to be given. */
static void list(pith__arena *arena, pith_quotes *quotes, const findings *f, uint32_t content,
                 uint32_t speaker, bool named)
{
    const pith__content *c = &f->contents.items[content];
    const pith__attribution *a = &f->attributions[content];
    pith__spans spans = {0};
    for (uint32_t i = 0; i < c->span.count; i++)
        pith__asides_cut(arena, f->words.document, c->span.items[i], &spans);
    pith_quote *q = pith__array_add(arena, &quotes->quote);
    *q = (pith_quote){.kind = c->kind,
                      .span_count = spans.count,
                      .spans = spans.items,
                      .sentence = c->sentence,
                      .speaker = speaker,
                      .cue = c->cue,
                      .confidence = a->confidence,
                      .rule = a->rule};
    if (f->reasons)
        *pith__array_add(arena, &quotes->reasons) = f->reasons[content];
    if (named) {
        q->mention = f->mentions.items[a->mention].span;
        q->cue = cue_of(f, c, q->mention);
    }
    if (speaker == PITH_NONE)
        return;
    quotes->speaker.items[speaker].quotes++;
    for (uint32_t i = 0; i < spans.count; i++)
        quotes->speaker.items[speaker].words += words_in(f->words.document, spans.items[i]);
}

static void report(pith__arena *arena, pith__arena *scratch, pith_quotes *quotes, const findings *f,
                   const pith_quotes_options *options)
{
    uint32_t count = 0, persons = f->persons.person.count;
    double named_least = fmin(f->least, NAMING_LEAST);
    uint32_t *number = pith__arena_alloc(scratch, (persons + 1) * sizeof *number);
    memset(number, 0xFF, persons * sizeof *number); /* PITH_NONE */
    for (uint32_t i = 0; i < f->contents.count; i++) {
        uint32_t person = speaker_of(f, i);
        if (person != PITH_NONE && is_listed(&f->contents.items[i], options) &&
            number[person] == PITH_NONE)
            number[person] = count++;
    }
    pith__speakers speakers =
        pith__speakers_make(arena, scratch, &f->words, &f->mentions, &f->persons, number, count);
    quotes->speaker.items = speakers.items;
    quotes->speaker.count = speakers.count;
    quotes->speaker.room = speakers.room;
    for (uint32_t i = 0; i < f->contents.count; i++) {
        uint32_t person = speaker_of(f, i);
        bool named =
            f->attributions[i].mention != PITH_NONE && f->attributions[i].naming >= named_least;
        if (is_listed(&f->contents.items[i], options))
            list(arena, quotes, f, i, person == PITH_NONE ? PITH_NONE : number[person], named);
    }
}

/* Without a quotation mark English has nothing but reported speech and transcripts. */
static bool may_be_listed(pith__arena *scratch, const pith_document *document,
                          const pith_quotes_options *options)
{
    return options->kinds & PITH_INDIRECT || document->marks.count ||
           strcmp(document->language->code, "en") != 0 ||
           pith__transcript_find(scratch, document).count;
}

pith_quotes *pith__quotes_find(pith__arena *arena, pith__arena *scratch, pith__arena *passing,
                               const pith__lexicon *lexicon, const pith_document *document,
                               const pith_quotes_options *options)
{
    pith_quotes *quotes = pith__arena_zero(arena, 1, sizeof *quotes);
    quotes->marked = options->marked;
    if (!may_be_listed(scratch, document, options))
        return quotes;
    bool unmarked = options->kinds & PITH_INDIRECT;
    findings f = {.contents = pith__contents_find(scratch, passing, lexicon, document, unmarked)};
    pith__arena_reset(passing);
    if (options->marked)
        quotes->unsaid = pith__unsaids_find(arena, scratch, document, &f.contents);
    if (!is_any_listed(&f.contents, options))
        return quotes;
    f.words = pith__words_find(scratch, lexicon, document);
    f.mentions = pith__mentions_find(scratch, &f.words);
    pith__turns_find(scratch, &f.words, &f.mentions, &f.contents);
    f.mentions = pith__sources_add(scratch, &f.words, f.mentions, &f.contents);
    f.persons = pith__persons_find(scratch, passing, &f.words, &f.mentions);
    pith__arena_reset(passing);
    bool conversation = pith__is_conversation(document, &f.contents);
    pith__arena *kept = options->explain ? arena : scratch;
    pith__reasons *reasons =
        options->explain ? pith__arena_zero(arena, f.contents.count, sizeof *reasons) : NULL;
    pith__attribution *attributions =
        pith__attribute(kept, &f.words, &f.contents, &f.mentions, &f.persons, reasons);
    if (conversation)
        pith__dialogue_settle(kept, &f.words, &f.contents, &f.mentions, &f.persons, attributions,
                              reasons);
    f.reasons = reasons;
    f.least = least_of(options, conversation);
    f.attributions = attributions;
    report(arena, scratch, quotes, &f, options);
    return quotes;
}
