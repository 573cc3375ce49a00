package io.playcaller.contracts.health;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A {@link SignalChanged} as it is put together. Unless told otherwise it opens a live episode of the kind and severity of its reason,
 * about no account and with no evidence.
 */
public final class SignalDraft {

    private final UUID episodeId;
    private final Reason reason;
    private final Instant openedAt;
    private final String sentence;
    private final String madeBy;
    private int transition = 1;
    private SignalState state = SignalState.OPENED;
    private Instant at;
    private Severity severity;
    private SignalOrigin origin = SignalOrigin.LIVE;
    private List<Evidence> evidence = List.of();
    private List<Contribution> contributions = List.of();
    private @Nullable Long score;
    private List<Reason> alsoReasons = List.of();
    private @Nullable String accountId;
    private @Nullable String productId;
    private @Nullable AccountSnapshot account;
    private @Nullable Money valueAtRisk;
    private @Nullable String mergedInto;
    private @Nullable Boolean more;
    private @Nullable List<String> themes;

    private SignalDraft(UUID episodeId, Reason reason, Instant openedAt, String sentence, String madeBy) {
        this.episodeId = episodeId;
        this.reason = reason;
        this.openedAt = openedAt;
        this.sentence = sentence;
        this.madeBy = madeBy;
        this.at = openedAt;
        this.severity = reason.severity();
    }

    /** @param madeBy version of the model that says so, or whoever else does */
    public static SignalDraft of(UUID episodeId, Reason reason, Instant openedAt, String sentence, String madeBy) {
        return new SignalDraft(episodeId, reason, openedAt, sentence, madeBy);
    }

    public SignalDraft step(int number, SignalState newState, Instant when) {
        transition = number;
        state = newState;
        at = when;
        return this;
    }

    public SignalDraft severity(Severity newSeverity) {
        severity = newSeverity;
        return this;
    }

    public SignalDraft origin(SignalOrigin newOrigin) {
        origin = newOrigin;
        return this;
    }

    public SignalDraft evidence(List<Evidence> found) {
        evidence = found;
        return this;
    }

    /** What else holds beside its reason. */
    public SignalDraft also(List<Reason> reasons) {
        alsoReasons = reasons;
        return this;
    }

    /** @param milliPoints null where there is no score */
    public SignalDraft score(@Nullable Long milliPoints, List<Contribution> madeOf) {
        score = milliPoints;
        contributions = madeOf;
        return this;
    }

    public SignalDraft accountId(@Nullable String id) {
        accountId = id;
        return this;
    }

    /** The only product that it is about. */
    public SignalDraft productId(@Nullable String id) {
        productId = id;
        return this;
    }

    /** What is known of its account. */
    public SignalDraft account(@Nullable AccountSnapshot known, @Nullable Money atRisk) {
        account = known;
        valueAtRisk = atRisk;
        return this;
    }

    /** Whether it tells of one more than before. */
    public SignalDraft ofMore(boolean isOfMore) {
        more = isOfMore ? true : null;
        return this;
    }

    /** The account that its own became. */
    public SignalDraft mergedInto(@Nullable String account) {
        mergedInto = account;
        return this;
    }

    /** What tickets are about, of a reason that tells it. */
    public SignalDraft themes(@Nullable List<String> words) {
        themes = words;
        return this;
    }

    public SignalChanged build() {
        return new SignalChanged(
                episodeId,
                transition,
                state,
                reason.kind(),
                accountId,
                productId,
                reason,
                alsoReasons,
                severity,
                origin,
                openedAt,
                at,
                sentence,
                evidence,
                contributions,
                score,
                valueAtRisk,
                account,
                madeBy,
                mergedInto,
                more,
                themes);
    }
}
