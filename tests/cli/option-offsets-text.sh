pith --offsets byte a.txt
