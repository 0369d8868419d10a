#include "language/guess.h"

#include <stdbool.h>
#include <string.h>

#include "ground/utf8.h"
#include "language/embedded.h"

/* Bytes of the text that decide, at most. */
enum { LOOKED_AT = 8192 };

/* Bytes of a word that may be a stop word. */
enum { WORD_MAX = 48 };

/* Languages that a set of them has room for. */
enum { LANGUAGE_MAX = 128 };

/* ---- letters ---- */

/* The letters by which languages of one script differ: those that a language writes, of all that
 * are listed for any language of its script. */
static const struct {
    char code[4];
    const char *letters;
} alphabets[] = {
    {"af", "êëéïôûè"},
    {"az", "əğıöşüç"},
    {"be", "ўіёыэ"},
    {"bg", "ъщ"},
    {"ca", "àçèéíïòóúü·"},
    {"cs", "áčďéěíňóřšťúůýž"},
    {"da", "æøåé"},
    {"de", "äöüß"},
    {"en", "é"},
    {"es", "áéíñóúü"},
    {"et", "äõöüšž"},
    {"eu", "ñ"},
    {"fi", "äö"},
    {"fr", "àâæçèéêëîïôùûüœ"},
    {"ga", "áéíóú"},
    {"gl", "áéíóúñü"},
    {"hr", "čćđšž"},
    {"hu", "áéíóöőúüű"},
    {"id", "é"},
    {"is", "áðéíóúýþæö"},
    {"it", "àèéìòù"},
    {"lt", "ąčęėįšųūž"},
    {"lv", "āčēģīķļņšūž"},
    {"nl", "éëïöü"},
    {"no", "æøåéò"},
    {"pl", "ąćęłńóśźż"},
    {"pt", "àáâãçéêíóôõú"},
    {"ro", "ăâîșțşţ"},
    {"sk", "áäčďéíĺľňóôŕšťúýž"},
    {"sl", "čšž"},
    {"sq", "ëç"},
    {"sv", "åäöé"},
    {"tr", "âçğıîöşü"},
    {"vi", "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"},
    {"mk", "ѓќѕѐѝџљњј"},
    {"kk", "әғқңөұүһіыэщ"},
    {"ru", "ёыэъщ"},
    {"sr", "ђјљњћџčćđšž"},
    {"uk", "єіїґщ"},
    {"ar", "يكةىأإآ"},
    {"fa", "پچژگکیآ"},
    {"ur", "ٹڈڑںےہھپچژگکیآ"},
    {"mr", "ळऱ"},
    {"yi", "ײװױַָ"},
};

/* Letters are counted in one small field: up to U+06FF, Devanagari, U+1E00 to U+1EFF. */
enum { LETTER_COUNT = 0x900, DEVANAGARI_AT = 0x700, LATIN_ADDITIONAL_AT = 0x800 };

static uint32_t letter_index(uint32_t code)
{
    if (code < 0x700)
        return code;
    if (code >= 0x900 && code < 0x980)
        return DEVANAGARI_AT + (code - 0x900);
    if (code >= 0x1E00 && code < 0x1F00)
        return LATIN_ADDITIONAL_AT + (code - 0x1E00);
    return 0;
}

/* What a letter says for a language that writes it, shared with the others that do, and against
 * one that does not. Fitted on news, prose and single sentences in 30 languages. */
static const float LETTER_FOR = 0.5f, LETTER_AGAINST = 0.4f;

/* ---- endings ---- */

/* Endings of words that are no stop words, for texts that have few of these: languages that put an
 * ending where others have a word, and languages that differ in little else. 3 to 5 bytes each. */
static const struct {
    char code[4];
    const char *endings; /* separated by one space */
} endings[] = {
    {"cs", "ého ých"},
    {"da", "hed heden ede tion erne"},
    {"de", "ung ungen lich ische keit heit isch"},
    {"en", "ing tion ness ship ings ally ous"},
    {"es", "ción ando dad iendo ados"},
    {"et", "mine tud nud dust sele dele uste"},
    {"eu", "aren etan tzen tzea ekin eko tako zko tatik rik etako duen oak"},
    {"fi", "nen ssa ssä lla llä sta stä lle ksi iin een aan isen iset neen mme ista ien"},
    {"fr", "ment eaux eux ique tion aient euse"},
    {"hu", "nak nek ban ben ság ség ból ből hoz tól től"},
    {"it", "zione mente gli etto ità ioni"},
    {"nl", "lijk heid ijke atie eren"},
    {"no", "sjon het heten else ene elig"},
    {"pl", "ość ości ego ych nych owy owa"},
    {"pt", "ção ões ando dade mente ções"},
    {"ro", "ului elor ilor ție area"},
    {"sv", "het heten tion arna erna ning"},
    {"tr", "lar ler ları leri nın nin dır dir mak mek"},
};
enum { ENDING_MIN = 3, ENDING_MAX = 5 };

/* What an ending counts for against a whole word. */
static const float ENDING_COUNTS = 0.35f;

/* ---- guesser ---- */

typedef __uint128_t language_set; /* a bit each, by index into pith__language_all */

