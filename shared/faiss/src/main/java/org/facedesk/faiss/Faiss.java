package org.facedesk.faiss;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.bytedeco.javacpp.Loader;
import org.facedesk.faiss.bindings.FaissFunctions;
import org.facedesk.faiss.bindings.FaissIndex;

/**
 * The door to FAISS: loading the library, setting threads, and moving an index to and from Java
 * streams and arrays.
 *
 * <p>Everything else is called as in C++, on the classes of {@code org.facedesk.faiss.bindings}. An
 * index that {@link FaissFunctions#index_factory} made or this class read belongs to its Java
 * object: {@code close()} frees it. Many threads may search an index at once; whatever changes it
 * (add, remove, train) must be alone.
 */
public final class Faiss {

  private static boolean loaded;

  private Faiss() {}

  /**
   * Loads the native library; only the first call does anything.
   *
   * <p>OpenBLAS is told to use one thread: FAISS calls it from OpenMP threads, and the two pools
   * would multiply.
   *
   * @throws FaissException if the processor will not do, or the library does not load
   */
  public static synchronized void load() {
    if (loaded) {
      return;
    }
    CpuFeatures.require();
    try {
      Loader.load(FaissFunctions.class);
    } catch (UnsatisfiedLinkError e) {
      throw new FaissException(
          "The native library of FAISS could not be loaded on "
              + Loader.getPlatform()
              + ": "
              + e.getMessage(),
          e);
    }
    FaissFunctions.set_blas_threads(1);
    loaded = true;
  }

  /**
   * Sets how many OpenMP threads FAISS may use for what <em>this</em> thread asks of it. OpenMP
   * counts per calling thread: where several threads search at once, each of them calls this with
   * 1.
   */
  public static void useThreads(int count) {
    load();
    FaissFunctions.set_omp_threads(count);
  }

  /**
   * Writes the index in the format of FAISS, piece by piece: there is never a second copy of it in
   * memory.
   *
   * @throws IOException of the stream
   */
  public static void write(FaissIndex index, OutputStream out) throws IOException {
    StreamSink sink = new StreamSink(out);
    try (sink) {
      FaissFunctions.write_index(index, sink);
    } catch (FaissException e) {
      sink.throwFailure();
      throw e;
    }
  }

  /**
   * Reads an index in the format of FAISS and takes nothing beyond it from the stream.
   *
   * <p>FAISS believes the sizes it reads: give it only bytes that you have reason to trust.
   *
   * @throws IOException of the stream
   * @throws FaissException if the bytes end early or are no index
   */
  public static FaissIndex read(InputStream in) throws IOException {
    load();
    StreamSource source = new StreamSource(in);
    try (source) {
      return FaissFunctions.read_index(source);
    } catch (FaissException e) {
      source.throwFailure();
      throw e;
    }
  }

  /**
   * The bytes that {@link #write} would write.
   *
   * @throws FaissException if they do not fit in one array; {@link #write} them to a stream instead
   */
  public static byte[] toBytes(FaissIndex index) {
    try (CountingSink counter = new CountingSink();
        ArraySink array = new ArraySink()) {
      FaissFunctions.write_index(index, counter);
      array.makeRoomFor(counter.count());
      FaissFunctions.write_index(index, array);
      return array.bytes();
    }
  }

  /**
   * The index in bytes that {@link #toBytes} or {@link #write} made.
   *
   * @throws FaissException if the bytes end early or are no index
   */
  public static FaissIndex fromBytes(byte[] bytes) {
    try {
      return read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("An array has no such failures", e);
    }
  }
}
