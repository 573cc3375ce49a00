package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.router.rules.Calendars;
import io.playcaller.router.staff.Abilities;
import io.playcaller.router.staff.Absence;
import io.playcaller.router.staff.Contact;
import io.playcaller.router.staff.Place;
import io.playcaller.router.staff.RoleChains;
import io.playcaller.router.staff.RoleTerm;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.staff.WorkingTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one of our people, from the file or from what was said over HTTP, where the same keys are written otherwise.
 *
 * @param keys how a key of the file is written here
 */
record StaffEntry(RoleChains roles, Calendars calendars, UnaryOperator<String> keys) {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final int FULL_TIME = 1_440;

    private static final String ID = "id";
    private static final String TERMS = "role-terms";
    private static final String MINUTES = "minutes-a-week";
    private static final String LEAVES = "leaves-at";

    /** How {@code directory.yaml} writes them. */
    static final UnaryOperator<String> OF_FILE = UnaryOperator.identity();

    private static final Map<String, String> JSON =
            Map.of(ID, "staffId", TERMS, "roleTerms", MINUTES, "minutesAWeek", LEAVES, "leavesAt");

    /** How the API writes them. */
    static final UnaryOperator<String> OF_API = key -> JSON.getOrDefault(key, key);

    StaffMember read(YamlMap map) {
        StaffMember person = new StaffMember(
                id(map),
                map.text("name"),
                email(map),
                terms(map),
                new Place(
                        map.optionalText("manager").orElse(null),
                        map.optionalText("deputy").orElse(null),
                        map.optionalText("pod").orElse(null),
                        map.optionalText("team").orElse(null),
                        words(map, "pools")),
                new Abilities(languages(map), words(map, "skills")),
                time(map),
                new Contact(identities(map), map.has("notify") ? map.texts("notify") : List.of()));
        map.rejectUnknown();
        return person;
    }

    String id(YamlMap map) {
        return map.text(keys.apply(ID));
    }

    private static String email(YamlMap map) {
        String email = map.text("email");
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            map.problem("email", "is no e-mail address: " + email, "write name@company");
        }
        return email;
    }

    private List<RoleTerm> terms(YamlMap map) {
        List<RoleTerm> terms = new ArrayList<>();
        for (String role : map.texts("roles")) {
            Reading.known(map, "roles", role, roles.keys(), "role");
            terms.add(RoleTerm.always(role));
        }
        for (YamlMap term : map.has(keys.apply(TERMS)) ? map.maps(keys.apply(TERMS)) : List.<YamlMap>of()) {
            String role = Reading.known(term, "role", term.text("role"), roles.keys(), "role");
            LocalDate from = optionalDate(term, "from");
            LocalDate until = optionalDate(term, "until");
            term.rejectUnknown();
            inOrder(term, from, until);
            terms.add(new RoleTerm(role, from, until));
        }
        return terms;
    }

    private static @Nullable LocalDate optionalDate(YamlMap map, String key) {
        return map.has(key) ? Reading.date(map, key, map.text(key)) : null;
    }

    private static Set<String> words(YamlMap map, String key) {
        return map.has(key) ? Set.copyOf(map.texts(key)) : Set.of();
    }

    private static Set<String> languages(YamlMap map) {
        Set<String> languages = words(map, "languages");
        languages.stream()
                .filter(language -> !LANGUAGE.matcher(language).matches())
                .forEach(language -> map.problem(
                        "languages", "is no language: " + language, "write two small letters, such as de or en"));
        return languages;
    }

    private WorkingTime time(YamlMap map) {
        String calendar =
                map.optionalText("calendar").orElse(calendars.standard().id());
        Reading.known(map, "calendar", calendar, calendars.byId().keySet(), "calendar");
        return new WorkingTime(
                calendar,
                map.has("absences") ? absences(map.maps("absences")) : List.of(),
                map.has(keys.apply(MINUTES)) ? map.integer(keys.apply(MINUTES), 0, 10_080) : FULL_TIME,
                leavesAt(map, keys.apply(LEAVES)));
    }

    private static @Nullable Instant leavesAt(YamlMap map, String key) {
        Optional<String> written = map.optionalText(key);
        try {
            return written.map(text -> OffsetDateTime.parse(text).toInstant()).orElse(null);
        } catch (DateTimeException e) {
            map.problem(key, "is no instant: " + written.orElse(""), "write it as 2026-12-31T17:00:00Z");
            return null;
        }
    }

    private static List<Absence> absences(List<YamlMap> maps) {
        List<Absence> absences = new ArrayList<>();
        for (YamlMap map : maps) {
            LocalDate from = Reading.date(map, "from", map.text("from"));
            LocalDate until = Reading.date(map, "until", map.text("until"));
            map.rejectUnknown();
            if (inOrder(map, from, until) && from != null && until != null) {
                absences.add(new Absence(from, until));
            }
        }
        return absences;
    }

    private static boolean inOrder(YamlMap map, @Nullable LocalDate from, @Nullable LocalDate until) {
        boolean turned = from != null && until != null && until.isBefore(from);
        if (turned) {
            map.problem("until", "stands before from", "the last day is included");
        }
        return !turned;
    }

    private static Map<String, String> identities(YamlMap map) {
        Map<String, String> identities = new HashMap<>();
        if (map.has("identities")) {
            YamlMap tools = map.map("identities");
            tools.keys().forEach(tool -> identities.put(tool, tools.text(tool)));
        }
        return identities;
    }
}
