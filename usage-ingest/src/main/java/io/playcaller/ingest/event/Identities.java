package io.playcaller.ingest.event;

import io.playcaller.ingest.identity.ClaimedDomains;
import io.playcaller.ingest.identity.MergedAccounts;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.PersonRef;
import java.util.Map;

/**
 * What is known of those whom a delivery names.
 *
 * @param people everybody whom it names
 * @param domains that accounts claim, of the addresses that it says of people who may be placed by them
 */
public record Identities(Map<ExternalId, PersonRef> people, ClaimedDomains domains, MergedAccounts merged) {

    /** Where no domain is asked. */
    public Identities(Map<ExternalId, PersonRef> people, MergedAccounts merged) {
        this(people, ClaimedDomains.NONE, merged);
    }
}
