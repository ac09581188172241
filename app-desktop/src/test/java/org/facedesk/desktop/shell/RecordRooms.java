package org.facedesk.desktop.shell;

import java.util.List;
import java.util.Map;
import org.facedesk.admin.AuditTrail;
import org.facedesk.desktop.audit.AuditServices;
import org.facedesk.desktop.audit.AuditView;
import org.facedesk.desktop.clients.ClientsDesk;
import org.facedesk.desktop.clients.ClientsView;
import org.facedesk.desktop.people.PeopleDesk;
import org.facedesk.desktop.people.PeopleView;
import org.facedesk.desktop.records.RecordsStation;
import org.facedesk.desktop.sessions.SessionsDesk;
import org.facedesk.desktop.sessions.SessionsView;
import org.facedesk.desktop.ui.Room;

/** The rooms about records, over a test's own station. */
final class RecordRooms {
  private RecordRooms() {}

  static List<Room> over(RecordsStation station, SessionsDesk sessions) {
    return List.of(
        PeopleView.room(PeopleDesk.services(station)),
        SessionsView.room(sessions.watch()),
        ClientsView.room(ClientsDesk.services(station)),
        AuditView.room(new AuditServices(new AuditTrail(station.store), Map::of)));
  }
}
