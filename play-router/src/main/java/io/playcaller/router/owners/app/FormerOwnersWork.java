package io.playcaller.router.owners.app;

import io.playcaller.router.account.out.PgAccounts;
import io.playcaller.router.owners.TasksOfFormerOwners;
import io.playcaller.router.owners.out.PgFormerOwners;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.staff.app.Workloads;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.out.PgTasks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Loads what is to be passed on, and decides it. */
@ApplicationScoped
class FormerOwnersWork {

    private final PgFormerOwners former;
    private final PgTasks tasks;
    private final PgAccounts accounts;
    private final Workloads workloads;

    FormerOwnersWork(PgFormerOwners former, PgTasks tasks, PgAccounts accounts, Workloads workloads) {
        this.former = former;
        this.tasks = tasks;
        this.accounts = accounts;
        this.workloads = workloads;
    }

    Uni<List<Changed>> passedOn(Transaction tx, RouterRules current, int atMost) {
        List<String> here = current.directory().people().stream()
                .filter(person -> !person.hasLeft(tx.now()))
                .map(StaffMember::staffId)
                .toList();
        return former.openTasks(tx, current.calendars().standard().dayOf(tx.now()), here, atMost)
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : decided(tx, current, ids));
    }

    private Uni<List<Changed>> decided(Transaction tx, RouterRules current, List<UUID> ids) {
        return tasks.hold(tx, ids).chain(held -> {
            List<String> accountIds = accounts(held.tasks());
            return accounts.find(tx, accountIds)
                    .chain(known -> workloads
                            .load(tx, accountIds)
                            .map(workload -> new TasksOfFormerOwners(current, tx.now())
                                    .passedOn(held.tasks(), known, workload)));
        });
    }

    private static List<String> accounts(List<Task> tasks) {
        return tasks.stream()
                .flatMap(task -> Stream.ofNullable(task.signal().accountId()))
                .distinct()
                .toList();
    }
}
