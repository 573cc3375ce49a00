package io.playcaller.forecast.engine.memory;

import io.playcaller.contracts.reason.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One cause of a change of the expected figure.
 *
 * @param cause one of {@link Cause}, or {@code probability} with the driver that moved it
 * @param driver stable key of the driver; null for other causes
 * @param reason the driver's reason; null where it is none of the vocabulary
 * @param minor change in minor units
 */
public record BridgeStep(
        Cause cause, @Nullable String driver, @Nullable Reason reason, long minor) {

    /** Why a figure changes, in the order in which the change is taken apart. */
    public enum Cause {
        /** A contract that was not known, or not forecast, before. */
        NEW_CONTRACT("new-contract"),
        /** Its renewal moved into the period or out of it. */
        DATE_MOVED("date-moved"),
        /** Another amount is up for renewal. */
        AMOUNT("amount"),
        /** Another model made the forecast: all of the change of its probabilities. */
        MODEL_VERSION("model-version"),
        /** A driver moved the probability of renewal. */
        PROBABILITY("probability"),
        /** Renewing with less became more or less likely. */
        CONTRACTION("contraction"),
        /** A judgement came, went or changed. */
        JUDGEMENT("judgement"),
        /** It renewed: what was kept against what was expected. */
        RENEWED("renewed"),
        /** It did not renew. */
        LOST("lost"),
        /** What was decided before is known otherwise now. */
        RESTATED("restated"),
        /** It is in no figure any more and nothing was decided: withdrawn, refused or worth nothing. */
        NO_LONGER_COUNTED("no-longer-counted");

        private final String key;

        Cause(String key) {
            this.key = key;
        }

        /** The word in answers. */
        public String key() {
            return key;
        }
    }

    static BridgeStep of(Cause cause, long minor) {
        return new BridgeStep(cause, null, null, minor);
    }
}
