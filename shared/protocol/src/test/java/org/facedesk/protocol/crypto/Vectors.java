package org.facedesk.protocol.crypto;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The published test vectors. */
record Vectors(String madeBy, List<Vector> vectors) {

  record Vector(
      String name,
      String apiKey,
      String secretKey,
      String sessionToken,
      String sessionType,
      String plainText,
      Sealed encryptedData) {
    EnvelopeKeys keys() {
      return EnvelopeKeys.of(apiKey, secretKey);
    }

    Reading reading() {
      return Reading.valueOf(encryptedData.key().toUpperCase(java.util.Locale.ROOT));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  record Sealed(
      String encryptedPayload, String encryptionMethod, String key, String mac, String v2) {}

  static List<Vector> all() {
    JsonMapper mapper =
        JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    return mapper.readValue(file().toFile(), Vectors.class).vectors();
  }

  private static Path file() {
    Path inProject = Path.of("docs", "vectors", "envelopes.json");
    for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
      if (Files.exists(dir.resolve(inProject))) {
        return dir.resolve(inProject);
      }
    }
    throw new IllegalStateException(inProject + " is not above the working directory");
  }
}
