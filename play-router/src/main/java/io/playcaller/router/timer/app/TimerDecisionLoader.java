package io.playcaller.router.timer.app;

import io.playcaller.router.account.out.PgAccounts;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.staff.app.Workloads;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Loads what the timers of a round are decided by: their accounts, who has time where a task may pass on, and the rules in force. */
@ApplicationScoped
class TimerDecisionLoader {

    private final PgAccounts accounts;
    private final Workloads workloads;
    private final CurrentRules rules;

    TimerDecisionLoader(PgAccounts accounts, Workloads workloads, CurrentRules rules) {
        this.accounts = accounts;
        this.workloads = workloads;
        this.rules = rules;
    }

    /** For the tasks of {@code round}, as they stand in {@code tx}. */
    Uni<TimerDecisions> load(Transaction tx, TimerRound round) {
        List<String> telling = round.accountsThatTell();
        return Uni.combine()
                .all()
                .unis(
                        accounts.find(tx, telling),
                        accounts.withSevereTicket(tx, round.accountsThatWaitForSupport()),
                        workload(tx, round, telling))
                .with((copies, severe, workload) ->
                        new TimerDecisions(rules.get(), tx.now(), copies, severe, workload));
    }

    private Uni<Workload> workload(Transaction tx, TimerRound round, List<String> accounts) {
        return round.passesOn()
                ? workloads.load(tx, accounts)
                : Uni.createFrom().item(Workload.EMPTY);
    }
}
