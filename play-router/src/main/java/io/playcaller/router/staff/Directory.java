package io.playcaller.router.staff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
    private final Map<String, List<StaffMember>> byPool;
    private final Map<String, List<StaffMember>> byRole;
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
        this.byPool = by(StaffMember::pools, byId.values());
        this.byRole = by(StaffMember::everHeld, byId.values());
    }

    /** Under each of these words those whose it is, in the order given. */
    private static Map<String, List<StaffMember>> by(
            Function<StaffMember, Set<String>> words, Collection<StaffMember> people) {
        Map<String, List<StaffMember>> found = new HashMap<>();
        for (StaffMember person : people) {
            words.apply(person)
                    .forEach(word -> found.computeIfAbsent(word, first -> new ArrayList<>())
                            .add(person));
        }
        found.replaceAll((word, whose) -> List.copyOf(whose));
        return Map.copyOf(found);
    }

    public Optional<StaffMember> person(@Nullable String staffId) {
        return staffId == null ? Optional.empty() : Optional.ofNullable(byId.get(staffId));
    }

    /** Whoever is called so and has not left by then. */
    public Optional<StaffMember> personAt(@Nullable String staffId, Instant at) {
        return person(staffId).filter(person -> !person.hasLeft(at));
    }

    /** Whoever logs in so: by staff id, and only where nobody has that id, by the stated login or the e-mail address. */
    public Optional<StaffMember> login(String subject) {
        return person(subject)
                .or(() -> byId.values().stream()
                        .filter(person -> person.logsInAs(subject))
                        .findFirst());
    }

    /** Whoever logs in so and has left by then: they may do nothing here, and see nothing. */
    public Optional<StaffMember> leaver(String subject, Instant at) {
        return login(subject).filter(person -> person.hasLeft(at));
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
        return byPool.getOrDefault(pool, List.of());
    }

    /** Whom a role's work goes to where it names nobody: the pool that serves it, else who holds it. */
    List<StaffMember> serving(String role, RoleChains chains) {
        List<StaffMember> members = inPool(chains.role(role).pool());
        return members.isEmpty() ? holding(role) : members;
    }

    /** Whose a role is, was or will be. */
    public List<StaffMember> holding(String role) {
        return byRole.getOrDefault(role, List.of());
    }
}
