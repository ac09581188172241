// What Java needs from FAISS beside its own headers: owned indexes, checked casts, streams, thread numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include <omp.h>

#include <faiss/Index.h>
#include <faiss/IndexHNSW.h>
#include <faiss/IndexIDMap.h>
#include <faiss/IndexIVF.h>
#include <faiss/clone_index.h>
#include <faiss/impl/io.h>
#include <faiss/index_factory.h>
#include <faiss/index_io.h>
#include <faiss/utils/utils.h>

extern "C" void openblas_set_num_threads(int);
extern "C" int openblas_get_num_threads(void);

namespace faiss_java {

// FAISS returns plain pointers from these four; as unique_ptr the Java object owns the index and close() deletes it.

/// Builds an index from its description, for example "IDMap2,Flat".
inline std::unique_ptr<faiss::Index> index_factory(int d, const char* description, faiss::MetricType metric) {
    return std::unique_ptr<faiss::Index>(faiss::index_factory(d, description, metric));
}

/// Reads an index from a file.
inline std::unique_ptr<faiss::Index> read_index(const char* file, int io_flags = 0) {
    return std::unique_ptr<faiss::Index>(faiss::read_index(file, io_flags));
}

/// Reads an index from a reader.
inline std::unique_ptr<faiss::Index> read_index(faiss::IOReader* reader, int io_flags = 0) {
    return std::unique_ptr<faiss::Index>(faiss::read_index(reader, io_flags));
}

/// A copy that shares nothing with the original.
inline std::unique_ptr<faiss::Index> clone_index(const faiss::Index* index) {
    return std::unique_ptr<faiss::Index>(faiss::clone_index(index));
}

/// A writer that hands the bytes to Java.
struct ByteSink : faiss::IOWriter {
    virtual void write(const void* from, size_t size) = 0;

    size_t operator()(const void* from, size_t size, size_t items) override {
        if (size * items > 0) {
            write(from, size * items);
        }
        return items;
    }
};

/// A reader that asks Java for the bytes.
struct ByteSource : faiss::IOReader {
    /// Fills at most size bytes and returns how many; 0 at the end.
    virtual size_t read(void* to, size_t size) = 0;

    size_t operator()(void* to, size_t size, size_t items) override {
        size_t wanted = size * items;
        size_t done = 0;
        while (done < wanted) {
            size_t got = read(static_cast<char*>(to) + done, wanted - done);
            if (got == 0) {
                break;
            }
            done += got;
        }
        return size == 0 ? items : done / size;
    }
};

/// The bytes of a vector, so that Java copies them at once and not one call each.
inline uint8_t* vector_data(std::vector<uint8_t>* bytes) {
    return bytes->data();
}

// Checked casts: null when the index is of another class. The result is a view and lives as long as the index.

inline faiss::IndexIDMap2* as_id_map2(faiss::Index* index) {
    return dynamic_cast<faiss::IndexIDMap2*>(index);
}

inline faiss::IndexIVF* as_ivf(faiss::Index* index) {
    return dynamic_cast<faiss::IndexIVF*>(index);
}

inline faiss::IndexHNSW* as_hnsw(faiss::Index* index) {
    return dynamic_cast<faiss::IndexHNSW*>(index);
}

/// The width of the search while an HNSW graph grows; set it before the first add.
inline void set_ef_construction(faiss::IndexHNSW* index, int ef) {
    index->hnsw.efConstruction = ef;
}

/// What the library was compiled for, for example "OPTIMIZE AVX2".
inline std::string compile_options() {
    return faiss::get_compile_options();
}

/// OpenMP counts per calling thread: this sets the number for the thread that calls it and no other.
inline void set_omp_threads(int n) {
    omp_set_num_threads(n);
}

inline int get_omp_threads() {
    return omp_get_max_threads();
}

/// The pool of OpenBLAS is one for the whole process and knows nothing of OpenMP.
inline void set_blas_threads(int n) {
    openblas_set_num_threads(n);
}

inline int get_blas_threads() {
    return openblas_get_num_threads();
}

} // namespace faiss_java
