package io.playcaller.router.staff;

import io.playcaller.contracts.register.Owner;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whom an escalation tells. The lead is the account's team-lead, else the assignee's manager, else the chain of the role
 * team-lead; any other role resolves like that of a task. For a person or a team that is not here today the lead stands in, so
 * that somebody hears of it.
 */
public record LeadFinder(Assigner assigner) {

    /** Who is told; its {@code staffId} is null when nobody is found. Nobody is told about their own task. */
    public Assignment lead(@Nullable String assignee, List<Owner> owners, UUID draw) {
        return assigner.except(assignee)
                .namedOwner(Ask.toTell(RoleChains.TEAM_LEAD, owners, draw))
                .or(() -> presentManager(assignee))
                .orElseGet(() -> holder(RoleChains.TEAM_LEAD, assignee, owners, draw));
    }

    private Optional<Assignment> presentManager(@Nullable String assignee) {
        return assigner.directory()
                .person(assignee)
                .flatMap(assigner.directory()::managerOf)
                .filter(this::isHere)
                .map(manager -> new Assignment(
                        RoleChains.TEAM_LEAD,
                        manager.staffId(),
                        "manager",
                        manager.name() + " is the assignee's manager."));
    }

    /** The holder of {@code role}, found like the assignee of a task; who has the task is passed over. */
    public Assignment holder(String role, @Nullable String assignee, List<Owner> owners, UUID draw) {
        return assigner.except(assignee).assign(Ask.toTell(role, owners, draw), Workload.EMPTY);
    }

    /** Somebody by name; the lead where they are not here, or have the task themselves. */
    public Assignment person(String staffId, @Nullable String assignee, List<Owner> owners, UUID draw) {
        Optional<StaffMember> named = assigner.directory().person(staffId);
        return named.filter(person -> !staffId.equals(assignee))
                .filter(this::isHere)
                .map(person ->
                        new Assignment(RoleChains.TEAM_LEAD, staffId, "named", person.name() + " is named for it."))
                .orElseGet(() -> insteadOf(named.map(StaffMember::name).orElse(staffId), assignee, owners, draw));
    }

    /** All of a team who are here, but for who has the task; the lead where nobody is. */
    public Told team(String team, @Nullable String assignee, List<Owner> owners, UUID draw) {
        List<StaffMember> here = assigner.directory().people().stream()
                .filter(person -> team.equals(person.place().team()))
                .filter(person -> !person.staffId().equals(assignee))
                .filter(this::isHere)
                .toList();
        if (here.isEmpty()) {
            return Told.only(insteadOf("team " + team, assignee, owners, draw));
        }
        String names = here.stream().map(StaffMember::name).collect(Collectors.joining(", "));
        Assignment first = new Assignment(
                RoleChains.TEAM_LEAD, here.get(0).staffId(), "team", "Team " + team + " is told: " + names + ".");
        return new Told(first, here.stream().map(StaffMember::staffId).toList());
    }

    private Assignment insteadOf(String whom, @Nullable String assignee, List<Owner> owners, UUID draw) {
        Assignment lead = lead(assignee, owners, draw);
        return new Assignment(
                lead.role(), lead.staffId(), lead.how(), "Nobody is here of " + whom + ". " + lead.sentence());
    }

    private boolean isHere(StaffMember person) {
        return !person.isAway(assigner.diary().today(person))
                && !person.hasLeft(assigner.diary().now());
    }
}
