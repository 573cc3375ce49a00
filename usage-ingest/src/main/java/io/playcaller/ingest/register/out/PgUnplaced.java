package io.playcaller.ingest.register.out;

import io.playcaller.contracts.RegisterKey;
import io.playcaller.contracts.register.DomainRecord;
import io.playcaller.ingest.identity.DomainName;
import io.playcaller.ingest.postgres.out.Rows;
import io.playcaller.ingest.register.app.Unplaced;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PgUnplaced implements Unplaced {

    private static final String CLAIMS = """
            select record_key, record from register_record
            where record_key like 'domain/%' and record_key > $1
            order by record_key limit $2
            """;

    /** The bounds are for the index: between them are the domain, what is below it, and others that go on with a hyphen. */
    private static final String UNDER = """
            select distinct person_id
            from unnest($1::text[]) as claimed (domain)
            join person on email_domain >= claimed.domain collate "C" and email_domain < (claimed.domain || '/') collate "C"
            where account_id is null and not domain_refused and email_domain is not null
              and (email_domain = claimed.domain or starts_with(email_domain, claimed.domain || '.'))
              and person_id > $2
            order by person_id limit $3
            """;

    private final Pool pool;

    PgUnplaced(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<DomainRecord>> claims(String after, int limit) {
        return pool.preparedQuery(CLAIMS)
                .execute(Tuple.of(RegisterKey.domain(after), limit))
                .map(rows -> Rows.all(rows, row -> ClaimRows.claim(row.getString(0), row.getString(1))));
    }

    @Override
    public Uni<List<String>> under(Collection<DomainName> domains, String after, int limit) {
        String[] names = domains.stream().map(DomainName::reversed).toArray(String[]::new);
        return pool.preparedQuery(UNDER)
                .execute(Tuple.of(names, UUID.fromString(after), limit))
                .map(rows -> Rows.all(rows, row -> row.getUUID(0).toString()));
    }
}
