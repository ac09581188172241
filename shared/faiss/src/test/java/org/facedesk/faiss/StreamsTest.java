package org.facedesk.faiss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.facedesk.faiss.bindings.FaissFunctions.METRIC_L2;
import static org.facedesk.faiss.bindings.FaissFunctions.index_factory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.facedesk.faiss.bindings.FaissIndex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StreamsTest {

  private static final Vectors VECTORS = Vectors.random(32, 3000);

  @BeforeAll
  static void load() {
    Faiss.load();
  }

  private static FaissIndex filled() {
    FaissIndex index = index_factory(VECTORS.dimension(), "IDMap2,Flat", METRIC_L2);
    index.add_with_ids(VECTORS.count(), VECTORS.values(), VECTORS.ids());
    return index;
  }

  @Test
  void two_indexes_follow_each_other_in_one_stream() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FaissIndex first = index_factory(3, "Flat", METRIC_L2);
        FaissIndex second = filled()) {
      Faiss.write(first, out);
      Faiss.write(second, out);
    }
    ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
    try (FaissIndex first = Faiss.read(in);
        FaissIndex second = Faiss.read(in)) {
      assertThat(first.d()).isEqualTo(3);
      assertThat(second.ntotal()).isEqualTo(VECTORS.count());
      assertThat(in.available()).isZero();
    }
  }

  @Test
  void a_stream_that_gives_a_byte_at_a_time_is_read_whole() throws IOException {
    try (FaissIndex index = filled();
        FaissIndex read = Faiss.read(byteByByte(Faiss.toBytes(index)))) {
      assertThat(Hits.of(read, VECTORS.vector(8), 3).sameAs(Hits.of(index, VECTORS.vector(8), 3)))
          .isTrue();
    }
  }

  @Test
  void the_exception_of_the_stream_comes_through_when_writing_fails() {
    IOException full = new IOException("disk full");
    try (FaissIndex index = filled()) {
      assertThatThrownBy(() -> Faiss.write(index, failingAfter(1000, full))).isSameAs(full);
      assertThat(index.ntotal()).isEqualTo(VECTORS.count());
    }
  }

  @Test
  void the_exception_of_the_stream_comes_through_when_reading_fails() {
    IOException broken = new IOException("connection lost");
    InputStream in =
        new FilterInputStream(InputStream.nullInputStream()) {
          @Override
          public int read(byte[] to, int from, int length) throws IOException {
            throw broken;
          }
        };

    assertThatThrownBy(() -> Faiss.read(in)).isSameAs(broken);
  }

  private static InputStream byteByByte(byte[] bytes) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] to, int from, int length) {
        return super.read(to, from, Math.min(1, length));
      }
    };
  }

  private static OutputStream failingAfter(int count, IOException failure) {
    return new OutputStream() {
      private int written;

      @Override
      public void write(int value) throws IOException {
        if (++written > count) {
          throw failure;
        }
      }
    };
  }
}
