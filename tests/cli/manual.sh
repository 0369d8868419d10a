#!/bin/sh
# The man page tells what the program does: manual.sh PITH. The same options as --help, the languages that have data, the
# subcommands, the codes of errors, the rules by which a speaker is told.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
page=$root/cmd/pith.1
passed=0
failed=0
same() { # what, from the page, from the program
    if [ "$2" = "$3" ] && [ -n "$2" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED %s\n--- in the man page\n%s\n--- in the program\n%s\n' "$1" "$2" "$3"
    fi
}
same options "$(grep '^\.It Fl' "$page" | grep -o 'Fl \\-[a-z-]*' | sed 's/Fl ..//' | sort)" \
    "$("$1" --help | sed -n 's/^  \(-., \|    \)--\([a-z-]*\).*/\2/p' | sort)"
same letters "$(grep -o '^\.It Fl [a-zA-Z0-9] ' "$page" | cut -c 8 | sort)" \
    "$("$1" --help | sed -n 's/^  -\(.\), .*/\1/p' | sort)"
same subcommands "$(sed -n '/^The subcommands/,/^\.El/s/^\.It Cm //p' "$page")" \
    "$("$1" --help | sed -n '/^Subcommands/,/^$/s/^  \([a-z]*\) .*/\1/p')"
same languages "$(sed -n '/begin languages/,/end languages/p' "$page" | grep -v '^\.' | tr -d . | tr ' ' '\n')" \
    "$(cd "$root/stopwords" && for list in *.txt; do
        "$1" sentences --lang "${list%.txt}" </dev/null && echo "${list%.txt}"
    done)"
same codes "$(sed -n '/^The codes are/,/^\.El/s/^\.It Cm //p' "$page" | sort)" \
    "$(cat "$root"/cmd/*.c | tr '\n' ' ' |
        grep -oE 'fault_[a-z_]+ = \{ *"[a-z]+"|codes\[\] = \{[^}]*\}|fail\([^()]*, "[a-z]+",' | grep -oE '"[a-z]+"' | tr -d '"' | sort -u)"
same rules "$(sed -n '/^by which evidence/,/^\.El/s/^\.It Cm //p' "$page" | sed 's/\\-/-/g; s/ , /\n/g' | sort)" \
    "$(cat "$root/core/quotes/attribution.c" "$root/core/quotes/dialogue.c" | grep -oE '"[a-z]+(-[a-z]+)*"[,}]' | tr -d '",}' | sort -u)"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
