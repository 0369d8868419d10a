#include "quotes/german.h"

#include <stdlib.h>
#include <string.h>

/* Forms of the Konjunktiv I that the third person shares with no other form of it (Duden, Die
 * Grammatik), of verbs that news are made of; sorted. */
static const char *const subjunctive[] = {
    "anerkenne", "arbeite",    "bedaure",    "bedeute",  "bedürfe",  "befinde",    "befürchte",
    "beginne",   "behandle",   "bekomme",    "belaufe",  "benötige", "beruhe",     "beschließe",
    "besitze",   "bestehe",    "betrage",    "betreffe", "betreibe", "beziehe",    "biete",
    "bleibe",    "brauche",    "breche",     "bringe",   "diene",    "drohe",      "dürfe",
    "enthalte",  "entscheide", "entspreche", "entstehe", "erfolge",  "erfülle",    "ergebe",
    "erhalte",   "erhoffe",    "erwarte",    "fahre",    "falle",    "fehle",      "finde",
    "fliege",    "fordere",    "fühle",      "führe",    "fürchte",  "gebe",       "gehe",
    "gehöre",    "gelange",    "gelinge",    "gelte",    "genieße",  "genüge",     "geschehe",
    "gewinne",   "glaube",     "greife",     "habe",     "halte",    "handele",    "handle",
    "helfe",     "hoffe",      "hänge",      "höre",     "komme",    "kämpfe",     "könne",
    "lasse",     "laufe",      "lebe",       "lehne",    "leide",    "leiste",     "liege",
    "löse",      "mache",      "mangele",    "möge",     "müsse",    "nehme",      "nutze",
    "plane",     "prüfe",      "rechne",     "richte",   "rufe",     "sage",       "schade",
    "schaffe",   "scheine",    "scheitere",  "schließe", "schreibe", "sehe",       "sei",
    "seien",     "sinke",      "sitze",      "solle",    "sorge",    "spiele",     "spreche",
    "stamme",    "stehe",      "steige",     "stelle",   "sterbe",   "stimme",     "strebe",
    "suche",     "trage",      "treffe",     "trete",    "tue",      "unterliege", "unterstütze",
    "verbiete",  "verdiene",   "verfolge",   "verfüge",  "vergesse", "verhalte",   "verhindere",
    "verlange",  "verlasse",   "verlaufe",   "verletze", "verliere", "verstehe",   "verstoße",
    "versuche",  "vertrete",   "verzichte",  "wachse",   "warte",    "wende",      "werde",
    "wirke",     "wisse",      "wolle",      "wünsche",  "zahle",    "zeige",      "ziehe",
    "zwinge",    "zähle",      "übernehme",  "überwiege"};

static const char *const conditional[] = {
    "bekäme",  "bestünde", "blieben", "dürfte", "dürften", "ginge",  "gingen",
    "gäbe",    "gäben",    "hätte",   "hätten", "käme",    "kämen",  "könnte",
    "könnten", "ließe",    "ließen",  "läge",   "lägen",   "müsste", "müssten",
    "ständen", "stünde",   "stünden", "wäre",   "wären",   "würde",  "würden"};

static int compare(const void *word, const void *item)
{
    return strcmp(word, *(const char *const *)item);
}

#define HAS(words, word)                                                                           \
    (bsearch(word, words, sizeof(words) / sizeof *(words), sizeof *(words), compare) != NULL)

/* "es sei denn", "sei es", "Gott sei Dank" report nothing. */
static bool is_set_phrase(const pith__line *line, uint32_t token)
{
    return pith__line_has(line, token, "sei") &&
           (pith__line_has(line, token + 1, "denn") || pith__line_has(line, token + 1, "dank") ||
            (pith__line_has(line, token + 1, "es") &&
             (token == line->first || pith__line_is_sign(line, token - 1))));
}

bool pith__is_noun(const pith__line *line, uint32_t token)
{
    return token > line->first && pith__line_is_name(line, token) &&
           !pith__line_is_sign(line, token - 1);
}

