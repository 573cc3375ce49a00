package io.playcaller.router.finding;

import io.playcaller.contracts.health.AccountSnapshot;
import io.playcaller.contracts.health.Evidence;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.finding.Finding.Concerned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding that was told, as the signal of our own that tells it.
 *
 * @param episodeId of that signal
 * @param transition that was told last
 * @param said the news that was told last
 * @param accountId the account that it is about; null for what is wrong with our set-up alone
 */
public record ToldFinding(
        String key,
        UUID episodeId,
        int transition,
        Reason reason,
        Instant since,
        String said,
        @Nullable String accountId) {

    /** Who says so, where a signal names the version of the model that made it. */
    private static final String SETUP = "play-router/set-up";

    /**
     * What is to be done.
     *
     * @param after null once it is over
     */
    public record Step(@Nullable ToldFinding after, SignalChanged signal) {}

    /**
     * The step from what was told to what is.
     *
     * @param told null while nothing was
     * @param found null when it is not so any more
     * @param episodeId of the signal, should this be its first
     * @return empty when there is nothing new
     */
    public static Optional<Step> step(
            @Nullable ToldFinding told, @Nullable Finding found, UUID episodeId, Instant now) {
        if (found == null) {
            return Optional.ofNullable(told).map(open -> open.over(now));
        }
        if (told == null) {
            Concerned concerned = found.concerned();
            ToldFinding first = new ToldFinding(
                    found.key(),
                    episodeId,
                    1,
                    found.reason(),
                    now,
                    found.news(),
                    concerned == null ? null : concerned.accountId());
            return Optional.of(new Step(first, first.signal(SignalState.OPENED, found, now)));
        }
        if (told.said().equals(found.news())) {
            return Optional.empty();
        }
        ToldFinding next = told.next(found.news());
        return Optional.of(new Step(next, next.signal(SignalState.UPDATED, found, now)));
    }

    private Step over(Instant now) {
        ToldFinding last = next(said);
        Finding nothing = new Finding(key, reason, reason.severity(), "", reason.sentence() + ": no more", List.of());
        return new Step(null, next(said).signal(SignalState.CLEARED, nothing, now, null));
    }

    private ToldFinding next(String saying) {
        return new ToldFinding(key, episodeId, transition + 1, reason, since, saying, accountId);
    }

    private SignalChanged signal(SignalState state, Finding found, Instant now) {
        Severity severity = found.severity();
        Concerned concerned = found.concerned();
        return new SignalChanged(
                episodeId,
                transition,
                state,
                reason.kind(),
                accountId,
                null,
                reason,
                List.of(),
                found.severity(),
                SignalOrigin.LIVE,
                since,
                now,
                found.sentence(),
                found.details().stream()
                        .map(detail -> new Evidence(detail, null, now))
                        .toList(),
                List.of(),
                null,
                concerned == null ? null : concerned.valueAtRisk(),
                null,
                SETUP);
    }
}
