package org.facedesk.faiss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;

class CpuFeaturesTest {

  /** An Intel processor of 2013, shortened. */
  private static final String HASWELL =
      """
      processor	: 0
      model name	: Intel(R) Core(TM) i5-4570 CPU @ 3.20GHz
      flags		: fpu sse sse2 ssse3 fma cx16 sse4_1 sse4_2 popcnt avx f16c rdrand bmi1 avx2 bmi2

      """;

  /** The generation before it: AVX, but not AVX2, and no fused multiply-add. */
  private static final String IVY_BRIDGE =
      """
      processor	: 0
      model name	: Intel(R) Core(TM) i5-3470 CPU @ 3.20GHz
      flags		: fpu sse sse2 ssse3 cx16 sse4_1 sse4_2 popcnt avx f16c rdrand

      """;

  /** A virtual machine with the plainest of processors. */
  private static final String QEMU_64 =
      """
      processor	: 0
      model name	: QEMU Virtual CPU version 2.5+
      flags		: fpu sse sse2 ht syscall nx lm pni cx16 hypervisor lahf_lm
      """;

  @Test
  void a_processor_with_avx2_lacks_nothing() {
    assertThat(CpuFeatures.missingIn(HASWELL)).isEmpty();
  }

  @Test
  void the_generation_before_lacks_avx2_and_fma() {
    assertThat(CpuFeatures.missingIn(IVY_BRIDGE)).containsExactly("avx2", "fma");
  }

  @Test
  void a_plain_virtual_processor_lacks_everything() {
    assertThat(CpuFeatures.missingIn(QEMU_64)).containsExactly("avx2", "fma", "f16c", "popcnt");
  }

  @Test
  void one_processor_without_is_enough_to_refuse() {
    assertThat(CpuFeatures.missingIn(HASWELL + IVY_BRIDGE)).containsExactly("avx2", "fma");
  }

  @Test
  void avx_alone_is_not_taken_for_avx2() {
    assertThat(CpuFeatures.missingIn("flags : avx avx512f fma f16c popcnt"))
        .containsExactly("avx2");
  }

  @Test
  void a_text_without_flags_proves_nothing() {
    assertThat(CpuFeatures.missingIn("")).isEmpty();
    assertThat(CpuFeatures.missingIn("processor : 0\nBogoMIPS : 50.00\nFeatures : fp asimd"))
        .isEmpty();
  }

  @Test
  void the_refusal_says_what_is_missing_and_what_to_do() {
    assertThat(CpuFeatures.refusal(List.of("avx2", "fma")))
        .contains("lacks AVX2, FMA")
        .contains("Use a computer")
        .contains("virtual machine");
  }

  @Test
  void this_computer_will_do() {
    assertThatCode(CpuFeatures::require).doesNotThrowAnyException();
  }

  @Test
  void an_option_that_the_virtual_machine_does_not_have_proves_nothing() {
    assertThat(CpuFeatures.virtualMachineOption("NoSuchOption", "unknown")).isEqualTo("unknown");
  }

  @Test
  @EnabledOnOs(architectures = {"amd64", "x86_64"})
  void the_virtual_machine_knows_that_this_computer_will_do() {
    assertThat(CpuFeatures.virtualMachineOption("UseAVX", "not asked")).isBetween("2", "3");
    assertThat(CpuFeatures.virtualMachineOption("UseFMA", "not asked")).isEqualTo("true");
    assertThat(CpuFeatures.missingByVirtualMachine()).isEmpty();
  }
}
