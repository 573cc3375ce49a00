package io.playcaller.forecast.portfolio;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.OpportunityRecord;
import io.playcaller.forecast.portfolio.ExpansionCoverage.Aim;
import io.playcaller.forecast.portfolio.ExpansionCoverage.Chances;
import io.playcaller.forecast.portfolio.ExpansionCoverage.Definitions;
import io.playcaller.forecast.portfolio.ExpansionCoverage.Row;
import io.playcaller.forecast.portfolio.ExpansionCoverage.Work;
import io.playcaller.forecast.portfolio.Renewal.Traits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds what may grow against what targets need.
 *
 * @param by the whole, or segments: of these there are targets
 * @param targets those in force
 */
public record ExpansionFigures(By by, List<Target> targets, GrowthWork work) {

    private static final int DIGITS = 4;

    private record Key(String currency, String group) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::currency).thenComparing(Key::group);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** The answer about {@code quarters} quarters from the one of today on. */
    public ExpansionCoverage of(Renewals renewals, int quarters, String modelVersion) {
        LocalDate today = renewals.today();
        List<Quarter> ahead =
                Stream.iterate(Quarter.of(today), Quarter::next).limit(quarters).toList();
        Map<Key, List<OpportunityRecord>> chances = chances(renewals);
        Map<Key, PortfolioGroup> groups = groups(renewals, Stream.concat(chances.keySet().stream(), aimedAt(ahead)));
        Set<String> signalled = renewals.customers(work.signalled());
        Set<String> worked = renewals.customers(work.worked());
        List<Row> rows = new ArrayList<>();
        for (Quarter quarter : ahead) {
            groups.forEach((key, group) -> {
                QuarterGrowth growth = QuarterGrowth.of(group, quarter, today);
                Set<String> customers = renewals.customers(growth.accounts());
                Map<Boolean, List<OpportunityRecord>> ofThese = decidedIn(
                                quarter, chances.getOrDefault(key, List.of()), today)
                        .collect(Collectors.partitioningBy(
                                chance -> customers.contains(renewals.customer(chance.accountId()))));
                rows.add(row(key, growth, ofThese, new Work(both(customers, signalled), both(customers, worked))));
            });
        }
        return new ExpansionCoverage(Definitions.of(by, modelVersion), rows, undated(), null);
    }

    /** Those that have contracts, and the {@code others} without. */
    private Map<Key, PortfolioGroup> groups(Renewals renewals, Stream<Key> others) {
        Map<Key, PortfolioGroup> groups = new TreeMap<>();
        PortfolioGroup.of(renewals, by).forEach(group -> groups.put(new Key(group.currency(), group.group()), group));
        others.forEach(key -> groups.computeIfAbsent(key, none -> PortfolioGroup.empty(key.currency(), key.group())));
        return groups;
    }

    /** What has an NRR that is aimed at in any of the quarters. */
    private Stream<Key> aimedAt(List<Quarter> ahead) {
        Set<String> quarters = ahead.stream().map(Quarter::toString).collect(Collectors.toSet());
        return targets.stream()
                .filter(target -> target.nrr() != null
                        && quarters.contains(target.quarter())
                        && target.segment().equals(By.ALL) == (by == By.WHOLE))
                .map(target -> new Key(target.currency(), target.segment()));
    }

    /**
     * Open opportunities by currency and group: segments are of accounts, so it is that of any contract of the account, else of any of the
     * customer that it is.
     */
    private Map<Key, List<OpportunityRecord>> chances(Renewals renewals) {
        Map<String, Traits> ofAccounts = new TreeMap<>();
        renewals.holdings().forEach(holding -> ofAccounts.putIfAbsent(holding.accountId(), holding.traits()));
        renewals.all().forEach(renewal -> ofAccounts.putIfAbsent(renewal.accountId(), renewal.traits()));
        Map<String, Traits> traits = new HashMap<>(ofAccounts);
        ofAccounts.forEach((account, its) -> traits.putIfAbsent(renewals.customer(account), its));
        return work.open().stream().collect(Collectors.groupingBy(chance -> {
            Traits ofCustomer = traits.getOrDefault(renewals.customer(chance.accountId()), Traits.unknown());
            return new Key(chance.arr().currency(), by.group(traits.getOrDefault(chance.accountId(), ofCustomer)));
        }));
    }

    /** Those that may be decided in a quarter; those that are past their day, in the current one. */
    private static Stream<OpportunityRecord> decidedIn(Quarter quarter, List<OpportunityRecord> all, LocalDate today) {
        LocalDate from = quarter.equals(Quarter.of(today)) ? LocalDate.MIN : quarter.firstDay();
        return all.stream()
                .filter(chance -> chance.expectedOn() != null
                        && !chance.expectedOn().isBefore(from)
                        && chance.expectedOn().isBefore(quarter.end()));
    }

    private Row row(Key key, QuarterGrowth growth, Map<Boolean, List<OpportunityRecord>> ofThese, Work its) {
        Chances pipeline = sum(ofThese.getOrDefault(true, List.of()), key.currency());
        Aim target = aim(key, growth, pipeline);
        return new Row(
                growth.quarter().toString(),
                key.group(),
                key.currency(),
                growth.base(),
                growth.kept(),
                growth.won(),
                growth.expected(),
                pipeline,
                sum(ofThese.getOrDefault(false, List.of()), key.currency()),
                its,
                target,
                target == null ? "no-target" : target.byPipeline() == null ? "nothing-needed" : null);
    }

    private @Nullable Aim aim(Key key, QuarterGrowth growth, Chances pipeline) {
        BigDecimal nrr = targets.stream()
                .filter(target -> target.quarter().equals(growth.quarter().toString())
                        && target.segment().equals(key.group())
                        && target.currency().equals(key.currency()))
                .findFirst()
                .map(Target::nrr)
                .orElse(null);
        if (nrr == null) {
            return null;
        }
        Money needed = growth.needed(nrr);
        return new Aim(
                nrr,
                needed,
                share(growth.won().plus(pipeline.arr()), needed),
                share(growth.won().plus(growth.expected()), needed));
    }

    private static @Nullable BigDecimal share(Money part, Money needed) {
        return needed.minor() == 0
                ? null
                : BigDecimal.valueOf(part.minor())
                        .divide(BigDecimal.valueOf(needed.minor()), DIGITS, RoundingMode.HALF_EVEN);
    }

    private List<Chances> undated() {
        Map<String, List<OpportunityRecord>> byCurrency = work.open().stream()
                .filter(chance -> chance.expectedOn() == null)
                .collect(Collectors.groupingBy(chance -> chance.arr().currency(), TreeMap::new, Collectors.toList()));
        return byCurrency.entrySet().stream()
                .map(currency -> sum(currency.getValue(), currency.getKey()))
                .toList();
    }

    private static Chances sum(Collection<OpportunityRecord> chances, String currency) {
        return new Chances(
                chances.size(),
                new Money(
                        chances.stream()
                                .mapToLong(chance -> chance.arr().minor())
                                .reduce(0, Math::addExact),
                        currency));
    }

    private static int both(Set<String> customers, Set<String> others) {
        return (int) customers.stream().filter(others::contains).count();
    }
}
