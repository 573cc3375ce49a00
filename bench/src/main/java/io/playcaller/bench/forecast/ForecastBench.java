package io.playcaller.bench.forecast;

import io.playcaller.bench.Directories;
import io.playcaller.bench.health.ProcessCpu;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.embedded.EmbeddedPostgres;
import io.playcaller.embedded.PostgresSettings;
import io.playcaller.forecast.engine.contract.CategoryRule;
import io.playcaller.forecast.engine.contract.ContractForecaster;
import io.playcaller.forecast.engine.contract.ContractSituation;
import io.playcaller.forecast.engine.contract.PriorModel;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.engine.portfolio.PeriodShock;
import io.playcaller.forecast.engine.portfolio.PortfolioModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Forecasts a portfolio whole, again and again on one thread; then changes contracts in a PostgreSQL one by one, and after
 * each commit reads the portfolio and computes its figures as the service does until the change is in them.
 */
public final class ForecastBench {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);
    private static final Instant NOW = Instant.parse("2026-10-01T08:00:00Z");
    private static final int QUARTERS = 4;
    private static final int WARM_UP = 3;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_MICRO = 1e3;

    private final Path directory;
    private final Consumer<String> progress;
    private final ContractForecaster forecaster =
            new ContractForecaster(PriorModel.defaults(), CategoryRule.defaults());
    private final PortfolioModel model = new PortfolioModel(PeriodShock.defaults());

    /** @param directory for PostgreSQL; what is in it is deleted */
    public ForecastBench(Path directory, Consumer<String> progress) {
        this.directory = directory;
        this.progress = progress;
    }

    /** Measures; {@code changes} of 0 leaves PostgreSQL out. */
    public ForecastFigures run(int contracts, int rounds, int changes) throws IOException {
        List<ContractSituation> book = BookOfBusiness.of(contracts, TODAY);
        progress.accept("%d contracts are forecast whole, %d times to warm up".formatted(contracts, WARM_UP));
        rounds(book, WARM_UP);
        progress.accept("%d rounds are measured".formatted(rounds));
        Duration before = ProcessCpu.of(ProcessHandle.current().pid());
        List<Round> took = rounds(book, rounds);
        Duration cpu = ProcessCpu.of(ProcessHandle.current().pid()).minus(before);
        Round median = took.get(rounds / 2);
        long[] waited = changes == 0 ? new long[] {0} : changes(book, changes);
        return new ForecastFigures(
                contracts,
                rounds,
                median.whole() / NANOS_PER_MILLI,
                took.get(rounds - 1).whole() / NANOS_PER_MILLI,
                median.forecasts() / NANOS_PER_MILLI,
                cpu.toNanos() / NANOS_PER_MICRO / contracts / rounds,
                changes,
                waited[waited.length / 2] / NANOS_PER_MILLI,
                waited[waited.length - 1] / NANOS_PER_MILLI);
    }

    /** Nanoseconds. */
    private record Round(long forecasts, long whole) {}

    /** The fastest first. */
    private List<Round> rounds(List<ContractSituation> book, int rounds) {
        List<Round> took = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            took.add(round(book));
        }
        took.sort(Comparator.comparingLong(Round::whole));
        return took;
    }

    private Round round(List<ContractSituation> book) {
        long began = System.nanoTime();
        List<RenewalForecast> forecasts = forecasts(book);
        long forecast = System.nanoTime();
        Map<Integer, List<ContractOutlook>> quarters = new TreeMap<>();
        forecasts.forEach(made -> quarters.computeIfAbsent(quarter(made.renewalOn()), quarter -> new ArrayList<>())
                .add(ContractOutlook.of(made)));
        figures(quarters);
        return new Round(forecast - began, System.nanoTime() - began);
    }

    private List<RenewalForecast> forecasts(List<ContractSituation> book) {
        return book.stream()
                .map(situation -> forecaster.forecast(situation, NOW))
                .toList();
    }

    /** What each quarter is expected to keep. */
    private long[] figures(Map<Integer, List<ContractOutlook>> quarters) {
        long[] expected = new long[QUARTERS];
        quarters.forEach((quarter, contracts) -> expected[quarter] =
                model.distribution(contracts).forecast().retained().mean());
        return expected;
    }

    private static int quarter(LocalDate day) {
        return Math.min(
                QUARTERS - 1, (day.getYear() - TODAY.getYear()) * 4 + Math.floorDiv(day.getMonthValue() - 10, 3));
    }

    /** Sorted: nanoseconds from each commit until the change is in the figures. */
    private long[] changes(List<ContractSituation> book, int changes) throws IOException {
        progress.accept("PostgreSQL starts and takes the contracts in");
        Directories.delete(directory);
        long[] waited = new long[changes];
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.durable(directory, 0));
                ForecastStore store = ForecastStore.fill(postgres, forecasts(book))) {
            figures(store.quarters(TODAY, ForecastBench::quarter));
            progress.accept("%d contracts are changed one by one".formatted(changes));
            for (int change = 0; change < changes; change++) {
                ContractSituation changed = book.get(change * (book.size() / changes));
                int quarter = quarter(changed.terms().renewalOn());
                long before = figures(store.quarters(TODAY, ForecastBench::quarter))[quarter];
                store.grow(changed.terms().contractId());
                long committed = System.nanoTime();
                long after = figures(store.quarters(TODAY, ForecastBench::quarter))[quarter];
                waited[change] = System.nanoTime() - committed;
                if (after <= before) {
                    throw new IllegalStateException("the change of a contract is not in the figures");
                }
            }
        }
        Arrays.sort(waited);
        return waited;
    }
}
