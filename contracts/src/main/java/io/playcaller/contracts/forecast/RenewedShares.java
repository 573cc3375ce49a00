package io.playcaller.contracts.forecast;

import java.util.List;

/**
 * With how much a contract renews that does not renew with the same, in thousandths of its amount: the half that is nearest to the
 * same, the next three tenths, and the fifth that is farthest from it.
 *
 * @param less three shares, each below 1,000
 * @param more three shares, each above 1,000
 */
public record RenewedShares(List<Integer> less, List<Integer> more) {}
