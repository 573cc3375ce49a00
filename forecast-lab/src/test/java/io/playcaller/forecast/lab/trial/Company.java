package io.playcaller.forecast.lab.trial;

import io.playcaller.contracts.Money;
import io.playcaller.forecast.engine.LogOdds;
import io.playcaller.forecast.engine.contract.AccountHistory;
import io.playcaller.forecast.engine.contract.ContractModel;
import io.playcaller.forecast.engine.contract.ContractSituation;
import io.playcaller.forecast.engine.contract.HealthView;
import io.playcaller.forecast.engine.contract.PaymentHistory;
import io.playcaller.forecast.engine.contract.RenewalStage;
import io.playcaller.forecast.engine.contract.Terms;
import io.playcaller.forecast.lab.closed.Ending;
import io.playcaller.forecast.lab.closed.Example;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** A company whose contracts end by rules of the test's own. */
final class Company {

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final int DAYS = 1_000;

    private final SplittableRandom random = new SplittableRandom(17);

    /** Log-odds of renewal by what is known. */
    private final ToDoubleFunction<ContractSituation> renews;

    Company(ToDoubleFunction<ContractSituation> renews) {
        this.renews = renews;
    }

    List<Lesson> lessons(int endings, ContractModel inForce) {
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < endings; i++) {
            LocalDate on = FIRST.plusDays(random.nextInt(DAYS));
            ContractSituation situation = situation("c" + i, on);
            boolean renewed = random.nextDouble() < LogOdds.probability(renews.applyAsDouble(situation));
            Ending ending = new Ending("a" + i, "c" + i, on.minusYears(1), on, renewed ? kept() : 0);
            lessons.add(Lesson.of(new Example(ending, 90, situation, true), inForce));
        }
        return lessons;
    }

    /** One in five renews with 60%, one in five with 130%. */
    private double kept() {
        int which = random.nextInt(5);
        return which == 0 ? 0.6 : which == 1 ? 1.3 : 1;
    }

    private ContractSituation situation(String id, LocalDate on) {
        LocalDate today = on.minusDays(90);
        Money arr = new Money(100_00L * (1 + random.nextInt(500)), "EUR");
        Terms terms = new Terms(id, "a", arr, on, on.minusDays(30), random.nextBoolean(), null);
        int late = random.nextInt(5);
        AccountHistory history =
                new AccountHistory(today.minusDays(random.nextInt(2_000)), random.nextInt(4), 0, null, null);
        HealthView health = random.nextInt(4) == 0 ? null : new HealthView(random.nextInt(100_001), 1_000_000);
        return new ContractSituation(
                today, terms, history, new PaymentHistory(0, 4, late), health, List.of(), RenewalStage.NOT_STARTED);
    }
}
