for command in digest summary quotes sentences keywords; do pith $command --json "$tests/article.txt" | jq -c keys_unsorted; done
