/* Scripts: which a letter is of, and which a language is written in. */
#ifndef PITH_LANGUAGE_SCRIPT_H
#define PITH_LANGUAGE_SCRIPT_H

#include <stdint.h>

typedef enum pith__script {
    PITH__LATIN,
    PITH__GREEK,
    PITH__CYRILLIC,
    PITH__ARMENIAN,
    PITH__HEBREW,
    PITH__ARABIC,
    PITH__DEVANAGARI,
    PITH__BENGALI,
    PITH__GURMUKHI,
    PITH__GUJARATI,
    PITH__ORIYA,
    PITH__TAMIL,
    PITH__TELUGU,
    PITH__KANNADA,
    PITH__MALAYALAM,
    PITH__SINHALA,
    PITH__THAI,
    PITH__MYANMAR,
    PITH__GEORGIAN,
    PITH__ETHIOPIC,
    PITH__KHMER,
    PITH__JAPANESE, /* its kana; what of it is in Han characters counts as Han */
    PITH__HANGUL,
    PITH__HAN,
    PITH__SCRIPT_COUNT,
    PITH__NO_SCRIPT = PITH__SCRIPT_COUNT
} pith__script;

/* The script of a letter, or PITH__NO_SCRIPT: digits, marks of punctuation, letters of a script
 * that no language of ours is written in. */
pith__script pith__script_of(uint32_t code);

#endif
