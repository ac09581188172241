#!/usr/bin/env bash
# Writes src/gen: the Java classes that JavaCPP parses out of the headers of FAISS, and the C++ code that connects them.
# To be run when FaissPreset or faiss_java.h has changed, and before build-natives.sh:
#
#   ./mvnw -pl shared/faiss -Pfaiss-bindings,faiss-native test
#
# Both are committed. The C++ code is, because JavaCPP writes its functions in another order at each run: compiled from
# the committed file, the natives are the same to the byte wherever they are built.
set -euo pipefail
. "$(dirname "$0")/source.sh"

javacpp_jar=${1:?usage: generate-bindings.sh <javacpp jar>}
work=$module/target/native/bindings
case $(uname -s) in MINGW* | MSYS* | CYGWIN*) separator=';' ;; *) separator=':' ;; esac

# The parser sees the platforms as one, so the result is the same on each of them.
javacpp() {
    "${java_bin}java" -cp "$javacpp_jar" org.bytedeco.javacpp.tools.Builder -properties linux-x86_64 \
        -Dplatform.includepath="$source$separator$module/native/include" -classpath "$work/classes" "$@"
}

# JavaCPP throws RuntimeException unless the Java method declares another one, and its parser cannot declare it.
declare_exception() {
    find "$1" -name '*.java' -print0 |
        xargs -0 perl -0pi -e 's/(\bnative\b[^;{}]*?\))\s*;/$1 throws org.facedesk.faiss.FaissException;/g'
}

source=$(faiss_source)
rm -rf "$work"
mkdir -p "$work/classes"

hand_written=$module/src/main/java/org/facedesk/faiss
"${java_bin}javac" -d "$work/classes" -cp "$javacpp_jar" \
    "$hand_written/presets/FaissPreset.java" "$hand_written/CpuFeatures.java" "$hand_written/FaissException.java"
javacpp -d "$work/java" org.facedesk.faiss.presets.FaissPreset
declare_exception "$work/java"

find "$work/java" -name '*.java' > "$work/java.list"
"${java_bin}javac" -nowarn -d "$work/classes" -cp "$javacpp_jar$separator$work/classes" @"$work/java.list"
javacpp -nocompile -d "$work/cpp" 'org.facedesk.faiss.**'

rm -rf "$module/src/gen"
mkdir -p "$module/src/gen"
cp -R "$work/java" "$work/cpp" "$module/src/gen/"
