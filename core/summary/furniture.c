#include "summary/furniture.h"

#include <string.h>

#include "ground/block.h"
#include "ground/utf8.h"

/* ---- patterns ---- */

#define SPACE "[\\h\\n\\r]"
#define DASH "(?:-{1,3}|[\\x{2012}-\\x{2015}])"
#define AGENCY                                                                                     \
    "(?:CNN|Reuters|REUTERS|AP|AFP|UPI|dpa|DPA|ANSA|EFE|Xinhua|XINHUA|TASS|Interfax|Kyodo|"        \
    "Bloomberg|IANS|PTI|ANI|BBC|PA|APA|ots|RIA|PAP|TT|NTB|Lusa|Belga|ATS|SDA|AA|DHA|Yonhap)"
/* (Reuters), (AP), (CNN Business), (Example News) */
#define PARENTHESES "\\((?:" AGENCY "|\\p{Lu}[\\p{L}.'&]+)(?:[ /,;-]+[\\p{L}.'&]+){0,4}\\)"
#define DATE                                                                                       \
    "(?:\\d{4}-\\d\\d-\\d\\d|(?:\\p{L}{3,9}\\.?" SPACE "\\d{1,2}|\\d{1,2}\\.?" SPACE               \
    "\\p{L}{3,9}\\.?)(?:,?" SPACE "\\d{4})?)"
/* NEW YORK, ST. JOHN'S, WASHINGTON/LONDON */
#define PLACE "\\p{Lu}[\\p{Lu}\\p{M}.'\\x{2019}-]+(?:[ /]\\p{Lu}[\\p{Lu}\\p{M}.'\\x{2019}-]+){0,3}"
/* Berlin, Los Angeles, Rio de Janeiro */
#define TOWN "\\p{Lu}[\\p{L}\\p{M}.'\\x{2019}-]+(?:[ /](?:de|da|do|la|am|\\p{Lu}[\\p{L}.'-]+)){0,3}"
/* , Calif., West Bank, Peru */
#define REGION "(?:," SPACE "\\p{Lu}[\\p{L}.]+(?:" SPACE "\\p{Lu}[\\p{L}.]+){0,2}){0,2}"

/* What may stand before the first word of a story. */
static const char opening[] =
    "(?:[Dd]ate:?" SPACE DATE SPACE "+)?"
    "(?:"
    /* PUBLISHED: 12:30 GMT, 3 May 2021 */
    "(?:PUBLISHED|UPDATED|Published|Updated|Posted):" SPACE "*(?:\\d{1,2}:\\d\\d(?:" SPACE
    "?[AaPp]\\.?[Mm]\\.?)?(?:" SPACE "[A-Z]{3,4})?,?" SPACE ")?" DATE "[.,]?" SPACE "+(?:\\|" SPACE
    "*)?"
    /* PARIS, March 2 (Example News) - */
    "|" PLACE REGION "(?:,?" SPACE DATE ")?,?(?:" SPACE "*" PARENTHESES ")?" SPACE "*(?:" DASH
    "(?=[\\h\\n\\r\\p{Lu}\\x{201C}\"])|:(?=" SPACE "))" SPACE "*"
    /* Berlin (dpa) - , Paris, 3 mai (AFP) - */
    "|" TOWN REGION "(?:,?" SPACE DATE ")?,?" SPACE "*" PARENTHESES SPACE "*[.:]?" SPACE
    "*" DASH SPACE "*"
    /* Paris (CNN)The ... */
    "|" TOWN REGION SPACE "*\\(" AGENCY "\\)" SPACE "*"
    /* (WIRED)The ..., (The Daily Bugle)The ... */
    "|\\(\\p{Lu}[\\p{L}.'&]*(?: [\\p{L}.'&]+){0,4}\\)(?=[\\p{Lu}\\x{201C}\"])"
    /* (CNN) */
    "|\\(" AGENCY "(?:" SPACE "\\p{L}+){0,2}\\)" SPACE "*(?:" DASH SPACE "*)?"
    ")";

