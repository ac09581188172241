package org.facedesk.faiss;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.facedesk.faiss.bindings.ByteSink;
import org.jspecify.annotations.Nullable;

/** Takes the bytes of an index to a Java stream. */
final class StreamSink extends ByteSink {

  private final OutputStream out;
  private final byte[] chunk = new byte[1 << 16];
  private @Nullable IOException failure;

  StreamSink(OutputStream out) {
    this.out = out;
  }

  /**
   * Called by FAISS. Only the message of an exception survives the way through C++, so the
   * exception is kept here.
   */
  @Override
  public void write(Pointer from, long size) {
    BytePointer bytes = new BytePointer(from);
    try {
      for (long done = 0; done < size; ) {
        int count = (int) Math.min(size - done, chunk.length);
        bytes.position(done).get(chunk, 0, count);
        out.write(chunk, 0, count);
        done += count;
      }
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
