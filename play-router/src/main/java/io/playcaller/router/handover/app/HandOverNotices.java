package io.playcaller.router.handover.app;

import io.playcaller.contracts.Ids;
import io.playcaller.router.delivery.out.PgNotices;
import io.playcaller.router.delivery.person.Notice;
import io.playcaller.router.handover.AccountHandOver;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.run.app.RunStore;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells whoever waits for a hand-over: people, and the runs of plays that its acceptance may end. What was written about the customer
 * is not told: it stands in the hand-over.
 */
@ApplicationScoped
class HandOverNotices {

    private final PgNotices notices;
    private final CurrentRules rules;
    private final RunStore runs;

    HandOverNotices(PgNotices notices, CurrentRules rules, RunStore runs) {
        this.notices = notices;
        this.rules = rules;
        this.runs = runs;
    }

    /** @param accountName null where none is known */
    Uni<Void> proposed(Transaction tx, AccountHandOver handOver, @Nullable String accountName) {
        String account = Objects.requireNonNullElse(accountName, handOver.accountId());
        return tell(
                tx,
                handOver.recipient(),
                handOver,
                "Hand-over of " + account + ": accept it by " + handOver.answerBy(),
                List.of(
                        name(handOver.proposedBy()) + " wants you to take " + account + " over as " + handOver.role()
                                + ", from " + handOver.takesEffectAt() + " on.",
                        "Read what they wrote, then accept it, or reject it with what is missing: hand-over "
                                + handOver.handOverId() + "."));
    }

    /** Nobody answered in time. */
    Uni<Void> escalated(Transaction tx, AccountHandOver handOver) {
        return tell(
                tx,
                handOver.lead(),
                handOver,
                "Hand-over of " + handOver.accountId() + " waits for an answer",
                List.of(
                        name(handOver.recipient()) + " was to answer it by " + handOver.answerBy() + " and did not.",
                        "You may accept or reject it, too: hand-over " + handOver.handOverId() + "."));
    }

    /** Whoever proposed it hears of a rejection; an acceptance is seen by its effect, and by the runs of the account. */
    Uni<Void> answered(Transaction tx, AccountHandOver handOver) {
        return switch (handOver.state()) {
            case ACCEPTED -> runs.customersChanged(tx, List.of(handOver.accountId()));
            case REJECTED -> rejected(tx, handOver);
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> rejected(Transaction tx, AccountHandOver handOver) {
        return tell(
                tx,
                handOver.proposedBy(),
                handOver,
                "Hand-over of " + handOver.accountId() + " was rejected",
                List.of("The account stays where it is. The reason stands in hand-over " + handOver.handOverId()
                        + ". Propose it anew, or withdraw it."));
    }

    private Uni<Void> tell(
            Transaction tx, @Nullable String staffId, AccountHandOver handOver, String subject, List<String> lines) {
        return notices.tell(
                tx, staffId, new Notice(Ids.derived("hand-over", handOver.handOverId(), subject), subject, lines));
    }

    private String name(String id) {
        return rules.get().directory().person(id).map(StaffMember::name).orElse(id);
    }
}
