package org.facedesk.store.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.OwnerOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the station's secret lies: one line of text, {@code facedesk-station-key-1:} and the secret
 * in base64url, readable by the owner alone.
 */
public final class StationKeyFile {
  private static final Logger LOG = LoggerFactory.getLogger(StationKeyFile.class);

  /** Its name in the data folder. */
  public static final String NAME = "station.key";

  private static final byte[] PREFIX =
      "facedesk-station-key-1:".getBytes(StandardCharsets.US_ASCII);

  private final Path file;

  /**
   * @param dataFolder the station's data folder, existing
   */
  public StationKeyFile(Path dataFolder) {
    this.file = dataFolder.resolve(NAME);
  }

  /**
   * Reads the key; rights that let others read it are taken away, with a warning in the log.
   *
   * @return empty if there is no such file
   * @throws FacedeskException STATION_KEY_INVALID if the file is not a station key or cannot be
   *     read
   */
  public Optional<StationKey> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    byte[] text = new byte[0];
    byte[] secret = new byte[0];
    try {
      if (OwnerOnly.repair(file)) {
        LOG.warn(OwnerOnly.WAS_OPEN, file.getFileName());
      }
      text = Files.readAllBytes(file);
      secret = decode(text);
      return Optional.of(new StationKey(secret));
    } catch (IOException | IllegalArgumentException e) {
      throw new FacedeskException(
          ErrorCode.STATION_KEY_INVALID, "The file " + NAME + " is not a readable station key.", e);
    } finally {
      Arrays.fill(text, (byte) 0);
      Arrays.fill(secret, (byte) 0);
    }
  }

  /**
   * Makes a new secret. The file appears complete and on disk, or not at all; one that is there
   * already is never replaced.
   *
   * @throws FacedeskException STATION_KEY_INVALID if there is a key already or the file cannot be
   *     written
   */
  public StationKey create() {
    byte[] secret = new byte[StationKey.LENGTH];
    new SecureRandom().nextBytes(secret);
    byte[] text = encode(secret);
    try {
      OwnerOnly.writeNew(file, ByteBuffer.wrap(text));
      return new StationKey(secret);
    } catch (FileAlreadyExistsException e) {
      throw new FacedeskException(
          ErrorCode.STATION_KEY_INVALID, "Another process has just made a station key here.", e);
    } catch (IOException e) {
      throw new FacedeskException(
          ErrorCode.STATION_KEY_INVALID, "The file " + NAME + " could not be written.", e);
    } finally {
      Arrays.fill(text, (byte) 0);
      Arrays.fill(secret, (byte) 0);
    }
  }

  private static byte[] encode(byte[] secret) {
    byte[] encoded = Base64.getUrlEncoder().encode(secret);
    byte[] text =
        ByteBuffer.allocate(PREFIX.length + encoded.length + 1)
            .put(PREFIX)
            .put(encoded)
            .put((byte) '\n')
            .array();
    Arrays.fill(encoded, (byte) 0);
    return text;
  }

  private static byte[] decode(byte[] text) {
    int end = text.length;
    while (end > 0 && text[end - 1] <= ' ') {
      end--;
    }
    if (end < PREFIX.length || !Arrays.equals(text, 0, PREFIX.length, PREFIX, 0, PREFIX.length)) {
      throw new IllegalArgumentException("the first characters are not those of a station key");
    }
    byte[] encoded = Arrays.copyOfRange(text, PREFIX.length, end);
    byte[] secret = Base64.getUrlDecoder().decode(encoded);
    Arrays.fill(encoded, (byte) 0);
    return secret;
  }
}
