#!/usr/bin/env bash
# Compiles FAISS and src/gen/cpp into src/main/natives: the library of one platform, the OpenMP runtime it needs, and
# their SHA-256 file. The Maven profile faiss-native runs it:
#
#   ./mvnw -pl shared/faiss -Pfaiss-native test
#
# Only linux-x86_64 has been tried. There, two builds in different folders give the same bytes.
set -euo pipefail
. "$(dirname "$0")/source.sh"

usage='usage: build-natives.sh <platform> <jar with the OpenBLAS of that platform>'
platform=${1:?$usage}
openblas_jar=${2:?$usage}
work=$module/target/native/$platform
natives=$module/src/main/natives/org/facedesk/faiss/$platform

case $platform in
    *-x86_64) target=faiss_avx2 level=avx2 ;;
    *) target=faiss level=generic ;;
esac
case $platform in
    linux-*) blas=libopenblas.so library=libjnifaiss.so openmp=libgomp.so.1 ;;
    macosx-*) blas=libopenblas.dylib library=libjnifaiss.dylib openmp=libomp.dylib ;;
    windows-x86_64) blas=openblas.lib library=jnifaiss.dll openmp=vcomp140.dll ;;
    *) echo "unknown platform $platform" >&2; exit 1 ;;
esac

# Adds the names without version that linkers look for.
unpack_openblas() {
    mkdir -p "$work/openblas"
    (cd "$work/openblas" && "${java_bin}jar" xf "$openblas_jar")
    case $platform in
        linux-*) ln -sf libopenblas.so.0 "$openblas/$blas" ;;
        macosx-*) ln -sf libopenblas.0.dylib "$openblas/$blas" ;;
    esac
}

build_faiss() {
    cmake -S "$source" -B "$work/build" -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS="${reproducible[*]}" \
        -DFAISS_OPT_LEVEL=$level -DFAISS_ENABLE_GPU=OFF -DFAISS_ENABLE_PYTHON=OFF -DFAISS_ENABLE_EXTRAS=OFF \
        -DFAISS_ENABLE_C_API=OFF -DFAISS_ENABLE_MKL=OFF -DBUILD_TESTING=OFF -DBUILD_SHARED_LIBS=OFF \
        -DBLAS_LIBRARIES="$openblas/$blas" -DLAPACK_LIBRARIES="$openblas/$blas"
    cmake --build "$work/build" --config Release --target $target --parallel "${FAISS_JOBS:-2}"
}

static_library() { find "$work/build" \( -name "lib$target.a" -o -name "$target.lib" \) 2>/dev/null | head -n 1; }

link_library() {
    local jni=$JAVA_HOME/include
    local sources=(jnifaiss.cpp jnijavacpp.cpp)
    local includes=(-I"$source" -I"$module/native/include" -I"$jni")
    mkdir -p "$work/linked"
    cd "$module/src/gen/cpp"
    case $platform in
        # The symbols of FAISS stay inside: another FAISS in the same process does no harm.
        linux-*)
            g++ -std=c++17 -O3 -fPIC -pthread -shared -s "${reproducible[@]}" "${includes[@]}" -I"$jni/linux" \
                -Wno-invalid-offsetof "${sources[@]}" -o "$work/linked/$library" \
                -L"$openblas" "$(static_library)" -lopenblas -l:$openmp \
                -Wl,-rpath,'$ORIGIN' -Wl,-Bsymbolic -Wl,-z,noexecstack -Wl,--build-id=none \
                -Wl,--gc-sections -Wl,--exclude-libs,ALL
            ;;
        macosx-*)
            clang++ -std=c++17 -O3 -fPIC -pthread -dynamiclib "${reproducible[@]}" "${includes[@]}" -I"$jni/darwin" \
                -I"$(brew --prefix libomp)/include" -Wno-invalid-offsetof "${sources[@]}" -o "$work/linked/$library" \
                -L"$openblas" "$(static_library)" -lopenblas "$(brew --prefix libomp)/lib/$openmp" \
                -Wl,-rpath,@loader_path/. -install_name "@rpath/$library"
            ;;
        windows-*)
            cl -nologo -std:c++17 -Zc:__cplusplus -O2 -EHsc -MD -LD -openmp "${reproducible[@]}" "${includes[@]}" \
                -I"$jni/win32" "${sources[@]}" -Fo"$work/linked/" -Fe"$work/linked/$library" \
                -link -Brepro -LIBPATH:"$openblas" -LIBPATH:"$openblas/lib" "$(static_library)" $blas
            ;;
    esac
}

openmp_runtime() {
    case $platform in
        linux-*) g++ -print-file-name=$openmp ;;
        macosx-*) echo "$(brew --prefix libomp)/lib/$openmp" ;;
        windows-*) find "$VCToolsRedistDir/x64" -name $openmp | head -n 1 ;;
    esac
}

install_natives() {
    rm -rf "$natives"
    mkdir -p "$natives"
    cp "$work/linked/$library" "$natives/$library"
    cp "$(openmp_runtime)" "$natives/$openmp"
    chmod 644 "$natives"/*
    cd "$natives"
    sha256 $library $openmp | tr -d '*' > SHA256SUMS
    cat SHA256SUMS
}

source=$(faiss_source)
openblas=$work/openblas/org/bytedeco/openblas/$platform

# Without the maps the folder of the build would be in the texts of exceptions (__FILE__). The last one that fits wins.
case $platform in
    windows-*) reproducible=(-Brepro) ;;
    *) reproducible=("-ffile-prefix-map=$module/=" "-ffile-prefix-map=$work/=" "-ffile-prefix-map=$source/=") ;;
esac

unpack_openblas
[ -n "$(static_library)" ] || build_faiss
link_library
install_natives
