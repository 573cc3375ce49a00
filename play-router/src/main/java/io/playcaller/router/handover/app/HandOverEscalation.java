package io.playcaller.router.handover.app;

import io.playcaller.router.account.KnownAccount;
import io.playcaller.router.account.out.PgAccounts;
import io.playcaller.router.handover.AccountHandOver;
import io.playcaller.router.handover.HandOverAnswer.Changed;
import io.playcaller.router.handover.HandOverDecider;
import io.playcaller.router.handover.out.PgHandOvers;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells the lead of who did not answer a hand-over in time. */
@ApplicationScoped
class HandOverEscalation {

    private final PgHandOvers store;
    private final PgAccounts accounts;
    private final HandOverNotices notices;
    private final CurrentRules rules;

    HandOverEscalation(PgHandOvers store, PgAccounts accounts, HandOverNotices notices, CurrentRules rules) {
        this.store = store;
        this.accounts = accounts;
        this.notices = notices;
        this.rules = rules;
    }

    /** Its row is locked. */
    Uni<Void> escalate(Transaction tx, AccountHandOver handOver) {
        return accounts.find(tx, List.of(handOver.accountId()))
                .map(known -> known.getOrDefault(handOver.accountId(), KnownAccount.UNKNOWN))
                .map(account ->
                        rules.get().leads(tx.now()).lead(handOver.recipient(), account.owners(), handOver.handOverId()))
                .map(lead -> new HandOverDecider(tx.now()).escalate(handOver, lead.staffId()))
                .chain(answer -> answer instanceof Changed changed
                        ? store.write(tx, changed.after()).chain(() -> notices.escalated(tx, changed.after()))
                        : Uni.createFrom().voidItem());
    }
}
