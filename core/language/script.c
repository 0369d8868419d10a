#include "language/script.h"

#include <string.h>

/* Blocks of letters in the order of their code points (Unicode Standard, Blocks.txt). */
static const struct {
    uint32_t first, last;
    pith__script script;
} blocks[] = {
    {0x41, 0x5A, PITH__LATIN},        {0x61, 0x7A, PITH__LATIN},
    {0xC0, 0x24F, PITH__LATIN},       {0x300, 0x36F, PITH__LATIN},
    {0x370, 0x3FF, PITH__GREEK},      {0x400, 0x52F, PITH__CYRILLIC},
    {0x530, 0x58F, PITH__ARMENIAN},   {0x590, 0x5FF, PITH__HEBREW},
    {0x600, 0x6FF, PITH__ARABIC},     {0x750, 0x77F, PITH__ARABIC},
    {0x900, 0x97F, PITH__DEVANAGARI}, {0x980, 0x9FF, PITH__BENGALI},
    {0xA00, 0xA7F, PITH__GURMUKHI},   {0xA80, 0xAFF, PITH__GUJARATI},
    {0xB00, 0xB7F, PITH__ORIYA},      {0xB80, 0xBFF, PITH__TAMIL},
    {0xC00, 0xC7F, PITH__TELUGU},     {0xC80, 0xCFF, PITH__KANNADA},
    {0xD00, 0xD7F, PITH__MALAYALAM},  {0xD80, 0xDFF, PITH__SINHALA},
    {0xE00, 0xE7F, PITH__THAI},       {0x1000, 0x109F, PITH__MYANMAR},
    {0x10A0, 0x10FF, PITH__GEORGIAN}, {0x1100, 0x11FF, PITH__HANGUL},
    {0x1200, 0x139F, PITH__ETHIOPIC}, {0x1780, 0x17FF, PITH__KHMER},
    {0x1E00, 0x1EFF, PITH__LATIN},    {0x1F00, 0x1FFF, PITH__GREEK},
    {0x3041, 0x30FF, PITH__JAPANESE}, {0x3130, 0x318F, PITH__HANGUL},
    {0x31F0, 0x31FF, PITH__JAPANESE}, {0x3400, 0x4DBF, PITH__HAN},
    {0x4E00, 0x9FFF, PITH__HAN},      {0xAC00, 0xD7AF, PITH__HANGUL},
    {0xF900, 0xFAFF, PITH__HAN},      {0xFB1D, 0xFB4F, PITH__HEBREW},
    {0xFB50, 0xFDFF, PITH__ARABIC},   {0xFE70, 0xFEFE, PITH__ARABIC},
    {0xFF66, 0xFF9D, PITH__JAPANESE}, {0x20000, 0x323AF, PITH__HAN},
};

pith__script pith__script_of(uint32_t code)
{
    size_t low = 0, high = sizeof blocks / sizeof *blocks;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (code < blocks[middle].first)
            high = middle;
        else if (code > blocks[middle].last)
            low = middle + 1;
        else
            return code == 0xD7 || code == 0xF7 ? PITH__NO_SCRIPT : blocks[middle].script;
    }
    return PITH__NO_SCRIPT;
}
