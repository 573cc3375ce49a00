package io.playcaller.forecast.capacity;

import io.playcaller.forecast.capacity.CapacityReport.Plan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The people whom suppositions ask for, beside the plan in force.
 *
 * @param from first day of the time that tasks were measured in
 * @param until first day after it
 * @param rules version of {@code capacity.yaml} that it follows
 * @param assumptions everything that it rests on, in sentences
 * @param plan with the suppositions, in the same order as {@code inForce}
 */
public record WhatIfReport(
        LocalDate from,
        LocalDate until,
        String rules,
        List<String> assumptions,
        List<Customers> customers,
        List<Plan> plan,
        List<Plan> inForce) {

    /**
     * Customers of a tier in a quarter, on average.
     *
     * @param atStart in the book
     * @param begin in it
     * @param renew that begin in a quarter of the plan and renew in this one
     */
    public record Customers(String quarter, String tier, BigDecimal atStart, BigDecimal begin, BigDecimal renew) {}
}
