pith --completion bash >pith.bash
bash -c '. ./pith.bash
complete() { COMP_WORDS=(pith "$@"); COMP_CWORD=$#; _pith; echo "${COMPREPLY[@]}"; }
complete --form; complete --format ma; complete spe; complete --method tex; complete --lang e; complete --output pi; complete -o pi'
pith --completion zsh >_pith
zsh -n _pith && head -n 1 _pith
pith --completion fish >pith.fish
fish -c 'source pith.fish; complete -C "pith --form"; complete -C "pith --format mark"; complete -C "pith spe"'
pith --completion tcsh
