echo 'Kites and kites. A kite.' | pith keywords --lang en -k 1