struct pith__guesser {
    const pith__language *languages;
    size_t count;
    language_set of_script[PITH__SCRIPT_COUNT];
    pith__table endings;
    PITH__ARRAY(language_set) of_ending;
    language_set writers[LETTER_COUNT]; /* who writes a letter of the alphabets above */
};

static uint32_t set_size(language_set set)
{
    uint32_t size = 0;
    for (; set; set &= set - 1)
        size++;
    return size;
}

static void learn_ending(pith__guesser *guesser, const char *ending, size_t length, size_t language)
{
    uint32_t number = pith__table_intern(&guesser->endings, ending, length);
    if (number == guesser->of_ending.count)
        *pith__array_add(guesser->endings.arena, &guesser->of_ending) = 0;
    guesser->of_ending.items[number] |= (language_set)1 << language;
}

static void learn_endings(pith__guesser *guesser)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        const pith__language *language = pith__language_find(endings[i].code);
        const char *at = endings[i].endings;
        while (language && *at) {
            size_t length = strcspn(at, " ");
            learn_ending(guesser, at, length, (size_t)(language - guesser->languages));
            at += length + (at[length] == ' ');
        }
    }
}

static void learn_letters(pith__guesser *guesser)
{
    for (size_t i = 0; i < sizeof alphabets / sizeof *alphabets; i++) {
        const pith__language *language = pith__language_find(alphabets[i].code);
        size_t length = strlen(alphabets[i].letters);
        for (uint32_t at = 0; language && at < length;) {
            uint32_t code = pith__utf8_next(alphabets[i].letters, &at);
            guesser->writers[letter_index(code)] |= (language_set)1
                                                    << (language - guesser->languages);
        }
    }
}

pith__guesser *pith__guesser_new(pith__arena *arena, uint64_t seed)
{
    pith__guesser *guesser = pith__arena_zero(arena, 1, sizeof *guesser);
    guesser->languages = pith__language_all(&guesser->count);
    if (guesser->count > LANGUAGE_MAX)
        guesser->count = LANGUAGE_MAX;
    pith__table_init(&guesser->endings, arena, seed, 256);
    for (size_t i = 0; i < guesser->count; i++) {
        if (guesser->languages[i].script != PITH__NO_SCRIPT)
            guesser->of_script[guesser->languages[i].script] |= (language_set)1 << i;
    }
    learn_endings(guesser);
    learn_letters(guesser);
    return guesser;
}

/* ---- evidence ---- */

/* A letter of a word without a capital counts in full, of one with a capital, maybe a foreign name,
 * a quarter. */
enum { LETTER_COUNTS = 4 };

typedef struct evidence {
    const pith__guesser *guesser;
    float words[LANGUAGE_MAX];                /* what speaks for each language */
    uint32_t scripts[PITH__SCRIPT_COUNT + 1]; /* letters of each */
    uint16_t letters[LETTER_COUNT];           /* in quarters */
} evidence;

/* How a word stood in the text. */
typedef struct heard {
    char bytes[WORD_MAX + 4]; /* in lower case */
    uint32_t length, letters, capitals;
} heard;

/* What a word in capitals counts for: EST, US and DES are names more often than they are words. */
static const float CAPITALS_COUNT = 0.25f;

/* Speaks for each of the languages, the less the more of them there are. */
static void count_users(evidence *seen, language_set users, float weight)
{
    weight /= (float)set_size(users);
    for (size_t i = 0; users; i++, users >>= 1) {
        if (users & 1)
            seen->words[i] += weight;
    }
}

/* The longest ending that is known counts. */
static void hear_ending(evidence *seen, const heard *word, float weight)
{
    for (uint32_t length = ENDING_MAX; length >= ENDING_MIN; length--) {
        uint32_t number = word->length > length + 1
                              ? pith__table_find(&seen->guesser->endings,
                                                 word->bytes + word->length - length, length)
                              : PITH__ABSENT;
        if (number != PITH__ABSENT) {
            count_users(seen, seen->guesser->of_ending.items[number], weight);
            return;
        }
    }
}

/* A stop word speaks for its languages; any other word may by its ending. */
static void hear_word(evidence *seen, const heard *word)
{
    if (word->length > WORD_MAX || (word->letters == 1 && word->capitals == 1)) /* an initial */
        return;
    float weight = word->capitals == word->letters && word->capitals ? CAPITALS_COUNT : 1;
    uint32_t number = pith__wordlist_find(&pith__embedded_stopwords, word->bytes, word->length);
    if (number == PITH__ABSENT) {
        hear_ending(seen, word, weight * ENDING_COUNTS);
        return;
    }
    const uint64_t *users = pith__embedded_users[number];
    count_users(seen, (language_set)users[1] << 64 | users[0], weight);
}

static void hear_letter(evidence *seen, heard *word, pith__script s, uint32_t code)
{
    uint32_t lower = pith__utf8_lower(code);
    uint32_t index = letter_index(lower);
    seen->scripts[s]++;
    word->letters++;
    word->capitals += lower != code;
    if (seen->letters[index] < UINT16_MAX - LETTER_COUNTS)
        seen->letters[index] =
            (uint16_t)(seen->letters[index] + (word->capitals ? 1 : LETTER_COUNTS));
    if (word->length <= WORD_MAX)
        word->length += (uint32_t)pith__utf8_put(lower, word->bytes + word->length);
}

