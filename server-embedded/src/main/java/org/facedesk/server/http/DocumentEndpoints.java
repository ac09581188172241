package org.facedesk.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The protocol's documents, and a page to read them ({@code /docs/}). The page comes whole from the
 * station: it loads nothing from elsewhere, and its policy would not let it.
 */
public final class DocumentEndpoints {
  private static final String WEBJAR = "META-INF/resources/webjars/swagger-ui/";
  private static final String VERSION = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

  /** What is served, and as what. */
  private static final Map<String, String> TYPES =
      Map.of(
          "index.html", "text/html; charset=utf-8",
          "start.js", "text/javascript; charset=utf-8",
          "swagger-ui.css", "text/css; charset=utf-8",
          "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
          "favicon-32x32.png", "image/png");

  /** Nothing from elsewhere, and no script or style inside the page. */
  private static final Map<String, String> POLICY =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

  private final ObjectNode openApi;
  private final ObjectNode asyncApi;
  private final String webjar = WEBJAR + version() + "/";

  public DocumentEndpoints(ObjectNode openApi, ObjectNode asyncApi) {
    this.openApi = openApi;
    this.asyncApi = asyncApi;
  }

  public Answer openApi(Call call) {
    return Answer.ok(openApi);
  }

  public Answer asyncApi(Call call) {
    return Answer.ok(asyncApi);
  }

  public Answer page(Call call) {
    return file("index.html");
  }

  public Answer part(Call call) {
    return file(call.parameter("file"));
  }

  private Answer file(String name) {
    String type = TYPES.get(name);
    if (type == null) {
      throw new FacedeskException(ErrorCode.NOT_FOUND, "There is nothing at this address.");
    }
    byte[] own = read(DocumentEndpoints.class.getResourceAsStream("docs/" + name));
    byte[] bytes =
        own == null
            ? read(DocumentEndpoints.class.getClassLoader().getResourceAsStream(webjar + name))
            : own;
    if (bytes == null) {
      throw new IllegalStateException(name + " is not among the station's files");
    }
    return new Answer(200, type, bytes, POLICY);
  }

  private static byte @Nullable [] read(@Nullable InputStream resource) {
    if (resource == null) {
      return null;
    }
    try (resource) {
      return resource.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = DocumentEndpoints.class.getClassLoader().getResourceAsStream(VERSION)) {
      if (in == null) {
        throw new IllegalStateException("Swagger UI is not among the station's libraries");
      }
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
