package io.playcaller.router.staff;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All of our people, by staff id. */
public final class Directory {

    private final Map<String, StaffMember> byId;

    public Directory(Collection<StaffMember> people) {
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

    /** Whose a role is, was or will be. */
    public List<StaffMember> holding(String role) {
        return byId.values().stream().filter(person -> person.everHolds(role)).toList();
    }
}
