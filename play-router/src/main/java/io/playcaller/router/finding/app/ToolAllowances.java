package io.playcaller.router.finding.app;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.delivery.Allowance;
import io.playcaller.router.delivery.app.Allowances;
import io.playcaller.router.delivery.out.PgAllowances;
import io.playcaller.router.delivery.out.PgAllowances.Standing;
import io.playcaller.router.finding.Finding;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Tools of whose allowance much is used, one finding a tool, for a day after it was last so: allowances come back by and by. */
@ApplicationScoped
class ToolAllowances implements FindingSource {

    private static final String PREFIX = "allowance/";

    private final Allowances heard;
    private final PgAllowances store;

    ToolAllowances(Allowances heard, PgAllowances store) {
        this.heard = heard;
        this.store = store;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    /** What this replica heard is written first, so that all see the same. */
    @Override
    public Uni<List<Finding>> look(Transaction tx) {
        return store.note(tx, heard.takeNew())
                .chain(() -> store.standing(tx))
                .map(standing ->
                        standing.stream().flatMap(one -> of(one).stream()).toList());
    }

    static Optional<Finding> of(Standing standing) {
        return standing.told()
                .map(percent -> new Finding(
                        PREFIX + standing.connector(),
                        Reason.DQ_ALLOWANCE_LOW,
                        percent >= Allowance.MOST ? Severity.HIGH : Severity.MEDIUM,
                        percent + "%",
                        "%s allows %d requests and %d of them were used when it last said so: above %d%% within a day"
                                .formatted(
                                        standing.connector(),
                                        standing.last().allowed(),
                                        standing.last().used(),
                                        percent),
                        List.of("When all are used it takes nothing until they come back; what waits is sent then")));
    }
}
