package io.playcaller.router.staff.in;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.router.staff.Absence;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.RoleTerm;
import io.playcaller.router.staff.StaffMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of our people, over HTTP.
 *
 * @param roles that they hold for as long as they are here
 * @param roleTerms that they hold for some time
 * @param deputy staff id of who takes their accounts' work while they cannot
 * @param absences null for whom they are none of their business
 * @param leavesAt null where nobody knows, and for whom it is none of their business
 * @param minutesAWeek working minutes that they have for tasks
 * @param identities ids in tools
 * @param source {@code file} where directory.yaml says so, {@code api} where it was said over HTTP
 * @param toldBy connectors that tell them; empty for all
 */
public record StaffView(
        String staffId,
        String name,
        String email,
        List<String> roles,
        List<Term> roleTerms,
        @Nullable String manager,
        @Nullable String deputy,
        @Nullable String pod,
        @Nullable String team,
        List<String> pools,
        List<String> languages,
        List<String> skills,
        String calendar,
        @Nullable List<Absence> absences,
        int minutesAWeek,
        @Nullable Instant leavesAt,
        Map<String, String> identities,
        @JsonProperty("notify") List<String> toldBy,
        String source) {

    /** A role for some time, both days included. */
    public record Term(
            String role, @Nullable LocalDate from, @Nullable LocalDate until) {}

    static StaffView of(StaffMember person, Directory directory) {
        return new StaffView(
                person.staffId(),
                person.name(),
                person.email(),
                person.roles().stream()
                        .filter(StaffView::isForGood)
                        .map(RoleTerm::role)
                        .toList(),
                person.roles().stream()
                        .filter(term -> !isForGood(term))
                        .map(term -> new Term(term.role(), term.from(), term.until()))
                        .toList(),
                person.manager(),
                person.place().deputy(),
                person.place().pod(),
                person.place().team(),
                sorted(person.pools().stream()),
                sorted(person.abilities().languages().stream()),
                sorted(person.abilities().skills().stream()),
                person.calendar(),
                person.absences(),
                person.time().minutesAWeek(),
                person.time().leavesAt(),
                new TreeMap<>(person.contact().identities()),
                person.contact().toldBy(),
                directory.isTold(person.staffId()) ? "api" : "file");
    }

    /** The same for whom it is none of their business when somebody is away or leaves. */
    StaffView withoutPlans() {
        return new StaffView(
                staffId,
                name,
                email,
                roles,
                roleTerms,
                manager,
                deputy,
                pod,
                team,
                pools,
                languages,
                skills,
                calendar,
                null,
                minutesAWeek,
                null,
                identities,
                toldBy,
                source);
    }

    /** What is to be said of somebody over HTTP so that they leave at an instant: all as it is, and that. */
    public static String leaving(StaffMember person, Directory directory, Instant at) {
        ObjectNode entry = WireJson.mapper().valueToTree(of(person, directory));
        entry.remove("source");
        return entry.put("leavesAt", at.toString()).toString();
    }

    /** The same for another deputy of theirs; null for none. */
    public static String withDeputy(StaffMember person, Directory directory, @Nullable String deputy) {
        ObjectNode entry = WireJson.mapper().valueToTree(of(person, directory));
        entry.remove(List.of("source", "deputy"));
        return (deputy == null ? entry : entry.put("deputy", deputy)).toString();
    }

    private static boolean isForGood(RoleTerm term) {
        return term.from() == null && term.until() == null;
    }

    private static List<String> sorted(Stream<String> words) {
        return words.sorted().toList();
    }
}
