printf '{"doc":7,"body":"One.","head":"T","l":"de","id":1,"text":"no"}\n{"d\\u006fc":8,"b\\u006fdy":"Two."}\n' >a.jsonl
pith sentences --id-field doc --text-field body --title-field head --lang-field l --jsonl a.jsonl | jq -c '[.id, .title, .language == "de", .sentences[].text]'
