package io.playcaller.router.signal;

import io.playcaller.contracts.health.AccountSnapshot;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.router.routing.Waits;
import io.playcaller.router.task.PathStep;
import io.playcaller.router.task.Severities;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's line of an episode: its newest transition, what became of it, and why.
 *
 * @param taskId the task that it made or joined; null for none
 * @param waits what it waits for while it is silenced or held; null otherwise
 */
public record KnownSignal(
        SignalChanged signal,
        SignalStatus status,
        @Nullable UUID taskId,
        List<PathStep> path,
        @Nullable Waits waits) {

    /** One that waits for nothing. */
    public KnownSignal(SignalChanged signal, SignalStatus status, @Nullable UUID taskId, List<PathStep> path) {
        this(signal, status, taskId, path, null);
    }

    static PathStep releasedBy(String lead) {
        return PathStep.released("triage", "Released from triage by " + lead + ".");
    }

    /** The steps by which people let it go on; none when it never waited for them. */
    List<PathStep> release() {
        return path.stream().filter(PathStep::releases).toList();
    }

    /** Where its next way begins: with its release, if there was one, and what sends it again. */
    List<PathStep> after(PathStep because) {
        return Stream.concat(release().stream(), Stream.of(because)).toList();
    }

    /** Key of the play that follows the one that gave up about it; empty where none did. */
    public Optional<String> followUp() {
        return path.stream().filter(PathStep::followsUp).map(PathStep::reason).findFirst();
    }

    /** The same as if no play had given up about it. */
    KnownSignal anew() {
        List<PathStep> others = path.stream().filter(step -> !step.followsUp()).toList();
        return new KnownSignal(signal, status, taskId, others, waits);
    }

    /** Why it became what it became, for people: the last answer on its way. */
    public String why() {
        return path.isEmpty() ? "" : path.get(path.size() - 1).sentence();
    }

    public UUID episodeId() {
        return signal.episodeId();
    }

    /** Whether the condition holds. */
    public boolean isOpen() {
        return isOpen(signal);
    }

    /** Whether {@code next} only brings news of what was routed already, so that nothing sends it to triage. */
    boolean goesOnWith(SignalChanged next) {
        return isOpen() && !isOfImport() && next.state() == SignalState.UPDATED;
    }

    /** Whether an import found it and nobody has released it: it waits, or no play answered it. */
    private boolean isOfImport() {
        boolean unanswered = status == SignalStatus.STOPPED
                && signal.origin() != SignalOrigin.LIVE
                && release().isEmpty();
        return status == SignalStatus.TRIAGE || unanswered;
    }

    /** Whether {@code next} changes nothing: a person has to say what becomes of it, or said so. */
    boolean isLeftToPeople(SignalChanged next) {
        return isOpen() && (status == SignalStatus.HELD || (status == SignalStatus.DISCARDED && !asksForMore(next)));
    }

    /** The same with a newer transition. */
    KnownSignal with(SignalChanged next) {
        return new KnownSignal(next, status, taskId, path, waits);
    }

    /** Whether {@code next} may call for more than what was done: it opens again, is graver, or has another reason. */
    boolean asksForMore(SignalChanged next) {
        return !isOpen() || next.reason() != signal.reason() || Severities.isWorse(next.severity(), signal.severity());
    }

    /** Whether the contract that it is about has other dates than {@code before}. */
    public boolean hasOtherDatesThan(KnownSignal before) {
        return !Objects.equals(dates(), before.dates());
    }

    private List<Optional<LocalDate>> dates() {
        AccountSnapshot account = signal.account();
        return account == null
                ? List.of()
                : List.of(
                        Optional.ofNullable(account.profile().renewalOn()),
                        Optional.ofNullable(account.profile().noticeBy()));
    }

    /** Whether it had joined that task and nothing else became of it. */
    boolean isLeftBy(UUID ended) {
        return status == SignalStatus.JOINED && ended.equals(taskId);
    }

    static boolean isOpen(SignalChanged signal) {
        return signal.state() == SignalState.OPENED || signal.state() == SignalState.UPDATED;
    }

    /** The tasks of these signals, each once. */
    public static List<UUID> taskIds(Collection<KnownSignal> signals) {
        return signals.stream()
                .map(KnownSignal::taskId)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }
}
