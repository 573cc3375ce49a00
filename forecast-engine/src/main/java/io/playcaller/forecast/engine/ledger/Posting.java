package io.playcaller.forecast.engine.ledger;

import java.time.LocalDate;

/**
 * One change of recurring revenue, ready to be summed.
 *
 * @param product the product of the line; the line's id where its product is not known
 * @param minor change of ARR in minor units of {@code currency}
 */
public record Posting(String accountId, String contractId, String product, LocalDate on, long minor, String currency) {}
