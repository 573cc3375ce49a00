package io.playcaller.bench.forecast;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.forecast.engine.contract.AccountHistory;
import io.playcaller.forecast.engine.contract.ContractSituation;
import io.playcaller.forecast.engine.contract.HealthView;
import io.playcaller.forecast.engine.contract.OpenSignal;
import io.playcaller.forecast.engine.contract.PaymentHistory;
import io.playcaller.forecast.engine.contract.RenewalStage;
import io.playcaller.forecast.engine.contract.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Contracts of a company that does not exist: log-normal amounts, renewals over the next year, a score, sometimes a risk. */
final class BookOfBusiness {

    private static final long SEED = 42;
    private static final int DAYS = 365;
    private static final double LOG_MEDIAN = Math.log(1_200_000);
    private static final int ONE = 1_000_000;
    private static final List<Reason> RISKS =
            List.of(Reason.USAGE_DROP, Reason.REL_SPONSOR_LEFT, Reason.SUP_SEVERE_OPEN, Reason.EXT_COMPETITOR);

    private BookOfBusiness() {}

    /** The same contracts for the same number. */
    static List<ContractSituation> of(int contracts, LocalDate today) {
        Random random = new Random(SEED);
        List<ContractSituation> book = new ArrayList<>(contracts);
        for (int i = 0; i < contracts; i++) {
            book.add(situation(i, today, random));
        }
        return book;
    }

    private static ContractSituation situation(int number, LocalDate today, Random random) {
        LocalDate renewalOn = today.plusDays(random.nextInt(DAYS));
        Money arr = new Money(Math.round(Math.exp(LOG_MEDIAN + random.nextGaussian())), "EUR");
        boolean renewsItself = random.nextInt(3) == 0;
        Terms terms =
                new Terms("c" + number, "a" + number, arr, renewalOn, renewalOn.minusDays(60), renewsItself, null);
        AccountHistory history =
                new AccountHistory(today.minusDays(1 + random.nextInt(5 * DAYS)), random.nextInt(4), 0, null, null);
        PaymentHistory payments = new PaymentHistory(random.nextInt(10) == 0 ? 30 : 0, 12, random.nextInt(4));
        HealthView health = new HealthView(random.nextInt(100_000), ONE);
        List<OpenSignal> signals = random.nextInt(5) == 0
                ? List.of(new OpenSignal(RISKS.get(random.nextInt(RISKS.size())), Severity.HIGH))
                : List.of();
        return new ContractSituation(today, terms, history, payments, health, signals, RenewalStage.NOT_STARTED);
    }
}
