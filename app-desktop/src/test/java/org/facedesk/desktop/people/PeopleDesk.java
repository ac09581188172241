package org.facedesk.desktop.people;

import java.util.List;
import org.facedesk.admin.PeopleHistory;
import org.facedesk.admin.PeopleImport;
import org.facedesk.admin.PeopleSearch;
import org.facedesk.admin.PersonExport;
import org.facedesk.admin.PhotoReader;
import org.facedesk.admin.Unlocking;
import org.facedesk.desktop.records.RecordsStation;

/** The people screen's services over a station in memory; its photos are all alike. */
public final class PeopleDesk {
  private PeopleDesk() {}

  public static PeopleServices services(RecordsStation station) {
    return new PeopleServices(
        new PeopleSearch(station.store),
        new PeopleHistory(station.store),
        station.people,
        new Unlocking(station.store, station.clock),
        new PersonExport(station.store, station.clock),
        new PeopleImport(
            station.store, station.clock, file -> new PhotoReader.Photo(List.of(), null)),
        station.desk,
        station::client);
  }
}