/* Page furniture is short. */
enum { LINE_MAX = 250 };
#define REST "[^\\n]{0,160}"

/* What may stand before them. */
#define BULLET                                                                                     \
    "[\\s|*>\\[(\\x{2022}\\x{25B6}\\x{2192}\\x{00BB}-]*(?:(?:VIDEO|WATCH|PHOTOS?|GALLERY):? )?"

/* Whole sentences that are no prose, but for credits. */
static const char line[] = BULLET
    "(?:"
    /* bylines */
    "(?:By|BY|Von|Par|Por|Di|Door|Av)(?:(?:,? (?:and|und|et|y|e|en|och|for|in) ?|[ ,]+)?"
    " ?\\p{Lu}[\\p{L}\\p{M}.'\\x{2019}-]+){1,9}[.]?\\s*$"
    "|By[ ]?[.]?$"
    /* times */
    "|(?:PUBLISHED|UPDATED|CREATED|Published|Updated|Posted|Last (?:updated|modified)|First "
    "published|Ver\\x{00F6}ffentlicht|Publi\\x{00E9} le|Publicado)\\b" SPACE
    "*(?::|\\d|(?:on|at)(?=[^\\n]{0,40}\\d))[^\\n]{0,60}$"
    "|\\d{1,2}:\\d\\d(?: ?[AaPp]\\.?[Mm]\\.?)? (?:[A-Z]{3,4})\\b[^\\n]{0,40}$"
    /* links to elsewhere */
    "|(?i:(?:read (?:also|next|the full (?:story|article|report))|see also|scroll down (?:for|to)|"
    "click (?:here|on the (?:link|image|photo|video)|through (?:to|for))|watch the video|"
    "(?:sign up|subscribe) (?:for|to) (?:our|the|a)|follow us|story continues below|"
    "video will start|media playback is|enable javascript|"
    "skip to (?:main |the )?(?:content|navigation)|lire aussi|\\x{00E0} lire aussi|"
    "lee tambi\\x{00E9}n|lea tambi\\x{00E9}n|lesen sie auch|leggi anche|leia tamb\\x{00E9}m|"
    "lees ook|l\\x{00E4}s ocks\\x{00E5}|les ogs\\x{00E5}|l\\x{00E6}s ogs\\x{00E5}|"
    "czytaj (?:te\\x{017C}|tak\\x{017C}e)|zobacz (?:te\\x{017C}|tak\\x{017C}e)|lue my\\x{00F6}s|"
    "\\x{0447}\\x{0438}\\x{0442}\\x{0430}\\x{0439}\\x{0442}\\x{0435} "
    "\\x{0442}\\x{0430}\\x{043A}\\x{0436}\\x{0435})\\b)" REST "$"
    /* the same where words may go on: nothing, or a mark, follows */
    "|(?i:read more|most read|more on this (?:story|topic)|advertisement|watch (?:live|now)|"
    "related (?:stor(?:y|ies)|articles?|links?|content|topics?)|"
    "recommended (?:stories|articles|for you)|(?:sign up|subscribe) (?:now|here)|"
    "share (?:this(?: (?:story|article|page|post))?)|leave a comment|comments? (?:are|is) closed|"
    "back to top|print this(?: page| article)?|lire (?:la suite|plus)|leer m\\x{00E1}s|"
    "mehr zum thema|weiterlesen|leggi tutto|leia mais|lees meer|l\\x{00E4}s mer|les mer|"
    "l\\x{00E6}s mere|czytaj (?:wi\\x{0119}cej|dalej)|devam\\x{0131}n\\x{0131} oku|"
    "lue lis\\x{00E4}\\x{00E4}|xem th\\x{00EA}m)(?=\\s*(?:$|[:.!>|\\x{2026}\\x{00BB}-]|here\\b|"
    "about\\b))" REST "$"
    /* credits */
    "|(?i:\\(?(?:photo|image|picture|video|file photo|foto|bild|photographie|cr\\x{00E9}dit)s?"
    "(?: (?:credits?|courtesy|by|copyright|caption))?) ?[:/\\x{00A9}]" REST "$"
    "|(?i:image (?:copyright|caption|source)|getty images|photo by |photograph by "
    "|photo courtesy)" REST "$"
    "|(?i:\\(?(?:additional )?reporting by|\\(?writing by|\\(?editing by|\\(?edited by|"
    "\\(?compiled by)\\b" REST "$"
    /* notices */
    "|(?i:copyright|\\x{00A9}|\\(c\\)) ?(?:\\(c\\)|\\x{00A9}|\\d{4}|20)" REST "$"
    "|(?i:all rights reserved)" REST "$"
    "|(?i:(?:we|this (?:web)?site|our (?:web)?site|wir|diese (?:web)?seite|ce site|este "
    "sitio)[^\\n]{0,40}(?:use|verwende|utilise|utiliza)\\p{L}*[^\\n]{0,20}cookies?)" REST "$"
    "|(?i:by (?:clicking|continuing|using|browsing)[^\\n]{0,60}(?:cookie|terms|privacy|agree))" REST
    "$"
    "|(?i:accept (?:all )?cookies|cookie (?:policy|settings|notice)|privacy policy|"
    "terms (?:of (?:use|service)|and conditions))" REST "$"
    "|this material may not be published, broadcast" REST "$"
    /* nothing but an address, a tag or a handle */
    "|(?:https?://|www\\.)\\S+\\s*$"
    "|[#@]\\w+(?:\\s+[#@]\\w+)*\\s*$"
    ")";

