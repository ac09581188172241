package org.facedesk.server.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageAssemblyTest implements MessageAssembly.Listener {
  private final List<String> heard = new ArrayList<>();
  private boolean listening = true;
  private final MessageAssembly assembly = new MessageAssembly(10, this);

  @Test
  void wholeAndPartialMessagesComeOutWhole() {
    assembly.textPart("one", true);
    assembly.textPart("tw", false);
    assembly.textPart("o", true);
    assembly.textPart("th", false);
    assembly.textPart("ree", false);
    assembly.textPart("", true);
    assembly.binaryPart(ByteBuffer.wrap(new byte[] {1}), false);
    assembly.binaryPart(ByteBuffer.wrap(new byte[] {2, 3}), true);
    assembly.binaryPart(ByteBuffer.wrap(new byte[] {4}), true);
    assertThat(heard).containsExactly("one", "two", "three", "3 bytes", "1 bytes");
  }

  @Test
  void exactlyTheLimitPasses() {
    assembly.textPart("12345", false);
    assembly.textPart("67890", true);
    assertThat(heard).containsExactly("1234567890");
  }

  @Test
  void oneMoreIsToldOnceAndNothingIsHeardAfterwards() {
    assembly.textPart("1234567890", false);
    assembly.textPart("1", false);
    assembly.textPart("2", true);
    assembly.textPart("again", true);
    assembly.binaryPart(ByteBuffer.wrap(new byte[1]), true);
    assertThat(heard).containsExactly("too big");
  }

  @Test
  void binaryMessagesAreCountedToo() {
    assembly.binaryPart(ByteBuffer.wrap(new byte[6]), false);
    assembly.binaryPart(ByteBuffer.wrap(new byte[6]), false);
    assertThat(heard).containsExactly("too big");
  }

  @Test
  void onceNobodyListensAMessageThatHasBegunIsForgotten() {
    assembly.textPart("12345678", false);
    listening = false;
    assembly.textPart("9", false);
    listening = true;
    assembly.textPart("0", true);
    assembly.binaryPart(ByteBuffer.wrap(new byte[11]), true);
    assertThat(heard).isEmpty();
  }

  @Override
  public boolean listening() {
    return listening;
  }

  @Override
  public void text(String message) {
    heard.add(message);
  }

  @Override
  public void binary(byte[] message) {
    heard.add(message.length + " bytes");
  }

  @Override
  public void tooBig() {
    heard.add("too big");
  }
}
