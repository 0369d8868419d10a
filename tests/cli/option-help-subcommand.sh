pith keywords --help
pith --help summary | head -n 1
