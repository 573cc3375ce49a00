package io.playcaller.contracts.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract with its lines and all its dated movements.
 *
 * @param endsOn first day that is no longer paid for: the renewal date
 * @param noticeDays days before {@code endsOn} by which a cancellation must be declared; 0 without such a term
 * @param noticeReceivedOn when the customer declared a cancellation; null while they have not
 * @param closedOn when its outcome was decided; null while it is open
 * @param withdrawn true when it never was, whatever else is said of it; else null
 * @param replaces the contract that it goes on from, which ends where this one begins; null when nobody said
 */
public record ContractRecord(
        String contractId,
        String accountId,
        long version,
        LocalDate signedOn,
        LocalDate startsOn,
        LocalDate endsOn,
        boolean autoRenew,
        int noticeDays,
        @Nullable LocalDate noticeReceivedOn,
        @Nullable LocalDate closedOn,
        List<ContractLine> lines,
        List<ContractMovement> movements,
        @Nullable Boolean withdrawn,
        @Nullable String replaces) {

    /** One that names no contract that it goes on from. */
    public ContractRecord(
            String contractId,
            String accountId,
            long version,
            LocalDate signedOn,
            LocalDate startsOn,
            LocalDate endsOn,
            boolean autoRenew,
            int noticeDays,
            @Nullable LocalDate noticeReceivedOn,
            @Nullable LocalDate closedOn,
            List<ContractLine> lines,
            List<ContractMovement> movements,
            @Nullable Boolean withdrawn) {
        this(
                contractId,
                accountId,
                version,
                signedOn,
                startsOn,
                endsOn,
                autoRenew,
                noticeDays,
                noticeReceivedOn,
                closedOn,
                lines,
                movements,
                withdrawn,
                null);
    }

    /** Whether there is such a contract. */
    public boolean stands() {
        return withdrawn == null || !withdrawn;
    }

    /**
     * Whether it goes on beyond {@code endsOn} until somebody closes it: something of it has no end, or it renews by itself and no
     * cancellation was declared before that day.
     */
    public boolean runsOn() {
        boolean cancelled = noticeReceivedOn != null && noticeReceivedOn.isBefore(endsOn);
        return lines.stream().anyMatch(ContractLine::neverEnds) || (autoRenew && !cancelled);
    }

    /**
     * The term that is in force on {@code day}, or would be if it were open: the one that is written until {@code endsOn}, and of one that renews
     * by itself the next ones from then on. None follows the term in which a cancellation was declared. Of one that {@link #neverEnds} it says
     * nothing.
     */
    public ContractTerm termOn(LocalDate day) {
        ContractTerm written = new ContractTerm(startsOn, endsOn);
        LocalDate cancelledOn = noticeReceivedOn;
        return autoRenew ? written.on(cancelledOn != null && cancelledOn.isBefore(day) ? cancelledOn : day) : written;
    }

    /**
     * Of one that is closed the first day that is no longer paid for; null while it is open. That is {@code endsOn}; one that ran on was
     * paid for until it was closed, or to the end of the later term in which a cancellation was declared.
     */
    public @Nullable LocalDate overOn() {
        if (closedOn == null) {
            return null;
        }
        if (!runsOn() || !closedOn.isAfter(endsOn)) {
            return endsOn;
        }
        return cancelledInLaterTerm(closedOn) ? termOn(closedOn).endsOn() : closedOn;
    }

    private boolean cancelledInLaterTerm(LocalDate by) {
        return autoRenew
                && !neverEnds()
                && noticeReceivedOn != null
                && !noticeReceivedOn.isBefore(endsOn)
                && !noticeReceivedOn.isAfter(by);
    }

    /** Whether it stands, has begun and is not over on {@code day}. One that is open past its end goes on until somebody says otherwise. */
    public boolean inForceOn(LocalDate day) {
        LocalDate over = overOn();
        return stands() && !startsOn.isAfter(day) && (over == null || over.isAfter(day));
    }

    /** Whether none of its lines has an end: it is never due. */
    public boolean neverEnds() {
        return !lines.isEmpty() && lines.stream().allMatch(ContractLine::neverEnds);
    }

    /** The same as another version. */
    public ContractRecord withVersion(long newVersion) {
        return new ContractRecord(
                contractId,
                accountId,
                newVersion,
                signedOn,
                startsOn,
                endsOn,
                autoRenew,
                noticeDays,
                noticeReceivedOn,
                closedOn,
                lines,
                movements,
                withdrawn,
                replaces);
    }
}
