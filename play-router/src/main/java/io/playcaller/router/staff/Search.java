package io.playcaller.router.staff;

import io.playcaller.contracts.register.Owner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One search for the person of a task. Remembers whom it passed over, and why. */
final class Search {

    private final Assigner assigner;
    private final Ask ask;
    private final Workload workload;
    private final Presence presence;
    private final List<String> tried = new ArrayList<>();

    Search(Assigner assigner, Ask ask, Workload workload) {
        this.assigner = assigner;
        this.ask = ask;
        this.workload = workload;
        this.presence =
                new Presence(assigner, ask, workload, assigner.coverage().needOf(ask.customer()));
    }

    Assignment find() {
        for (String role : assigner.chains().chain(ask.role())) {
            Optional<Assignment> found = namedOwner(role).or(() -> pool(role));
            if (found.isPresent()) {
                return found.get();
            }
        }
        return new Assignment(
                RoleChains.CS_OPS, null, "nobody", "Stands before CS Ops: " + String.join("; ", tried) + ".");
    }

    Optional<Assignment> again(@Nullable String staffId) {
        return assigner.directory()
                .person(staffId)
                .filter(person -> (isOwner(person)
                                ? presence.whyNotHere(person)
                                : presence.whyNotInRole(person, ask.role()))
                        .or(() -> presence.whyNoRoom(person))
                        .isEmpty())
                .map(person -> found(ask.role(), person, "same-person", "had the step before, as " + ask.role()));
    }

    private boolean isOwner(StaffMember person) {
        return ask.owners().stream()
                .anyMatch(owner -> owner.role().equals(ask.role())
                        && owner.staffId().equals(person.staffId())
                        && Assigner.whyNoOwner(owner, person, assigner.diary()).isEmpty());
    }

    Optional<Assignment> namedOwner(String role) {
        for (Owner owner : ask.owners()) {
            if (owner.role().equals(role)) {
                Optional<Assignment> found = owner(owner);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Assignment> owner(Owner owner) {
        StaffMember person = assigner.directory().person(owner.staffId()).orElse(null);
        if (person == null) {
            tried.add("owner " + owner.staffId() + " (" + owner.role() + ") is not in the directory");
            return Optional.empty();
        }
        if (passes(person, Assigner.whyNoOwner(owner, person, assigner.diary()))) {
            return Optional.empty();
        }
        boolean here = !passes(person, presence.whyNotHere(person));
        String because = "is the account's " + owner.role();
        if (here && !passes(person, presence.whyNoRoom(person))) {
            return Optional.of(found(owner.role(), person, "named-owner", because));
        }
        Optional<Assignment> deputy = deputy(owner.role(), person);
        boolean waits = here && assigner.coverage().isNamed(ask.customer());
        return deputy.isPresent() || !waits ? deputy : later(owner.role(), List.of(person), because);
    }

    /** Whoever deputises for them, or for the deputy who cannot either. */
    private Optional<Assignment> deputy(String role, StaffMember owner) {
        Set<String> seen = new HashSet<>(Set.of(owner.staffId()));
        for (StaffMember next = deputyOf(owner); next != null && seen.add(next.staffId()); next = deputyOf(next)) {
            if (!passes(next, presence.whyNot(next))) {
                return Optional.of(found(role, next, "deputy", "deputises for " + owner.name()));
            }
        }
        return Optional.empty();
    }

    private @Nullable StaffMember deputyOf(StaffMember person) {
        return assigner.directory().person(person.place().deputy()).orElse(null);
    }

    private Optional<Assignment> pool(String role) {
        List<StaffMember> candidates = assigner.directory().serving(role, assigner.chains());
        if (candidates.isEmpty()) {
            tried.add("nobody is " + role);
            return Optional.empty();
        }
        List<StaffMember> here = candidates.stream()
                .filter(person -> !passes(person, presence.whyNotInRole(person, role)))
                .toList();
        List<StaffMember> fitting =
                preferred(here, presence::whyUnfit, "nobody there fits, so this counts for nothing");
        List<StaffMember> free = fitting.stream()
                .filter(person -> !passes(person, presence.whyNoRoom(person)))
                .toList();
        return free.isEmpty() ? overflow(role, fitting) : Optional.of(best(role, free));
    }

    private Assignment best(String role, List<StaffMember> free) {
        String group = presence.groupOf(role);
        List<StaffMember> able = preferred(
                free, presence::whyNoMinutes, "nobody of " + group + " has the minutes, so this counts for nothing");
        StaffMember least = able.stream().min(lightest()).orElseThrow();
        Optional<StaffMember> last = able.stream()
                .filter(person -> workload.lastOf(ask.customer().accountId())
                        .filter(person.staffId()::equals)
                        .isPresent())
                .filter(person -> presence.isNear(person, least))
                .findFirst();
        return last.map(person ->
                        found(role, person, "last", "had the account's last task, and no more load than is fair"))
                .orElseGet(() -> found(
                        role,
                        least,
                        presence.isPool(role) ? "pool" : "holder",
                        "has the least open work (" + workload.of(least.staffId()) + " min) of " + group));
    }

    private Comparator<StaffMember> lightest() {
        return Comparator.comparingLong(presence::loadWith).thenComparing(presence::draw);
    }

    /** All who could have it have had their share today. */
    private Optional<Assignment> overflow(String role, List<StaffMember> full) {
        Optional<Assignment> digital = assigner.coverage()
                .digitalRole(ask.customer())
                .filter(other -> !other.equals(role))
                .flatMap(this::pool);
        return digital.isPresent() ? digital : later(role, full, "has room first of " + presence.groupOf(role));
    }

    /** For the first working day on which one of them has room. */
    private Optional<Assignment> later(String role, List<StaffMember> full, String because) {
        return full.stream()
                .flatMap(person ->
                        presence
                                .nextRoom(person)
                                .map(day ->
                                        new Later(person, day, assigner.diary().opens(person, day)))
                                .stream())
                .min(Comparator.comparing(Later::opens).thenComparing(Later::person, lightest()))
                .map(later -> {
                    String why = because + " and begins it on " + later.day();
                    Assignment found = found(role, later.person(), "later", why);
                    return new Assignment(role, found.staffId(), found.how(), found.sentence(), later.opens());
                });
    }

    private record Later(StaffMember person, LocalDate day, Instant opens) {}

    /** Those of whom nothing is to be said; all where something is to be said of each. */
    private List<StaffMember> preferred(
            List<StaffMember> people, Function<StaffMember, Optional<String>> whyNot, String nobody) {
        List<StaffMember> left = people.stream()
                .filter(person -> !passes(person, whyNot.apply(person)))
                .toList();
        if (left.isEmpty() && !people.isEmpty()) {
            tried.add(nobody);
            return people;
        }
        return left;
    }

    /** Remembers why somebody is passed over. */
    private boolean passes(StaffMember person, Optional<String> why) {
        why.ifPresent(reason -> tried.add(person.name() + " " + reason));
        return why.isPresent();
    }

    private Assignment found(String role, StaffMember person, String how, String because) {
        if (presence.isBeyond(person)) {
            tried.add("it comes at once, however full the day is");
        }
        String before = tried.isEmpty() ? "" : " (" + String.join("; ", tried) + ")";
        return new Assignment(role, person.staffId(), how, person.name() + " " + because + before + ".");
    }
}
