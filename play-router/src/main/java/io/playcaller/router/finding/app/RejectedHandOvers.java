package io.playcaller.router.finding.app;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.finding.Finding;
import io.playcaller.router.handover.AccountHandOver;
import io.playcaller.router.handover.Ownership;
import io.playcaller.router.handover.out.PgAnsweredHandOvers;
import io.playcaller.router.handover.out.PgAnsweredHandOvers.Rejected;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Hand-overs that were rejected, one finding an account and role, until another is accepted, somebody withdraws, or the register names
 * an owner who begins on a later day: a risk of the account, for a customer waits between two of ours. Why it was rejected is not told:
 * it stands in the hand-over.
 */
@ApplicationScoped
class RejectedHandOvers implements FindingSource {

    private static final String PREFIX = "hand-over/";

    /** An open risk keeps everybody from selling; a form that somebody forgot may not do so for ever. */
    private static final Duration LONGEST = Duration.ofDays(90);

    private final PgAnsweredHandOvers store;
    private final CurrentRules rules;

    RejectedHandOvers(PgAnsweredHandOvers store, CurrentRules rules) {
        this.store = store;
        this.rules = rules;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Uni<List<Finding>> look(Transaction tx) {
        return store.rejected(tx, tx.now().minus(LONGEST)).map(rejected -> of(rejected, rules.get(), tx.now()));
    }

    static List<Finding> of(List<Rejected> rejected, RouterRules rules, Instant now) {
        return rejected.stream()
                .filter(one -> !isOwnedAnew(one, rules, now))
                .map(one -> finding(one, rules.directory()))
                .toList();
    }

    private static boolean isOwnedAnew(Rejected rejected, RouterRules rules, Instant now) {
        AccountHandOver handOver = rejected.handOver();
        BusinessCalendar calendar = rules.calendars().standard();
        LocalDate day = calendar.dayOf(Objects.requireNonNullElse(handOver.answeredAt(), handOver.proposedAt()));
        return Ownership.since(rejected.owners(), handOver.role(), day.plusDays(1), calendar.dayOf(now)).stream()
                .anyMatch(staffId -> rules.directory().personAt(staffId, now).isPresent());
    }

    /** One that is rejected once more is the same finding, told anew. */
    private static Finding finding(Rejected rejected, Directory directory) {
        AccountHandOver handOver = rejected.handOver();
        String name = rejected.accountName() == null ? handOver.accountId() : rejected.accountName();
        String recipient =
                directory.person(handOver.recipient()).map(StaffMember::name).orElse(handOver.recipient());
        return new Finding(
                PREFIX + handOver.role() + "/" + handOver.accountId(),
                Reason.ONB_HANDOVER_REJECTED,
                Reason.ONB_HANDOVER_REJECTED.severity(),
                handOver.handOverId().toString(),
                "%s was to have %s as %s, and the hand-over was rejected".formatted(recipient, name, handOver.role()),
                List.of("The reason stands in hand-over %s: mend it and propose it anew, or withdraw it"
                        .formatted(handOver.handOverId())),
                new Finding.About(handOver.accountId(), null, rejected.arr()));
    }
}
