package io.playcaller.forecast.process;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.contract.RenewalStage;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which renewals are asked for; null asks for all.
 *
 * @param account id of the account
 * @param owner staff id
 * @param faulty whether something is wrong with how it is worked
 * @param until renewals up to this day
 */
public record RenewalQuestion(
        @Nullable String account,
        @Nullable Category category,
        @Nullable RenewalStage stage,
        @Nullable String owner,
        @Nullable Boolean faulty,
        @Nullable LocalDate until) {

    /** A place in the order of renewal. */
    public record After(LocalDate renewalOn, String contractId) {}
}
