package org.facedesk.faiss;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.facedesk.faiss.bindings.ByteSource;
import org.jspecify.annotations.Nullable;

/** Gives FAISS the bytes of a Java stream. */
final class StreamSource extends ByteSource {

  private final InputStream in;
  private final byte[] chunk = new byte[1 << 16];
  private @Nullable IOException failure;

  StreamSource(InputStream in) {
    this.in = in;
  }

  /**
   * Called by FAISS. Only the message of an exception survives the way through C++, so the
   * exception is kept here.
   */
  @Override
  public long read(Pointer to, long size) {
    try {
      int count = in.readNBytes(chunk, 0, (int) Math.min(size, chunk.length));
      new BytePointer(to).put(chunk, 0, count);
      return count;
    } catch (IOException e) {
      failure = e;
      throw new UncheckedIOException(e);
    }
  }

  void throwFailure() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }
}
