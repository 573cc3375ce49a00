package io.playcaller.forecast.engine.ledger;

import java.util.List;
import java.util.Map;

/**
 * The customers who first had ARR in a step, and what the ledger says of them since.
 *
 * @param joined how many they are, by slice; also those who left in it again
 * @param ages by age, as far as they are over: of age 0 the step itself, of each later one the time from its end on. Its end is what they pay
 *     then, so that the ends of all cohorts at one day sum to the ledger's
 */
public record CohortRetention(Period began, Map<String, Integer> joined, List<RetentionStatement> ages) {}
