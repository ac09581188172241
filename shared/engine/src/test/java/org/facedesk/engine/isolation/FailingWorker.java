package org.facedesk.engine.isolation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.engine.FrameDecoder;

/** A worker that takes the picture's bytes as an order: what a hostile file would have it do. */
final class FailingWorker {
  private FailingWorker() {}

  public static void main(String[] arguments) throws IOException {
    DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    DecoderWorker.serve(new DataInputStream(System.in), out, new Obedient(out));
  }

  private record Obedient(DataOutputStream out) implements FrameDecoder {
    @Override
    public Frame decode(byte[] encoded, long timestampMillis) {
      switch (new String(encoded, StandardCharsets.US_ASCII)) {
        case "crash" -> Runtime.getRuntime().halt(139);
        case "terminated" -> Runtime.getRuntime().halt(143);
        case "hang" -> {
          while (true) {
            Thread.onSpinWait();
          }
        }
        case "huge" -> nonsense(DecoderWorker.DECODED, 100_000, 100_000);
        case "nonsense" -> nonsense((byte) '?', 1, 1);
        case "refuse" -> throw new FacedeskException(ErrorCode.UNSUPPORTED_MEDIA, "not today");
        default -> {}
      }
      return new Frame(1, 1, new byte[] {1, 2, 3}, 0);
    }

    private void nonsense(byte kind, int width, int height) {
      try {
        out.writeByte(kind);
        out.writeInt(width);
        out.writeInt(height);
        out.flush();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public byte[] encodeJpeg(Frame frame, int quality) {
      throw new UnsupportedOperationException();
    }
  }
}
