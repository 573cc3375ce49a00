package io.playcaller.router.offboard.app;

import io.playcaller.router.handover.AccountHandOver;
import io.playcaller.router.handover.app.HandOvers;
import io.playcaller.router.handover.out.PgHandOvers;
import io.playcaller.router.offboard.MovedDuties;
import io.playcaller.router.offboard.MovedDuties.HandOver;
import io.playcaller.router.offboard.MovedDuties.Silence;
import io.playcaller.router.offboard.Successors;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.silence.out.PgSilences;
import io.playcaller.router.silence.out.PgSilences.Held;
import io.playcaller.router.staff.app.Workloads;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.Actor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moves what somebody who leaves had beside tasks and accounts. Asked for again it goes on: what was moved is theirs no more. */
@ApplicationScoped
public class Duties {

    /** How much of each is moved and shown. */
    private static final int MOST = 1_000;

    private final Transactions transactions;
    private final PgHandOvers handOvers;
    private final HandOvers moving;
    private final PgSilences silences;
    private final Workloads workloads;
    private final CurrentRules rules;

    Duties(
            Transactions transactions,
            PgHandOvers handOvers,
            HandOvers moving,
            PgSilences silences,
            Workloads workloads,
            CurrentRules rules) {
        this.transactions = transactions;
        this.handOvers = handOvers;
        this.moving = moving;
        this.silences = silences;
        this.workloads = workloads;
        this.rules = rules;
    }

    /** What would become of it; changes nothing. */
    public Uni<MovedDuties> preview(String staffId) {
        return transactions.run(
                tx -> found(tx, staffId).map(found -> duties(tx, staffId, found.handOvers(), found.silences())));
    }

    /** Moves hand-overs and silences. Deputies are the directory's: they are to be said there. */
    public Uni<MovedDuties> move(String staffId, Actor by) {
        return transactions.run(tx -> found(tx, staffId)
                .call(found -> moveHandOvers(tx, found.handOvers(), by))
                .call(found -> moveSilences(tx, staffId, found.silences()))
                .map(found -> duties(tx, staffId, found.handOvers(), found.silences())));
    }

    /** A hand-over to them, and who is to have the account instead. */
    private record Passing(
            AccountHandOver handOver, @Nullable String to) {}

    private record Found(List<Passing> handOvers, List<Held> silences) {}

    private Uni<Found> found(Transaction tx, String staffId) {
        return handOvers
                .openOf(tx, staffId, MOST)
                .chain(open -> workloads
                        .load(tx, List.of())
                        .map(workload -> open.stream()
                                .map(one -> new Passing(
                                        one,
                                        successors(tx, staffId)
                                                .of(one, workload)
                                                .orElse(null)))
                                .toList()))
                .chain(passing -> silences.madeBy(tx, names(staffId), MOST).map(held -> new Found(passing, held)));
    }

    private Uni<Void> moveHandOvers(Transaction tx, List<Passing> passing, Actor by) {
        return Multi.createFrom()
                .iterable(passing)
                .onItem()
                .transformToUniAndConcatenate(one -> moving.passOn(tx, one.handOver(), one.to(), by))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> moveSilences(Transaction tx, String staffId, List<Held> held) {
        Optional<String> above = successors(tx, staffId).above();
        return held.isEmpty() || above.isEmpty() ? Uni.createFrom().voidItem() : silences.passOn(tx, held, above.get());
    }

    private MovedDuties duties(Transaction tx, String staffId, List<Passing> passing, List<Held> held) {
        Successors successors = successors(tx, staffId);
        String above = successors.above().orElse(null);
        return new MovedDuties(
                passing.stream()
                        .map(one -> new HandOver(
                                one.handOver().handOverId(),
                                one.handOver().accountId(),
                                one.handOver().role(),
                                one.to()))
                        .toList(),
                held.stream()
                        .map(one -> new Silence(one.silenceId(), one.until(), above))
                        .toList(),
                successors.deputies());
    }

    private Successors successors(Transaction tx, String staffId) {
        return new Successors(rules.get(), staffId, tx.now());
    }

    /** What a silence may call its author: a staff id, or an e-mail address. */
    private List<String> names(String staffId) {
        return rules.get()
                .directory()
                .person(staffId)
                .map(person -> List.of(person.staffId(), person.email()))
                .orElse(List.of(staffId));
    }
}
