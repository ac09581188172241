package org.facedesk.desktop.clients;

import org.facedesk.admin.ClientAdministration;
import org.facedesk.admin.WebhookAdministration;
import org.facedesk.desktop.records.RecordsStation;

/** The clients screen's services over a station in memory. */
public final class ClientsDesk {
  private ClientsDesk() {}

  public static ClientsServices services(RecordsStation station) {
    return new ClientsServices(
        new ClientAdministration(station.store, station.clock),
        actor -> new WebhookAdministration(station.store, station.clock, actor));
  }

  static ClientsViewModel model(RecordsStation station) {
    return new ClientsViewModel(services(station), RecordsStation.atOnce(), station.signedIn);
  }
}
