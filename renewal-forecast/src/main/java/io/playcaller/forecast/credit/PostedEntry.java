package io.playcaller.forecast.credit;

import io.playcaller.forecast.engine.credit.CreditEntry;
import java.time.Instant;

/**
 * An entry as it stands in the ledger.
 *
 * @param entryNo its place: rises with every entry
 */
public record PostedEntry(long entryNo, Instant postedAt, CreditEntry entry) {}
