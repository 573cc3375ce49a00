package io.playcaller.forecast.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.contract.AmountShares;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
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

        Renewals patched = new Renewals(TODAY, before).with(open, closed);

        assertThat(patched).isEqualTo(new Renewals(TODAY, after));
    }

    @Test
    void thePartsOfAContractKeepTheSharesOfItsModel() {
        AmountShares learnt = new AmountShares(List.of(800, 600, 200), List.of(1_100, 1_200, 1_300));
        Renewal whole = renewal(1, 300).as(new ContractOutlook(300, 880_000, 0, 0, learnt), Category.COMMIT);

        Renewals divided = new Renewals(TODAY, List.of(whole)).byProduct(Map.of("c1", Map.of("core", 1L, "plus", 2L)));

        assertThat(divided.all())
                .extracting(Renewal::outlook)
                .containsExactly(
                        new ContractOutlook(100, 880_000, 0, 0, learnt),
                        new ContractOutlook(200, 880_000, 0, 0, learnt));
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
