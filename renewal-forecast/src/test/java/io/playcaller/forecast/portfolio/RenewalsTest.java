package io.playcaller.forecast.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.contract.AmountShares;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.portfolio.Holding.Decided;
import io.playcaller.forecast.portfolio.Renewal.Traits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RenewalsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    @RepeatedTest(50)
    void patchedByWhatChangedTheyAreThoseThatWouldBeReadWhole(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<Renewal> before = new ArrayList<>();
        List<Renewal> after = new ArrayList<>();
        List<Renewal> open = new ArrayList<>();
        Set<String> closed = new HashSet<>();
        for (int number = 0; number < 40; number++) {
            Renewal was = renewal(number, 100);
            Renewal is = renewal(number, random.nextBoolean() ? 100 : 200);
            boolean wasOpen = random.nextBoolean();
            boolean isOpen = random.nextBoolean();
            boolean changed = wasOpen != isOpen || !was.equals(is) || random.nextInt(5) == 0;
            (wasOpen ? before : new ArrayList<Renewal>()).add(was);
            (isOpen ? after : new ArrayList<Renewal>()).add(is);
            if (changed && isOpen) {
                open.add(is);
            } else if (changed) {
                closed.add(is.contractId());
            }
        }

        Renewals patched = new Renewals(TODAY, before, List.of()).with(open, closed);

        assertThat(patched).isEqualTo(new Renewals(TODAY, after, List.of()));
    }

    @Test
    void thePartsOfAContractKeepTheSharesOfItsModel() {
        AmountShares learnt = new AmountShares(List.of(800, 600, 200), List.of(1_100, 1_200, 1_300));
        Renewal whole = renewal(1, 300).as(new ContractOutlook(300, 880_000, 0, 0, learnt), Category.COMMIT);

        Renewals divided =
                new Renewals(TODAY, List.of(whole), List.of()).byProduct(Map.of("c1", Map.of("core", 1L, "plus", 2L)));

        assertThat(divided.all())
                .extracting(Renewal::outlook)
                .containsExactly(
                        new ContractOutlook(100, 880_000, 0, 0, learnt),
                        new ContractOutlook(200, 880_000, 0, 0, learnt));
    }

    @RepeatedTest(20)
    void whatContractsAreBesideIsPatchedAlike(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<Holding> before = new ArrayList<>();
        List<Holding> after = new ArrayList<>();
        List<Holding> changed = new ArrayList<>();
        Set<String> gone = new HashSet<>();
        for (int number = 0; number < 40; number++) {
            Holding is = holding(number, 200 + random.nextInt(2));
            before.add(holding(number, 200));
            if (random.nextInt(4) == 0) {
                gone.add(is.contractId());
            } else {
                after.add(is);
                changed.add(is);
            }
        }

        Renewals patched = new Renewals(TODAY, List.of(), before).holding(changed, gone);

        assertThat(patched).isEqualTo(new Renewals(TODAY, List.of(), after));
    }

    @Test
    void thePartsOfWhatIsInForceAndOfWhatWasDecidedSumToTheWhole() {
        Holding whole =
                new Holding("c1", "a1", "EUR", 100, false, List.of(new Decided(TODAY, 100, 50, 70)), Traits.unknown());

        List<Holding> parts = new Renewals(TODAY, List.of(), List.of(whole))
                .byProduct(Map.of("c1", Map.of("core", 1L, "plus", 2L)))
                .holdings();

        assertThat(parts).extracting(part -> part.traits().product()).containsExactlyInAnyOrder("core", "plus");
        assertThat(parts.stream().mapToLong(Holding::inForce).sum()).isEqualTo(100);
        assertThat(parts.stream()
                        .mapToLong(part -> part.decided().get(0).kept())
                        .sum())
                .isEqualTo(50);
        assertThat(parts.stream().mapToLong(part -> part.decided().get(0).net()).sum())
                .isEqualTo(70);
    }

    private static Holding holding(int number, long arr) {
        return new Holding("c" + number, "a" + number, "EUR", arr, false, List.of(), Traits.unknown());
    }

    private static Renewal renewal(int number, long arr) {
        return new Renewal(
                "c" + number,
                "a" + number,
                TODAY.plusDays(number),
                Category.BEST_CASE,
                "EUR",
                new ContractOutlook(arr, 880_000, 0, 0),
                Traits.unknown());
    }
}