/* Who else wrote it. Any capital may begin it: it is told by its last word first. */
static const char credit[] =
    BULLET "(?:(?:\\p{Lu}\\S*|and|in|the|of|from|staff|writers?|correspondents?|reporters?) "
           "){1,16}+(?:also )?contributed to this (?:report|story|article)[.]?$";

/* ---- what a pattern needs ----
 *
 * Hardly any sentence matches, and a match takes as long as all else that is asked of a sentence:
 * so what the patterns need is told before, by the first words. Who changes a pattern has to look
 * here: what is let through may be too much, and never too little. */

static bool is_small(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

static bool is_capital(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static bool is_letter(char byte)
{
    return is_small((char)(byte | 0x20));
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_wide(char byte)
{
    return (unsigned char)byte >= 0x80;
}

/* Every dateline has a bracket, a colon or a dash, which a hyphen before a small letter is not;
 * most sentences have none. Dashes beyond ASCII are told by their last bytes, 0x92 to 0x95. */
static bool has_sign(pith__text text, pith_span span)
{
    for (uint32_t at = span.start; at < span.end; at += PITH__BLOCK) {
        pith__block b = pith__block_load(text.bytes + at);
        pith__block next = pith__block_load(text.bytes + at + 1);
        pith__block small = (pith__block)(next - pith__block_of('a') < pith__block_of(26));
        pith__block dash = (pith__block)(b - pith__block_of(0x92) < pith__block_of(4)) |
                           (pith__block_equal(b, '-') & ~small);
        if (pith__block_any(dash | pith__block_equal(b, '(') | pith__block_equal(b, ':')))
            return true;
    }
    return false;
}

/* Whether the opening pattern may match. */
static bool may_open(pith__text text, pith_span span)
{
    const char *bytes = text.bytes + span.start;
    if (bytes[0] == '(')
        return true;
    if (is_wide(bytes[0]))
        return memcmp(bytes, "\xE2\x80", 2) != 0 && has_sign(text, span);
    if ((bytes[0] | 0x20) == 'd' && memcmp(bytes + 1, "ate", 3) == 0)
        return true;
    return is_capital(bytes[0]) && bytes[1] != ' ' && has_sign(text, span);
}

/* How lines of furniture begin that begin with an ASCII letter: by that letter, in lower case, as
 * much as eight bytes tell. \x80 is any byte beyond ASCII; behind + names follow, and behind ?
 * comes a cookie. */
enum { START = 10, STARTS = 14 };
static const char lines['z' - 'a' + 1][STARTS][START] = {
    ['a' - 'a'] = {"addition", "advertis", "all righ", "accept ", "av+"},
    ['b' - 'a'] = {"by+", "by click", "by conti", "by using", "by brows", "back to ", "bild"},
    ['c' - 'a'] = {"click he", "click on", "click th", "comment ", "comments", "compiled",
                   "copyrigh", "cookie ", "cr\x80", "created", "czytaj ", "c)", "ce site?"},
    ['d' - 'a'] = {"devam", "di+", "door+", "diese se?", "diese we?"},
    ['e' - 'a'] = {"edited b", "editing ", "enable j", "este sit?"},
    ['f' - 'a'] = {"first pu", "file pho", "follow u", "foto"},
    ['g' - 'a'] = {"gallery", "getty im"},
    ['h' - 'a'] = {"http"},
    ['i' - 'a'] = {"image"},
    ['l' - 'a'] = {"last upd", "last mod", "lea tamb", "leave a ", "lee tamb", "leer m", "lees ",
                   "leggi ", "leia ", "les ", "lesen si", "lire ", "lue ", "l\x80"},
    ['m' - 'a'] = {"media pl", "mehr zum", "more on ", "most rea"},
    ['o' - 'a'] = {"our site?", "our webs?"},
    ['p' - 'a'] = {"photo", "picture", "posted", "print th", "privacy ", "publicad", "publishe",
                   "publi\x80", "par+", "por+"},
    ['r' - 'a'] = {"read als", "read mor", "read nex", "read the", "recommen", "related ",
                   "reportin"},
    ['s' - 'a'] = {"scroll d", "see also", "share th", "sign up ", "skip to ", "story co",
                   "subscrib"},
    ['t' - 'a'] = {"terms an", "terms of", "this mat", "this sit?", "this web?"},
    ['u' - 'a'] = {"updated"},
    ['v' - 'a'] = {"ver\x80", "video", "von+"},
    ['w' - 'a'] = {"watch", "weiterle", "writing ", "www.", "we?", "wir?"},
    ['x' - 'a'] = {"xem th"},
    ['z' - 'a'] = {"zobacz "},
};

/* Whether what stands behind "By" may be names: "Ann Lee and Jo Ray" has no other words in small
 * letters. */
static bool may_be_names(const char *bytes, const char *end)
{
    static const char between[] = "aeufioy"; /* first letters of "and", "for", ... */
    if (bytes < end && is_small(bytes[0]))
        return false;
    for (; bytes + 1 < end; bytes++) {
        if (*bytes == ' ' && is_small(bytes[1]) && !strchr(between, bytes[1]))
            return false;
    }
    return true;
}

/* Whether "cookie" may stand there. */
static bool has_cookie(const char *bytes, const char *end)
{
    for (; bytes < end; bytes++) {
        if ((bytes[0] | 0x20) == 'c' && (bytes[1] | 0x20) == 'o' && (bytes[2] | 0x20) == 'o')
            return true;
    }
    return false;
}

/* Whether a line may begin with a start, whose first letter it has. */
static bool may_begin(const char *bytes, const char *end, const char start[START])
{
    int i = 1;
    while (start[i] && (bytes[i] | 0x20) == start[i])
        i++;
    switch (start[i]) {
    case '\0':
        return true;
    case '+':
        return may_be_names(bytes + i, end);
    case '?':
        return has_cookie(bytes + i, end);
    default:
        return is_wide(bytes[i]);
    }
}

/* Whether a letter begins a line of furniture. */
static bool may_be_words(const char *bytes, const char *end)
{
    int first = (bytes[0] | 0x20) - 'a';
    for (int i = 0; i < STARTS && lines[first][i][0]; i++) {
        if (may_begin(bytes, end, lines[first][i]))
            return true;
    }
    return false;
}

/* Whether a character beyond ASCII may begin a line of furniture: white space, a bullet, a first
 * letter of one of the words. */
static bool may_begin_line(uint32_t code)
{
    switch (code) {
    case 0x85:
    case 0xA0:
    case 0x1680:
    case 0x180E:
    case 0x2028:
    case 0x2029:
    case 0x202F:
    case 0x205F:
    case 0x3000:
    case 0x2022:
    case 0x25B6:
    case 0x2192:
    case 0xBB:
    case 0xA9:
    case 0xC0:
    case 0xE0:
    case 0x17F: /* a small s */
    case 0x427:
    case 0x447:
        return true;
    default:
        return code >= 0x2000 && code <= 0x200A;
    }
}

/* Whether it may be a time, with its zone: 9:30 pm GMT. */
static bool may_be_time(const char *bytes)
{
    uint32_t at = 0;
    pith__utf8_next(bytes, &at);
    if (bytes[at] && bytes[at] != ':')
        pith__utf8_next(bytes, &at);
    if (bytes[at] != ':')
        return false;
    for (const char *zone = bytes + at; *zone && zone < bytes + at + 16; zone++) {
        if (*zone == ' ' && is_capital(zone[1]))
            return true;
    }
    return false;
}

/* Whether the pattern of lines may match. */
static bool may_be_line(pith__text text, pith_span span)
{
    const char *bytes = text.bytes + span.start, *end = text.bytes + span.end;
    for (; bytes < end; bytes++) {
        if (is_letter(*bytes))
            return may_be_words(bytes, end);
        if (is_wide(*bytes))
            return may_begin_line(pith__utf8_next(bytes, &(uint32_t){0})) || may_be_time(bytes);
        if (!strchr(" \t\n\r\v\f*>(-|[", *bytes))
            return *bytes == '#' || *bytes == '@' || (is_digit(*bytes) && may_be_time(bytes));
    }
    return false;
}

static bool is_one_of(char byte, char a, char b, char c)
{
    return byte == a || byte == b || byte == c;
}

static bool ends_in(pith__text text, pith_span span, const char *words)
{
    uint32_t length = (uint32_t)strlen(words);
    return pith__span_length(span) > length &&
           memcmp(text.bytes + span.end - length, words, length) == 0;
}

/* Whether the pattern of credits may match. */
static bool may_be_credit(pith__text text, pith_span span)
{
    span.end -= text.bytes[span.end - 1] == '.';
    if (span.end == span.start || !is_one_of(text.bytes[span.end - 1], 't', 'y', 'e'))
        return false;
    return ends_in(text, span, "contributed to this report") ||
           ends_in(text, span, "contributed to this story") ||
           ends_in(text, span, "contributed to this article");
}

/* ---- functions ---- */

void pith__furniture_free(pith__furniture *furniture)
{
    pith__pattern_free(&furniture->opening);
    pith__pattern_free(&furniture->line);
    pith__pattern_free(&furniture->credit);
}

/* Matches a pattern, which is compiled when it is first needed: many articles need none. */
static bool matches(pith__pattern *pattern, const char *source, pith__trap *trap, pith__text text,
                    pith_span span, uint32_t *end)
{
    if (!pattern->compiled && !pith__pattern_compile(pattern, source)) {
        pith__pattern_free(pattern);
        pith__trap_spring(trap, PITH__OUT_OF_MEMORY);
    }
    return pith__pattern_match(pattern, trap, text.bytes, span, end);
}

uint32_t pith__furniture_skip(pith__furniture *furniture, pith__trap *trap, pith__text text,
                              pith_span span)
{
    uint32_t end;
    pith_span begin = span;
    if (pith__span_length(span) > LINE_MAX) {
        begin.end = span.start + LINE_MAX;
        pith__utf8_previous(text.bytes, &begin.end); /* to a character boundary */
    }
    bool found =
        may_open(text, begin) && matches(&furniture->opening, opening, trap, text, begin, &end);
    return found && end < span.end ? end : span.start;
}

bool pith__furniture_is(pith__furniture *furniture, pith__trap *trap, pith__text text,
                        pith_span span)
{
    uint32_t end;
    if (pith__span_length(span) > LINE_MAX)
        return false;
    return (may_be_line(text, span) && matches(&furniture->line, line, trap, text, span, &end)) ||
           (may_be_credit(text, span) &&
            matches(&furniture->credit, credit, trap, text, span, &end));
}
