package io.playcaller.router.staff;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.register.Owner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the person for a role: the account's owner in that role, else the least loaded of the pool that serves it, else
 * the same for the next role of its chain. Of equally loaded people a draw over the task's id decides, so that a replay
 * chooses the same.
 *
 * @param today the local day of a person, by their calendar
 * @param except staff id of somebody who is passed over; null for nobody
 */
public record Assigner(
        Directory directory,
        RoleChains chains,
        Function<StaffMember, LocalDate> today,
        @Nullable String except) {

    /** One that passes over nobody. */
    public Assigner(Directory directory, RoleChains chains, Function<StaffMember, LocalDate> today) {
        this(directory, chains, today, null);
    }

    /** The same, for a task that {@code staffId} has already; null for one that nobody has. */
    Assigner except(@Nullable String staffId) {
        return new Assigner(directory, chains, today, staffId);
    }

    /** Never fails: where nobody is found the task stands before CS Ops, with everything that was tried. */
    public Assignment assign(String wanted, List<Owner> owners, Workload workload, UUID draw) {
        List<String> tried = new ArrayList<>();
        for (String role : chains.chain(wanted)) {
            Optional<Assignment> found =
                    namedOwner(role, owners, tried).or(() -> leastLoaded(role, workload, draw, tried));
            if (found.isPresent()) {
                return found.get();
            }
        }
        return new Assignment(
                RoleChains.CS_OPS, null, "nobody", "Stands before CS Ops: " + String.join("; ", tried) + ".");
    }

    /** The account's owner in that role who works today. */
    Optional<Assignment> namedOwner(String role, List<Owner> owners) {
        return namedOwner(role, owners, new ArrayList<>());
    }

    private Optional<Assignment> namedOwner(String role, List<Owner> owners, List<String> tried) {
        for (Owner owner : owners) {
            if (owner.role().equals(role)) {
                Optional<StaffMember> person = directory.person(owner.staffId());
                if (person.isEmpty()) {
                    tried.add("owner " + owner.staffId() + " (" + role + ") is not in the directory");
                } else if (serves(owner, person.get(), tried)) {
                    return Optional.of(found(role, person.get(), "named-owner", "is the account's " + role, tried));
                }
            }
        }
        return Optional.empty();
    }

    private boolean serves(Owner owner, StaffMember person, List<String> tried) {
        LocalDate day = today.apply(person);
        if (day.isBefore(owner.from())) {
            tried.add(person.name() + " is " + owner.role() + " only from " + owner.from());
            return false;
        }
        if (owner.until() != null && !day.isBefore(owner.until())) {
            tried.add(person.name() + " was " + owner.role() + " until " + owner.until());
            return false;
        }
        return isHere(person, day, tried);
    }

    private boolean isHere(StaffMember person, LocalDate day, List<String> tried) {
        if (person.staffId().equals(except)) {
            tried.add(person.name() + " has it");
            return false;
        }
        Optional<Absence> absence = person.absenceOn(day);
        absence.ifPresent(away -> tried.add(person.name() + " is away until " + away.until()));
        return absence.isEmpty();
    }

    private Optional<Assignment> leastLoaded(String role, Workload workload, UUID draw, List<String> tried) {
        String pool = chains.role(role).pool();
        List<StaffMember> members = directory.inPool(pool);
        boolean pooled = !members.isEmpty();
        List<StaffMember> candidates = pooled ? members : directory.holding(role);
        if (candidates.isEmpty()) {
            tried.add("nobody is " + role);
            return Optional.empty();
        }
        return candidates.stream()
                .filter(person -> pooled || holdsToday(role, person, tried))
                .filter(person -> isHere(person, today.apply(person), tried))
                .min(Comparator.<StaffMember>comparingInt(person -> workload.of(person.staffId()))
                        .thenComparing(person -> Ids.derived("assignment-draw", draw, person.staffId())))
                .map(person -> found(
                        role,
                        person,
                        pooled ? "pool" : "holder",
                        "has the least open work (" + workload.of(person.staffId()) + " min) of "
                                + (pooled ? "pool " + pool : "those who are " + role),
                        tried));
    }

    private boolean holdsToday(String role, StaffMember person, List<String> tried) {
        LocalDate day = today.apply(person);
        if (!person.holds(role, day)) {
            person.roles().stream()
                    .filter(term -> term.role().equals(role))
                    .flatMap(term -> term.whyNot(day).stream())
                    .forEach(why -> tried.add(person.name() + " " + why));
        }
        return person.holds(role, day);
    }

    private static Assignment found(String role, StaffMember person, String how, String because, List<String> tried) {
        String before = tried.isEmpty() ? "" : " (" + String.join("; ", tried) + ")";
        return new Assignment(role, person.staffId(), how, person.name() + " " + because + before + ".");
    }
}
