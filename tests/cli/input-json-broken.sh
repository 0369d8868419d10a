# what stands before the break is read, and the break is told
for text in '[{"text":"a."} {"text":"b."}]' '[{"text":"a."},]' '[,{"text":"a."}]' '[{"text":"a."}' '[{"text":"a."},{"te' '[{"text":"a."}]]' '{"text":"a."},{"text":"b."}' '}'; do
    echo "$text" | pith sentences --lang en --from json --jsonl 2>/dev/null | jq -c '[.error.code, .error.byte, .sentences[]?.text]' | tr '\n' ' '
    echo "$text"
done
