package io.playcaller.router.staff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds people for tests: without a role, a pool or a manager, at work around the clock, unless told otherwise. */
public final class Somebody {

    private final String staffId;
    private final List<RoleTerm> roles = new ArrayList<>();
    private @Nullable String manager;
    private @Nullable String deputy;
    private Set<String> pools = Set.of();
    private Abilities abilities = Abilities.NONE;
    private String calendar = "24x7";
    private List<Absence> absences = List.of();
    private int minutesAWeek = 1_440;
    private @Nullable Instant leavesAt;

    private Somebody(String staffId) {
        this.staffId = staffId;
    }

    /** Their name is their id with a capital. */
    public static Somebody called(String staffId) {
        return new Somebody(staffId);
    }

    public Somebody role(String role) {
        return role(RoleTerm.always(role));
    }

    public Somebody role(RoleTerm term) {
        roles.add(term);
        return this;
    }

    public Somebody manager(String id) {
        manager = id;
        return this;
    }

    public Somebody deputy(String id) {
        deputy = id;
        return this;
    }

    public Somebody pools(String... names) {
        pools = Set.of(names);
        return this;
    }

    public Somebody abilities(Set<String> languages, Set<String> skills) {
        abilities = new Abilities(languages, skills);
        return this;
    }

    public Somebody calendar(String id) {
        calendar = id;
        return this;
    }

    public Somebody away(Absence... days) {
        absences = List.of(days);
        return this;
    }

    public Somebody minutesAWeek(int minutes) {
        minutesAWeek = minutes;
        return this;
    }

    public Somebody leavesAt(Instant at) {
        leavesAt = at;
        return this;
    }

    public StaffMember build() {
        return new StaffMember(
                staffId,
                Character.toUpperCase(staffId.charAt(0)) + staffId.substring(1),
                staffId + "@example.com",
                roles,
                new Place(manager, deputy, null, null, pools),
                abilities,
                new WorkingTime(calendar, absences, minutesAWeek, leavesAt),
                Contact.BY_EMAIL);
    }
}
