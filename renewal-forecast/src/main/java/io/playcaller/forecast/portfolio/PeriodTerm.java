package io.playcaller.forecast.portfolio;

import java.time.LocalDate;

/**
 * What a quarter does to all renewals at once, as quarters of the past tell.
 *
 * @param until first day of the quarter after the last one that was looked at
 * @param believed what was configured; it counts as much as four average quarters
 * @param deviation standard deviation on the log-odds scale, from 0 to 2
 * @param quarters how many were looked at
 * @param renewals how many ended in them
 */
public record PeriodTerm(LocalDate until, double believed, double deviation, int quarters, int renewals) {}
