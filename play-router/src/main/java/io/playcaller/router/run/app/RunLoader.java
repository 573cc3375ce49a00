package io.playcaller.router.run.app;

import io.playcaller.router.handover.out.PgAnsweredHandOvers;
import io.playcaller.router.run.CustomerFacts;
import io.playcaller.router.run.PlayRun;
import io.playcaller.router.run.out.PgCustomers;
import io.playcaller.router.run.out.PgRuns;
import io.playcaller.router.run.out.PgStepMessages;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.out.PgTasks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Loads runs with what stands around them, in sets. Their lanes are locked before. */
@ApplicationScoped
class RunLoader {

    private final PgRuns runs;
    private final PgTasks tasks;
    private final PgCustomers customers;
    private final PgStepMessages messages;
    private final PgAnsweredHandOvers handOvers;

    RunLoader(
            PgRuns runs, PgTasks tasks, PgCustomers customers, PgStepMessages messages, PgAnsweredHandOvers handOvers) {
        this.runs = runs;
        this.tasks = tasks;
        this.customers = customers;
        this.messages = messages;
        this.handOvers = handOvers;
    }

    Uni<RunsInSight> load(Transaction tx, Collection<UUID> ids) {
        return runs.open(tx, ids)
                .chain(open -> tasks.holdOpen(tx, List.of(), taskIds(open))
                        .chain(found -> customers(tx, accounts(open))
                                .chain(facts -> runs.overtaken(tx, ids)
                                        .chain(overtaken -> messages.ofRuns(tx, ids)
                                                .map(sent ->
                                                        new RunsInSight(byId(open), found, facts, overtaken, sent))))));
    }

    private Uni<Map<String, CustomerFacts>> customers(Transaction tx, List<String> accounts) {
        return customers
                .facts(tx, accounts)
                .chain(told -> handOvers.accepted(tx, accounts).map(accepted -> {
                    Map<String, CustomerFacts> known = new HashMap<>(told);
                    accepted.forEach((account, roles) -> known.put(
                            account,
                            told.getOrDefault(account, CustomerFacts.UNKNOWN).handedOver(roles)));
                    return known;
                }));
    }

    private static List<UUID> taskIds(List<PlayRun> open) {
        return open.stream().flatMap(run -> run.taskIds().stream()).toList();
    }

    private static List<String> accounts(List<PlayRun> open) {
        return open.stream()
                .map(PlayRun::accountId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Map<UUID, PlayRun> byId(List<PlayRun> open) {
        return open.stream().collect(Collectors.toMap(PlayRun::playRunId, Function.identity()));
    }
}
