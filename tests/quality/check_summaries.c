/* Whether summaries can be printed as they are:
 *
 *     check_summaries DATA [ARTICLES [SEED]]     200 of them, drawn from all sets of summaries
 *     check_summaries DATA 30 SEED --show        with the summaries, to be read
 *
 * It looks at what a reader sees, and knows nothing of how pith decides:
 *
 *   cut          a piece whose quotation marks do not close
 *   speakerless  a piece that is all quotation, and neither neighbour of it in the text is there
 *   dangling     a pronoun or connective opens the piece, and the sentence before is not there
 *   furniture    a dateline, a byline, a credit, a link, a notice, a heading
 *
 * Prints what it finds. Fails on any of the first, the second and the last, and on more than two
 * dangling openings in a hundred pieces. */
#include <ctype.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "articles.h"
#include "sets.h"

enum { ARTICLES = 200, SENTENCES = 3, DANGLING_MAX = 2 };
static const char *const sets[] = {"cnndm-val1000", "cnndm-train200",  "writers-a", "bbc-a",
                                   "xsum-500",      "vietnews-vi-300", "tes-tr-a",  "basse-es-a",
                                   "klexikon-de",   "duc2004-multi-a"};
enum { SETS = sizeof sets / sizeof *sets };

typedef enum flaw { CUT, SPEAKERLESS, DANGLING, FURNITURE, FLAWS } flaw;
static const char *const flaw_names[FLAWS] = {"cut", "speakerless", "dangling", "furniture"};

typedef struct checking {
    pith_engine *engine;
    uint64_t state; /* of the random numbers */
    uint32_t wanted, left, articles;
    uint32_t pieces, found[FLAWS];
    bool counting, shows;
    regex_t header, furniture;
    regex_t pointing[2]; /* back: in English, in other languages */
} checking;

/* Words that point back when a sentence opens with them. */
static const char *const pointing[2] = {
    "^(he|she|they|it|this|that|these|those|but|however|therefore|moreover|nevertheless|instead|"
    "his|her|him|them|also|meanwhile)[ ,]",
    "^(er|sie|es|dies|diese|dieser|dieses|aber|doch|deshalb|trotzdem|"
    "\xC3\xA9l|ella|ellos|ellas|esto|pero|sin embargo|adem\xC3\xA1s|por eso)[ ,]"};

/* Before the story: small letters and capitals tell. */
static const char header[] =
    "^(\\([A-Z][A-Za-z. &']+\\)[A-Z]"
    "|By [A-Z][a-z]+ [A-Z][a-z]+$"
    "|\\(?(CNN|Reuters|AP|AFP)\\)"
    "|[A-Z][A-Z .,']{3,40}(, [A-Z][a-z]+[ 0-9]*)? \\((CNN|Reuters|AP|AFP)\\)"
    "|[A-Z][A-Z .']{3,40} (-|--|\xE2\x80\x94|\xE2\x80\x93) )";

static const char furniture[] =
    "^(read more|see also|click here|scroll down|advertisement|related (stories|articles)"
    "|share this|follow us|sign up|subscribe|watch (the "
    "video|live)|photo(graph)?s?:|image:|picture:"
    "|\\(?(photo|image|picture) (by|credit|courtesy)|getty images|copyright|all rights reserved"
    "|published:|updated:|posted:|last updated|https?://|www\\.|this (web)?site uses|by continuing)"
    "|contributed to this (report|story)\\.?$|material may not be published";

static uint32_t random_below(checking *c, uint32_t bound)
{
    c->state = c->state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(((c->state >> 32) * bound) >> 32);
}

typedef enum mark { NO_MARK, OPENS, CLOSES, EITHER } mark;

/* What the bytes at `at` are, by their shape or by the white space beside them; *length of them. */
static mark mark_at(const char *piece, const char *at, size_t *length)
{
    static const struct shape {
        const char *bytes;
        mark mark;
    } shapes[] = {{"\xE2\x80\x9C", OPENS},
                  {"\xE2\x80\x9D", CLOSES},
                  {"\xC2\xAB", OPENS},
                  {"\xC2\xBB", CLOSES}};
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        *length = strlen(shapes[i].bytes);
        if (strncmp(at, shapes[i].bytes, *length) == 0)
            return shapes[i].mark;
    }
    *length = 1;
    if (*at != '"')
        return NO_MARK;
    bool free_before = at == piece || isspace((unsigned char)at[-1]) || at[-1] == '(';
    bool free_behind = !at[1] || isspace((unsigned char)at[1]) || strchr(",.;:!?)", at[1]);
    return free_before == free_behind ? EITHER : free_before ? OPENS : CLOSES;
}

/* A quotation may be opened again before it is closed, as at the beginning of its paragraphs. */
static bool is_cut(const char *piece)
{
    bool open = false;
    size_t length;
    for (const char *at = piece; *at; at += length) {
        mark m = mark_at(piece, at, &length);
        if (m == CLOSES && !open)
            return true;
        open = m == OPENS || (m == EITHER ? !open : m == NO_MARK && open);
    }
    return open;
}

/* Whether it has letters, and all of them stand in double marks. */
static bool is_all_quoted(const char *piece)
{
    bool open = false, letters = false;
    size_t length;
    for (const char *at = piece; *at; at += length) {
        mark m = mark_at(piece, at, &length);
        open = m == OPENS || (m == EITHER ? !open : m == NO_MARK && open);
        if (m == NO_MARK && isalpha((unsigned char)*at) && !open)
            return false;
        letters = letters || isalpha((unsigned char)*at);
    }
    return letters;
}

static bool matches(const regex_t *pattern, const char *text)
{
    return regexec(pattern, text, 0, NULL, 0) == 0;
}

