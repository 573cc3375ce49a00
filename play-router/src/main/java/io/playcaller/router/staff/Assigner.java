package io.playcaller.router.staff;

import io.playcaller.contracts.register.Owner;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the person for a task: the account's owner in the role, else their deputy, else who of the pool that serves the role
 * has room and the least load, else the same for the next role of its chain. Who has had their share of new tasks today gets
 * a further one for a later day; what is critical comes at once. A replay chooses the same.
 *
 * @param except staff id of somebody who is passed over; null for nobody
 */
public record Assigner(
        Directory directory,
        RoleChains chains,
        Coverage coverage,
        Diary diary,
        @Nullable String except) {

    /** One that passes over nobody. */
    public Assigner(Directory directory, RoleChains chains, Coverage coverage, Diary diary) {
        this(directory, chains, coverage, diary, null);
    }

    /** The same, for a task that {@code staffId} has already; null for one that nobody has. */
    public Assigner except(@Nullable String staffId) {
        return new Assigner(directory, chains, coverage, diary, staffId);
    }

    /** Never fails: where nobody is found the task stands before CS Ops, with everything that was tried. */
    public Assignment assign(Ask ask, Workload workload) {
        return new Search(this, ask, workload).find();
    }

    /**
     * Somebody who had something of the same work before, where they are still in its role, are here and have room.
     *
     * @param staffId null where nobody had
     */
    public Optional<Assignment> again(@Nullable String staffId, Ask ask, Workload workload) {
        return new Search(this, ask, workload).again(staffId);
    }

    /** The account's owner in that role who works today. */
    Optional<Assignment> namedOwner(Ask ask) {
        return new Search(this, ask, Workload.EMPTY).namedOwner(ask.role());
    }

    /** Whether {@code owner} names this person for today. */
    static Optional<String> whyNoOwner(Owner owner, StaffMember person, Diary diary) {
        if (diary.today(person).isBefore(owner.from())) {
            return Optional.of("is " + owner.role() + " only from " + owner.from());
        }
        return owner.until() != null && !diary.today(person).isBefore(owner.until())
                ? Optional.of("was " + owner.role() + " until " + owner.until())
                : Optional.empty();
    }
}
