package io.playcaller.health.fold;

import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.fact.ChildScoreChanged;
import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.ProfileChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.health.engine.Step;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.models.ShadowScore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one transaction of a partition will store and announce. Filled by the fold, then read by the store. */
public final class Work {

    /**
     * An account after this work.
     *
     * @param before as it must be stored, or the work is refused
     * @param newest the newest announced score in this work; null when none was
     */
    public record AccountRow(
            String accountId,
            Held before,
            Held held,
            @Nullable HealthChanged newest) {

        /** The revision that must be stored. */
        public long priorRev() {
            return before.rev();
        }
    }

    /** An announced score with its revision. */
    public record Change(long rev, HealthChanged health) {}

    /**
     * A profile that moved.
     *
     * @param rev the account's revision when it did
     * @param index among those of that revision
     */
    public record Moved(long rev, int index, ProfileChanged profile) {}

    /** A signal with its key on the topic: the account, or {@code source/<name>}. */
    public record KeyedSignal(String key, SignalChanged signal) {}

    /** An account whose fold failed, and the fact at which it did. */
    public record Quarantined(String accountId, LogEntry.Fact fact, String reason, DeadLetter letter) {}

    /** A fact of a quarantined account, and what the log had said when it came. */
    public record Parked(String accountId, LogEntry.Fact fact, LogState log) {}

    /**
     * An account that leaves quarantine; it may be in {@link #quarantined()} again.
     *
     * @param folded last offset of what waited and was folded; below 0 when nothing was
     */
    public record Released(String accountId, long folded) {}

    private final NavigableMap<String, AccountRow> accounts = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<KeyedSignal> signals = new ArrayList<>();
    private final List<Moved> profiles = new ArrayList<>();
    private final List<ChildScoreChanged> handed = new ArrayList<>();
    private final List<Quarantined> quarantined = new ArrayList<>();
    private final List<Parked> parked = new ArrayList<>();
    private final NavigableMap<String, Released> released = new TreeMap<>();
    private final List<DeadLetter> letters = new ArrayList<>();
    private final List<ShadowScore> shadows = new ArrayList<>();
    private @Nullable ModelActivated model;

    /**
     * Adds a step of an account.
     *
     * @return the account afterwards; its revision rose by one for each announced score, and at least by one
     */
    public Held stepped(String accountId, Held before, Step step) {
        long rev = before.rev();
        for (HealthChanged change : step.changes()) {
            changes.add(new Change(++rev, change));
        }
        Held after = new Held(step.state(), Math.max(rev, before.rev() + 1));
        for (int i = 0; i < step.profiles().size(); i++) {
            profiles.add(new Moved(after.rev(), i, step.profiles().get(i)));
        }
        step.signals().forEach(signal -> signals.add(new KeyedSignal(accountId, signal)));
        handed.addAll(step.handed());
        AccountRow earlier = accounts.get(accountId);
        Held stored = earlier == null ? before : earlier.before();
        accounts.put(accountId, new AccountRow(accountId, stored, after, newest(step, earlier)));
        return after;
    }

    private static @Nullable HealthChanged newest(Step step, @Nullable AccountRow earlier) {
        List<HealthChanged> changes = step.changes();
        if (!changes.isEmpty()) {
            return changes.get(changes.size() - 1);
        }
        return earlier == null ? null : earlier.newest();
    }

    /** Adds a signal that concerns no account. */
    public void signal(String key, SignalChanged signal) {
        signals.add(new KeyedSignal(key, signal));
    }

    public void quarantine(Quarantined account) {
        quarantined.add(account);
        letters.add(account.letter());
    }

    public void park(Parked fact) {
        parked.add(fact);
    }

    /** Lets the account out; what waits for it goes on waiting until it is {@linkplain #unpark unparked}. */
    public void release(String accountId) {
        released.put(accountId, new Released(accountId, -1));
    }

    /** What waited for a released account was folded up to this offset. */
    public void unpark(String accountId, long offset) {
        released.put(accountId, new Released(accountId, offset));
    }

    public void letter(DeadLetter letter) {
        letters.add(letter);
    }

    public void shadow(ShadowScore score) {
        shadows.add(score);
    }

    public void activate(ModelActivated activated) {
        model = activated;
    }

    /** Whether a state of the account is to be stored. */
    public boolean has(String accountId) {
        return accounts.containsKey(accountId);
    }

    /** In order of their ids, so that two transactions never wait for each other in a circle. */
    public Collection<AccountRow> accounts() {
        return accounts.values();
    }

    public List<Change> changes() {
        return changes;
    }

    public List<Moved> profiles() {
        return profiles;
    }

    public List<KeyedSignal> signals() {
        return signals;
    }

    /** What accounts tell their parents, in the order in which they do: facts of the log. */
    public List<ChildScoreChanged> handed() {
        return handed;
    }

    public List<Quarantined> quarantined() {
        return quarantined;
    }

    public List<Parked> parked() {
        return parked;
    }

    /** Stored before {@link #quarantined()} and {@link #parked()}. */
    public Collection<Released> released() {
        return released.values();
    }

    public List<DeadLetter> letters() {
        return letters;
    }

    /** What the model in shadow says of {@link #accounts()}; told to nobody. Empty while none is. */
    public List<ShadowScore> shadows() {
        return shadows;
    }

    /** The model to be activated in the log of this partition; null for most work. */
    public @Nullable ModelActivated model() {
        return model;
    }
}
