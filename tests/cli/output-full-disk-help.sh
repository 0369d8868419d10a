pith --help >/dev/full
