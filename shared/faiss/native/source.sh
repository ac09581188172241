# Read by the two scripts beside it: finds the source of FAISS 1.12.0 and checks it.
#
# The source is the folder named by FAISS_SRC if that is set, otherwise the one inside the Rust crate faiss-sys 0.7.0,
# fetched by cargo. Either way its content is compared with a digest before anything is read or compiled.

module=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
java_bin=${JAVA_HOME:+$JAVA_HOME/bin/}

crate=faiss-sys-0.7.0
crate_sha256=c4a8fa67f7070bb81f41dc71c98813b3e40a66bedab12d6c2ac2af50f0837a7e
tree_sha256=e3c36239d83a822e08f7efae0238acee661678c4b8fefd5b37d2200cc3cca90a

sha256() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }

# One digest over the digests of every file that is compiled or included.
tree_digest() {
    (cd "$1" && find CMakeLists.txt LICENSE cmake faiss -type f -not -path 'faiss/gpu*' -not -path 'faiss/python*' |
        LC_ALL=C sort | while read -r file; do sha256 "$file"; done | tr -d '*' | tr -s ' ' | sha256 | cut -d' ' -f1)
}

fetch_crate() {
    local folder=$module/target/native/fetch
    mkdir -p "$folder/src"
    : > "$folder/src/lib.rs"
    printf '[package]\nname = "fetch"\nversion = "0.0.0"\nedition = "2021"\n[dependencies]\nfaiss-sys = "=0.7.0"\n' \
        > "$folder/Cargo.toml"
    (cd "$folder" && cargo fetch) || return
    local tarball
    tarball=$(find "${CARGO_HOME:-$HOME/.cargo}/registry/cache" -name "$crate.crate" | head -n 1)
    [ "$(sha256 "$tarball" | cut -d' ' -f1)" = "$crate_sha256" ] || { echo "$tarball: wrong SHA-256" >&2; return 1; }
    tar xzf "$tarball" -C "$folder" "$crate/faiss" || return
    echo "$folder/$crate/faiss"
}

# Prints the folder of the checked source.
faiss_source() {
    local source found
    source=$(if [ -n "${FAISS_SRC:-}" ]; then cd "$FAISS_SRC" && pwd; else fetch_crate; fi) || return
    found=$(tree_digest "$source")
    [ "$found" = "$tree_sha256" ] || { echo "$source is not the pinned FAISS 1.12.0: digest $found" >&2; return 1; }
    echo "$source"
}
