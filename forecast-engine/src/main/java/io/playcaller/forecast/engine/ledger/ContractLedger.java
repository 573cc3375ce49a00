package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.currency.Rates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** All contracts as dated postings: what recurring revenue was on a day, and what a period did to it. */
public final class ContractLedger {

    private final AccountTree tree;
    private final Succession succession;
    private final List<ContractPostings> contracts;
    private final List<Posting> postings;

    private ContractLedger(Collection<ContractRecord> contracts, AccountTree tree) {
        this.tree = tree;
        this.succession = Succession.of(contracts, tree);
        this.contracts = succession.postings();
        this.postings = this.contracts.stream()
                .flatMap(contract -> contract.postings().stream())
                .map(posting -> posting.of(tree.account(posting.accountId())))
                .toList();
    }

    /** The ledger of {@code contracts}, in which every account stands for itself. */
    public static ContractLedger of(Collection<ContractRecord> contracts) {
        return of(contracts, AccountTree.flat());
    }

    /** The ledger of {@code contracts}: one record per contract id, the newest. */
    public static ContractLedger of(Collection<ContractRecord> contracts, AccountTree tree) {
        return new ContractLedger(contracts, tree);
    }

    /** ARR on {@code day}, a figure per currency. */
    public Map<String, Money> arrOn(LocalDate day) {
        Map<String, Money> sums = new TreeMap<>();
        for (Posting posting : postings) {
            if (!posting.on().isAfter(day)) {
                sums.merge(posting.currency(), new Money(posting.minor(), posting.currency()), Money::plus);
            }
        }
        return sums;
    }

    /**
     * What became of the revenue between the morning of {@code from} and the morning of {@code until}, a bridge per
     * currency.
     *
     * @param definition by which each currency stands by itself
     */
    public Map<String, RetentionBridge> bridge(LocalDate from, LocalDate until, RetentionDefinition definition) {
        if (definition.currencyRule() != CurrencyRule.EACH_BY_ITSELF) {
            throw new IllegalArgumentException("without rates each currency stands by itself");
        }
        Rates none = new Rates("XXX", 1, List.of());
        return retention(new Period(from, until), definition, none, unit -> "").whole();
    }

    /**
     * What became of the revenue between the mornings of two days, whole and in slices that sum to it.
     *
     * @param rates needed in constant currency only
     * @param slice the key of the slice that a unit belongs to
     */
    public RetentionStatement retention(
            Period period, RetentionDefinition definition, Rates rates, Function<Unit, String> slice) {
        return RetentionFigures.of(units(period, definition), period, definition, rates, slice);
    }

    /**
     * Customers by when they first had ARR, followed from then on.
     *
     * @param definition at the grain of lines or accounts: a group of companies is another one on other days, and began on none
     * @param slice the key of the slice that a unit belongs to on the day on which the step of its cohort is over
     */
    public List<CohortRetention> cohorts(
            CohortPlan plan, RetentionDefinition definition, Rates rates, BiFunction<Unit, LocalDate, String> slice) {
        if (definition.grain() == Grain.PARENT) {
            throw new IllegalArgumentException("cohorts are of accounts");
        }
        return CohortFigures.of(units(plan.asked(), definition), plan, definition, rates, slice);
    }

    /** Every change of recurring revenue, classified at the grain of lines, in order of account, product and day. */
    public List<LedgerEntry> entries(int gapDays) {
        Map<String, Map<String, List<Posting>>> byAccount = new TreeMap<>();
        postings.forEach(posting -> byAccount
                .computeIfAbsent(posting.accountId(), account -> new TreeMap<>())
                .computeIfAbsent(posting.currency(), currency -> new ArrayList<>())
                .add(posting));
        List<LedgerEntry> entries = new ArrayList<>();
        byAccount
                .values()
                .forEach(currencies ->
                        currencies.values().forEach(of -> entries.addAll(AccountEntries.of(of, gapDays, succession))));
        entries.sort(LedgerEntry.ORDER);
        return entries;
    }

    /** What is paid once on the days of a period: in no figure, and listed. A line is paid for on its first day. */
    public List<OneTimeCharge> oneTime(Period period) {
        return contracts.stream()
                .filter(ContractPostings::usable)
                .flatMap(contract -> OneTimeCharge.of(contract.contract(), tree))
                .filter(charge ->
                        !charge.on().isBefore(period.from()) && charge.on().isBefore(period.until()))
                .toList();
    }

    /** Everything that is wrong, and the money that it concerns: of each contract what is wrong in one way once. */
    public List<LedgerProblem> problems(LocalDate today) {
        List<LedgerProblem> problems = new ArrayList<>();
        for (ContractPostings contract : contracts) {
            problems.addAll(contract.problems());
            ContractChecks.outcomeMissing(contract, today).ifPresent(problems::add);
            LineChecks.of(contract, today).forEach(problems::add);
        }
        problems.addAll(succession.problems());
        problems.addAll(Overlaps.of(contracts, succession, tree));
        Map<List<Object>, LedgerProblem> byWay = new LinkedHashMap<>();
        problems.forEach(
                problem -> byWay.merge(List.of(problem.contractId(), problem.code()), problem, LedgerProblem::and));
        return List.copyOf(byWay.values());
    }

    private OwnedUnits units(Period period, RetentionDefinition definition) {
        Map<Unit, Map<String, List<Posting>>> byUnit = new HashMap<>();
        Function<Posting, String> owner = owner(period, definition.grain());
        for (Posting posting : postings) {
            String product = definition.grain() == Grain.LINE ? posting.product() : "";
            byUnit.computeIfAbsent(new Unit(owner.apply(posting), product), unit -> new TreeMap<>())
                    .computeIfAbsent(posting.currency(), currency -> new ArrayList<>())
                    .add(posting);
        }
        return new OwnedUnits(byUnit, definition.reactivationGapDays());
    }

    private Function<Posting, String> owner(Period period, Grain grain) {
        if (grain != Grain.PARENT) {
            return Posting::accountId;
        }
        Map<String, LocalDate> firstDay = new HashMap<>();
        postings.forEach(posting -> firstDay.merge(posting.accountId(), posting.on(), (a, b) -> a.isBefore(b) ? a : b));
        Map<String, String> tops = new HashMap<>();
        firstDay.forEach((account, first) ->
                tops.put(account, tree.top(account, first.isAfter(period.from()) ? first : period.from())));
        return posting -> tops.getOrDefault(posting.accountId(), posting.accountId());
    }
}
