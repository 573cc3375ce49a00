package io.playcaller.health.fold.app;

import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.deadletter.Fault;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.health.engine.Step;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.fold.Boundaries;
import io.playcaller.health.fold.Held;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.fold.StoredAccount;
import io.playcaller.health.fold.UnreadableState;
import io.playcaller.health.fold.Work;
import io.playcaller.health.fold.Work.Parked;
import io.playcaller.health.fold.Work.Quarantined;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Steps the accounts of one partition. An account whose step throws is quarantined with what it was up to then, and one
 * whose stored state cannot be read with the bytes as they stand; its later facts are parked in order, and everybody else
 * goes on.
 */
final class AccountSteps {

    private static final Logger LOG = Logger.getLogger(AccountSteps.class);

    /** One step of an account by the engine. */
    interface Transition {
        Step of(AccountState state);
    }

    private final AccountsAtHand accounts;
    private final Boundaries boundaries = new Boundaries();
    private final Set<String> quarantined;
    private final FoldMetrics metrics;
    private final ShadowFold shadow;

    AccountSteps(int partition, FoldStore.Claim claim, FoldParts parts) {
        this.accounts = new AccountsAtHand(
                parts.store(), AccountState::fresh, parts.cache().partition(partition));
        this.quarantined = new HashSet<>(claim.quarantined());
        this.metrics = parts.metrics();
        this.shadow = new ShadowFold(parts.engines(), metrics);
        claim.boundaries().forEach(boundaries::set);
    }

    void prepare(Collection<String> accountIds) {
        accounts.prepare(accountIds);
    }

    /** Lets go of states beyond the budget, except of those that {@code work} is still to store. */
    void trim(Work work) {
        accounts.trim(work::has);
    }

    /** What the model in shadow says of those that moved. */
    ShadowFold shadow() {
        return shadow;
    }

    /** Accounts for which time matters at or before {@code now}. */
    List<String> due(Instant now) {
        return boundaries.due(now);
    }

    /** Whether it is so of the account's state; of one that cannot be read nobody knows, so that it counts as if it were. */
    boolean mayBe(String accountId, Predicate<AccountState> so) {
        return !(accounts.get(accountId) instanceof Held held) || so.test(held.state());
    }

    boolean inQuarantine(String accountId) {
        return quarantined.contains(accountId);
    }

    /** From here on the account is folded again, from what the store has now: it may have been mended there. */
    void readmit(String accountId) {
        quarantined.remove(accountId);
        accounts.forget(accountId);
        if (accounts.get(accountId) instanceof Held held) {
            boundaries.set(accountId, held.state().nextBoundary());
        }
    }

    /** Folds a fact of the account, or parks it. */
    void apply(String accountId, LogEntry.Fact fact, Transition transition, LogState log, Work work) {
        if (quarantined.contains(accountId) || !fold(accountId, fact, transition, log, work)) {
            work.park(new Parked(accountId, fact, log));
            metrics.parked();
        }
    }

    /** Steps the account because of what concerns the whole log; one in quarantine stays as it is. */
    void advance(String accountId, LogEntry.Fact cause, Transition transition, LogState log, Work work) {
        if (!quarantined.contains(accountId)) {
            fold(accountId, cause, transition, log, work);
        }
    }

    /** Steps an account that is not in quarantine; false when it is from here on. */
    boolean fold(String accountId, LogEntry.Fact cause, Transition transition, LogState log, Work work) {
        StoredAccount stored = accounts.get(accountId);
        if (stored instanceof UnreadableState unreadable) {
            cannotBeRead(accountId, unreadable, cause, log.now(), work);
            return false;
        }
        Held before = (Held) stored;
        Step step;
        try {
            step = transition.of(before.state());
        } catch (RuntimeException e) {
            cannotBeFolded(accountId, e, cause, log.now(), work);
            return false;
        }
        if (moved(before.state(), step)) {
            accounts.put(accountId, work.stepped(accountId, before, step));
            boundaries.set(accountId, step.state().nextBoundary());
            shadow.moved(accountId, log);
        }
        return true;
    }

    /** The engine answers the same object when nothing changed. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean moved(AccountState before, Step step) {
        return step.state() != before || !step.silent();
    }

    private void cannotBeFolded(String accountId, RuntimeException e, LogEntry.Fact cause, Instant now, Work work) {
        LOG.errorf(
                e,
                "account %s is quarantined: %s at offset %d cannot be folded",
                accountId,
                cause.event().type().wire(),
                cause.offset());
        Fault fault = Fault.ofOurs("fold.failed", "account " + accountId + ": " + e);
        quarantine(new Quarantined(accountId, cause, e.toString(), letter(accountId, fault, cause, now)), work);
    }

    private void cannotBeRead(String accountId, UnreadableState state, LogEntry.Fact cause, Instant now, Work work) {
        LOG.errorf("account %s is quarantined: its stored state cannot be read: %s", accountId, state.why());
        Fault fault = Fault.ofOurs(UnreadableState.CODE, "account " + accountId + ": " + state.why());
        quarantine(new Quarantined(accountId, cause, state.reason(), letter(accountId, fault, cause, now)), work);
        metrics.unreadableState();
    }

    private static DeadLetter letter(String accountId, Fault fault, LogEntry.Fact cause, Instant now) {
        return cause.original().letter(Place.HEALTH, accountId, fault, now);
    }

    private void quarantine(Quarantined account, Work work) {
        String accountId = account.accountId();
        work.quarantine(account);
        quarantined.add(accountId);
        boundaries.set(accountId, null);
        metrics.quarantined();
    }
}