pith__mood pith__mood_of(const pith__line *line, uint32_t first, uint32_t end)
{
    pith__mood mood = PITH__INDICATIVE;
    for (uint32_t t = first; t < end; t++) {
        const pith__document_form *form = pith__line_form(line, t);
        if (form->shape != PITH__LOWER)
            continue;
        if (HAS(subjunctive, form->lower) && !is_set_phrase(line, t))
            return PITH__SUBJUNCTIVE;
        if (HAS(conditional, form->lower))
            mood = PITH__CONDITIONAL;
    }
    return mood;
}

static bool ends_in(const pith__document_form *form, const char *ending)
{
    size_t size = strlen(ending);
    return form->lower_length > size + 2 &&
           memcmp(form->lower + form->lower_length - size, ending, size) == 0;
}

bool pith__has_infinitive(const pith__line *line, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t++) {
        const pith__document_form *form = pith__line_form(line, t);
        if (form->shape == PITH__LOWER && ends_in(form, "n") && t > first &&
            pith__line_has(line, t - 1, "zu"))
            return true;
        const char *inner = form->shape == PITH__LOWER && ends_in(form, "en")
                                ? strstr(form->lower + 2, "zu")
                                : NULL; /* anzugehen, vorzulegen */
        if (inner && strlen(inner) > 5 && inner - form->lower <= 6)
            return true;
    }
    return false;
}

bool pith__is_statement(const pith__line *line, uint32_t token)
{
    static const char *const endings[] = {
        "angaben",       "worten",        "aussagen",       "berichten",    "informationen",
        "meldungen",     "erkenntnissen", "einschätzungen", "ermittlungen", "darstellung",
        "darstellungen", "schätzung",     "schätzungen"};
    const pith__document_form *form = pith__line_form(line, token);
    if (form->classes & PITH__SPEECH_NOUN)
        return true;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t size = strlen(endings[i]);
        if (form->lower_length >= size &&
            memcmp(form->lower + form->lower_length - size, endings[i], size) == 0)
            return true;
    }
    return false;
}

enum { PARTED_MAX = 24 /* tokens between a verb and its particle */ };

typedef struct parted {
    const char *verbs[4];
    const char *particles[3];
} parted;

static const parted separable[] = {{{"gab", "gaben", "gibt", "geben"}, {"an", "bekannt", "zu"}},
                                   {{"stellte", "stellten", "stellt", "stellen"}, {"fest", "klar"}},
                                   {{"führte", "führten", "führt", "führen"}, {"aus"}},
                                   {{"legte", "legten", "legt", "legen"}, {"dar", "nahe"}},
                                   {{"ging", "gingen", "geht", "gehen"}, {"aus"}},
                                   {{"hob", "hoben", "hebt", "heben"}, {"hervor"}},
                                   {{"deutete", "deuteten", "deutet", "deuten"}, {"an"}},
                                   {{"drückte", "drückten", "drückt", "drücken"}, {"aus"}},
                                   {{"drohte", "drohten", "droht", "drohen"}, {"an"}}};

static bool is_among(const char *const *words, size_t count, const char *word)
{
    for (size_t i = 0; i < count && words[i]; i++) {
        if (strcmp(words[i], word) == 0)
            return true;
    }
    return false;
}

/* Whether the verb's particle ends the clause that begins at the token. */
static bool has_particle(const pith__line *line, const parted *verb, uint32_t token)
{
    uint32_t limit = line->end - token > PARTED_MAX ? token + PARTED_MAX : line->end;
    for (uint32_t t = token + 1; t < limit; t++) {
        bool last = t + 1 == line->end || pith__line_is_sign(line, t + 1);
        if (last && is_among(verb->particles, 3, pith__line_form(line, t)->lower))
            return true;
    }
    return false;
}

bool pith__is_parted(const pith__line *line, uint32_t token)
{
    const pith__document_form *form = pith__line_form(line, token);
    for (size_t i = 0; form->shape == PITH__LOWER && i < sizeof separable / sizeof *separable;
         i++) {
        if (is_among(separable[i].verbs, 4, form->lower))
            return has_particle(line, &separable[i], token);
    }
    return false;
}
