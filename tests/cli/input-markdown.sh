cat >a.md <<'END'
---
title: front matter
---
# The *wall* opens

The mayor, **Ann Berg**, opened the [wall](http://example.org/a_b "title é") on Tuesday. It cost `62` million pounds.

```c
int main(void) { return 0; }
```

> &quot;We kept our word,&quot; she added on Monday é. ![an image](x.png)

* a snake_case_word stays
END
pith sentences --jsonl a.md | jq -c '.sentences[].text'
# offsets count in the file as it is
pith quotes --jsonl a.md | jq -r '.quotes[].spans[] | @tsv' | while read start end; do jq -R -s ".[$start:$end]" a.md; done
pith quotes --jsonl --offsets byte a.md | jq -r '.quotes[].spans[] | @tsv' | while read start end; do head -c $end a.md | tail -c $((end - start)); echo; done
