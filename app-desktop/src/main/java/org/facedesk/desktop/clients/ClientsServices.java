package org.facedesk.desktop.clients;

import java.util.function.Function;
import org.facedesk.admin.Actor;
import org.facedesk.admin.ClientAdministration;
import org.facedesk.admin.WebhookAdministration;

/**
 * What the clients screen stands on.
 *
 * @param webhooks acting for someone
 */
public record ClientsServices(
    ClientAdministration clients, Function<Actor, WebhookAdministration> webhooks) {}
