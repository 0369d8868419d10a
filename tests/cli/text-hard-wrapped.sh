printf 'A sentence that runs\nover two lines.\n' | pith sentences --lang en
