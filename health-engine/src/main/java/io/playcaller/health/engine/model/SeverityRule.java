package io.playcaller.health.engine.model;

/**
 * Severity of a risk by value at risk. Amounts in hundredths of a whole unit, whatever their currency is.
 *
 * @param noticeDays grade E so near to the notice deadline is critical whatever the amount
 * @param minConfidence below it no risk by the whole score, or of a condition whose source is quiet, is above medium;
 *     millionths
 */
public record SeverityRule(long critical, long high, long medium, int noticeDays, int minConfidence) {

    public SeverityRule {
        Require.that(
                critical > high && high > medium && medium > 0,
                "signals.severity",
                "amounts must fall and stay above 0");
        Require.range("signals.severity.noticeDays", noticeDays, 0, 365);
        Require.range("signals.severity.minConfidence", minConfidence, 0, 1_000_000);
    }
}
