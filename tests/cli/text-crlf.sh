printf 'One line.\r\n\r\nTwo lines.\r\n' | pith sentences --lang en
printf 'One line.\r\n\r\nTwo lines.\r\n' | pith sentences --lang en --jsonl
