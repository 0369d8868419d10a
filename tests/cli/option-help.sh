pith --help
