#include "unit.h"

#include "ground/utf8.h"
#include "text/terminator.h"

/* Property Sentence_Terminal, from the Unicode Character Database (PropList.txt). U+104A is left
 * out: it is the comma of Myanmar. */
static const uint32_t terminal[][2] = {
    {0x589, 0x589},     {0x61D, 0x61F},     {0x6D4, 0x6D4},     {0x700, 0x702},
    {0x7F9, 0x7F9},     {0x837, 0x837},     {0x839, 0x839},     {0x83D, 0x83E},
    {0x964, 0x965},     {0x104B, 0x104B},   {0x1362, 0x1362},   {0x1367, 0x1368},
    {0x166E, 0x166E},   {0x1735, 0x1736},   {0x1803, 0x1803},   {0x1809, 0x1809},
    {0x1944, 0x1945},   {0x1AA8, 0x1AAB},   {0x1B5A, 0x1B5B},   {0x1B5E, 0x1B5F},
    {0x1B7D, 0x1B7E},   {0x1C3B, 0x1C3C},   {0x1C7E, 0x1C7F},   {0x203C, 0x203D},
    {0x2047, 0x2049},   {0x2E2E, 0x2E2E},   {0x2E3C, 0x2E3C},   {0x2E53, 0x2E54},
    {0x3002, 0x3002},   {0xA4FF, 0xA4FF},   {0xA60E, 0xA60F},   {0xA6F3, 0xA6F3},
    {0xA6F7, 0xA6F7},   {0xA876, 0xA877},   {0xA8CE, 0xA8CF},   {0xA92F, 0xA92F},
    {0xA9C8, 0xA9C9},   {0xAA5D, 0xAA5F},   {0xAAF0, 0xAAF1},   {0xABEB, 0xABEB},
    {0xFE52, 0xFE52},   {0xFE56, 0xFE57},   {0xFF01, 0xFF01},   {0xFF0E, 0xFF0E},
    {0xFF1F, 0xFF1F},   {0xFF61, 0xFF61},   {0x10A56, 0x10A57}, {0x10F55, 0x10F59},
    {0x10F86, 0x10F89}, {0x11047, 0x11048}, {0x110BE, 0x110C1}, {0x11141, 0x11143},
    {0x111C5, 0x111C6}, {0x111CD, 0x111CD}, {0x111DE, 0x111DF}, {0x11238, 0x11239},
    {0x1123B, 0x1123C}, {0x112A9, 0x112A9}, {0x1144B, 0x1144C}, {0x115C2, 0x115C3},
    {0x115C9, 0x115D7}, {0x11641, 0x11642}, {0x1173C, 0x1173E}, {0x11944, 0x11944},
    {0x11946, 0x11946}, {0x11A42, 0x11A43}, {0x11A9B, 0x11A9C}, {0x11C41, 0x11C42},
    {0x11EF7, 0x11EF8}, {0x16A6E, 0x16A6F}, {0x16AF5, 0x16AF5}, {0x16B37, 0x16B38},
    {0x16B44, 0x16B44}, {0x16E98, 0x16E98}, {0x1BC9F, 0x1BC9F}, {0x1DA88, 0x1DA88}};

static const pith__terminator *find(uint32_t code, uint32_t *at)
{
    char bytes[8] = {0};
    *at = 0;
    size_t length = pith__utf8_put(code, bytes);
    const pith__terminator *found = pith__terminator_at(bytes, at);
    assert_int_equal(*at == length, found != NULL);
    return found;
}

static void test_all_scripts(void **state)
{
    uint32_t at;
    (void)state;
    for (size_t i = 0; i < sizeof terminal / sizeof *terminal; i++)
        for (uint32_t code = terminal[i][0]; code <= terminal[i][1]; code++) {
            const pith__terminator *found = find(code, &at);
            if (!found || found->kind == PITH__ENDING_ITEM)
                fail_msg("U+%04X ends no sentence", code);
        }
}

static void test_not_letters(void **state)
{
    uint32_t at;
    (void)state;
    for (uint32_t code = 0xA0; code < 0x110000; code++)
        if ((code < 0xD800 || code > 0xDFFF) && pith__utf8_is_letter(code) && find(code, &at))
            fail_msg("U+%04X is a letter", code);
}

static void test_ascii(void **state)
{
    (void)state;
    for (int c = 0; c < 0x80; c++)
        assert_int_equal(pith__may_end[c], c && strchr(".!?):;", c) != NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_all_scripts),
                                       cmocka_unit_test(test_not_letters),
                                       cmocka_unit_test(test_ascii)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
