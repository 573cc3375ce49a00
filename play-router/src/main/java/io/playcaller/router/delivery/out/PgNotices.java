package io.playcaller.router.delivery.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.contracts.Ids;
import io.playcaller.router.delivery.app.Connector;
import io.playcaller.router.delivery.app.Connectors;
import io.playcaller.router.delivery.mail.out.MailConnector;
import io.playcaller.router.delivery.person.Notice;
import io.playcaller.router.delivery.slack.out.SlackConnector;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes deliveries of notices, to each connector that tells their person. */
@ApplicationScoped
public class PgNotices {

    private static final Set<String> TELLS_PEOPLE = Set.of(MailConnector.NAME, SlackConnector.NAME);

    private static final String INSERT = """
            insert into delivery (delivery_id, connector, purpose, body, created_at, recipient, state, because, decision)
            select t.id, t.connector, t.purpose, t.body, t.created_at, t.recipient,
                   case when stopped.name is not null then 'disabled' else 'pending' end, stopped.because,
                   'A notice, told at once.'
            from (values ($1::uuid, $2::text, $3::text, $4::text, $5::timestamptz, $6::text, $7::text))
                as t (id, connector, purpose, body, created_at, recipient, target)
            left join connector stopped on stopped.name = t.connector and stopped.target = t.target
            on conflict (delivery_id) do nothing""";

    private final Connectors connectors;
    private final CurrentRules rules;

    PgNotices(Connectors connectors, CurrentRules rules) {
        this.connectors = connectors;
        this.rules = rules;
    }

    /** Tells one of our people; nobody where they are not here, or no connector that is configured tells them. */
    public Uni<Void> tell(Transaction tx, @Nullable String staffId, Notice notice) {
        Optional<StaffMember> person = rules.get().directory().personAt(staffId, tx.now());
        Uni<Void> told = Uni.createFrom().voidItem();
        for (Connector connector : person.map(this::tellers).orElse(List.of())) {
            String id = person.orElseThrow().staffId();
            told = told.chain(() -> insert(tx, id, connector, notice));
        }
        return told;
    }

    private List<Connector> tellers(StaffMember person) {
        return connectors.all().stream()
                .filter(one -> TELLS_PEOPLE.contains(one.name()) && one.isConfigured() && person.isToldBy(one.name()))
                .toList();
    }

    private static Uni<Void> insert(Transaction tx, String staffId, Connector connector, Notice notice) {
        Tuple row = Tuple.tuple()
                .addUUID(Ids.derived("notice", notice.noticeId(), staffId, connector.name()))
                .addString(connector.name())
                .addString(Notice.PURPOSE + notice.noticeId())
                .addString(Columns.json(notice))
                .addOffsetDateTime(utc(tx.now()))
                .addString(staffId)
                .addString(connector.target().orElse(null));
        return tx.connection().preparedQuery(INSERT).execute(row).replaceWithVoid();
    }
}
