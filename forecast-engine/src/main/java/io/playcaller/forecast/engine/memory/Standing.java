package io.playcaller.forecast.engine.memory;

import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a contract stood on a day. Amounts are minor units of the contract's currency. */
public sealed interface Standing {

    LocalDate renewalOn();

    /** What counts in the figure of the day: what was decided, else what a person judged, else what the model expects. */
    long figure();

    /**
     * Its renewal was ahead.
     *
     * @param judged what a person in charge said will be kept; null where the model spoke alone
     */
    record Open(RenewalForecast forecast, @Nullable Long judged) implements Standing {

        @Override
        public LocalDate renewalOn() {
            return forecast.renewalOn();
        }

        @Override
        public long figure() {
            return judged == null ? expected() : judged;
        }

        /** What the model expects to be kept without growth. */
        public long expected() {
            return outlook().expectedRetained();
        }

        ContractOutlook outlook() {
            return ContractOutlook.of(forecast);
        }
    }

    /** It was decided: so much was kept, without growth. */
    record Decided(LocalDate renewalOn, long kept) implements Standing {

        @Override
        public long figure() {
            return kept;
        }
    }
}