/* Reads the text from `at` to end as words. */
static void hear_words(evidence *seen, const char *text, uint32_t at, uint32_t end)
{
    heard word = {.length = 0};
    while (at < end) {
        uint32_t code = pith__utf8_next(text, &at);
        pith__script s = pith__script_of(code);
        if (s != PITH__NO_SCRIPT) {
            hear_letter(seen, &word, s, code);
        } else if (word.length) {
            hear_word(seen, &word);
            word.length = word.letters = word.capitals = 0;
        }
    }
    if (word.length)
        hear_word(seen, &word);
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Addresses and what holds digits are of no language. */
static bool is_wordless(const char *text, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++) {
        if (text[i] == '@' || (text[i] >= '0' && text[i] <= '9'))
            return true;
        if (text[i] == ':' && i + 2 < end && text[i + 1] == '/' && text[i + 2] == '/')
            return true;
    }
    return end - start > 4 && memcmp(text + start, "www.", 4) == 0;
}

static void hear(evidence *seen, const char *text, uint32_t length)
{
    for (uint32_t at = 0; at < length;) {
        while (at < length && is_blank(text[at]))
            at++;
        uint32_t start = at;
        while (at < length && !is_blank(text[at]))
            at++;
        /* Scripts without spaces have digits in the midst of a long run of words. */
        if (at - start > WORD_MAX || !is_wordless(text, start, at))
            hear_words(seen, text, start, at);
    }
}

/* ---- the verdict ---- */

/* The script of most of the text. A letter of the East Asian scripts stands for about three. */
static pith__script main_script(const evidence *seen)
{
    uint32_t weights[PITH__SCRIPT_COUNT];
    memcpy(weights, seen->scripts, sizeof weights);
    if (weights[PITH__JAPANESE] > weights[PITH__HAN] / 16) {
        weights[PITH__JAPANESE] += weights[PITH__HAN];
        weights[PITH__HAN] = 0;
    }
    weights[PITH__JAPANESE] *= 3;
    weights[PITH__HAN] *= 3;
    weights[PITH__HANGUL] *= 3;
    pith__script best = PITH__NO_SCRIPT;
    for (pith__script s = 0; s < PITH__SCRIPT_COUNT; s++) {
        if (weights[s] > (best == PITH__NO_SCRIPT ? 0 : weights[best]))
            best = s;
    }
    return best;
}

/* What speaks for the languages that are written most, before a word is read, and against those
 * that a few words of a larger one look like. */
static const struct {
    char code[4];
    float bonus;
} priors[] = {{"en", 0.6f},  {"de", 0.2f},  {"es", 0.3f},  {"fr", 0.2f},
              {"it", 0.2f},  {"pt", 0.2f},  {"ru", 0.4f},  {"gl", -0.5f},
              {"be", -0.4f}, {"mk", -0.4f}, {"af", -0.4f}, {"az", -0.3f}};

static float prior(const pith__language *language)
{
    for (size_t i = 0; i < sizeof priors / sizeof *priors; i++) {
        if (strcmp(priors[i].code, language->code) == 0)
            return priors[i].bonus;
    }
    return 0;
}

static void hear_letters(const evidence *seen, language_set candidates, float scores[])
{
    for (uint32_t letter = 0x80; letter < LETTER_COUNT; letter++) {
        language_set writers = seen->guesser->writers[letter] & candidates;
        if (!writers || !seen->letters[letter])
            continue;
        float times = (float)seen->letters[letter] / LETTER_COUNTS;
        float share = LETTER_FOR * times / (float)set_size(writers);
        for (size_t i = 0; i < seen->guesser->count; i++)
            scores[i] += writers >> i & 1 ? share : -LETTER_AGAINST * times;
    }
}

const pith__language *pith__guess(const pith__guesser *guesser, const char *text, size_t length)
{
    evidence seen = {.guesser = guesser};
    uint32_t looked_at = length > LOOKED_AT ? LOOKED_AT : (uint32_t)length;
    while (looked_at < length && looked_at && ((unsigned char)text[looked_at] & 0xC0) == 0x80)
        looked_at--; /* to a character's boundary */
    hear(&seen, text, looked_at);
    pith__script written = main_script(&seen);
    if (written == PITH__NO_SCRIPT)
        return pith__language_none();
    language_set candidates = guesser->of_script[written];
    hear_letters(&seen, candidates, seen.words);
    size_t best = LANGUAGE_MAX;
    float best_score = 0;
    for (size_t i = 0; i < guesser->count; i++) {
        bool heard_of = seen.words[i] > 0 || set_size(candidates) == 1;
        float score = seen.words[i] + prior(&guesser->languages[i]);
        if (candidates >> i & 1 && heard_of && (best == LANGUAGE_MAX || score > best_score)) {
            best = i;
            best_score = score;
        }
    }
    return best == LANGUAGE_MAX ? pith__language_none() : &guesser->languages[best];
}
