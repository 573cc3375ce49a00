package io.playcaller.ingest.identity.app;

import io.playcaller.contracts.register.DomainRecord;
import io.playcaller.ingest.identity.ClaimedDomains;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The domains that accounts claim. */
public interface Domains {

    /**
     * The claims on a day that addresses are under, as they are stored now. Nothing is asked where no address can be under
     * one. Fails when the store is away.
     *
     * @param emails whatever senders call so
     * @param on UTC
     */
    Uni<ClaimedDomains> of(Collection<String> emails, LocalDate on);

    /**
     * Claims, also past ones and those to come, in the order of their domains.
     *
     * @param accountId of one account; null of all
     * @param after a domain; empty from the first on
     */
    Uni<List<DomainRecord>> claims(@Nullable String accountId, String after, int limit);
}
