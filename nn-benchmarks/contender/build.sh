#!/bin/sh
# Compiles the contender against the classes of the peers' harness and the packaged program.
#
#   nn-benchmarks/contender/build.sh HARNESS_CLASSES [OUT]
#
# Prints the class path to give to the harness. Build the program first: ./nn --version
set -eu
here=$(CDPATH='' cd -P "$(dirname "$0")" && pwd)
harness=${1:?"name the folder with the harness's classes"}
out=${2:-$here/../target/contender.jar}
program=$here/../../nn-demo/target/nn
[ -f "$program/nn.jar" ] || { echo "build the program first: ./nn --version" >&2; exit 1; }

classes=$(mktemp -d)
trap 'rm -rf "$classes"' EXIT
mkdir -p "$(dirname "$out")"
javac --release 17 -Xlint:all,-processing -Werror -d "$classes" \
  -cp "$harness:$program/lib/*" "$here/nn/benchmarks/NnContender.java" >&2
cp -R "$here/META-INF" "$classes"
jar --create --file "$out" -C "$classes" .
printf '%s' "$out"
for lib in nn-api nn-core nn-simd nn-activations nn-losses nn-optimizers guava failureaccess fastcsv \
  jackson-core jackson-annotations jackson-databind commons-math3; do
  for jar in "$program/lib/$lib"-[0-9]*.jar; do
    [ ! -f "$jar" ] || printf ':%s' "$jar"
  done
done
echo
