package org.facedesk.engine.isolation;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.engine.FrameDecoder;
import org.facedesk.engine.torch.ImageLimits;
import org.facedesk.engine.torch.OpenCvFrameDecoder;

/**
 * The worker's side: takes pictures from standard input, gives pixels on standard output, and ends
 * with the station that started it.
 *
 * <p>To the worker: length, bytes. From it: {@link #READY} once; then for each picture {@link
 * #DECODED}, width, height and 3 · width · height bytes (blue, green, red), or {@link #REFUSED},
 * the error code's name and the reason. Numbers are 32 bits, most significant byte first.
 */
public final class DecoderWorker {
  static final byte READY = 'r';
  static final byte DECODED = 'd';
  static final byte REFUSED = 'n';

  private static final int BUFFER = 1 << 16;

  private DecoderWorker() {}

  public static void main(String[] arguments) throws IOException {
    DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER));
    System.setOut(System.err); // what a library prints must not get between the pixels
    serve(
        new DataInputStream(new BufferedInputStream(System.in, BUFFER)),
        out,
        new OpenCvFrameDecoder(ImageLimits.REMOTE));
  }

  /** Until the input ends. */
  static void serve(DataInputStream in, DataOutputStream out, FrameDecoder decoder)
      throws IOException {
    out.writeByte(READY);
    out.flush();
    try {
      while (true) {
        byte[] picture = in.readNBytes(in.readInt());
        answer(picture, out, decoder);
        out.flush();
      }
    } catch (EOFException e) {
      return; // the station is gone, or needs this worker no more
    }
  }

  private static void answer(byte[] picture, DataOutputStream out, FrameDecoder decoder)
      throws IOException {
    try {
      Frame frame = decoder.decode(picture, 0);
      out.writeByte(DECODED);
      out.writeInt(frame.width());
      out.writeInt(frame.height());
      out.write(frame.bgr());
    } catch (FacedeskException e) {
      out.writeByte(REFUSED);
      out.writeUTF(e.code().name());
      out.writeUTF(String.valueOf(e.getMessage()));
    }
  }
}
