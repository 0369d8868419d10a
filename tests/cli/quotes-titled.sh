printf '%s\n' '“The ferry is late again,” said President Rossi. “It is not safe,” said harbour pilot Olav Holm.' >in.txt
pith quotes in.txt
pith quotes --format markdown in.txt
