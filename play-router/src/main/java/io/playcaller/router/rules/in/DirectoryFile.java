package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.router.rules.Calendars;
import io.playcaller.router.staff.Absence;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.RoleChains;
import io.playcaller.router.staff.StaffMember;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code directory.yaml}: our own people. */
final class DirectoryFile {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final int FULL_TIME = 1_440;

    private final RoleChains roles;
    private final Calendars calendars;
    private final Map<String, StaffMember> people = new LinkedHashMap<>();

    private DirectoryFile(RoleChains roles, Calendars calendars) {
        this.roles = roles;
        this.calendars = calendars;
    }

    static Directory read(YamlMap file, RoleChains roles, Calendars calendars) {
        return new DirectoryFile(roles, calendars).directory(file);
    }

    private Directory directory(YamlMap file) {
        List<YamlMap> maps = file.maps("people");
        for (YamlMap map : maps) {
            StaffMember person = person(map);
            if (people.putIfAbsent(person.staffId(), person) != null) {
                map.problem("id", "stands here twice: " + person.staffId(), "give each person an id of their own");
            }
        }
        maps.forEach(this::checkManager);
        file.rejectUnknown();
        return new Directory(people.values());
    }

    private StaffMember person(YamlMap map) {
        String email = map.text("email");
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            map.problem("email", "is no e-mail address: " + email, "write name@company");
        }
        String calendar =
                map.optionalText("calendar").orElse(calendars.standard().id());
        Reading.known(map, "calendar", calendar, calendars.byId().keySet(), "calendar");
        Set<String> held = new HashSet<>(map.texts("roles"));
        held.forEach(role -> Reading.known(map, "roles", role, roles.keys(), "role"));
        StaffMember person = new StaffMember(
                map.text("id"),
                map.text("name"),
                email,
                held,
                map.optionalText("manager").orElse(null),
                map.has("pools") ? Set.copyOf(map.texts("pools")) : Set.of(),
                calendar,
                map.has("absences") ? absences(map.maps("absences")) : List.of(),
                map.has("minutes-a-week") ? map.integer("minutes-a-week", 0, 10_080) : FULL_TIME);
        map.rejectUnknown();
        return person;
    }

    private static List<Absence> absences(List<YamlMap> maps) {
        List<Absence> absences = new ArrayList<>();
        for (YamlMap map : maps) {
            LocalDate from = Reading.date(map, "from", map.text("from"));
            LocalDate until = Reading.date(map, "until", map.text("until"));
            map.rejectUnknown();
            if (from != null && until != null && until.isBefore(from)) {
                map.problem("until", "stands before from", "the last day is included");
            } else if (from != null && until != null) {
                absences.add(new Absence(from, until));
            }
        }
        return List.copyOf(absences);
    }

    private void checkManager(YamlMap map) {
        Optional<String> manager = map.optionalText("manager");
        manager.ifPresent(id -> Reading.known(map, "manager", id, people.keySet(), "person"));
        if (manager.isPresent() && isOwnManager(map.text("id"))) {
            map.problem("manager", "leads back to " + map.text("id"), "nobody is their own manager");
        }
    }

    private boolean isOwnManager(String id) {
        Set<String> seen = new HashSet<>();
        for (String at = managerOf(id); at != null && seen.add(at); at = managerOf(at)) {
            if (at.equals(id)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String managerOf(String id) {
        StaffMember person = people.get(id);
        return person == null ? null : person.manager();
    }
}
