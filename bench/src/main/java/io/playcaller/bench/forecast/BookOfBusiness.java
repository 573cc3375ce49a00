package io.playcaller.bench.forecast;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
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
    private static final int NOTICE_DAYS = 60;
    private static final int SEATS = 50;
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

    /** As the register says it: of a year that ends on the day of its renewal. */
    static ContractRecord contract(Terms terms, Money arr, long version) {
        LocalDate startsOn = terms.renewalOn().minusYears(1);
        ContractLine line = new ContractLine("line", "product", arr, SEATS, startsOn, terms.renewalOn());
        return new ContractRecord(
                terms.contractId(),
                terms.accountId(),
                version,
                startsOn,
                startsOn,
                terms.renewalOn(),
                terms.autoRenew(),
                NOTICE_DAYS,
                null,
                null,
                List.of(line),
                List.of(),
                null);
    }

    /** Whether it is due in the coming quarters, however late in its own the book was made. */
    static boolean isDueInAHalfYear(ContractSituation situation) {
        LocalDate renewalOn = situation.terms().renewalOn();
        return renewalOn.isAfter(situation.today().plusDays(1))
                && renewalOn.isBefore(situation.today().plusDays(DAYS / 2));
    }

    private static ContractSituation situation(int number, LocalDate today, Random random) {
        LocalDate renewalOn = today.plusDays(random.nextInt(DAYS));
        Money arr = new Money(Math.round(Math.exp(LOG_MEDIAN + random.nextGaussian())), "EUR");
        boolean renewsItself = random.nextInt(3) == 0;
        Terms terms = new Terms(
                "c" + number, "a" + number, arr, renewalOn, renewalOn.minusDays(NOTICE_DAYS), renewsItself, null);
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
