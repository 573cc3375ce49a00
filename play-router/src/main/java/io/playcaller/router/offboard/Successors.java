package io.playcaller.router.offboard;

import io.playcaller.contracts.Ids;
import io.playcaller.router.handover.AccountHandOver;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.staff.Ask;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.staff.Customer;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.staff.Workload;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who has the duties of somebody who leaves. Each is found by itself, so that asked for again it is the same.
 *
 * @param staffId who leaves
 */
public record Successors(RouterRules rules, String staffId, Instant now) {

    private static final int MINUTES_OF_AN_ACCOUNT = 60;

    /** Who is to have an account that was to come to them: not whoever has it now. */
    public Optional<String> of(AccountHandOver handOver, Workload workload) {
        Ask ask = new Ask(
                handOver.role(),
                List.of(),
                new Customer(handOver.accountId(), null, null, null, null),
                true,
                MINUTES_OF_AN_ACCOUNT,
                Ids.derived("hand-over-succession", handOver.handOverId()));
        Assignment found = rules.assigner(now).except(staffId).assign(ask, workload);
        return Optional.ofNullable(found.staffId())
                .filter(other -> found.role().equals(handOver.role()))
                .filter(other -> !other.equals(handOver.former()));
    }

    /** Who answers for what they said: the nearest above them who stays. */
    public Optional<String> above() {
        return Stream.iterate(
                        rules.directory().person(staffId),
                        Optional::isPresent,
                        person -> person.flatMap(rules.directory()::managerOf))
                .flatMap(Optional::stream)
                .skip(1)
                .filter(person -> !person.leaves())
                .map(StaffMember::staffId)
                .findFirst();
    }

    /** New deputies of those whose deputy they are: their own deputy, else whoever is above the person. */
    public List<MovedDuties.Deputy> deputies() {
        return rules.directory().people().stream()
                .filter(person -> staffId.equals(person.place().deputy()))
                .map(person -> new MovedDuties.Deputy(
                        person.staffId(),
                        deputyOf(person).map(StaffMember::staffId).orElse(null)))
                .toList();
    }

    private Optional<StaffMember> deputyOf(StaffMember person) {
        Optional<StaffMember> own = rules.directory()
                .person(staffId)
                .flatMap(leaver -> rules.directory().person(leaver.place().deputy()));
        return Stream.of(own, rules.directory().managerOf(person))
                .flatMap(Optional::stream)
                .filter(one -> !one.leaves())
                .filter(one -> !one.staffId().equals(staffId) && !one.staffId().equals(person.staffId()))
                .findFirst();
    }
}
