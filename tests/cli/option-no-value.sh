pith --words
