package org.facedesk.faiss;

import org.bytedeco.javacpp.Pointer;
import org.facedesk.faiss.bindings.ByteSink;

/** Counts the bytes of an index without keeping them. */
final class CountingSink extends ByteSink {

  private long count;

  @Override
  public void write(Pointer from, long size) {
    count += size;
  }

  long count() {
    return count;
  }
}
