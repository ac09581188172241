package org.facedesk.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireFormatTest {
  private final WireFormat format = new WireFormat();

  @Nested
  class Reading {
    @Test
    void takesWhatItKnowsAndLeavesTheRest() {
      StartEnrollment body =
          format.read(
              """
              {"user_id":"u1","session_type":"mobile","later":{"a":[1]},
               "metadata":{"target_samples":5,"device_info":{"os":"x"},"more":true,
                           "liveness":{"protocol":"challenge/1","capabilities":["pose"]}}}
              """,
              StartEnrollment.class);
      assertThat(body.userId()).isEqualTo("u1");
      assertThat(body.sessionType()).isEqualTo("mobile");
      assertThat(body.wishes().targetSamples()).isEqualTo(5);
      assertThat(Objects.requireNonNull(body.wishes().liveness()).capabilities())
          .isEqualTo(List.of("pose"));
    }

    @Test
    void aSecretMayBeCalledSecretKey() {
      assertThat(
              format
                  .read("{\"api_key\":\"a\",\"secret_key\":\"s\"}", ClientLogin.class)
                  .apiSecret())
          .isEqualTo("s");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{",
          "null",
          "[]",
          "\"text\"",
          "{} {}",
          "{\"user_id\":\"a\",\"user_id\":\"b\"}",
          "{\"metadata\":3}",
          "{\"metadata\":{\"target_samples\":3.5}}",
          "{\"metadata\":{\"liveness\":{\"capabilities\":[null]}}}",
          "{\"metadata\":{\"target_samples\":99999999999}}",
          "{'user_id':1}"
        })
    void refusesWhatIsNotThisObject(String json) {
      assertRefused(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5.0", "5e0", "50e-1"})
    void wholeNumbersMayBeWrittenWithAFraction(String number) {
      StartEnrollment read =
          format.read(
              "{\"user_id\":\"u\",\"metadata\":{\"target_samples\":" + number + "}}",
              StartEnrollment.class);
      assertThat(read.metadata()).isNotNull();
      assertThat(read.metadata().targetSamples()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.5", "1e99", "1e-400", "99999999999", "\"5\"", "true", "[5]", "NaN"})
    void refusesWhatIsNoWholeNumber(String number) {
      assertRefused("{\"user_id\":\"u\",\"metadata\":{\"target_samples\":" + number + "}}");
    }

    @Test
    void refusesNestingThatIsTooDeep() {
      assertRefused("{\"metadata\":" + "[".repeat(5000) + "]".repeat(5000) + "}");
      assertRefused("{\"x\":" + "[".repeat(5000));
    }

    @Test
    void refusesNumbersOfAbsurdLength() {
      assertRefused("{\"x\":" + "9".repeat(1000) + "}");
    }

    @Test
    void refusesBrokenUtf8() {
      byte[] json = "{\"user_id\":\"??\"}".getBytes(StandardCharsets.US_ASCII);
      json[12] = (byte) 0xC3;
      json[13] = (byte) 0x28;
      assertThatThrownBy(() -> format.read(json, StartEnrollment.class))
          .isInstanceOf(FacedeskException.class);
    }

    @Test
    void doesNotRepeatTheInputInItsRefusal() {
      assertThatExceptionOfType(FacedeskException.class)
          .isThrownBy(() ->
              format.read(
                  "{\"metadata\":{\"target_samples\":\"Ada Lovelace\"}}", StartEnrollment.class))
          .withMessageContaining("metadata.target_samples")
          .withMessageNotContaining("Ada");
    }

    private void assertRefused(String json) {
      assertThatExceptionOfType(FacedeskException.class)
          .isThrownBy(() -> format.read(json, StartEnrollment.class))
          .matches(e -> e.code() == ErrorCode.INVALID_REQUEST);
    }
  }

  @Nested
  class Writing {
    @Test
    void namesAreInSnakeCaseAndNullsAreLeftOut() {
      String json =
          format.write(new ServerMessage.Problem("Too fast.", 429, "RATE_LIMITED", "c1", null));
      assertThat(json)
          .isEqualTo(
              "{\"type\":\"error\",\"error\":\"Too fast.\",\"code\":429,"
                  + "\"reason\":\"RATE_LIMITED\",\"correlation_id\":\"c1\"}");
      assertThat(
              format.write(
                  new ServerMessage.AuthenticationComplete(
                      false, false, null, null, null, 4, 0, true, null, "no_match", "No.")))
          .doesNotContain("user_id", "confidence", "encrypted_data")
          .contains("\"type\":\"authentication_complete\"", "\"authenticated\":false");
      assertThat(format.write(new ServerMessage.Pong())).isEqualTo("{\"type\":\"pong\"}");
    }

    @Test
    void anAbsentOldPhotoIsAnExplicitNull() {
      SealedResult sealed = new SealedResult("p", "AES-256-CBC", "api_key", "m", "v", "i");
      assertThat(
              format.write(
                  new ServerMessage.EnrollmentComplete(
                      true, new UUID(0, 1), 9, true, 1, true, 0.8, null, sealed, "Done.", null)))
          .contains("\"similarity_with_old_photo\":null")
          .contains("\"encrypted_data\":{\"encrypted_payload\":\"p\"")
          .doesNotContain("visual_data");
    }
  }

  @Nested
  class Frames {
    @Test
    void areReadFromDataUrlsAndFromBareBase64() {
      assertThat(picture("data:image/jpeg;base64,AQID")).containsExactly(1, 2, 3);
      assertThat(picture("AQID")).containsExactly(1, 2, 3);
      assertThat(picture("-_8=")).isEqualTo(new byte[] {(byte) 0xFB, (byte) 0xFF});
      assertThat(picture("AQ\r\nID")).containsExactly(1, 2, 3);
      assertThat(picture("DATA:image/JPEG;charset=utf-8;BASE64,AQI=\n")).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "data:image/jpeg,plain",
          "data:nothing",
          "!!!",
          "AQI D",
          "AQ=D",
          "AQI\u0141",
          "data:;base6,4,AQID",
          "A",
          "",
          "data:;base64,"
        })
    void refuseWhatIsNeither(String image) {
      assertThatExceptionOfType(FacedeskException.class)
          .isThrownBy(() -> picture(image))
          .matches(e -> e.code() == ErrorCode.INVALID_IMAGE);
    }

    @Test
    void refuseMoreThanOneMebibyte() {
      String large =
          java.util.Base64.getEncoder().encodeToString(new byte[WireFormat.MAX_IMAGE + 1]);
      assertThatExceptionOfType(FacedeskException.class)
          .isThrownBy(() -> picture(large))
          .matches(e -> e.code() == ErrorCode.IMAGE_TOO_LARGE);
    }

    @Test
    void needNoType() {
      ClientMessage message = ClientMessage.read(format, "{\"image\":\"AQID\",\"ts\":12.7}");
      assertThat(message).isEqualTo(new ClientMessage.FramePicture("AQID", 12L, null, null));
    }

    @Test
    void needAnImage() {
      assertThatThrownBy(() -> ClientMessage.read(format, "{\"type\":\"frame\"}"))
          .isInstanceOf(FacedeskException.class);
    }

    @Test
    void pingsAreNoFrames() {
      assertThat(ClientMessage.read(format, "{\"type\":\"ping\"}"))
          .isEqualTo(new ClientMessage.Ping());
      assertThatThrownBy(() -> ClientMessage.read(format, "{\"type\":\"dance\"}"))
          .isInstanceOf(FacedeskException.class);
    }

    private static byte[] picture(String image) {
      return ClientMessage.picture(image);
    }
  }
}
