pith --stopwords nowhere a.txt
