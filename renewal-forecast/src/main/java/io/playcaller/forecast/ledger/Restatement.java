package io.playcaller.forecast.ledger;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That a closed period would be another by what became known since. The closed figures stand.
 *
 * @param definition grain, currency rule and dimension, such as {@code line/constant/whole}
 * @param foundOn the UTC day on which it was found
 * @param before what was said last: when it was closed, or in the restatement before
 * @param after what it would be
 */
public record Restatement(String definition, LocalDate foundOn, Instant foundAt, Retention before, Retention after) {}
