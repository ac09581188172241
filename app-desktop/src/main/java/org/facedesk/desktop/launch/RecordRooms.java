package org.facedesk.desktop.launch;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.facedesk.admin.AuditTrail;
import org.facedesk.admin.ClientAdministration;
import org.facedesk.admin.PeopleAdministration;
import org.facedesk.admin.PeopleHistory;
import org.facedesk.admin.PeopleImport;
import org.facedesk.admin.PeopleSearch;
import org.facedesk.admin.PersonExport;
import org.facedesk.admin.SessionWatch;
import org.facedesk.admin.Unlocking;
import org.facedesk.admin.WebhookAdministration;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.desktop.audit.AuditServices;
import org.facedesk.desktop.audit.AuditView;
import org.facedesk.desktop.clients.ClientsServices;
import org.facedesk.desktop.clients.ClientsView;
import org.facedesk.desktop.people.PeopleServices;
import org.facedesk.desktop.people.PeopleView;
import org.facedesk.desktop.sessions.SessionsView;
import org.facedesk.desktop.ui.Room;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Store;

/** The rooms about records, over a running station: people, sessions, clients, the trail. */
final class RecordRooms {
  private RecordRooms() {}

  static List<Room> of(Station running, ClientRecord desk) {
    Store store = running.store();
    InstantSource clock = InstantSource.system();
    ClientsServices clients =
        new ClientsServices(
            new ClientAdministration(store, clock).telling(running::shutOut),
            actor -> new WebhookAdministration(store, clock, actor));
    return List.of(
        PeopleView.room(people(running, desk, clock)),
        SessionsView.room(new SessionWatch(store, running.liveSessions())),
        ClientsView.room(clients),
        AuditView.room(new AuditServices(new AuditTrail(store), () -> names(store))));
  }

  private static PeopleServices people(Station running, ClientRecord desk, InstantSource clock) {
    Store store = running.store();
    return new PeopleServices(
        new PeopleSearch(store),
        new PeopleHistory(store),
        new PeopleAdministration(store, running.gallery(), clock),
        new Unlocking(store, clock),
        new PersonExport(store, clock),
        new PeopleImport(store, clock, new IntakePhotos(running.pictures())),
        desk,
        id -> client(store, id));
  }

  private static ClientRecord client(Store store, UUID id) {
    return store
        .clients()
        .byId(id)
        .orElseThrow(() -> new FacedeskException(ErrorCode.NOT_FOUND, "there is no such client"));
  }

  /** How the trail has operators and clients, and what they are called. */
  private static Map<String, String> names(Store store) {
    Map<String, String> names =
        store.clients().all().stream()
            .collect(Collectors.toMap(client -> "client:" + client.id(), ClientRecord::name));
    store
        .operators()
        .all()
        .forEach(operator -> names.put("operator:" + operator.id(), operator.name()));
    return names;
  }
}
