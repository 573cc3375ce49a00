package io.playcaller.forecast.portfolio;

import io.playcaller.contracts.register.OpportunityRecord;
import java.util.List;
import java.util.Set;

/**
 * What is known today of customers who may buy more.
 *
 * @param open opportunities that are neither won nor lost
 * @param signalled accounts with a signal that is open and says that they are ready to grow
 * @param worked accounts on which a play for such a signal has a task that is not done
 */
public record GrowthWork(List<OpportunityRecord> open, Set<String> signalled, Set<String> worked) {}
