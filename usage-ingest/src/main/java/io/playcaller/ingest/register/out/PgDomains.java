package io.playcaller.ingest.register.out;

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

@ApplicationScoped
class PgDomains implements Domains {

    private static final String CLAIMS = "select record_key, record from register_record where record_key = any($1)";

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
}
