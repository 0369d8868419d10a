cat >a.txt <<'EOF'
Anna Berg said on Monday: "The road is open again."
EOF
pith --lang en a.txt | tr -d .
