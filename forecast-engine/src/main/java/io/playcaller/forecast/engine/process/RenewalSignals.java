package io.playcaller.forecast.engine.process;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.forecast.engine.contract.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The signals of a renewal, one per cause. A missed checkpoint is no signal of its own: the renewal is the cause, and its
 * signal gets graver and says what is missing.
 */
record RenewalSignals(SignalRule rule, RenewalCase renewal) {

    private static final Set<FaultCode> NO_PLAN = Set.of(FaultCode.AT_RISK_NO_PLAY, FaultCode.AT_RISK_NO_OWNER);
    private static final Set<Category> DOUBTFUL = Set.of(Category.AT_RISK, Category.LOST);

    List<WantedSignal> wanted(
            Calls calls, CheckpointLook checkpoints, @Nullable String disagreement, List<Fault> faults) {
        List<WantedSignal> wanted = new ArrayList<>();
        if (isDue()) {
            wanted.add(due(checkpoints, faults));
        }
        if (isNoticeNear()) {
            wanted.add(noticeNear(calls));
        }
        List<String> unplanned = unplanned(faults);
        if (!unplanned.isEmpty()) {
            Reason reason = Reason.FC_AT_RISK_NO_PLAN;
            wanted.add(new WantedSignal(reason, reason.severity(), sentence(reason, endOfTerm()), unplanned, null));
        }
        if (disagreement != null && calls.manager() == null) {
            Reason reason = Reason.FC_DISAGREEMENT;
            wanted.add(new WantedSignal(
                    reason, reason.severity(), sentence(reason, endOfTerm()), List.of(disagreement), null));
        }
        return List.copyOf(wanted);
    }

    private boolean isDue() {
        Terms terms = terms();
        return !terms.bound(today()) && !today().isBefore(dueFrom());
    }

    private LocalDate dueFrom() {
        return renewal.decidedOn().minusDays(rule.dueBefore());
    }

    private WantedSignal due(CheckpointLook checkpoints, List<Fault> faults) {
        Reason reason = Reason.FC_RENEWAL_DUE;
        Severity severity = checkpoints
                .missed()
                .filter(missed -> missed.compareTo(reason.severity()) > 0)
                .orElse(reason.severity());
        List<String> missed = faults.stream()
                .filter(fault -> fault.code() == FaultCode.CHECKPOINT_MISSED)
                .map(fault -> "Missed checkpoint " + fault.detail())
                .toList();
        return new WantedSignal(reason, severity, sentence(reason, endOfTerm()), missed, dueFrom());
    }

    /** Only of what renews by itself: where nothing happens without a signature, silence binds nobody. */
    private boolean isNoticeNear() {
        LocalDate noticeBy = terms().noticeBy();
        return terms().autoRenew()
                && noticeBy != null
                && !today().isAfter(noticeBy)
                && !today().isBefore(noticeBy.minusDays(rule.noticeBefore()));
    }

    private WantedSignal noticeNear(Calls calls) {
        Reason reason = Reason.COM_NOTICE_NEAR;
        Severity severity = DOUBTFUL.contains(calls.finalCall().category()) ? Severity.HIGH : reason.severity();
        String about = "contract %s renews by itself unless it is cancelled by %s"
                .formatted(terms().contractId(), terms().noticeBy());
        LocalDate from = Objects.requireNonNull(terms().noticeBy()).minusDays(rule.noticeBefore());
        return new WantedSignal(reason, severity, sentence(reason, about), List.of(), from);
    }

    /** What has been without plan or owner for longer than it may; a play that begins in time is no cause for alarm. */
    private List<String> unplanned(List<Fault> faults) {
        LocalDate latest = today().minusDays(rule.planWithin());
        return faults.stream()
                .filter(fault -> NO_PLAN.contains(fault.code()))
                .filter(fault ->
                        Stream.ofNullable(renewal.since().get(fault.code())).anyMatch(since -> !since.isAfter(latest)))
                .map(Fault::detail)
                .toList();
    }

    /** All days that plays count back from: who corrects one of them has the signal said anew. */
    private String endOfTerm() {
        String end = "contract %s ends on %s".formatted(terms().contractId(), terms().renewalOn());
        return renewal.decidedOn().equals(terms().renewalOn())
                ? end
                : "%s and can be cancelled until %s".formatted(end, renewal.decidedOn());
    }

    private static String sentence(Reason reason, String about) {
        return reason.sentence() + ": " + about;
    }

    private Terms terms() {
        return renewal.situation().terms();
    }

    private LocalDate today() {
        return renewal.situation().today();
    }
}
