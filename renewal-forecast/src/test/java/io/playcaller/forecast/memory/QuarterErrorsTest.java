package io.playcaller.forecast.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.engine.contract.AmountShares;
import io.playcaller.forecast.engine.memory.RenewalOutcome;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.portfolio.PeriodTerm;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class QuarterErrorsTest {

    private static final LocalDate UNTIL = LocalDate.of(2026, 1, 1);
    private static final double BELIEVED = 0.25;

    private final QuarterErrors errors = new QuarterErrors();

    @Test
    void withoutClosedQuartersItIsWhatIsConfigured() {
        assertThat(errors.told(UNTIL, BELIEVED)).isEqualTo(new PeriodTerm(UNTIL, BELIEVED, BELIEVED, 0, 0));
    }

    @Test
    void quartersThatComeAsTheyWereSaidMakeIntervalsNarrower() {
        for (int quarter = 0; quarter < 12; quarter++) {
            quarter(quarter, 80);
        }

        PeriodTerm told = errors.told(UNTIL, BELIEVED);

        assertThat(told.deviation()).isLessThan(0.1);
        assertThat(told.quarters()).isEqualTo(12);
        assertThat(told.renewals()).isEqualTo(1_200);
    }

    @Test
    void quartersThatComeOtherThanTheyWereSaidMakeThemWider() {
        for (int quarter = 0; quarter < 12; quarter++) {
            quarter(quarter, quarter % 2 == 0 ? 95 : 60);
        }

        assertThat(errors.told(UNTIL, BELIEVED).deviation()).isGreaterThan(0.8);
    }

    @Test
    void oneQuarterOfAFewRenewalsWeighsLittle() {
        for (int n = 0; n < 5; n++) {
            add(0, n, n < 4);
        }

        assertThat(errors.told(UNTIL, BELIEVED).deviation()).isBetween(0.1, 0.3);
    }

    @Test
    void renewalsOfAQuarterAreOneWhateverTheirCurrency() {
        quarter(0, 60, "EUR");
        quarter(0, 60, "USD");

        assertThat(errors.told(UNTIL, BELIEVED).quarters()).isEqualTo(1);
    }

    /** A hundred renewals of which eighty were expected. */
    private void quarter(int quarter, int renewed) {
        quarter(quarter, renewed, "EUR");
    }

    private void quarter(int quarter, int renewed, String currency) {
        for (int n = 0; n < 100; n++) {
            add(quarter, n, n < renewed, currency);
        }
    }

    private void add(int quarter, int n, boolean renewed) {
        add(quarter, n, renewed, "EUR");
    }

    private void add(int quarter, int n, boolean renewed, String currency) {
        LocalDate renewalOn = UNTIL.minusYears(4).plusMonths(3L * quarter).plusDays(n % 90);
        long kept = renewed ? 1_000 : 0;
        errors.add(new Remembered(
                "c" + quarter + "-" + n,
                renewalOn,
                90,
                Instant.EPOCH,
                currency,
                "smb",
                new ContractOutlook(1_000, 800_000, 0, 0, AmountShares.prior()),
                new RenewalOutcome(kept, kept),
                new RenewalOutcome(kept, kept)));
    }
}
