package io.playcaller.forecast.rules;

import io.playcaller.forecast.capacity.CapacityRules;
import io.playcaller.forecast.config.Ruled;
import io.playcaller.forecast.engine.credit.CreditPolicy;
import io.playcaller.forecast.engine.process.RenewalProcess;

/**
 * What all files of this service say at one time.
 *
 * @param version of all of them; of credit the policy names its own
 */
public record ForecastRules(
        String version, Ruled<RenewalProcess> process, Ruled<CapacityRules> capacity, CreditPolicy credit) {}
