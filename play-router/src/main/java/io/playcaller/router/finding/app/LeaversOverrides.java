package io.playcaller.router.finding.app;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.router.finding.Finding;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * People who left so lately that an override of theirs may still stand, one finding a person. Overrides are health-service's, which does
 * not know who leaves; nobody else would look at them.
 */
@ApplicationScoped
class LeaversOverrides implements FindingSource {

    private static final String PREFIX = "overrides/";

    /** The longest that health-service lets one last. */
    private static final Duration LONGEST = Duration.ofDays(90);

    private final CurrentRules rules;

    LeaversOverrides(CurrentRules rules) {
        this.rules = rules;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Uni<List<Finding>> look(Transaction tx) {
        return Uni.createFrom().item(of(rules.get().directory().people(), tx.now()));
    }

    static List<Finding> of(List<StaffMember> people, Instant now) {
        return people.stream()
                .filter(person -> !person.roles().isEmpty() || !person.pools().isEmpty())
                .flatMap(person -> Optional.ofNullable(person.time().leavesAt())
                        .filter(at -> person.hasLeft(now) && now.isBefore(at.plus(LONGEST)))
                        .map(at -> finding(person, at))
                        .stream())
                .toList();
    }

    private static Finding finding(StaffMember person, Instant left) {
        return new Finding(
                PREFIX + person.staffId(),
                Reason.DQ_LEAVER_OVERRIDES,
                Reason.DQ_LEAVER_OVERRIDES.severity(),
                person.staffId(),
                "%s has left, and what they set by hand of accounts' health may stand until %s"
                        .formatted(person.name(), left.plus(LONGEST)),
                List.of(
                        "health-service lists it: GET " + person.overridesAddress(),
                        "What is set anew is of whoever sets it; what nobody touches ends at its own time"));
    }
}
