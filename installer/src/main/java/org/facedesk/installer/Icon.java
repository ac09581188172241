package org.facedesk.installer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/**
 * The program's icon, drawn: a face between the corners of a finder. The same bytes at every build
 * on one Java version.
 */
final class Icon {
  /** Sizes of a Linux desktop. */
  static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

  private static final double UNITS = 64;
  private static final Color GROUND = new Color(0x1F5FA8);
  private static final Color LINE = Color.WHITE;
  private static final int DIRECTORY_ENTRY = 16;
  private static final int DIRECTORY_HEADER = 6;

  private Icon() {}

  /** Writes {@code facedesk.png} (512), {@code .ico}, {@code .icns}, {@code .svg} into a folder. */
  static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("facedesk.png"), png(512));
    Files.write(folder.resolve("facedesk.ico"), ico());
    Files.write(folder.resolve("facedesk.icns"), icns());
    Files.writeString(folder.resolve("facedesk.svg"), svg());
  }

  static byte[] png(int size) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.scale(size / UNITS, size / UNITS);
    pen.setColor(GROUND);
    pen.fill(new RoundRectangle2D.Double(2, 2, 60, 60, 24, 24));
    pen.setColor(LINE);
    pen.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(corners());
    pen.draw(new Ellipse2D.Double(20, 16, 24, 32));
    pen.fill(new Ellipse2D.Double(25, 27, 4, 4));
    pen.fill(new Ellipse2D.Double(35, 27, 4, 4));
    pen.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(new Arc2D.Double(26, 30, 12, 11, 200, 140, Arc2D.OPEN));
    pen.dispose();
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path2D corners() {
    Path2D path = new Path2D.Double();
    for (int[] corner :
        new int[][] {{10, 1, 10, 1}, {54, -1, 10, 1}, {10, 1, 54, -1}, {54, -1, 54, -1}}) {
      double x = corner[0];
      double y = corner[2];
      path.moveTo(x, y + 9.0 * corner[3]);
      path.lineTo(x, y);
      path.lineTo(x + 9.0 * corner[1], y);
    }
    return path;
  }

  static String svg() {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
      <rect x="2" y="2" width="60" height="60" rx="12" fill="#1f5fa8"/>
      <g fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round">
        <path d="M10 19V10H19M54 19V10H45M10 45V54H19M54 45V54H45"/>
        <ellipse cx="32" cy="32" rx="12" ry="16"/>
        <path d="M26.4 37.4A6 5.5 0 0 0 37.6 37.4" stroke-width="3"/>
      </g>
      <g fill="#fff"><circle cx="27" cy="29" r="2"/><circle cx="37" cy="29" r="2"/></g>
    </svg>
    """;
  }

  /** A directory of PNG pictures, as Windows reads it since Vista. */
  static byte[] ico() {
    List<Integer> sizes = List.of(16, 24, 32, 48, 64, 256);
    List<byte[]> pictures = sizes.stream().map(Icon::png).toList();
    int pixels = pictures.stream().mapToInt(picture -> picture.length).sum();
    int start = DIRECTORY_HEADER + DIRECTORY_ENTRY * sizes.size();
    ByteBuffer file = ByteBuffer.allocate(start + pixels).order(ByteOrder.LITTLE_ENDIAN);
    file.putShort((short) 0).putShort((short) 1).putShort((short) sizes.size());
    int offset = start;
    for (int i = 0; i < sizes.size(); i++) {
      byte side = (byte) (sizes.get(i) % 256); // 256 is written as 0
      file.put(side).put(side).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
      file.putInt(pictures.get(i).length).putInt(offset);
      offset += pictures.get(i).length;
    }
    pictures.forEach(file::put);
    return file.array();
  }

  /** Apple's container: four letters, a length, a PNG, by size. */
  static byte[] icns() {
    Map<String, Integer> sizes =
        new TreeMap<>(Map.of("ic07", 128, "ic08", 256, "ic09", 512, "ic10", 1024));
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes)) {
      for (Map.Entry<String, Integer> size : sizes.entrySet()) {
        byte[] picture = png(size.getValue());
        out.writeBytes(size.getKey());
        out.writeInt(8 + picture.length);
        out.write(picture);
      }
      byte[] body = bytes.toByteArray();
      ByteBuffer file = ByteBuffer.allocate(8 + body.length);
      return file.put("icns".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
          .putInt(8 + body.length)
          .put(body)
          .array();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
