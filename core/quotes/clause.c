#include "quotes/clause.h"

#include <string.h>

#include "quotes/cue.h"
#include "quotes/german.h"
#include "quotes/nominative.h"
#include "quotes/subject.h"

enum {
    SENTENCE_MAX = 400, /* tokens of a sentence that is looked at */
    OPENING_MAX = 20,   /* tokens between a verb of saying and the clause that it opens */
    COLON_MAX = 4,      /* between one and its colon */
    CLOSING_MAX = 40,   /* from a verb of saying to the end of its sentence */
    NOUN_MAX = 4,       /* tokens from "nach" to its noun */
    CONTENT_MIN = 3     /* tokens of a clause */
};

/* How sure a source by word order is. */
static const double SURE = 0.8;

/* What the rules know of a language. */
typedef struct habit {
    const char *code;
    const char *as; /* "wie X mitteilte" */
    bool comma;     /* one stands behind "selon X" */
    bool that;      /* "das meldet X" */
    bool german;    /* nouns with capitals, the subjunctive, "X zufolge" */
    bool chinese;   /* a comma behind the verb of saying opens the clause */
} habit;

static const habit habits[] = {{.code = "de", .as = "wie", .that = true, .german = true},
                               {.code = "nl", .as = "zoals", .that = true},
                               {.code = "fr", .as = "comme", .comma = true},
                               {.code = "es", .as = "como", .comma = true},
                               {.code = "pt", .as = "como", .comma = true},
                               {.code = "it", .as = "come", .comma = true},
                               {.code = "ru", .as = "как", .comma = true},
                               {.code = "uk", .as = "як", .comma = true},
                               {.code = "cs", .as = "jak"},
                               {.code = "sk", .as = "ako"},
                               {.code = "pl", .as = "jak"},
                               {.code = "zh", .comma = true, .chinese = true}};

typedef struct scan {
    pith__arena *arena;
    const pith__lexicon *lexicon;
    const pith_document *document;
    const pith__markeds *regions;
    pith__reports reports;
    habit habit;
    uint32_t region;   /* first that ends behind the sentence's start */
    pith__line line;   /* the sentence, without its last punctuation */
    pith__line before; /* the one before in its paragraph, if that reports nothing; else empty */
    bool reported;     /* the one before reports */
    bool running;      /* and is a report by its mood alone */
} scan;

/* A cue with its source, and the tokens between which both stand. */
typedef struct saying {
    pith__range cue, source, whole;
} saying;

static bool is(const scan *s, uint32_t token, uint32_t classes)
{
    return pith__line_is(&s->line, token, classes);
}

