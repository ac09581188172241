package org.facedesk.faiss.presets;

import org.bytedeco.javacpp.ClassProperties;
import org.bytedeco.javacpp.LoadEnabled;
import org.bytedeco.javacpp.annotation.Platform;
import org.bytedeco.javacpp.annotation.Properties;
import org.bytedeco.javacpp.presets.javacpp;
import org.bytedeco.javacpp.tools.Info;
import org.bytedeco.javacpp.tools.InfoMap;
import org.bytedeco.javacpp.tools.InfoMapper;
import org.facedesk.faiss.CpuFeatures;

/**
 * Tells JavaCPP how to turn the headers of FAISS into Java classes and which libraries each
 * platform needs.
 *
 * <p>The script {@code native/generate-bindings.sh} has the classes written to {@code
 * org.facedesk.faiss.bindings}; linking is left to {@code native/build-natives.sh}. At run time
 * {@link org.bytedeco.javacpp.Loader} reads the same annotation and loads the libraries under
 * {@code preload} in their order, then {@code jnifaiss}.
 */
@Properties(
    inherit = javacpp.class,
    target = "org.facedesk.faiss.bindings",
    global = "org.facedesk.faiss.bindings.FaissFunctions",
    value = {
      @Platform(
          value = {
            "linux-x86_64",
            "linux-arm64",
            "macosx-arm64",
            "macosx-x86_64",
            "windows-x86_64"
          },
          library = "jnifaiss",
          compiler = "cpp17",
          define = {"SHARED_PTR_NAMESPACE std", "UNIQUE_PTR_NAMESPACE std"},
          include = {
            "faiss/MetricType.h",
            "faiss/impl/IDSelector.h",
            "faiss/impl/AuxIndexStructures.h",
            "faiss/Index.h",
            "faiss/impl/io.h",
            "faiss/IndexFlatCodes.h",
            "faiss/IndexFlat.h",
            "faiss/IndexIDMap.h",
            "faiss/impl/HNSW.h",
            "faiss/IndexHNSW.h",
            "faiss/IndexIVF.h",
            "faiss/IndexIVFFlat.h",
            "faiss/index_factory.h",
            "faiss/index_io.h",
            "faiss/clone_index.h",
            "faiss_java.h"
          },
          preloadresource = "/org/bytedeco/openblas/"),
      @Platform(
          value = "linux-x86_64",
          preload = {"gcc_s@.1", "quadmath@.0", "gfortran@.5", "openblas@.0", "gomp@.1"}),
      @Platform(
          value = "linux-arm64",
          preload = {"gcc_s@.1", "gfortran@.5", "openblas@.0", "gomp@.1"}),
      @Platform(
          value = "macosx-arm64",
          preload = {"gcc_s@.1.1", "gfortran@.5", "openblas@.0", "omp"}),
      @Platform(
          value = "macosx-x86_64",
          preload = {"gcc_s@.1", "quadmath@.0", "gfortran@.5", "openblas@.0", "omp"}),
      @Platform(
          value = "windows-x86_64",
          preload = {"libopenblas", "vcomp140"})
    })
public class FaissPreset implements InfoMapper, LoadEnabled {

  /** JavaCPP calls this before it loads the library, so no way of loading it misses the check. */
  @Override
  public void init(ClassProperties properties) {
    CpuFeatures.require();
  }

  @Override
  public void map(InfoMap infos) {
    names(infos);
    types(infos);
    pointerOnly(infos);
    skips(infos);
  }

  private static void names(InfoMap infos) {
    // JavaCPP's own annotation @Index would clash with a class of that name.
    infos.put(new Info("faiss::Index").pointerTypes("FaissIndex"));
    infos.put(
        new Info("FAISS_API", "FAISS_STRINGIFY", "FAISS_TOSTRING", "VERSION_STRING")
            .cppTypes()
            .annotations()
            .skip());
  }

  /**
   * These two keep the address they are given. JavaCPP would let them have a Java array, whose
   * native copy is gone when the constructor returns, so only a pointer is offered.
   */
  private static void pointerOnly(InfoMap infos) {
    infos
        .put(
            new Info("faiss::IDSelectorArray::IDSelectorArray")
                .javaText(
                    """
                    public IDSelectorArray(@Cast("size_t") long n, @Cast("const faiss::idx_t*") LongPointer ids) { super((Pointer)null); allocate(n, ids); }
                    private native void allocate(@Cast("size_t") long n, @Cast("const faiss::idx_t*") LongPointer ids);
                    """))
        .put(
            new Info("faiss::IDSelectorBitmap::IDSelectorBitmap")
                .javaText(
                    """
                    public IDSelectorBitmap(@Cast("size_t") long n, @Cast("const uint8_t*") BytePointer bitmap) { super((Pointer)null); allocate(n, bitmap); }
                    private native void allocate(@Cast("size_t") long n, @Cast("const uint8_t*") BytePointer bitmap);
                    """));
  }

