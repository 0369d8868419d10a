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

/* ---- functions ---- */

void pith__furniture_compile(pith__furniture *furniture, pith__trap *trap)
{
    if (!pith__pattern_compile(&furniture->opening, opening) ||
        !pith__pattern_compile(&furniture->line, line) ||
        !pith__pattern_compile(&furniture->credit, credit)) {
        pith__furniture_free(furniture);
        pith__trap_spring(trap, PITH__OUT_OF_MEMORY);
    }
}

void pith__furniture_free(pith__furniture *furniture)
{
    pith__pattern_free(&furniture->opening);
    pith__pattern_free(&furniture->line);
    pith__pattern_free(&furniture->credit);
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

static bool ends_in(pith__text text, pith_span span, const char *word)
{
    uint32_t length = (uint32_t)strlen(word);
    return pith__span_length(span) > length &&
           memcmp(text.bytes + span.end - length, word, length) == 0;
}

static bool ends_as_credit(pith__text text, pith_span span)
{
    span.end -= text.bytes[span.end - 1] == '.';
    return ends_in(text, span, "report") || ends_in(text, span, "story") ||
           ends_in(text, span, "article");
}

uint32_t pith__furniture_skip(const pith__furniture *furniture, pith__trap *trap, pith__text text,
                              pith_span span)
{
    uint32_t end;
    pith_span begin = span;
    if (pith__span_length(span) > LINE_MAX) {
        begin.end = span.start + LINE_MAX;
        pith__utf8_previous(text.bytes, &begin.end); /* to a character boundary */
    }
    bool found = has_sign(text, begin) &&
                 pith__pattern_match(&furniture->opening, trap, text.bytes, begin, &end);
    return found && end < span.end ? end : span.start;
}

bool pith__furniture_is(const pith__furniture *furniture, pith__trap *trap, pith__text text,
                        pith_span span)
{
    uint32_t end;
    if (pith__span_length(span) > LINE_MAX)
        return false;
    return (pith__pattern_may_match(&furniture->line, trap, text.bytes, span) &&
            pith__pattern_match(&furniture->line, trap, text.bytes, span, &end)) ||
           (ends_as_credit(text, span) &&
            pith__pattern_match(&furniture->credit, trap, text.bytes, span, &end));
}
