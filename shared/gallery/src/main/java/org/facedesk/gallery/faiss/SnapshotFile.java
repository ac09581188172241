package org.facedesk.gallery.faiss;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.OwnerOnly;
import org.facedesk.core.Seal;

/**
 * The gallery in one sealed file. The seal's tag is its checksum: a file that was cut short,
 * changed, or written under another station's key does not open.
 */
final class SnapshotFile {
  private static final String CONTEXT = "gallery-snapshot";
  private static final int FORMAT = 1;
  private static final int MAX_COUNT = 100_000_000;

  private final Path file;
  private final Seal seal;

  SnapshotFile(Path file, Seal seal) {
    this.file = file;
    this.seal = seal;
  }

  /** Whose template an id is. */
  record Card(long templateId, UUID subject) {}

  /** One index with the cards of what is in it. */
  record Section(UUID gallery, String modelId, int dimension, List<Card> cards, byte[] index) {}

  /** Replaces the file at once: a crash leaves the old one or the new one. */
  void write(List<Section> sections) {
    try {
      ByteArrayOutputStream plain = new ByteArrayOutputStream();
      try (DataOutputStream out = new DataOutputStream(plain)) {
        out.writeInt(FORMAT);
        out.writeInt(sections.size());
        for (Section section : sections) {
          write(out, section);
        }
      }
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      OwnerOnly.createFile(fresh);
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer sealed = ByteBuffer.wrap(seal.seal(CONTEXT, plain.toByteArray()));
        while (sealed.hasRemaining()) {
          channel.write(sealed);
        }
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new FacedeskException(
          ErrorCode.STORE_UNAVAILABLE, "the gallery's snapshot cannot be written", e);
    }
  }

  /**
   * @return empty if there is none
   * @throws FacedeskException SNAPSHOT_BROKEN if there is one that cannot be used
   */
  Optional<List<Section>> read() {
    byte[] sealed;
    try {
      sealed = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw broken(e);
    }
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(seal.open(CONTEXT, sealed)))) {
      if (in.readInt() != FORMAT) {
        throw new IOException("another format");
      }
      int count = count(in);
      List<Section> sections = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        sections.add(section(in));
      }
      return Optional.of(sections);
    } catch (IOException | FacedeskException e) {
      throw broken(e);
    }
  }

  private static void write(DataOutputStream out, Section section) throws IOException {
    writeId(out, section.gallery());
    out.writeUTF(section.modelId());
    out.writeInt(section.dimension());
    out.writeInt(section.cards().size());
    for (Card card : section.cards()) {
      out.writeLong(card.templateId());
      writeId(out, card.subject());
    }
    out.writeInt(section.index().length);
    out.write(section.index());
  }

  private static Section section(DataInputStream in) throws IOException {
    UUID gallery = readId(in);
    String modelId = in.readUTF();
    int dimension = in.readInt();
    int count = count(in);
    List<Card> cards = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cards.add(new Card(in.readLong(), readId(in)));
    }
    byte[] index = in.readNBytes(in.readInt());
    return new Section(gallery, modelId, dimension, cards, index);
  }

  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MAX_COUNT) {
      throw new IOException("an impossible count");
    }
    return count;
  }

  private static void writeId(DataOutputStream out, UUID id) throws IOException {
    out.writeLong(id.getMostSignificantBits());
    out.writeLong(id.getLeastSignificantBits());
  }

  private static UUID readId(DataInputStream in) throws IOException {
    return new UUID(in.readLong(), in.readLong());
  }

  private static FacedeskException broken(Exception cause) {
    return new FacedeskException(
        ErrorCode.SNAPSHOT_BROKEN, "the gallery's snapshot cannot be used", cause);
  }
}
