package io.playcaller.forecast.engine.ledger;

import java.time.LocalDate;

/**
 * One change of recurring revenue, ready to be summed.
 *
 * @param accountId whose it is: of a merged account the one that it was merged into
 * @param lineId empty where a contract lists no line
 * @param product the product of the line; the line's id where its product is not known
 * @param minor change of ARR in minor units of {@code currency}; zero where a line was renewed as it was
 */
public record Posting(
        String accountId,
        String contractId,
        String lineId,
        String product,
        LocalDate on,
        long minor,
        String currency,
        Cause cause) {

    Posting of(String otherAccount) {
        return otherAccount.equals(accountId)
                ? this
                : new Posting(otherAccount, contractId, lineId, product, on, minor, currency, cause);
    }
}
