pith --json=yes
