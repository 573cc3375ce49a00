package io.playcaller.router.routing;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.register.Owner;
import io.playcaller.router.account.KnownAccount;
import io.playcaller.router.play.OpenSignal;
import io.playcaller.router.play.PastRun;
import io.playcaller.router.play.Play;
import io.playcaller.router.sla.SlaCase;
import io.playcaller.router.staff.Ask;
import io.playcaller.router.staff.Customer;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Task;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signal on its way, with what the stages need to know about its account.
 *
 * @param openTasks of the account
 * @param openSignals of the account, neither this one nor what somebody said is nothing
 * @param play null until the first stage found it
 * @param runs of plays on the account whose frequency is limited
 * @param holdoutPercent the share that was held out when the lot was drawn for it; null until one is, and where none is
 */
public record RoutingCase(
        SignalChanged signal,
        KnownAccount account,
        List<Task> openTasks,
        List<OpenSignal> openSignals,
        Workload workload,
        @Nullable Play play,
        List<PastRun> runs,
        @Nullable Integer holdoutPercent) {

    /** For which no lot is drawn yet. */
    public RoutingCase(
            SignalChanged signal,
            KnownAccount account,
            List<Task> openTasks,
            List<OpenSignal> openSignals,
            Workload workload,
            @Nullable Play play,
            List<PastRun> runs) {
        this(signal, account, openTasks, openSignals, workload, play, runs, null);
    }

    /** On an account on which no play that is limited ran. */
    public RoutingCase(
            SignalChanged signal,
            KnownAccount account,
            List<Task> openTasks,
            List<OpenSignal> openSignals,
            Workload workload,
            @Nullable Play play) {
        this(signal, account, openTasks, openSignals, workload, play, List.of());
    }

    /** Null for a signal that concerns no account. */
    @Nullable
    String accountName() {
        return account.nameFor(signal);
    }

    List<Owner> owners() {
        return account.ownersFor(signal);
    }

    /** Stage of the account's life now, as far as it was told; null for a signal that concerns no account. */
    @Nullable
    String stage() {
        return account.stageFor(signal);
    }

    /** Tier of the account when the signal was made; null for a signal that concerns no account. */
    public @Nullable String tier() {
        return signal.account() == null ? null : signal.account().profile().tier();
    }

    /** Who asks for somebody. */
    private Customer customer() {
        return new Customer(signal.accountId(), tier(), account.country(), account.industry(), zone());
    }

    /** Of the customer's office; null where it is not known, or is none. */
    private @Nullable ZoneId zone() {
        String zone = signal.account() == null ? null : signal.account().zone();
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** For whom a task of a play is. */
    Ask ask(Play of, UUID draw) {
        return ask(of.ownerIn(tier()), signal.severity() == Severity.CRITICAL, of.minutes(), draw);
    }

    /**
     * For whom work is that the signal brings.
     *
     * @param atOnce however full a day is
     */
    public Ask ask(String role, boolean atOnce, int minutes, UUID draw) {
        return new Ask(role, owners(), customer(), atOnce, minutes, draw);
    }

    /** What chooses its clocks. */
    SlaCase slaCase(Play of) {
        return SlaCase.of(of.key(), signal, stage());
    }

    /** The play, for the stages after the one that finds it. */
    Play chosenPlay() {
        if (play == null) {
            throw new IllegalStateException("no play is chosen yet");
        }
        return play;
    }

    public RoutingCase withPlay(Play chosen) {
        return new RoutingCase(signal, account, openTasks, openSignals, workload, chosen, runs, holdoutPercent);
    }

    /** The same where a lot was drawn that holds out so many of a hundred accounts. */
    RoutingCase drawn(int percent) {
        return new RoutingCase(signal, account, openTasks, openSignals, workload, play, runs, percent);
    }

    /** What ran on the account of the play that is chosen. */
    List<PastRun> runsOfPlay() {
        return runs.stream()
                .filter(run -> run.play().equals(chosenPlay().key()))
                .toList();
    }
}
