# on a terminal, when the work lasts; it is taken away at the end, and -q leaves it out
slowly='(echo "{\"text\":\"One.\"}"; sleep 0.8; echo "{\"text\":\"Two.\"}")'
for quiet in '' -q; do
    script -qec "$slowly | '$PITH' sentences --from jsonl $quiet >/dev/null" typescript >/dev/null </dev/null
    tr '\r' '\n' <typescript | grep -a -c '[0-9] done'
done
