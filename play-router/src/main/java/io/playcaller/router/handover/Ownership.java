package io.playcaller.router.handover;

import io.playcaller.contracts.register.Owner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who owns an account in which role, and what becomes of it when it passes. */
public final class Ownership {

    private Ownership() {}

    /** Who has the role on a day; of several the one that is named first. */
    public static Optional<String> on(List<Owner> owners, String role, LocalDate day) {
        return owners.stream()
                .filter(owner -> owner.role().equals(role) && holds(owner, day))
                .map(Owner::staffId)
                .findFirst();
    }

    /** Whether somebody has the role on a day, alone or with others. */
    public static boolean has(List<Owner> owners, String role, String staffId, LocalDate day) {
        return owners.stream()
                .anyMatch(owner -> owner.role().equals(role) && owner.staffId().equals(staffId) && holds(owner, day));
    }

    /** Who has the role on a day and began on another day or later. */
    public static List<String> since(List<Owner> owners, String role, LocalDate first, LocalDate day) {
        return owners.stream()
                .filter(owner -> owner.role().equals(role) && !owner.from().isBefore(first) && holds(owner, day))
                .map(Owner::staffId)
                .toList();
    }

    /** With the role the recipient's from that day on, and of all who had it, or were to have it, only until then. */
    public static List<Owner> passed(List<Owner> owners, String role, String recipient, LocalDate day) {
        List<Owner> after = new ArrayList<>();
        for (Owner owner : owners) {
            if (!owner.role().equals(role) || endsBy(owner, day)) {
                after.add(owner);
            } else if (owner.from().isBefore(day)) {
                after.add(new Owner(role, owner.staffId(), owner.from(), day));
            }
        }
        after.add(new Owner(role, recipient, day, null));
        return List.copyOf(after);
    }

    private static boolean holds(Owner owner, LocalDate day) {
        return !owner.from().isAfter(day) && !endsBy(owner, day);
    }

    private static boolean endsBy(Owner owner, LocalDate day) {
        return owner.until() != null && !owner.until().isAfter(day);
    }
}
