# the page says what it is written in; UTF-8 is UTF-8 whatever the page says
printf '<meta charset="iso-8859-1"><p>Caf\351 \340 No\353l.' | pith sentences --from html --lang fr
printf '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>\314\375\360 \351.' | pith sentences --from html --lang ru
printf '<meta charset="iso-8859-1"><p>Caf\303\251.' | pith sentences --from html --lang fr
printf '\377\376<\000p\000>\000\351\000.\000' | pith sentences --from html --lang fr
