package io.playcaller.ingest.register;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.DomainRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is on record of an account.
 *
 * @param records how many of each kind, by the word before the slash of their keys
 * @param openContracts signed, and not past their end: that of one that renews by itself is the day on which it is closed, and one
 *     that nobody closed is waited for a month
 * @param arr of these, in minor units by currency: what their movements come to by the day, or their lines that did not end
 * @param claims of domains that hold
 * @param domains the first of these, by name
 */
public record AccountHoldings(
        Map<String, Long> records,
        People people,
        long openContracts,
        Map<String, Long> arr,
        long claims,
        List<String> domains) {

    /** Names that are told. */
    static final int MOST_NAMED = 20;

    private static final int WAITED_FOR_DAYS = 30;

    public AccountHoldings {
        records = Map.copyOf(records);
        arr = Map.copyOf(arr);
        domains = List.copyOf(domains);
    }

    /**
     * Its people.
     *
     * @param all who are of it
     * @param here those of them whose events go to it where they name no account
     * @param ofTheOther those of them who are of the other account, too
     */
    public record People(long all, long here, long ofTheOther) {}

    /** Before any record is looked at. */
    public static AccountHoldings of(Map<String, Long> records, People people) {
        return new AccountHoldings(records, people, 0, Map.of(), 0, List.of());
    }

    /** With what a record says on a day; those that are neither contracts nor claims say nothing more. */
    public AccountHoldings plus(Record record, LocalDate day) {
        if (record instanceof ContractRecord contract && isOpen(contract, day)) {
            return new AccountHoldings(records, people, openContracts + 1, plusArr(contract, day), claims, domains);
        }
        return record instanceof DomainRecord claim && claim.holdsOn(day)
                ? new AccountHoldings(records, people, openContracts, arr, claims + 1, plusDomain(claim))
                : this;
    }

    /** As health reads it, of one contract. */
    private static boolean isOpen(ContractRecord contract, LocalDate day) {
        return contract.stands() && !contract.signedOn().isAfter(day) && day.isBefore(overOn(contract));
    }

    private static LocalDate overOn(ContractRecord contract) {
        if (contract.runsOn()) {
            LocalDate over = contract.overOn();
            return over == null ? LocalDate.MAX : over;
        }
        LocalDate closed = contract.closedOn() == null ? LocalDate.MAX : contract.closedOn();
        LocalDate ended = closed.isBefore(contract.endsOn()) ? contract.endsOn() : closed;
        LocalDate waitedFor = contract.endsOn().plusDays(WAITED_FOR_DAYS);
        return ended.isBefore(waitedFor) ? ended : waitedFor;
    }

    private Map<String, Long> plusArr(ContractRecord contract, LocalDate day) {
        Map<String, Long> of = new TreeMap<>();
        if (contract.movements().isEmpty()) {
            contract.lines().stream()
                    .filter(line -> line.neverEnds()
                            || day.isBefore(line.endsOn())
                            || !line.endsOn().isBefore(contract.endsOn()))
                    .forEach(line -> of.merge(line.arr().currency(), line.arr().minor(), AccountHoldings::capped));
        }
        contract.movements().stream()
                .filter(movement -> !movement.on().isAfter(day))
                .forEach(movement ->
                        of.merge(movement.delta().currency(), movement.delta().minor(), AccountHoldings::capped));
        Map<String, Long> sum = new TreeMap<>(arr);
        of.forEach((currency, minor) -> sum.merge(currency, Math.max(0, minor), AccountHoldings::capped));
        return sum;
    }

    private static long capped(long a, long b) {
        boolean beyond = a > 0 && b > Long.MAX_VALUE - a;
        return beyond ? Long.MAX_VALUE : a + b;
    }

    private List<String> plusDomain(DomainRecord claim) {
        List<String> named = new ArrayList<>(domains);
        if (named.size() < MOST_NAMED) {
            named.add(claim.domain());
        }
        return named;
    }

    /** How many records there are of a kind. */
    long count(String kind) {
        return records.getOrDefault(kind, 0L);
    }

    /** By currency. */
    List<Money> amounts() {
        return new TreeMap<>(arr)
                .entrySet().stream()
                        .map(amount -> new Money(amount.getValue(), amount.getKey()))
                        .toList();
    }
}
