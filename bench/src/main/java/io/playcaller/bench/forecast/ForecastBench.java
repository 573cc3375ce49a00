package io.playcaller.bench.forecast;

import io.playcaller.bench.Latencies;
import io.playcaller.bench.health.ProcessCpu;
import io.playcaller.contracts.forecast.RenewalForecast;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Forecasts a portfolio whole, again and again on one thread; and changes contracts of a service that holds as many. */
public final class ForecastBench {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);
    private static final Instant NOW = Instant.parse("2026-10-01T08:00:00Z");
    private static final int QUARTERS = 4;
    private static final int WARM_UP = 3;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double HALF = 0.5;

    private final Consumer<String> progress;
    private final ContractForecaster forecaster =
            new ContractForecaster(PriorModel.defaults(), CategoryRule.defaults());
    private final PortfolioModel model = new PortfolioModel(PeriodShock.defaults());

    public ForecastBench(Consumer<String> progress) {
        this.progress = progress;
    }

    /** Forecasts a portfolio whole, on this thread. */
    public WholeFigures whole(int contracts, int rounds) throws IOException {
        List<ContractSituation> book = BookOfBusiness.of(contracts, TODAY);
        progress.accept("%d contracts are forecast whole, %d times to warm up".formatted(contracts, WARM_UP));
        rounds(book, WARM_UP);
        progress.accept("%d rounds are measured".formatted(rounds));
        Duration before = ProcessCpu.of(ProcessHandle.current().pid());
        List<Round> took = rounds(book, rounds);
        Duration cpu = ProcessCpu.of(ProcessHandle.current().pid()).minus(before);
        Round median = took.get(rounds / 2);
        return new WholeFigures(
                contracts,
                rounds,
                median.whole() / NANOS_PER_MILLI,
                took.get(rounds - 1).whole() / NANOS_PER_MILLI,
                median.forecasts() / NANOS_PER_MILLI,
                cpu.toNanos() / NANOS_PER_MICRO / contracts / rounds);
    }

    /**
     * Changes contracts of a service that runs, one by one.
     *
     * @param directory for Kafka, PostgreSQL and the service; what is in it is deleted
     * @param program the packaged renewal-forecast
     */
    public ChangeFigures changes(Path directory, Path program, int heapMegabytes, int contracts, int changes)
            throws IOException, InterruptedException {
        progress.accept("Kafka, PostgreSQL and renewal-forecast start");
        try (PortfolioService service = new PortfolioService(directory, program, heapMegabytes)) {
            OneChange change =
                    new OneChange(service, BookOfBusiness.of(contracts, LocalDate.now(ZoneOffset.UTC)), progress);
            Duration takenIn = change.takeIn();
            Duration first = change.first();
            Latencies waited = change.of(changes);
            return new ChangeFigures(
                    contracts,
                    contracts / (takenIn.toNanos() / NANOS_PER_SECOND),
                    first.toNanos() / NANOS_PER_MILLI,
                    changes,
                    waited.quantile(HALF) / NANOS_PER_MILLI,
                    waited.quantile(1) / NANOS_PER_MILLI);
        }
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
}
