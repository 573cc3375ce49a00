package io.playcaller.ingest.door.privacy.file;

import static io.playcaller.ingest.privacy.Treatment.DROP;
import static io.playcaller.ingest.privacy.Treatment.HASH;
import static io.playcaller.ingest.privacy.Treatment.MASK;

import io.playcaller.ingest.door.webhook.FactShape;
import io.playcaller.ingest.privacy.Needs;
import io.playcaller.ingest.privacy.Treatment;
import java.util.List;

/**
 * What the doors need of any event, by the places of the Segment API and of CloudEvents in structured mode. Who did it may be
 * hashed: a hash is the same each time. Which account it is may not: the register knows accounts by their own ids.
 */
final class DoorNeeds {

    private static final List<String> UNTOUCHED = List.of(
            // Segment
            "/type",
            "/timestamp",
            "/originalTimestamp",
            "/sentAt",
            "/receivedAt",
            "/integrations",
            "/integrations/Playcaller",
            "/accountId",
            "/groupId",
            "/context/groupId",
            "/context/impersonated",
            // CloudEvents
            "/specversion",
            "/source",
            "/time",
            "/datacontenttype",
            "/accountid",
            "/data",
            "/data_base64",
            "/data/accountId",
            "/data/personId",
            "/data/personIds",
            "/data/personIds/*",
            "/data/amount",
            "/data/amount/*",
            "/data/issuedOn",
            "/data/dueOn",
            "/data/factSource",
            "/data/factType",
            "/data/from",
            "/data/until");

    private static final List<String> HASHED_AT_MOST = List.of(
            "/messageId",
            "/userId",
            "/anonymousId",
            "/previousId",
            "/from",
            "/to",
            "/event",
            "/id",
            "/data/userId",
            "/data/userIds",
            "/data/userIds/*",
            "/data/invoiceId",
            "/data/factId");

    /** Masked or hashed, the event could not be read any more, or would speak of another contract. */
    private static final List<String> DROPPED_AT_MOST = List.of(
            "/properties",
            "/properties/quantity",
            "/properties/meaningful",
            "/traits",
            "/context",
            "/context/traits",
            "/data/contractId",
            "/data/paidOn",
            "/data/reason");

    static final Needs ALL = all();

    private DoorNeeds() {}

    private static Needs all() {
        Needs needs = all(UNTOUCHED)
                .and(all(HASHED_AT_MOST, HASH))
                .and(all(DROPPED_AT_MOST, DROP))
                // That somebody acts as another must be seen, and not who.
                .and(Needs.at("/context/impersonator", MASK, HASH));
        for (FactShape fact : FactShape.byName().values()) {
            for (String name : fact.fields().keySet()) {
                needs = needs.and(Needs.at("/data/" + name, fact.bears(name)));
            }
        }
        return needs;
    }

    private static Needs all(List<String> places, Treatment... allowed) {
        return places.stream().map(place -> Needs.at(place, allowed)).reduce(Needs.NONE, Needs::and);
    }
}
