#include "quotes/speaker.h"

#include <string.h>

#include "quotes/register.h"

enum { ALIASES_MAX = 12 };

typedef struct making {
    pith__arena *arena;
    const pith__words *words;
    const pith_document *document;
} making;

/* Where the span begins without its determiners: "the Chinese president" is the Chinese president's
 * name. */
static uint32_t behind_determiner(const making *m, pith_span span)
{
    uint32_t t = pith__token_at(m->document, span.start);
    while (t < m->document->tokens.token.count &&
           m->document->tokens.token.items[t].start < span.end &&
           pith__word_at(m->words, t)->classes & (PITH__DETERMINER | PITH__INDEFINITE))
        t++;
    uint32_t start =
        t < m->document->tokens.token.count ? m->document->tokens.token.items[t].start : span.end;
    return start < span.end ? start : span.start;
}

/* The text of a span with each run of white space made one space. */
static char *text_of(const making *m, pith_span span)
{
    const char *bytes = m->document->text.bytes;
    char *text = pith__arena_alloc(m->arena, (size_t)pith__span_length(span) + 1);
    size_t length = 0;
    for (uint32_t i = span.start; i < span.end; i++) {
        bool space = bytes[i] == ' ' || bytes[i] == '\n' || bytes[i] == '\t' || bytes[i] == '\r';
        if (!space)
            text[length++] = bytes[i];
        else if (length && text[length - 1] != ' ')
            text[length++] = ' ';
    }
    text[length] = '\0';
    return text;
}

/* Where the title begins that stands right before a name, in capitals: "manager | Sir Ann Lee",
 * "the | Vice President Lee"; before a full name it is of one word. */
static uint32_t title_start(const making *m, const pith__mention *mention, bool full)
{
    const pith__token *tokens = m->document->tokens.token.items;
    uint32_t start = pith__name_token(tokens, mention), t = start;
    while (t > mention->first &&
           !(pith__word_at(m->words, t - 1)->classes & (PITH__DETERMINER | PITH__INDEFINITE))) {
        t--;
        bool capital = pith__is_capital(pith__token_form(m->document, t));
        start = capital ? t : start;
        if (capital ? full : pith__token_form(m->document, t)->shape != PITH__PUNCTUATION)
            break;
    }
    return tokens[start].start;
}

/* How a mention names its person: the name, a bare surname with its title ("President Rossi"), or
 * the whole description. titled: a title belongs to a full name as well. */
static pith_span naming(const making *m, const pith__mention *mention, bool titled)
{
    pith_span name = mention->name;
    if (mention->kind != PITH__NAME)
        return mention->span;
    bool bare = memchr(m->document->text.bytes + name.start, ' ', pith__span_length(name)) == NULL;
    return bare || titled ? (pith_span){title_start(m, mention, !bare), name.end} : name;
}

/* The text of it; an article that has its capital only from the start of the sentence is written
 * small. */
static char *name_text(const making *m, const pith__mention *mention, bool titled)
{
    pith_span span = naming(m, mention, titled);
    char *text = text_of(m, span);
    bool first = mention->first == m->document->tokens.first[mention->sentence];
    if (first && mention->kind != PITH__NAME && text[0] >= 'A' && text[0] <= 'Z' &&
        behind_determiner(m, span) > span.start)
        text[0] = (char)(text[0] - 'A' + 'a');
    return text;
}

/* "Ann Lee's campaign", for "her campaign". */
static const char *owned_text(const making *m, const char *owner, const pith__mention *mention)
{
    static const char ending[] = "'s ";
    uint32_t rest = m->document->tokens.token.items[mention->first + 1].start;
    const char *owned = text_of(m, (pith_span){rest, mention->span.end});
    size_t size = strlen(owner), owned_size = strlen(owned);
    char *text = pith__arena_alloc(m->arena, size + sizeof ending + owned_size);
    memcpy(text, owner, size);
    memcpy(text + size, ending, sizeof ending - 1);
    memcpy(text + size + sizeof ending - 1, owned, owned_size + 1);
    return text;
}

/* "a sailor | named Ann Lee" */
static bool is_naming_word(const pith__document_form *form)
{
    static const char *const words[] = {"named", "called"};
    return PITH__FORM_IS_ONE_OF(form, words);
}

