package io.playcaller.router.staff;

import io.playcaller.contracts.register.Owner;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom an escalation tells. The lead is the account's team-lead, else the assignee's manager, else the chain of the role
 * team-lead; any other role resolves like that of a task.
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
                .filter(manager -> !manager.isAway(assigner.diary().today(manager)))
                .filter(manager -> !manager.hasLeft(assigner.diary().now()))
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
}
