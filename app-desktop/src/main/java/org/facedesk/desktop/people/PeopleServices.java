package org.facedesk.desktop.people;

import java.util.UUID;
import java.util.function.Function;
import org.facedesk.admin.PeopleAdministration;
import org.facedesk.admin.PeopleHistory;
import org.facedesk.admin.PeopleImport;
import org.facedesk.admin.PeopleSearch;
import org.facedesk.admin.PersonExport;
import org.facedesk.admin.Unlocking;
import org.facedesk.store.ClientRecord;

/**
 * What the people screen stands on.
 *
 * @param desk whose people an import makes, and who alone can be enrolled here
 * @param clients a client by its id; throws NOT_FOUND for an unknown one
 */
public record PeopleServices(
    PeopleSearch search,
    PeopleHistory histories,
    PeopleAdministration people,
    Unlocking unlocking,
    PersonExport export,
    PeopleImport imports,
    ClientRecord desk,
    Function<UUID, ClientRecord> clients) {}
