pith --keep-going --strict a.txt
