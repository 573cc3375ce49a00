package io.playcaller.forecast.process.app;

import io.playcaller.contracts.Ids;
import io.playcaller.forecast.config.InForce;
import io.playcaller.forecast.engine.contract.RenewalStage;
import io.playcaller.forecast.engine.process.Criterion;
import io.playcaller.forecast.engine.process.RenewalFacts;
import io.playcaller.forecast.engine.process.RenewalProcess;
import io.playcaller.forecast.engine.process.StageChange;
import io.playcaller.forecast.engine.process.StageRule;
import io.playcaller.forecast.process.StageMove;
import io.playcaller.forecast.renewal.app.Recompute;
import io.playcaller.outbox.relay.OutboxRelay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Moves renewals from stage to stage. */
@ApplicationScoped
public class StageService {

    private final Pool pool;
    private final RenewalCases cases;
    private final InForce<RenewalProcess> inForce;
    private final ProcessStore store;
    private final Recompute recompute;
    private final OutboxRelay relay;

    StageService(
            Pool pool,
            RenewalCases cases,
            InForce<RenewalProcess> inForce,
            ProcessStore store,
            Recompute recompute,
            OutboxRelay relay) {
        this.pool = pool;
        this.cases = cases;
        this.inForce = inForce;
        this.store = store;
        this.recompute = recompute;
        this.relay = relay;
    }

    /**
     * What somebody wants.
     *
     * @param confirms what they say has been done
     * @param leading whether they may go on although something is missing
     */
    public record Wish(RenewalStage stage, String reason, List<String> confirms, String author, boolean leading) {}

    /** What became of it. */
    public sealed interface Answer {

        /** It is so now. */
        record Moved(RenewalStage from, StageMove move) implements Answer {}

        /** It was there already, and nothing was confirmed. */
        record Same(RenewalStage stage) implements Answer {}

        /** Something is missing. */
        record Refused(RenewalStage from, List<String> missing) implements Answer {}
    }

    /**
     * Where a renewal is.
     *
     * @param missing what its exit criteria ask for and is not true
     */
    public record Place(RenewalStage stage, StageRule rule, List<String> missing) {}

    /** Where the renewal of a contract is; empty when it is not up for renewal. */
    public Uni<Optional<Place>> place(String contractId) {
        RenewalProcess process = inForce.now().rules();
        return pool.withTransaction(transaction -> cases.find(transaction, contractId)
                .map(found -> found.map(it -> {
                    RenewalFacts facts = it.renewal().facts(process, it.now());
                    StageRule rule = process.rule(facts.stage());
                    return new Place(facts.stage(), rule, Criterion.missing(rule.exit(), facts));
                })));
    }

    /** Does it; empty when the contract is not up for renewal. */
    public Uni<Optional<Answer>> move(String contractId, Wish wish) {
        return pool.withTransaction(transaction -> cases.hold(transaction, contractId)
                        .chain(found -> found.isEmpty()
                                ? Uni.createFrom().item(Optional.<Answer>empty())
                                : move(transaction, found.get(), wish).map(Optional::of)))
                .invoke(() -> relay.poke());
    }

    private Uni<Answer> move(SqlConnection transaction, RenewalCases.Found found, Wish wish) {
        RenewalProcess process = inForce.now().rules();
        RenewalFacts before = found.renewal().facts(process, found.now());
        RenewalFacts facts = confirmed(before, wish.confirms());
        if (wish.stage() == facts.stage() && facts.confirmed().equals(before.confirmed())) {
            return Uni.createFrom().item(new Answer.Same(facts.stage()));
        }
        StageChange change = StageChange.of(process, facts, wish.stage(), wish.leading());
        if (change instanceof StageChange.Refused refused) {
            return Uni.createFrom().item(new Answer.Refused(facts.stage(), refused.missing()));
        }
        StageMove move = move(found, wish, ((StageChange.Allowed) change).despite());
        return store.add(transaction, List.of(move))
                .chain(() -> recompute.forecast(transaction, List.of(found.accountId())))
                .replaceWith(new Answer.Moved(facts.stage(), move));
    }

    private static StageMove move(RenewalCases.Found found, Wish wish, List<String> despite) {
        var terms = found.renewal().situation().terms();
        return new StageMove(
                Ids.next(),
                terms.contractId(),
                terms.renewalOn(),
                wish.stage(),
                wish.author(),
                wish.reason(),
                wish.confirms(),
                despite,
                found.now());
    }

    private static RenewalFacts confirmed(RenewalFacts facts, List<String> also) {
        Set<String> confirmed = new HashSet<>(facts.confirmed());
        confirmed.addAll(also);
        return new RenewalFacts(
                facts.today(),
                facts.stage(),
                facts.calls(),
                facts.health(),
                facts.lastTouchOn(),
                facts.milestones(),
                facts.openReasons(),
                confirmed);
    }
}
