package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each line of one contract is worth while its movements are applied in order of date. */
final class LineBalances {

    /** The line of a contract that lists none. */
    private static final String NO_LINE = "";

    private final ContractRecord contract;
    private final String currency;
    private final Map<String, String> productOfLine = new LinkedHashMap<>();
    private final Map<String, Long> balances = new LinkedHashMap<>();
    private final SeatPrices prices;
    private final List<Posting> postings = new ArrayList<>();
    private @Nullable LocalDate negativeOn;

    LineBalances(ContractRecord contract) {
        this.contract = contract;
        this.currency = ContractChecks.currencyOf(contract);
        this.prices = new SeatPrices(contract);
        for (ContractLine line : contract.lines()) {
            productOfLine.put(line.lineId(), line.productId());
            balances.put(line.lineId(), 0L);
        }
    }

    /** Nothing more once a line was worth less than nothing: such a contract is refused, and its balances weigh nothing. */
    void apply(LineChange change) {
        if (negativeOn != null) {
            return;
        }
        if (change.lineId() != null) {
            apply(change.lineId(), change);
            return;
        }
        Map<String, Long> weights = weights();
        long[] parts = LargestRemainder.spread(
                change.minor(),
                weights.values().stream().mapToLong(Long::longValue).toArray());
        int index = 0;
        for (String line : List.copyOf(weights.keySet())) {
            post(line, change.on(), parts[index++], change.cause());
        }
    }

    private void apply(String line, LineChange change) {
        long uplift = change.seats() == null
                ? 0
                : prices.uplift(line, balances.getOrDefault(line, 0L), change.minor(), change.seats());
        if (uplift == 0 || change.cause() == Cause.START) {
            post(line, change.on(), change.minor(), change.cause());
            return;
        }
        post(line, change.on(), uplift, Cause.PRICE);
        post(line, change.on(), change.minor() - uplift, change.cause());
    }

    /** Nothing is left from {@code overOn} on, or from the last movement where that is later. */
    void clear(LocalDate overOn) {
        LocalDate day =
                postings.stream().map(Posting::on).max(LocalDate::compareTo).orElse(overOn);
        day = day.isAfter(overOn) ? day : overOn;
        for (String line : List.copyOf(balances.keySet())) {
            post(line, day, Math.negateExact(balances.getOrDefault(line, 0L)), Cause.END);
        }
    }

    long total() {
        return without(List.of());
    }

    /** What all but these lines are worth. */
    long without(Collection<String> lines) {
        long sum = 0;
        for (Map.Entry<String, Long> balance : balances.entrySet()) {
            sum = lines.contains(balance.getKey()) ? sum : Math.addExact(sum, balance.getValue());
        }
        return sum;
    }

    /** Whether anything was posted to any but these lines. */
    boolean posted(Collection<String> lines) {
        return postings.stream().anyMatch(posting -> !lines.contains(posting.lineId()));
    }

    List<Posting> postings() {
        return List.copyOf(postings);
    }

    /** The first day on which a line was worth less than nothing. */
    Optional<LocalDate> negativeOn() {
        return Optional.ofNullable(negativeOn);
    }

    private void post(String line, LocalDate on, long delta, Cause cause) {
        long before = balances.getOrDefault(line, 0L);
        if (delta == 0 && (cause != Cause.RENEWED || before == 0)) {
            return;
        }
        long balance = Math.addExact(before, delta);
        balances.put(line, balance);
        if (balance < 0 && negativeOn == null) {
            negativeOn = on;
        }
        String product = productOfLine.getOrDefault(line, line);
        postings.add(
                new Posting(contract.accountId(), contract.contractId(), line, product, on, delta, currency, cause));
    }

    /** What a movement without a line is spread by: the balances, else the stated ARR, else one line without a name. */
    private Map<String, Long> weights() {
        if (total() > 0) {
            return new LinkedHashMap<>(balances);
        }
        Map<String, Long> stated = new LinkedHashMap<>();
        for (ContractLine line : contract.lines()) {
            stated.put(line.lineId(), line.arr().minor());
        }
        return stated.values().stream().anyMatch(arr -> arr > 0) ? stated : Map.of(NO_LINE, 1L);
    }
}
