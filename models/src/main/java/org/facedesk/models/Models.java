package org.facedesk.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The model files of this station, each checked against the manifest's SHA-256 whenever it is read.
 * Immutable; safe for many threads.
 */
public final class Models {
  /** Names a folder with a manifest and files that replace the ones on the class path. */
  public static final String FOLDER_PROPERTY = "facedesk.models";

  private static final String MANIFEST = "manifest.json";

  private final Source source;
  private final Map<ModelRole, ModelEntry> entries;

  private Models(Source source) {
    this.source = source;
    this.entries = manifest(source);
  }

  /**
   * The folder named by the system property {@value #FOLDER_PROPERTY}, or without one the models on
   * the class path.
   *
   * @throws FacedeskException MODEL_MISSING or MODEL_CORRUPT if there is no usable manifest
   */
  public static Models shipped() {
    String folder = System.getProperty(FOLDER_PROPERTY);
    return folder == null || folder.isBlank()
        ? new Models(Models.class::getResourceAsStream)
        : in(Path.of(folder));
  }

  /**
   * @param folder holds {@code manifest.json} and the files it names
   */
  public static Models in(Path folder) {
    return new Models(name -> {
      try {
        return Files.newInputStream(folder.resolve(name));
      } catch (NoSuchFileException e) {
        return null;
      }
    });
  }

  public ModelEntry entry(ModelRole role) {
    ModelEntry entry = entries.get(role);
    if (entry == null) {
      throw new FacedeskException(
          ErrorCode.MODEL_MISSING, "the models' manifest has no entry for " + role);
    }
    return entry;
  }

  /**
   * The whole file, verified.
   *
   * @throws FacedeskException MODEL_MISSING if there is no such file, MODEL_CORRUPT if its SHA-256
   *     is not the manifest's
   */
  public byte[] read(ModelRole role) {
    ModelEntry entry = entry(role);
    byte[] bytes = bytes(source, entry.file());
    String actual = HexFormat.of().formatHex(sha256().digest(bytes));
    if (!actual.equalsIgnoreCase(entry.sha256())) {
      throw new FacedeskException(
          ErrorCode.MODEL_CORRUPT,
          "%s has SHA-256 %s, expected %s".formatted(entry.file(), actual, entry.sha256()));
    }
    return bytes;
  }

  private static Map<ModelRole, ModelEntry> manifest(Source source) {
    JsonMapper json =
        JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();
    Map<ModelRole, ModelEntry> entries = new EnumMap<>(ModelRole.class);
    try {
      Manifest manifest = json.readValue(bytes(source, MANIFEST), Manifest.class);
      for (ModelEntry entry : manifest.files()) {
        if (entries.put(entry.role(), entry) != null) {
          throw new FacedeskException(
              ErrorCode.MODEL_CORRUPT, "the models' manifest names " + entry.role() + " twice");
        }
      }
    } catch (JacksonException e) {
      throw new FacedeskException(
          ErrorCode.MODEL_CORRUPT, "the models' manifest cannot be read", e);
    }
    return Map.copyOf(entries);
  }

  private static byte[] bytes(Source source, String name) {
    try (InputStream in = source.open(name)) {
      if (in == null) {
        throw new FacedeskException(ErrorCode.MODEL_MISSING, "there is no model file " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new FacedeskException(
          ErrorCode.MODEL_MISSING, "the model file " + name + " cannot be read", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private record Manifest(int schema, List<ModelEntry> files) {}

  /** Opens a file by name; null if there is none. */
  private interface Source {
    @Nullable InputStream open(String name) throws IOException;
  }
}
