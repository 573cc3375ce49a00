package io.playcaller.forecast;

import static io.playcaller.forecast.StoredRows.count;
import static io.playcaller.forecast.StoredRows.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "forecast"))
class LossReviewComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Company company = new Company();
    private final String id = "lr-" + UUID.randomUUID();

    @AfterEach
    void close() {
        company.close();
    }

    @Test
    void aLossThatNobodyReviewsInTimeIsASignalUntilSomebodyDoes() throws SQLException {
        company.named("Acme");
        company.scores(1, 70);
        company.signs(contract(1, company.today.plusDays(100), null));
        String kept = "forecast_snapshot where contract_id = '" + id + "'";
        await().atMost(LIMIT).until(() -> count(kept) == 1);
        execute("""
                insert into forecast_snapshot (day, contract_id, taken_at, rev, category, arr_minor, currency, renews,
                    body, inputs, renewal_on)
                select day - 30, contract_id, taken_at, rev, category, arr_minor, currency, renews, body, inputs, renewal_on
                from %s""".formatted(kept));

        LocalDate lost = company.today.minusDays(8);
        company.signs(contract(2, lost, lost));

        SignalChanged overdue = signal(SignalState.OPENED);
        assertThat(overdue.sentence()).contains(id).contains("by " + lost.plusDays(7));
        assertThat(overdue.account().profile().tier()).isEqualTo("pooled");
        assertThat(count("loss_waiting where contract_id = '" + id + "'")).isEqualTo(1);

        company.reviews(new LossReviewRecord(id, company.account, 1, company.today, Reason.COM_PRICE, true, "ana"));

        assertThat(signal(SignalState.CLEARED).episodeId()).isEqualTo(overdue.episodeId());
        assertThat(count("loss_waiting where contract_id = '" + id + "'")).isZero();
    }

    private ContractRecord contract(long version, LocalDate endsOn, @Nullable LocalDate closedOn) {
        LocalDate startsOn = company.today.minusYears(1);
        ContractLine line = new ContractLine("l1", "core", new Money(900_00, "EUR"), null, startsOn, endsOn);
        return new ContractRecord(
                id,
                company.account,
                version,
                startsOn,
                startsOn,
                endsOn,
                false,
                0,
                null,
                closedOn,
                List.of(line),
                List.of(),
                null);
    }

    /** The first signal of this kind about the company that is so, as Kafka has it. */
    private SignalChanged signal(SignalState state) {
        byte[] value = company.topics()
                .readUntilOne(
                        Company.topic(Topic.SIGNALS),
                        LIMIT,
                        record -> company.account.equals(record.key()) && isSo(record.value(), state))
                .value();
        return WireJson.read(value, SignalChanged.class);
    }

    private static boolean isSo(byte[] value, SignalState state) {
        SignalChanged signal = WireJson.read(value, SignalChanged.class);
        return signal.reason() == Reason.LIFE_LOSS_UNREVIEWED && signal.state() == state;
    }
}
