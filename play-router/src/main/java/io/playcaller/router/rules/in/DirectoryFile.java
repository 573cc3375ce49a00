package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.router.rules.Calendars;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.RoleChains;
import io.playcaller.router.staff.StaffMember;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code directory.yaml}: our own people. */
final class DirectoryFile {

    private final StaffEntry entries;
    private final Map<String, StaffMember> people = new LinkedHashMap<>();

    private DirectoryFile(StaffEntry entries) {
        this.entries = entries;
    }

    static Directory read(YamlMap file, RoleChains roles, Calendars calendars) {
        return new DirectoryFile(new StaffEntry(roles, calendars)).directory(file);
    }

    private Directory directory(YamlMap file) {
        List<YamlMap> maps = file.maps("people");
        for (YamlMap map : maps) {
            StaffMember person = entries.read(map);
            if (people.putIfAbsent(person.staffId(), person) != null) {
                map.problem("id", "stands here twice: " + person.staffId(), "give each person an id of their own");
            }
        }
        maps.forEach(this::checkManager);
        maps.forEach(this::checkDeputy);
        checkIdentities(maps);
        file.rejectUnknown();
        return new Directory(people.values());
    }

    private void checkManager(YamlMap map) {
        Optional<String> manager = map.optionalText("manager");
        manager.ifPresent(id -> Reading.known(map, "manager", id, people.keySet(), "person"));
        if (manager.isPresent() && isOwnManager(map.text("id"))) {
            map.problem("manager", "leads back to " + map.text("id"), "nobody is their own manager");
        }
    }

    private void checkDeputy(YamlMap map) {
        Optional<String> deputy = map.optionalText("deputy");
        deputy.ifPresent(id -> Reading.known(map, "deputy", id, people.keySet(), "person"));
        if (deputy.filter(map.text("id")::equals).isPresent()) {
            map.problem("deputy", "is the person themselves", "name somebody else");
        }
    }

    /** Of two people with one id in a tool, nobody could say who acted there. */
    private static void checkIdentities(List<YamlMap> maps) {
        Map<String, String> owners = new HashMap<>();
        for (YamlMap map : maps) {
            if (map.has("identities")) {
                YamlMap tools = map.map("identities");
                for (String tool : tools.keys()) {
                    String other = owners.putIfAbsent(tool + " " + tools.text(tool), map.text("id"));
                    if (other != null) {
                        tools.problem(tool, "is that of " + other, "give each person their own");
                    }
                }
            }
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
