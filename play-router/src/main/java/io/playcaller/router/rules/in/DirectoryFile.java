package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.ConfigProblems;
import io.playcaller.chassis.yaml.YamlFile;
import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.router.rules.Calendars;
import io.playcaller.router.staff.Contact;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.RoleChains;
import io.playcaller.router.staff.StaffMember;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Our own people: those of {@code directory.yaml}, and on top of them what was said over HTTP, each person whole. */
final class DirectoryFile {

    private final StaffEntry ofFile;
    private final StaffEntry ofApi;
    private final Map<String, StaffMember> people = new LinkedHashMap<>();

    /** Where each of them stands. */
    private final Map<String, YamlMap> places = new LinkedHashMap<>();

    private DirectoryFile(RoleChains roles, Calendars calendars) {
        this.ofFile = new StaffEntry(roles, calendars, StaffEntry.OF_FILE);
        this.ofApi = new StaffEntry(roles, calendars, StaffEntry.OF_API);
    }

    /** @param told entries as JSON by staff id, which were said over HTTP */
    static Directory read(
            YamlMap file, Map<String, String> told, RoleChains roles, Calendars calendars, ConfigProblems problems) {
        return new DirectoryFile(roles, calendars).directory(file, told, problems);
    }

    private Directory directory(YamlMap file, Map<String, String> told, ConfigProblems problems) {
        for (YamlMap map : file.maps("people")) {
            StaffMember person = ofFile.read(map);
            if (people.putIfAbsent(person.staffId(), person) != null) {
                map.problem("id", "stands here twice: " + person.staffId(), "give each person an id of their own");
            }
            places.put(person.staffId(), map);
        }
        file.rejectUnknown();
        told.forEach((staffId, json) -> {
            YamlMap map = YamlFile.parse("/v1/directory/" + staffId, json, problems);
            people.put(staffId, ofApi.read(map));
            places.put(staffId, map);
        });
        places.forEach(this::checkManager);
        places.forEach(this::checkDeputy);
        checkEmails();
        checkIdentities();
        return new Directory(people.values(), told.keySet());
    }

    private void checkManager(String staffId, YamlMap map) {
        Optional<String> manager = map.optionalText("manager");
        manager.ifPresent(id -> Reading.known(map, "manager", id, people.keySet(), "person"));
        if (manager.isPresent() && isOwnManager(staffId)) {
            map.problem("manager", "leads back to " + staffId, "nobody is their own manager");
        }
    }

    private void checkDeputy(String staffId, YamlMap map) {
        Optional<String> deputy = map.optionalText("deputy");
        deputy.ifPresent(id -> Reading.known(map, "deputy", id, people.keySet(), "person"));
        if (deputy.filter(staffId::equals).isPresent()) {
            map.problem("deputy", "is the person themselves", "name somebody else");
        }
    }

    /** Of two people with one address, nobody could say who acts when somebody signs in with it; nor where it is another's login. */
    private void checkEmails() {
        Map<String, String> owners = new HashMap<>();
        places.forEach((staffId, map) -> {
            StaffMember person = people.get(staffId);
            String email = person == null ? "" : person.email().toLowerCase(Locale.ROOT);
            String other = email.isEmpty() ? null : owners.putIfAbsent(email, staffId);
            if (other != null) {
                map.problem("email", "is that of " + other, "give each person their own");
            }
        });
        people.keySet().forEach(staffId -> owners.put(staffId.toLowerCase(Locale.ROOT), staffId));
        people.values().forEach(person -> checkLogin(person, owners));
    }

    /** @param owners whose staff ids and e-mail addresses are, in small letters */
    private void checkLogin(StaffMember person, Map<String, String> owners) {
        person.contact().login().ifPresent(login -> {
            String other = owners.putIfAbsent(login.toLowerCase(Locale.ROOT), person.staffId());
            if (other != null && !other.equals(person.staffId())) {
                YamlMap place = Objects.requireNonNull(places.get(person.staffId()));
                place.map("identities").problem(Contact.LOGIN, "is that of " + other, "give each person their own");
            }
        });
    }

    /** Of two people with one id in a tool, nobody could say who acted there. Logins are looked at with the addresses. */
    private void checkIdentities() {
        Map<String, String> owners = new HashMap<>();
        places.forEach((staffId, map) -> {
            if (map.has("identities")) {
                YamlMap tools = map.map("identities");
                for (String tool : tools.keys()) {
                    String other = owners.putIfAbsent(tool + " " + tools.text(tool), staffId);
                    if (other != null && !tool.equals(Contact.LOGIN)) {
                        tools.problem(tool, "is that of " + other, "give each person their own");
                    }
                }
            }
        });
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
