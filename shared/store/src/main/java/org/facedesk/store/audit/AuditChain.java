package org.facedesk.store.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.facedesk.core.Seal;
import org.facedesk.store.Audit;
import org.facedesk.store.AuditEvent;
import org.jspecify.annotations.Nullable;

/**
 * The links of the trail. A link is {@code SHA-256(previous ‖ number ‖ milliseconds ‖ action ‖
 * actor ‖ client ‖ subject ‖ correlation id ‖ details)}: integers big endian, every text as its
 * length in bytes and UTF-8 (length -1 for none), details as their count and then key and value in
 * the order of the keys. The lengths make the encoding unambiguous.
 */
public final class AuditChain {
  /** What the first entry follows: 32 zero bytes. */
  private static final byte[] START = new byte[32];

  private AuditChain() {}

  public static byte[] start() {
    return START.clone();
  }

  /** The entry that follows on a link. The time is kept in milliseconds, as it is hashed. */
  public static Audit.Entry next(long number, byte[] previous, Instant at, AuditEvent event) {
    Instant time = at.truncatedTo(ChronoUnit.MILLIS);
    return new Audit.Entry(number, time, event, previous, hash(number, previous, time, event));
  }

  /** Whether the entry stands where it should, follows that link, and is what it was. */
  public static boolean follows(Audit.Entry entry, long number, byte[] previous) {
    return entry.number() == number
        && Arrays.equals(entry.previousHash(), previous)
        && Arrays.equals(entry.hash(), hash(number, previous, entry.at(), entry.event()));
  }

  /** What the station alone can compute about the end of the chain. */
  public static byte[] mark(Seal seal, long number, byte[] hash) {
    return seal.lookup("audit-head", number + ":" + HexFormat.of().formatHex(hash));
  }

  /** The same about where the chain begins since its oldest entries were forgotten. */
  public static byte[] startMark(Seal seal, long number, byte[] hash) {
    return seal.lookup("audit-start", number + ":" + HexFormat.of().formatHex(hash));
  }

  private static byte[] hash(long number, byte[] previous, Instant at, AuditEvent event) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(previous);
      out.writeLong(number);
      out.writeLong(at.toEpochMilli());
      text(out, event.action());
      text(out, event.actor());
      text(out, event.client() == null ? null : event.client().toString());
      text(out, event.subject());
      text(out, event.correlationId());
      out.writeInt(event.details().size());
      for (Map.Entry<String, String> detail : new TreeMap<>(event.details()).entrySet()) {
        text(out, detail.getKey());
        text(out, detail.getValue());
      }
      return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void text(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
