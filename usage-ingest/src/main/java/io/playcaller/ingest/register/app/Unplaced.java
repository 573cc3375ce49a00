package io.playcaller.ingest.register.app;

import io.playcaller.contracts.register.DomainRecord;
import io.playcaller.ingest.identity.DomainName;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;

/** People of whom nobody has said which account they are of, while accounts claim domains. */
public interface Unplaced {

    /** Claims, also past ones, in the order of their domains, after one. */
    Uni<List<DomainRecord>> claims(String after, int limit);

    /** Ids of those whose address is of one of the domains or below it, and whom a domain may place; in order, after one. */
    Uni<List<String>> under(Collection<DomainName> domains, String after, int limit);
}
