cat >a.txt <<'EOF'
Anna Berg said on Monday: "The road is open again."

Anna Berg said that the bridge would open in May.
EOF
for kinds in direct indirect all direct,indirect; do pith quotes --lang en --kinds $kinds --json a.txt | jq -c '[.quotes[].kind] | unique'; done
pith quotes --lang en a.txt | tr -d .
