# names of any bytes: valid UTF-8 and nothing for a terminal to obey in what is written
echo 'One.' >"$(printf 'a\377\033[1m\303\251.txt')"
echo 'Two.' >b.txt
pith sentences --lang en a* b.txt
