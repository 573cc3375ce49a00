package io.playcaller.bench.forecast;

import io.playcaller.bench.Latencies;
import io.playcaller.bench.forecast.PortfolioService.Totals;
import io.playcaller.contracts.Money;
import io.playcaller.forecast.engine.contract.ContractSituation;
import io.playcaller.forecast.engine.contract.Terms;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * How long a change of one contract takes from Kafka into the figures of all: the service has taken a whole book in; then contracts are doubled one
 * after the other, and the portfolio is asked for without a pause until an answer has the change.
 */
final class OneChange {

    private static final int TENTHS = 10;
    private static final int WARM_UP = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final PortfolioService service;
    private final List<ContractSituation> book;
    private final Consumer<String> progress;

    OneChange(PortfolioService service, List<ContractSituation> book, Consumer<String> progress) {
        this.service = service;
        this.book = book;
        this.progress = progress;
    }

    /** Says the whole book and waits until each contract has its forecast: how long that took. */
    Duration takeIn() throws IOException, InterruptedException {
        long began = System.nanoTime();
        int said = 0;
        for (int tenth = 1; tenth <= TENTHS; tenth++) {
            int until = (int) ((long) book.size() * tenth / TENTHS);
            book.subList(said, until).forEach(this::say);
            service.flush();
            service.awaitForecasts(until);
            said = until;
            progress.accept("%d contracts taken in".formatted(said));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        progress.accept("waiting until the day is kept");
        service.awaitRest(book.size());
        return took;
    }

    private void say(ContractSituation situation) {
        Terms terms = situation.terms();
        service.say(BookOfBusiness.contract(terms, terms.arr(), 1));
    }

    /** How long the first question waits, for which all contracts are read. */
    Duration first() throws IOException, InterruptedException {
        long asked = System.nanoTime();
        service.portfolio();
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    /**
     * Changes contracts, each once. The first five do not count.
     *
     * @return from when the change was sent to Kafka until an answer with it was read
     */
    Latencies of(int changes) throws IOException, InterruptedException {
        progress.accept("%d contracts are changed one by one".formatted(WARM_UP + changes));
        List<ContractSituation> dueSoon =
                book.stream().filter(BookOfBusiness::isDueInAHalfYear).toList();
        if (dueSoon.size() < WARM_UP + changes) {
            throw new IOException("of %d contracts %d are due within half a year: too few to change %d"
                    .formatted(book.size(), dueSoon.size(), WARM_UP + changes));
        }
        long[] waited = new long[changes];
        for (int change = -WARM_UP; change < changes; change++) {
            long took = doubled(dueSoon.get(WARM_UP + change).terms());
            if (change >= 0) {
                waited[change] = took;
            }
        }
        return Latencies.of(waited);
    }

    private long doubled(Terms terms) throws IOException, InterruptedException {
        Totals expected = service.portfolio().plus(terms.arr().minor());
        Money twice = new Money(2 * terms.arr().minor(), terms.arr().currency());
        long sent = System.nanoTime();
        service.say(BookOfBusiness.contract(terms, twice, 2));
        service.flush();
        while (!service.portfolio().equals(expected)) {
            if (System.nanoTime() - sent > PATIENCE.toNanos()) {
                throw new IOException(
                        "%s is not in the portfolio within %d s".formatted(terms.contractId(), PATIENCE.toSeconds()));
            }
        }
        return System.nanoTime() - sent;
    }
}
