package io.playcaller.forecast.engine.memory;

import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.engine.portfolio.PortfolioModel;
import io.playcaller.forecast.engine.portfolio.Quantiles;
import java.util.List;

/**
 * How often what groups kept lay within the 90% interval that was forecast for them.
 *
 * @param below how many kept less than the interval says
 * @param above how many kept more
 */
public record Coverage(int groups, int within, int below, int above) {

    /**
     * A group of contracts of one currency whose renewals are closed.
     *
     * @param outlooks what was forecast of each at the horizon
     * @param kept what all of them kept without growth, as first known
     */
    public record Group(List<ContractOutlook> outlooks, long kept) {}

    /** Counts {@code groups} against the intervals that {@code model} gives them. */
    public static Coverage of(List<Group> groups, PortfolioModel model) {
        int below = 0;
        int above = 0;
        for (Group group : groups) {
            Quantiles interval = model.forecast(group.outlooks()).retained();
            below += group.kept() < interval.low() ? 1 : 0;
            above += group.kept() > interval.high() ? 1 : 0;
        }
        return new Coverage(groups.size(), groups.size() - below - above, below, above);
    }
}
