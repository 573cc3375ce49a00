package io.playcaller.router.handover;

import io.playcaller.contracts.register.Owner;
import io.playcaller.router.handover.HandOverAnswer.Refused;
import io.playcaller.router.staff.Diary;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.task.Actor;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may propose that an account passes to somebody else: whoever has it, or their deputy while they are away, and neither of them
 * to themselves; and whoever acts as a lead. So nobody takes an account on their own word alone. To tell who has it already what there
 * is to know takes nothing from anybody: that is for whoever has the account in any role.
 */
public record ProposalPolicy(Directory directory, Diary diary) {

    private static final String NOT_YOURS = "not-yours";

    /** Why {@code by} may not propose it; empty when they may. */
    public Optional<Refused> refusal(Actor by, String role, String recipient, List<Owner> owners) {
        if (by.leads()) {
            return Optional.empty();
        }
        List<StaffMember> having = having(role, owners);
        if (having.isEmpty()) {
            return refused("Nobody here has the account as " + role + " today: a lead or CS Ops may propose who does.");
        }
        String staffId = by.staffId();
        if (staffId == null
                || !(speaksForOneOf(having, staffId)
                        || (hasItAlready(recipient, role, owners) && isOfTheAccount(owners, staffId)))) {
            String names = having.stream().map(StaffMember::name).collect(Collectors.joining(" and "));
            return refused(names + ", their deputy while they are away, a lead or CS Ops may propose it.");
        }
        return staffId.equals(recipient)
                ? refused("To yourself it is for a lead, or CS Ops, to propose.")
                : Optional.empty();
    }

    private boolean hasItAlready(String recipient, String role, List<Owner> owners) {
        return directory
                .personAt(recipient, diary.now())
                .flatMap(person -> Ownership.on(owners, role, diary.today(person)))
                .filter(recipient::equals)
                .isPresent();
    }

    private boolean isOfTheAccount(List<Owner> owners, String staffId) {
        return owners.stream()
                .map(Owner::role)
                .distinct()
                .anyMatch(role -> speaksForOneOf(having(role, owners), staffId));
    }

    private boolean speaksForOneOf(List<StaffMember> having, String staffId) {
        return having.stream().anyMatch(owner -> speaksFor(owner, staffId));
    }

    private List<StaffMember> having(String role, List<Owner> owners) {
        return owners.stream()
                .map(Owner::staffId)
                .distinct()
                .flatMap(staffId -> directory.personAt(staffId, diary.now()).stream())
                .filter(person -> Ownership.has(owners, role, person.staffId(), diary.today(person)))
                .toList();
    }

    /** The owner does, and whoever deputises for them today, or for a deputy who is away, too. */
    private boolean speaksFor(StaffMember owner, String staffId) {
        Set<String> seen = new HashSet<>();
        Optional<StaffMember> next = Optional.of(owner);
        while (next.isPresent() && seen.add(next.get().staffId())) {
            if (next.get().staffId().equals(staffId)) {
                return true;
            }
            next = next.filter(person -> person.isAway(diary.today(person)))
                    .flatMap(person -> directory.person(person.place().deputy()));
        }
        return false;
    }

    private static Optional<Refused> refused(String sentence) {
        return Optional.of(new Refused(NOT_YOURS, sentence));
    }
}
