package io.playcaller.router.outcome.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.router.outcome.Look;
import io.playcaller.router.outcome.RunStanding;
import io.playcaller.router.outcome.out.OutcomeEvents;
import io.playcaller.router.outcome.out.PgLooks;
import io.playcaller.router.outcome.out.PgLooks.Found;
import io.playcaller.router.outcome.out.PgRunStandings;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Tells how runs ended, and how their accounts stood then and 30, 60 and 90 days after they began: each once, of both arms. */
@ApplicationScoped
public class Outcomes {

    private static final Logger LOG = Logger.getLogger(Outcomes.class);

    private final Transactions transactions;
    private final PgRunStandings standings;
    private final PgLooks looks;
    private final OutcomeEvents events;
    private final MeterRegistry meters;

    Outcomes(
            Transactions transactions,
            PgRunStandings standings,
            PgLooks looks,
            OutcomeEvents events,
            MeterRegistry meters) {
        this.transactions = transactions;
        this.standings = standings;
        this.looks = looks;
        this.events = events;
        this.meters = meters;
    }

    /**
     * Belongs to the transaction that wrote the starts of runs: notes when they will be looked back at. What was noted before, and what is
     * of a day that has passed, is left out, so that runs that are already known may be among them.
     */
    public Uni<Void> begun(Transaction tx, List<Look> back) {
        List<Look> toCome =
                back.stream().filter(look -> look.dueAt().isAfter(tx.now())).toList();
        return toCome.isEmpty() ? Uni.createFrom().voidItem() : looks.planBack(tx, toCome);
    }

    /**
     * Belongs to the transaction that wrote the ends of these runs: notes how their accounts stand now. Fails, and with it the transaction,
     * when one of them ended before.
     *
     * @return what is to be said
     */
    public Uni<List<OutboxRecord>> ended(Transaction tx, Collection<UUID> runs) {
        if (runs.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return standings.find(tx, runs).chain(found -> {
            List<Look> ends = found.stream()
                    .flatMap(one -> Stream.ofNullable(one.end()).map(end -> Look.atEnd(one.playRunId(), end.at())))
                    .toList();
            return looks.planEnds(tx, ends).chain(() -> told(tx, ends, found));
        });
    }

    /** Tells at most so many looks that are due, and answers how many there were. */
    Uni<Integer> lookBack(int atMost) {
        return looks.anyDue()
                .chain(any -> any ? claimAndTell(atMost) : Uni.createFrom().item(0));
    }

    private Uni<Integer> claimAndTell(int atMost) {
        return transactions
                .run(tx -> looks.claim(tx, atMost)
                        .chain(due -> due.isEmpty()
                                ? Uni.createFrom().item(0)
                                : standings.find(tx, runsOf(due)).chain(found -> tell(tx, due, found))))
                .onFailure()
                .recoverWithUni(failure -> atMost > 1 ? claimAndTell(1) : postponeFirst(failure));
    }

    /** Of a set that cannot be written, the looks are taken one by one, and the one at fault is left for a minute. */
    private Uni<Integer> postponeFirst(Throwable failure) {
        return transactions
                .run(tx -> looks.claim(tx, 1).call(first -> looks.postpone(tx, first)))
                .invoke(first -> first.forEach(
                        look -> LOG.errorf(failure, "%s cannot be told; it is tried again in a minute", look)))
                .map(List::size);
    }

    /** Of a look whose run is not found there is nothing to tell; it is left for a minute, so that it does not come at once again. */
    private Uni<Integer> tell(Transaction tx, List<Look> due, List<RunStanding> found) {
        Set<UUID> known = found.stream().map(RunStanding::playRunId).collect(Collectors.toSet());
        List<Look> without =
                due.stream().filter(look -> !known.contains(look.playRunId())).toList();
        without.forEach(look -> LOG.errorf("%s has no run; it is tried again in a minute", look));
        return told(tx, due, found)
                .chain(said -> tx.say(said))
                .chain(() -> without.isEmpty() ? Uni.createFrom().voidItem() : looks.postpone(tx, without))
                .replaceWith(due.size());
    }

    private Uni<List<OutboxRecord>> told(Transaction tx, List<Look> due, List<RunStanding> standings) {
        Map<UUID, RunStanding> byRun =
                standings.stream().collect(Collectors.toMap(RunStanding::playRunId, Function.identity()));
        List<Found> found = due.stream()
                .flatMap(look -> Stream.ofNullable(byRun.get(look.playRunId())).map(one -> new Found(look, one)))
                .toList();
        return looks.told(tx, found)
                .map(done -> found.stream().map(one -> record(tx, one)).toList());
    }

    private OutboxRecord record(Transaction tx, Found found) {
        RunStanding standing = found.standing();
        Look look = found.look();
        meters.counter(
                        "router.outcomes",
                        "arm",
                        standing.arm().name().toLowerCase(Locale.ROOT),
                        "days",
                        String.valueOf(look.days()))
                .increment();
        return look.isAtEnd() ? events.of(standing.ended()) : events.of(standing.lookedBack(look.days(), tx.now()));
    }

    private static List<UUID> runsOf(List<Look> due) {
        return due.stream().map(Look::playRunId).distinct().toList();
    }
}
