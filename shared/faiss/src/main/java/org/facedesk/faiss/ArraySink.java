package org.facedesk.faiss;

import java.util.Objects;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.facedesk.faiss.bindings.ByteSink;

/** Collects the bytes of an index in an array of exactly their number. */
final class ArraySink extends ByteSink {

  /** Virtual machines refuse arrays of quite the largest int. */
  private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8L;

  private byte[] bytes = {};
  private int length;

  void makeRoomFor(long count) {
    if (count > LONGEST_ARRAY) {
      throw new FaissException(
          "The index has " + count + " bytes and does not fit in one array; write it to a stream");
    }
    bytes = new byte[(int) count];
  }

  @Override
  public void write(Pointer from, long size) {
    // JavaCPP copies without looking at the length of the array.
    Objects.checkFromIndexSize(length, size, bytes.length);
    new BytePointer(from).get(bytes, length, (int) size);
    length += (int) size;
  }

  byte[] bytes() {
    return bytes;
  }
}