/* Where a role ends before a form of address that tells no office: "manager | Sir", "doctor | Mr."
 */
static uint32_t before_address(const making *m, pith_span role)
{
    const pith__token *tokens = m->document->tokens.token.items;
    uint32_t t = pith__token_at(m->document, role.end) - 1, end = role.end;
    if (pith__token_form(m->document, t)->shape == PITH__PUNCTUATION &&
        tokens[t].start > role.start)
        t--; /* the stop of "Mr." */
    uint32_t classes = pith__word_at(m->words, t)->classes;
    while (tokens[t].start > role.start &&
           ((classes & PITH__HONORIFIC && !(classes & PITH__ROLE)) ||
            is_naming_word(pith__token_form(m->document, t)))) {
        t--;
        end = pith__token_span(m->document, t).end;
        classes = pith__word_at(m->words, t)->classes;
    }
    return end;
}

/* A role of one word that several have or that is none: "Democrats", "And". */
static bool is_none(const making *m, pith_span role)
{
    uint32_t t = pith__token_at(m->document, role.start);
    const pith__document_form *form = pith__token_form(m->document, t);
    return form->length == pith__span_length(role) &&
           form->classes & (PITH__COLLECTIVE | PITH__STOP);
}

static pith_speaker make(const making *m, const pith__mentions *mentions,
                         const pith__persons *persons, const pith__person *person)
{
    const pith__mention *fullest = &mentions->items[person->fullest];
    pith_speaker speaker = {.name = name_text(m, fullest, person->titled)};
    if (person->owner != PITH_NONE) {
        const pith__person *owner = &persons->person.items[person->owner];
        const char *name = name_text(m, &mentions->items[owner->fullest], owner->titled);
        speaker.name = owned_text(m, name, fullest);
    }
    if (person->role != PITH_NONE) {
        pith_span role = mentions->items[person->role].role;
        role.start = behind_determiner(m, role);
        role.end = before_address(m, role);
        bool told = role.end > role.start && !is_none(m, role);
        speaker.description = told ? text_of(m, role) : NULL;
    }
    return speaker;
}

static bool is_new(const pith_speaker *speaker, const char *const *aliases, const char *alias)
{
    if (speaker->alias_count == ALIASES_MAX || strcmp(alias, speaker->name) == 0)
        return false;
    for (uint32_t i = 0; i < speaker->alias_count; i++)
        if (strcmp(aliases[i], alias) == 0)
            return false;
    return true;
}

/* Most mentions are by a name that is there: its memory is given back. */
static void add_alias(const making *m, pith_speaker *speaker, const char **aliases,
                      const pith__mention *mention)
{
    char *alias = name_text(m, mention, false);
    if (is_new(speaker, aliases, alias))
        aliases[speaker->alias_count++] = alias;
    else
        pith__arena_drop(m->arena, alias, strlen(alias) + 1);
}

pith__speakers pith__speakers_make(pith__arena *arena, pith__arena *scratch,
                                   const pith__words *words, const pith__mentions *mentions,
                                   const pith__persons *persons, const uint32_t *number,
                                   uint32_t count)
{
    making m = {.arena = arena, .words = words, .document = words->document};
    pith__speakers speakers = {.items = pith__arena_zero(arena, count + 1, sizeof *speakers.items),
                               .count = count,
                               .room = count + 1};
    const char ***aliases = pith__arena_alloc(scratch, (count + 1) * sizeof *aliases);
    for (uint32_t i = 0; i < persons->person.count; i++) {
        if (number[i] == PITH_NONE)
            continue;
        speakers.items[number[i]] = make(&m, mentions, persons, &persons->person.items[i]);
        aliases[number[i]] = pith__arena_zero(arena, ALIASES_MAX, sizeof(const char *));
    }
    for (uint32_t i = 0; i < mentions->count; i++) {
        uint32_t person = persons->of_mention[i];
        if (person == PITH_NONE || number[person] == PITH_NONE ||
            mentions->items[i].kind == PITH__PRONOUN)
            continue;
        add_alias(&m, &speakers.items[number[person]], aliases[number[person]],
                  &mentions->items[i]);
    }
    for (uint32_t i = 0; i < speakers.count; i++)
        speakers.items[i].aliases = aliases[i];
    return speakers;
}
