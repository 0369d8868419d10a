pith --encoding klingon-8 a.txt
