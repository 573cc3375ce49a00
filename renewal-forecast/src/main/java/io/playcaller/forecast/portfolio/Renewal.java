package io.playcaller.forecast.portfolio;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import java.time.LocalDate;

/** One renewal ahead, as far as figures need it. */
public record Renewal(LocalDate renewalOn, Category category, String currency, ContractOutlook outlook) {}
