# every offset is what it says it is
pith --kinds all --offsets codepoint --json "$tests/article.txt" | jq --rawfile text "$tests/article.txt" '
    [.summary.sentences[], (.quotes[] | .mention, .cue | values)] | map(.text == $text[.start:.end]) | all'
pith sentences --json "$tests/article.txt" | jq --rawfile text "$tests/article.txt" '[.sentences[] | .text == $text[.start:.end]] | all'
