package io.playcaller.forecast.kpi;

import io.playcaller.forecast.engine.estimate.ClusteredShare;
import io.playcaller.forecast.engine.estimate.Estimate;
import io.playcaller.forecast.engine.ledger.ContractLedger;
import io.playcaller.forecast.engine.ledger.CustomerContracts;
import io.playcaller.forecast.engine.ledger.RetentionBridge;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** GRR and NRR of a period in one currency, each with an interval over customers. */
public record RetentionFigure(String currency, Estimate grr, Estimate nrr) {

    private static final class Shares {
        private final ClusteredShare gross = new ClusteredShare();
        private final ClusteredShare net = new ClusteredShare();
    }

    /**
     * The figures by currency; a currency without ARR at the start has none. The bridges of customers sum to that of all, so the figures
     * are those of the whole ledger.
     */
    public static List<RetentionFigure> of(
            CustomerContracts known, LocalDate from, LocalDate until, RetentionDefinition definition) {
        Map<String, Shares> byCurrency = new TreeMap<>();
        known.byCustomer()
                .forEach((customer, contracts) -> ContractLedger.of(contracts, known.accounts())
                        .bridge(from, until, definition)
                        .values()
                        .forEach(bridge -> add(byCurrency, customer, bridge)));
        List<RetentionFigure> figures = new ArrayList<>();
        byCurrency.forEach((currency, shares) -> shares.gross
                .estimate()
                .ifPresent(grr ->
                        shares.net.estimate().ifPresent(nrr -> figures.add(new RetentionFigure(currency, grr, nrr)))));
        return figures;
    }

    private static void add(Map<String, Shares> byCurrency, String account, RetentionBridge bridge) {
        if (bridge.start() > 0) {
            Shares shares = byCurrency.computeIfAbsent(bridge.currency(), none -> new Shares());
            double start = (double) bridge.start();
            shares.gross.add(account, (double) bridge.retained(), start);
            shares.net.add(account, (double) Math.addExact(bridge.retained(), bridge.growth()), start);
        }
    }
}
