package io.playcaller.router.play;

import io.playcaller.contracts.health.Profile;
import java.time.LocalDate;
import java.util.Optional;

/** The date that steps of a play count back from. */
public enum RunDate {
    /** The last day to declare a cancellation, where that comes before the end of the term; else the end of the term. */
    NOTICE_DEADLINE,
    /** The end of the open contract that ends first. */
    RENEWAL;

    /** That of an account; empty for one without a contract that ends. */
    public Optional<LocalDate> of(Profile profile) {
        LocalDate renewal = profile.renewalOn();
        LocalDate notice = profile.noticeBy();
        boolean noticeFirst = notice != null && (renewal == null || notice.isBefore(renewal));
        return Optional.ofNullable(this == NOTICE_DEADLINE && noticeFirst ? notice : renewal);
    }
}
