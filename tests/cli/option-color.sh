echo '"We kept our word," Ann Berg said.' >a.txt
pith quotes --lang en --color always a.txt a.txt | od -c | head -n 3
pith quotes --lang en --color auto a.txt
NO_COLOR=1 pith quotes --lang en --color always a.txt | grep -c "$(printf '\033')"
# on a terminal, unless somebody does not want it
for setting in TERM=xterm NO_COLOR=1 TERM=dumb NO_COLOR=; do
    env $setting script -qec "'$PITH' quotes --lang en a.txt" typescript >/dev/null </dev/null
    grep -a -c "$(printf '\033')" typescript
done
