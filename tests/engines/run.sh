#!/bin/sh
# pith under GNU parallel and Apache Spark: run.sh [PITH]. Installs what is missing: parallel, a Java runtime and Python from
# Debian, Spark from its package into a virtual environment in build/. What cannot be had is skipped, and told.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
pith=${1-$root/build/release/cmd/pith}
spark=3.5.9
. "$root/.ci/packages.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# Records of all lengths, and one in fifty that is bad.
jq -R -s -c '. as $all | ($all | length) as $n | range(40; $n; 3) | {id: ., text: $all[:.]}' "$root/tests/article.txt" |
    awk 'NR % 50 == 7 { print "{\"id\":" NR ",\"text\":7}"; next } NR % 50 == 8 { print substr($0, 1, 30); next } { print }' >"$work/records"
"$pith" --from jsonl --jsonl <"$work/records" >"$work/expected" 2>/dev/null

echo "GNU parallel"
if need parallel jq; then
    bash "$here/parallel_test.sh" "$pith" "$work/records" "$work/expected" || failed=1
else
    echo "skipped: parallel cannot be installed"
fi

echo "Apache Spark $spark"
environment=$root/build/spark-$spark
have_spark() {
    need python3-venv || return 1
    command -v java >/dev/null || need openjdk-17-jre-headless || return 1
    [ -x "$environment/bin/python" ] && "$environment/bin/python" -c 'import pyspark, pandas, pyarrow' 2>/dev/null && return
    python3 -m venv "$environment" && "$environment/bin/pip" install -q "pyspark==$spark" pandas pyarrow setuptools
}
# As a program: the files that Spark writes, in their order, are what one process writes.
submit() {
    grep -v -e '"text":7' -e '[^}]$' records >good
    "$pith" --from jsonl --jsonl --kinds all <good >whole
    "$environment/bin/spark-submit" --master 'local[2]' "$here/pith_spark.py" --pith "$pith" good out -- --kinds all &&
        cat out/part-* | cmp - whole && [ -f out/_SUCCESS ] && echo "passed: spark-submit pith_spark.py"
}
if have_spark >"$work/log" 2>&1; then
    cd "$work" # Spark leaves folders where it is started
    export PYSPARK_PYTHON="$environment/bin/python" SPARK_LOCAL_IP=127.0.0.1
    timeout 240 "$environment/bin/python" "$here/spark_test.py" "$pith" records expected 2>errors || { failed=1 && tail -n 40 errors; }
    submit 2>errors || { failed=1 && echo "FAILED: spark-submit pith_spark.py" && tail -n 40 errors; }
else
    echo "skipped: Spark cannot be installed"
    tail -n 3 "$work/log"
fi
exit $failed
