package io.playcaller.router.staff;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of our people.
 *
 * @param staffId what an account's owners name
 * @param email what tools match them by that know no identity of theirs
 */
public record StaffMember(
        String staffId,
        String name,
        String email,
        List<RoleTerm> roles,
        Place place,
        Abilities abilities,
        WorkingTime time,
        Contact contact) {

    public StaffMember {
        roles = List.copyOf(roles);
    }

    /** Staff id; null at the top. */
    public @Nullable String manager() {
        return place.manager();
    }

    public Set<String> pools() {
        return place.pools();
    }

    /** Id of their working hours. */
    public String calendar() {
        return time.calendar();
    }

    public List<Absence> absences() {
        return time.absences();
    }

    /** The roles that are theirs, have been or will be. */
    Set<String> everHeld() {
        return roles.stream().map(RoleTerm::role).collect(Collectors.toSet());
    }

    /** Whether a role is theirs on a day. */
    public boolean holds(String role, LocalDate day) {
        return roles.stream().anyMatch(term -> term.role().equals(role) && term.covers(day));
    }

    /** Why a role of theirs is not theirs on a day. */
    String whyNotNow(String role, LocalDate day) {
        return roles.stream()
                .filter(term -> term.role().equals(role))
                .flatMap(term -> term.whyNot(day).stream())
                .findFirst()
                .orElse("is not " + role);
    }

    public boolean isAway(LocalDate day) {
        return absenceOn(day).isPresent();
    }

    public Optional<Absence> absenceOn(LocalDate day) {
        return time.absences().stream().filter(absence -> absence.covers(day)).findFirst();
    }

    /** Whether they have left by then. */
    public boolean hasLeft(Instant at) {
        return time.leavesAt() != null && !at.isBefore(time.leavesAt());
    }

    /** Whether it is known when they leave, or they have left. */
    public boolean leaves() {
        return time.leavesAt() != null;
    }

    /** Their id in a tool, where it is stated; a tool that finds people by their e-mail address needs none. */
    public Optional<String> identityIn(String tool) {
        return Optional.ofNullable(contact.identities().get(tool));
    }

    /** Whether a token may name them so, beside their staff id; in whatever case. */
    boolean logsInAs(String subject) {
        return email.equalsIgnoreCase(subject)
                || contact.login().filter(subject::equalsIgnoreCase).isPresent();
    }

    /** Where health-service lists what they set by hand and is in force: it knows them as they log in. */
    public String overridesAddress() {
        return Stream.concat(Stream.of(staffId, email), contact.login().stream())
                .map(author -> "author=" + URLEncoder.encode(author, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "/v1/overrides?", ""));
    }

    /** Whether a connector may tell them things. */
    public boolean isToldBy(String connector) {
        return contact.toldBy().isEmpty() || contact.toldBy().contains(connector);
    }
}
