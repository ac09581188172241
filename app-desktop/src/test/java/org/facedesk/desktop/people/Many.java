package org.facedesk.desktop.people;

import java.util.UUID;
import org.facedesk.desktop.records.RecordsStation;
import org.facedesk.store.UserRecord;

/** People by the thousand. */
record Many(RecordsStation station) {
  UserRecord user(int number) {
    return new UserRecord(
        UUID.randomUUID(),
        station.desk.id(),
        "many-" + number,
        "{\"name\":\"Person " + number + "\"}",
        "{}",
        true,
        true,
        null,
        RecordsStation.NOON.plusSeconds(number),
        RecordsStation.NOON);
  }
}