  private static void types(InfoMap infos) {
    infos
        .put(
            new Info("faiss::idx_t", "idx_t")
                .cast()
                .valueTypes("long")
                .pointerTypes("LongPointer", "LongBuffer", "long[]"))
        .put(
            new Info(
                    "faiss::Index::component_t",
                    "component_t",
                    "faiss::Index::distance_t",
                    "distance_t")
                .cast()
                .valueTypes("float")
                .pointerTypes("FloatPointer", "FloatBuffer", "float[]"))
        .put(
            new Info(
                    "storage_idx_t",
                    "faiss::HNSW::storage_idx_t",
                    "faiss::IndexHNSW::storage_idx_t")
                .cast()
                .valueTypes("int")
                .pointerTypes("IntPointer", "IntBuffer", "int[]"))
        .put(
            new Info("IVFSearchParameters", "faiss::IVFSearchParameters")
                .pointerTypes("SearchParametersIVF"))
        .put(new Info("std::vector<uint8_t>").pointerTypes("ByteVector").define())
        .put(
            new Info("std::unique_ptr<faiss::Index>")
                .annotations("@UniquePtr")
                .pointerTypes("FaissIndex"))
        // Only the maps of float indexes, not those of binary ones.
        .put(
            new Info("faiss::IndexIDMapTemplate<faiss::Index>").pointerTypes("IndexIDMap").define())
        .put(
            new Info("faiss::IndexIDMap2Template<faiss::Index>")
                .pointerTypes("IndexIDMap2")
                .define())
        // Its pure virtual methods are skipped below, so the parser must be told that it is
        // abstract.
        .put(new Info("faiss::IndexIVFInterface").purify())
        // Java subclasses them.
        .put(new Info("faiss_java::ByteSink", "faiss_java::ByteSource").virtualize());
  }

  private static void skips(InfoMap infos) {
    for (String name : SKIPPED) {
      infos.put(new Info(name).skip());
    }
  }

  /**
   * Internals of FAISS that Java has no use for, and functions that {@code faiss_java.h} replaces.
   */
  private static final String[] SKIPPED = {
    // replaced: they return indexes that nobody would delete
    "faiss::index_factory",
    "faiss::read_index",
    "faiss::clone_index",
    // templates that stay in C++
    "faiss::IndexIDMapTemplate",
    "faiss::IndexIDMap2Template",
    "faiss::IndexIDMap2Template<faiss::Index>::rev_map",
    "std::unordered_map<faiss::idx_t,faiss::idx_t>",
    "faiss::IDSelectorTranslated",
    "faiss::IDSelectorBatch::set",
    "faiss::IDSelectorBatch::bloom",
    // of the auxiliary structures only RangeSearchResult is kept
    "faiss::BufferList",
    "faiss::RangeQueryResult",
    "faiss::RangeSearchPartialResult",
    "faiss::InterruptCallback",
    "faiss::TimeoutCallback",
    "faiss::VisitedTable",
    // distance computers, code packers, scanners
    "faiss::Index::get_distance_computer",
    "faiss::IndexHNSW::get_distance_computer",
    "faiss::IndexFlatCodes::codes",
    "faiss::IndexFlatCodes::get_FlatCodesDistanceComputer",
    "faiss::IndexFlatCodes::get_CodePacker",
    "faiss::IndexFlat::get_FlatCodesDistanceComputer",
    "faiss::IndexFlatL2::get_FlatCodesDistanceComputer",
    "faiss::IndexFlat1D",
    "faiss::IndexIVF::get_CodePacker",
    "faiss::IndexIVF::get_InvertedListScanner",
    "faiss::IndexIVFFlat::get_InvertedListScanner",
    "faiss::IndexIVF::direct_map",
    "faiss::IndexIVF::set_direct_map_type",
    "faiss::IndexIVF::copy_subset_to",
    "faiss::IndexIVF::replace_invlists",
    "faiss::IndexIVF::invlists",
    "faiss::IndexIVF::search_preassigned",
    "faiss::IndexIVF::range_search_preassigned",
    "faiss::IndexIVFInterface::search_preassigned",
    "faiss::IndexIVFInterface::range_search_preassigned",
    "faiss::IndexIVFStats",
    "faiss::indexIVF_stats",
    "faiss::InvertedListScanner",
    "faiss::Level1Quantizer::cp",
    "faiss::IndexIVFFlatDedup",
    // of the graph only the search parameters are kept
    "faiss::HNSW",
    "faiss::HNSWStats",
    "faiss::hnsw_stats",
    "faiss::search_from_candidate_unbounded",
    "faiss::search_from_candidates",
    "faiss::greedy_update_nearest",
    "faiss::IndexHNSW::hnsw",
    "faiss::IndexHNSW2Level",
    "faiss::IndexHNSWCagra",
    "faiss::IndexHNSWPQ",
    "faiss::IndexHNSWSQ",
    // input and output by C file handles, of binary indexes and of parts of indexes
    "FILE",
    "faiss::FileIOReader",
    "faiss::FileIOWriter",
    "faiss::BufferedIOReader",
    "faiss::BufferedIOWriter",
    "faiss::fourcc",
    "faiss::fourcc_inv",
    "faiss::fourcc_inv_printable",
    "faiss::IndexBinary",
    "faiss::index_binary_factory",
    "faiss::write_index_binary",
    "faiss::read_index_binary",
    "faiss::write_VectorTransform",
    "faiss::read_VectorTransform",
    "faiss::write_ProductQuantizer",
    "faiss::read_ProductQuantizer",
    "faiss::write_InvertedLists",
    "faiss::read_InvertedLists",
    "faiss::clone_binary_index",
    "faiss::Cloner",
    "faiss::clone_Quantizer",
  };
}
