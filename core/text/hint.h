/* What can speak for or against the end of a sentence. A place is a boundary if what speaks there
 * weighs more than 0 in all. */
#ifndef PITH_TEXT_HINT_H
#define PITH_TEXT_HINT_H

#include <stdint.h>

/* X(enumerator, name as --explain shows it, weight) */
#define PITH__HINTS(X)                                                                             \
    /* the terminators */                                                                          \
    X(IS_STOP, "stop", 4)                                                                          \
    X(IS_ELLIPSIS, "ellipsis", 1)                                                                  \
    X(IS_FULL_ELLIPSIS, "ellipsis-with-stop", 6)                                                   \
    X(IS_EXCLAMATION, "exclamation-mark", 8)                                                       \
    X(IS_QUESTION, "question-mark", 13)                                                            \
    X(IS_CERTAIN, "terminator-of-the-script", 40)                                                  \
    X(IS_BROKEN_OFF, "broken-off-speech", -5)                                                      \
    X(IS_SMILEY, "smiley", -2)                                                                     \
    X(STOP_IS_RARE, "stop-is-rare", -5)                                                            \
    X(STOP_IS_FOREIGN, "stop-of-other-scripts", -12)                                               \
    /* the word behind */                                                                          \
    X(NEXT_UPPER, "next-capital", 4)                                                               \
    X(NEXT_CASELESS, "next-without-case", 4)                                                       \
    X(NEXT_DIGIT, "next-number", 2)                                                                \
    X(NEXT_SYMBOL, "next-sign", 2)                                                                 \
    X(NEXT_STARTER, "next-starter", 6)                                                             \
    X(NEXT_STOP_WORD, "next-common-word", 4)                                                       \
    X(NEXT_SEEN_SMALL, "next-elsewhere-small", 6)                                                  \
    X(NEXT_SEEN_CAPITAL, "next-always-capital", -2)                                                \
    X(NEXT_LOWER, "next-small-letter", -12)                                                        \
    X(STRAY_STOPS, "stray-stops-in-this-text", -12)                                                \
    X(NEXT_LOWER_STARTER, "next-small-starter", 6)                                                 \
    X(NAME_THEN_LOWER, "name-then-small-letter", -8)                                               \
    X(CLOSED_THEN_LOWER, "closed-then-small-letter", -8)                                           \
    X(NEXT_REFERENCE, "next-reference", -12)                                                       \
    X(NEXT_CONTINUES, "next-continues", -40)                                                       \
    X(NEXT_LABEL, "next-list-label", 16)                                                           \
    X(NEXT_BRACKET, "next-bracket", -4)                                                            \
    X(NEXT_SECTION, "next-section-sign", -10)                                                      \
    X(NEXT_IS_I, "next-is-i", -12)                                                                 \
    X(NEXT_CREDIT, "next-credit", -12)                                                             \
    X(NEXT_DASH, "next-dash", -3)                                                                  \
    X(DASH_IN_MARKS, "dash-inside-marks", -20)                                                     \
    X(DASH_THEN_LOWER, "dash-then-small-letter", -8)                                               \
    X(NEXT_LINE, "next-on-new-line", 1)                                                            \
    X(NEXT_SPEAKER, "next-speaker", -40)                                                           \
    X(IN_BRACKET, "inside-bracket", -6)                                                            \
    /* the word before */                                                                          \
    X(BEFORE_NOTHING, "nothing-before", -30)                                                       \
    X(BEFORE_LIST_LABEL, "list-label", -40)                                                        \
    X(BEFORE_ORDINARY, "ordinary-word", 3)                                                         \
    X(BEFORE_HABIT, "abbreviation-in-this-text", -12)                                              \
    X(BEFORE_MARKED_NAME, "name-with-mark", -13)                                                   \
    X(BEFORE_ALONE, "stands-alone", -12)                                                           \
    X(OPENS_BRACKET, "opens-bracket", -14)                                                         \
    X(BEFORE_OMISSION, "omission", -20)                                                            \
    X(SENTENCE_LOWER, "sentence-in-small-letters", 8)                                              \
    X(FULL_WORD, "full-word", 10)                                                                  \
    X(SHORT_LETTER_WORD, "word-of-one-letter", 2)                                                  \
    X(LETTERS_LISTED, "letters-listed", 10)                                                        \
    X(BEFORE_SHORT_WORD, "short-word-before-number", -10)                                          \
    X(BEFORE_TITLE_OR_LAST, "abbreviation-title-or-last", -10)                                     \
    X(LAST_THEN_CAPITALS, "last-then-capitals", -4)                                                \
    X(BEFORE_TITLE, "abbreviation-title", -16)                                                     \
    X(BEFORE_INNER, "abbreviation-inner", -20)                                                     \
    X(BEFORE_REFERENCE, "abbreviation-reference", -3)                                              \
    X(REFERENCE_NUMBER, "reference-number", -20)                                                   \
    X(UNIT_NUMBER, "unit-then-number", -8)                                                         \
    X(BEFORE_UNIT, "abbreviation-unit", -3)                                                        \
    X(UNIT_THEN_CAPITALS, "unit-then-capitals", -8)                                                \
    X(BEFORE_ETC, "abbreviation-etc", -3)                                                          \
    X(BEFORE_MONTH, "abbreviation-month", -3)                                                      \
    X(MONTH_NUMBER, "month-then-number", -12)                                                      \
    X(BEFORE_LAST, "abbreviation-last", -9)                                                        \
    X(BEFORE_ACRONYM, "acronym", -10)                                                              \
    X(BEFORE_CLOCK, "clock", 5)                                                                    \
    X(OPENING_SHORT, "short-opening", -10)                                                         \
    X(BEFORE_INITIAL, "initial", -12)                                                              \
    X(INITIAL_IS_WORD, "initial-is-word", 10)                                                      \
    X(SHORT_WORDS_JOIN, "short-words-join", -14)                                                   \
    X(INITIALS_JOIN, "initials-join", -20)                                                         \
    X(ROMAN_ORDINAL, "roman-ordinal", -9)                                                          \
    X(BEFORE_ORDINAL, "ordinal", -7)                                                               \
    X(ORDINAL_MONTH, "ordinal-then-month", -20)                                                    \
    X(ORDINAL_INTRODUCED, "ordinal-introduced", -10)                                               \
    X(ORDINAL_REFUTED, "no-ordinal-before-starter", 9)                                             \
    X(NUMBER_REFERRED, "number-of-reference", 8)                                                   \
    X(DATE_GOES_ON, "date-goes-on", -20)                                                           \
    X(DATE_DAY, "day-of-a-date", -9)                                                               \
    X(SECTION_NUMBER, "section-number", -20)                                                       \
    X(BEFORE_CONSONANTS, "consonants-only", -8)                                                    \
    /* no white space behind */                                                                    \
    X(JOINED_WORDS, "words-run-together", 20)                                                      \
    X(JOINED_SCRIPT, "script-without-spaces", 20)                                                  \
    X(IN_ADDRESS, "inside-name-or-number", -20)                                                    \
    X(IN_WIDE_BRACKETS, "inside-brackets", -40)                                                    \
    X(NEXT_PARTICLE, "next-particle", -40)                                                         \
    /* not weighed */                                                                              \
    X(LIST_ITEM, "list-item", 40)                                                                  \
    X(PARAGRAPH_END, "paragraph-end", 40)

typedef enum pith__hint {
#define PITH__HINT_NAME(name, shown, weight) PITH__HINT_##name,
    PITH__HINTS(PITH__HINT_NAME)
#undef PITH__HINT_NAME
        PITH__HINT_COUNT
} pith__hint;

enum { PITH__HINT_WORDS = (PITH__HINT_COUNT + 63) / 64 };

const char *pith__hint_name(pith__hint hint);
extern const signed char pith__hint_weights[PITH__HINT_COUNT];

#endif
