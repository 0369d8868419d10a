"""pith under Apache Spark: records in, answers out, one pith a partition.

As a program:
    spark-submit pith_spark.py --pith /usr/bin/pith INPUT OUTPUT [-- OPTIONS]
INPUT and OUTPUT are whatever Spark reads and writes as text (paths, globs, s3a://, hdfs://), a JSON record a line.
As a module: digest_lines for RDDs of such lines, digest_rows for DataFrames. --keep-going makes bad records ordinary lines
with an "error", so that a partition fails (and is tried again) only when pith itself does.
"""
import json
import shlex
import subprocess
import threading


def command(pith, options):
    """Spark gives every core a partition, so one thread each is enough."""
    return [pith, '--from', 'jsonl', '--jsonl', '--keep-going', '-j1', *options]


def digest_lines(lines, pith, options=()):
    """An RDD of JSON lines -> an RDD of answers, in the same order."""
    return lines.pipe(shlex.join(command(pith, options)), checkCode=True)


def digest_rows(pith, options=(), batch=1024):
    """A function for DataFrame.mapInArrow(digest_rows(pith), 'digest string'): from rows with a column "text", and perhaps
    "id", "title" and "lang", to one column with the answers as JSON."""
    def run(batches):
        import pyarrow

        process = subprocess.Popen(command(pith, options), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={})
        problems = []

        def feed():
            try:
                with process.stdin:
                    for rows in batches:
                        for row in rows.to_pylist():
                            process.stdin.write(json.dumps(row, ensure_ascii=False).encode() + b'\n')
            except Exception as problem:  # told by the thread that Spark listens to
                problems.append(problem)

        feeder = threading.Thread(target=feed)
        feeder.start()
        answers = []
        for line in process.stdout:
            answers.append(line.rstrip(b'\n').decode())
            if len(answers) == batch:
                yield pyarrow.RecordBatch.from_pydict({'digest': answers})
                answers = []
        if answers:
            yield pyarrow.RecordBatch.from_pydict({'digest': answers})
        feeder.join()
        code = process.wait()
        if problems or code:
            raise RuntimeError(f'pith ended with {code}: {problems}')
    return run


def main():
    import argparse

    from pyspark.sql import SparkSession

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--pith', default='/usr/bin/pith', help='where the program is on every machine')
    parser.add_argument('input')
    parser.add_argument('output')
    parser.add_argument('options', nargs='*', help='of pith, behind --')
    wanted = parser.parse_args()
    spark = SparkSession.builder.appName('pith').getOrCreate()
    lines = spark.sparkContext.textFile(wanted.input)
    digest_lines(lines, wanted.pith, wanted.options).saveAsTextFile(wanted.output)
    spark.stop()


if __name__ == '__main__':
    main()
