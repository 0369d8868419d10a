pith --sentense 3
