package org.facedesk.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
  @ParameterizedTest
  @CsvSource({
    "90067, STORE_UNAVAILABLE",
    "08006, STORE_UNAVAILABLE",
    "90020, STORE_IN_USE",
    "40P01, OVERLOADED",
    "22001, INTERNAL"
  })
  void whatCallersAreToldNamesNoStateAndNothingOfTheDrivers(String state, ErrorCode code) {
    SQLException fault = new SQLException("value too long: Ada", state);
    FacedeskException told = Faults.translated(new IllegalStateException(fault));
    assertThat(told.code()).isEqualTo(code);
    assertThat(told.getMessage()).doesNotContain(state, "SQL", "Ada");
    assertThat(told).hasCause(fault);
  }
}