/* ---- one summary ---- */

typedef struct piece {
    char *text;
    uint32_t first, end; /* sentences of the document */
} piece;

static void read_pieces(const pith_document *document, const pith_summary *summary, piece *out,
                        size_t count)
{
    size_t length, sentences;
    const char *text = pith_document_text(document, &length);
    const pith_sentence *sentence = pith_document_sentences(document, &sentences);
    const pith_pick *pick = pith_summary_picks(summary, &(size_t){0});
    for (size_t i = 0; i < count; i++) {
        size_t size = pick[i].span.end - pick[i].span.start;
        out[i].text = sets_need(calloc(size + 1, 1));
        memcpy(out[i].text, text + pick[i].span.start, size);
        for (char *at = out[i].text; (at = strpbrk(at, "\r\n")); *at = ' ')
            ;
        out[i].first = out[i].end = pick[i].sentence;
        while (out[i].end < sentences && sentence[out[i].end].span.start < pick[i].span.end)
            out[i].end++;
    }
}

static void report(checking *c, flaw f, const char *id, const char *text)
{
    c->found[f]++;
    printf("%-12s %s: %.160s\n", flaw_names[f], id, text);
}

static void check_piece(checking *c, const char *id, const char *language, const piece *all,
                        size_t count, size_t i)
{
    const piece *p = &all[i];
    bool english = strcmp(language, "en") == 0;
    bool before = p->first == 0 || (i > 0 && all[i - 1].end == p->first);
    bool behind = i + 1 < count && all[i + 1].first == p->end;
    c->pieces++;
    if (is_cut(p->text))
        report(c, CUT, id, p->text);
    if (is_all_quoted(p->text) && !(p->first && before) && !behind)
        report(c, SPEAKERLESS, id, p->text);
    if (!before && matches(&c->pointing[!english], p->text))
        report(c, DANGLING, id, p->text);
    if (matches(&c->header, p->text) || matches(&c->furniture, p->text))
        report(c, FURNITURE, id, p->text);
}

static void check_summary(checking *c, const cJSON *record)
{
    pith_document_options read = {.size = sizeof read,
                                  .language = article_language(record),
                                  .title = article_string(record, "title")};
    pith_summary_options pick = {.size = sizeof pick, .sentences = SENTENCES};
    const char *text = article_string(record, "text");
    const cJSON *id = cJSON_GetObjectItem(record, "id");
    char name[64];
    snprintf(name, sizeof name, "%s", cJSON_IsString(id) ? id->valuestring : "text");
    pith_document *document;
    pith_summary *summary;
    if (pith_document_new(c->engine, text, strlen(text), &read, &document) != PITH_OK ||
        pith_summary_new(c->engine, document, &pick, &summary) != PITH_OK)
        sets_fail(pith_engine_message(c->engine), name);
    size_t count;
    pith_summary_picks(summary, &count);
    piece *pieces = sets_need(calloc(count + 1, sizeof *pieces));
    read_pieces(document, summary, pieces, count);
    for (size_t i = 0; c->shows && i < count; i++)
        printf("%s  %s\n", i ? "   " : "###", pieces[i].text);
    for (size_t i = 0; i < count; i++)
        check_piece(c, name, read.language, pieces, count, i);
    for (size_t i = 0; i < count; i++)
        free(pieces[i].text);
    free(pieces);
    pith_summary_free(summary);
    pith_document_free(document);
}

/* ---- the draw ---- */

/* First counts all records, then takes each with the chance that draws as many as are wanted. */
static void visit(void *context, const cJSON *record)
{
    checking *c = context;
    if (c->counting) {
        c->articles++;
        return;
    }
    if (random_below(c, c->articles--) < c->left) {
        c->left--;
        check_summary(c, record);
    }
}

static void visit_all(checking *c, const char *data)
{
    char folder[4096];
    snprintf(folder, sizeof folder, "%s/summaries", data);
    for (size_t i = 0; i < SETS; i++)
        sets_read(folder, sets[i], visit, c);
}

int main(int argc, char **argv)
{
    checking c = {.counting = true};
    c.shows = argc > 2 && strcmp(argv[argc - 1], "--show") == 0;
    argc -= c.shows;
    if (argc < 2 || argc > 4)
        sets_fail("check_summaries DATA [ARTICLES [SEED]] [--show]", "usage");
    c.wanted = c.left = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : ARTICLES;
    c.state = argc > 3 ? strtoul(argv[3], NULL, 10) : 1;
    int flags = REG_EXTENDED | REG_NOSUB;
    if (regcomp(&c.header, header, flags) || regcomp(&c.furniture, furniture, flags | REG_ICASE) ||
        regcomp(&c.pointing[0], pointing[0], flags | REG_ICASE) ||
        regcomp(&c.pointing[1], pointing[1], flags | REG_ICASE) ||
        pith_engine_new(NULL, &c.engine) != PITH_OK)
        sets_fail("memory ran out", "check_summaries");
    visit_all(&c, argv[1]);
    c.counting = false;
    visit_all(&c, argv[1]);
    printf("%u pieces of %u articles:", c.pieces, c.wanted - c.left);
    for (int f = 0; f < FLAWS; f++)
        printf(" %u %s%s", c.found[f], flaw_names[f], f + 1 < FLAWS ? "," : "\n");
    regfree(&c.header);
    regfree(&c.furniture);
    regfree(&c.pointing[0]);
    regfree(&c.pointing[1]);
    pith_engine_free(c.engine);
    bool good = !c.found[CUT] && !c.found[SPEAKERLESS] && !c.found[FURNITURE] &&
                100 * c.found[DANGLING] <= DANGLING_MAX * c.pieces;
    return good ? 0 : 1;
}
