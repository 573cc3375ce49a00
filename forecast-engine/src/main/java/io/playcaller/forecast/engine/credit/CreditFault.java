package io.playcaller.forecast.engine.credit;

/**
 * Why a split is refused.
 *
 * @param code stable, such as {@code credit.late}
 * @param field JSON pointer into what was asked
 * @param expected what would have been accepted
 */
public record CreditFault(String code, String field, String expected, String actual) {}
