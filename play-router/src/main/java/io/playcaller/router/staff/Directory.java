package io.playcaller.router.staff;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All of our people, by staff id. */
public final class Directory {

    private final Map<String, StaffMember> byId;
    private final Set<String> told;

    /** All of them as a file states them. */
    public Directory(Collection<StaffMember> people) {
        this(people, Set.of());
    }

    /** @param told staff ids of those who stand here because somebody said so over HTTP */
    public Directory(Collection<StaffMember> people, Set<String> told) {
        this.told = Set.copyOf(told);
        this.byId = people.stream()
                .collect(Collectors.toMap(
                        StaffMember::staffId,
                        Function.identity(),
                        (first, second) -> {
                            throw new IllegalArgumentException("two people are called " + first.staffId());
                        },
                        TreeMap::new));
    }

    public Optional<StaffMember> person(@Nullable String staffId) {
        return staffId == null ? Optional.empty() : Optional.ofNullable(byId.get(staffId));
    }

    /** The person of a token's subject: a staff id as it is written, else an e-mail address in whatever letters. */
    public Optional<StaffMember> ofSubject(String subject) {
        return person(subject)
                .or(() -> byId.values().stream()
                        .filter(person -> person.email().equalsIgnoreCase(subject))
                        .findFirst());
    }

    /** Whether they stand here because somebody said so over HTTP. */
    public boolean isTold(String staffId) {
        return told.contains(staffId);
    }

    public Optional<StaffMember> managerOf(StaffMember person) {
        return person(person.manager());
    }

    /** Whoever has this person above them, however far, and this person. */
    public List<StaffMember> teamOf(String staffId) {
        return byId.values().stream()
                .filter(person -> Stream.iterate(
                                person, above -> managerOf(above).orElse(null))
                        .takeWhile(Objects::nonNull)
                        .anyMatch(above -> above.staffId().equals(staffId)))
                .toList();
    }

    /** Ordered by staff id. */
    public List<StaffMember> people() {
        return List.copyOf(byId.values());
    }

    public List<StaffMember> inPool(String pool) {
        return byId.values().stream()
                .filter(person -> person.pools().contains(pool))
                .toList();
    }

    /** Whom a role's work goes to where it names nobody: the pool that serves it, else who holds it. */
    List<StaffMember> serving(String role, RoleChains chains) {
        List<StaffMember> members = inPool(chains.role(role).pool());
        return members.isEmpty() ? holding(role) : members;
    }

    /** Whose a role is, was or will be. */
    public List<StaffMember> holding(String role) {
        return byId.values().stream().filter(person -> person.everHolds(role)).toList();
    }
}
