package io.playcaller.forecast.lab.closed;

import io.playcaller.forecast.engine.contract.ContractSituation;

/**
 * What was known of a contract some days before it ended, and how it ended.
 *
 * @param remembered whether {@code situation} is what a forecast was made from on that day; else it is read from the ledger, and health
 *     and signals are missing
 */
public record Example(Ending ending, int horizonDays, ContractSituation situation, boolean remembered) {}