static bool is_comma(const scan *s, uint32_t token)
{
    return pith__line_has_comma(&s->line, token);
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* The first comma from a token on, or the end. */
static uint32_t next_comma(const scan *s, uint32_t token)
{
    while (token < s->line.end && !is_comma(s, token))
        token++;
    return token;
}

/* ---- reports ---- */

static bool is_in_speech(const scan *s, uint32_t first, uint32_t end)
{
    for (uint32_t i = s->region; i < s->regions->count; i++) {
        const pith__marked *region = &s->regions->items[i];
        if (region->first >= end)
            return false;
        if (region->class == PITH__MARKED_SPEECH && region->end > first)
            return true;
    }
    return false;
}

/* Whether the token is among words that somebody is quoted with: no word of saying of the author's.
 */
static bool is_quoted(const scan *s, uint32_t token)
{
    for (uint32_t i = s->region; i < s->regions->count; i++) {
        const pith__marked *region = &s->regions->items[i];
        if (region->first > token)
            return false;
        if (region->end > token &&
            (region->class == PITH__MARKED_SPEECH || region->class == PITH__MARKED_FRAGMENT))
            return true;
    }
    return false;
}

/* Adds a report unless it is too small or begins inside marked speech. */
static bool report(scan *s, uint32_t first, uint32_t end, const saying *said, uint32_t words)
{
    const pith__line *line = &s->line;
    while (first < end && pith__line_is_sign(line, first) && !is_in_speech(s, first, first + 2))
        first++;
    while (first < end && pith__line_is_sign(line, end - 1))
        end--;
    if (first + words > end)
        return false;
    double score = pith__range_empty(said->source) ? 0 : SURE;
    *pith__array_add(s->arena, &s->reports) =
        (pith__report){{first, end}, said->cue, said->source, score};
    return true;
}

/* Reports what stands before and behind a saying in its sentence. */
static bool report_around(scan *s, const saying *said)
{
    uint32_t first = s->line.first, end = s->line.end;
    if (said->whole.first - first + end - said->whole.end < CONTENT_MIN)
        return false;
    bool any = report(s, first, said->whole.first, said, 1);
    return report(s, said->whole.end, end, said, 1) || any;
}

/* ---- clauses ---- */

/* Where a reported clause ends: before a clause of the author's that follows. */
static uint32_t clause_end(const scan *s, uint32_t first)
{
    static const char *const authors[] = {"denn", "wobei", "weshalb", "woraufhin"};
    for (uint32_t t = first; s->habit.german && t + 1 < s->line.end; t++) {
        for (size_t i = 0; is_comma(s, t) && i < sizeof authors / sizeof *authors; i++) {
            if (pith__line_has(&s->line, t + 1, authors[i]))
                return t;
        }
        if (pith__line_has(&s->line, t, "und") && is(s, t + 1, PITH__SPEECH_VERB) &&
            pith__line_form(&s->line, t + 1)->shape == PITH__LOWER)
            return t;
    }
    return s->line.end;
}

/* Whether a German clause without complementizer can be reported: by its mood, or with "zu". */
static bool is_reported(const scan *s, uint32_t first)
{
    uint32_t end = next_comma(s, first);
    if (!s->habit.german)
        return false;
    return pith__mood_of(&s->line, first, end) != PITH__INDICATIVE ||
           pith__has_infinitive(&s->line, first, end);
}

/* Where the clause begins that a verb or noun of saying opens; PITH_NONE. */
static uint32_t clause_after(const scan *s, uint32_t cue_end, pith__range subject)
{
    uint32_t limit = least(cue_end + OPENING_MAX, s->line.end);
    for (uint32_t t = cue_end; t < limit; t++) {
        bool comma = t > s->line.first && is_comma(s, t - 1);
        bool next = t == cue_end || (t == subject.end && !pith__range_empty(subject));
        if (is(s, t, PITH__COMPLEMENTIZER) && (comma || next))
            return t;
        if (comma && is_reported(s, t))
            return t;
        if (pith__line_has(&s->line, t, ":") && t < cue_end + COLON_MAX && t + 1 < s->line.end)
            return t + 1;
        if (pith__line_is_sign(&s->line, t) && !is_comma(s, t))
            return PITH_NONE;
    }
    return PITH_NONE;
}

/* X sagte, dass …; gestern sagte X, dass …; X ist der Meinung, dass … */
static bool report_after(scan *s, pith__range cue)
{
    pith__range behind = pith__phrase_from(&s->line, cue.end);
    uint32_t clause = clause_after(s, cue.end, behind);
    if (clause == PITH_NONE)
        return false;
    pith__line part = s->line;
    part.end = clause;
    pith__range source = pith__subject_of(&part, cue.first, cue.end);
    if (source.end > clause)
        source = (pith__range){0, 0};
    saying said = {cue, source, {cue.first, clause}};
    return report(s, clause, clause_end(s, clause), &said, CONTENT_MIN);
}

/* ", a indiqué X", ", ha riferito X" */
static bool is_auxiliary(const scan *s, uint32_t token)
{
    static const char *const words[] = {"a",     "ont",   "avait", "avaient", "ha",
                                        "hanno", "aveva", "han",   "había"};
    return !s->habit.german && is_comma(s, token - 1) && PITH__LINE_HAS_ONE(&s->line, token, words);
}

/* Whether what stands behind a verb may be its subject and not its object, as in "El portavoz, Juan
 * Pérez, celebró | el acuerdo": behind a sentence's name in asides only somebody is. */
static bool can_follow(const scan *s, pith__range cue, pith__range source)
{
    if (is(s, cue.end, PITH__COMPLEMENTIZER))
        return false;
    if (s->habit.german || pith__is_somebody(&s->line, source) ||
        pith__line_is_name(&s->line, source.first))
        return true;
    pith__range before = pith__subject_of(&s->line, cue.first, cue.end);
    return pith__range_empty(before) || before.first >= cue.first;
}

/* …, sagte X; …, sagte X, … */
static bool report_before(scan *s, pith__range cue)
{
    if (cue.first > s->line.first && is_auxiliary(s, cue.first - 1))
        cue.first--;
    if (cue.first <= s->line.first + 1 || !is_comma(s, cue.first - 1) ||
        s->line.end - cue.first > CLOSING_MAX)
        return false;
    pith__line part = s->line;
    part.first = cue.first;
    pith__range source = pith__subject_of(&part, cue.first, cue.end);
    if (pith__range_empty(source) && !pith__line_has(&s->line, cue.end, "es"))
        return false;
    if (!can_follow(s, cue, source))
        return false;
    uint32_t comma = next_comma(s, source.end);
    bool another = comma + 1 < s->line.end && is(s, comma + 1, PITH__COMPLEMENTIZER);
    saying said = {cue, source, {cue.first - 1, s->line.end}};
    return !another && report(s, s->line.first, cue.first - 1, &said, CONTENT_MIN);
}

/* ---- sources ---- */

/* "pour", "para": those only name a source where they begin a sentence or stand between commas, and
 * no verb or thing follows. */
static bool is_weak_source(const scan *s, pith__range cue, pith__range source, bool first)
{
    static const char *const words[] = {"pour", "para", "per"};
    if (cue.end > cue.first + 1 || !PITH__LINE_HAS_ONE(&s->line, cue.first, words))
        return false;
    bool apart = first || (is_comma(s, cue.first - 1) && is_comma(s, source.end));
    bool begins = source.first == cue.end &&
                  (pith__line_is_name(&s->line, source.first) ||
                   is(s, source.first, PITH__NOMINAL | PITH__DETERMINER | PITH__INDEFINITE));
    bool name = true; /* "para preservar la familia" is none */
    for (uint32_t t = source.first; t < source.end; t++)
        name = name && pith__line_is_name(&s->line, t);
    return !apart || !begins || !(name || pith__is_somebody(&s->line, source));
}

/* Laut X ist …; selon X, …; …, so X; … ist laut X … */
static bool report_of_source(scan *s, pith__range cue)
{
    bool first = cue.first == s->line.first, so = pith__line_has(&s->line, cue.first, "so");
    pith__range source = pith__phrase_from(&s->line, cue.end);
    bool comma = pith__range_empty(source) ? false : is_comma(s, source.end);
    if (pith__range_empty(source) || (first && s->habit.comma && !comma))
        return false;
    if (is_weak_source(s, cue, source, first))
        return false;
    if (so && (first || !is_comma(s, cue.first - 1) || source.first != cue.end ||
               !(comma || source.end == s->line.end)))
        return false;
    saying said = {cue, source, {cue.first, source.end}};
    if (!first && !so && !s->habit.german && !(is_comma(s, cue.first - 1) || comma))
        return false;
    return first ? report(s, source.end, s->line.end, &said, CONTENT_MIN) : report_around(s, &said);
}

/* Whether what stands behind a statement can be whose it is: "Angaben | der Polizei", "Schätzungen
 * | britischer Behörden", "Ansicht | von X", "Meinung | Russlands", but not "nach Angaben | die
 * Stadt".
 */
static bool is_genitive(const scan *s, uint32_t token)
{
    static const char *const others[] = {"den", "dem",  "die",   "das",
                                         "ein", "eine", "einen", "einem"};
    const pith__document_form *form = pith__line_form(&s->line, token);
    if (PITH__LINE_HAS_ONE(&s->line, token, others))
        return false;
    if (is(s, token, PITH__DETERMINER | PITH__INDEFINITE) || pith__line_has(&s->line, token, "von"))
        return true;
    char last = form->lower[form->lower_length - 1],
         before = form->lower_length > 2 ? form->lower[form->lower_length - 2] : 0;
    bool plural = form->shape == PITH__LOWER && last == 'r' && before == 'e' &&
                  token + 1 < s->line.end && pith__line_is_name(&s->line, token + 1);
    return plural || (pith__line_is_name(&s->line, token) && last == 's' && before != 's');
}

/* "seinen", "ihrer": whose a statement is. */
static bool is_possessive(const scan *s, uint32_t token)
{
    return is(s, token, PITH__DETERMINER) &&
           is(s, token, PITH__PRONOUN_MALE | PITH__PRONOUN_FEMALE);
}

/* Whose "eigene Angaben" these are: the subject's, of the clause before them or else behind. */
static pith__range subject_beside(const scan *s, uint32_t first, uint32_t end)
{
    pith__line part = s->line;
    if (first == s->line.first) {
        part.first = end;
        return pith__nominative_first(&part);
    }
    part.end = first;
    return pith__nominative_before(&part);
}

/* Nach Angaben der Polizei ist …; … ist nach Ansicht von X … */
static bool report_of_statement(scan *s, uint32_t nach)
{
    uint32_t noun = nach + 1, limit = least(nach + NOUN_MAX, s->line.end);
    while (noun < limit && !pith__line_is_name(&s->line, noun))
        noun++;
    if (noun >= limit || !pith__is_statement(&s->line, noun))
        return false;
    uint32_t of = noun + 1 + pith__line_has(&s->line, noun + 1, "von");
    saying said = {{nach, of}, pith__phrase_from(&s->line, of), {0, 0}};
    if (pith__range_empty(said.source) || said.source.first != of ||
        !is_genitive(s, noun + 1)) { /* "nach Zeugenaussagen" */
        said.cue.end = nach + 1;
        said.source = (pith__range){nach + 1, noun + 1};
    }
    said.whole = (pith__range){nach, said.source.end};
    static const char *const own[] = {"eigenen", "eigener", "eigenem"};
    if (PITH__LINE_HAS_ONE(&s->line, noun - 1, own))
        said.source = subject_beside(s, nach, noun + 1);
    return nach == s->line.first ? report(s, said.whole.end, s->line.end, &said, CONTENT_MIN)
                                 : report_around(s, &said);
}

/* "ihrer Meinung | nach" */
static bool is_behind_view(const scan *s, uint32_t token)
{
    return pith__line_has(&s->line, token, "nach") && token > s->line.first + 1 &&
           is_possessive(s, token - 2) && pith__is_statement(&s->line, token - 1) &&
           !(token > s->line.first + 2 && /* "die ihrer Meinung nach falschen" */
             is(s, token - 3, PITH__DETERMINER | PITH__INDEFINITE | PITH__PREPOSITION));
}

/* Dem Bericht zufolge ist …; … ist Medienberichten zufolge … */
static bool report_of_postposition(scan *s, uint32_t token)
{
    uint32_t first = token;
    while (first > s->line.first && token - first < NOUN_MAX + 1 &&
           !pith__line_is_sign(&s->line, first - 1) &&
           (pith__line_is_name(&s->line, first - 1) ||
            is(s, first - 1, PITH__DETERMINER | PITH__INDEFINITE) ||
            (first < token && pith__line_form(&s->line, first - 1)->shape == PITH__LOWER &&
             !is(s, first - 1, PITH__STOP))))
        first--;
    saying said = {{token, token + 1}, {first, token}, {first, token + 1}};
    if (first == token)
        return false;
    return first == s->line.first ? report(s, token + 1, s->line.end, &said, CONTENT_MIN)
                                  : report_around(s, &said);
}

/* Wie X, die Ministerin, mitteilte, ist …: where the clause ends that holds the cue. */
static uint32_t as_end(const scan *s, uint32_t as, pith__cue *cue)
{
    enum { ASIDES_MAX = 3 };
    uint32_t comma = next_comma(s, as);
    for (uint32_t t = as + 1, n = 0; n < ASIDES_MAX; n++) {
        for (; t < comma; t++) {
            *cue = pith__cue_at(s->lexicon, s->document, t, comma);
            if (pith__cue_found(*cue) && cue->classes & PITH__SPEECH_VERB)
                return comma;
        }
        if (comma == s->line.end || !s->habit.german)
            break;
        comma = next_comma(s, comma + 1);
    }
    *cue = (pith__cue){0};
    return comma;
}

/* Wie X mitteilte, ist …; … ist, wie X mitteilte, … */
static bool report_as(scan *s, uint32_t as)
{
    pith__cue cue;
    uint32_t comma = as_end(s, as, &cue);
    if (!pith__cue_found(cue) || (comma == s->line.end && as == s->line.first))
        return false;
    pith__line part = s->line;
    part.first = as + 1;
    part.end = s->habit.german ? cue.first : comma;
    pith__range source = s->habit.german ? pith__nominative_first(&part)
                                         : pith__subject_of(&part, cue.first, cue.end);
    saying said = {{cue.first, cue.end}, source, {as, comma}};
    return as == s->line.first ? report(s, comma, s->line.end, &said, CONTENT_MIN)
                               : report_around(s, &said);
}

/* ---- whole sentences ---- */

/* "Das meldet X.": the sentence before is what X reports. */
static bool report_sentence_before(scan *s, pith__range cue)
{
    static const char *const words[] = {"das", "dies", "dat", "dit"};
    bool that = s->habit.that && PITH__LINE_HAS_ONE(&s->line, s->line.first, words);
    if (!that || cue.first != s->line.first + 1 || s->before.first == s->before.end)
        return false;
    saying said = {cue, pith__phrase_from(&s->line, cue.end), cue};
    if (pith__range_empty(said.source) || is_in_speech(s, s->before.first, s->before.end))
        return false;
    return report(s, s->before.first, s->before.end, &said, CONTENT_MIN);
}

/* A German sentence whose main verb is in the subjunctive reports by itself. Such sentences that
 * follow each other are one report. */
static bool report_by_mood(scan *s)
{
    saying said = {.cue = {0, 0}};
    uint32_t end = next_comma(s, s->line.first);
    if (!s->habit.german)
        return false;
    pith__mood mood = pith__mood_of(&s->line, s->line.first, end);
    if (mood == PITH__INDICATIVE && end < s->line.end) /* "Wenn es regne, sei …" */
        mood = pith__mood_of(&s->line, end, next_comma(s, end + 1));
    if (mood == PITH__INDICATIVE || (mood == PITH__CONDITIONAL && !s->reported) ||
        is_in_speech(s, s->line.first, s->line.end))
        return false;
    if (s->running) {
        s->reports.items[s->reports.count - 1].content.end = s->line.end;
        return true;
    }
    return s->running = report(s, s->line.first, s->line.end, &said, CONTENT_MIN);
}

/* X称，…; but not X说着，… */
static bool report_behind_comma(scan *s, pith__range cue)
{
    saying said = {.cue = cue};
    return is_comma(s, cue.end) && !pith__line_has(&s->line, cue.end - 1, "着") &&
           report(s, cue.end + 1, s->line.end, &said, CONTENT_MIN);
}

static bool look_at_cue(scan *s, pith__cue cue)
{
    pith__range range = {cue.first, cue.end};
    if (s->habit.chinese)
        return cue.classes & PITH__SPEECH_VERB && report_behind_comma(s, range);
    if (cue.classes & PITH__ATTRIBUTIVE)
        return report_of_source(s, range) ||
               (cue.classes & PITH__SPEECH_VERB && report_after(s, range));
    return report_sentence_before(s, range) || report_after(s, range) || report_before(s, range);
}

/* What is reported by a word at the token; *next gets the token to look at then. */
static bool look_at(scan *s, uint32_t token, uint32_t *next)
{
    *next = token + 1;
    if (s->habit.as && pith__line_has(&s->line, token, s->habit.as) &&
        (token == s->line.first || is_comma(s, token - 1)) && report_as(s, token))
        return true;
    if (s->habit.german && pith__line_has(&s->line, token, "nach") && report_of_statement(s, token))
        return true;
    if (s->habit.german && (pith__line_has(&s->line, token, "zufolge") || is_behind_view(s, token)))
        return report_of_postposition(s, token);
    pith__cue cue = pith__cue_at(s->lexicon, s->document, token, s->line.end);
    if (s->habit.german && pith__is_noun(&s->line, token))
        cue.classes &= PITH__ATTRIBUTIVE;
    if (pith__cue_found(cue) && cue.classes && !is_quoted(s, cue.first)) {
        *next = cue.end;
        return look_at_cue(s, cue);
    }
    pith__range range = {token, token + 1};
    if (is_quoted(s, token))
        return false;
    if (s->habit.german && pith__is_parted(&s->line, token))
        return report_sentence_before(s, range) || report_after(s, range) ||
               report_before(s, range);
    return is(s, token, PITH__SPEECH_NOUN) && is_comma(s, token + 1) && report_after(s, range);
}

static bool look(scan *s)
{
    for (uint32_t t = s->line.first, next; t < s->line.end; t = next) {
        if (look_at(s, t, &next)) {
            s->running = false;
            return true;
        }
    }
    return report_by_mood(s);
}

static void look_at_sentence(scan *s, uint32_t sentence)
{
    const pith_sentence *sentences = s->document->sentences.items;
    bool first =
        sentence == 0 || sentences[sentence - 1].paragraph != sentences[sentence].paragraph;
    s->before = s->line;
    if (first || s->reported || sentences[sentence - (sentence > 0)].heading)
        s->before.first = s->before.end;
    s->line.first = s->document->tokens.first[sentence];
    s->line.end = s->document->tokens.first[sentence + 1];
    while (s->region < s->regions->count && s->regions->items[s->region].end <= s->line.first)
        s->region++;
    while (s->line.end > s->line.first && pith__line_is_sign(&s->line, s->line.end - 1))
        s->line.end--;
    s->reported = s->reported && !first;
    s->running = s->running && !first;
    s->reported = !sentences[sentence].heading && s->line.end > s->line.first &&
                  s->line.end - s->line.first <= SENTENCE_MAX && look(s);
    s->running = s->running && s->reported;
}

pith__reports pith__clauses_find(pith__arena *arena, const pith__lexicon *lexicon,
                                 const pith_document *document, const pith__markeds *regions)
{
    scan s = {.arena = arena, .lexicon = lexicon, .document = document, .regions = regions};
    s.habit.code = document->language->code;
    for (size_t i = 0; i < sizeof habits / sizeof *habits; i++) {
        if (strcmp(habits[i].code, s.habit.code) == 0)
            s.habit = habits[i];
    }
    s.line = (pith__line){.document = document, .nouns = s.habit.german};
    for (uint32_t i = 0; i < document->sentences.count; i++)
        look_at_sentence(&s, i);
    return s.reports;
}
