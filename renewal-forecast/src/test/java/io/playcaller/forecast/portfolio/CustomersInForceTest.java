package io.playcaller.forecast.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.engine.portfolio.PeriodShock;
import io.playcaller.forecast.engine.portfolio.PortfolioModel;
import io.playcaller.forecast.portfolio.Holding.Decided;
import io.playcaller.forecast.portfolio.Portfolio.Figures;
import io.playcaller.forecast.portfolio.Renewal.Traits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Which customers a quarter may lose, against a count by customer that asks each contract whether it stays. */
class CustomersInForceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final PortfolioModel MODEL = new PortfolioModel(PeriodShock.defaults());
    private static final int QUARTERS = 4;
    private static final int CONTRACTS = 60;
    private static final int ACCOUNTS = 25;

    private final Map<String, Renewal> open = new HashMap<>();
    private final Map<String, Holding> holdings = new HashMap<>();
    private final Map<String, String> merged = new HashMap<>();

    @RepeatedTest(20)
    void whoHasNoContractThatStaysMayLeave(RepetitionInfo seed) {
        generate(new Random(seed.getCurrentRepetition()));
        Renewals renewals =
                new Renewals(TODAY, new ArrayList<>(open.values()), new ArrayList<>(holdings.values()), merged);

        List<Figures> figures = new QuarterFigures(MODEL, By.WHOLE, List.of()).of(renewals, QUARTERS);

        Quarter quarter = Quarter.of(TODAY);
        for (Figures of : figures) {
            Set<String> inForce = new HashSet<>();
            Set<String> staying = new HashSet<>();
            for (int number = 0; number < CONTRACTS; number++) {
                String contract = "c" + number;
                if (hasRevenue(contract)) {
                    inForce.add(customer(contract));
                }
                if (stays(contract, quarter)) {
                    staying.add(customer(contract));
                }
            }
            assertThat(of.logos().inForce()).isEqualTo(inForce.size());
            assertThat(of.logos().due()).isEqualTo((int) inForce.stream()
                    .filter(customer -> !staying.contains(customer))
                    .count());
            assertThat(of.arrInForce().minor())
                    .isEqualTo(holdings.values().stream()
                            .mapToLong(Holding::inForce)
                            .sum());
            quarter = quarter.next();
        }
    }

    private boolean hasRevenue(String contract) {
        return holdings.containsKey(contract) && holdings.get(contract).inForce() > 0;
    }

    /** A renewal ahead in another quarter, or revenue that nothing in this one takes away. */
    private boolean stays(String contract, Quarter quarter) {
        Renewal renewal = open.get(contract);
        boolean due = renewal != null && quarterOf(renewal.renewalOn()).equals(quarter);
        if (due) {
            return false;
        }
        return renewal != null || hasRevenue(contract) && !endsIn(contract, quarter);
    }

    private boolean endsIn(String contract, Quarter quarter) {
        return holdings.get(contract).decided().stream()
                .anyMatch(term -> term.net() == 0
                        && term.renewalOn().isAfter(TODAY)
                        && Quarter.of(term.renewalOn()).equals(quarter));
    }

    private static Quarter quarterOf(LocalDate renewalOn) {
        return Quarter.of(renewalOn.isBefore(TODAY) ? TODAY : renewalOn);
    }

    private String customer(String contract) {
        String account = open.containsKey(contract) ? open.get(contract).accountId() : accountOfHolding(contract);
        return merged.getOrDefault(account, account);
    }

    private String accountOfHolding(String contract) {
        return holdings.containsKey(contract) ? holdings.get(contract).accountId() : "";
    }

    private void generate(Random random) {
        merged.put("a0", "a1");
        merged.put("a2", "a3");
        for (int number = 0; number < CONTRACTS; number++) {
            String contract = "c" + number;
            String account = "a" + random.nextInt(ACCOUNTS);
            LocalDate day = TODAY.plusDays(random.nextInt(400) - 30);
            boolean isOpen = random.nextInt(3) > 0;
            if (isOpen) {
                open.put(contract, renewal(contract, account, day));
            }
            if (random.nextInt(5) > 0) {
                List<Decided> decided =
                        isOpen ? List.of() : List.of(new Decided(day, 100, 0, random.nextBoolean() ? 0 : 90));
                long inForce = random.nextInt(4) == 0 ? 0 : 100;
                holdings.put(
                        contract, new Holding(contract, account, "EUR", inForce, false, decided, Traits.unknown()));
            }
        }
    }

    private static Renewal renewal(String contract, String account, LocalDate day) {
        return new Renewal(
                contract,
                account,
                day,
                Category.BEST_CASE,
                "EUR",
                new ContractOutlook(100, 880_000, 0, 0),
                Traits.unknown());
    }
}
