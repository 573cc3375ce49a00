package io.playcaller.ingest.register.out;

import io.playcaller.contracts.RegisterKey;
import io.playcaller.contracts.register.DomainRecord;
import io.playcaller.ingest.identity.ClaimedDomains;
import io.playcaller.ingest.identity.MailDomains;
import io.playcaller.ingest.identity.app.Domains;
import io.playcaller.ingest.postgres.out.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PgDomains implements Domains {

    private static final String CLAIMS = "select record_key, record from register_record where record_key = any($1)";

    private static final String LIST = """
            select record_key, record from register_record
            where record_key like 'domain/%' and record_key > $1 and ($2::text is null or account_id = $2)
            order by record_key limit $3
            """;

    private final Pool pool;
    private final MailDomains mail;

    PgDomains(Pool pool, MailDomains mail) {
        this.pool = pool;
        this.mail = mail;
    }

    @Override
    public Uni<ClaimedDomains> of(Collection<String> emails, LocalDate on) {
        List<String> keys = ClaimRows.keys(emails, mail);
        return keys.isEmpty()
                ? Uni.createFrom().item(ClaimedDomains.NONE)
                : pool.preparedQuery(CLAIMS)
                        .execute(Tuple.of(keys.toArray(String[]::new)))
                        .map(rows -> ClaimRows.on(
                                on, Rows.all(rows, row -> ClaimRows.claim(row.getString(0), row.getString(1)))));
    }

    @Override
    public Uni<List<DomainRecord>> claims(@Nullable String accountId, String after, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(RegisterKey.domain(after), accountId, limit))
                .map(rows -> Rows.all(rows, row -> ClaimRows.claim(row.getString(0), row.getString(1))));
    }
}
