package org.facedesk.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.facedesk.core.ErrorCode;
import org.facedesk.protocol.Refusal;
import org.facedesk.protocol.ServerMessage;
import org.facedesk.server.Station;
import org.facedesk.server.ws.CloseCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsTest {
  private Station station;

  @BeforeAll
  void start(@TempDir Path folder) {
    station = new Station(folder);
  }

  @AfterAll
  void stop() {
    station.close();
  }

  private JsonNode fetched(String path) {
    var response = station.send(station.request(path));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    return Station.json(response);
  }

  @Test
  void whatIsDescribedIsWhatIsAnswered() {
    List<String> served =
        station.server.addresses().stream()
            .filter(address -> address.matches("[A-Z]+ /(api/.*|health|metrics)"))
            .toList();
    assertThat(OpenApiDocument.described()).containsExactlyInAnyOrderElementsOf(served);
  }

  @Test
  void everyErrorIsDescribedUnderItsStatus() {
    JsonNode responses = fetched("/openapi.json").at("/components/responses");
    for (ErrorCode code : ErrorCode.values()) {
      JsonNode refusal = responses.path("Error" + Refusal.statusOf(code));
      assertThat(refusal.path("description").asString()).contains(code.name() + ": ");
    }
    assertThat(responses.propertyNames())
        .containsExactly(
            "Error400",
            "Error401",
            "Error403",
            "Error404",
            "Error405",
            "Error409",
            "Error413",
            "Error415",
            "Error429",
            "Error500",
            "Error503");
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    for (String path : List.of("/openapi.json", "/asyncapi.json")) {
      JsonNode document = fetched(path);
      assertThat(document.findValuesAsString("$ref"))
          .isNotEmpty()
          .allSatisfy(reference ->
              assertThat(document.at(reference.substring(1)).isMissingNode())
                  .as(reference)
                  .isFalse());
    }
  }

  @Test
  void everyLinkLeadsToAnOperationThatTakesIt() {
    JsonNode document = fetched("/openapi.json");
    assertThat(document.findValues("links").stream().mapToInt(JsonNode::size).sum())
        .isEqualTo(Link.ALL.size());
    for (Link link : Link.ALL) {
      JsonNode target =
          document.findParents("operationId").stream()
              .filter(operation -> operation.path("operationId").asString().equals(link.to()))
              .filter(operation -> operation.has("responses"))
              .findFirst()
              .orElseThrow();
      assertThat(target.path("parameters").findValuesAsString("name")).contains(link.parameter());
    }
  }

  @Test
  void everyExampleFitsItsSchema() {
    JsonNode document = fetched("/openapi.json");
    assertThat(document.findParents("examples"))
        .isNotEmpty()
        .allSatisfy(schema ->
            schema
                .get("examples")
                .forEach(example -> Conformance.check(document, schema, example)));
  }

  @Test
  void everyMessageAndCloseCodeIsDescribed() {
    JsonNode document = fetched("/asyncapi.json");
    assertThat(document.path("asyncapi").asString()).isEqualTo("3.0.0");
    assertThat(Schemas.messageTypes().values())
        .containsExactlyInAnyOrder(ServerMessage.class.getPermittedSubclasses());
    assertThat(document.at("/components/messages").propertyNames())
        .containsAll(Schemas.messageTypes().keySet())
        .contains("client_frame", "client_ping", "client_picture");
    String closing = document.at("/channels/frames/description").asString();
    assertThat(Arrays.stream(CloseCode.values()).map(code -> String.valueOf(code.number())))
        .allSatisfy(code -> assertThat(closing).contains(code));
  }

  @Test
  void operationIdsAreUniqueAndSecurityIsSaid() {
    List<String> ids = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : fetched("/openapi.json").path("paths").properties()) {
      for (JsonNode operation : path.getValue()) {
        ids.add(operation.path("operationId").asString());
        boolean open = ids.getLast().matches("login.*|health.*|status|info|metrics");
        assertThat(operation.path("security").isEmpty()).as(ids.getLast()).isEqualTo(open);
      }
    }
    assertThat(ids).doesNotHaveDuplicates().hasSize(OpenApiDocument.described().size());
  }

  @ParameterizedTest
  @CsvSource({
    "/docs/,text/html; charset=utf-8",
    "/docs,text/html; charset=utf-8",
    "/docs/start.js,text/javascript; charset=utf-8",
    "/docs/swagger-ui-bundle.js,text/javascript; charset=utf-8",
    "/docs/swagger-ui.css,text/css; charset=utf-8"
  })
  void thePageToReadThemComesFromTheStationAlone(String path, String type) {
    var response = station.send(station.request(path));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains(type);
    assertThat(response.body()).isNotEmpty();
    assertThat(response.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("http", "unsafe-eval");
  }

  @Test
  void nothingElseIsServedBesideThePage() {
    for (String name : List.of("swagger-initializer.js", "..%2f..%2fMETA-INF%2fMANIFEST.MF", "x")) {
      Station.assertError(station.send(station.request("/docs/" + name)), 404, "NOT_FOUND");
    }
  }
}
